import type { Position } from '../model.ts';

/**
 * Line and column as people count them, `3:14`: in characters (code points), as the status bars of editors and other
 * linters do, where programs count UTF-16 units.
 */
export function placeForPeople({ line, column, characterColumn = column }: Position): string {
  return `${line}:${characterColumn}`;
}
