import type { TableRow } from 'mdast';
import { NameIndex } from './name-index.ts';
import { normalizeHeading } from './normalize-heading.ts';
import { inlineText } from './text-of.ts';

/** Property → the header it stands under (with aliases), or the property whose cell it shares. */
export type Columns = Readonly<Record<string, string | readonly string[]>>;

/** The columns that are looked for in a table. */
export interface ColumnIndex {
  /** The properties with headers of their own, in the order of the names' owners. */
  readonly properties: readonly string[];
  readonly names: NameIndex;
  /** The properties that share another one's cell, each with that other. */
  readonly shared: ReadonlyMap<string, string>;
}

const known = new WeakMap<Columns, ColumnIndex>();

/** Readies columns to be looked for; what was readied before is there. */
export function columnIndex(columns: Columns): ColumnIndex {
  const index = known.get(columns) ?? indexOf(columns);
  known.set(columns, index);
  return index;
}

function indexOf(columns: Columns): ColumnIndex {
  const properties: string[] = [];
  const names: (readonly string[])[] = [];
  const shared = new Map<string, string>();
  for (const [property, headers] of Object.entries(columns)) {
    if (typeof headers === 'string') shared.set(property, headers);
    else {
      properties.push(property);
      names.push(headers);
    }
  }
  const normalized = names.map((headers) => headers.map(normalizeHeading));
  return { properties, names: new NameIndex(normalized, 'all alike'), shared };
}

/** Column index by property for a header row. */
export function matchColumns(header: TableRow, columns: ColumnIndex, text: string): Map<string, number> {
  return match(
    header.children.map((cell) => inlineText(cell, text)),
    columns,
  );
}

/** Column index by property: the best match first, each column for one property. */
export function matchHeaders(texts: readonly string[], columns: Columns): Map<string, number> {
  return match(texts, columnIndex(columns));
}

function match(texts: readonly string[], { properties, names }: ColumnIndex): Map<string, number> {
  const matches: { readonly owner: number; readonly index: number; readonly score: number }[] = [];
  for (const [index, text] of texts.entries())
    for (const { owner, score } of names.fits(normalizeHeading(text))) matches.push({ owner, index, score });
  matches.sort((a, b) => b.score - a.score || a.index - b.index || a.owner - b.owner);
  const indexes = new Map<string, number>();
  const taken = new Set<number>();
  for (const { owner, index } of matches) {
    const property = properties[owner];
    if (property === undefined || indexes.has(property) || taken.has(index)) continue;
    indexes.set(property, index);
    taken.add(index);
  }
  return indexes;
}
