/** What a run spends its time on, in order. */
export const steps = ['start', 'find', 'read', 'parse', 'bind', 'check', 'report'] as const;

export type Step = (typeof steps)[number];

/** Adds up the milliseconds of each step of a run, wall time; a step within another one is not counted twice. */
export class Stopwatch {
  readonly #now: () => number;
  readonly #spent = new Map<Step, number>();
  readonly #ofRules = new Map<string, number>();
  #running: Step | undefined;
  #since = 0;

  /** `now` counts from the beginning of the program: what went before is the step `start`. */
  constructor(now: () => number) {
    this.#now = now;
    this.#spent.set('start', now());
  }

  /** Does work that belongs to a step. */
  time<Result>(step: Step, work: () => Result): Result {
    const outer = this.#switchTo(step);
    try {
      return work();
    } finally {
      this.#switchTo(outer);
    }
  }

  /** Waits for work that belongs to a step. */
  async timeAsync<Result>(step: Step, work: () => Promise<Result>): Promise<Result> {
    const outer = this.#switchTo(step);
    try {
      return await work();
    } finally {
      this.#switchTo(outer);
    }
  }

  /** Does what a rule does, within the step `check`. */
  timeRule<Result>(rule: string, work: () => Result): Result {
    const since = this.#now();
    try {
      return work();
    } finally {
      this.#ofRules.set(rule, (this.#ofRules.get(rule) ?? 0) + this.#now() - since);
    }
  }

  /** Milliseconds by rule, the slowest first; what several rules look up counts for the first of them. */
  get ofRules(): ReadonlyMap<string, number> {
    return new Map([...this.#ofRules].sort(([, one], [, other]) => other - one));
  }

  /** Milliseconds by step, in the order of the steps. */
  get spent(): ReadonlyMap<Step, number> {
    return new Map(steps.map((step) => [step, this.#spent.get(step) ?? 0]));
  }

  #switchTo(step: Step | undefined): Step | undefined {
    const now = this.#now();
    const before = this.#running;
    if (before !== undefined) this.#spent.set(before, (this.#spent.get(before) ?? 0) + now - this.#since);
    this.#running = step;
    this.#since = now;
    return before;
  }
}

/** Does nothing but the work, where nobody asked what it takes. */
export const noStopwatch: Pick<Stopwatch, 'time' | 'timeAsync' | 'timeRule'> = {
  time: (_step, work) => work(),
  timeAsync: (_step, work) => work(),
  timeRule: (_rule, work) => work(),
};
