import type { Problem } from '../model.ts';
import type { Suppression } from './find-suppressions.ts';
import { SuppressionIndex } from './suppression-index.ts';

/** The problems of a guide that none of its comments suppresses. */
export function suppressProblems(
  problems: readonly Problem[],
  suppressions: readonly Suppression[],
): readonly Problem[] {
  if (suppressions.length === 0) return problems;
  const index = new SuppressionIndex(suppressions);
  return problems.filter((problem) => index.match(problem) === undefined);
}
