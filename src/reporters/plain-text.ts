/**
 * Terminal columns of a character (by its UTF-16 unit) that stands for itself whatever stands beside it; 0 for all others,
 * which take Unicode's tables to judge. Nearly all that guides hold are such plain characters.
 */
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

/** Whether a text holds plain characters only. */
export function isPlain(text: string): boolean {
  for (let index = 0; index < text.length; index++) if (plainWidth(text.charCodeAt(index)) === 0) return false;
  return true;
}
