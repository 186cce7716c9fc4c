import type { Guide, Problem, SourceFile } from '../model.ts';
import { type Attempt, attemptFixes, filesWithMore } from './attempt-fixes.ts';
import { isSound, type PickedFix, pickFixes } from './pick-fixes.ts';

/** What the fixer needs of the program. */
export interface FixContext {
  /** Fixes that may change what a guide says are made as well. */
  readonly unsafe: boolean;
  check(guides: readonly Guide[]): ReadonlyMap<Guide, readonly Problem[]>;
  /** The guide that a changed text is. */
  bind(source: SourceFile): Guide;
}

/** A fix that was not kept, which is a fault of its rule. */
export interface DroppedFix {
  readonly path: string;
  readonly rule: string;
  readonly reason: DropReason;
}

/** `broken`: its edits overlap or change nothing; `unsettled`: it and others undo each other. */
export type DropReason = 'adds-problem' | 'loses-text' | 'broken' | 'unsettled';

/** What the fixes came to. */
export interface FixResult {
  /** In the order of the guides that came in, with the problems that are left. */
  readonly problems: ReadonlyMap<Guide, readonly Problem[]>;
  /** How many fixes were made, by path. */
  readonly fixed: ReadonlyMap<string, number>;
  readonly dropped: readonly DroppedFix[];
}

const mostPasses = 10;
/** A broken block shows one fault after the other. */
const mostUnveiled = 100;

/** As often as all may begin again with what was left out. */
const mostRounds = 5;

/**
 * Makes the fixes of all problems, pass by pass until none is left; a pass that would add a problem or lose a sentence
 * is taken back, and the fix that did it is left out. What was left out may do no harm any more where others are made:
 * it is tried again, so that to fix twice is no more than to fix once.
 */
export function fixGuides(guides: readonly Guide[], context: FixContext): FixResult {
  const fixed = new Map<string, number>();
  let result = new Fixer(guides, context).run();
  for (let round = 1; ; round += 1) {
    for (const [path, count] of result.fixed) fixed.set(path, (fixed.get(path) ?? 0) + count);
    const isSettled = result.dropped.length === 0 || [...result.fixed.values()].every((count) => count === 0);
    if (isSettled || round === mostRounds) return { ...result, fixed };
    result = new Fixer([...result.problems.keys()], context).run();
  }
}

/** Which fixes are to be made, and how often they may give rise to others. */
interface Passes {
  isMeant(fix: PickedFix): boolean;
  isHarm?(problem: Problem): boolean;
  readonly passes: number;
}

class Fixer {
  readonly #context: FixContext;
  #first: Attempt['problems'];
  #state: Attempt;
  readonly #dropped = new Map<string, DroppedFix>();
  #droppedAtStart = 0;
  #fixed = new Map<string, number>();
  #fixedAtFirst: ReadonlyMap<string, number> = new Map();
  /** The texts that a file has had, and the fixes that led away from each. */
  readonly #history = new Map<string, { text: string; fixes: readonly PickedFix[] }[]>();

  constructor(guides: readonly Guide[], context: FixContext) {
    this.#context = context;
    this.#first = context.check(guides);
    this.#state = { problems: this.#first, worse: new Map() };
  }

  run(): FixResult {
    this.#unveil();
    for (let attempt = 0; attempt < mostPasses; attempt += 1) {
      this.#settle({ isMeant: () => true, passes: mostPasses });
      const worse = filesWithMore(this.#first, this.#state.problems, () => true);
      if (worse.size === 0) break;
      this.#startAgain(worse);
    }
    return { problems: this.#state.problems, fixed: this.#fixed, dropped: this.#droppedOnce() };
  }

  /** What a rule did to a file in several places, or again and again, is told once. */
  #droppedOnce(): DroppedFix[] {
    return [...new Map([...this.#dropped.values()].map((dropped) => [JSON.stringify(dropped), dropped])).values()];
  }

  /** What comes to light was there all along: it counts as found in the texts that came in. */
  #unveil(): void {
    this.#settle({ isMeant: ({ fix }) => fix.unveils === true, isHarm: () => false, passes: mostUnveiled });
    this.#first = this.#state.problems;
    this.#fixedAtFirst = new Map(this.#fixed);
    this.#history.clear();
  }

  /** Makes fixes until none is left; those that go on for ever are left out, and all begins again without them. */
  #settle(work: Passes): void {
    const begin = this.#state;
    const fixed = this.#fixed;
    for (let attempt = 0; attempt < mostPasses; attempt += 1) {
      this.#fixed = new Map(fixed);
      const endless = this.#runPasses(work);
      if (endless.length === 0) return;
      for (const { path, rule } of endless)
        for (const fix of (this.#history.get(path) ?? []).flatMap(({ fixes }) => fixes))
          if (fix.rule === rule) this.#drop(fix, 'unsettled');
      for (const fix of endless) this.#drop(fix, 'unsettled');
      this.#history.clear();
      this.#fixed = new Map(fixed);
      this.#state = begin;
    }
  }

  /** Returns the fixes that are still wanted after all passes. */
  #runPasses({ isMeant, isHarm, passes }: Passes): PickedFix[] {
    for (let pass = 0; pass < passes; pass += 1) {
      const fixes = this.#wantedFixes(isMeant);
      if (fixes.length === 0) return [];
      this.#make(fixes, isHarm);
    }
    return this.#wantedFixes(isMeant);
  }

  /** From the texts that came in, without the fixes that were dropped on the way; for lack of such, without any. */
  #startAgain(worse: ReadonlySet<string>): void {
    const droppedBefore = this.#droppedAtStart;
    this.#droppedAtStart = this.#dropped.size;
    if (this.#dropped.size === droppedBefore) {
      const steps = [...worse].flatMap((path) => this.#history.get(path) ?? []);
      const suspects = steps.length > 0 ? steps : [...this.#history.values()].flat();
      for (const fix of suspects.flatMap(({ fixes }) => fixes)) this.#drop(fix, 'adds-problem');
    }
    this.#history.clear();
    this.#fixed = new Map(this.#fixedAtFirst);
    this.#state = { problems: this.#first, worse: new Map() };
  }

  /** Those that are not meant must not stand in the way of those that are. */
  #wantedFixes(isMeant: Passes['isMeant']): PickedFix[] {
    return [...this.#state.problems].flatMap(([guide, problems]) => {
      const { text } = guide.document.source;
      return pickFixes(problems, (picked) => {
        if (!isMeant(picked) || !this.#isWanted(picked)) return false;
        if (isSound(picked.fix, text)) return true;
        this.#drop(picked, 'broken');
        return false;
      });
    });
  }

  #isWanted(picked: PickedFix): boolean {
    return (picked.fix.kind === 'safe' || this.#context.unsafe) && !this.#dropped.has(keyOf(picked));
  }

  /** A problem that a later pass will take away is no harm. */
  #make(fixes: readonly PickedFix[], isHarm = (problem: Problem) => !this.#isFixable(problem)): void {
    const before = this.#state;
    const made: PickedFix[] = [];
    const settle = (candidates: readonly PickedFix[]): void => {
      const attempt = this.#attempt(before, [...made, ...candidates], isHarm);
      const [only] = candidates;
      if (attempt.worse.size === 0) {
        this.#state = attempt;
        made.push(...candidates);
      } else if (candidates.length === 1 && only) {
        this.#drop(only, attempt.worse.get(only.path) ?? 'adds-problem');
      } else {
        const innocent = candidates.filter(({ path }) => !attempt.worse.has(path));
        const suspects = candidates.filter(({ path }) => attempt.worse.has(path));
        const isTold = innocent.length > 0 && suspects.length > 0;
        const middle = isTold ? innocent.length : Math.ceil(candidates.length / 2);
        const ordered = [...innocent, ...suspects];
        settle(ordered.slice(0, middle));
        settle(ordered.slice(middle));
      }
    };
    settle(fixes);
    this.#remember(before, made);
  }

  #attempt(before: Attempt, fixes: readonly PickedFix[], isHarm: (problem: Problem) => boolean): Attempt {
    return attemptFixes(before.problems, fixes, {
      ...this.#context,
      check: (guides) => this.#context.check(guides),
      isHarm,
    });
  }

  #isFixable({ path, rule, fix }: Problem): boolean {
    return fix !== undefined && this.#isWanted({ path, rule, fix });
  }

  /** Fixes that lead in a circle back to an earlier text would lead there again. */
  #remember(before: Attempt, made: readonly PickedFix[]): void {
    const now = new Map([...this.#state.problems.keys()].map(({ document }) => [document.source.path, document]));
    for (const { document } of before.problems.keys()) {
      const { path, text } = document.source;
      const fixes = made.filter((fix) => fix.path === path);
      if (fixes.length === 0) continue;
      const history = this.#history.get(path) ?? [];
      this.#history.set(path, history);
      history.push({ text, fixes });
      this.#fixed.set(path, (this.#fixed.get(path) ?? 0) + fixes.length);
      const first = history.findIndex((earlier) => earlier.text === now.get(path)?.source.text);
      if (first === -1) continue;
      const circle = history.splice(first).flatMap((step) => step.fixes);
      for (const fix of circle) this.#drop(fix, 'unsettled');
      this.#fixed.set(path, (this.#fixed.get(path) ?? 0) - circle.length);
    }
  }

  #drop(picked: PickedFix, reason: DropReason): void {
    const { path, rule } = picked;
    if (!this.#dropped.has(keyOf(picked))) this.#dropped.set(keyOf(picked), { path, rule, reason });
  }
}

/** Without its position, which other fixes move. */
function keyOf({ path, rule, fix }: PickedFix): string {
  const start = fix.edits[0]?.range.start ?? 0;
  const edits = fix.edits.map(({ range, text }) => [range.start - start, range.end - start, text]);
  return JSON.stringify([path, rule, fix.title, edits]);
}
