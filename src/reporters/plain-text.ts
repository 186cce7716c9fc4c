import { eastAsianWidth } from 'get-east-asian-width';

/**
 * Unicode's tables of graphemes take longer to load than a guide takes to check, and nearly all that guides hold is known
 * without them: characters that stand for themselves whatever stands beside them, simple emoji, and keycaps.
 */

/** Terminal columns of a character (by its UTF-16 unit) that stands for itself; 0 for all others. */
export function plainWidth(unit: number): 0 | 1 | 2 {
  if (unit < 0x7f) return unit >= 0x20 ? 1 : 0;
  if (unit < 0x3001) return 0;
  const isWide =
    unit <= 0x3029 || // 、。〈〉「」【】〜
    (unit >= 0x3041 && unit <= 0x3096) || // hiragana
    (unit >= 0x309b && unit <= 0x30ff) || // katakana
    (unit >= 0x4e00 && unit <= 0x9fff) || // kanji
    (unit >= 0xff01 && unit <= 0xff60); // full-width forms
  return isWide ? 2 : 0;
}

/** Whether a text holds only characters that stand for themselves. */
export function isPlain(text: string): boolean {
  for (let index = 0; index < text.length; index++) if (plainWidth(text.charCodeAt(index)) === 0) return false;
  return true;
}

/** The graphemes of a text in which all are known without tables; undefined for any other text. */
export function plainGraphemes(text: string): string[] | undefined {
  const graphemes: string[] = [];
  for (let index = 0; index < text.length; ) {
    const length = plainLength(text, index);
    if (length === 0) return undefined;
    graphemes.push(text.slice(index, index + length));
    index += length;
  }
  return graphemes;
}

/** Terminal columns of one grapheme that is known without tables; 0 for any other. */
export function plainGraphemeWidth(grapheme: string): 0 | 1 | 2 {
  if (grapheme.length === 1) return plainWidth(grapheme.charCodeAt(0));
  return plainLength(grapheme, 0) === grapheme.length ? 2 : 0;
}

function plainLength(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  const next = text.charCodeAt(index + 1);
  // The sign for emoji style, then the enclosing keycap.
  if (next === 0xfe0f && unit >= 0x30 && unit <= 0x39) return text.charCodeAt(index + 2) === 0x20e3 ? 3 : 0;
  if (plainWidth(unit) > 0) return 1;
  if (unit < 0xd83c || unit > 0xd83e) return 0;
  const point = text.codePointAt(index) ?? 0;
  // Flags and shades of skin join with what stands beside them.
  const isEmoji = point >= 0x1f300 && (point < 0x1f3fb || point > 0x1f3ff) && point <= 0x1fa6f;
  if (!isEmoji || eastAsianWidth(point) !== 2) return 0;
  return text.charCodeAt(index + 2) === 0xfe0f ? 3 : 2;
}
