import type { Edit, Fix, Problem } from '../model.ts';

/** A fix with the file and the rule that it comes from. */
export interface PickedFix {
  readonly path: string;
  readonly rule: string;
  readonly fix: Fix;
}

/** The fixes of one text that can be made together, in the order of the problems: what touches an earlier one must wait. */
export function pickFixes(problems: readonly Problem[], isWanted: (fix: PickedFix) => boolean): PickedFix[] {
  const picked: PickedFix[] = [];
  for (const { path, rule, fix } of problems) {
    if (!fix || !isWanted({ path, rule, fix })) continue;
    if (!picked.some((earlier) => touches(earlier.fix.edits, fix.edits))) picked.push({ path, rule, fix });
  }
  return picked;
}

/** True for edits that can be made to this text and change it; others are a rule's mistake. */
export function isSound({ edits }: Fix, text: string): boolean {
  const sorted = [...edits].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  const isInOrder = sorted.every(
    ({ range }, index) => range.start >= (sorted[index - 1]?.range.end ?? 0) && range.end >= range.start,
  );
  const end = sorted.at(-1)?.range.end ?? 0;
  return (
    isInOrder && end <= text.length && edits.some((edit) => text.slice(edit.range.start, edit.range.end) !== edit.text)
  );
}

/** True also where one begins as the other ends: which of two insertions comes first is not theirs to say. */
function touches(left: readonly Edit[], right: readonly Edit[]): boolean {
  return left.some(({ range: a }) => right.some(({ range: b }) => a.start <= b.end && b.start <= a.end));
}
