import { findLabels } from '../guide-types/find-labels.ts';
import { partOf } from '../guide-types/scope.ts';
import type { Range } from '../model.ts';
import { answerLabelsOf, beginsWithAnswer } from './answer-labels.ts';
import { cutLists, type FallenBlock, indentInto } from './fallen-blocks.ts';
import { ListShapes } from './list-shape.ts';
import { defineRule } from './rule.ts';
import { shortened } from './shortened.ts';

const type = {
  type: 'object',
  properties: {
    questions: {
      type: 'array',
      'x-source': {
        section: { name: 'Questions', aliases: ['質問'] },
        questions: { question: ['Question', '質問'], answer: ['Answer', 'ポイント', '回答'] },
      },
    },
  },
};

/** The answer to a numbered question stands inside of its item. */
export const answerInItsList = defineRule({
  id: 'answer-in-its-list',
  severity: 'error',
  fix: 'safe',
  docs: {
    en: {
      summary: 'The answer to a numbered question is a part of its list item',
      why: 'An answer that is not indented below its question ends the list: readers see it next to the numbers instead of below the question, the numbering starts anew, and tables made from the guide lack the answer.',
    },
    ja: {
      summary: '番号つきの質問の回答が、その質問の項目の中に入っている',
      why: '回答を質問の文字の位置まで字下げしないと、そこで番号つきの箇条書きが終わってしまいます。回答が番号と横並びに表示され、番号も1からになり、表に書き出すと回答が抜けることもあります。',
    },
  },
  messages: {
    en: {
      fallen: (p: { label: string; number: number }) =>
        `"${p.label}" fell out of the list behind question ${p.number}; indent it below the text of the question`,
      also: (p: { number: number }) => `The answer to question ${p.number} as well`,
      fix: 'Indent the answer',
    },
    ja: {
      fallen: (p) =>
        `「${p.label}」が${p.number}番の質問の項目から外れています。質問の文字の位置まで字下げしてください`,
      also: (p) => `${p.number}番の質問の回答も外れています`,
      fix: '回答を字下げする',
    },
  },
  examples: {
    accept: [
      {
        type,
        guide:
          '## Questions\n\n1. **Why ships?**\n   - Answer: I grew up at sea.\n2. **Why us?**\n   - Answer: Your routes.\n',
      },
      {
        type,
        guide:
          '## 質問\n\n1. なぜ船ですか？\n\n   **回答:** 海辺で育ちました。\n\n2. 船酔いは？\n\n   **回答:** 慣れました。\n',
      },
      { type, guide: '## 質問\n\n1. 志望動機\n2. 長所と短所\n3. 逆質問\n\n**ポイント:** どれも体験から話します。\n' },
    ],
    reject: [
      {
        type,
        guide:
          '## 質問\n\n1.  **なぜ船ですか？**\n    *   ポイント: 体験を話す\n2.  **船酔いは？**\n*   ポイント: 慣れ方を話す\n3.  **夜の当直は？**\n    *   ポイント: 体調の整え方\n',
        marks: 'ポイント',
      },
      {
        type,
        guide:
          '## Questions\n\n1. Why ships?\n\n**Answer:** I grew up at sea.\n\n2. Why us?\n\n**Answer:** Your routes.\n',
        marks: 'Answer',
      },
      {
        type,
        guide:
          '## 質問\r\n\r\n1. なぜ船ですか？\r\n   - 回答: 海辺で育ちました。\r\n2. 船酔いは？\r\n\r\n- 回答: 慣れました。\r\n',
        marks: '回答',
      },
    ],
  },
  *check(guide, { say }) {
    const { text } = guide.document.source;
    const labels = answerLabelsOf(guide);
    if (labels.length === 0) return;
    const labelIn = (nodes: FallenBlock['nodes']): Range =>
      findLabels(nodes.map(partOf), text, labels)[0]?.label.range ?? { start: 0, end: 0 };
    const shapes = new ListShapes(text);
    for (const cut of cutLists(guide.document)) {
      const answers = cut.blocks.filter(({ nodes }) => beginsWithAnswer(nodes, text, labels));
      const isCut = answers.some(({ next }) => next !== undefined);
      const isException = cut.list.node.children.some(({ children }) =>
        beginsWithAnswer(children.slice(1), text, labels),
      );
      const fallen = answers
        .filter(({ item }) => !beginsWithAnswer(item.children.slice(1), text, labels))
        // Behind the last item only the answer itself is sure to belong to it.
        .map((block) => (block.next === undefined ? { ...block, nodes: block.nodes.slice(0, 1) } : block));
      const [first, ...others] = fallen;
      // There a label may as well sum up the whole list, unless other answers stand like this one.
      if (!first || !(isCut || isException)) continue;
      const edits = indentInto({ ...cut, blocks: fallen }, shapes);
      const range = labelIn(first.nodes);
      yield {
        range,
        message: say.fallen({ label: shortened(text.slice(range.start, range.end)), number: first.number }),
        related: others.map(({ nodes, number }) => ({ range: labelIn(nodes), message: say.also({ number }) })),
        ...(edits && { fix: { kind: 'safe', title: say.fix, edits } }),
      };
    }
  },
});
