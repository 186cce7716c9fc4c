import type { Guide, Locale } from '../model.ts';
import { csvText } from './csv-text.ts';
import { guideKeys } from './guide-keys.ts';
import { type GuideRows, guideRows } from './guide-tables.ts';
import { keyedTable } from './keyed-table.ts';
import { distinctNames, safeName } from './output-names.ts';
import { type Selection, selectColumns, selectTable } from './select-columns.ts';
import { outlineTables, type TableOutline, tableName } from './table-outline.ts';
import type { Writer } from './writer.ts';

/**
 * Flat tables: one row a guide on stdout; in a folder `guides.csv` and a table for each array of objects. The tables of a
 * folder, and the one that `--table` names, have the guide's key before and a hash behind their columns, and can be
 * imported.
 */
export const csv: Writer = {
  name: 'csv',
  extension: 'csv',

  writeAll(guides, options) {
    const { columns, locale, table: wanted } = options;
    if (guides.length === 0) return columns === undefined ? '' : csvText(columns, [], options);
    const rows = guides.map(guideRows);
    const tables = outlineTables(guides, rows);
    if (wanted !== undefined) {
      const { header, records } = keyedTable(selectTable(wanted, columns, tables, locale), guides, rows);
      return csvText(header, records, options);
    }
    const names = columns ?? tables.find((table) => table.name === '')?.columns ?? [];
    const selections = selectColumns(names, tables, locale);
    const cells = rows.map((guide) => selections.map((selection) => selectedCell(guide, selection)));
    return csvText(
      selections.map((selection) => selection.name),
      cells,
      options,
    );
  },

  writeFiles(guides, options) {
    const rows = guides.map(guideRows);
    const tables = wantedTables(guides, outlineTables(guides, rows), options);
    const keys = guideKeys(guides);
    const fileNames = tableFileNames(tables);
    return new Map(
      tables.map((table, index) => {
        const { header, records } = keyedTable(table, guides, rows, keys);
        return [`${fileNames[index]}.csv`, csvText(header, records, options)];
      }),
    );
  },
};

/** What one table for all guides shows of an array of objects: the whole as JSON, or one of its columns as a list. */
function selectedCell(guide: GuideRows, { table, column }: Selection): unknown {
  const rows = guide.get(table.name) ?? [];
  if (column === undefined) return rows.length === 0 ? '' : JSON.stringify(rows.map((row) => row.element));
  if (table.name === '') return rows[0]?.cells.get(column);
  return rows.map((row) => row.cells.get(column));
}

/** In a folder, `--columns` also says which tables are written: those of which it names a column, or that it names. */
function wantedTables(
  guides: readonly Guide[],
  all: readonly TableOutline[],
  { columns, table, locale }: { columns?: readonly string[]; table?: string; locale: Locale },
): readonly TableOutline[] {
  if (guides.length === 0) return all;
  if (table !== undefined) return [selectTable(table, columns, all, locale)];
  if (columns === undefined)
    return all.filter((outline) => outline.columns.length > 0 || outline.hiddenColumns.length === 0);
  const chosen = new Map<string, TableOutline>();
  for (const { table: outline, column } of selectColumns(columns, all, locale)) {
    const before = chosen.get(outline.name)?.columns ?? [];
    const added = column === undefined ? outline.columns : [column];
    chosen.set(outline.name, { ...outline, columns: [...new Set([...before, ...added])] });
  }
  return [...chosen.values()];
}

/** The base name of each table's file; content must not choose where we write. */
export function tableFileNames(tables: readonly TableOutline[]): string[] {
  return distinctNames(tables.map((table) => safeName(tableName(table))));
}
