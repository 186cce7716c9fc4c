import type { Heading, Nodes, TableCell } from 'mdast';
import type { Range } from '../model.ts';

/** A node of the syntax tree, or a run of one: a paragraph may be read line by line. */
export interface Part {
  readonly node: Nodes;
  readonly range: Range;
}

/** A text with the run it stands at. */
export interface Located {
  readonly text: string;
  readonly range: Range;
}

/** The columns of a table as a guide type reads them, the same for each of its rows. */
export interface RowColumns {
  /** Column of each property that has one. */
  readonly indexes: ReadonlyMap<string, number>;
  /** Text of the header above each property's cells. */
  readonly headers: ReadonlyMap<string, string>;
  /** The properties that are read out of another one's cell. */
  readonly shared: ReadonlyMap<string, string>;
  /** Text of each column's header, and the columns that the guide type knows. */
  readonly names: readonly string[];
  readonly known: ReadonlySet<number>;
}

/** A table row. */
export interface Row {
  readonly cells: readonly TableCell[];
  readonly columns: RowColumns;
}

/** The region of a document that a schema node selects; its children are looked for in here only. */
export interface Scope {
  readonly parts: readonly Part[];
  readonly extent: Range;
  readonly heading?: Heading;
  /** The item's or section's own name, without numbering. */
  readonly title?: Located;
  /** The sub-heading that the item stands under. */
  readonly group?: Located;
  readonly row?: Row;
  /** The whole item, where it is one node. */
  readonly whole?: Part;
}

/** The run of a node; every node that the parser makes has one. */
export function rangeOf(node: Nodes): Range {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}

export function partOf(node: Nodes): Part {
  return { node, range: rangeOf(node) };
}

/** From the first part's start to the last one's end; `fallback` where there is none. */
export function extentOf(parts: readonly Part[], fallback: Range): Range {
  const first = parts[0];
  const last = parts.at(-1);
  return first && last ? { start: first.range.start, end: last.range.end } : fallback;
}

export function contains(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
