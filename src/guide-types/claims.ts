import type { Range } from '../model.ts';
import { partitionPoint } from '../partition-point.ts';
import { type Part, partOf } from './scope.ts';

/** Units of text whose claims are kept together: many claims must not make a new one slow. */
const width = 4096;

/** How much of a range is claimed. */
export type Share = 'none' | 'some' | 'all';

/** What of a document has found its place in the normalized guide; the rest is prose, or nobody's. */
export class Claims {
  /** For each piece of the text, in order, where a claim begins, where it ends, where the next begins, and so on. */
  readonly #edges: number[][] = [];
  #version = 0;

  /** Rises with each claim. */
  get version(): number {
    return this.#version;
  }

  add({ start, end }: Range): void {
    this.#version++;
    for (let at = start; at < end; ) {
      const piece = Math.floor(at / width);
      const next = Math.min(piece * width + width, end);
      while (this.#edges.length <= piece) this.#edges.push([]);
      const edges = this.#edges[piece] ?? [];
      const from = countUpTo(at - 1, edges);
      const to = countUpTo(next, edges);
      const added = from % 2 === 0 ? [at] : [];
      if (to % 2 === 0) added.push(next);
      edges.splice(from, to - from, ...added);
      at = next;
    }
  }

  /** How much of a range is claimed; an empty one is where both sides of it are. */
  shareOf({ start, end }: Range): Share {
    const isEmpty = start >= end;
    let share: Share | undefined;
    const to = isEmpty ? start + 1 : end;
    for (let at = isEmpty ? Math.max(0, start - 1) : start; at < to; ) {
      const piece = Math.floor(at / width);
      const edges = this.#edges[piece] ?? none;
      const next = Math.min(piece * width + width, to);
      const count = countUpTo(at, edges);
      const edge = edges[count] ?? next;
      const here = edge < next ? 'some' : count % 2 === 0 ? 'none' : 'all';
      if (here === 'some' || (share !== undefined && share !== here)) return isEmpty ? 'none' : 'some';
      share = here;
      at = next;
    }
    return share ?? 'none';
  }

  /** The unclaimed pieces of a range, in order. */
  gaps({ start, end }: Range): Range[] {
    const gaps: { start: number; end: number }[] = [];
    for (let at = start; at < end; ) {
      const piece = Math.floor(at / width);
      const edges = this.#edges[piece] ?? none;
      const count = countUpTo(at, edges);
      const next = Math.min(edges[count] ?? piece * width + width, end);
      const last = gaps.at(-1);
      if (count % 2 === 0 && last?.end === at) last.end = next;
      else if (count % 2 === 0) gaps.push({ start: at, end: next });
      at = next;
    }
    return gaps;
  }
}

const none: readonly number[] = [];

/** How many of the edges stand at an offset or before it. */
function countUpTo(offset: number, edges: readonly number[]): number {
  return partitionPoint(edges, (edge) => edge <= offset);
}

const nothingToSee = /^(?:[\s`*_#:：,、。.・|【】-]|\\(?=\s|$))*$/u;

/** The parts that nobody has claimed: whole nodes where possible, else list items, else lines of a paragraph. */
export function unclaimed(parts: readonly Part[], claims: Claims, text: string): Part[] {
  const left: Part[] = [];
  for (const part of parts) leaveUnclaimed(part, claims, text, left);
  return left;
}

function leaveUnclaimed(part: Part, claims: Claims, text: string, left: Part[]): void {
  const { node, range } = part;
  const { type } = node;
  // Thematic breaks, link definitions and comments say nothing to a reader.
  if (type === 'thematicBreak' || type === 'definition' || (type === 'html' && isComments(node.value))) return;
  const share = claims.shareOf(range);
  if (share === 'all') return;
  if (share === 'none') left.push(part);
  else if (type === 'list' || type === 'listItem' || type === 'blockquote') {
    for (const child of node.children) leaveUnclaimed(partOf(child), claims, text, left);
  } else if (type === 'paragraph' || type === 'heading') {
    for (const gap of claims.gaps(range))
      if (!nothingToSee.test(text.slice(gap.start, gap.end))) left.push({ node, range: trim(text, gap) });
  } else left.push(part);
}

/** True for comments with nothing between them; what the last one leaves open is no comment. */
function isComments(html: string): boolean {
  let at = 0;
  for (;;) {
    const start = html.indexOf('<!--', at);
    if (html.slice(at, start < 0 ? undefined : start).trim() !== '') return false;
    if (start < 0) return true;
    const end = html.indexOf('-->', start + 4);
    if (end < 0) return false;
    at = end + 3;
  }
}

/** The range without the white space at its ends. */
export function trim(text: string, range: Range): Range {
  let { start, end } = range;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

const space = /\s/;

/** A space of any kind, by its UTF-16 unit. */
export function isSpace(unit: number): boolean {
  if (unit < 0x80) return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d);
  return (unit <= 0x3000 || unit === 0xfeff) && space.test(String.fromCharCode(unit));
}
