import { parentPointer, stepsOf } from '../guide-types/schema-view.ts';
import { valueAt } from '../guide-types/value-at.ts';
import type { Guide, JsonPointer } from '../model.ts';

/** The text that an item of a list goes by: its first text in the schema's order; none where it has no text. */
export function itemName(guide: Guide, pointer: JsonPointer): string | undefined {
  const item = nearestItem(pointer);
  if (item === undefined) return undefined;
  const value = valueAt(guide.value, item);
  if (typeof value === 'string') return value;
  const keys = Object.keys(guide.type.nodeAt(item)?.properties ?? {});
  const texts = keys.map((key) => valueAt(value, `/${key}`));
  return texts.find((text): text is string => typeof text === 'string' && text !== '');
}

/** The pointer of the list item that a value belongs to. */
function nearestItem(pointer: JsonPointer): JsonPointer | undefined {
  for (let at = parentPointer(pointer); at !== ''; at = parentPointer(at)) {
    if (/^\d+$/.test(stepsOf(at).at(-1) ?? '')) return at;
  }
  return undefined;
}
