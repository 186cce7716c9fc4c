import type { Table } from 'mdast';
import { rangeOf } from '../guide-types/scope.ts';
import type { Range } from '../model.ts';

/** The lines at the end of a table that have no bar at all: text that was meant to stand below it. */
export function swallowedRows(table: Table, text: string): readonly Range[] {
  const rows = table.children.slice(1).map(rangeOf);
  const last = rows.findLastIndex(({ start, end }) => text.slice(start, end).includes('|'));
  const hasBars = text
    .slice(table.position?.start.offset ?? 0, rows[0]?.start ?? 0)
    .trimStart()
    .startsWith('|');
  return hasBars ? rows.slice(last + 1) : [];
}
