import type { Root } from 'mdast';
import { parseWithRemark } from './remark-parser.ts';

// The native module may be missing on a rare platform; then the reference parser does all.
const native = await import('./satteri-parser.ts').then(
  ({ parseWithSatteri }) => parseWithSatteri,
  () => undefined,
);

/** The native parser takes time that grows with the square of their number. */
const mostEntities = 2_000;

/** Parses CommonMark with GFM tables, task items, footnotes and strikethrough into mdast. */
export function parseMarkdown(text: string): Root {
  if (!native || countEntities(text) > mostEntities) return parseWithRemark(text);
  try {
    return native(text);
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
