import { checkTogether, inOrder, type Member, type RuleOptions } from './check-guides.ts';
import type { Guide, Problem } from './model.ts';
import type { ReportedGuide } from './reported-guide.ts';
import type { Rule } from './rules/rule.ts';
import { settle, type Verdict } from './verdict.ts';

interface Entry extends Member {
  readonly guide: ReportedGuide;
  readonly verdict: Verdict;
}

/** What becomes of the guides that were added. */
export interface FinishOptions {
  /** The guides are a part of a collection: rules that look at all wait until the parts are joined. */
  readonly isPart: boolean;
  /** Returns a guide that came before, if it is still there. */
  again(guide: ReportedGuide): Promise<Guide | undefined>;
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

  /** The problems of all wanted guides, by place. */
  async finish({ isPart, again }: FinishOptions): Promise<Map<ReportedGuide, readonly Problem[]>> {
    const found = new Map<ReportedGuide, readonly Problem[]>();
    if (!isPart) checkTogether(this.#entries, this.#options);
    for (const { guide, verdict, problems: others } of this.#entries) {
      if (!others) continue;
      const { alone, left } = verdict;
      if (others.length === 0) found.set(guide, isPart && left ? this.#withoutLast(left) : (left ?? alone));
      else if (!left) found.set(guide, [...alone, ...others].sort(inOrder));
      else {
        // Whether a comment suppresses anything, and is of use, shows only when all is found: few guides have to come again.
        const whole = await again(guide);
        found.set(guide, whole ? settle(whole, alone, others, this.#options) : [...left, ...others].sort(inOrder));
      }
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
