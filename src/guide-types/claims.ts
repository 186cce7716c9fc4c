import type { Range } from '../model.ts';
import { contains, type Part, partOf, rangeOf } from './scope.ts';

/** What of a document has found its place in the normalized guide; the rest is prose, or nobody's. */
export class Claims {
  /** Sorted, without overlaps. */
  #ranges: Range[] = [];

  add(range: Range): void {
    if (range.start >= range.end) return;
    let { start, end } = range;
    const from = this.#firstEndingAt(start);
    let to = from;
    for (let next = this.#ranges[to]; next && next.start <= end; next = this.#ranges[++to]) {
      start = Math.min(start, next.start);
      end = Math.max(end, next.end);
    }
    this.#ranges.splice(from, to - from, { start, end });
  }

  /** True when some of the range is claimed. */
  touches(range: Range): boolean {
    const next = this.#ranges[this.#firstEndingAt(range.start + 1)];
    return next !== undefined && next.start < range.end;
  }

  covers(range: Range): boolean {
    const next = this.#ranges[this.#firstEndingAt(range.start + 1)];
    return next !== undefined && contains(next, range);
  }

  /** The unclaimed pieces of a range, in order. */
  gaps(range: Range): Range[] {
    const gaps: Range[] = [];
    let start = range.start;
    for (let index = this.#firstEndingAt(start + 1); start < range.end; index++) {
      const next = this.#ranges[index];
      const end = next ? Math.min(next.start, range.end) : range.end;
      if (end > start) gaps.push({ start, end });
      if (!next) break;
      start = Math.max(start, next.end);
    }
    return gaps;
  }

  /** Index of the first claim that ends at or after an offset. */
  #firstEndingAt(offset: number): number {
    let low = 0;
    let high = this.#ranges.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#ranges[middle]?.end ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const nothingToSee = /^(?:[\s`*_#:：,、。.・|-]|\\(?=\s|$))*$/u;

/** The parts that nobody has claimed: whole nodes where possible, else list items, else lines of a paragraph. */
export function unclaimed(parts: readonly Part[], claims: Claims, text: string): Part[] {
  return parts.flatMap((part) => {
    if (isInvisible(part)) return [];
    if (!claims.touches(part.range)) return [part];
    if (claims.covers(part.range)) return [];
    const { node } = part;
    if (node.type === 'list' || node.type === 'listItem' || node.type === 'blockquote') {
      const children = node.children.filter((child) => contains(part.range, rangeOf(child)));
      return unclaimed(children.map(partOf), claims, text);
    }
    if (node.type !== 'paragraph' && node.type !== 'heading') return [part];
    return claims
      .gaps(part.range)
      .filter((gap) => !nothingToSee.test(text.slice(gap.start, gap.end)))
      .map((gap) => ({ node, range: trim(text, gap) }));
  });
}

/** Thematic breaks, link definitions and comments say nothing to a reader. */
function isInvisible({ node }: Part): boolean {
  if (node.type === 'thematicBreak' || node.type === 'definition') return true;
  return node.type === 'html' && /^(?:\s*<!--[\s\S]*?-->)*\s*$/.test(node.value);
}

/** The range without the white space at its ends. */
export function trim(text: string, range: Range): Range {
  let { start, end } = range;
  while (start < end && /\s/.test(text[start] ?? '')) start++;
  while (end > start && /\s/.test(text[end - 1] ?? '')) end--;
  return { start, end };
}
