import { checkAlone, checkLast, inOrder, type RuleOptions } from './check-guides.ts';
import type { Guide, Problem, TypeFit } from './model.ts';
import { findSuppressions } from './suppress/find-suppressions.ts';
import { suppressProblems } from './suppress/suppress-problems.ts';

/** What the check of one guide alone came to; plain data, so that it can be kept in a file. */
export interface Verdict {
  /** The guide's type, as its place among the types of the run. */
  readonly type: number;
  readonly fit: TypeFit;
  /** What the rules found in it alone, suppressed or not, by place. */
  readonly alone: readonly Problem[];
  /** What comments leave of it, as long as rules about all guides find nothing; absent where no comment suppresses. */
  readonly left?: readonly Problem[];
  /** What rules about all guides have gathered from it, by rule id. */
  readonly facts: Readonly<Record<string, unknown>>;
}

/** Checks one guide alone; `type` is the place of its type among those of the run. */
export function judge(guide: Guide, type: number, options: RuleOptions): Verdict {
  const alone = checkAlone(guide, options).sort(inOrder);
  const hasSuppressions = findSuppressions(guide.document).length > 0;
  return {
    type,
    fit: guide.fit,
    alone,
    ...(hasSuppressions && { left: settle(guide, alone, [], options) }),
    facts: gatherFacts(guide, options),
  };
}

/** What rules about all guides need of one. */
export function gatherFacts(guide: Guide, { rules }: Pick<RuleOptions, 'rules'>): Verdict['facts'] {
  const facts: Record<string, unknown> = {};
  for (const rule of rules) {
    const fact = rule.needsOthers ? rule.gather(guide) : undefined;
    if (fact !== undefined) facts[rule.id] = fact;
  }
  return facts;
}

/** The problems of a guide in which rules about all guides found `others`, without what comments suppress, by place. */
export function settle(
  guide: Guide,
  alone: readonly Problem[],
  others: readonly Problem[],
  options: RuleOptions,
): Problem[] {
  const problems = [...alone, ...others];
  checkLast(guide, problems, options);
  return [...suppressProblems(guide, problems)].sort(inOrder);
}
