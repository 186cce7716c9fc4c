import type { SectionName } from '../model.ts';
import { type NameFit, NameIndex } from './name-index.ts';
import { normalizeHeading } from './normalize-heading.ts';

/** A section that is looked for; `key` names it in the result. */
export interface WantedSection {
  readonly key: string;
  readonly section: SectionName;
}

/** Longer headings are seldom met twice. Unit: UTF-16 units. */
const longestKnown = 200;
const mostKnown = 10_000;

/** The sections that are looked for together, in the order of the schema: which of them a heading may begin. */
export class SectionIndex {
  readonly wanted: readonly WantedSection[];
  readonly #names: NameIndex;
  readonly #patterns: readonly (RegExp | undefined)[];
  /** Guides of one kind share most of their headings. */
  readonly #known = new Map<string, readonly NameFit[]>();

  constructor(wanted: readonly WantedSection[]) {
    this.wanted = wanted;
    this.#names = new NameIndex(
      wanted.map(({ section: { name, aliases = [] } }) => [name, ...aliases].map(normalizeHeading)),
    );
    this.#patterns = wanted.map(({ section: { pattern } }) =>
      pattern === undefined ? undefined : new RegExp(pattern, 'u'),
    );
  }

  /** The sections that a heading may begin, in their order. */
  fits(heading: string): readonly NameFit[] {
    const known = this.#known.get(heading);
    if (known) return known;
    const fits = this.#names.fits(normalizeHeading(heading));
    for (const [owner, pattern] of this.#patterns.entries())
      if (pattern && !fits.some((fit) => fit.owner === owner) && pattern.test(heading))
        fits.push({ owner, isName: false, kind: 'edge', score: 4_000 });
    fits.sort((a, b) => a.owner - b.owner);
    if (heading.length <= longestKnown) {
      if (this.#known.size >= mostKnown) this.#known.clear();
      this.#known.set(heading, fits);
    }
    return fits;
  }
}
