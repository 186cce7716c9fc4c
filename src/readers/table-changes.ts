import { valueAt } from '../guide-types/value-at.ts';
import type { TableMessages } from '../locale/table-messages.ts';
import type { Guide, JsonPointer } from '../model.ts';
import { nearestName } from '../nearest-name.ts';
import { childPointer } from '../parse/place-collector.ts';
import { isSameValue } from '../revise/leaves.ts';
import type { Row } from '../writers/guide-tables.ts';
import { keyColumns } from '../writers/keyed-table.ts';
import { contentHash, hashColumn, readRowHash } from '../writers/row-hash.ts';
import { type TableOutline, tableName } from '../writers/table-outline.ts';
import type { CsvRow, CsvTable } from './csv.ts';
import { type KnownGuides, rowKey } from './known-guides.ts';
import { readCell } from './read-cell.ts';

/** A cell that says something else than the guide, or something else than the same cell of another row might say. */
export interface CellChange {
  readonly guide: Guide;
  readonly pointer: JsonPointer;
  readonly value: unknown;
  /** `tables/guides.csv:3`. */
  readonly place: string;
  readonly column: string;
  readonly key: string;
}

/** What is wrong with a table; a warning does not keep anything from being written. */
export interface TableProblem {
  readonly severity: 'error' | 'warning';
  readonly message: string;
}

/** What a table asks for, and what of it cannot be done. */
export interface TableChanges {
  readonly changes: readonly CellChange[];
  readonly problems: readonly TableProblem[];
}

/** Compares each cell of a table with the guides. */
export function tableChanges(
  table: CsvTable,
  outline: TableOutline,
  guides: KnownGuides,
  say: TableMessages,
): TableChanges {
  const reader = new TableReader(table, outline, guides, say);
  for (const row of table.rows) reader.readRow(row);
  reader.noteMissingRows();
  return reader;
}

class TableReader implements TableChanges {
  readonly changes: CellChange[] = [];
  readonly problems: TableProblem[] = [];
  readonly #table: CsvTable;
  readonly #outline: TableOutline;
  readonly #guides: KnownGuides;
  readonly #say: TableMessages;
  /** Index of each column that is the table's own. */
  readonly #columns: ReadonlyMap<string, number>;
  readonly #hashIndex: number;
  /** The rows that the table holds more than once: they may contradict each other. */
  readonly #doubled: ReadonlySet<string>;
  readonly #seen = new Map<Guide, { readonly line: number; readonly rows: Set<string> }>();

  /** Keys without a guide: one message for all their rows. */
  readonly #unknown = new Set<string>();

  constructor(table: CsvTable, outline: TableOutline, guides: KnownGuides, say: TableMessages) {
    this.#table = table;
    this.#outline = outline;
    this.#guides = guides;
    this.#say = say;
    this.#hashIndex = table.header.lastIndexOf(hashColumn);
    this.#columns = this.#ownColumns();
    this.#doubled = repeated(table.rows.map((row) => this.#idOf(row)));
    if (this.#hashIndex < 0) this.#warn(say.noHash({ place: this.#at(1) }));
  }

  readRow(row: CsvRow): void {
    const place = this.#at(row.line);
    const key = this.#guides.keyOf(this.#table, row);
    const guide = this.#guides.guideOf(this.#table, row);
    if (!guide) {
      if (!this.#unknown.has(key)) this.#failGuide(place, key);
      return;
    }
    const position = rowKey(this.#table, this.#outline, row);
    const known = this.#guides.rowOf(guide, this.#outline.name, position);
    if (!known) {
      this.#fail(this.#say.addedRow({ place, guide: key }));
      return;
    }
    const seen = this.#seen.get(guide) ?? { line: row.line, rows: new Set() };
    seen.rows.add(position);
    this.#seen.set(guide, seen);
    this.#compare(row, known, { guide, place, key }, this.#doubled.has(this.#idOf(row)));
  }

  /** A table may hold some of the guides; of a guide that it holds, no row should be gone. */
  noteMissingRows(): void {
    for (const [guide, { line, rows }] of this.#seen) {
      const all = this.#guides.positionsOf(guide, this.#outline.name);
      const missing = all.filter((position) => !rows.has(position));
      const place = this.#at(line);
      if (missing.length > 0)
        this.#warn(this.#say.missingRows({ place, guide: this.#guides.nameOf(guide), rows: missing }));
    }
  }

  /**
   * Where the guide has changed since the export, its mark in the hash says of each cell who changed it. An edit is kept
   * only if the guide still said the same there, and the row is still the same row.
   */
  #compare(row: CsvRow, known: Row, at: Pick<CellChange, 'guide' | 'place' | 'key'>, isDoubled: boolean): void {
    const written = this.#hashIndex < 0 ? undefined : readRowHash(row.cells[this.#hashIndex] ?? '');
    const isStale = written !== undefined && written.guideHash !== contentHash(at.guide);
    const edits: CellChange[] = [];
    const conflicts: CellChange[] = [];
    let isOtherRow = false;
    for (const [column, index] of this.#columns) {
      const cell = row.cells[index];
      if (cell === undefined) continue;
      const pointer = known.pointers.get(column) ?? pointerBelow(known.pointer, column);
      const current = valueAt(at.guide.value, pointer);
      const read = readCell(cell, current, at.guide.type.nodeAt(pointer));
      const change = { ...at, pointer, column, value: 'value' in read ? read.value : undefined };
      if ('fault' in read) {
        this.#failCell(read.fault, cell, change);
        continue;
      }
      if (isSameValue(read.value, current)) {
        if (isDoubled) edits.push(change);
        continue;
      }
      const isUntouched = isStale && written.held(column, read.value);
      if (isStale && !written.held(column, current)) {
        isOtherRow ||= this.#outline.name !== '';
        if (!isUntouched) conflicts.push(change);
      } else if (!isUntouched) edits.push(change);
    }
    const { path } = at.guide.document.source;
    if (!isOtherRow) this.changes.push(...edits);
    for (const { place, column, key } of isOtherRow ? [...edits, ...conflicts] : conflicts)
      this.#fail(this.#say.conflict({ place, column, guide: key, path }));
  }

  #idOf(row: CsvRow): string {
    return `${this.#guides.keyOf(this.#table, row)}\n${rowKey(this.#table, this.#outline, row)}`;
  }

  #failGuide(place: string, key: string): void {
    this.#unknown.add(key);
    const nearest = this.#guides.nearest(key);
    this.#fail(this.#say.unknownGuide({ place, guide: key, ...(nearest && { nearest }) }));
  }

  #failCell(fault: 'number' | 'boolean' | 'list' | 'cut', cell: string, { place, column, key }: CellChange): void {
    const message = { number: 'notNumber', boolean: 'notBoolean', list: 'notList', cut: 'cutCell' } as const;
    this.#fail(this.#say[message[fault]]({ place, column, guide: key, cell }));
  }

  #ownColumns(): ReadonlyMap<string, number> {
    const known = [...this.#outline.columns, ...this.#outline.hiddenColumns];
    const keys = keyColumns(this.#outline);
    const own = new Map<string, number>();
    for (const [index, name] of this.#table.header.entries()) {
      // A guide's own table may have a column of the same name behind the key.
      const isKey = index === this.#hashIndex || (keys.includes(name) && this.#table.header.indexOf(name) === index);
      if (isKey || name === '') continue;
      if (known.includes(name)) own.set(name, index);
      else this.#warnColumn(name, known);
    }
    return own;
  }

  #warnColumn(column: string, known: readonly string[]): void {
    const nearest = nearestName(column, known);
    const table = tableName(this.#outline);
    this.#fail(this.#say.unknownColumn({ place: this.#at(1), column, table, ...(nearest && { nearest }) }));
  }

  #at(line: number): string {
    return `${this.#table.path}:${line}`;
  }

  #fail(message: string): void {
    this.problems.push({ severity: 'error', message });
  }

  #warn(message: string): void {
    this.problems.push({ severity: 'warning', message });
  }
}

function repeated(ids: readonly string[]): ReadonlySet<string> {
  const once = new Set<string>();
  return new Set(ids.filter((id) => once.has(id) || !once.add(id)));
}

function pointerBelow(pointer: JsonPointer, column: string): JsonPointer {
  return column.split('.').reduce((at, key) => childPointer(at, key), pointer);
}
