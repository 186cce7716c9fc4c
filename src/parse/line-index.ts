import type { Position, SourceFile } from '../model.ts';

/** Returns a function from an offset in `text` to its line and column; LF, CRLF and a lone CR end a line. */
export function lineIndex(text: string): (offset: number) => Position {
  const found = [0];
  const lineEnd = /\r\n?|\n/g;
  while (lineEnd.exec(text)) found.push(lineEnd.lastIndex);
  const starts = Uint32Array.from(found);
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

/** The lines of a file's text, counted when somebody asks for the first time. */
export function lazyPositionAt(source: SourceFile): (offset: number) => Position {
  let positionAt: ((offset: number) => Position) | undefined;
  return (offset) => {
    positionAt ??= lineIndex(source.text);
    return positionAt(offset);
  };
}
