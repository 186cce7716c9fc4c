import type { Table, TableCell, TableRow } from 'mdast';
import type { Range } from '../model.ts';
import { type ColumnIndex, matchColumns } from './match-columns.ts';
import { type Part, partOf, type RowColumns, rangeOf, type Scope } from './scope.ts';
import { inlineText } from './text-of.ts';

/** A table whose headers answer to the columns that are looked for. */
export interface FoundTable {
  readonly part: Part;
  readonly header: Range;
  /** Header cell of each property that has a column. */
  readonly columns: ReadonlyMap<string, TableCell>;
  /** One scope a row. */
  readonly rows: readonly Scope[];
}

/** Finds the tables that have at least half of the columns. */
export function findTables(parts: readonly Part[], columns: ColumnIndex, text: string): FoundTable[] {
  const tables: FoundTable[] = [];
  for (const part of parts) {
    const table = part.node.type === 'table' ? readTable(part, part.node, columns, text) : undefined;
    if (table) tables.push(table);
  }
  return tables;
}

function readTable(part: Part, table: Table, columns: ColumnIndex, text: string): FoundTable | undefined {
  const [header, ...rows] = table.children;
  if (!header) return undefined;
  const indexes = matchColumns(header, columns, text);
  if (indexes.size === 0 || indexes.size < columns.properties.length / 2) return undefined;
  const cells = new Map<string, TableCell>();
  for (const [property, other] of columns.shared) {
    const index = indexes.get(other);
    if (index !== undefined) indexes.set(property, index);
  }
  for (const [property, index] of indexes) {
    const cell = header.children[index];
    if (cell) cells.set(property, cell);
  }
  const read = readColumns(header, indexes, columns, text);
  return { part, header: rangeOf(header), columns: cells, rows: rows.map((row) => rowScope(row, read)) };
}

function readColumns(
  { children }: TableRow,
  indexes: ReadonlyMap<string, number>,
  { shared }: ColumnIndex,
  text: string,
): RowColumns {
  const names = children.map((cell) => inlineText(cell, text));
  const headers = new Map<string, string>();
  for (const [property, index] of indexes) headers.set(property, names[index] ?? '');
  return { indexes, headers, shared, names, known: new Set(indexes.values()) };
}

function rowScope(row: TableRow, columns: RowColumns): Scope {
  return { parts: row.children.map(partOf), extent: rangeOf(row), row: { cells: row.children, columns } };
}

/** True for the header of a column that merely counts the rows. */
export function isNumbering(header: string): boolean {
  return /^(?:no|number|番号|#|)$/iu.test(header.replace(/[.．]$/u, ''));
}

/** The run of a cell's content; for an empty cell the place between its bars. */
export function cellRange(cell: TableCell, text: string): Range {
  const first = cell.children[0];
  const last = cell.children.at(-1);
  if (first && last) return { start: rangeOf(first).start, end: rangeOf(last).end };
  const { start, end } = rangeOf(cell);
  const inner = {
    start: text[start] === '|' ? start + 1 : start,
    end: text[end - 1] === '|' && end - start > 1 ? end - 1 : end,
  };
  const at = inner.end - inner.start > 1 ? inner.start + 1 : inner.start;
  return { start: at, end: at };
}
