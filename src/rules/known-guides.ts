import { distance } from 'fastest-levenshtein';
import { comparableName } from './comparable-name.ts';
import type { GuideNames } from './guide-names.ts';

/** What a name stands for among the guides of a run. */
export type KnownAs<Guide> =
  | { readonly kind: 'exact'; readonly guides: readonly Guide[] }
  /** Only hyphens, blanks or case differ. */
  | { readonly kind: 'respelt'; readonly guides: readonly Guide[]; readonly name: string }
  /** A slip of the keyboard in one long word. */
  | { readonly kind: 'slip'; readonly name: string }
  | { readonly kind: 'none' };

/** Finds the guides of a run by their names. */
export class KnownGuides<Guide> {
  readonly names: readonly string[];
  readonly #exact = new Map<string, Guide[]>();
  readonly #loose = new Map<string, { guide: Guide; name: string }[]>();
  /** Names with one of their words left open, so that only names that share the others are compared. */
  readonly #open = new Map<string, { word: string; name: string }[]>();

  constructor(guides: Iterable<readonly [Guide, GuideNames]>) {
    for (const [guide, { all }] of guides) {
      const [preferred, ...others] = all;
      for (const name of [preferred, ...others]) {
        push(this.#exact, name, guide);
        push(this.#loose, comparableName(name), { guide, name: preferred });
      }
      for (const { key, word } of openings(preferred)) push(this.#open, key, { word, name: preferred });
    }
    this.names = [...this.#exact.keys()];
  }

  find(name: string): KnownAs<Guide> {
    const exact = this.#exact.get(name);
    if (exact) return { kind: 'exact', guides: exact };
    const loose = this.#loose.get(comparableName(name.trim().replace(/\.mdx?$/i, ''))) ?? [];
    const [first] = loose;
    if (first) return { kind: 'respelt', guides: loose.map(({ guide }) => guide), name: first.name };
    for (const { key, word } of openings(name)) {
      const near = this.#open.get(key)?.find((other) => isSlip(word, other.word));
      if (near) return { kind: 'slip', name: near.name };
    }
    return { kind: 'none' };
  }
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}

function openings(name: string): { key: string; word: string }[] {
  const words = name
    .normalize('NFKC')
    .toLowerCase()
    .split(/[\s_-]+/u);
  return words.map((word, index) => ({ key: words.with(index, '*').join('_'), word }));
}

/** One letter, or two letters that changed places; short words are too near to each other: `audio`, `audit`. */
function isSlip(written: string, meant: string): boolean {
  if (Math.min(written.length, meant.length) < 6 || Math.abs(written.length - meant.length) > 1) return false;
  const letters = (word: string): string => [...word].sort().join('');
  return distance(written, meant) <= (letters(written) === letters(meant) ? 2 : 1);
}
