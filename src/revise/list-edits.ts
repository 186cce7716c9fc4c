import type { Edit, Range } from '../model.ts';

/** A list as it stands: where each of its elements is, what it says, and how another would be written. */
export interface WrittenList {
  readonly text: string;
  readonly ranges: readonly Range[];
  readonly values: readonly unknown[];
  /** The elements' values in the manner of the element at an index. */
  write(value: unknown, index: number): string;
  /** What stands between two elements where there is only one to look at. */
  readonly separator: string;
}

/** The edits that make a list another one, elements that stay untouched; undefined where nothing would be left. */
export function listEdits(list: WrittenList, wanted: readonly unknown[]): Edit[] | undefined {
  const { ranges, values } = list;
  if (wanted.length === 0 || ranges.length === 0 || ranges.length !== values.length) return undefined;
  const shorter = Math.min(values.length, wanted.length);
  let before = 0;
  while (before < shorter && values[before] === wanted[before]) before++;
  let behind = 0;
  while (behind < shorter - before && values.at(-1 - behind) === wanted.at(-1 - behind)) behind++;
  const common = shorter - before - behind;
  const replaced = ranges.slice(before, before + common).map((range, offset) => ({
    range,
    text: list.write(wanted[before + offset], before + offset),
  }));
  const changed = replaced.filter((_, offset) => values[before + offset] !== wanted[before + offset]);
  const at = before + common;
  const added = wanted.slice(at, wanted.length - behind);
  if (added.length > 0) return [...changed, insertion(list, at, added)];
  const isShorter = wanted.length < values.length;
  return isShorter ? [...changed, removal(list, at, values.length - behind)] : changed;
}

/** New elements before the one at an index, or behind the last. */
function insertion(list: WrittenList, index: number, added: readonly unknown[]): Edit {
  const neighbour = Math.max(index - 1, 0);
  const separator = separatorAt(list, neighbour);
  const texts = added.map((value) => list.write(value, neighbour));
  const { start, end } = list.ranges[neighbour] ?? { start: 0, end: 0 };
  if (index === 0) return { range: { start, end: start }, text: texts.map((text) => text + separator).join('') };
  return { range: { start: end, end }, text: texts.map((text) => separator + text).join('') };
}

function removal({ ranges }: WrittenList, from: number, to: number): Edit {
  const [first, next, previous, last] = [ranges[from], ranges[to], ranges[from - 1], ranges[to - 1]];
  if (first && next) return { range: { start: first.start, end: next.start }, text: '' };
  return { range: { start: previous?.end ?? first?.start ?? 0, end: last?.end ?? 0 }, text: '' };
}

/** What stands between an element and its neighbour, unless a comment does. */
function separatorAt({ text, ranges, separator }: WrittenList, index: number): string {
  for (const at of [index, index - 1]) {
    const [left, right] = [ranges[at], ranges[at + 1]];
    if (!left || !right) continue;
    const between = text.slice(left.end, right.start);
    if (!/[\p{L}\p{N}]/u.test(between)) return between;
  }
  return separator;
}
