/** Whether CommonMark counts a character as punctuation beside emphasis. */
export function isPunctuation(sign: string): boolean {
  return /^[\p{P}\p{S}]$/u.test(sign);
}

/** Whether a character is white space, or the edge of the text (`''`). */
export function isBlank(sign: string): boolean {
  return sign === '' || /^\s$/u.test(sign);
}

/** The character at an offset, surrogates together; a space at the end of the text. */
export function signAfter(text: string, offset: number): string {
  return String.fromCodePoint(text.codePointAt(offset) ?? 0x20);
}

/** The character before an offset, surrogates together; `''` at the beginning of the text. */
export function signBefore(text: string, offset: number): string {
  const low = text.charCodeAt(offset - 1);
  return low >= 0xdc00 && low <= 0xdfff ? text.slice(offset - 2, offset) : text.slice(Math.max(offset - 1, 0), offset);
}
