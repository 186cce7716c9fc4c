import { cellRange } from '../guide-types/find-tables.ts';
import { rangeOf } from '../guide-types/scope.ts';
import type { Guide } from '../model.ts';
import { nodesOf } from './nodes-of.ts';
import { RangeIndex } from './range-index.ts';
import { defineRule } from './rule.ts';
import { shortened } from './shortened.ts';
import { unreadTables } from './unread-tables.ts';

/** Each row of a table has as many cells as its header. */
export const rowCellCount = defineRule({
  id: 'row-cell-count',
  severity: 'error',
  fix: 'none',
  docs: {
    en: {
      summary: 'Each table row has as many cells as the header',
      why: 'Cells beyond the last column are not shown at all, and a row with a cell too few has its text under the wrong header. When the row of dashes has another number of cells than the header, no table is shown. A bar within a cell is written `\\|`.',
    },
    ja: {
      summary: '表のどの行も、見出しの行と同じ数のセルがある',
      why: '見出しより多いセルは画面に出ず、足りない行では文章が別の列に入ってしまいます。「---」の行のセルの数が見出しと違うと、表そのものが表示されません。セルの中で縦棒を使うときは「\\|」と書きます。',
    },
  },
  messages: {
    en: {
      many: (p: { cells: number; columns: number; rest: string }) =>
        `This row has ${cells(p.cells)}, the header ${p.columns}, so "${p.rest}" is not shown; join cells, or write a bar within a text as "\\|"`,
      few: (p: { cells: number; columns: number }) =>
        `This row has ${cells(p.cells)}, the header ${p.columns}; a cell or a bar is missing`,
      rule: (p: { cells: number; columns: number }) =>
        `The row of dashes has ${cells(p.cells)}, the header ${p.columns}, so no table is shown; give it as many as the header`,
    },
    ja: {
      many: (p) =>
        `この行にはセルが${p.cells}個ありますが、見出しは${p.columns}列なので、「${p.rest}」は表示されません。セルをまとめるか、文中の縦棒は「\\|」と書いてください`,
      few: (p) => `この行のセルは${p.cells}個で、見出しの${p.columns}列に足りません。セルか縦棒を補ってください`,
      rule: (p) => `「---」の行のセルは${p.cells}個、見出しは${p.columns}個です。数をそろえないと表になりません`,
    },
  },
  examples: {
    accept: [
      { guide: '| Tool | Use |\n| --- | --- |\n| Saw | Cutting |\n| Plane | |\n' },
      { guide: '| 道具 | 用途 |\n| :--- | :--- |\n| のみ | 穴を掘る\\|削る |\n| `a | b` |\n' },
      { guide: '道具 | 用途\n--- | ---\nのこぎり | 切る\n' },
    ],
    reject: [
      { guide: '| Tool | Use |\n| --- | --- |\n| Saw | Cutting | Wood |\n', marks: 'Wood' },
      {
        guide: '| 道具 | 用途 | 値段 |\n| --- | --- | --- |\n| のこぎり | 3,000円 |\n',
        marks: '| のこぎり | 3,000円 |',
      },
      { guide: '| 道具 | 用途 | 値段 |\n| --- | --- |\n| のみ | 削る | 2,000円 |\n', marks: '| --- | --- |' },
    ],
  },
  *check(guide, { say }) {
    const { text } = guide.document.source;
    const gaps = knownGaps(guide);
    for (const { node } of nodesOf(guide.document, 'table')) {
      const [header, ...rows] = node.children;
      const columns = header?.children.length ?? 0;
      for (const row of rows) {
        const count = row.children.length;
        if (count === columns) continue;
        const range = rangeOf(row);
        // A line without any bar is no row; blank-line-around-block tells of it.
        if (!text.slice(range.start, range.end).includes('|')) continue;
        const surplus = row.children.slice(columns).map((cell) => cellRange(cell, text));
        const [first, last] = [surplus[0], surplus.at(-1)];
        if (first && last) {
          const run = { start: first.start, end: last.end };
          yield {
            range: run,
            message: say.many({ cells: count, columns, rest: shortened(text.slice(run.start, run.end)) }),
          };
        }
        if (count < columns && !gaps.hasIn(range)) yield { range, message: say.few({ cells: count, columns }) };
      }
    }
    for (const { rule, ruleCells, headerCells } of unreadTables(guide.document)) {
      if (ruleCells !== headerCells)
        yield { range: rule, message: say.rule({ cells: ruleCells, columns: headerCells }) };
    }
  },
});

function cells(count: number): string {
  return count === 1 ? 'one cell' : `${count} cells`;
}

/** The cells for whose absence the schema speaks itself. */
function knownGaps({ violations }: Guide): RangeIndex {
  return new RangeIndex(violations.flatMap(({ params, range }) => (params.missing === 'cell' ? [range] : [])));
}
