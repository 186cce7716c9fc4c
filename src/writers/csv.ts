import type { Guide } from '../model.ts';
import { csvText } from './csv-text.ts';
import { type GuideRows, guideRows, type Row } from './guide-tables.ts';
import { baseName, distinctNames, safeName } from './output-names.ts';
import { type Selection, selectColumns } from './select-columns.ts';
import { outlineTables, type TableOutline } from './table-outline.ts';
import type { Writer } from './writer.ts';

/** Flat tables: one row a guide on stdout; in a folder `guides.csv` and a table for each array of objects. */
export const csv: Writer = {
  name: 'csv',
  extension: 'csv',

  writeAll(guides, { columns, bom, locale }) {
    if (guides.length === 0) return columns === undefined ? '' : csvText(columns, [], bom);
    const rows = guides.map(guideRows);
    const tables = outlineTables(guides, rows);
    const names = columns ?? tables.find((table) => table.name === '')?.columns ?? [];
    const selections = selectColumns(names, tables, locale);
    const cells = rows.map((guide) => selections.map((selection) => selectedCell(guide, selection)));
    return csvText(
      selections.map((selection) => selection.name),
      cells,
      bom,
    );
  },

  writeFiles(guides, { columns, bom, locale }) {
    const rows = guides.map(guideRows);
    const all = outlineTables(guides, rows);
    const tables =
      columns === undefined || guides.length === 0 ? all : chosenTables(selectColumns(columns, all, locale));
    const keys = guideKeys(guides);
    const fileNames = distinctNames(tables.map((table) => safeName(table.name === '' ? 'guides' : table.name)));
    return new Map(
      tables.map((table, index) => [
        `${fileNames[index]}.csv`,
        csvText(header(table), records(table, rows, keys), bom),
      ]),
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
function chosenTables(selections: readonly Selection[]): TableOutline[] {
  const chosen = new Map<string, TableOutline>();
  for (const { table, column } of selections) {
    const before = chosen.get(table.name)?.columns ?? [];
    const added = column === undefined ? table.columns : [column];
    chosen.set(table.name, { ...table, columns: [...new Set([...before, ...added])] });
  }
  return [...chosen.values()];
}

function header({ name, parents, columns }: TableOutline): string[] {
  if (name === '') return ['guide', ...columns];
  return ['guide', ...parents.map((parent) => `${parent}.index`), 'index', ...columns];
}

function records(table: TableOutline, rows: readonly GuideRows[], keys: readonly string[]): unknown[][] {
  const record = (key: string | undefined, row: Row): unknown[] => [
    key,
    ...row.indexes,
    ...table.columns.map((column) => row.cells.get(column)),
  ];
  return rows.flatMap((guide, index) => (guide.get(table.name) ?? []).map((row) => record(keys[index], row)));
}

/** What the `guide` column of every table joins on: the front matter's slug, else the file's name; always distinct. */
function guideKeys(guides: readonly Guide[]): string[] {
  return distinctNames(
    guides.map(({ document }) => {
      const slug = document.frontMatter?.value?.slug;
      return typeof slug === 'string' && slug !== '' ? slug : baseName(document.source.path);
    }),
  );
}
