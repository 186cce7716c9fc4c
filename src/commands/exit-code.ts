import type { UnreadableReason } from '../find/read-source.ts';
import type { LintResult } from '../lint.ts';

/** What decides on a run's exit code. */
export type Outcome = Pick<LintResult, 'files' | 'unreadable'> &
  Partial<Pick<LintResult, 'unsaved' | 'changes' | 'bugs'>>;

/** What is wrong with the guide itself, though it gave no text; all else kept the job from being done. */
const faultsOfGuides: ReadonlySet<UnreadableReason> = new Set([
  'binary',
  'encoding',
  'outside',
  'too-large',
  'too-slow',
]);

/**
 * 2 when a file gave no text or kept its faults, or for a bug of ours, 1 for errors, too many warnings or a diff, else 0; what `--quiet` or
 * the baseline hides does not count.
 */
export function exitCode(
  { files, unreadable, unsaved, changes, bugs = [] }: Outcome,
  { maxWarnings, diff }: { readonly maxWarnings?: number; readonly diff?: boolean },
): number {
  if (bugs.length > 0 || (unsaved && unsaved.size > 0)) return 2;
  if (unreadable.some(({ reason }) => !faultsOfGuides.has(reason))) return 2;
  if (diff && changes && changes.length > 0) return 1;
  let warnings = 0;
  for (const { problems } of files) {
    for (const { severity } of problems) {
      if (severity === 'error') return 1;
      warnings++;
    }
  }
  return warnings > (maxWarnings ?? Number.POSITIVE_INFINITY) ? 1 : 0;
}
