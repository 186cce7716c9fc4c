import type { Heading, Nodes, Paragraph, TableCell } from 'mdast';
import { rangeOf } from '../guide-types/scope.ts';
import type { Document, Range } from '../model.ts';
import { type FoundNode, nodesOf } from './nodes-of.ts';

/** Stands for each character that readers see but that is no prose: code, HTML, pictures, bare addresses. */
export const opaque = '\uFFFC';

/** Stands for each character of Markdown that readers do not see. */
export const markup = '\u2060';

/** Stands between two blocks in the text of all of them. */
const gap = '\u0000';

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

const known = new WeakMap<Document, Prose>();

/** The prose of a document in the order of the text; made once for all rules. */
export function proseOf(document: Document): Prose {
  let prose = known.get(document);
  if (!prose) {
    prose = readProse(document);
    known.set(document, prose);
  }
  return prose;
}

/** The blocks of prose of a document in the order of the text. */
export function textBlocksOf(document: Document): readonly TextBlock[] {
  return proseOf(document).blocks;
}

/** The blocks in which a pattern matches, which is a global one that cannot match across two of them. */
export function blocksWith(pattern: RegExp, { text, blocks, ends }: Prose): TextBlock[] {
  const found: TextBlock[] = [];
  let index = 0;
  pattern.lastIndex = 0;
  while (pattern.test(text)) {
    while ((ends[index] ?? text.length) < pattern.lastIndex) index++;
    const block = blocks[index];
    if (block) found.push(block);
    pattern.lastIndex = ends[index] ?? text.length;
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
  const writer = new ProseWriter(document.source.text);
  const ends = found.map(({ node }) => writer.write(node));
  const text = writer.text();
  const blocks = found.map((one, index) => ({
    found: one,
    range: rangeOf(one.node),
    text: text.slice(index === 0 ? 0 : (ends[index - 1] ?? 0) + gap.length, ends[index]),
    isHeaderCell: one.node.type === 'tableCell' && one.up?.index === 0,
  }));
  return { text, blocks, ends };
}

/** Writes the texts of blocks one after the other. */
class ProseWriter {
  readonly #source: string;
  readonly #pieces: string[] = [];
  #length = 0;
  /** How far the source is read. */
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  /** Returns where the text of the block ends. */
  write(block: Paragraph | Heading | TableCell): number {
    this.#at = startOf(block);
    for (const child of block.children) this.#read(child);
    this.#fill(markup, endOf(block));
    const end = this.#length;
    this.#put(gap);
    return end;
  }

  text(): string {
    return this.#pieces.join('');
  }

  #read(node: Nodes): void {
    if (node.type === 'text') this.#copy(startOf(node), endOf(node), prose);
    else if (node.type === 'break') this.#copy(startOf(node), endOf(node), blanks);
    else if (node.type === 'link' && this.#source[startOf(node)] !== '[')
      this.#copy(startOf(node), endOf(node), withoutAddress);
    else if ('children' in node) for (const child of node.children) this.#read(child);
    else if (startOf(node) >= this.#at) {
      this.#fill(markup, startOf(node));
      this.#fill(opaque, endOf(node));
    }
  }

  #copy(start: number, end: number, read: (source: string) => string): void {
    if (start < this.#at) return;
    this.#fill(markup, start);
    this.#put(read(this.#source.slice(start, end)));
    this.#at = end;
  }

  #fill(sign: string, end: number): void {
    const missing = end - this.#at;
    if (missing > 0) this.#put(missing === 1 ? sign : sign.repeat(missing));
    this.#at = Math.max(this.#at, end);
  }

  #put(piece: string): void {
    this.#pieces.push(piece);
    this.#length += piece.length;
  }
}

function startOf({ position }: Nodes): number {
  return position?.start.offset ?? 0;
}

function endOf({ position }: Nodes): number {
  return position?.end.offset ?? 0;
}

/** A bare address ends for readers where kana or kanji begin, for the parser only at the next space. */
function withoutAddress(source: string): string {
  return source.replace(/^[!-~]+/, (address) => opaque.repeat(address.length));
}

function blanks(source: string): string {
  return source.replaceAll(/[^\r\n]/g, ' ');
}

const escapeOrLineEnd = /[\\\r\n]/;

/** An escaped character is meant as it stands, though a bracket is one for readers all the same; what stands before a continued line belongs to its container. */
function prose(source: string): string {
  if (!escapeOrLineEnd.test(source)) return source;
  return source
    .replaceAll(/\\([!-/:-@[-`{-~])/g, (_match, sign: string) => opaque + (/[()[\]]/.test(sign) ? sign : opaque))
    .replaceAll(
      /(\r?\n|\r)([ \t]*(?:>[ \t]?)*[ \t]*)/g,
      (_match, lineEnd: string, prefix: string) => lineEnd + ' '.repeat(prefix.length),
    );
}
