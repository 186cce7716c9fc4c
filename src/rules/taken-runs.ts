import type { Range } from '../model.ts';

/** Runs of a text of which none may overlap another. */
export class TakenRuns {
  readonly #offsets = new Set<number>();

  /** Takes a run; false where a part of it is taken already. */
  take({ start, end }: Range): boolean {
    for (let at = start; at < end; at++) if (this.#offsets.has(at)) return false;
    for (let at = start; at < end; at++) this.#offsets.add(at);
    return true;
  }
}
