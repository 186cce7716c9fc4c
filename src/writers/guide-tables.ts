import type { Guide } from '../model.ts';

/** One guide, or one element of an array of objects. */
export interface Row {
  /** Position in its array, from 0, after the positions of the elements it stands in; empty for a guide. */
  readonly indexes: readonly number[];
  /** Scalars and arrays of scalars by dotted column name. */
  readonly cells: ReadonlyMap<string, unknown>;
  /** The value as it stands in the guide. */
  readonly element: unknown;
}

/** The rows that one guide adds to each table, by table name; the guide's own single row is under `''`. */
export type GuideRows = ReadonlyMap<string, readonly Row[]>;

/** Column of an array element that should have been an object and is not. */
const bareElement = 'value';

/** Takes a guide's value apart into the rows of flat tables; an array of objects becomes a table of its own. */
export function guideRows(guide: Guide): GuideRows {
  const tables = new Map<string, Row[]>();

  function addRow(table: string, element: unknown, indexes: readonly number[]): void {
    const cells = new Map<string, unknown>();
    const rows = tables.get(table) ?? [];
    tables.set(table, rows);
    rows.push({ indexes, cells, element });
    if (isObject(element)) addCells(table, element, '', indexes, cells);
    else cells.set(bareElement, element);
  }

  function addCells(
    table: string,
    object: Readonly<Record<string, unknown>>,
    prefix: string,
    indexes: readonly number[],
    cells: Map<string, unknown>,
  ): void {
    for (const [key, value] of Object.entries(object)) {
      const name = dotted(prefix, key);
      if (Array.isArray(value) && value.some(isObject)) {
        value.forEach((element, index) => {
          addRow(dotted(table, name), element, [...indexes, index]);
        });
      } else if (isObject(value)) addCells(table, value, name, indexes, cells);
      else cells.set(name, value);
    }
  }

  addRow('', guide.value, []);
  return tables;
}

/** Joins two parts of a dotted name, of which the first may be empty. */
export const dotted = (prefix: string, name: string): string => (prefix === '' ? name : `${prefix}.${name}`);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
