const separator = /[,，、;；\n]/u;
const opening = /[([{（［【「『〔]/u;
const closing = /[)\]}）］】」』〕]/u;

/** The words that a text lists with commas or the like; none where it lists nothing. */
export function listedWords(text: string): readonly string[] {
  const words = splitOutsideBrackets(text).map((word) => word.trim());
  const filled = words.filter((word) => word !== '');
  return filled.length > 1 ? filled : [];
}

/** A comma inside brackets belongs to its word: `cloud (AWS, GCP)`. */
function splitOutsideBrackets(text: string): string[] {
  const words: string[] = [];
  let word = '';
  let depth = 0;
  for (const character of text) {
    if (depth === 0 && separator.test(character)) {
      words.push(word);
      word = '';
      continue;
    }
    if (opening.test(character)) depth += 1;
    if (closing.test(character)) depth = Math.max(0, depth - 1);
    word += character;
  }
  words.push(word);
  return depth === 0 ? words : text.split(separator);
}
