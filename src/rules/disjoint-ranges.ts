import { parentPointer } from '../guide-types/schema-view.ts';
import { valueAt } from '../guide-types/value-at.ts';
import type { SchemaNode } from '../model.ts';
import { childPointer } from '../parse/place-collector.ts';
import { nameValue } from './name-value.ts';
import { quoted } from './quoted.ts';
import { defineRule } from './rule.ts';
import { violationsFor } from './violations-for.ts';

const type = {
  type: 'object',
  properties: {
    fares: {
      type: 'array',
      'x-title': { en: 'Fares', ja: '料金表' },
      'x-source': {
        section: { name: 'Fares', aliases: ['料金'] },
        table: { columns: { age: ['Age', '年齢'], fare: ['Fare', '金額'] } },
      },
      'x-disjoint': '/fare',
      items: {
        type: 'object',
        properties: {
          age: { type: 'string' },
          fare: {
            type: 'object',
            'x-parse': 'money-range',
            properties: { min: { type: 'number' }, max: { type: ['number', 'null'] }, text: { type: 'string' } },
          },
        },
      },
    },
  },
} satisfies SchemaNode;

/** Ranges that follow one another do not overlap; that one begins where the other ends is no overlap. */
export const disjointRanges = defineRule({
  id: 'disjoint-ranges',
  severity: 'error',
  fix: 'none',
  docs: {
    en: {
      summary: 'Ranges that follow one another do not overlap',
      why: 'A reader looks up the one row that is theirs. Where a row begins below the end of the row above it, both could be meant; often a figure was mistyped.',
    },
    ja: {
      summary: '続く行の範囲が重なっていない',
      why: '読者は自分に当てはまる行を1つだけ探します。上の行の上限より低い値から始まっていると、どちらの行を見ればよいのかわかりません。数値の書き間違いのこともよくあります。',
    },
  },
  messages: {
    en: {
      overlap: (p: { list: string; value: string; previous: string }) =>
        `${p.value} overlaps ${p.previous}, which stands above it in ${p.list}; let it begin where the row above ends, or correct the numbers`,
    },
    ja: {
      overlap: (p) =>
        `${p.list}の${p.value}が、上の行の${p.previous}と重なっています。上の行が終わるところから始めるか、数値を直してください`,
    },
  },
  examples: {
    accept: [
      { type, guide: '## Fares\n\n| Age | Fare |\n| --- | --- |\n| Child | 100 - 200 |\n| Adult | 200 - 400+ |\n' },
      { type, guide: '## 料金\n\n| 年齢 | 金額（円） |\n| --- | --- |\n| 子ども | 100以上 |\n| 大人 | 300〜400 |\n' },
    ],
    reject: [
      {
        type,
        guide: '## 料金\n\n| 年齢 | 金額（円） |\n| --- | --- |\n| 子ども | 100〜250 |\n| 大人 | 200〜400 |\n',
        marks: '200〜400',
      },
      {
        type,
        guide: '## Fares\n\n| Age | Fare |\n| --- | --- |\n| Child | 100 - 300 |\n| Adult | 250 - 400 |\n',
        marks: '250 - 400',
      },
    ],
  },
  *check(guide, { say, locale }) {
    const descending = new Set(violationsFor('ascending-values', guide).map(({ range }) => range.start));
    for (const { pointer, params, range, severity } of violationsFor('disjoint-ranges', guide)) {
      // A row in the wrong place overlaps nothing; ascending-values tells of it.
      if (descending.has(range.start)) continue;
      const path = String(params.path);
      const list = parentPointer(pointer.slice(0, pointer.length - path.length));
      const textAt = (at: string): string => quoted(valueAt(guide.value, `${at}/text`), locale);
      const above = childPointer(list, Number(params.above)) + path;
      const message = say.overlap({
        list: nameValue(guide, list, locale),
        value: textAt(pointer),
        previous: textAt(above),
      });
      yield { range, severity, message };
    }
  },
});
