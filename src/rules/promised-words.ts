import { valueAt } from '../guide-types/value-at.ts';
import type { Guide, JsonPointer, Range } from '../model.ts';
import { bodyHeadings } from './guide-sections.ts';
import { nodesOf } from './nodes-of.ts';

/** One element of a guide type's `x-promises`: who reads these words expects that value. */
export interface GuidePromise {
  readonly words: readonly string[];
  /** Longer words that contain one of them and promise nothing. */
  readonly except?: readonly string[];
  /** One of these values keeps the promise; without any, guides of this type never keep it. */
  readonly needs?: readonly JsonPointer[];
  /** The texts that make promises. */
  readonly in: readonly JsonPointer[];
  /** What readers then look for in the body, by language. */
  readonly part?: Readonly<Record<string, string>>;
}

/** A word that promises something, where it stands. */
export interface PromisedWord {
  readonly word: string;
  readonly pointer: JsonPointer;
  readonly range: Range;
}

/** The places of the words of a promise that the guide makes and does not keep. */
export function promisedWords(promise: GuidePromise, guide: Guide): PromisedWord[] {
  if (promise.needs?.some((pointer) => isFilled(valueAt(guide.value, pointer)))) return [];
  const made = promise.in.flatMap((pointer) => wordsIn(pointer, promise, guide));
  return made.length === 0 || isNamedInBody(promise, guide) ? [] : made;
}

function wordsIn(pointer: JsonPointer, promise: GuidePromise, guide: Guide): PromisedWord[] {
  const value = valueAt(guide.value, pointer);
  const place = guide.places.get(pointer);
  if (typeof value !== 'string' || !place || !findWord(value, promise)) return [];
  const { start, end } = place.range;
  const found = findWord(guide.document.source.text.slice(start, end), promise);
  // A value that is written with escapes is marked as a whole.
  const range = found ? { start: start + found.at, end: start + found.at + found.word.length } : place.range;
  return [{ word: found?.word ?? findWord(value, promise)?.word ?? '', pointer, range }];
}

function findWord(text: string, { words, except = [] }: GuidePromise): { word: string; at: number } | undefined {
  let searched = text.toLowerCase();
  if (!words.some((word) => searched.includes(word.toLowerCase()))) return undefined;
  for (const phrase of except) searched = searched.replaceAll(phrase.toLowerCase(), ' '.repeat(phrase.length));
  const found = words.flatMap((word) => {
    const at = indexOfWord(searched, word.toLowerCase());
    return at < 0 ? [] : [{ word: text.slice(at, at + word.length), at }];
  });
  return found.sort((a, b) => a.at - b.at)[0];
}

const latin = /\p{Script=Latin}/u;

/** Words in Latin letters count only as whole words; others are written without blanks between them. */
function indexOfWord(text: string, word: string): number {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const before = latin.test(word[0] ?? '') && latin.test(text[at - 1] ?? ' ');
    const after = latin.test(word.at(-1) ?? '') && latin.test(text[at + word.length] ?? ' ');
    if (!before && !after) return at;
  }
  return -1;
}

function isFilled(value: unknown): boolean {
  if (Array.isArray(value) || typeof value === 'string') return value.length > 0;
  return value !== undefined && value !== null;
}

/** A heading or column of that name holds what was promised, though not in the form that the type reads. */
function isNamedInBody(promise: GuidePromise, { document, places }: Guide): boolean {
  const { text } = document.source;
  const titles = new Set(promise.in.map((pointer) => places.get(pointer)?.range.start));
  const headings = bodyHeadings(document).filter(
    (heading) => heading.depth > 1 && !titles.has(heading.children[0]?.position?.start.offset),
  );
  const headers = nodesOf(document, 'table').flatMap(({ node }) => node.children[0] ?? []);
  return [...headings, ...headers].some(({ position }) => {
    const { start, end } = position ?? {};
    return findWord(text.slice(start?.offset ?? 0, end?.offset ?? 0), promise) !== undefined;
  });
}
