import type { Table, TableCell, TableRow } from 'mdast';
import type { Range } from '../model.ts';
import { trim } from './claims.ts';
import { matchName, type NormalizedHeading, normalizeHeading } from './normalize-heading.ts';
import { type Part, partOf, type Row, rangeOf, type Scope } from './scope.ts';
import { inlineText } from './text-of.ts';

/** Property → the header it stands under (with aliases), or the property whose cell it shares. */
export type Columns = Readonly<Record<string, string | readonly string[]>>;

/** A table whose headers answer to the columns that are looked for. */
export interface FoundTable {
  readonly part: Part;
  readonly header: Range;
  /** Header cell of each property that has a column. */
  readonly columns: ReadonlyMap<string, TableCell>;
  /** One scope a row. */
  readonly rows: readonly Scope[];
}

/** Finds the tables that have at least half of the columns. */
export function findTables(parts: readonly Part[], columns: Columns, text: string): FoundTable[] {
  return parts.flatMap((part) => (part.node.type === 'table' ? (readTable(part, part.node, columns, text) ?? []) : []));
}

function readTable(part: Part, table: Table, columns: Columns, text: string): FoundTable | undefined {
  const [header, ...rows] = table.children;
  if (!header) return undefined;
  const indexes = matchColumns(header, columns, text);
  const wanted = Object.values(columns).filter((names) => typeof names !== 'string').length;
  if (indexes.size === 0 || indexes.size < wanted / 2) return undefined;
  for (const [property, other] of Object.entries(columns)) {
    const shared = typeof other === 'string' ? indexes.get(other) : undefined;
    if (shared !== undefined) indexes.set(property, shared);
  }
  const cells = [...indexes].flatMap(([property, index]) => {
    const cell = header.children[index];
    return cell ? [[property, cell] as const] : [];
  });
  return {
    part,
    header: rangeOf(header),
    columns: new Map(cells),
    rows: rows.map((row) => rowScope(row, header, indexes, text)),
  };
}

/** Column index by property for a header row. */
export function matchColumns(header: TableRow, columns: Columns, text: string): Map<string, number> {
  return matchHeaders(
    header.children.map((cell) => inlineText(cell, text)),
    columns,
  );
}

/** Column index by property: the best match first, each column for one property. */
export function matchHeaders(texts: readonly string[], columns: Columns): Map<string, number> {
  const headers = texts.map(normalizeHeading);
  const matches = Object.entries(columns).flatMap(([property, names]) =>
    typeof names === 'string' ? [] : headers.map((form, index) => ({ property, index, score: bestScore(form, names) })),
  );
  const indexes = new Map<string, number>();
  const taken = new Set<number>();
  for (const { property, index, score } of matches.sort((a, b) => b.score - a.score || a.index - b.index)) {
    if (score === 0 || indexes.has(property) || taken.has(index)) continue;
    indexes.set(property, index);
    taken.add(index);
  }
  return indexes;
}

const normalizedNames = new Map<string, NormalizedHeading>();

function bestScore(header: NormalizedHeading, names: readonly string[]): number {
  return Math.max(
    0,
    ...names.map((name) => {
      const normalized = normalizedNames.get(name) ?? normalizeHeading(name);
      normalizedNames.set(name, normalized);
      return matchName(header, normalized).score;
    }),
  );
}

/** True for the header of a column that merely counts the rows. */
export function isNumbering(header: string): boolean {
  return /^(?:no|number|番号|#|)$/iu.test(header.replace(/[.．]$/u, ''));
}

function rowScope(row: TableRow, header: TableRow, indexes: ReadonlyMap<string, number>, text: string): Scope {
  const known = new Set(indexes.values());
  const cells = new Map([...indexes].map(([property, index]) => [property, row.children[index]] as const));
  const unknown = new Map<string, TableCell>();
  for (const [index, cell] of row.children.entries()) {
    const name = header.children[index] ? inlineText(header.children[index], text) : '';
    const isNumber = isNumbering(name) && /^\d*[.．)]?$/u.test(inlineText(cell, text));
    if (!known.has(index) && !isNumber) unknown.set(name || String(index + 1), cell);
  }
  const headers = new Map(
    [...indexes].map(([property, index]) => [property, inlineText(header.children[index] ?? row, text)] as const),
  );
  return { parts: row.children.map(partOf), extent: rangeOf(row), row: { cells, headers, unknown } satisfies Row };
}

/** The run of a cell's content; for an empty cell the place between its bars. */
export function cellRange(cell: TableCell, text: string): Range {
  const first = cell.children[0];
  const last = cell.children.at(-1);
  if (first && last) return { start: rangeOf(first).start, end: rangeOf(last).end };
  const { start, end } = rangeOf(cell);
  const inner = {
    start: text[start] === '|' ? start + 1 : start,
    end: text[end - 1] === '|' && end - start > 1 ? end - 1 : end,
  };
  const trimmed = trim(text, inner);
  if (trimmed.start < trimmed.end) return trimmed;
  const at = inner.end - inner.start > 1 ? inner.start + 1 : inner.start;
  return { start: at, end: at };
}
