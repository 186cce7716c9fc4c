import { UserError } from '../errors.ts';
import { messagesFor } from '../locale/messages.ts';
import type { Locale } from '../model.ts';
import { tableFileNames } from '../writers/csv.ts';
import { keyColumns } from '../writers/keyed-table.ts';
import { baseName } from '../writers/output-names.ts';
import { hashColumn } from '../writers/row-hash.ts';
import { type TableOutline, tableName } from '../writers/table-outline.ts';
import type { CsvTable } from './csv.ts';

/** What saving a file once more puts behind its name: `(1)`, `- Copy`, `のコピー`. */
const copySuffix = /[\s_-]*(?:\(\d+\)|copy|コピー|のコピー)$/iu;

/** Which table a file holds: by `--table`, by its name, else by its columns; a `UserError` where that leaves a choice. */
export function identifyTable(
  { path, header }: CsvTable,
  tables: readonly TableOutline[],
  wanted: string | undefined,
  locale: Locale,
): TableOutline {
  const named =
    wanted === undefined ? tableNamed(nameOf(path), tables) : tables.find((one) => tableName(one) === wanted);
  if (named && (wanted !== undefined || fits(header, named, false))) return named;
  const fitting = wanted === undefined ? tables.filter((table) => fits(header, table, true)) : [];
  const [only] = fitting;
  if (only && fitting.length === 1) return only;
  const names = (fitting.length > 0 ? fitting : tables).map(tableName);
  throw new UserError(messagesFor(locale).tables.unclearTable({ path, names }));
}

function tableNamed(name: string, tables: readonly TableOutline[]): TableOutline | undefined {
  return tables[tableFileNames(tables).indexOf(name)];
}

function nameOf(path: string): string {
  return baseName(path)
    .replace(/\.[^.]*$/, '')
    .replace(copySuffix, '');
}

/** True when a table's rows can be told by the columns of a file, and all its other columns are the table's. */
function fits(header: readonly string[], table: TableOutline, exactly: boolean): boolean {
  const keys = keyColumns(table);
  const hasKeys = keys.every((key) => header.includes(key)) || (table.name === '' && header.includes('path'));
  if (!hasKeys || !exactly) return hasKeys;
  const known = new Set([...keys, ...table.columns, ...table.hiddenColumns, hashColumn]);
  // An array of objects in a table of the guides has an index, the guides have not.
  return header.every((name) => known.has(name)) && (table.name !== '' || !header.includes('index'));
}
