import type { Range } from '../model.ts';

/** The run inside a quoted key or value of the front matter; all of it where there are no quotes. */
export function withinQuotes(text: string, { start, end }: Range): Range {
  const quote = text[start];
  const isQuoted = (quote === '"' || quote === "'") && end - start > 1 && text[end - 1] === quote;
  return isQuoted ? { start: start + 1, end: end - 1 } : { start, end };
}
