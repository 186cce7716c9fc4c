import type { Edit } from '../model.ts';

/** One edit that does what several do; undefined when there are none, or when they overlap. */
export function coveringEdit(edits: readonly Edit[], text: string): Edit | undefined {
  const sorted = [...edits].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  const [first] = sorted;
  if (first === undefined) return undefined;
  let end = first.range.start;
  let replacement = '';
  for (const { range, text: inserted } of sorted) {
    if (range.start < end) return undefined;
    replacement += text.slice(end, range.start) + inserted;
    end = range.end;
  }
  return { range: { start: first.range.start, end }, text: replacement };
}
