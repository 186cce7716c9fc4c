import type { Messages } from '../locale/messages.ts';
import type { Problem } from '../model.ts';
import { placeForPeople } from './place-for-people.ts';
import { visible } from './visible-text.ts';

/** All that can be said of a problem without its source, a line each: the message, the other places, the fix. */
export function problemLines({ path, message, related = [], fix }: Problem, messages: Messages): string[] {
  const how = fix?.kind === 'safe' ? messages.fixable : messages.fixableUnsafely;
  return [
    message,
    ...related.map((other) => `${messages.seeAlso}: ${path}:${placeForPeople(other.range.start)}  ${other.message}`),
    ...(fix === undefined ? [] : [`${messages.fix}: ${fix.title} (${how})`]),
  ].map(visible);
}
