import type { Guide, JsonPointer } from '../model.ts';

/** A value that a guide should have from now on; undefined, null and empty all mean that nothing stands there. */
export interface ValueChange {
  readonly pointer: JsonPointer;
  readonly value: unknown;
}

/**
 * Why a change was not made: nothing stands there that could be edited, no edit gives exactly this value, or it and
 * another change of the same text exclude each other, or other rows show the same text and are to keep it.
 */
export type Refusal = 'nothing-there' | 'not-writable' | 'contradiction' | 'shared';

/** A guide after its changes, and those that could not be made. */
export interface RevisedGuide {
  readonly guide: Guide;
  readonly refused: ReadonlyMap<ValueChange, Refusal>;
}
