import { spelled } from '../spelled.ts';
import { nameValue } from './name-value.ts';
import { quoted } from './quoted.ts';
import { defineRule } from './rule.ts';
import { violationsFor } from './violations-for.ts';

const type = {
  type: 'object',
  properties: {
    tides: {
      type: 'array',
      'x-source': {
        section: { name: 'Tides', aliases: ['潮汐'] },
        table: { columns: { boats: ['Boats', '船の数'], fare: ['Fare', '料金'], day: ['Day', '日付'] } },
      },
      items: {
        type: 'object',
        properties: {
          boats: { type: 'integer', 'x-parse': 'integer', 'x-title': { en: 'Boats', ja: '船の数' } },
          day: { type: 'string', format: 'date', 'x-parse': 'date', 'x-title': { en: 'Day', ja: '日付' } },
          fare: {
            type: 'object',
            required: ['min'],
            properties: { min: { type: 'number' }, max: { type: ['number', 'null'] }, text: { type: 'string' } },
            'x-parse': 'money-range',
            'x-title': { en: 'Fare', ja: '料金' },
          },
        },
      },
    },
  },
};

/** A value that is read out of text, such as an amount or a span of years, can be read. */
export const readableValue = defineRule({
  id: 'readable-value',
  severity: 'error',
  fix: 'none',
  docs: {
    en: {
      summary: 'Amounts, years, dates and marks are written so that they can be read as such',
      why: 'These values are compared, sorted and drawn as charts. What cannot be read is missing there, although a reader may understand it.',
    },
    ja: {
      summary: '金額や年数、日付などが、値として読み取れる形で書かれている',
      why: 'これらの値は、比べたり並べ替えたり図にしたりします。人には意味がわかっても、読み取れない書き方だと、そこから抜け落ちます。',
    },
  },
  messages: {
    en: {
      unread: (p: { name: string; text: string; parser: string }) =>
        `${p.name} says ${p.text}, which cannot be read as ${inEnglish[p.parser] ?? `a value of the kind ${p.parser}`}`,
    },
    ja: {
      unread: (p) =>
        `${p.name}の${p.text}を${inJapanese[p.parser] ?? `値（${p.parser}）として読み取れません。決められた形で書いてください`}`,
    },
  },
  examples: {
    accept: [
      { type, guide: '## Tides\n\n| Boats | Fare | Day |\n| --- | --- | --- |\n| 1,200 | 500〜800 | 2024-05-15 |\n' },
      {
        type,
        guide:
          '## 潮汐\n\n| 船の数 | 料金（円） | 日付 |\n| --- | --- | --- |\n| ３隻 | 1,300〜2,000+ | 2024年5月15日 |\n',
      },
    ],
    reject: [
      { type, guide: '## 潮汐\n\n| 船の数 | 料金 |\n| --- | --- |\n| 3隻 | 応相談 |\n', marks: '応相談' },
      { type, guide: '## Tides\n\n| Boats | Day |\n| --- | --- |\n| a few | some day in May |\n', marks: 'a few' },
      { type, guide: '## 潮汐\n\n| 船の数 | 日付 |\n| --- | --- |\n| 3 | 5月の満月の日 |\n', marks: '5月の満月の日' },
    ],
  },
  *check(guide, { say, locale }) {
    for (const { pointer, params, range, severity } of violationsFor('readable-value', guide)) {
      const cell = guide.document.source.text.slice(range.start, range.end);
      // A header is read together with the cell below it; what is pointed at is the header.
      const text = quoted(cell !== '' && spelled(params.value).startsWith(cell) ? cell : params.value, locale);
      yield {
        range,
        severity,
        message: say.unread({ name: nameValue(guide, pointer, locale), text, parser: String(params.parser) }),
      };
    }
  },
});

const inEnglish: Readonly<Record<string, string>> = {
  'money-range': 'an amount; write one like 500〜800, 1,300〜2,000+ or "600 or more"',
  'year-range': 'a span of years; write one like "0-3 years" or "7+ years"',
  integer: 'a whole number; write digits, like 12',
  number: 'a number; write digits, like 12 or 1.5',
  percent: 'a share; write one like 40%',
  date: 'a date; write one like 2024-05-15',
  mark: 'yes or no; write ○ or ×, or yes or no',
  list: 'a list; write entries with commas between them',
  currency: 'a currency; name its unit in brackets, such as (JPY), (USD) or (円)',
};

const inJapanese: Readonly<Record<string, string>> = {
  'money-range': '金額として読み取れません。500〜800、1,300〜2,000+、600以上 のように書いてください',
  'year-range': '年数として読み取れません。0〜3年、7年以上 のように書いてください',
  integer: '整数として読み取れません。12 のように数字で書いてください',
  number: '数値として読み取れません。12 や 1.5 のように数字で書いてください',
  percent: '割合として読み取れません。40% のように書いてください',
  date: '日付として読み取れません。2024-05-15 や 2024年5月15日 のように書いてください',
  mark: '「はい・いいえ」として読み取れません。○ か × で書いてください',
  list: 'リストとして読み取れません。項目を「、」で区切って書いてください',
  currency: '通貨として読み取れません。（万円）や（USD）のように単位を書き添えてください',
};
