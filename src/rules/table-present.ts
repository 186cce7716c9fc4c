import { columnNames } from './column-name.ts';
import { nameValue } from './name-value.ts';
import { defineRule } from './rule.ts';
import { violationsFor } from './violations-for.ts';

const type = {
  type: 'object',
  properties: {
    tides: {
      type: 'object',
      'x-title': { en: 'Tides', ja: '潮汐' },
      'x-source': { section: { name: 'Tides', aliases: ['潮汐'] } },
      required: ['table'],
      properties: {
        table: {
          type: 'array',
          'x-title': { en: 'Tide table', ja: '潮見表' },
          'x-source': { table: { columns: { time: ['Time', '時刻'], height: ['Height', '潮位'] } } },
        },
      },
    },
  },
};

/** A table that the guide type requires stands in its section. */
export const tablePresent = defineRule({
  id: 'table-present',
  severity: 'error',
  fix: 'none',
  docs: {
    en: {
      summary: 'A section that needs a table has one',
      why: 'Numbers and comparisons are read out of tables by their column headers. The same facts in running text, or in a table with other headers, are not found.',
    },
    ja: {
      summary: '表が必要な章に表がある',
      why: '数値や比較は、表の列見出しを手がかりに読み取ります。文章で書いたり、列見出しの違う表にしたりすると読み取れません。',
    },
  },
  messages: {
    en: {
      missing: (p: { name: string; columns: readonly string[] }) =>
        `The table ${p.name} is missing; add one with the columns ${p.columns.map((column) => `"${column}"`).join(', ')}`,
    },
    ja: {
      missing: (p) =>
        `表${p.name}がありません。${p.columns.map((column) => `「${column}」`).join('')}の列がある表を書いてください`,
    },
  },
  examples: {
    accept: [
      { type, guide: '## Tides\n\n| Time | Height |\n| --- | --- |\n| 6:00 | 1.2 m |\n' },
      {
        type,
        guide:
          '## 潮汐\n\n満潮と干潮の時刻です。\n\n| 時刻 | 潮位 | 備考 |\n| --- | --- | --- |\n| 6時 | 1.2m | 満潮 |\n',
      },
    ],
    reject: [
      { type, guide: '## 潮汐\n\n6時の潮位は1.2mです。\n', marks: '## 潮汐' },
      { type, guide: '## Tides\n\n| Port | Country |\n| --- | --- |\n| Brest | France |\n', marks: '## Tides' },
    ],
  },
  *check(guide, { say, locale }) {
    for (const { pointer, range, severity } of violationsFor('table-present', guide)) {
      const name = nameValue(guide, pointer, locale);
      yield { range, severity, message: say.missing({ name, columns: columnNames(guide, pointer) }) };
    }
  },
});
