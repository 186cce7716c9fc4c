import { itemName } from './item-name.ts';
import { nameValue } from './name-value.ts';
import { nodesOf } from './nodes-of.ts';
import { quoted } from './quoted.ts';
import { RangeIndex } from './range-index.ts';
import { defineRule } from './rule.ts';
import { swallowedRows } from './swallowed-rows.ts';
import { violationsFor } from './violations-for.ts';

const type = {
  type: 'object',
  properties: {
    tides: {
      type: 'array',
      'x-source': {
        section: { name: 'Tides', aliases: ['潮汐'] },
        table: { columns: { time: ['Time', '時刻'], height: ['Height', '潮位'] } },
      },
      items: {
        type: 'object',
        required: ['time', 'height'],
        properties: {
          time: { type: 'string', 'x-title': { en: 'Time', ja: '時刻' } },
          height: { type: 'string', 'x-title': { en: 'Height', ja: '潮位' } },
        },
      },
    },
  },
};

/** A cell that the guide type requires is filled in. */
export const cellNotEmpty = defineRule({
  id: 'cell-not-empty',
  severity: 'error',
  fix: 'none',
  docs: {
    en: {
      summary: 'A table has no empty cell where its column must be filled',
      why: 'An empty cell leaves the reader guessing whether there is nothing to say or something was forgotten, and it is empty in every page and table made from the guide.',
    },
    ja: {
      summary: '必ず書くべき列に空のセルがない',
      why: 'セルが空だと、書くことがないのか書き忘れたのか、読者にはわかりません。ガイドから作るページや表でも空のままになります。',
    },
  },
  messages: {
    en: {
      empty: (p: { name: string; row: string }) => `${p.name} is empty in the row ${p.row}; fill in the cell`,
      emptyRow: (p: { name: string }) => `${p.name} is empty in this row; fill in the cell, or remove the row`,
    },
    ja: {
      empty: (p) => `${p.row}の行の${p.name}が空です。セルに内容を書いてください`,
      emptyRow: (p) => `この行の${p.name}が空です。セルに内容を書くか、行を消してください`,
    },
  },
  examples: {
    accept: [
      { type, guide: '## Tides\n\n| Time | Height | Notes |\n| --- | --- | --- |\n| 6:00 | 1.2 m | |\n' },
      { type, guide: '## 潮汐\n\n| 時刻 | 潮位 |\n| --- | --- |\n| 6時 | 不明 |\n' },
    ],
    reject: [
      { type, guide: '## 潮汐\n\n| 時刻 | 潮位 |\n| --- | --- |\n| 6時 | |\n| 12時 | 0.3m |\n' },
      { type, guide: '## Tides\n\n| Time | Height |\n| --- | --- |\n| 6:00 |\n' },
      { type, guide: '## Tides\n\n| Time | Height |\n| --- | --- |\n|  | 1.2 m |\n' },
    ],
  },
  *check(guide, { say, locale }) {
    const { text } = guide.document.source;
    const violations = violationsFor('cell-not-empty', guide);
    if (violations.length === 0) return;
    const swallowed = new RangeIndex(nodesOf(guide.document, 'table').flatMap(({ node }) => swallowedRows(node, text)));
    for (const { pointer, range, severity } of violations) {
      // A line that is no row has no cells to fill; blank-line-around-block tells of it.
      if (swallowed.contains(range)) continue;
      const name = nameValue(guide, pointer, locale);
      const row = itemName(guide, pointer);
      yield { range, severity, message: row ? say.empty({ name, row: quoted(row, locale) }) : say.emptyRow({ name }) };
    }
  },
});
