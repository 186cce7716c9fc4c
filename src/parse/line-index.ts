import type { Position } from '../model.ts';

/** Returns a function from an offset in `text` to its line and column; LF, CRLF and a lone CR end a line. */
export function lineIndex(text: string): (offset: number) => Position {
  const starts = Uint32Array.from(lineStarts(text));
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1, offset };
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
