import type { Problem } from '../model.ts';
import { partitionPoint } from '../partition-point.ts';
import type { Suppression } from './find-suppressions.ts';
import { firstAbove, isForLine, SuppressionIndex } from './suppression-index.ts';

/** The problems of one rule, as far as suppressions ask for them. */
interface RuleProblems {
  readonly lines: ReadonlySet<number>;
  /** Where those stand that no comment about their line hides; rising. */
  readonly open: readonly number[];
  /** Some are hidden neither by a comment about their line nor by one that switches the rule off. */
  readonly isSeen: boolean;
}

/** What the suppressions of a file hide, and what they would hide. */
export class HiddenProblems {
  readonly #index: SuppressionIndex;
  readonly #problems: readonly Problem[];
  readonly #byRule = new Map<string, RuleProblems>();
  #hidden: ReadonlyMap<Suppression, ReadonlySet<string>> | undefined;

  constructor(problems: readonly Problem[], suppressions: readonly Suppression[]) {
    this.#index = new SuppressionIndex(suppressions);
    this.#problems = problems;
  }

  /** The rules of which a suppression hides problems. */
  rulesHiddenBy(suppression: Suppression): ReadonlySet<string> {
    this.#hidden ??= this.#readHidden();
    return this.#hidden.get(suppression) ?? new Set();
  }

  /** Whether a suppression would hide a problem of a rule if it named it. */
  wouldHide(suppression: Suppression, rule: string): boolean {
    const { lines, switches, file } = this.#index.of(rule);
    const problems = this.#problemsOf(rule);
    const { start } = suppression.range;
    const isFirst = (other: Suppression | undefined): boolean => other === undefined || start <= other.range.start;
    if (isForLine(suppression)) return problems.lines.has(suppression.line) && isFirst(lines.get(suppression.line));
    if (suppression.word === 'disable-file') return problems.isSeen && isFirst(file);
    const end = switches[firstAbove(switches, start)]?.range.start ?? Number.POSITIVE_INFINITY;
    return (
      suppression.word === 'disable' &&
      (problems.open[partitionPoint(problems.open, (open) => open < start)] ?? end) < end
    );
  }

  #readHidden(): Map<Suppression, Set<string>> {
    const hidden = new Map<Suppression, Set<string>>();
    for (const problem of this.#problems) {
      const suppression = this.#index.match(problem);
      if (!suppression) continue;
      const rules = hidden.get(suppression);
      if (rules) rules.add(problem.rule);
      else hidden.set(suppression, new Set([problem.rule]));
    }
    return hidden;
  }

  #problemsOf(rule: string): RuleProblems {
    let found = this.#byRule.get(rule);
    if (!found) {
      const { lines } = this.#index.of(rule);
      const all = this.#problems.filter((problem) => problem.rule === rule);
      const open = all.filter(({ range }) => !lines.has(range.start.line));
      found = {
        lines: new Set(all.map(({ range }) => range.start.line)),
        open: open.map(({ range }) => range.start.offset).sort((a, b) => a - b),
        isSeen: open.some((problem) => this.#index.match(problem)?.word !== 'disable'),
      };
      this.#byRule.set(rule, found);
    }
    return found;
  }
}
