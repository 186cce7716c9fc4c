import { createHash } from 'node:crypto';
import { lineStart } from '../line-start.ts';
import type { Problem } from '../model.ts';

/**
 * What each problem of one file is known by: its rule, the text at fault, the line around it, and which of several alike
 * it is. Line numbers play no part, so that writing above a problem does not make it a new one.
 */
export function fingerprintsOf(problems: readonly Problem[], text: string): string[] {
  const seen = new Map<string, number>();
  return problems.map(({ rule, range: { start, end } }) => {
    const run = normalized(text.slice(start.offset, end.offset));
    const alike = JSON.stringify([
      rule,
      run,
      run === '' && isAtEnd(text, start.offset) ? '' : lineAt(text, start.offset),
    ]);
    const occurrence = seen.get(alike) ?? 0;
    seen.set(alike, occurrence + 1);
    return createHash('sha256').update(`${alike}${occurrence}`).digest('hex').slice(0, 16);
  });
}

/** What is missing at the end of a file has the last line for its place, which is another after each paragraph added. */
function isAtEnd(text: string, offset: number): boolean {
  return text.slice(offset).trim() === '';
}

function lineAt(text: string, offset: number): string {
  const start = lineStart(text, offset);
  const length = text.slice(start).search(/[\r\n]/);
  return normalized(text.slice(start, length === -1 ? text.length : start + length));
}

function normalized(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s+/gu, ' ').trim();
}
