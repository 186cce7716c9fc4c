import { isFrontMatter } from '../guide-types/is-front-matter.ts';
import type { Guide, JsonPointer, SchemaNode } from '../model.ts';
import { columnNames } from './column-name.ts';
import { nameValue } from './name-value.ts';
import { defineRule } from './rule.ts';
import { violationsFor } from './violations-for.ts';

const type = {
  type: 'object',
  properties: {
    lamps: {
      type: 'array',
      'x-title': { en: 'Lamps', ja: '灯火の種類' },
      'x-source': { section: { name: 'Lamps', aliases: ['灯火'] }, items: 'list' },
      minItems: 1,
      'x-recommended': { minItems: 2, maxItems: 3 },
      items: {
        type: 'object',
        properties: { name: { type: 'string', 'x-source': { heading: true } } },
      },
    },
  },
} satisfies SchemaNode;

/** What entries a list wants, by the form in which they are looked for. */
type Form = 'table' | 'questions' | 'hashtags' | 'items' | 'values';

const formsInEnglish: Readonly<Record<Form, string>> = {
  table: 'as rows of a table',
  questions: 'as questions, each with its answer',
  hashtags: 'as words that begin with #',
  items: 'as a list or under sub-headings',
  values: 'as a list',
};

const formsInJapanese: Readonly<Record<Form, string>> = {
  table: '表の行として',
  questions: '質問と回答の組で',
  hashtags: '# で始まる言葉で',
  items: '箇条書きか小見出しの形で',
  values: 'リストで',
};

/** A list, a table or a chapter has as many entries as the guide type asks for. */
export const itemCount = defineRule({
  id: 'item-count',
  severity: 'error',
  fix: 'none',
  docs: {
    en: {
      summary: 'Lists, tables and chapters have as many entries as the guide type asks for',
      why: 'Too few entries tell the reader too little, too many hide what matters. When entries are there and none is counted, they are written in a form that is not looked for.',
    },
    ja: {
      summary: 'リストや表、章の項目の数が決められた範囲にある',
      why: '項目が少なすぎると内容が足りず、多すぎると要点が埋もれます。書いてあるのに0件と言われるときは、項目として読み取れる形になっていません。',
    },
  },
  messages: {
    en: {
      emptyList: (p: { name: string; limit: number }) =>
        `${p.name} is an empty list; write at least ${p.limit === 1 ? 'one entry' : `${p.limit} entries`}`,
      none: (p: { name: string; limit: number; form: Form; columns: readonly string[] }) =>
        `${p.name} has no entries that can be read; write at least ${p.limit}, ${formsInEnglish[p.form]}${p.columns.length > 0 ? ` (${p.columns.join(', ')})` : ''}`,
      few: (p: { name: string; count: number; limit: number }) =>
        `${p.name} has only ${p.count === 1 ? 'one entry' : `${p.count} entries`}; write at least ${p.limit}`,
      many: (p: { name: string; count: number; limit: number }) =>
        p.limit === 0 ? `${p.name} has to be empty` : `${p.name} has ${p.count} entries; keep at most ${p.limit}`,
    },
    ja: {
      emptyList: (p) => `${p.name}が空です。${p.limit}件以上書いてください`,
      none: (p) =>
        `${p.name}に、読み取れる項目がありません。${formsInJapanese[p.form]}${p.columns.length > 0 ? `（列：${p.columns.join('、')}）` : ''}${p.limit}件以上書いてください`,
      few: (p) => `${p.name}が${p.count}件しかありません。${p.limit}件以上にしてください`,
      many: (p) =>
        p.limit === 0
          ? `${p.name}には何も書けません`
          : `${p.name}が${p.count}件あります。${p.limit}件以内に減らしてください`,
    },
  },
  examples: {
    accept: [
      { type, guide: '## Lamps\n\n- **Oil lamp**: warm\n- **Arc lamp**: bright\n' },
      { type, guide: '## 灯火\n\n- **石油灯**：暖かい色\n- **電灯**：明るい\n- **LED**：長持ち\n' },
    ],
    reject: [
      { type, guide: '## Lamps\n\nThere are many kinds of lamps.\n', marks: '## Lamps' },
      { type, guide: '## 灯火\n\n- **石油灯**：暖かい色\n', marks: '## 灯火' },
      { type, guide: '## Lamps\n\n- Oil lamp\n- Gas lamp\n- Arc lamp\n- Light-emitting diode\n', marks: '## Lamps' },
    ],
  },
  *check(guide, { say, locale }) {
    for (const { keyword, pointer, params, range, severity } of violationsFor('item-count', guide)) {
      const name = nameValue(guide, pointer, locale);
      const count = Array.isArray(params.value) ? params.value.length : 0;
      const limit = Number(params.limit);
      const form = formOf(guide, pointer);
      const message =
        keyword === 'maxItems'
          ? say.many({ name, count, limit })
          : count === 0 && form === 'values'
            ? say.emptyList({ name, limit })
            : count === 0
              ? say.none({ name, limit, form, columns: form === 'table' ? columnNames(guide, pointer) : [] })
              : say.few({ name, count, limit });
      yield { range, severity, message };
    }
  },
});

function formOf(guide: Guide, pointer: JsonPointer): Form {
  const source = guide.type.nodeAt(pointer)?.['x-source'];
  if (isFrontMatter(pointer, guide.type) || !source) return 'values';
  if (source.questions) return 'questions';
  if (source.hashtags) return 'hashtags';
  return source.table ? 'table' : 'items';
}
