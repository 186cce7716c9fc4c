import type { Table, TableRow } from 'mdast';
import { rangeOf } from '../guide-types/scope.ts';
import type { Range } from '../model.ts';

/** The lines at the end of a table that have no bar at all: text that was meant to stand below it. */
export function swallowedRows(table: Table, text: string): readonly Range[] {
  const rows = table.children.slice(1);
  const isRow = (row: TableRow): boolean => {
    const { start, end } = rangeOf(row);
    return text.slice(start, end).includes('|');
  };
  const last = rows.findLastIndex(isRow);
  if (last === rows.length - 1) return [];
  const hasBars = text
    .slice(table.position?.start.offset ?? 0, rows[0]?.position?.start.offset ?? 0)
    .trimStart()
    .startsWith('|');
  return hasBars ? rows.slice(last + 1).map(rangeOf) : [];
}
