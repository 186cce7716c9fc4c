/** The property that a name in some language becomes: English words in camel case, else the words as they are. */
export function propertyName(names: readonly string[], taken: ReadonlySet<string>): string {
  const plain = names.map((name) => name.normalize('NFKC').replace(/\s*[([【][^)\]】]*[)\]】]\s*$/u, '') || name);
  const english = plain.find((name) => /^[\x20-\x7E]*[a-z]{2}[\x20-\x7E]*$/i.test(name));
  const words = (english ?? plain[0] ?? '').split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const name = english === undefined ? words.join('') : camelCase(words);
  let free = name || 'section';
  for (let number = 2; taken.has(free) || reserved.has(free); number++) free = `${name || 'section'}${number}`;
  return free;
}

// What every normalized guide has anyway.
const reserved = new Set(['type', 'path', 'meta', 'title', 'intros', 'other']);

const fillers = new Set([
  'a',
  'an',
  'and',
  'at',
  'by',
  'for',
  'in',
  'of',
  'on',
  'or',
  'the',
  'their',
  'to',
  'with',
  'your',
]);

function camelCase(words: readonly string[]): string {
  const lower = words.map((word) => word.toLowerCase());
  const telling = lower.length > 4 ? lower.filter((word) => !fillers.has(word)) : lower;
  const [first = '', ...others] = telling.slice(0, 5);
  return first + others.map((word) => word[0]?.toUpperCase() + word.slice(1)).join('');
}
