import type { ParseFault } from '../model.ts';

/** Deeper lists and mappings are not decoded: whoever walks them would run out of stack. */
export const mostNested = 64;

/** The detail of a fault of nesting; no decoder has this word. */
export const tooDeepDetail = 'TooDeep';

/** The fault of a block that opens too deep a level at an offset. */
export function tooDeep(offset: number): ParseFault {
  return { code: 'front-matter-syntax', range: { start: offset, end: offset + 1 }, detail: tooDeepDetail };
}
