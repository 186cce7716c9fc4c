import type { Root } from 'mdast';
import { lazily } from '../deadline.ts';
import { parseWithRemark } from './remark-parser.ts';
import { createSatteriParser } from './satteri-parser.ts';

// The native module may be missing on a rare platform; then the reference parser does all.
const native = lazily(() => {
  try {
    return createSatteriParser();
  } catch {
    return undefined;
  }
});

/** The native parser takes time that grows with the square of their number. */
const mostEntities = 2_000;

/** Parses CommonMark with GFM tables, task items, footnotes and strikethrough into mdast. */
export function parseMarkdown(text: string): Root {
  const parse = native();
  if (!parse || countEntities(text) > mostEntities) return parseWithRemark(text);
  try {
    return parse(text);
  } catch {
    // Whatever the native parser trips over, the reference parser reads or explains.
    return parseWithRemark(text);
  }
}

function countEntities(text: string): number {
  let count = 0;
  for (let at = text.indexOf('&'); at >= 0 && count <= mostEntities; at = text.indexOf('&', at + 1)) count++;
  return count;
}
