import { checkAlone, checkLast, inOrder, type RuleOptions } from './check-guides.ts';
import type { Guide, Problem, TypeFit } from './model.ts';
import type { ReportedGuide } from './reported-guide.ts';
import { findSuppressions, type Suppression } from './suppress/find-suppressions.ts';
import { suppressProblems } from './suppress/suppress-problems.ts';

/** What the check of one guide alone came to; plain data, so that it can be kept in a file. */
export interface Verdict {
  /** The guide's type, as its place among the types of the run. */
  readonly type: number;
  readonly fit: TypeFit;
  /** What the rules found in it alone, suppressed or not, by place. */
  readonly alone: readonly Problem[];
  /** Absent where the guide has no suppression comments. */
  readonly suppressed?: {
    readonly by: readonly Suppression[];
    /**
     * What they leave of it, as long as rules about all guides find nothing: places in `alone`, and what is wrong with the
     * comments themselves. Most problems are left, and all verdicts of a run are in memory at once.
     */
    readonly left: readonly (number | Problem)[];
  };
  /** What rules about all guides have gathered from it, by rule id. */
  readonly facts: Readonly<Record<string, unknown>>;
}

/** What the rules found in a guide alone, and what its comments make of it. */
export type Found = Pick<Verdict, 'alone' | 'suppressed'>;

/** Checks one guide alone; `type` is the place of its type among those of the run. */
export function judge(guide: Guide, type: number, options: RuleOptions): Verdict {
  const alone = checkAlone(guide, options).sort(inOrder);
  const by = findSuppressions(guide.document);
  return {
    type,
    fit: guide.fit,
    alone,
    ...(by.length > 0 && { suppressed: { by, left: placesOf(settle(guide, by, alone, options), alone) } }),
    facts: gatherFacts(guide, options),
  };
}

/** Problems by their places in a list, where they are in it. */
function placesOf(problems: readonly Problem[], list: readonly Problem[]): (number | Problem)[] {
  const places = new Map(list.map((problem, place) => [problem, place]));
  return problems.map((problem) => places.get(problem) ?? problem);
}

/** What comments leave of what the rules found in a guide alone; all of it where there are none. */
export function leftOf({ alone, suppressed }: Found): readonly Problem[] {
  if (!suppressed) return alone;
  return suppressed.left.flatMap((problem) => (typeof problem === 'number' ? (alone[problem] ?? []) : problem));
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

/** Of all that rules found in a guide, what its comments leave, and what is wrong with the comments; by place. */
export function settle(
  guide: ReportedGuide,
  suppressions: readonly Suppression[],
  found: readonly Problem[],
  options: RuleOptions,
): Problem[] {
  const problems = [...found];
  checkLast(guide, suppressions, problems, options);
  return [...suppressProblems(problems, suppressions)].sort(inOrder);
}
