import type { Position, Problem } from '../src/model.ts';

/** A problem on `[start, end)` of a text, with the rest of it made up unless given. */
export function problemAt(text: string, start: number, end: number, rest: Partial<Problem> = {}): Problem {
  return {
    path: 'guide.md',
    rule: 'test-rule',
    severity: 'error',
    message: 'test message',
    range: rangeAt(text, start, end),
    ...rest,
  };
}

/** The range `[start, end)` with its lines and columns. */
export function rangeAt(text: string, start: number, end: number): Problem['range'] {
  return { start: positionAt(text, start), end: positionAt(text, end) };
}

function positionAt(text: string, offset: number): Position {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1, offset };
}
