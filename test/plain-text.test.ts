import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { plainWidth } from '../src/reporters/plain-text.ts';

const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\p{M}]/u;
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

test('a plain character is as wide as the tables say, visible, and a character of its own beside any other', () => {
  const plain = Array.from({ length: 0x10000 }, (_, unit) => unit).filter((unit) => plainWidth(unit) > 0);
  expect(plain.length).toBeGreaterThan(20_000);
  for (const unit of plain) {
    const character = String.fromCharCode(unit);
    expect(stringWidth(character), character).toBe(plainWidth(unit));
    expect(invisible.test(character), character).toBe(false);
    expect([...segmenter.segment(`あ${character}a${character}、`)], character).toHaveLength(5);
  }
});
