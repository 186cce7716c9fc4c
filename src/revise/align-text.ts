import { diffArrays, diffChars } from 'diff';

/** A run of one text that another text replaces. */
export interface Hunk {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A letter more or less costs one; texts that differ in more than markup are not alike. */
const mostDifferences = 4000;

/** More pieces than this are no correction but a new text. */
const mostHunks = 6;

/**
 * For each unit of a visible text its offset in the Markdown that it was read from, or -1 where the Markdown says it in
 * other letters (an entity, say). Undefined where the two have too little in common.
 */
export function offsetsIn(source: string, visible: string): readonly number[] | undefined {
  if (source === visible) return Array.from({ length: visible.length }, (_, index) => index);
  const parts = diffChars(visible, source, { maxEditLength: mostDifferences });
  if (!parts) return undefined;
  const offsets: number[] = [];
  let at = 0;
  for (const { value, added, removed } of parts) {
    if (removed) offsets.push(...Array.from(value.split(''), () => -1));
    else {
      if (!added) for (let index = 0; index < value.length; index++) offsets.push(at + index);
      at += value.length;
    }
  }
  return offsets;
}

/** What to replace in a text to get another: the words that differ, then all from the first difference to the last. */
export function hunksBetween(before: string, after: string): Hunk[][] {
  const words = wordHunks(before, after);
  const whole = wholeHunk(before, after);
  return words.length > 1 && words.length <= mostHunks ? [words, [whole]] : [[whole]];
}

function wholeHunk(before: string, after: string): Hunk {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let behind = 0;
  while (behind < shorter - start && before.at(-1 - behind) === after.at(-1 - behind)) behind++;
  // Never through the middle of a surrogate pair.
  if (/[\ud800-\udbff]/.test(before[start - 1] ?? '')) start--;
  if (/[\udc00-\udfff]/.test(before[before.length - behind] ?? '')) behind--;
  return { start, end: before.length - behind, text: after.slice(start, after.length - behind) };
}

function wordHunks(before: string, after: string): Hunk[] {
  const hunks: Hunk[] = [];
  let at = 0;
  for (const { value, added, removed } of diffArrays(wordsOf(before), wordsOf(after))) {
    const text = value.join('');
    const last = hunks.at(-1);
    const continued = last?.end === at ? hunks.pop() : undefined;
    const start = continued?.start ?? at;
    const said = continued?.text ?? '';
    if (removed) at += text.length;
    if (added || removed) hunks.push({ start, end: at, text: said + (added ? text : '') });
    else {
      if (continued) hunks.push(continued);
      at += text.length;
    }
  }
  return hunks;
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{Script=Latin}\p{M}'’]+|\p{N}+|\s+|./gsu) ?? [];
}
