import type { Heading } from 'mdast';
import { rangeOf } from '../guide-types/scope.ts';
import type { Edit } from '../model.ts';

/** The edits that move headings by so many levels (down is positive); undefined where one of them cannot be moved. */
export function headingLevelEdits(headings: readonly Heading[], by: number, text: string): readonly Edit[] | undefined {
  const edits: Edit[] = [];
  for (const heading of headings) {
    const { start } = rangeOf(heading);
    const depth = heading.depth + by;
    // A heading that is underlined with === or --- has no marks to add to.
    if (depth < 1 || depth > 6 || text[start] !== '#') return undefined;
    if (by > 0) edits.push({ range: { start, end: start }, text: '#'.repeat(by) });
    if (by < 0) edits.push({ range: { start, end: start - by }, text: '' });
  }
  return edits;
}
