import type { Edit } from '../model.ts';

/** The text with all edits made; they may stand in any order, must not overlap, and all count in the text as it was. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const sorted = [...edits].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  let result = '';
  let end = 0;
  for (const { range, text: replacement } of sorted) {
    if (range.start < end || range.end < range.start || range.end > text.length)
      throw new RangeError(`an edit at ${range.start}–${range.end} overlaps another or leaves the text`);
    result += text.slice(end, range.start) + replacement;
    end = range.end;
  }
  return result + text.slice(end);
}
