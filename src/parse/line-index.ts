import type { Position, SourceFile } from '../model.ts';
import { oncePer } from '../once-per.ts';
import { partitionPoint } from '../partition-point.ts';

/** Tells where in a file an offset lies; it stays in memory when the text does not. */
export const lineIndexOf = oncePer((source: SourceFile) => lineIndex(source.text));

/** Returns a function from an offset in `text` to its line and column; LF, CRLF and a lone CR end a line. */
export function lineIndex(text: string): (offset: number) => Position {
  // A run over thousands of guides keeps as many of them.
  const Offsets = text.length < 0x10000 ? Uint16Array : Uint32Array;
  const starts = Offsets.from(lineStarts(text));
  const pairs = Offsets.from(surrogatePairs(text));
  return (offset) => {
    const line = partitionPoint(starts, (start) => start <= offset);
    const start = starts[line - 1] ?? 0;
    const column = offset - start + 1;
    const before = pairs.length === 0 ? 0 : pairsBetween(pairs, start, offset);
    return { line, column, offset, ...(before > 0 && { characterColumn: column - before }) };
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  if (text.includes('\r')) {
    const lineEnd = /\r\n?|\n/g;
    while (lineEnd.exec(text)) starts.push(lineEnd.lastIndex);
  } else {
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
  }
  return starts;
}

/** Where the characters end that take two UTF-16 units. */
function surrogatePairs(text: string): number[] {
  const ends: number[] = [];
  const pair = /[\ud800-\udbff][\udc00-\udfff]/g;
  while (pair.test(text)) ends.push(pair.lastIndex);
  return ends;
}

/** How many of them lie between a line's start and an offset. */
function pairsBetween(ends: ArrayLike<number>, start: number, offset: number): number {
  return partitionPoint(ends, (end) => end <= offset) - partitionPoint(ends, (end) => end <= start);
}
