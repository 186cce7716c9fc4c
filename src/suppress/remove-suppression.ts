import { lineStart } from '../line-start.ts';
import type { Edit, Range } from '../model.ts';
import type { Suppression } from './find-suppressions.ts';

/** The edit that takes rules out of a suppression; with its last rule the whole comment goes. */
export function removeSuppression(suppression: Suppression, ids: ReadonlySet<string>, text: string): Edit {
  const kept = suppression.names.filter(({ id }) => !ids.has(id));
  const first = suppression.names[0];
  const last = suppression.names.at(-1);
  if (kept.length === 0 || !first || !last) return { range: withSurroundings(suppression.range, text), text: '' };
  return { range: { start: first.range.start, end: last.range.end }, text: kept.map(({ id }) => id).join(', ') };
}

const blankLine = /[ \t]*(?:\r\n|\n|\r|$)/y;

/** With the blanks before a comment that ends a line or stands between blanks, or the whole line where nothing else stands on it. */
function withSurroundings({ start, end }: Range, text: string): Range {
  const before = /[ \t]*$/.exec(text.slice(lineStart(text, start), start))?.[0].length ?? 0;
  const isFirst = start - before === lineStart(text, start);
  const rest = lengthOfBlankLine(text, end);
  if (rest === undefined && (isFirst || !/[ \t]/.test(text[end] ?? ''))) return { start, end };
  if (rest === undefined || !isFirst) return { start: start - before, end };
  const next = end + rest;
  const isAfterBlank = isBlankBefore(text, start - before);
  // Of the blank lines around it one stays.
  const following = isAfterBlank && next < text.length ? (lengthOfBlankLine(text, next) ?? 0) : 0;
  return { start: start - before, end: next + following };
}

function lengthOfBlankLine(text: string, offset: number): number | undefined {
  blankLine.lastIndex = offset;
  return blankLine.test(text) ? blankLine.lastIndex - offset : undefined;
}

function isBlankBefore(text: string, start: number): boolean {
  if (start === 0) return true;
  const end = text.startsWith('\r\n', start - 2) ? start - 2 : start - 1;
  return text.slice(lineStart(text, end), end).trim() === '';
}
