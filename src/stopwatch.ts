/** What a run spends its time on, in order. */
export const steps = ['find', 'read', 'parse', 'bind', 'check', 'report'] as const;

export type Step = (typeof steps)[number];

/** Adds up the milliseconds of each step of a run, wall time; a step within another one is not counted twice. */
export class Stopwatch {
  readonly #now: () => number;
  readonly #spent = new Map<Step, number>();
  #running: Step | undefined;
  #since = 0;

  constructor(now: () => number) {
    this.#now = now;
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
export const noStopwatch: Pick<Stopwatch, 'time' | 'timeAsync'> = {
  time: (_step, work) => work(),
  timeAsync: (_step, work) => work(),
};
