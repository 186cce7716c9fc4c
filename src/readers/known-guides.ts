import type { Guide } from '../model.ts';
import { nearestName } from '../nearest-name.ts';
import { guideKeys } from '../writers/guide-keys.ts';
import { type GuideRows, guideRows, type Row } from '../writers/guide-tables.ts';
import { keyColumns } from '../writers/keyed-table.ts';
import type { TableOutline } from '../writers/table-outline.ts';
import type { CsvRow, CsvTable } from './csv.ts';

/** The guides of an import, found by what a row of a table says of them. */
export class KnownGuides {
  readonly #byKey: ReadonlyMap<string, Guide>;
  readonly #names: ReadonlyMap<Guide, string>;
  readonly #byPath: ReadonlyMap<string, Guide>;
  readonly #paths: ReadonlyMap<string, string>;
  readonly #rows: ReadonlyMap<Guide, GuideRows>;

  /** `paths` are those that a table of guides gives for their keys. */
  constructor(guides: readonly Guide[], paths: ReadonlyMap<string, string>) {
    const keys = guideKeys(guides);
    this.#byKey = new Map(guides.map((guide, index) => [keys[index] ?? '', guide]));
    this.#names = new Map(guides.map((guide, index) => [guide, keys[index] ?? '']));
    this.#byPath = new Map(guides.map((guide) => [guide.document.source.path, guide]));
    this.#paths = paths;
    this.#rows = new Map(guides.map((guide) => [guide, guideRows(guide)]));
  }

  /** What a row calls its guide. */
  keyOf({ header }: CsvTable, { cells }: CsvRow): string {
    const column = header.includes('guide') ? header.indexOf('guide') : header.indexOf('path');
    return cells[column]?.trim() ?? '';
  }

  guideOf(table: CsvTable, row: CsvRow): Guide | undefined {
    const key = this.keyOf(table, row);
    if (!table.header.includes('guide')) return this.#byPath.get(key);
    const path = this.#paths.get(key);
    return (path === undefined ? undefined : this.#byPath.get(path)) ?? this.#byKey.get(key);
  }

  nearest(key: string): string | undefined {
    return nearestName(key, [...this.#byKey.keys()]);
  }

  nameOf(guide: Guide): string {
    return this.#names.get(guide) ?? '';
  }

  rowOf(guide: Guide, table: string, position: string): Row | undefined {
    return this.#rows
      .get(guide)
      ?.get(table)
      ?.find((row) => row.indexes.join('.') === position);
  }

  positionsOf(guide: Guide, table: string): string[] {
    return (this.#rows.get(guide)?.get(table) ?? []).map((row) => row.indexes.join('.'));
  }
}

/** The position that a row gives itself: that of each array it stands in, from 0, joined by dots. */
export function rowKey({ header }: CsvTable, outline: TableOutline, { cells }: CsvRow): string {
  const indexes = keyColumns(outline).slice(1);
  return indexes.map((name) => cells[header.indexOf(name)]?.normalize('NFKC').trim() ?? '').join('.');
}
