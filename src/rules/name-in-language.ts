import type { Document } from '../model.ts';

const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;

/** Of the names that a heading or column goes by, the first that is in the guide's language; else the first. */
export function nameInLanguage(names: readonly string[], { source }: Document): string | undefined {
  const isJapanese = kana.test(source.text);
  return names.find((name) => japanese.test(name) === isJapanese) ?? names[0];
}
