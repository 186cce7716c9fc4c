import type { FileReport, Problem } from '../model.ts';

/** The problems of a run by rule: the rule with the most first, then by name. */
export function problemsByRule(
  files: readonly FileReport[],
): readonly { readonly rule: string; readonly problems: readonly Problem[] }[] {
  const groups = new Map<string, Problem[]>();
  for (const problem of files.flatMap(({ problems }) => problems)) {
    const group = groups.get(problem.rule);
    if (group) group.push(problem);
    else groups.set(problem.rule, [problem]);
  }
  return [...groups]
    .map(([rule, problems]) => ({ rule, problems }))
    .sort((a, b) => b.problems.length - a.problems.length || (a.rule < b.rule ? -1 : 1));
}
