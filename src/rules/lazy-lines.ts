import type { Paragraph } from 'mdast';
import { rangeOf } from '../guide-types/scope.ts';
import type { Document, Edit, Range } from '../model.ts';
import { columnAt, indentAt, indentEdits, lineStartsIn } from './indentation.ts';
import { lineEndOf } from './line-end-of.ts';
import { type FoundNode, nodesOf } from './nodes-of.ts';

/** A line that looks like a paragraph of its own, but is read as the end of the list item above it. */
export interface LazyLine {
  /** From the first letter to the end of the line. */
  readonly range: Range;
  readonly edits: readonly Edit[];
  /** It begins with a label, so that no wrapped sentence can be meant. */
  readonly isLabelled: boolean;
}

const labelled = /^\s*(?:\*\*|__)[^*_\n]{1,60}(?:\*\*|__)/u;
const sentenceEnd = /[。！？][」』）)*_]*\s*$/u;
const item = /^\s*(?:[*+-]|\d{1,2}[.)])\s/u;

/** The lines of a document that slipped into a list item for want of an empty line. */
export function lazyLines(document: Document): LazyLine[] {
  return nodesOf(document, 'paragraph').flatMap((found) => read(found, document.source.text) ?? []);
}

function read(found: FoundNode<Paragraph>, text: string): LazyLine | undefined {
  const { node, up } = found;
  if (up?.node.type !== 'listItem' || up.up?.node.type !== 'list') return undefined;
  if (node.position?.start.line === node.position?.end.line) return undefined;
  const range = rangeOf(node);
  const column = columnAt(text, range.start);
  const starts = lineStartsIn(text, range);
  const at = starts.findIndex((start, index) => index > 0 && indentAt(text, start) < column);
  const start = starts[at];
  if (start === undefined) return undefined;
  const line = lineOf(text, start, range.end);
  // An item that is swallowed so is told by itself; a wide space alone keeps a line from being blank.
  if (item.test(line) || line.trim() === '') return undefined;
  const isLabelled = labelled.test(line);
  if (!isLabelled && !sentenceEnd.test(lineOf(text, starts[at - 1] ?? start, range.end))) return undefined;
  const first = start + line.length - line.trimStart().length;
  const apart: Edit = { range: { start, end: start }, text: lineEndOf(text, start) };
  // Between two items it belongs to the first; behind the last one it stands on its own.
  const inside =
    up.up.node.children.at(-1) === up.node ? [] : indentEdits(text, starts.slice(at), column - indentAt(text, start));
  return { range: { start: first, end: start + line.trimEnd().length }, edits: [apart, ...inside], isLabelled };
}

function lineOf(text: string, start: number, end: number): string {
  const next = text.indexOf('\n', start);
  return text.slice(start, next < 0 ? end : Math.min(next, end));
}
