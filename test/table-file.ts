import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import Papa from 'papaparse';

/** A CSV file for tests, read and written by another library than the program's. */
export class TableFile {
  readonly header: readonly string[];
  readonly rows: string[][];
  readonly #path: string;

  constructor(path: string, text = readFileSync(path, 'utf8')) {
    this.#path = path;
    const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { delimiter: ',', skipEmptyLines: true });
    const [header = [], ...rows] = data;
    this.header = header;
    this.rows = rows;
  }

  get(row: string, column: string): string {
    return this.#row(row)[this.#index(column)] ?? '';
  }

  /** `row` is the guide's key, and the position where there is one: `pharmacist`, `pharmacist 0`. */
  set(row: string, column: string, cell: string): this {
    this.#row(row)[this.#index(column)] = cell;
    return this;
  }

  save(options: { readonly delimiter?: string; readonly newline?: string; readonly path?: string } = {}): void {
    const { path = this.#path, delimiter = ',', newline = '\r\n' } = options;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, Papa.unparse([[...this.header], ...this.rows], { delimiter, newline }));
  }

  #row(name: string): string[] {
    const [guide, ...indexes] = name.split(' ');
    const row = this.rows.find((cells) => cells[0] === guide && indexes.every((index, at) => cells[at + 1] === index));
    if (!row) throw new Error(`no row ${name}`);
    return row;
  }

  #index(column: string): number {
    const index = this.header.indexOf(column);
    if (index < 0) throw new Error(`no column ${column}`);
    return index;
  }
}
