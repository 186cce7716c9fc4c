import type { Edit } from '../model.ts';

/**
 * A text, which stands at an offset of the file, with some edits made from the last to the first; of two at one place
 * the one that comes first is made first.
 */
export function editedText(text: string, offset: number, edits: readonly Edit[]): string {
  let rest = text;
  const behind: string[] = [];
  for (const { range, text: replacement } of [...edits].sort((a, b) => b.range.start - a.range.start)) {
    const end = range.end - offset;
    if (end > rest.length) rest += behind.splice(0).reverse().join('');
    behind.push(rest.slice(end), replacement);
    rest = rest.slice(0, range.start - offset);
  }
  return rest + behind.reverse().join('');
}
