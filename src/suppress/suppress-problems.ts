import type { Guide, Problem } from '../model.ts';
import { findSuppressions } from './find-suppressions.ts';
import { SuppressionIndex } from './suppression-index.ts';

/** The problems of a guide that no comment in it suppresses. */
export function suppressProblems(guide: Guide, problems: readonly Problem[]): readonly Problem[] {
  const suppressions = findSuppressions(guide.document);
  if (suppressions.length === 0) return problems;
  const index = new SuppressionIndex(suppressions);
  return problems.filter((problem) => index.match(problem) === undefined);
}
