import { applyEdits } from '../fix/apply-edits.ts';
import { valueAt } from '../guide-types/value-at.ts';
import type { Edit, Guide, SourceFile } from '../model.ts';
import { candidateEdits } from './candidate-edits.ts';
import { changesOnly, isSameColumn, type OtherChanges, type PlannedChange } from './changes-only.ts';
import { groupChanges } from './group-changes.ts';
import { isEmpty, isSameValue, leavesOf } from './leaves.ts';
import { sourceRange } from './source-range.ts';
import type { Refusal, RevisedGuide, ValueChange } from './value-change.ts';

/** A group of changes that stand in one text: all of them are made, or none. */
type Group = readonly ValueChange[];

/**
 * Makes changes of a guide's values as minimal edits of its text. Each edited text is read again; a change is made only
 * if the guide then has exactly the values asked for, and every value that stands elsewhere is as it was.
 */
export function reviseGuide(
  guide: Guide,
  changes: readonly ValueChange[],
  bind: (source: SourceFile) => Guide,
): RevisedGuide {
  return new Reviser(bind).revise(guide, groupChanges(guide, changes));
}

const alone: OtherChanges = { done: [], group: [] };

class Reviser {
  readonly #bind: (source: SourceFile) => Guide;
  /** What was made already has to last. */
  readonly #made: ValueChange[] = [];

  constructor(bind: (source: SourceFile) => Guide) {
    this.#bind = bind;
  }

  /** Reading a guide costs much more than editing it: all groups at once, and in halves where that fails. */
  revise(guide: Guide, groups: readonly Group[]): RevisedGuide {
    const [first] = groups;
    if (!first) return { guide, refused: new Map() };
    if (groups.every((group) => group.length === 1)) {
      const planned = groups.flat().flatMap((change) => firstPlan(guide, change) ?? []);
      const after = planned.length === groups.length ? this.#tried(guide, planned) : undefined;
      if (after) {
        this.#made.push(...groups.flat());
        return { guide: after, refused: new Map() };
      }
    }
    if (groups.length === 1) return this.#reviseGroup(guide, first);
    const middle = groups.length >> 1;
    const left = this.revise(guide, groups.slice(0, middle));
    const right = this.revise(left.guide, groups.slice(middle));
    return { guide: right.guide, refused: new Map([...left.refused, ...right.refused]) };
  }

  #reviseGroup(guide: Guide, group: Group): RevisedGuide {
    let now = guide;
    const done: ValueChange[] = [];
    for (const change of group) {
      if (isSameValue(valueAt(now.value, change.pointer), change.value)) {
        done.push(change);
        continue;
      }
      const next = this.#changed(now, change, { done, group });
      if (next === undefined) {
        const reason = reasonOf(now, change, group);
        return { guide, refused: new Map(group.map((refused) => [refused, reason])) };
      }
      now = next;
      done.push(change);
    }
    this.#made.push(...done);
    return { guide: now, refused: new Map() };
  }

  #changed(guide: Guide, change: ValueChange, others: OtherChanges): Guide | undefined {
    const seen = new Set<string>();
    for (const edits of candidateEdits(guide, change)) {
      const key = JSON.stringify(edits);
      if (seen.has(key)) continue;
      seen.add(key);
      const after = this.#tried(guide, [{ change, edits }], others);
      if (after) return after;
    }
    return undefined;
  }

  #tried(guide: Guide, planned: readonly PlannedChange[], others: OtherChanges = alone): Guide | undefined {
    const edits = planned.flatMap((plan) => plan.edits);
    if (overlap(edits)) return undefined;
    const { source } = guide.document;
    const after = this.#bind({ ...source, text: applyEdits(source.text, edits) });
    const done = [...this.#made, ...others.done];
    return changesOnly(guide, after, planned, { done, group: others.group }) ? after : undefined;
  }
}

function reasonOf(guide: Guide, change: ValueChange, group: Group): Refusal {
  if (sharesText(guide, change, group)) return 'shared';
  if (group.length > 1) return 'contradiction';
  const isThere = sourceRange(guide, change.pointer) !== undefined && !isEmpty(valueAt(guide.value, change.pointer));
  return isThere || firstPlan(guide, change) ? 'not-writable' : 'nothing-there';
}

/** True when other rows of the table show the same text, and they are to keep it. */
function sharesText(guide: Guide, change: ValueChange, group: Group): boolean {
  const own = sourceRange(guide, change.pointer);
  return [...leavesOf(guide.value).keys()].some((pointer) => {
    if (!isSameColumn(pointer, change.pointer) || pointer === change.pointer) return false;
    const range = sourceRange(guide, pointer);
    const isAsked = group.some((other) => other.pointer === pointer && isSameValue(other.value, change.value));
    return range !== undefined && range.start === own?.start && range.end === own.end && !isAsked;
  });
}

function firstPlan(guide: Guide, change: ValueChange): PlannedChange | undefined {
  for (const edits of candidateEdits(guide, change)) return { change, edits };
  return undefined;
}

function overlap(edits: readonly Edit[]): boolean {
  const sorted = [...edits].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  return sorted.some(({ range }, index) => {
    const previous = sorted[index - 1];
    // Two texts put in at one place have no order.
    return previous && (range.start < previous.range.end || range.start === previous.range.start);
  });
}
