import type { Range } from '../model.ts';

/** Tags line by line. */
export function taggedLines(tags: readonly Range[], text: string): Range[][] {
  const lines: Range[][] = [];
  let previous: Range | undefined;
  for (const tag of tags) {
    const isSameLine = previous !== undefined && !/[\r\n]/.test(text.slice(previous.end, tag.start));
    if (isSameLine) lines.at(-1)?.push(tag);
    else lines.push([tag]);
    previous = tag;
  }
  return lines;
}
