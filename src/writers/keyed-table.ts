import type { Guide } from '../model.ts';
import { guideKeys } from './guide-keys.ts';
import type { GuideRows, Row } from './guide-tables.ts';
import { contentHash, hashColumn, rowHash } from './row-hash.ts';
import type { TableOutline } from './table-outline.ts';

/** A table whose rows say which value of which guide they are. */
export interface KeyedTable {
  readonly header: readonly string[];
  readonly records: readonly (readonly unknown[])[];
}

/** The columns before a table's own ones: the guide, and for an array of objects the position in it and above it. */
export function keyColumns({ name, parents }: TableOutline): string[] {
  return name === '' ? ['guide'] : ['guide', ...parents.map((parent) => `${parent}.index`), 'index'];
}

/** The rows of all guides in one table, each with its keys before and its hash behind the cells. */
export function keyedTable(
  table: TableOutline,
  guides: readonly Guide[],
  rows: readonly GuideRows[],
  keys: readonly string[] = guideKeys(guides),
): KeyedTable {
  const records = guides.flatMap((guide, index) => {
    const hash = contentHash(guide);
    const cellsOf = (row: Row) => table.columns.map((column) => [column, row.cells.get(column)] as const);
    return (rows[index]?.get(table.name) ?? []).map((row) => [
      keys[index],
      ...row.indexes,
      ...cellsOf(row).map(([, value]) => value),
      rowHash(hash, cellsOf(row)),
    ]);
  });
  return { header: [...keyColumns(table), ...table.columns, hashColumn], records };
}
