import { checkGuides } from './check-guides.ts';
import type { RuleSettings } from './config/rule-settings.ts';
import type { Guide, Locale, Problem } from './model.ts';
import { rules } from './rules/index.ts';
import { suppressProblems } from './suppress/suppress-problems.ts';

/** Checks `wanted`, or all, of the guides of a collection; each guide's problems are sorted, and lack what comments suppress. */
export type CheckGuides = (
  guides: readonly Guide[],
  wanted?: ReadonlySet<Guide>,
) => ReadonlyMap<Guide, readonly Problem[]>;

/** Returns a check by all rules that looks again only at guides that it has not seen before. */
export function guideChecker(settings: RuleSettings, locale: Locale): CheckGuides {
  const known = new WeakMap<Guide, readonly Problem[]>();
  return (guides, wanted) => {
    const problems = checkGuides(guides, { rules, settings, locale, known, ...(wanted && { wanted }) });
    return new Map([...problems].map(([guide, found]) => [guide, suppressProblems(guide, found)]));
  };
}
