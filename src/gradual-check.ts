import { checkTogether, inOrder, type Member, type RuleOptions } from './check-guides.ts';
import type { Problem } from './model.ts';
import type { PackedVerdict } from './packed-verdict.ts';
import type { ReportedGuide } from './reported-guide.ts';
import type { Rule } from './rules/rule.ts';
import { leftOf, settle, type Verdict } from './verdict.ts';

interface Entry extends Member {
  readonly guide: ReportedGuide;
  readonly verdict: Verdict;
}

/** A guide whose verdict waits. */
interface Waiting {
  readonly guide: ReportedGuide;
  readonly verdict: PackedVerdict;
  readonly isWanted: boolean;
}

/** What a check of all guides together came to, for each wanted guide. */
export interface FinishedCheck {
  /** By place. */
  readonly problems: ReadonlyMap<ReportedGuide, readonly Problem[]>;
  readonly verdicts: ReadonlyMap<ReportedGuide, Verdict>;
}

/** Checks all guides together that were checked one by one, and need not have stayed in memory. */
export class GradualCheck {
  readonly #options: RuleOptions;
  readonly #waiting: Waiting[] = [];

  constructor(options: RuleOptions) {
    this.#options = options;
  }

  /** Takes a guide; one that is not `wanted` is only there because others may refer to it. */
  add(guide: ReportedGuide, verdict: PackedVerdict, isWanted = true): void {
    this.#waiting.push({ guide, verdict, isWanted });
  }

  /**
   * Checks all that were added, and forgets them. Where the guides are a part of a collection, rules that look at all
   * wait until the parts are joined.
   */
  finish(isPart = false): FinishedCheck {
    const entries = this.#unpacked();
    if (!isPart) checkTogether(entries, this.#options);
    const problems = new Map<ReportedGuide, readonly Problem[]>();
    const verdicts = new Map<ReportedGuide, Verdict>();
    for (const { guide, verdict, problems: others } of entries) {
      if (!others) continue;
      verdicts.set(guide, verdict);
      const { alone, suppressed } = verdict;
      if (suppressed && isPart) problems.set(guide, this.#withoutLast(leftOf(verdict)));
      else if (others.length === 0) problems.set(guide, leftOf(verdict));
      else if (!suppressed) problems.set(guide, [...alone, ...others].sort(inOrder));
      // Whether a comment suppresses anything, and is of use, shows only when all is found.
      else problems.set(guide, settle(guide, suppressed.by, [...alone, ...others], this.#options));
    }
    return { problems, verdicts };
  }

  /** The bytes of each verdict are let go as soon as it is unpacked. */
  #unpacked(): Entry[] {
    const waiting = this.#waiting.splice(0).reverse();
    const entries: Entry[] = [];
    for (let next = waiting.pop(); next; next = waiting.pop()) entries.push(entryOf(next));
    return entries;
  }

  /** Rules about what the others found wait for those of them that look at all guides. */
  #withoutLast(problems: readonly Problem[]): readonly Problem[] {
    const last = new Set(this.#options.rules.filter(({ looksLast }) => looksLast).map(({ id }) => id));
    return problems.filter(({ rule }) => !last.has(rule));
  }
}

function entryOf({ guide, verdict: packed, isWanted }: Waiting): Entry {
  const verdict = packed.unpack();
  return { guide, verdict, ...(isWanted && { problems: [] }), factFor: factsOf(verdict) };
}

/** Made here, where nothing else is in reach: a function keeps in memory all that the functions beside it use. */
function factsOf({ facts }: Verdict): (rule: Rule) => unknown {
  return ({ id }) => facts[id];
}
