/** A way of joining words into one name. */
export type WordForm = 'snake' | 'kebab';

/** What form a pattern asks for, told by what it lets through, and the value brought into a form that it lets through. */
export function wordForms(value: string, pattern: string): { form?: WordForm; repaired?: string } {
  const isAllowed = (text: string): boolean => new RegExp(pattern, 'u').test(text);
  const repaired = candidates(value).find((text) => text !== value && isAllowed(text));
  const isStrict = !isAllowed('Ab cd');
  const snake = isStrict && isAllowed('ab_c1') && !isAllowed('ab-c1');
  const kebab = isStrict && isAllowed('ab-c1') && !isAllowed('ab_c1');
  return { ...(snake && { form: 'snake' }), ...(kebab && { form: 'kebab' }), ...(repaired && { repaired }) };
}

/** The same words in other case, width and separators; those nearest to what is written come first. */
function candidates(value: string): string[] {
  const plain = value.normalize('NFKC').trim();
  // Nothing may be left out: a slug of Japanese words has no Latin letters to make one of.
  if (!/^[\p{L}\p{N}\s_./-]+$/u.test(plain)) return [];
  const words = plain
    .replaceAll(/(?<=[a-z\d])(?=[A-Z])/g, ' ')
    .split(/[\s_./-]+/u)
    .filter((word) => word !== '');
  const lower = words.map((word) => word.toLowerCase());
  return [plain, plain.toLowerCase(), plain.toUpperCase(), lower.join('_'), lower.join('-')];
}
