import type { Range } from '../model.ts';
import { contains, type Part, partOf, rangeOf } from './scope.ts';

/** What of a document has found its place in the normalized guide; the rest is prose, or nobody's. */
export class Claims {
  /** One byte a UTF-16 unit of the text, 1 where it is claimed. */
  readonly #claimed: Uint8Array;

  constructor(textLength: number) {
    this.#claimed = new Uint8Array(textLength);
  }

  add({ start, end }: Range): void {
    this.#claimed.fill(1, start, end);
  }

  /** True when some of the range is claimed; of an empty one, when both sides of it are. */
  touches({ start, end }: Range): boolean {
    if (start >= end) return this.#claimed[start - 1] === 1 && this.#claimed[start] === 1;
    return this.#first(1, start, end) < end;
  }

  covers(range: Range): boolean {
    const { start, end } = range;
    return start >= end ? this.touches(range) : this.#first(0, start, end) === end;
  }

  /** The unclaimed pieces of a range, in order. */
  gaps(range: Range): Range[] {
    const gaps: Range[] = [];
    for (let end = range.start; ; ) {
      const start = this.#first(0, end, range.end);
      if (start >= range.end) return gaps;
      end = this.#first(1, start, range.end);
      gaps.push({ start, end });
    }
  }

  /** The first place in a range that is claimed or not; its end where there is none. */
  #first(claimed: 0 | 1, start: number, end: number): number {
    let at = start;
    while (at < end && this.#claimed[at] !== claimed) at++;
    return at;
  }
}

const nothingToSee = /^(?:[\s`*_#:：,、。.・|-]|\\(?=\s|$))*$/u;

/** The parts that nobody has claimed: whole nodes where possible, else list items, else lines of a paragraph. */
export function unclaimed(parts: readonly Part[], claims: Claims, text: string): Part[] {
  const left: Part[] = [];
  for (const part of parts) leaveUnclaimed(part, claims, text, left);
  return left;
}

function leaveUnclaimed(part: Part, claims: Claims, text: string, left: Part[]): void {
  const { node, range } = part;
  if (isInvisible(part)) return;
  if (!claims.touches(range)) {
    left.push(part);
    return;
  }
  if (claims.covers(range)) return;
  if (node.type === 'list' || node.type === 'listItem' || node.type === 'blockquote') {
    for (const child of node.children)
      if (contains(range, rangeOf(child))) leaveUnclaimed(partOf(child), claims, text, left);
  } else if (node.type === 'paragraph' || node.type === 'heading') {
    for (const gap of claims.gaps(range))
      if (!nothingToSee.test(text.slice(gap.start, gap.end))) left.push({ node, range: trim(text, gap) });
  } else left.push(part);
}

/** Thematic breaks, link definitions and comments say nothing to a reader. */
function isInvisible({ node }: Part): boolean {
  if (node.type === 'html') return isComments(node.value);
  return node.type === 'thematicBreak' || node.type === 'definition';
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
