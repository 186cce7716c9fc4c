import type { Guide, Problem } from '../model.ts';
import { findSuppressions } from './find-suppressions.ts';
import { matchSuppression } from './match-suppression.ts';

/** The problems of a guide that no comment in it suppresses. */
export function suppressProblems(guide: Guide, problems: readonly Problem[]): readonly Problem[] {
  const suppressions = findSuppressions(guide.document);
  if (suppressions.length === 0) return problems;
  return problems.filter((problem) => matchSuppression(problem, suppressions) === undefined);
}
