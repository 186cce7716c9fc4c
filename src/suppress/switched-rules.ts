import type { Suppression } from './find-suppressions.ts';

interface Switch {
  readonly isOff: boolean;
  /** How many comments came before. */
  readonly order: number;
}

const never: Switch = { isOff: false, order: -1 };

/** Which rules the comments seen so far have switched off. */
export class SwitchedRules {
  readonly #byName = new Map<string, Switch>();
  /** The last comment that names no rule, and the last that switches a rule or all of them off. */
  #all = never;
  #off = never;
  #order = 0;

  see({ word, names }: Suppression): void {
    const order = this.#order++;
    if (word !== 'disable' && word !== 'enable') return;
    const last: Switch = { isOff: word === 'disable', order };
    if (names.length === 0) this.#all = last;
    for (const { id } of names) this.#byName.set(id, last);
    if (last.isOff) this.#off = last;
  }

  /** Whether a rule (without a name: one or another) is off. */
  isOff(name?: string): boolean {
    const named = name === undefined ? this.#off : (this.#byName.get(name) ?? never);
    return named.order > this.#all.order ? named.isOff : this.#all.isOff;
  }
}
