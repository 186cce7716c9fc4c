import type { Verdict } from '../verdict.ts';

/** A verdict with what it was reached from; it counts only as long as that is the same. */
export interface KeptVerdict {
  readonly key: string;
  readonly verdict: Verdict;
}

/** Keeps verdicts from one run to the next, the last one of each file. */
export interface VerdictCache {
  get(path: string): KeptVerdict | undefined;
  put(path: string, kept: KeptVerdict): void;
  /** Called at the end of a run. */
  save(): Promise<void>;
}

/** Keeps verdicts as long as the program runs. */
export class MemoryCache implements VerdictCache {
  readonly #kept = new Map<string, KeptVerdict>();

  get(path: string): KeptVerdict | undefined {
    return this.#kept.get(path);
  }

  put(path: string, kept: KeptVerdict): void {
    this.#kept.set(path, kept);
  }

  save(): Promise<void> {
    return Promise.resolve();
  }
}
