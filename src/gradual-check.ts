import { checkAlone, checkLast, checkTogether, inOrder, type Member, type RuleOptions } from './check-guides.ts';
import type { Guide, Problem } from './model.ts';
import type { GuideMark, Rule } from './rules/rule.ts';
import { findSuppressions } from './suppress/find-suppressions.ts';
import { suppressProblems } from './suppress/suppress-problems.ts';

interface Entry extends Member {
  /** The errors found so far. */
  readonly own: readonly Problem[];
  /** What rules about all guides find in it. */
  readonly problems: Problem[];
  readonly hasSuppressions: boolean;
}

/**
 * Checks guides that come one by one and need not stay: of each only its errors are kept, and the little that rules about
 * all guides gather from it.
 */
export class GradualCheck {
  readonly #options: RuleOptions;
  readonly #rulesAboutAll: readonly Rule[];
  readonly #entries: Entry[] = [];

  constructor(options: RuleOptions) {
    this.#options = options;
    this.#rulesAboutAll = options.rules.filter(({ needsOthers }) => needsOthers);
  }

  add(guide: Guide): void {
    this.#entries.push({
      guide: markOf(guide),
      own: ownCopy(this.#errorsOf(guide, [])),
      problems: [],
      hasSuppressions: findSuppressions(guide.document).length > 0,
      factFor: factsOf(this.#rulesAboutAll.map((rule) => [rule, JSON.stringify(rule.gather(guide))])),
    });
  }

  /** The errors of all guides by path; `again` returns a guide that came before, if it is still there. */
  async finish(again: (path: string) => Promise<Guide | undefined>): Promise<ReadonlyMap<string, readonly Problem[]>> {
    checkTogether(this.#entries, this.#options);
    const errors = new Map<string, readonly Problem[]>();
    for (const { guide, own, problems, hasSuppressions } of this.#entries) {
      const { path } = guide.document.source;
      // Whether a comment suppresses anything, and is of use, shows only when all is found: few guides have to come again.
      const whole = problems.length > 0 && hasSuppressions ? await again(path) : undefined;
      errors.set(path, whole ? this.#errorsOf(whole, problems) : [...own, ...problems.filter(isError)].sort(inOrder));
    }
    return errors;
  }

  /** The errors of a guide in which rules about all guides found `others`, without what comments suppress. */
  #errorsOf(guide: Guide, others: readonly Problem[]): Problem[] {
    const problems = [...checkAlone(guide, this.#options), ...others];
    checkLast(guide, problems, this.#options);
    return suppressProblems(guide, problems).filter(isError).sort(inOrder);
  }
}

function isError({ severity }: Problem): boolean {
  return severity === 'error';
}

function markOf({ type, document: { source, positionAt } }: Guide): GuideMark {
  return { type, document: { source: { path: source.path }, positionAt } };
}

/**
 * Facts as JSON take the least memory. Made here, where nothing else is in reach: a function keeps in memory all that the
 * functions beside it use.
 */
function factsOf(facts: readonly (readonly [Rule, string | undefined])[]): Member['factFor'] {
  return (rule) => {
    const [, fact] = facts.find(([known]) => known === rule) ?? [];
    return fact === undefined ? undefined : JSON.parse(fact);
  };
}

/** A text that was cut out of a file keeps the file's whole text in memory; a copy does not. */
function ownCopy<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value));
}
