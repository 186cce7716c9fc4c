import { UserError } from '../errors.ts';
import { messagesFor } from '../locale/messages.ts';
import type { Locale } from '../model.ts';
import { dotted } from './guide-tables.ts';
import { nearestColumn } from './nearest-column.ts';
import { type TableOutline, tableName } from './table-outline.ts';

/** A name of `--columns`, resolved: a column of a table, or a whole table where `column` is missing. */
export interface Selection {
  readonly name: string;
  readonly table: TableOutline;
  readonly column?: string;
}

/** Resolves the names of `--columns`; throws a `UserError` for one that no table has, naming the nearest. */
export function selectColumns(names: readonly string[], tables: readonly TableOutline[], locale: Locale): Selection[] {
  const known = new Map<string, Selection>();
  for (const table of tables) {
    if (table.name !== '') known.set(table.name, { name: table.name, table });
    for (const column of [...table.columns, ...table.hiddenColumns]) {
      const name = dotted(table.name, column);
      if (!known.has(name)) known.set(name, { name, table, column });
    }
  }
  // A key may begin or end with a blank.
  return names.map(
    (name) => known.get(name) ?? known.get(name.trim()) ?? failUnknown(name.trim(), [...known.keys()], locale),
  );
}

/** The table that `--table` names, with the columns that `--columns` leaves of it; a column goes by its short name as well. */
export function selectTable(
  name: string,
  columns: readonly string[] | undefined,
  tables: readonly TableOutline[],
  locale: Locale,
): TableOutline {
  const table = tables.find((one) => tableName(one) === name.trim());
  if (!table) {
    const names = tables.map(tableName);
    const nearest = nearestColumn(name, names);
    throw new UserError(messagesFor(locale).tables.unknownTable({ name, names, ...(nearest && { nearest }) }));
  }
  if (columns === undefined) return table;
  const own = [...table.columns, ...table.hiddenColumns];
  const names = columns.map((column) => (own.includes(column) ? dotted(table.name, column) : column));
  const selected = selectColumns(names, [table], locale).flatMap(({ column }) => column ?? table.columns);
  return { ...table, columns: [...new Set(selected)] };
}

function failUnknown(name: string, known: readonly string[], locale: Locale): never {
  const nearest = nearestColumn(name, known);
  if (locale === 'ja') {
    const hint = nearest === undefined ? '' : `「${nearest}」のことではありませんか。`;
    throw new UserError(`--columns の「${name}」という列は、どのガイドにもありません。${hint}`);
  }
  const hint = nearest === undefined ? '.' : `; did you mean "${nearest}"?`;
  throw new UserError(`--columns names "${name}", a column that no guide has${hint}`);
}
