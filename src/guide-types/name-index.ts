import { isWordAt, type MatchKind, type NormalizedHeading } from './normalize-heading.ts';

/** How well a heading answers to the best of an owner's names. */
export interface NameFit {
  /** Index of the owner. */
  readonly owner: number;
  /** True for the owner's first name, false for the others. */
  readonly isName: boolean;
  readonly kind: Exclude<MatchKind, 'none'>;
  /** Higher is better; comparable within one kind and across kinds. */
  readonly score: number;
}

interface IndexedName {
  readonly form: string;
  readonly owner: number;
  /** How much it loses: an owner's first name wins over the others where they are of the same length. */
  readonly rank: number;
}

/**
 * The names that several owners go by, to be looked up in a heading instead of being held against it one by one; see
 * `matchName` for what answers to what.
 */
export class NameIndex {
  readonly #byForm = new Map<string, IndexedName[]>();
  /** By the first two units: only these names can begin at a place in a heading. */
  readonly #byStart = new Map<number, IndexedName[]>();

  constructor(
    owners: readonly (readonly NormalizedHeading[])[],
    names: 'first is best' | 'all alike' = 'first is best',
  ) {
    for (const [owner, own] of owners.entries())
      for (const [position, { forms }] of own.entries())
        for (const form of forms) {
          const name = { form, owner, rank: names === 'all alike' ? 0 : Math.min(position, 1) };
          addTo(this.#byForm, form, name);
          if (form.length >= 2) addTo(this.#byStart, startAt(form, 0), name);
        }
  }

  /** The best fit of each owner that the heading answers to, in the order of the owners. */
  fits(heading: NormalizedHeading): NameFit[] {
    const best = new Map<number, NameFit>();
    for (let index = 0; index < heading.forms.length; index++) {
      const form = heading.forms[index] ?? '';
      for (const name of this.#byForm.get(form) ?? none) keep(best, name, 'equal', 10_000 - index);
      this.#findWithin(form, index, best);
    }
    return best.size > 1 ? [...best.values()].sort((a, b) => a.owner - b.owner) : [...best.values()];
  }

  /** From the end: where a name stands several times, its last place counts. */
  #findWithin(form: string, index: number, best: Map<number, NameFit>): void {
    let seen: Set<IndexedName> | undefined;
    for (let at = form.length - 2; at >= 0; at--) {
      for (const name of this.#byStart.get(startAt(form, at)) ?? none) {
        if (name.form.length >= form.length || seen?.has(name) || !form.startsWith(name.form, at)) continue;
        seen ??= new Set();
        seen.add(name);
        if (!isWordAt(form, name.form, at)) continue;
        const isEdge = at + name.form.length === form.length || form.startsWith(name.form);
        keep(best, name, isEdge ? 'edge' : 'within', (isEdge ? 5_000 : 1_000) - index);
      }
    }
  }
}

const none: readonly IndexedName[] = [];

function startAt(form: string, at: number): number {
  return form.charCodeAt(at) * 0x10000 + form.charCodeAt(at + 1);
}

function addTo<Key>(index: Map<Key, IndexedName[]>, key: Key, name: IndexedName): void {
  const names = index.get(key);
  if (names) names.push(name);
  else index.set(key, [name]);
}

function keep(best: Map<number, NameFit>, { form, owner, rank }: IndexedName, kind: NameFit['kind'], base: number) {
  const before = best.get(owner);
  const score = base + form.length * 10 - rank;
  const isName = rank === 0;
  if (!before || score > before.score || (score === before.score && isName && !before.isName))
    best.set(owner, { owner, isName, kind, score });
}
