import type { Problem } from '../model.ts';
import { partitionPoint } from '../partition-point.ts';
import type { Suppression } from './find-suppressions.ts';

/** The suppressions that concern one rule. */
export interface RuleSuppressions {
  /** The first for each line. */
  readonly lines: ReadonlyMap<number, Suppression>;
  /** Those that switch the rule off and on, in the order of the text. */
  readonly switches: readonly Suppression[];
  /** The first for the whole file. */
  readonly file: Suppression | undefined;
}

/** Rules about suppressions: a comment that names no rule must not hide that it hides nothing. */
const rulesOnSuppressions = new Set(['no-unknown-suppression', 'no-unused-suppression']);

/** Finds what hides a problem, however many comments there are. */
export class SuppressionIndex {
  readonly #all: readonly Suppression[];
  readonly #byRule = new Map<string, RuleSuppressions>();

  /** The suppressions come in the order of the text. */
  constructor(suppressions: readonly Suppression[]) {
    this.#all = suppressions;
  }

  of(rule: string): RuleSuppressions {
    let found = this.#byRule.get(rule);
    if (!found) {
      found = sortedOut(this.#all.filter((suppression) => covers(suppression, rule)));
      this.#byRule.set(rule, found);
    }
    return found;
  }

  /** The suppression that hides a problem; of several the one that aims at it most closely. */
  match({ rule, range: { start } }: Pick<Problem, 'rule' | 'range'>): Suppression | undefined {
    const { lines, switches, file } = this.of(rule);
    const last = switches[firstAbove(switches, start.offset) - 1];
    return lines.get(start.line) ?? (last?.word === 'disable' ? last : file);
  }
}

/** The index of the first suppression that begins behind an offset. */
export function firstAbove(suppressions: readonly Suppression[], offset: number): number {
  return partitionPoint(suppressions, ({ range }) => range.start <= offset);
}

/** True for a suppression that is about one line. */
export function isForLine({ word }: Suppression): boolean {
  return word === 'disable-line' || word === 'disable-next-line';
}

function sortedOut(suppressions: readonly Suppression[]): RuleSuppressions {
  const lines = new Map<number, Suppression>();
  for (const suppression of suppressions) {
    if (isForLine(suppression) && !lines.has(suppression.line)) lines.set(suppression.line, suppression);
  }
  return {
    lines,
    switches: suppressions.filter(({ word }) => word === 'disable' || word === 'enable'),
    file: suppressions.find(({ word }) => word === 'disable-file'),
  };
}

function covers({ names }: Suppression, rule: string): boolean {
  return names.length === 0 ? !rulesOnSuppressions.has(rule) : names.some(({ id }) => id === rule);
}
