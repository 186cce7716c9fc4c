const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/**
 * Where the line of an offset begins. Sign by sign: to search backwards for an end of line that a text does not use would
 * take in all that comes before.
 */
export function lineStart(text: string, offset: number): number {
  for (let at = offset; at > 0; at--) {
    const before = text.charCodeAt(at - 1);
    if (before === lineFeed || before === carriageReturn) return at;
  }
  return 0;
}
