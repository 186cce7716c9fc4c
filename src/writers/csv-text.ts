import { stringify } from 'csv-stringify/sync';
import { guardFormula } from './guard-formula.ts';

export interface CsvOptions {
  readonly bom: boolean;
  /** What stands between two cells; a comma unless told. */
  readonly delimiter?: string;
}

/** RFC 4180 text of a table: CRLF, quotes doubled; strings cannot start a formula, numbers stay numbers. */
export function csvText(
  header: readonly string[],
  rows: readonly (readonly unknown[])[],
  { bom, delimiter = ',' }: CsvOptions,
): string {
  // Cells are made text here: left to itself, csv-stringify writes `true` as 1 and `false` as nothing.
  const records = [header, ...rows].map((cells) => cells.map(cellText));
  return stringify(records, { bom, delimiter, record_delimiter: 'windows', quote_record_delimiter: true });
}

/** What a value is in a cell: nothing for no value, a list joined by `; `. */
export function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return guardFormula(value);
  if (Array.isArray(value)) return value.map(cellText).join('; ');
  if (typeof value === 'object') return guardFormula(JSON.stringify(value));
  return String(value);
}
