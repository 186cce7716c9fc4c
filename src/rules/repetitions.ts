import { parentPointer, stepsOf } from '../guide-types/schema-view.ts';
import { valueAt } from '../guide-types/value-at.ts';
import type { Guide, JsonPointer, Range, Violation } from '../model.ts';
import { childPointer } from '../parse/place-collector.ts';

/** A place where a value stands again. */
interface Again {
  readonly range: Range;
  readonly pointer: JsonPointer;
}

/** A repeated value: where it stands first, and where again. */
export interface Repetition {
  readonly value: unknown;
  readonly list: JsonPointer;
  readonly first: Range;
  readonly again: [Again, ...Again[]];
  readonly severity: Violation['severity'];
}

/** What a list holds more than once, one for each value, out of the violations that say so. */
export function repetitions(violations: readonly Violation[], guide: Guide): Repetition[] {
  const found = new Map<string, Repetition>();
  for (const { keyword, pointer, params, severity, range } of violations) {
    const isWhole = keyword === 'uniqueItems';
    const below = isWhole ? '' : String(params.path);
    const item = pointer.slice(0, pointer.length - below.length);
    const list = isWhole ? pointer : parentPointer(item);
    // The validator names one pair of a list; the others are found here.
    const pairs = isWhole ? pairsOf(params.value) : [[Number(params.first), Number(stepsOf(item).at(-1))] as const];
    for (const [first, again] of pairs) {
      const at = childPointer(list, again) + below;
      const place = { range: guide.places.get(at)?.range ?? range, pointer: childPointer(list, again) };
      const key = `${list} ${first}`;
      const known = found.get(key);
      if (known) {
        known.again.push(place);
        continue;
      }
      const value = valueAt(guide.value, at);
      const start = guide.places.get(childPointer(list, first) + below)?.range ?? range;
      found.set(key, { value, list, first: start, again: [place], severity });
    }
  }
  return [...found.values()];
}

function pairsOf(value: unknown): (readonly [number, number])[] {
  const seen = new Map<string, number>();
  return (Array.isArray(value) ? value : []).flatMap((item, index): [number, number][] => {
    const key = JSON.stringify(item);
    const first = seen.get(key);
    if (first === undefined) seen.set(key, index);
    return first === undefined ? [] : [[first, index]];
  });
}
