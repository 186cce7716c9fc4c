/** A text for a message: on one line, and cut where it is long. Unit: characters. */
export function shortened(text: string, limit = 30): string {
  const characters = [...text.replaceAll(/\s+/gu, ' ').trim()];
  if (characters.length <= limit) return characters.join('');
  const kept = characters.slice(0, limit - 1).join('');
  // Half a word says little, unless it is a long one.
  const isWithinWord = /^[\p{Script=Latin}\p{N}]$/u.test(characters[limit - 1] ?? '');
  const whole = isWithinWord ? kept.replace(/ [\p{Script=Latin}\p{N}'’-]{1,12}$/u, '') : kept;
  return `${whole}…`;
}
