import { isPlain, plainGraphemes } from './plain-text.ts';

let segmenter: Intl.Segmenter | undefined;

const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/u;
const variationSelector = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/u;
/** A text without any is shown as it is: a variation selector belongs to the character before it, unless that is invisible. */
const suspicious = new RegExp(
  `(?!${variationSelector.source})${invisible.source}|(?:^|${invisible.source})${variationSelector.source}`,
  'u',
);
const zeroWidthJoiner = '\u200d';

/** The user-perceived characters of a text. */
export function graphemesOf(text: string): string[] {
  const plain = plainGraphemes(text);
  if (plain) return plain;
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/**
 * Text that cannot steer a terminal or hide anything: `␛` for a control character, `\u{202e}` for other characters
 * without a shape of their own. What belongs to an emoji or a variant of a kanji stays.
 */
export function visible(text: string): string {
  return !isPlain(text) && suspicious.test(text) ? graphemesOf(text).map(visibleGrapheme).join('') : text;
}

/** `visible` for one grapheme. */
export function visibleGrapheme(grapheme: string): string {
  if (!invisible.test(grapheme)) return grapheme;
  const characters = [...grapheme];
  return characters
    .map((character, index) => {
      const isShaping = isPartOfShape(character, characters[index - 1], characters[index + 1], characters[0]);
      return !invisible.test(character) || isShaping ? character : notationOf(character);
    })
    .join('');
}

function isPartOfShape(character: string, before = '', after = '', first = ''): boolean {
  if (variationSelector.test(character)) return before !== '' && !invisible.test(before);
  if (character === zeroWidthJoiner) return before !== '' && /\p{Extended_Pictographic}/u.test(after);
  // The flags of England, Scotland and Wales are spelled in otherwise invisible tags.
  return /[\u{e0020}-\u{e007f}]/u.test(character) && first === '\u{1f3f4}';
}

function notationOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  return code === 0x7f ? '␡' : `\\u{${code.toString(16)}}`;
}
