import type { JsonPointer } from '../model.ts';
import { stepsOf } from './schema-view.ts';

/** The value at a JSON pointer; undefined where there is none. */
export function valueAt(value: unknown, pointer: JsonPointer): unknown {
  let at = value;
  for (const step of stepsOf(pointer)) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return undefined;
    at = (at as Record<string, unknown>)[step];
  }
  return at;
}
