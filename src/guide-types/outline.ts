import type { Heading } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { Document } from '../model.ts';
import { oncePer } from '../once-per.ts';
import { type Part, partOf, type Scope } from './scope.ts';
import type { SectionIndex } from './section-index.ts';

/** A heading among the parts of a scope. */
export interface OutlinedHeading {
  readonly node: Heading;
  readonly text: string;
  /** Index of the part. */
  readonly index: number;
  /** Index, among the headings, of the one above this that it stands under; -1 for none. */
  readonly parent: number;
}

/** The parts of a scope and the headings among them, read once for all who look for sections there. */
export class Outline {
  readonly parts: readonly Part[];
  readonly headings: readonly OutlinedHeading[];
  readonly #found = new Map<SectionIndex, ReadonlyMap<string, Scope>>();

  constructor(parts: readonly Part[]) {
    this.parts = parts;
    this.headings = headingsOf(parts);
  }

  /** The sections that stand here, as `find` finds them. */
  sections(
    wanted: SectionIndex,
    find: (outline: Outline, wanted: SectionIndex) => ReadonlyMap<string, Scope>,
  ): ReadonlyMap<string, Scope> {
    const found = this.#found.get(wanted) ?? find(this, wanted);
    this.#found.set(wanted, found);
    return found;
  }
}

/** The outline of a whole document: the type is chosen by it, before the document is bound. */
export const outlineOf = oncePer(({ tree }: Document) => new Outline(tree.children.map(partOf)));

function headingsOf(parts: readonly Part[]): OutlinedHeading[] {
  const headings: OutlinedHeading[] = [];
  /** The headings that the next one may stand under, by index. */
  const open: number[] = [];
  for (let index = 0; index < parts.length; index++) {
    const node = parts[index]?.node;
    if (node?.type !== 'heading') continue;
    while (open.length > 0 && depthAt(headings, open.at(-1)) >= node.depth) open.pop();
    headings.push({ node, text: wordsOf(node), index, parent: open.at(-1) ?? -1 });
    open.push(headings.length - 1);
  }
  return headings;
}

function depthAt(headings: readonly OutlinedHeading[], index = -1): number {
  return headings[index]?.node.depth ?? 0;
}

function wordsOf(heading: Heading): string {
  const [first] = heading.children;
  return heading.children.length === 1 && first?.type === 'text' ? first.value : textOf(heading);
}
