import type { Edit } from '../model.ts';
import { type Hunk, hunksBetween, offsetsIn } from './align-text.ts';

/** What a text may look like where it stands. */
export interface TextContext {
  readonly inTable: boolean;
  /** The value is Markdown itself: nothing in it is to be escaped. */
  readonly isMarkdown: boolean;
  /** Before each further line of a list item or quotation. */
  readonly indent: string;
  readonly lineEnd: string;
}

/** Ways to make a run of Markdown say another text, the smallest edit first; offsets count from the run's start. */
export function* textEdits(source: string, current: string, wanted: string, context: TextContext): Generator<Edit[]> {
  const whole = [{ start: 0, end: current.length, text: wanted }];
  const offsets = offsetsIn(source, current);
  if (offsets && current !== '')
    for (const hunks of [...hunksBetween(current, wanted), whole])
      for (const written of spellings(context)) {
        const edits = hunks.flatMap((hunk) => located(hunk, current, offsets, written) ?? []);
        if (edits.length === hunks.length) yield edits;
      }
  const end = source.trimEnd().length;
  for (const written of spellings(context)) {
    // Behind a label there may be nothing yet.
    if (current === '' && end > 0) yield [{ range: { start: end, end }, text: ` ${written(wanted)}` }];
    yield [{ range: { start: 0, end: source.length }, text: written(wanted) }];
  }
}

/** The place of a hunk in the source; grown to the left and right until both its ends are known there. */
function located(
  hunk: Hunk,
  current: string,
  offsets: readonly number[],
  written: (text: string) => string,
): Edit | undefined {
  let { start, end } = hunk;
  if (start === end && start > 0 && (offsets[start - 1] ?? -1) >= 0) {
    const at = (offsets[start - 1] ?? 0) + 1;
    return { range: { start: at, end: at }, text: written(hunk.text) };
  }
  if (start === end) end++;
  while (start > 0 && (offsets[start] ?? -1) < 0) start--;
  while (end < current.length && (offsets[end - 1] ?? -1) < 0) end++;
  const [from = -1, to = -1] = [offsets[start], offsets[end - 1]];
  if (from < 0 || to < from) return undefined;
  const text = current.slice(start, hunk.start) + hunk.text + current.slice(hunk.end, end);
  return { range: { start: from, end: to + 1 }, text: written(text) };
}

type Spelling = (text: string) => string;

/** How a text can be written in a place: as it is, then with all escaped that Markdown would take for its own. */
function spellings({ inTable, isMarkdown, indent, lineEnd }: TextContext): Spelling[] {
  const escaped: Spelling = (text) => text.replaceAll(/[\\`*_[\]<>&|~#$]/g, '\\$&');
  if (inTable) {
    const breaks: Spelling = (text) => text.replaceAll(/ *\n/g, '<br>');
    const bars: Spelling = (text) => text.replaceAll('|', '\\|');
    return isMarkdown ? [breaks] : [(text) => breaks(bars(text)), (text) => breaks(escaped(text))];
  }
  const lines =
    (between: string): Spelling =>
    (text) =>
      text
        .replaceAll('\n', between)
        .replaceAll(/\n(?!\n|$)/g, `\n${indent}`)
        .replaceAll('\n', lineEnd);
  if (isMarkdown) return [lines('\n')];
  // A line of a plain text is a block, or a line that the author broke.
  return ['\n', '\n\n', '  \n'].flatMap((between) => [lines(between), (text: string) => lines(between)(escaped(text))]);
}
