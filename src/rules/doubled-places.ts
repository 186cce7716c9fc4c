import { codesOf } from './character-codes.ts';
import type { Prose, TextBlock } from './text-blocks.ts';

/**
 * The blocks in which something stands twice in a row: one of some signs, two to four letters of Japanese, a longer word
 * in katakana, or an English word. One look at each character finds the few blocks that are worth a closer one.
 */
export function blocksWithDoubles({ text, blocks, ends }: Prose): TextBlock[] {
  const codes = codesOf(text);
  return blocks.filter((_block, index) => {
    const start = (ends[index - 1] ?? -1) + 1;
    const end = ends[index] ?? start;
    return hasJapanese(codes, start, end) || hasEnglish(codes, start, end);
  });
}

const firstJapanese = 0x3001;
const lastJapanese = 0x9fff;
/** Other signs and letters are often doubled. */
const single = new Set(Array.from('をがにのでとはへ。、', (sign) => sign.charCodeAt(0)));

function hasJapanese(codes: Uint16Array, start: number, end: number): boolean {
  let last = 0;
  let second = 0;
  let third = 0;
  let fourth = 0;
  // How many characters in a row are the same as those two, three or four before them.
  let two = 0;
  let three = 0;
  let four = 0;
  let katakana = 0;
  for (let at = start; at <= end; at++) {
    const code = at < end ? (codes[at] ?? 0) : 0;
    if (isKatakana(code)) katakana++;
    else if (katakana > 0) {
      if (katakana >= 8 && isDoubled(codes, at - katakana, at)) return true;
      katakana = 0;
    }
    if (code < firstJapanese || code > lastJapanese) {
      two = 0;
      three = 0;
      four = 0;
    } else {
      if (code === last && single.has(code)) return true;
      two = code === second ? two + 1 : 0;
      three = code === third ? three + 1 : 0;
      four = code === fourth ? four + 1 : 0;
      if (two === 2 || three === 3 || four === 4) return true;
    }
    fourth = third;
    third = second;
    second = last;
    last = code;
  }
  return false;
}

function isKatakana(code: number): boolean {
  return (code >= 0x30a1 && code <= 0x30f4) || code === 0x30fc;
}

function isDoubled(codes: Uint16Array, start: number, end: number): boolean {
  const half = (end - start) / 2;
  for (let at = start; at < start + half; at++) if (codes[at] !== codes[at + half]) return false;
  return true;
}

function hasEnglish(codes: Uint16Array, start: number, end: number): boolean {
  let word = { start: -1, end: -1 };
  let isBehindWord = false;
  for (let at = start; at < end; at++) {
    const code = codes[at] ?? 0;
    if (!isLetter(code)) {
      isBehindWord &&= code === 32 || code === 9 || code === 10 || code === 13;
      continue;
    }
    if (isBehindWord && beginsWith(codes, word, at)) return true;
    word = { start: at, end: at + 1 };
    while (word.end < end && isLetter(codes[word.end] ?? 0)) word.end++;
    at = word.end - 1;
    isBehindWord = true;
  }
  return false;
}

function isLetter(code: number): boolean {
  const lower = code | 32;
  return lower >= 97 && lower <= 122;
}

function beginsWith(codes: Uint16Array, word: { readonly start: number; readonly end: number }, at: number): boolean {
  for (let offset = 0; word.start + offset < word.end; offset++) {
    if (((codes[word.start + offset] ?? 0) | 32) !== ((codes[at + offset] ?? 0) | 32)) return false;
  }
  return true;
}
