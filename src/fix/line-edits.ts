import { diffLines } from 'diff';
import type { Edit } from '../model.ts';

/** The edits, whole lines each, that make one text of another: cursors and marks in other lines stay where they are. */
export function lineEdits(before: string, after: string): Edit[] {
  const edits: { range: { start: number; end: number }; text: string }[] = [];
  let offset = 0;
  for (const { added, removed, value } of diffLines(before, after)) {
    const last = edits.at(-1);
    if (!added && !removed) offset += value.length;
    else if (removed) {
      edits.push({ range: { start: offset, end: offset + value.length }, text: '' });
      offset += value.length;
    } else if (last?.range.end === offset) last.text += value;
    else edits.push({ range: { start: offset, end: offset }, text: value });
  }
  return edits;
}
