import type { Collection } from '../collection.ts';
import type { Guide, Problem } from '../model.ts';

/** A guide that is open in an editor, and the collection it belongs to. */
export interface OpenGuide {
  readonly uri: string;
  readonly guide: Guide;
  readonly collection: Collection;
}

/** A cursor in an open guide; `offset` counts in the guide's text. */
export interface Cursor extends OpenGuide {
  readonly offset: number;
}

/** An open guide with its problems. */
export interface CheckedGuide extends OpenGuide {
  readonly problems: readonly Problem[];
}
