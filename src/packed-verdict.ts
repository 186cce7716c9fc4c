import type { TypeFit } from './model.ts';
import type { Verdict } from './verdict.ts';

/** A verdict that waits until all guides are checked: what is asked for before, and a way to the rest. */
export interface PackedVerdict {
  readonly type: number;
  readonly fit: TypeFit;
  unpack(): Verdict;
}

/**
 * Keeps a verdict as bytes: they take a third of the memory, none of which is searched for garbage while further guides
 * are checked. Texts that rules cut out of a guide would keep its whole text in memory, too.
 */
export function packVerdict({ type, fit, ...rest }: Verdict): PackedVerdict {
  return packed(type, fit, Buffer.from(JSON.stringify(rest)));
}

/** Made here, where nothing else is in reach: a function keeps in memory all that the functions beside it use. */
function packed(type: number, fit: TypeFit, bytes: Buffer): PackedVerdict {
  return {
    type,
    fit,
    unpack: () => ({ type, fit, ...(JSON.parse(bytes.toString()) as Omit<Verdict, 'type' | 'fit'>) }),
  };
}

/** A verdict that is kept elsewhere as it is. */
export function openVerdict(verdict: Verdict): PackedVerdict {
  return { type: verdict.type, fit: verdict.fit, unpack: () => verdict };
}
