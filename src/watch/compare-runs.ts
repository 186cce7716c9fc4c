import { fingerprintsOf } from '../baseline/fingerprints-of.ts';
import type { FileReport, Problem } from '../model.ts';

/** What a run found that the one before did not, and the other way round. */
export interface RunChanges {
  /** Only files with new problems, and only these. */
  readonly fresh: readonly FileReport[];
  readonly solved: readonly Problem[];
}

/** Compares two runs; a problem stays the same when only the text above it has grown, or the line around it was edited. */
export function compareRuns(before: readonly FileReport[], after: readonly FileReport[]): RunChanges {
  const earlier = new Map(before.map((file) => [file.path, file]));
  const fresh: FileReport[] = [];
  const solved: Problem[] = [];
  for (const file of after) {
    const pair = pairOff(earlier.get(file.path), file);
    if (pair.fresh.length > 0) fresh.push({ ...file, problems: pair.fresh });
    solved.push(...pair.solved);
    earlier.delete(file.path);
  }
  for (const { problems } of earlier.values()) solved.push(...problems);
  return { fresh, solved };
}

function pairOff(before: FileReport | undefined, after: FileReport) {
  let solved = before?.problems ?? [];
  let fresh = after.problems;
  const all = new Map([...printsOf(solved, before?.text), ...printsOf(fresh, after.text)]);
  const ways = [(problem: Problem) => all.get(problem) ?? '', ({ rule, message }: Problem) => `${rule} ${message}`];
  for (const keyOf of ways) {
    const left = new Map<string, Problem[]>();
    for (const problem of solved) left.set(keyOf(problem), [...(left.get(keyOf(problem)) ?? []), problem]);
    fresh = fresh.filter((problem) => left.get(keyOf(problem))?.shift() === undefined);
    const gone = new Set([...left.values()].flat());
    solved = solved.filter((problem) => gone.has(problem));
  }
  return { fresh, solved };
}

/** What tells each problem from others when the text around it changes. */
function printsOf(problems: readonly Problem[], text = ''): [Problem, string][] {
  const known = fingerprintsOf(problems, text);
  return problems.map((problem, index) => [problem, `${known[index]}`]);
}
