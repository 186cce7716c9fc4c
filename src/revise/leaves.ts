import type { JsonPointer } from '../model.ts';
import { childPointer } from '../parse/place-collector.ts';

/** The values that a cell can hold, by pointer: scalars and arrays of scalars. */
export function leavesOf(value: unknown): Map<JsonPointer, unknown> {
  const leaves = new Map<JsonPointer, unknown>();
  collect(value, '', leaves);
  return leaves;
}

function collect(value: unknown, pointer: JsonPointer, leaves: Map<JsonPointer, unknown>): void {
  const isBranch = Array.isArray(value)
    ? value.some((item) => typeof item === 'object' && item !== null)
    : typeof value === 'object' && value !== null;
  if (!isBranch) {
    if (!isEmpty(value)) leaves.set(pointer, value);
    return;
  }
  for (const [key, inner] of Object.entries(value as object)) collect(inner, childPointer(pointer, key), leaves);
}

/** True for what is nothing in a cell. */
export function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

/** True when two values are the same, kind and all; all kinds of nothing are. */
export function isSameValue(left: unknown, right: unknown): boolean {
  return isEmpty(left) ? isEmpty(right) : JSON.stringify(left) === JSON.stringify(right);
}
