import type { Problem } from '../model.ts';
import type { Suppression } from './find-suppressions.ts';

/** Rules about suppressions: a comment that names no rule must not hide that it hides nothing. */
const rulesOnSuppressions = new Set(['no-unknown-suppression', 'no-unused-suppression']);

/** The suppression that hides a problem; of several the one that aims at it most closely. */
export function matchSuppression(
  problem: Pick<Problem, 'rule' | 'range'>,
  suppressions: readonly Suppression[],
): Suppression | undefined {
  const { line, offset } = problem.range.start;
  const relevant = suppressions.filter((suppression) => covers(suppression, problem.rule));
  const ofLine = relevant.find(
    (suppression) =>
      (suppression.word === 'disable-line' || suppression.word === 'disable-next-line') && suppression.line === line,
  );
  const switches = relevant.filter(
    ({ word, range }) => (word === 'disable' || word === 'enable') && range.start <= offset,
  );
  const last = switches.at(-1);
  const ofRegion = last?.word === 'disable' ? last : undefined;
  return ofLine ?? ofRegion ?? relevant.find(({ word }) => word === 'disable-file');
}

function covers({ names }: Suppression, rule: string): boolean {
  return names.length === 0 ? !rulesOnSuppressions.has(rule) : names.some(({ id }) => id === rule);
}
