import { isFrontMatter } from '../guide-types/is-front-matter.ts';
import { valueParsers } from '../guide-types/values/index.ts';
import type { Fix, SchemaNode, Violation } from '../model.ts';
import { spelled } from '../spelled.ts';
import { nameValue } from './name-value.ts';
import { quoted } from './quoted.ts';
import { defineRule } from './rule.ts';
import { violationsFor } from './violations-for.ts';
import { withinQuotes } from './within-quotes.ts';
import { type WordForm, wordForms } from './word-forms.ts';

const type = {
  type: 'object',
  properties: {
    meta: {
      type: 'object',
      'x-source': { frontMatter: true },
      properties: {
        slug: {
          type: 'string',
          pattern: '^[a-z0-9]+(?:_[a-z0-9]+)*$',
          'x-title': { en: 'Slug', ja: 'スラッグ' },
        },
        built: { type: 'string', format: 'date', 'x-title': { en: 'Built on', ja: '完成日' } },
        site: { type: 'string', format: 'uri', 'x-title': { en: 'Site', ja: '公式サイト' } },
        code: { type: 'string', pattern: '^[A-Z]{2}-[0-9]{3}$' },
      },
    },
  },
} satisfies SchemaNode;

/** What a well-written value of a format looks like. */
const models: Readonly<Record<string, string>> = {
  date: '2024-05-15',
  time: '09:30:00Z',
  'date-time': '2024-05-15T09:30:00+09:00',
  duration: 'P1Y6M',
  uri: 'https://example.com/page',
  url: 'https://example.com/page',
  'uri-reference': '/images/page.png',
  iri: 'https://example.com/page',
  email: 'name@example.com',
  hostname: 'example.com',
};

/** A text has the form that the guide type asks for, such as a slug, a date or an address. */
export const valueForm = defineRule({
  id: 'value-form',
  severity: 'error',
  fix: 'unsafe',
  docs: {
    en: {
      summary: 'A slug, date or address is written in the form that the guide type asks for',
      why: 'A slug becomes part of the page address, dates are sorted as text, and addresses become links. In another form the address breaks, the order is wrong or the link leads nowhere.',
    },
    ja: {
      summary: 'スラッグや日付、URLが決められた形で書かれている',
      why: 'スラッグはページのURLの一部に、日付は並べ替えに、アドレスはリンクに使われます。形が違うと、URLが壊れたり、順番が狂ったり、リンクが切れたりします。',
    },
  },
  messages: {
    en: {
      repaired: (p: { name: string; value: string; better: string }) =>
        `${p.name} is ${p.value}; did you mean "${p.better}"?`,
      like: (p: { name: string; value: string; model: string }) =>
        `${p.name} is ${p.value}; write it in the form "${p.model}"`,
      noSuchDay: (p: { name: string; value: string }) =>
        `${p.name} is ${p.value}, a day that does not exist; correct the date`,
      words: (p: { name: string; value: string; form: WordForm }) =>
        `${p.name} is ${p.value}; write ${formsInEnglish[p.form]}`,
      pattern: (p: { name: string; value: string; pattern: string }) =>
        `${p.name} is ${p.value}; it has to match the pattern ${p.pattern}`,
      format: (p: { name: string; value: string; format: string }) =>
        `${p.name} is ${p.value}; it has to be a text of the format ${p.format}`,
      replace: (p: { better: string }) => `Write "${p.better}"`,
    },
    ja: {
      repaired: (p) => `${p.name}が${p.value}になっています。「${p.better}」と書いてください`,
      like: (p) => `${p.name}が${p.value}になっています。「${p.model}」のような形で書いてください`,
      noSuchDay: (p) => `${p.name}の${p.value}という日付はありません。正しい日付に直してください`,
      words: (p) => `${p.name}が${p.value}になっています。${formsInJapanese[p.form]}`,
      pattern: (p) => `${p.name}が${p.value}になっています。決められた形（${p.pattern}）に合わせてください`,
      format: (p) => `${p.name}が${p.value}になっています。決められた形（${p.format}）に合わせてください`,
      replace: (p) => `「${p.better}」と書く`,
    },
  },
  examples: {
    accept: [
      { type, guide: '---\nslug: cape_lighthouse_2\nbuilt: 1875-03-01\nsite: https://example.com/\n---\n' },
      { type, guide: '---json\n{ "slug": "misaki", "code": "JP-012" }\n---\n' },
    ],
    reject: [
      { type, guide: '---\nslug: Cape-Lighthouse\n---\n', marks: 'Cape-Lighthouse' },
      { type, guide: '---json\n{ "slug": "岬の灯台" }\n---\n', marks: '"岬の灯台"' },
      { type, guide: '---\nbuilt: 1875年3月1日\n---\n', marks: '1875年3月1日' },
      { type, guide: '---\nbuilt: 2023-02-30\n---\n', marks: '2023-02-30' },
      { type, guide: '---\nsite: example dot com\n---\n', marks: 'example dot com' },
      { type, guide: '---\ncode: Japan 12\n---\n', marks: 'Japan 12' },
    ],
  },
  *check(guide, { say, locale }) {
    for (const violation of violationsFor('value-form', guide)) {
      const { pointer, params, range, severity } = violation;
      const parts = { name: nameValue(guide, pointer, locale), value: quoted(params.value, locale) };
      const found = { range, severity };
      const better = repaired(violation);
      const model = models[String(params.format)];
      const { form } = params.pattern === undefined ? {} : wordForms(spelled(params.value), String(params.pattern));
      if (better !== undefined) {
        const edits = [{ range: withinQuotes(guide.document.source.text, range), text: better }];
        // Another slug is another address; a date stays the same day.
        const fix: Fix = { kind: params.format === 'date' ? 'safe' : 'unsafe', title: say.replace({ better }), edits };
        const canFix = isFrontMatter(pointer, guide.type);
        yield { ...found, message: say.repaired({ ...parts, better }), ...(canFix && { fix }) };
      } else if (params.format === 'date' && /^\d{4}-\d\d-\d\d$/.test(spelled(params.value))) {
        yield { ...found, message: say.noSuchDay(parts) };
      } else if (model !== undefined) {
        yield { ...found, message: say.like({ ...parts, model }) };
      } else if (form) {
        yield { ...found, message: say.words({ ...parts, form }) };
      } else if (params.pattern === undefined) {
        yield { ...found, message: say.format({ ...parts, format: String(params.format) }) };
      } else {
        yield { ...found, message: say.pattern({ ...parts, pattern: String(params.pattern) }) };
      }
    }
  },
});

const formsInEnglish: Readonly<Record<WordForm, string>> = {
  snake: 'small letters, digits and _ between words, such as "sea_pilot"',
  kebab: 'small letters, digits and - between words, such as "sea-pilot"',
};

const formsInJapanese: Readonly<Record<WordForm, string>> = {
  snake: '半角の英小文字と数字を使い、単語の間に _ を入れて書いてください（例：sea_pilot）',
  kebab: '半角の英小文字と数字を使い、単語の間に - を入れて書いてください（例：sea-pilot）',
};

/** The value in the wanted form, where that is only a matter of spelling. */
function repaired({ params }: Violation): string | undefined {
  const value = spelled(params.value);
  if (params.format === 'date') {
    const day = valueParsers.date?.(value, { header: '' })?.value;
    return typeof day === 'string' && day !== value ? day : undefined;
  }
  return params.pattern === undefined ? undefined : wordForms(value, String(params.pattern)).repaired;
}
