import { checkTogether, inOrder, type Member, type RuleOptions } from './check-guides.ts';
import type { Problem } from './model.ts';
import type { ReportedGuide } from './reported-guide.ts';
import type { Rule } from './rules/rule.ts';
import { settle, type Verdict } from './verdict.ts';

interface Entry extends Member {
  readonly guide: ReportedGuide;
  readonly verdict: Verdict;
}

/** Checks all guides together that were checked one by one, and need not have stayed in memory. */
export class GradualCheck {
  readonly #options: RuleOptions;
  readonly #entries: Entry[] = [];

  constructor(options: RuleOptions) {
    this.#options = options;
  }

  /** Takes a guide; one that is not `wanted` is only there because others may refer to it. */
  add(guide: ReportedGuide, verdict: Verdict, isWanted = true): void {
    this.#entries.push({ guide, verdict, ...(isWanted && { problems: [] }), factFor: factsOf(verdict) });
  }

  /**
   * The problems of all wanted guides, by place. Where the guides are a part of a collection, rules that look at all
   * wait until the parts are joined.
   */
  finish(isPart = false): Map<ReportedGuide, readonly Problem[]> {
    const found = new Map<ReportedGuide, readonly Problem[]>();
    if (!isPart) checkTogether(this.#entries, this.#options);
    for (const { guide, verdict, problems: others } of this.#entries) {
      if (!others) continue;
      const { alone, suppressed } = verdict;
      if (!suppressed) found.set(guide, others.length === 0 ? alone : [...alone, ...others].sort(inOrder));
      else if (isPart) found.set(guide, this.#withoutLast(suppressed.left));
      else if (others.length === 0) found.set(guide, suppressed.left);
      // Whether a comment suppresses anything, and is of use, shows only when all is found.
      else found.set(guide, settle(guide, suppressed.by, [...alone, ...others], this.#options));
    }
    return found;
  }

  /** Rules about what the others found wait for those of them that look at all guides. */
  #withoutLast(problems: readonly Problem[]): readonly Problem[] {
    const last = new Set(this.#options.rules.filter(({ looksLast }) => looksLast).map(({ id }) => id));
    return problems.filter(({ rule }) => !last.has(rule));
  }
}

/** Made here, where nothing else is in reach: a function keeps in memory all that the functions beside it use. */
function factsOf({ facts }: Verdict): (rule: Rule) => unknown {
  return ({ id }) => facts[id];
}
