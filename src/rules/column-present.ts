import { parentPointer, stepsOf } from '../guide-types/schema-view.ts';
import type { Guide, JsonPointer } from '../model.ts';
import { nearestName } from '../nearest-name.ts';
import { columnName } from './column-name.ts';
import { nameValue } from './name-value.ts';
import { defineRule } from './rule.ts';
import { violationsFor } from './violations-for.ts';

const type = {
  type: 'object',
  properties: {
    tides: {
      type: 'array',
      'x-title': { en: 'Tide table', ja: '潮見表' },
      'x-source': {
        section: { name: 'Tides', aliases: ['潮汐'] },
        table: { columns: { time: ['Time', '時刻'], height: ['Height', '潮位'] } },
      },
      items: {
        type: 'object',
        required: ['time', 'height'],
        properties: { time: { type: 'string' }, height: { type: 'string' } },
      },
    },
  },
};

/** A table has each column that the guide type requires; told once, at its header row. */
export const columnPresent = defineRule({
  id: 'column-present',
  severity: 'error',
  fix: 'none',
  docs: {
    en: {
      summary: 'A table has every column that the guide type requires',
      why: 'Cells are read by the header above them. A column under an unknown header is kept, but does not reach the page, the CSV or the comparison it was written for.',
    },
    ja: {
      summary: '表に必要な列がそろっている',
      why: '表の中身は列見出しを手がかりに読み取ります。知らない列見出しの下にある内容は、ページや一覧の決まった場所に表示されません。',
    },
  },
  messages: {
    en: {
      missing: (p: { table: string; column: string; headers: readonly string[] }) =>
        `The table ${p.table} has no column "${p.column}", only ${list(p.headers)}; add the column`,
      near: (p: { table: string; column: string; near: string }) =>
        `The table ${p.table} has no column "${p.column}"; did you mean that by "${p.near}"? Then rename the header`,
    },
    ja: {
      missing: (p) =>
        `表${p.table}に「${p.column}」の列がありません（今ある列：${p.headers.join('、')}）。列を加えてください`,
      near: (p) => `表${p.table}に「${p.column}」の列がありません。「${p.near}」がそれなら、列見出しを直してください`,
    },
  },
  examples: {
    accept: [
      { type, guide: '## Tides\n\n| Height | Time |\n| --- | --- |\n| 1.2 m | 6:00 |\n' },
      { type, guide: '## 潮汐\n\n| 🕕 時刻 | **潮位** | 備考 |\n| --- | --- | --- |\n| 6時 | 1.2m | 満潮 |\n' },
    ],
    reject: [
      {
        type,
        guide: '## 潮汐\n\n| 時刻 | 風速 |\n| --- | --- |\n| 6時 | 4m |\n| 12時 | 7m |\n',
        marks: '| 時刻 | 風速 |',
      },
      { type, guide: '## Tides\n\n| Time | Hieght |\n| --- | --- |\n| 6:00 | 1.2 m |\n', marks: '| Time | Hieght |' },
    ],
  },
  *check(guide, { say, locale }) {
    for (const { pointer, range, severity } of violationsFor('column-present', guide)) {
      const property = stepsOf(pointer).at(-1) ?? '';
      const array = parentPointer(parentPointer(pointer));
      const table = nameValue(guide, array, locale);
      const column = columnName(guide, array, property) ?? property;
      const headers = headersOf(guide.document.source.text.slice(range.start, range.end));
      const near = nearestName(column, unknownHeaders(guide, array, headers));
      yield {
        range,
        severity,
        message: near ? say.near({ table, column, near }) : say.missing({ table, column, headers }),
      };
    }
  },
});

function headersOf(row: string): string[] {
  const cells = row.split(/(?<!\\)\|/).map((cell) => cell.replaceAll(/[*`]/g, '').trim());
  return cells.filter((cell) => cell !== '');
}

/** Headers that none of the known columns stand under. */
function unknownHeaders({ places, document }: Guide, array: JsonPointer, headers: readonly string[]): string[] {
  const known = [...(places.get(array)?.table?.columns.values() ?? [])];
  const texts = known.map(({ start, end }) => headersOf(document.source.text.slice(start, end))[0]);
  return headers.filter((header) => !texts.includes(header));
}

function list(headers: readonly string[]): string {
  return headers.map((header) => `"${header}"`).join(', ');
}
