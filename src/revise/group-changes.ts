import type { Guide } from '../model.ts';
import { sourceRange } from './source-range.ts';
import type { ValueChange } from './value-change.ts';

/**
 * The changes by the text that they are about, in the order of the document: those of one text are one group, in which
 * texts come before the numbers that are read from them.
 */
export function groupChanges(guide: Guide, changes: readonly ValueChange[]): ValueChange[][] {
  const placed = changes
    .map((change) => ({ change, range: sourceRange(guide, change.pointer) }))
    .sort((a, b) => (a.range?.start ?? -1) - (b.range?.start ?? -1));
  const groups = new Map<string, ValueChange[]>();
  for (const { change, range } of placed) {
    const key = range ? `${range.start}-${range.end}` : change.pointer;
    groups.set(key, [...(groups.get(key) ?? []), change]);
  }
  return [...groups.values()].map((group) => group.sort((a, b) => rankOf(a) - rankOf(b)));
}

function rankOf({ value }: ValueChange): number {
  if (typeof value === 'number') return 1;
  return typeof value === 'boolean' ? 2 : 0;
}
