import { codesOf } from './character-codes.ts';
import { blocksAt, type Prose, type TextBlock } from './text-blocks.ts';

/**
 * The blocks in which something stands twice in a row: one of some signs, two to four letters of Japanese, a longer word
 * in katakana, or an English word. One look at each character finds the few blocks that are worth a closer one.
 */
export function blocksWithDoubles(prose: Prose): TextBlock[] {
  const codes = codesOf(prose.text);
  const found = new Set(blocksAt(prose, (from) => japaneseDouble(codes, from)));
  for (const block of blocksAt(prose, (from) => englishDouble(prose.text, from))) found.add(block);
  return prose.blocks.filter((block) => found.has(block));
}

const firstJapanese = 0x3001;
const lastJapanese = 0x9fff;
/** Other signs and letters are often doubled. */
const single = new Set(Array.from('をがにのでとはへ。、', (sign) => sign.charCodeAt(0)));

/** Where something Japanese is doubled, from an offset on; -1 for nowhere. */
function japaneseDouble(codes: Uint16Array, from: number): number {
  let last = 0;
  let second = 0;
  let third = 0;
  let fourth = 0;
  // How many characters in a row are the same as those two, three or four before them.
  let two = 0;
  let three = 0;
  let four = 0;
  let katakana = 0;
  for (let at = from; at < codes.length; at++) {
    const code = codes[at] ?? 0;
    if ((code >= 0x30a1 && code <= 0x30f4) || code === 0x30fc) katakana++;
    else {
      if (katakana > 8 && isDoubled(codes, at - katakana, at)) return at - 1;
      katakana = 0;
    }
    if (code < firstJapanese || code > lastJapanese) {
      two = 0;
      three = 0;
      four = 0;
    } else {
      two = code === second ? two + 1 : 0;
      three = code === third ? three + 1 : 0;
      four = code === fourth ? four + 1 : 0;
      if (two === 2 || three === 3 || four === 4 || (code === last && single.has(code))) return at;
    }
    fourth = third;
    third = second;
    second = last;
    last = code;
  }
  return -1;
}

function isDoubled(codes: Uint16Array, start: number, end: number): boolean {
  const half = (end - start) / 2;
  for (let at = start; at < start + half; at++) if (codes[at] !== codes[at + half]) return false;
  return true;
}

/** The last space between two English words. */
const spaceInEnglish = /[ \t\r\n](?=[A-Za-z])(?<=[A-Za-z][ \t\r\n]+)/g;

/** Where an English word begins like the one before it, from an offset on; -1 for nowhere. */
function englishDouble(text: string, from: number): number {
  spaceInEnglish.lastIndex = from;
  while (spaceInEnglish.test(text)) {
    const next = spaceInEnglish.lastIndex;
    let end = next - 1;
    while (!isLetter(text.charCodeAt(end - 1))) end--;
    let start = end;
    while (isLetter(text.charCodeAt(start - 1))) start--;
    if (beginsAlike(text, start, end, next)) return next;
  }
  return -1;
}

function isLetter(code: number): boolean {
  const lower = code | 32;
  return lower >= 97 && lower <= 122;
}

function beginsAlike(text: string, start: number, end: number, other: number): boolean {
  for (let offset = 0; start + offset < end; offset++) {
    if ((text.charCodeAt(start + offset) | 32) !== (text.charCodeAt(other + offset) | 32)) return false;
  }
  return true;
}
