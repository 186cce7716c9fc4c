import { lineStart } from '../line-start.ts';
import type { Edit, Range } from '../model.ts';

/** The starts of the lines that a run touches. */
export function lineStartsIn(text: string, { start, end }: Range): number[] {
  const starts = [lineStart(text, start)];
  for (let at = text.indexOf('\n', start); at >= 0 && at + 1 < end; at = text.indexOf('\n', at + 1))
    starts.push(at + 1);
  return starts;
}

/** The width of the white space that a line begins with, tabs counted to the next stop. Unit: columns. */
export function indentAt(text: string, lineStart: number): number {
  let end = lineStart;
  while (text[end] === ' ' || text[end] === '\t') end++;
  return widthOf(text, lineStart, end);
}

/** How far from the beginning of its line a character stands; the parser counts a tab as one. Unit: columns. */
export function columnAt(text: string, offset: number): number {
  return widthOf(text, lineStart(text, offset), offset);
}

function widthOf(text: string, start: number, end: number): number {
  let width = 0;
  for (let at = start; at < end; at++) width += text[at] === '\t' ? 4 - (width % 4) : 1;
  return width;
}

/** Moves lines by so many columns (to the right is positive); empty lines stay. */
export function indentEdits(text: string, lineStarts: readonly number[], by: number): Edit[] {
  return lineStarts.flatMap((start): Edit[] => {
    const white = /^[ \t]*/.exec(text.slice(start, start + 400))?.[0] ?? '';
    const next = text[start + white.length];
    if (by === 0 || next === undefined || next === '\n' || next === '\r') return [];
    // Spaces before a tab move nothing.
    if (white.includes('\t')) {
      const width = Math.max(indentAt(text, start) + by, 0);
      return [{ range: { start, end: start + white.length }, text: ' '.repeat(width) }];
    }
    return by > 0
      ? [{ range: { start, end: start }, text: ' '.repeat(by) }]
      : [{ range: { start, end: start + Math.min(-by, white.length) }, text: '' }];
  });
}
