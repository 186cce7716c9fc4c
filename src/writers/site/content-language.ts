import type { Locale } from '../../model.ts';

/** A kana or kanji weighs several Latin letters: Japanese text full of product names is still Japanese. */
const japaneseShare = 0.15;

/** The language a text is written in, by its share of Japanese letters; `fallback` when it has no letters. */
export function contentLanguage(text: string, fallback: Locale): Locale {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const japanese = text.match(/[\p{scx=Hiragana}\p{scx=Katakana}\p{Script=Han}]/gu)?.length ?? 0;
  if (letters === 0) return fallback;
  return japanese / letters >= japaneseShare ? 'ja' : 'en';
}
