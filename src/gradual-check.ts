import { checkTogether, inOrder, type Member, type RuleOptions } from './check-guides.ts';
import { LazyMap } from './lazy-map.ts';
import type { Problem } from './model.ts';
import type { PackedVerdict } from './packed-verdict.ts';
import type { ReportedGuide } from './reported-guide.ts';
import { leftOf, settle, type Verdict } from './verdict.ts';

interface Entry extends Member {
  readonly guide: ReportedGuide;
  readonly verdict: PackedVerdict;
}

/** What a check of all guides together came to, for each wanted guide; unpacked each time that somebody looks. */
export interface FinishedCheck {
  /** By place. */
  readonly problems: ReadonlyMap<ReportedGuide, readonly Problem[]>;
  readonly verdicts: ReadonlyMap<ReportedGuide, Verdict>;
}

/** Checks all guides together that were checked one by one, and need not have stayed in memory. */
export class GradualCheck {
  readonly #options: RuleOptions;
  readonly #entries: Entry[] = [];

  constructor(options: RuleOptions) {
    this.#options = options;
  }

  /** Takes a guide; one that is not `wanted` is only there because others may refer to it. */
  add(guide: ReportedGuide, verdict: PackedVerdict, isWanted = true): void {
    this.#entries.push({ guide, verdict, ...(isWanted && { problems: [] }), factFor: ({ id }) => verdict.facts()[id] });
  }

  /**
   * Checks all that were added, and forgets them. Where the guides are a part of a collection, rules that look at all
   * wait until the parts are joined.
   */
  finish(isPart = false): FinishedCheck {
    const entries = this.#entries.splice(0);
    if (!isPart) checkTogether(entries, this.#options);
    const problems = new Map<ReportedGuide, () => readonly Problem[]>();
    const verdicts = new Map<ReportedGuide, () => Verdict>();
    for (const { guide, verdict, problems: others } of entries) {
      if (!others) continue;
      verdicts.set(guide, () => verdict.unpack());
      problems.set(guide, isPart ? this.#ownProblems(verdict) : this.#allProblems(guide, verdict, others));
    }
    return { problems: new LazyMap(problems), verdicts: new LazyMap(verdicts) };
  }

  #allProblems(guide: ReportedGuide, verdict: PackedVerdict, others: readonly Problem[]): () => readonly Problem[] {
    if (others.length === 0) return () => leftOf(verdict.found());
    if (!verdict.hasSuppressions) return () => [...verdict.found().alone, ...others].sort(inOrder);
    // Whether a comment suppresses anything, and is of use, shows only when all is found.
    const { alone, suppressed } = verdict.found();
    const settled = settle(guide, suppressed?.by ?? [], [...alone, ...others], this.#options);
    return verdict.keep(settled);
  }

  /** Rules about what the others found wait for those of them that look at all guides. */
  #ownProblems(verdict: PackedVerdict): () => readonly Problem[] {
    if (!verdict.hasSuppressions) return () => leftOf(verdict.found());
    const last = new Set(this.#options.rules.filter(({ looksLast }) => looksLast).map(({ id }) => id));
    return () => leftOf(verdict.found()).filter(({ rule }) => !last.has(rule));
  }
}
