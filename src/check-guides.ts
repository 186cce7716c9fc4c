import type { Guide, Locale, Problem, Severity } from './model.ts';
import { problemOf, type Rule } from './rules/rule.ts';

/** What `--rule` and the config say of one rule. */
export type RuleSetting = 'off' | 'warn' | 'error';

export interface CheckOptions {
  readonly rules: readonly Rule[];
  readonly settings: ReadonlyMap<string, RuleSetting>;
  readonly locale: Locale;
}

/** Runs the rules over all guides; the problems of each are sorted by line, column and rule. */
export function checkGuides(guides: readonly Guide[], options: CheckOptions): Map<Guide, Problem[]> {
  const problems = new Map<Guide, Problem[]>(guides.map((guide) => [guide, []]));
  for (const rule of options.rules) {
    const setting = options.settings.get(rule.id) ?? (rule.recommended === false ? 'off' : undefined);
    if (setting === 'off') continue;
    const withSeverity = (problem: Problem): Problem => ({
      ...problem,
      severity: severityOf(setting, problem.severity),
    });
    for (const guide of guides) {
      // In an empty file all else is missing as well; to say so would help nobody.
      if (isEmpty(guide) && rule.id !== 'file-not-empty') continue;
      for (const finding of rule.check(guide, options.locale))
        problems.get(guide)?.push(withSeverity(problemOf(finding, rule, guide)));
    }
    for (const [guide, finding] of rule.checkAll(guides, options.locale)) {
      problems.get(guide)?.push(withSeverity(problemOf(finding, rule, guide)));
    }
  }
  for (const found of problems.values()) found.sort(inOrder);
  return problems;
}

function severityOf(setting: RuleSetting | undefined, own: Severity): Severity {
  if (setting === undefined || setting === 'off') return own;
  return setting === 'warn' ? 'warning' : 'error';
}

function isEmpty(guide: Guide): boolean {
  return guide.document.faults.some(({ code }) => code === 'empty-file');
}

/** By place, then rule, then message. */
export function inOrder(a: Problem, b: Problem): number {
  return (
    a.range.start.offset - b.range.start.offset ||
    a.range.end.offset - b.range.end.offset ||
    (a.rule < b.rule ? -1 : Number(a.rule > b.rule)) ||
    (a.message < b.message ? -1 : Number(a.message > b.message))
  );
}
