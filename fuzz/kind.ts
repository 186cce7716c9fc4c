import type { Random } from './random.ts';

/** One input: the text that is damaged, and what stays as it is, by a name that finds it again. */
export interface FuzzInput {
  readonly text: string;
  readonly about: string;
}

/** A promise that was broken. */
export interface Fault {
  /** Names the promise. */
  readonly property: string;
  readonly detail: string;
}

/** A kind of inputs, and what has to be true of them. */
export interface FuzzKind {
  readonly name: string;
  /** How often it comes up beside the others. */
  readonly weight: number;
  make(random: Random): FuzzInput;
  /** `random` decides what is looked at beyond what always is; the same numbers look at the same. */
  check(input: FuzzInput, random: Random): Promise<Fault | undefined>;
}

/** What was thrown, as a fault. */
export function crash(error: unknown): Fault {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { property: 'no crash', detail };
}
