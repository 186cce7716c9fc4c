import type { Heading, Nodes, Paragraph, TableCell } from 'mdast';
import { codesOf, textOfCodes } from './character-codes.ts';

/** Stands for each character that readers see but that is no prose: code, HTML, pictures, bare addresses. */
export const opaque = '\uFFFC';

/** Stands for each character of Markdown that readers do not see. */
export const markup = '\u2060';

/** Stands between two blocks. */
const gap = 0;
const opaqueCode = opaque.charCodeAt(0);
const markupCode = markup.charCodeAt(0);

/** The texts of blocks one after the other, each as long as its source, and where each ends. */
export function writeProse(
  blocks: readonly (Paragraph | Heading | TableCell)[],
  source: string,
): { readonly text: string; readonly ends: readonly number[] } {
  let length = 0;
  for (const block of blocks) length += endOf(block) - startOf(block) + 1;
  const writer = new ProseWriter(source, length);
  const ends = blocks.map((block) => writer.write(block));
  return { text: textOfCodes(writer.codes), ends };
}

/** Copies the source of each block, and writes over what is no prose. */
class ProseWriter {
  readonly codes: Uint16Array;
  readonly #source: string;
  readonly #sourceCodes: Uint16Array;
  readonly #hasEscapes: boolean;
  /** How much is written. */
  #length = 0;
  /** What has to be added to an offset of the source, where the block ends there, and how far it is read. */
  #shift = 0;
  #end = 0;
  #at = 0;

  constructor(source: string, length: number) {
    this.codes = new Uint16Array(length);
    this.#source = source;
    this.#sourceCodes = codesOf(source);
    this.#hasEscapes = source.includes('\\');
  }

  /** Returns where the text of the block ends. */
  write(block: Paragraph | Heading | TableCell): number {
    this.#at = startOf(block);
    this.#end = endOf(block);
    this.#shift = this.#length - this.#at;
    this.codes.set(this.#sourceCodes.subarray(this.#at, this.#end), this.#length);
    this.#length += this.#end - this.#at;
    for (const child of block.children) this.#read(child);
    this.#fill(markupCode, this.#end);
    this.codes[this.#length] = gap;
    return this.#length++;
  }

  #read(node: Nodes): void {
    if (node.type === 'text') {
      const isPlain = !this.#hasEscapes && node.position?.start.line === node.position?.end.line;
      this.#keep(node, isPlain ? undefined : prose);
    } else if (node.type === 'break') this.#keep(node, blanks);
    else if (node.type === 'link' && this.#source[startOf(node)] !== '[') this.#keep(node, withoutAddress);
    else if ('children' in node) for (const child of node.children) this.#read(child);
    else if (startOf(node) >= this.#at) {
      this.#fill(markupCode, startOf(node));
      this.#fill(opaqueCode, endOf(node));
    }
  }

  /** Lets a node stand as it is written, or as that is to be read. */
  #keep(node: Nodes, read: ((source: string) => string) | undefined): void {
    const start = startOf(node);
    if (start < this.#at) return;
    this.#fill(markupCode, start);
    this.#at = Math.min(endOf(node), this.#end);
    if (!read) return;
    const written = this.#source.slice(start, this.#at);
    const text = read(written);
    if (text === written) return;
    for (let at = 0; at < text.length; at++) this.codes[start + this.#shift + at] = text.charCodeAt(at);
  }

  #fill(code: number, end: number): void {
    const limit = Math.min(end, this.#end);
    for (let at = this.#at; at < limit; at++) this.codes[at + this.#shift] = code;
    this.#at = Math.max(this.#at, limit);
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
