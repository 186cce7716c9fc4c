import type { List } from 'mdast';
import { rangeOf } from '../guide-types/scope.ts';
import type { Guide, Place, Range } from '../model.ts';
import { nodesOf } from './nodes-of.ts';
import { questionArrays } from './question-arrays.ts';
import { RangeIndex } from './range-index.ts';
import { defineRule } from './rule.ts';

const type = {
  type: 'object',
  properties: {
    questions: {
      type: 'array',
      'x-source': {
        section: { name: 'Questions', aliases: ['質問集'] },
        questions: { question: ['Question', 'Q', '質問'], answer: ['Answer', 'A', '回答', 'ポイント'] },
      },
      items: { type: 'object', properties: { question: { type: 'string' }, answer: {} } },
    },
  },
};

/** Numbered questions count up by one. */
export const questionNumbering = defineRule({
  id: 'question-numbering',
  severity: 'warning',
  fix: 'none',
  docs: {
    en: {
      summary: 'The numbers of questions neither jump nor repeat',
      why: 'A number that is missing or stands twice tells of a question that was lost or pasted twice, and "see question 7" leads nowhere. To begin anew at 1 below each sub-heading is fine.',
    },
    ja: {
      summary: '質問の番号が、とんだり重なったりしていない',
      why: '番号がとんでいたり同じ番号が二つあったりすると、質問が抜けたり二度貼られたりした疑いがあり、「質問7を参照」のような案内も合わなくなります。小見出しごとに1から始めるのはかまいません。',
    },
  },
  messages: {
    en: {
      jump: (p: { number: number; before: number }) =>
        `Number ${p.number} follows ${p.before}; add question ${p.before + 1}, or correct the number`,
      repeated: (p: { number: number }) => `Number ${p.number} stands twice; should this one be ${p.number + 1}?`,
    },
    ja: {
      jump: (p) =>
        `番号が${p.before}の次に${p.number}になっています。${p.before + 1}が抜けていないか、番号が正しいか確かめてください`,
      repeated: (p) => `番号${p.number}が二つ続いています。ここは${p.number + 1}ではありませんか`,
    },
  },
  examples: {
    accept: [
      { type, guide: '## Questions\n\n**Q1. Why ships?**\n\nThe sea.\n\n**Q2. Why us?**\n\nYour routes.\n' },
      {
        type,
        guide:
          '## 質問集\n\n### 基本\n\n1. なぜ船ですか？\n   - ポイント: 体験\n2. 船酔いは？\n   - ポイント: 慣れ\n\n### 応用\n\n1. 霧の中では？\n   - ポイント: 手順\n',
      },
      {
        type,
        guide:
          '## 質問集\n\n| No. | 質問 | 回答 |\n| --- | --- | --- |\n| 1 | 3つの灯火とは？ | 色と向き |\n| 2 | 2級との違いは？ | 船の大きさ |\n',
      },
      { type, guide: '## Questions\n\n1. Why ships?\n   - Answer: The sea.\n1. Why us?\n   - Answer: Your routes.\n' },
    ],
    reject: [
      {
        type,
        guide: '## Questions\n\n**Q1. Why ships?**\n\nThe sea.\n\n**Q3. Why us?**\n\nYour routes.\n',
        marks: '3',
      },
      {
        type,
        guide:
          '## 質問集\n\n| No. | 質問 | 回答 |\n| --- | --- | --- |\n| 1 | なぜ船ですか？ | 体験 |\n| 2 | 船酔いは？ | 慣れ |\n| 2 | 霧の中では？ | 手順 |\n',
        marks: '2',
      },
      {
        type,
        guide:
          '## 質問集\n\n### 質問１：なぜ船ですか？\n\n体験です。\n\n### 質問２：船酔いは？\n\n慣れです。\n\n### 質問４：霧の中では？\n\n手順です。\n',
        marks: '４',
      },
    ],
  },
  *check(guide, { say }) {
    const headings = new RangeIndex(nodesOf(guide.document, 'heading').map(({ node }) => rangeOf(node)));
    const isApart = (before: Range, range: Range): boolean =>
      headings.hasIn({ start: before.end + 1, end: range.start });
    for (const questions of numberedQuestions(guide)) {
      let last = 0;
      for (const [index, { number, range }] of questions.entries()) {
        const before = questions[index - 1];
        const expected = last + 1;
        last = number;
        if (!before || number === expected) continue;
        const isRepeated = number === before.number;
        if (number === 1 && (!isRepeated || isApart(before.range, range))) continue;
        yield { range, message: isRepeated ? say.repeated({ number }) : say.jump({ number, before: expected - 1 }) };
        // Where the next one counts on as if nothing had happened, only this number is wrong.
        if (questions[index + 1]?.number === expected + 1) last = expected;
      }
    }
  },
});

interface Numbered {
  readonly number: number;
  readonly range: Range;
}

/** The numbers before the questions of each property, as readers see them. */
function numberedQuestions(guide: Guide): Numbered[][] {
  const text = guide.document.source.text;
  const items = listItems(guide);
  return questionArrays(guide).flatMap(({ places }) => {
    const numbers = places.flatMap((place) => numberOf(place, items, text) ?? []);
    // Here and there a number is a part of the question.
    return numbers.length * 2 >= places.length ? [numbers] : [];
  });
}

function numberOf(place: Place, items: ReadonlyMap<number, number>, text: string): Numbered | undefined {
  const number = items.get(place.extent.start);
  if (number !== undefined) return { number, range: markAt(text, place.extent) };
  return writtenNumber(text, { start: place.extent.start, end: place.range.end });
}

const written =
  /^[\s|#*_「+-]*(?:\p{Letter}{0,10})\s*(?<number>[0-9０-９]{1,3})(?:[.．](?![0-9０-９])|\s*[)）、:：|])/u;

/** `Q3.`, `| 3 |`, `質問３：`; a number within a sentence is none. */
function writtenNumber(text: string, range: Range): Numbered | undefined {
  const match = written.exec(text.slice(range.start, Math.min(range.end + 2, range.start + 60)));
  const digits = match?.groups?.number;
  if (!match || digits === undefined) return undefined;
  const start = range.start + match[0].lastIndexOf(digits);
  return { number: Number(digits.normalize('NFKC')), range: { start, end: start + digits.length } };
}

function markAt(text: string, { start }: Range): Range {
  const mark = /^\d+/.exec(text.slice(start, start + 10))?.[0] ?? '';
  return { start, end: start + Math.max(mark.length, 1) };
}

/** The number that readers see before each item of a numbered list, by the item's offset. */
function listItems(guide: Guide): ReadonlyMap<number, number> {
  const numbers = new Map<number, number>();
  const add = (list: List): void => {
    for (const [index, item] of list.children.entries()) numbers.set(rangeOf(item).start, (list.start ?? 1) + index);
  };
  for (const { node } of nodesOf(guide.document, 'list')) if (node.ordered) add(node);
  return numbers;
}
