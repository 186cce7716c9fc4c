import type { Edit, ParseFault, Range } from '../../model.ts';
import { tooDeepDetail } from '../nesting.ts';
import type { SyntaxWords } from './syntax-words.ts';

/** What is wrong with a front-matter block, ready for a sentence. */
export interface SyntaxFault {
  readonly kind: keyof SyntaxWords;
  readonly range: Range;
  /** The text at fault. */
  readonly found: string;
  /** What should stand there, where that is certain. */
  readonly wanted?: string;
  readonly edits?: readonly Edit[];
}

/** Signs of a Japanese keyboard or a word processor, and what a program reads in their place. */
export const plainSigns: ReadonlyMap<string, string> = new Map([
  ['，', ','],
  ['、', ','],
  ['：', ':'],
  ['｛', '{'],
  ['｝', '}'],
  ['［', '['],
  ['］', ']'],
  ['\u3000', ' '],
  ['\u00A0', ' '],
  ['“', '"'],
  ['”', '"'],
  ['„', '"'],
  ['‟', '"'],
  ['＂', '"'],
  ["'", '"'],
  ['‘', '"'],
  ['’', '"'],
]);

/** The fault of a block that is nested too deep, whatever its format. */
export function depthFault(text: string, { range, detail }: ParseFault): SyntaxFault | undefined {
  if (detail !== tooDeepDetail) return undefined;
  return { kind: 'tooDeep', range, found: text.slice(range.start, range.end) };
}

/** A backslash that the format takes for the beginning of an escape, with the sign behind it. */
export function backslashFault(text: string, range: Range): SyntaxFault {
  const found = text.slice(range.start, range.end);
  return { kind: 'backslash', range, found, wanted: `\\${found}` };
}

/** The line that an offset stands in, its end not included. */
export function lineAt(text: string, offset: number): Range {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const lineEnd = text.indexOf('\n', offset);
  const end = lineEnd < 0 ? text.length : lineEnd;
  return { start, end: text[end - 1] === '\r' ? end - 1 : end };
}

/** Where the bracket stands that is not closed in a range; undefined where all are. */
export function openBracketAt(text: string, { start, end }: Range): number | undefined {
  let closed = 0;
  for (let at = end - 1; at >= start; at--) {
    const sign = text.charAt(at);
    if (sign === ']' || sign === '}') closed++;
    else if (sign === '[' || sign === '{') closed--;
    if (closed < 0) return at;
  }
  return undefined;
}

/** The last bracket before an offset, for where a comment seems to close it. */
export function lastBracketAt(text: string, offset: number): number {
  const before = text.slice(0, offset);
  return Math.max(before.lastIndexOf('['), before.lastIndexOf('{'), 0);
}
