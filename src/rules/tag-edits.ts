import type { Edit, Range } from '../model.ts';

/**
 * The edits that give each tag of a line a code span of its own. Tags in one code span are parted, bare ones are
 * replaced as a whole, so that two repairs of one tag meet at the same run.
 */
export function tagEdits(tags: readonly Range[], spans: readonly Range[], text: string): Edit[] {
  return tags.flatMap((tag, index): Edit[] => {
    const span = spans.find(({ start, end }) => start < tag.start && tag.end < end);
    // Beside a backtick that is none of a code span's, one more would make a longer run, and no code span.
    if (!span && text.slice(Math.max(0, tag.start - 1), tag.end + 1).includes('`')) return [];
    if (!span) return [{ range: tag, text: `\`${text.slice(tag.start, tag.end)}\`` }];
    const previous = tags[index - 1];
    const isFirst = !previous || previous.start < span.start;
    return isFirst ? [] : [{ range: { start: previous.end, end: tag.start }, text: '` `' }];
  });
}
