import { isFrontMatter } from '../guide-types/is-front-matter.ts';
import type { Fix, Locale, SchemaNode } from '../model.ts';
import { nameValue } from './name-value.ts';
import { defineRule } from './rule.ts';
import { violationsFor } from './violations-for.ts';

const type = {
  type: 'object',
  properties: {
    meta: {
      type: 'object',
      'x-source': { frontMatter: true },
      properties: {
        title: { type: 'string', 'x-title': { en: 'Title', ja: 'タイトル' } },
        tags: { type: 'array', 'x-title': { en: 'Tags', ja: 'タグ' } },
        height: { type: 'integer', 'x-title': { en: 'Height', ja: '高さ' } },
        draft: { type: 'boolean' },
      },
    },
  },
} satisfies SchemaNode;

const kinds: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  en: {
    string: 'text',
    number: 'a number',
    integer: 'a whole number',
    boolean: 'true or false',
    array: 'a list',
    object: 'keys with values',
    null: 'no value',
  },
  ja: {
    string: '文字',
    number: '数値',
    integer: '整数',
    boolean: 'true か false',
    array: 'リスト',
    object: '項目と値の組',
    null: '値なし',
  },
};

/** A value is of the kind that the guide type wants: text, number, list. */
export const valueType = defineRule({
  id: 'value-type',
  severity: 'error',
  fix: 'safe',
  docs: {
    en: {
      summary: 'A value is of the kind that the guide type wants: text, number, list',
      why: 'A program that expects a list takes a single text letter by letter, and one that expects text may turn 010 into 10. Quotes and brackets decide what a value is.',
    },
    ja: {
      summary: '値の種類（文字、数値、リストなど）が決まりどおりになっている',
      why: 'リストのはずのところに文字が1つだけあったり、文字のはずのところが数値になっていたりすると、正しく表示されません。何になるかは、引用符やかっこの付け方で決まります。',
    },
  },
  messages: {
    en: {
      other: (p: { name: string; found: string; wanted: string }) => `${p.name} is ${p.found}; write ${p.wanted}`,
      quote: (p: { name: string; found: string; wanted: string }) =>
        `${p.name} is ${p.found}; put it in double quotes to make it ${p.wanted}`,
      unquote: (p: { name: string; found: string; wanted: string }) =>
        `${p.name} is ${p.found}; write ${p.wanted}, without quotes`,
      list: (p: { name: string; example: string }) =>
        `${p.name} is a single value; write a list, even of one entry: ${p.example}`,
      addQuotes: 'Put the value in double quotes',
    },
    ja: {
      other: (p) => `${p.name}が${p.found}になっています。${p.wanted}で書いてください`,
      quote: (p) =>
        `${p.name}が${p.found}になっています。${p.wanted}として読めるように、二重引用符（"）で囲んでください`,
      unquote: (p) => `${p.name}が${p.found}になっています。引用符を付けずに、${p.wanted}で書いてください`,
      list: (p) => `${p.name}に値が1つだけ書かれています。1つでもリストの形で書いてください（例：${p.example}）`,
      addQuotes: '値を二重引用符で囲む',
    },
  },
  examples: {
    accept: [
      { type, guide: '---\ntitle: "1875"\ntags: [sea]\nheight: 31\ndraft: false\n---\n' },
      { type, guide: '---json\n{ "title": "灯台守", "tags": ["海", "光"] }\n---\n' },
    ],
    reject: [
      { type, guide: '---\ntitle: 1875\n---\n', marks: '1875' },
      { type, guide: '---\ntags: 灯台\n---\n', marks: '灯台' },
      { type, guide: '---json\n{ "title": ["灯台守"] }\n---\n', marks: '"title"' },
      { type, guide: '+++\nheight = "31 m"\n+++\n', marks: '"31 m"' },
      { type, guide: '---\ndraft: "yes"\n---\n', marks: '"yes"' },
    ],
  },
  *check(guide, { say, locale }) {
    const { source } = guide.document;
    for (const { pointer, params, range, severity } of violationsFor('value-type', guide)) {
      const allTypes = [params.type].flat().map(String);
      const wantedTypes = allTypes.length === 1 ? allTypes : allTypes.filter((one) => one !== 'null');
      const name = nameValue(guide, pointer, locale);
      const wanted = wantedTypes.map((one) => kinds[locale][one] ?? one).join(locale === 'ja' ? '、または' : ' or ');
      const found = kinds[locale][typeOf(params.value)] ?? '';
      const isScalar = typeof params.value !== 'object';
      const text = source.text.slice(range.start, range.end);
      if (!isFrontMatter(pointer, guide.type) || wantedTypes.length !== 1) {
        yield { range, severity, message: say.other({ name, found, wanted }) };
      } else if (wantedTypes[0] === 'array' && isScalar) {
        yield { range, severity, message: say.list({ name, example: `[${text}]` }) };
      } else if (wantedTypes[0] === 'string' && isScalar) {
        const fix: Fix = { kind: 'safe', unveils: true, title: say.addQuotes, edits: [{ range, text: `"${text}"` }] };
        const isPlain = /^[\w.+:-]+$/.test(text);
        yield { range, severity, message: say.quote({ name, found, wanted }), ...(isPlain && { fix }) };
      } else {
        const isQuoted = /^["']/.test(text) && ['number', 'integer', 'boolean'].includes(wantedTypes[0] ?? '');
        yield { range, severity, message: (isQuoted ? say.unquote : say.other)({ name, found, wanted }) };
      }
    }
  },
});

function typeOf(value: unknown): string {
  return Array.isArray(value) ? 'array' : typeof value;
}
