import { valueAt } from '../guide-types/value-at.ts';
import type { Edit, Guide, JsonPointer } from '../model.ts';
import { isSameValue, leavesOf } from './leaves.ts';
import { sourceRange } from './source-range.ts';
import type { ValueChange } from './value-change.ts';

/** A change with the edits that are to make it. */
export interface PlannedChange {
  readonly change: ValueChange;
  readonly edits: readonly Edit[];
}

/** Changes besides those that are being made. */
export interface OtherChanges {
  /** They were made before, and have to last. */
  readonly done: readonly ValueChange[];
  /** They are asked for of the same text, and may come about by the way. */
  readonly group: readonly ValueChange[];
}

/**
 * True when a guide has all values that were asked for, and otherwise differs only in what is read from the edited texts
 * themselves: the years of experience that a level's name gives, say.
 */
export function changesOnly(
  before: Guide,
  after: Guide,
  planned: readonly PlannedChange[],
  { done, group }: OtherChanges,
): boolean {
  const asked = [...done, ...planned.map(({ change }) => change)];
  if (!asked.every(({ pointer, value }) => isSameValue(valueAt(after.value, pointer), value))) return false;
  const reached = group.filter(({ pointer, value }) => isSameValue(valueAt(after.value, pointer), value));
  const known = new Set([...asked, ...reached].map(({ pointer }) => pointer));
  return changedLeaves(before, after).every(
    (pointer) => known.has(pointer) || planned.some((plan) => follows(pointer, plan, before, after)),
  );
}

function changedLeaves(before: Guide, after: Guide): JsonPointer[] {
  const [old, now] = [leavesOf(before.value), leavesOf(after.value)];
  const pointers = new Set([...old.keys(), ...now.keys()]);
  return [...pointers].filter((pointer) => !isSameValue(old.get(pointer), now.get(pointer)));
}

/** True when a value is read from the text that a change edits. A number that is changed must not move another one. */
function follows(pointer: JsonPointer, { change, edits }: PlannedChange, before: Guide, after: Guide): boolean {
  const range = sourceRange(before, pointer);
  // The sub-heading that several rows show cannot change for one of them.
  if (!range || isSameColumn(pointer, change.pointer)) return false;
  const isTyped = typeof change.value === 'number' || typeof change.value === 'boolean';
  if (isTyped && typeof valueAt(after.value, pointer) !== 'string') return false;
  const own = sourceRange(before, change.pointer);
  if (own?.start === range.start && own.end === range.end) return true;
  if (before.type.nodeAt(pointer)?.contentMediaType !== undefined) return false;
  return edits.every((edit: Edit) => range.start <= edit.range.start && edit.range.end <= range.end);
}

/** True for values of one column of a table. */
export function isSameColumn(left: JsonPointer, right: JsonPointer): boolean {
  return left.replaceAll(/\/\d+(?=\/|$)/g, '/*') === right.replaceAll(/\/\d+(?=\/|$)/g, '/*');
}
