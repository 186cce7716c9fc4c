import type { Bug } from './bug.ts';
import { checkGuides } from './check-guides.ts';
import type { RuleSettings } from './config/rule-settings.ts';
import type { Guide, Locale, Problem } from './model.ts';
import { rules } from './rules/index.ts';
import { findSuppressions } from './suppress/find-suppressions.ts';
import { suppressProblems } from './suppress/suppress-problems.ts';

/** Checks `wanted`, or all, of the guides of a collection; each guide's problems are sorted, and lack what comments suppress. */
export type CheckGuides = (
  guides: readonly Guide[],
  wanted?: ReadonlySet<Guide>,
) => ReadonlyMap<Guide, readonly Problem[]>;

export interface CheckerOptions {
  /** Keeps what rules find in a guide alone; whoever passes it can look there. */
  readonly known?: WeakMap<Guide, readonly Problem[]>;
  /** The files in the folders that rules ask for. */
  readonly files?: ReadonlySet<string> | undefined;
  /** Hears of a rule that fails. */
  onBug?(bug: Bug): void;
}

/** Returns a check by all rules that looks again only at guides that it has not seen before. */
export function guideChecker(
  settings: RuleSettings,
  locale: Locale,
  { known = new WeakMap(), files, onBug }: CheckerOptions = {},
): CheckGuides {
  const options = { rules, settings, locale, files, ...(onBug && { onBug }) };
  return (guides, wanted) => {
    const problems = checkGuides(guides, { ...options, known, ...(wanted && { wanted }) });
    return new Map(
      [...problems].map(([guide, found]) => [guide, suppressProblems(found, findSuppressions(guide.document))]),
    );
  };
}
