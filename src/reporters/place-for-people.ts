import type { Position } from '../model.ts';

/**
 * Line and column as people count them, `3:14`: in characters (code points), as the status bars of editors and other
 * linters do, where programs count UTF-16 units. `text` is that of the file, where it has one.
 */
export function placeForPeople({ line, column, offset }: Position, text = ''): string {
  const before = text.slice(offset - (column - 1), offset);
  const pairs = before.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0;
  return `${line}:${column - pairs}`;
}
