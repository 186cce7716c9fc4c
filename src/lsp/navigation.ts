import type { Location } from 'vscode-languageserver';
import type { Guide } from '../model.ts';
import { mentionsIn, namedAt, slugRange } from './guide-mentions.ts';
import type { Cursor } from './open-guide.ts';
import { locationIn } from './ranges.ts';

/** Where the guide that is named under the cursor says what it is called. */
export function definitionOf(cursor: Cursor): Location[] {
  return (namedAt(cursor)?.targets ?? []).map((guide) => nameLocation(guide, cursor));
}

/** All places where the guide that is named under the cursor, or else the guide itself, is named. */
export function referencesTo(cursor: Cursor, options: { withDeclaration: boolean }): Location[] {
  const { collection } = cursor;
  const targets = new Set(namedAt(cursor)?.targets ?? []);
  const mentions = mentionsIn(collection)
    .filter((mention) => mention.targets.some((target) => targets.has(target)))
    .map(({ guide, range }) => locationIn(guide, range, collection));
  return [...(options.withDeclaration ? [...targets].map((guide) => nameLocation(guide, cursor)) : []), ...mentions];
}

function nameLocation(guide: Guide, { collection }: Cursor): Location {
  return locationIn(guide, slugRange(guide) ?? { start: 0, end: 0 }, collection);
}
