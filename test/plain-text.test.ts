import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { isPlain, plainGraphemes, plainGraphemeWidth, plainWidth } from '../src/reporters/plain-text.ts';

const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\p{M}]/u;
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
const graphemesOf = (text: string): string[] => Array.from(segmenter.segment(text), ({ segment }) => segment);

test('a plain character is as wide as the tables say, visible, and a character of its own beside any other', () => {
  const plain = Array.from({ length: 0x10000 }, (_, unit) => unit).filter((unit) => plainWidth(unit) > 0);
  expect(plain.length).toBeGreaterThan(20_000);
  const wrong = plain.filter((unit) => {
    const character = String.fromCharCode(unit);
    const isAlone = graphemesOf(`あ${character}a${character}、`).length === 5;
    return stringWidth(character) !== plainWidth(unit) || invisible.test(character) || !isAlone;
  });
  expect(wrong).toEqual([]);
});

test('each emoji that is taken for simple is one grapheme of two columns', () => {
  const points = Array.from({ length: 0x20000 - 0x1f000 }, (_, index) => String.fromCodePoint(0x1f000 + index));
  const simple = [...points, ...points.map((emoji) => `${emoji}\ufe0f`)].filter((text) => plainGraphemes(text));
  expect(simple.length).toBeGreaterThan(1000);
  const wrong = simple.filter(
    (text) => stringWidth(text) !== 2 || plainGraphemeWidth(text) !== 2 || graphemesOf(`a${text}b`).length !== 3,
  );
  expect(wrong).toEqual([]);
});

test('whatever stands side by side is split as the tables split it, or left to them', () => {
  const pieces = [
    ...'aZ0~、。あン漢Ａ',
    ...['1️⃣', '💰', '🏷️', '👍🏽', '🇯🇵', '👩‍🔧', '\ufe0f', '\u200d', '\u20e3', '\u3099', '\u0301', '\t', '\ud83d', '🔟'],
  ];
  let known = 0;
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 8 }), (parts) => {
      const text = parts.join('');
      const graphemes = plainGraphemes(text);
      if (isPlain(text)) expect(graphemes).toEqual(text.split(''));
      if (!graphemes) return;
      known++;
      expect(graphemes).toEqual(graphemesOf(text));
      for (const grapheme of graphemes) expect(plainGraphemeWidth(grapheme), grapheme).toBe(stringWidth(grapheme));
    }),
    { numRuns: 3000, seed: 5 },
  );
  expect(known).toBeGreaterThan(100);
});
