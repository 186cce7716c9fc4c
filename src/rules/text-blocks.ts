import type { Heading, Nodes, Paragraph, TableCell } from 'mdast';
import { rangeOf } from '../guide-types/scope.ts';
import type { Document, Range } from '../model.ts';
import { oncePer } from '../once-per.ts';
import { type FoundNode, nodesOf } from './nodes-of.ts';
import { writeProse } from './write-prose.ts';

export { markup, opaque } from './write-prose.ts';

/** A run of prose: a paragraph, a heading or a table cell. */
export interface TextBlock {
  readonly found: FoundNode<Paragraph | Heading | TableCell>;
  readonly range: Range;
  /** The source of the range, as long as it, with `opaque` and `markup` in place of what is no prose. */
  readonly text: string;
  readonly isHeaderCell: boolean;
}

/** All prose of a document. */
export interface Prose {
  /** The texts of the blocks, one after the other: what a rule looks for is found here first, in one go. */
  readonly text: string;
  readonly blocks: readonly TextBlock[];
  /** Where the text of each block ends in the text of all. */
  readonly ends: readonly number[];
}

/** The prose of a document in the order of the text; made once for all rules. */
export const proseOf = oncePer(readProse);

/** The blocks of prose of a document in the order of the text. */
export function textBlocksOf(document: Document): readonly TextBlock[] {
  return proseOf(document).blocks;
}

/** The blocks in which a pattern matches, which is a global one that cannot match across two of them. */
export function blocksWith(pattern: RegExp, prose: Prose): TextBlock[] {
  return blocksAt(prose, (from) => {
    pattern.lastIndex = from;
    return pattern.test(prose.text) ? pattern.lastIndex - 1 : -1;
  });
}

/** The blocks that a search comes upon, which returns a place in the text of all from an offset on, or -1. */
export function blocksAt({ blocks, ends }: Prose, search: (from: number) => number): TextBlock[] {
  const found: TextBlock[] = [];
  let index = 0;
  for (let at = search(0); at >= 0; at = search(ends[index] ?? 0)) {
    while ((ends[index] ?? at) < at) index++;
    const block = blocks[index];
    if (!block) break;
    found.push(block);
  }
  return found;
}

function readProse(document: Document): Prose {
  const found: TextBlock['found'][] = [
    ...nodesOf(document, 'paragraph'),
    ...nodesOf(document, 'heading'),
    ...nodesOf(document, 'tableCell'),
  ];
  found.sort((a, b) => startOf(a.node) - startOf(b.node));
  const { text, ends } = writeProse(
    found.map(({ node }) => node),
    document.source.text,
  );
  const blocks = found.map((one, index) => new Block(one, text, (ends[index - 1] ?? -1) + 1, ends[index] ?? 0));
  return { text, blocks, ends };
}

/** Most blocks are never looked at alone: the text of each is cut out when it is asked for. */
class Block implements TextBlock {
  readonly found: TextBlock['found'];
  readonly #all: string;
  readonly #start: number;
  readonly #end: number;

  constructor(found: TextBlock['found'], all: string, start: number, end: number) {
    this.found = found;
    this.#all = all;
    this.#start = start;
    this.#end = end;
  }

  get range(): Range {
    return rangeOf(this.found.node);
  }

  get text(): string {
    return this.#all.slice(this.#start, this.#end);
  }

  get isHeaderCell(): boolean {
    return this.found.node.type === 'tableCell' && this.found.up?.index === 0;
  }
}

function startOf({ position }: Nodes): number {
  return position?.start.offset ?? 0;
}
