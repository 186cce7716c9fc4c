import type { Guide, JsonPointer } from '../model.ts';
import { childPointer } from '../parse/place-collector.ts';

/** One guide, or one element of an array of objects. */
export interface Row {
  /** Position in its array, from 0, after the positions of the elements it stands in; empty for a guide. */
  readonly indexes: readonly number[];
  /** Scalars and arrays of scalars by dotted column name. */
  readonly cells: ReadonlyMap<string, unknown>;
  /** Where the element, and the value of each cell, stands in the guide's value. */
  readonly pointer: JsonPointer;
  readonly pointers: ReadonlyMap<string, JsonPointer>;
  /** The value as it stands in the guide. */
  readonly element: unknown;
}

/** The rows that one guide adds to each table, by table name; the guide's own single row is under `''`. */
export type GuideRows = ReadonlyMap<string, readonly Row[]>;

/** Column of an array element that should have been an object and is not. */
const bareElement = 'value';

interface GrowingRow {
  readonly table: string;
  readonly indexes: readonly number[];
  readonly cells: Map<string, unknown>;
  readonly pointers: Map<string, JsonPointer>;
}

/** Takes a guide's value apart into the rows of flat tables; an array of objects becomes a table of its own. */
export function guideRows(guide: Guide): GuideRows {
  const tables = new Map<string, Row[]>();

  function addRow(table: string, element: unknown, indexes: readonly number[], pointer: JsonPointer): void {
    const cells = new Map<string, unknown>();
    const pointers = new Map<string, JsonPointer>();
    const rows = tables.get(table) ?? [];
    tables.set(table, rows);
    rows.push({ indexes, cells, element, pointer, pointers });
    if (isObject(element)) addCells({ table, indexes, cells, pointers }, element, '', pointer);
    else {
      cells.set(bareElement, element);
      pointers.set(bareElement, pointer);
    }
  }

  function addCells(
    row: GrowingRow,
    object: Readonly<Record<string, unknown>>,
    prefix: string,
    pointer: JsonPointer,
  ): void {
    for (const [key, value] of Object.entries(object)) {
      const name = dotted(prefix, key);
      const at = childPointer(pointer, key);
      if (Array.isArray(value) && value.some(isObject)) {
        value.forEach((element, index) => {
          addRow(dotted(row.table, name), element, [...row.indexes, index], childPointer(at, index));
        });
      } else if (isObject(value)) addCells(row, value, name, at);
      else {
        row.cells.set(name, value);
        row.pointers.set(name, at);
      }
    }
  }

  addRow('', guide.value, [], '');
  return tables;
}

/** Joins two parts of a dotted name, of which the first may be empty. */
export const dotted = (prefix: string, name: string): string => (prefix === '' ? name : `${prefix}.${name}`);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
