/** A text for a message: on one line, and cut where it is long. Unit: characters. */
export function shortened(text: string, limit = 30): string {
  const characters = [...text.replaceAll(/\s+/gu, ' ').trim()];
  return characters.length > limit ? `${characters.slice(0, limit - 1).join('')}…` : characters.join('');
}
