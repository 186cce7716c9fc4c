import { codesOf } from './character-codes.ts';
import { blocksWith, markup, type Prose, type TextBlock } from './text-blocks.ts';

let latest: { readonly prose: Prose; readonly sieve: WordSieve } | undefined;

/** The sieve of the prose of a document; made once for the rules that look at it in turn. */
export function sieveOf(prose: Prose): WordSieve {
  if (latest?.prose !== prose) latest = { prose, sieve: new WordSieve(prose.text) };
  return latest.sieve;
}

/** So many that a text of some pages fills few of them. */
const slots = 1 << 18;

/** The longest run of characters that has a slot. */
const longest = 4;

/**
 * Knows which two, three and four characters stand side by side in a text, and so which words cannot stand there: a rule
 * that looks for many words need not look for most of them. Like `i` and `u` in a pattern it knows no upper case; Markdown's
 * marks are blanks.
 */
export class WordSieve {
  readonly #text: string;
  /** A bit for each run of characters; some share theirs. */
  readonly #bits = new Uint32Array(slots / 32);

  constructor(text: string) {
    this.#text = text;
    const bits = this.#bits;
    let last = 0;
    let pair = 0;
    let three = 0;
    const codes = codesOf(text);
    for (let at = 0; at < codes.length; at++) {
      const code = folded(codes[at] ?? 0);
      const four = slotOf(three, code);
      three = slotOf(pair, code);
      pair = slotOf(last, code);
      bits[pair >> 5] = (bits[pair >> 5] ?? 0) | (1 << (pair & 31));
      bits[three >> 5] = (bits[three >> 5] ?? 0) | (1 << (three & 31));
      bits[four >> 5] = (bits[four >> 5] ?? 0) | (1 << (four & 31));
      last = code;
    }
  }

  /** Those of the words that may stand in the text; all others do not. */
  held({ words, first }: WordList): string[] {
    const held: string[] = [];
    for (let index = 0; index < first.length; index++) {
      const word = words[index];
      if (word !== undefined && this.#has(first[index] ?? 0) && this.#holds(word)) held.push(word);
    }
    return held;
  }

  #holds(word: string): boolean {
    if (word.length === 1) return this.#text.includes(word);
    for (let start = 1; start <= word.length - longest; start++) if (!this.#has(slotAt(word, start))) return false;
    return true;
  }

  #has(slot: number): boolean {
    return slot === anywhere || ((this.#bits[slot >> 5] ?? 0) & (1 << (slot & 31))) !== 0;
  }
}

/** Words to look for, in lower case. */
export class WordList {
  readonly words: readonly string[];
  /** The slot in which each of them begins; most are missing there, so that no others are looked at. */
  readonly first: readonly number[];

  constructor(...words: string[]) {
    this.words = words;
    this.first = words.map((word) => (word.length === 1 ? anywhere : slotAt(word, 0)));
  }
}

/** In place of a slot, for words that have none. */
const anywhere = -1;

/** The slot of the characters in a row that begin at a place: the longest run that has one, or all that are left. */
function slotAt(word: string, start: number): number {
  const end = Math.min(start + longest, word.length);
  let slot = word.charCodeAt(start);
  for (let at = start + 1; at < end; at++) slot = slotOf(slot, word.charCodeAt(at));
  return slot;
}

function slotOf(before: number, code: number): number {
  return (Math.imul(before, 326_581) + code) & (slots - 1);
}

const markupCode = markup.charCodeAt(0);

function folded(code: number): number {
  if (code < 128) return code >= 65 && code <= 90 ? code | 32 : code;
  if (code === markupCode) return 32;
  // The two letters that have a third form.
  if (code === 0x212a) return 107;
  return code === 0x17f ? 115 : code;
}

/** The blocks in which one of the words stands, in no order. */
export function blocksHolding(words: readonly string[], prose: Prose): TextBlock[] {
  return words.flatMap((word) => blocksWith(patternOf(word), prose));
}

const patterns = new Map<string, RegExp>();

/** Finds a word as the sieve does; made when it is first needed. */
function patternOf(word: string): RegExp {
  let pattern = patterns.get(word);
  if (!pattern) {
    const escaped = word.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`).replaceAll(' ', `[ ${markup}]`);
    pattern = new RegExp(escaped, /[a-z]/.test(word) ? 'giu' : 'g');
    patterns.set(word, pattern);
  }
  return pattern;
}

/** All texts that begin with one of the first and go on with one of the second, and so on. */
export function joinedWords(...parts: readonly (readonly string[])[]): string[] {
  return parts.reduce<string[]>((words, next) => words.flatMap((word) => next.map((part) => word + part)), ['']);
}

/** The digits, which open or close many a word. */
export const digits: readonly string[] = [...'0123456789'];
