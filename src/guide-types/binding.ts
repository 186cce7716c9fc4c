import type { Document, JsonPointer, Place, Range } from '../model.ts';
import { Claims, unclaimed } from './claims.ts';
import { cellRange, type FoundTable } from './find-tables.ts';
import type { NodePlan } from './node-plan.ts';
import type { Part, Scope } from './scope.ts';
import { markdownOf, plainOf } from './text-of.ts';

/** What is known while one document is bound: what has found its place, and where. */
export class Binding {
  readonly document: Document;
  readonly text: string;
  readonly claims = new Claims();
  readonly places = new Map<JsonPointer, Place>();
  /** The sections that were found, by the pointer of their value. */
  readonly sections = new Map<JsonPointer, Scope>();
  /** The scopes that `of` may refer to. */
  readonly scopes = new Map<JsonPointer, Scope>();
  readonly tables = new Map<JsonPointer, FoundTable[]>();

  #left: { readonly of: readonly Part[]; readonly version: number; readonly parts: readonly Part[] } = {
    of: [],
    version: 0,
    parts: [],
  };

  constructor(document: Document) {
    this.document = document;
    this.text = document.source.text;
  }

  /** Notes where a value stands. */
  place(at: JsonPointer, range: Range, extent: Range = range): void {
    this.places.set(at, { range, extent });
  }

  /** The parts that nobody has claimed. */
  unclaimed(parts: readonly Part[]): readonly Part[] {
    // Several properties look for themselves in the same scope, and most of them find nothing.
    const { version } = this.claims;
    if (this.#left.of !== parts || this.#left.version !== version)
      this.#left = { of: parts, version, parts: unclaimed(parts, this.claims, this.text) };
    return this.#left.parts;
  }

  /** Claims the tables that an array is made of, and notes where its columns stand. */
  rememberTables(tables: readonly FoundTable[], at: JsonPointer): void {
    const [first] = tables;
    if (!first) return;
    for (const { part } of tables) this.claims.add(part.range);
    const columns = new Map<string, Range>();
    for (const [property, cell] of first.columns) columns.set(property, cellRange(cell, this.text));
    const place = this.places.get(at);
    this.tables.set(at, [...tables]);
    this.places.set(at, {
      range: place?.range ?? first.header,
      extent: place?.extent ?? first.part.range,
      table: { header: first.header, columns },
    });
  }

  /** The parts as the node wants them: Markdown, or what a reader sees. */
  textOf({ isMarkdown }: NodePlan, parts: readonly Part[]): string {
    return isMarkdown ? markdownOf(parts, this.text) : plainOf(parts, this.text);
  }
}
