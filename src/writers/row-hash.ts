import { createHash } from 'node:crypto';
import type { Guide } from '../model.ts';
import { cellText } from './csv-text.ts';

/** Name of the column by which an import knows what the guide said when the table was written. */
export const hashColumn = 'hash';

/** Of a cell's digest; enough to tell a cell's new text from its old one. Unit: base64url characters. */
const markLength = 4;

/** The content of a guide's file, as a word that no spreadsheet takes for a number. */
export function contentHash({ document: { source } }: Guide): string {
  return `g${createHash('sha256').update(source.text).digest('hex').slice(0, 12)}`;
}

/** The hash of one row: that of the guide, then a mark of each cell, so that a change is known cell by cell. */
export function rowHash(guideHash: string, cells: Iterable<readonly [column: string, value: unknown]>): string {
  return `${guideHash}:${[...cells].map(([column, value]) => markOf(column, value)).join('')}`;
}

/** What a row's hash says of the time when it was written. */
export interface WrittenRow {
  readonly guideHash: string;
  /** True when the cell held this value then. */
  held(column: string, value: unknown): boolean;
}

/** Reads what `rowHash` wrote; undefined for any other text. */
export function readRowHash(text: string): WrittenRow | undefined {
  const [, guideHash, marks] = /^(g[0-9a-f]{12}):((?:[\w-]{4})*)$/.exec(text.trim()) ?? [];
  if (guideHash === undefined || marks === undefined) return undefined;
  const known = new Set(marks.match(/.{4}/g));
  return { guideHash, held: (column, value) => known.has(markOf(column, value)) };
}

/** The column counts in, so that columns may be moved and removed. */
function markOf(column: string, value: unknown): string {
  const text = cellText(value).replaceAll(/\r\n?/g, '\n');
  return createHash('sha256').update(`${column}\n${text}`).digest('base64url').slice(0, markLength);
}
