import { parentPointer } from '../guide-types/schema-view.ts';
import type { Guide, JsonPointer, Place, Range } from '../model.ts';
import { childPointer } from '../parse/place-collector.ts';

/** The run of text that a value is read from; undefined where nothing stands there. */
export function sourceRange(guide: Guide, pointer: JsonPointer): Range | undefined {
  const items = itemRanges(guide, pointer);
  const [first] = items;
  const last = items.at(-1);
  if (first && last && !guide.places.get(pointer)?.key) return { start: first.start, end: last.end };
  const own = guide.places.get(pointer);
  if (own) return textRange(own);
  const parent = parentPointer(pointer);
  const around = guide.places.get(parent);
  if (around && guide.type.nodeAt(parent)?.['x-parse'] !== undefined) return textRange(around);
  return around?.cells?.get(lastKey(pointer));
}

/** What stands behind a value's heading or label, for a value that has one. */
function textRange({ range, extent, key }: Place): Range {
  const isNamed = key === undefined && extent.end > range.end && extent.start <= range.start;
  return isNamed ? { start: range.end, end: extent.end } : range;
}

/** True for a run that begins where a label or heading ends. */
export function isBehindLabel(guide: Guide, pointer: JsonPointer, range: Range): boolean {
  return [pointer, parentPointer(pointer)].some((at) => guide.places.get(at)?.range.end === range.start);
}

/** The runs of a list's elements, where each has one. */
export function itemRanges(guide: Guide, pointer: JsonPointer): Range[] {
  const ranges: Range[] = [];
  for (let place = guide.places.get(childPointer(pointer, 0)); place; ) {
    ranges.push(place.range);
    place = guide.places.get(childPointer(pointer, ranges.length));
  }
  return ranges;
}

/** True for a run in the front matter. */
export function isInFrontMatter({ document }: Guide, range: Range): boolean {
  const { frontMatter } = document;
  return frontMatter !== undefined && frontMatter.range.start <= range.start && range.end <= frontMatter.range.end;
}

function lastKey(pointer: JsonPointer): string {
  return pointer
    .slice(pointer.lastIndexOf('/') + 1)
    .replaceAll('~1', '/')
    .replaceAll('~0', '~');
}
