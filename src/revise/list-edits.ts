import { lineEndIn } from '../line-end.ts';
import { lineStart } from '../line-start.ts';
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
  /** Where an element's line ends with a comment on it; absent where elements have no line of their own. */
  lineEnd?(element: Range): number;
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
  if (added.length > 0)
    return [...changed, insertion(list, at, added), ...renumberings(list, Math.max(at, 1), added.length)];
  const next = values.length - behind;
  // The first that goes leaves its number to the next that stays.
  return at < next ? [...changed, removal(list, at, next), ...renumberings(list, next + 1, at - next)] : changed;
}

/** New elements before the one at an index, or behind the last. */
function insertion(list: WrittenList, index: number, added: readonly unknown[]): Edit {
  const neighbour = Math.max(index - 1, 0);
  const texts = added.map((value) => list.write(value, neighbour));
  const range = list.ranges[neighbour] ?? { start: 0, end: 0 };
  const { start } = range;
  const separator = (offset: number): string => separatorAt(list, neighbour, offset + 1);
  if (index === 0)
    return { range: { start, end: start }, text: texts.map((text, offset) => text + separator(offset)).join('') };
  const end = lineEnd(list, range);
  return { range: { start: end, end }, text: texts.map((text, offset) => separator(offset) + text).join('') };
}

function removal(list: WrittenList, from: number, to: number): Edit {
  const [first, next, previous, last] = [from, to, from - 1, to - 1].map((index) => list.ranges[index]);
  if (first && next) return { range: { start: first.start, end: next.start }, text: '' };
  return { range: { start: lineEnd(list, previous), end: lineEnd(list, last) }, text: '' };
}

/** Where an element ends, the comment beside it included: the comment stays with it, and goes with it. */
function lineEnd(list: WrittenList, element: Range | undefined): number {
  return element ? (list.lineEnd?.(element) ?? element.end) : 0;
}

/** What stands between an element and its neighbour, unless a comment does; a number goes up by `step`. */
function separatorAt(list: WrittenList, index: number, step: number): string {
  const { text, ranges, separator } = list;
  const number = numberAt(list, index);
  for (const at of [index, index - 1]) {
    const [left, right] = [ranges[at], ranges[at + 1]];
    if (!left || !right) continue;
    const between = text.slice(left.end, right.start);
    if (number && isNumbered.test(between)) return between.replace(/\d+/, number.plus(step));
    if (!/[\p{L}\p{N}]/u.test(between)) return between;
  }
  return number ? `${lineEndIn(text)}${number.line.replace(/\d+/, number.plus(step))}` : separator;
}

const isNumbered = /^\s*\n\s*\d+[.)]\s+$/;

/** The number before an element of an ordered list; where all have the same, it never grows. */
function numberAt(list: WrittenList, index: number): ListNumber | undefined {
  const line = markerOf(list, index);
  if (line === undefined) return undefined;
  const [first, second] = [markerOf(list, 0), markerOf(list, 1)].map((marker) => Number.parseInt(marker ?? '', 10));
  return { line, plus: (step) => String(Number.parseInt(line, 10) + (first === second ? 0 : step)) };
}

interface ListNumber {
  /** What stands before the element in its line. */
  readonly line: string;
  plus(step: number): string;
}

function markerOf({ text, ranges }: WrittenList, index: number): string | undefined {
  const start = ranges[index]?.start ?? 0;
  const before = text.slice(lineStart(text, start), start);
  return /^\s*\d+[.)]\s+$/.test(before) ? before : undefined;
}

/** Elements behind a change count on from it. */
function renumberings(list: WrittenList, from: number, step: number): Edit[] {
  return list.ranges.slice(from).flatMap(({ start }, offset) => {
    const number = numberAt(list, from + offset);
    if (!number) return [];
    const { line } = number;
    return { range: { start: start - line.length, end: start }, text: line.replace(/\d+/, number.plus(step)) };
  });
}
