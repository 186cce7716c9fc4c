import type { GuideTypeInfo, JsonPointer } from '../model.ts';
import { parentPointer } from './schema-view.ts';

/** True for a value that is read out of the front matter, at any depth. */
export function isFrontMatter(pointer: JsonPointer, type: GuideTypeInfo): boolean {
  for (let at = pointer; at !== ''; at = parentPointer(at)) {
    if (type.nodeAt(at)?.['x-source']?.frontMatter !== undefined) return true;
  }
  return false;
}
