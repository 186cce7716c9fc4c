import { isFrontMatter } from '../guide-types/is-front-matter.ts';
import { parentPointer, stepsOf } from '../guide-types/schema-view.ts';
import { valueAt } from '../guide-types/value-at.ts';
import type { Guide, Locale, Violation } from '../model.ts';
import { itemName } from './item-name.ts';
import { nameValue } from './name-value.ts';
import { quoted } from './quoted.ts';
import { defineRule } from './rule.ts';
import { violationsFor } from './violations-for.ts';

const type = {
  type: 'object',
  properties: {
    history: { type: 'string', 'x-source': { section: { name: 'History', aliases: ['歴史'] } } },
    questions: {
      type: 'array',
      'x-title': { en: 'Questions', ja: 'よくある質問' },
      'x-source': {
        section: { name: 'Questions', aliases: ['質問'] },
        questions: { question: ['Question', '質問'], answer: ['Answer', '回答'] },
      },
      items: {
        type: 'object',
        required: ['question', 'answer'],
        properties: {
          question: { type: 'string' },
          answer: { type: 'string', 'x-title': { en: 'Answer', ja: '回答' } },
        },
      },
    },
  },
  required: ['history'],
};

const history = '## History\n\nBuilt in 1875.\n\n';
const rekishi = '## 歴史\n\n1875年に建てられました。\n\n';

/** What the guide type requires of an item, a section or a key has been written. */
export const valuePresent = defineRule({
  id: 'value-present',
  severity: 'error',
  fix: 'none',
  docs: {
    en: {
      summary: 'No section, item or key is left without its text',
      why: 'A question without an answer, a heading with nothing below it or a key without a value look finished in the file, but leave a gap that readers see.',
    },
    ja: {
      summary: '章や項目に、書くべき内容が書かれている',
      why: '回答のない質問や、見出しだけの章、値のない項目は、書きかけのまま公開されたように読者には見えます。',
    },
  },
  messages: {
    en: {
      key: (p: { name: string }) => `${p.name} has no value; write one after the key`,
      section: (p: { name: string }) => `The section ${p.name} is empty; write its text below the heading`,
      heading: (p: { name: string }) => `${p.name} is missing; write it on a line that begins with "# "`,
      ofItem: (p: { name: string; item: string }) => `${p.name} is missing for ${p.item}; write it below`,
      ofAll: (p: { name: string; list: string; count: number }) =>
        `${p.name} is missing for all ${p.count} entries of ${p.list}; write one below each`,
      other: (p: { name: string }) => `${p.name} is missing here; write it`,
      also: (p: { name: string }) => `${p.name} is missing here too`,
    },
    ja: {
      key: (p) => `${p.name}の値がありません。項目名のあとに書いてください`,
      section: (p) => `章${p.name}に中身がありません。見出しの下に本文を書いてください`,
      heading: (p) => `${p.name}がありません。「# 」で始まる行に書いてください`,
      ofItem: (p) => `${p.item}に${p.name}がありません。すぐ下に書いてください`,
      ofAll: (p) => `${p.list}の${p.count}件すべてに${p.name}がありません。それぞれのすぐ下に書いてください`,
      other: (p) => `ここに${p.name}がありません。書き足してください`,
      also: (p) => `ここにも${p.name}がありません`,
    },
  },
  examples: {
    accept: [
      { type, guide: `${history}## Questions\n\n- **Q. Who lights the lamp?**\n  - **Answer:** A machine does\n` },
      { type, guide: `${rekishi}## 質問\n\n1. **霧の夜は何をしますか？**\n   - **回答：** 霧笛を鳴らします。\n` },
      { type, guide: history },
    ],
    reject: [
      {
        type,
        guide: '# 灯台\n\n## 歴史\n\n## 質問\n\n1. **だれが建てましたか？**\n   - **回答：** 漁師たちです。\n',
        marks: '## 歴史',
      },
      {
        type,
        guide: `${rekishi}## 質問\n\n1. **夜は何をしますか？**\n2. **霧の日はどうしますか？**\n3. **いつ休みますか？**\n`,
      },
      {
        type,
        guide: `${history}## Questions\n\n1. **Who lights the lamp?**\n   - **Answer:** A machine does\n2. **Who built it?**\n`,
      },
    ],
  },
  *check(guide, { say, locale }) {
    for (const [first, ...others] of byList(violationsFor('value-present', guide), guide)) {
      const name = nameValue(guide, first.pointer, locale);
      const { range, severity } = first;
      const related = others.map((other) => ({ range: other.range, message: say.also({ name }) }));
      const list = nameValue(guide, listOf(first), locale);
      const message =
        others.length > 0
          ? say.ofAll({ name, list, count: others.length + 1 })
          : sentence(first, name, guide, locale, say);
      yield { range, severity, message, ...(others.length > 0 && { related }) };
    }
  },
});

function sentence(
  { pointer, params }: Violation,
  name: string,
  guide: Guide,
  locale: Locale,
  say: Record<'key' | 'section' | 'heading' | 'other', (p: { name: string }) => string> & {
    ofItem(p: { name: string; item: string }): string;
  },
): string {
  const source = guide.type.nodeAt(pointer)?.['x-source'];
  if (params.missing === undefined || isFrontMatter(pointer, guide.type)) return say.key({ name });
  if (source?.section) return say.section({ name });
  if (source?.heading === true && parentPointer(pointer) === '') return say.heading({ name });
  const item = itemName(guide, pointer);
  return item ? say.ofItem({ name, item: quoted(item, locale) }) : say.other({ name });
}

/** What every item of a list lacks has one cause, such as a form of writing that is not the expected one. */
function byList(violations: readonly Violation[], guide: Guide): [Violation, ...Violation[]][] {
  const groups = new Map<string, [Violation, ...Violation[]]>();
  for (const violation of violations) {
    const key = `${listOf(violation)} ${stepsOf(violation.pointer).at(-1)}`;
    const group = groups.get(key);
    if (group) group.push(violation);
    else groups.set(key, [violation]);
  }
  return [...groups.values()].flatMap((group): [Violation, ...Violation[]][] => {
    const items = valueAt(guide.value, listOf(group[0]));
    const isAll = Array.isArray(items) && items.length > 2 && items.length === group.length;
    return isAll ? [group] : group.map((violation) => [violation]);
  });
}

function listOf({ pointer }: Violation): string {
  return parentPointer(parentPointer(pointer));
}
