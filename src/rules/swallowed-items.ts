import type { Code, Nodes, Paragraph } from 'mdast';
import { rangeOf } from '../guide-types/scope.ts';
import type { Document, Edit, Range } from '../model.ts';
import { columnAt, indentAt, indentEdits, lineStartsIn } from './indentation.ts';
import { lineEndOf } from './line-end-of.ts';
import type { ListShape, ListShapes } from './list-shape.ts';
import { ancestorsOf, type FoundNode, nodesOf } from './nodes-of.ts';

/** List items that are no list for readers, as they are indented too far. */
export interface SwallowedItems {
  /** What readers see in place of a list. */
  readonly as: 'paragraph' | 'code';
  /** Each item's line, from its marker on. */
  readonly lines: readonly Range[];
  /** How far they should be indented. Unit: spaces. */
  readonly indent: number;
  readonly edits?: readonly Edit[];
}

const itemMark = /^[ \t]*(?:(?<bullet>[*+-])|(?<number>\d{1,2})[.)])[ \t]+(?=\S)/;

/** The list items of a document that ended up as a part of the paragraph above them, or as program code. */
export function swallowedItems(document: Document, shapes: ListShapes): SwallowedItems[] {
  return [...nodesOf(document, 'paragraph'), ...nodesOf(document, 'code')]
    .flatMap((found) => read(found, shapes) ?? [])
    .sort((a, b) => (a.lines[0]?.start ?? 0) - (b.lines[0]?.start ?? 0));
}

function read(found: FoundNode<Paragraph | Code>, shapes: ListShapes): SwallowedItems | undefined {
  const { text } = shapes;
  const { node } = found;
  const range = rangeOf(node);
  const isCode = node.type === 'code';
  if (isCode && /^[`~]/.test(text.slice(range.start, range.start + 1))) return undefined;
  if (!isCode && node.position?.start.line === node.position?.end.line) return undefined;
  const all = lineStartsIn(text, range);
  const own = isCode ? all : all.slice(1);
  const base = isCode ? contentColumn(found.up, text) : columnAt(text, range.start);
  const marked = own.filter((start) => isItem(text, start, base));
  const [first] = marked;
  if (first === undefined || (isCode && first !== own[0])) return undefined;
  // A number at the beginning of a wrapped line is just a number.
  const isList = marked.some(
    (start) => indentAt(text, start) >= base + 4 || itemMark.exec(lineAt(text, start))?.groups?.bullet,
  );
  if (!isList && marked.length < 2) return undefined;
  const below = own.slice(own.indexOf(first));
  const moved = repair(found, shapes, { lines: below, items: marked.length, base });
  return {
    as: isCode ? 'code' : 'paragraph',
    lines: marked.map((start) => itemRange(text, start)),
    indent: moved?.indent ?? base,
    ...(moved && { edits: moved.edits }),
  };
}

/** Bullets elsewhere in a paragraph were never read as such; in a wrapped formula a sign has just a number behind it. */
function isItem(text: string, lineStart: number, base: number): boolean {
  const line = lineAt(text, lineStart);
  return itemMark.test(line) && !(indentAt(text, lineStart) >= base + 4 && /^\s*[+-]\s*[\d.,]+$/.test(line));
}

function lineAt(text: string, lineStart: number): string {
  const end = text.indexOf('\n', lineStart);
  return text.slice(lineStart, end < 0 ? undefined : end).trimEnd();
}

function itemRange(text: string, lineStart: number): Range {
  const line = lineAt(text, lineStart);
  return { start: lineStart + line.length - line.trimStart().length, end: lineStart + line.length };
}

function contentColumn(container: FoundNode | undefined, text: string): number {
  const first: Nodes | undefined = container?.node.type === 'listItem' ? container.node.children[0] : undefined;
  return first ? columnAt(text, rangeOf(first).start) : 0;
}

interface Move {
  readonly lines: readonly number[];
  readonly items: number;
  readonly base: number;
}

/** Moves the items to the nearest place where they are items; where that is no list yet, with an empty line before. */
function repair(
  found: FoundNode,
  shapes: ListShapes,
  { lines, items, base }: Move,
): { indent: number; edits: readonly Edit[] } | undefined {
  const { text } = shapes;
  const chain = [found, ...ancestorsOf(found)];
  if (chain.some(({ node }) => node.type === 'blockquote')) return undefined;
  const run = rangeOf(chain.at(-2)?.node ?? found.node);
  const [first = run.start] = lines;
  const is = indentAt(text, first);
  const outer = chain.flatMap(({ node }) => (node.type === 'listItem' ? [columnAt(text, rangeOf(node).start)] : []));
  const indents = is >= base ? [base] : [...outer, base].sort((a, b) => Math.abs(a - is) - Math.abs(b - is));
  const before = shapes.shapeOf(run, []);
  const apart: Edit = { range: { start: first, end: first }, text: lineEndOf(text, first) };
  for (const indent of indents) {
    const moved = indentEdits(text, lines, indent - is);
    const edits = [moved, [apart, ...moved]].find((one) => isProven(before, shapes.shapeOf(run, one), items));
    if (edits) return { indent, edits };
  }
  return undefined;
}

function isProven(before: ListShape | undefined, after: ListShape | undefined, items: number): boolean {
  if (!before || !after) return false;
  return after.items === before.items + items && after.letters === before.letters;
}
