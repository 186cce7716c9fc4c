import type { Edit, Range } from '../model.ts';
import { partitionPoint } from '../partition-point.ts';

/**
 * The edits that give each tag of a line a code span of its own. Tags in one code span are parted, bare ones are
 * replaced as a whole, so that two repairs of one tag meet at the same run.
 */
export function tagEdits(tags: readonly Range[], spans: readonly Range[], text: string): Edit[] {
  return tags.flatMap((tag, index): Edit[] => {
    const span = spanAround(tag, spans);
    // Beside a backtick that is none of a code span's, one more would make a longer run, and no code span.
    if (!span && text.slice(Math.max(0, tag.start - 1), tag.end + 1).includes('`')) return [];
    if (!span) return [{ range: tag, text: `\`${text.slice(tag.start, tag.end)}\`` }];
    const previous = tags[index - 1];
    const isFirst = !previous || previous.start < span.start;
    return isFirst ? [] : [{ range: { start: previous.end, end: tag.start }, text: '` `' }];
  });
}

/** The code span that a tag stands in; the spans are those of the file, in order. */
export function spanAround(tag: Range, spans: readonly Range[]): Range | undefined {
  const span = spans[partitionPoint(spans, ({ start }) => start < tag.start) - 1];
  return span && tag.end < span.end ? span : undefined;
}
