import type { JsonPointer, Place } from '../model.ts';
import { childPointer } from '../parse/place-collector.ts';
import { stepsOf } from './schema-view.ts';

/** A value of the guide with its pointer. */
export interface PointedValue {
  readonly pointer: JsonPointer;
  readonly value: unknown;
}

/** The items of the arrays that the pointers name (`*` stands for any index), in the order of the document. */
export function collectValues(
  root: unknown,
  pointers: readonly JsonPointer[],
  places: ReadonlyMap<JsonPointer, Place>,
): PointedValue[] {
  const items = pointers.flatMap((pointer) => expand({ pointer: '', value: root }, [...stepsOf(pointer), '*']));
  const startOf = ({ pointer }: PointedValue): number => places.get(pointer)?.extent.start ?? 0;
  return items.sort((a, b) => startOf(a) - startOf(b));
}

function expand(at: PointedValue, steps: readonly string[]): PointedValue[] {
  const [step, ...others] = steps;
  if (step === undefined) return [at];
  if (typeof at.value !== 'object' || at.value === null) return [];
  const keys = step === '*' ? Object.keys(at.value) : Object.hasOwn(at.value, step) ? [step] : [];
  const { value } = at;
  return keys.flatMap((key) =>
    expand({ pointer: childPointer(at.pointer, key), value: (value as Record<string, unknown>)[key] }, others),
  );
}
