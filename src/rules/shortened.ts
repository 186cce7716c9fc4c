/** A text for a message: on one line, and cut where it is long. Unit: characters. */
export function shortened(text: string, limit = 30): string {
  const characters = firstCharacters(text, limit + 1);
  if (characters.length <= limit) return characters.join('');
  const kept = characters.slice(0, limit - 1).join('');
  // Half a word says little, unless it is a long one.
  const isWithinWord = /^[\p{Script=Latin}\p{N}]$/u.test(characters[limit - 1] ?? '');
  const whole = isWithinWord ? kept.replace(/ [\p{Script=Latin}\p{N}'’-]{1,12}$/u, '') : kept;
  return `${whole}…`;
}

/** So many characters of a text, spaces at its ends gone and others made one; what follows is not looked at. */
function firstCharacters(text: string, count: number): string[] {
  const characters: string[] = [];
  let isBehindSpace = false;
  for (const character of text) {
    if (character.trim() === '') {
      isBehindSpace = characters.length > 0;
      continue;
    }
    if (isBehindSpace) characters.push(' ');
    isBehindSpace = false;
    characters.push(character);
    if (characters.length >= count) break;
  }
  return characters;
}
