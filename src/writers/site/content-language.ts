import type { Locale } from '../../model.ts';

/** A kana or kanji weighs several Latin letters: Japanese text full of product names is still Japanese. */
const japaneseShare = 0.15;

/** The language a text is written in, by its share of Japanese letters; `fallback` when it has no letters. */
export function contentLanguage(text: string, fallback: Locale): Locale {
  const letters = lengthOf(text, /\p{L}+/gu);
  const japanese = lengthOf(text, /[\p{scx=Hiragana}\p{scx=Katakana}\p{Script=Han}]+/gu);
  if (letters === 0) return fallback;
  return japanese / letters >= japaneseShare ? 'ja' : 'en';
}

/** The length of all runs that match, which are far fewer than signs. */
function lengthOf(text: string, runs: RegExp): number {
  return text.match(runs)?.reduce((sum, run) => sum + run.length, 0) ?? 0;
}
