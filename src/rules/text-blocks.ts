import type { Heading, Nodes, Paragraph, TableCell } from 'mdast';
import { rangeOf } from '../guide-types/scope.ts';
import type { Document, Range } from '../model.ts';
import { type FoundNode, nodesOf } from './nodes-of.ts';

/** Stands for each character that readers see but that is no prose: code, HTML, pictures, bare addresses. */
export const opaque = '\uFFFC';

/** Stands for each character of Markdown that readers do not see. */
export const markup = '\u2060';

/** A run of prose: a paragraph, a heading or a table cell. */
export interface TextBlock {
  readonly found: FoundNode<Paragraph | Heading | TableCell>;
  readonly range: Range;
  /** The source of the range, as long as it, with `opaque` and `markup` in place of what is no prose. */
  readonly text: string;
  readonly isHeaderCell: boolean;
}

const known = new WeakMap<Document, readonly TextBlock[]>();

/** The prose of a document in the order of the text; made once for all rules. */
export function textBlocksOf(document: Document): readonly TextBlock[] {
  let blocks = known.get(document);
  if (!blocks) {
    const found = [
      ...nodesOf(document, 'paragraph'),
      ...nodesOf(document, 'heading'),
      ...nodesOf(document, 'tableCell'),
    ];
    blocks = found.map((one) => blockOf(one, document.source.text)).sort((a, b) => a.range.start - b.range.start);
    known.set(document, blocks);
  }
  return blocks;
}

function blockOf(found: TextBlock['found'], source: string): TextBlock {
  const range = rangeOf(found.node);
  const runs: string[] = [];
  let at = range.start;
  const put = (start: number, end: number, run: string): void => {
    if (start < at) return;
    runs.push(markup.repeat(start - at), run);
    at = end;
  };
  for (const child of found.node.children) collect(child, source, put);
  runs.push(markup.repeat(Math.max(range.end - at, 0)));
  const isHeaderCell = found.node.type === 'tableCell' && found.up?.index === 0;
  return { found, range, text: runs.join(''), isHeaderCell };
}

function collect(node: Nodes, source: string, put: (start: number, end: number, run: string) => void): void {
  const { start, end } = rangeOf(node);
  if (node.type === 'text') put(start, end, prose(source.slice(start, end)));
  else if (node.type === 'break') put(start, end, source.slice(start, end).replaceAll(/[^\r\n]/g, ' '));
  else if (node.type === 'link' && source[start] !== '[') put(start, end, withoutAddress(source.slice(start, end)));
  else if ('children' in node) for (const child of node.children) collect(child, source, put);
  else put(start, end, opaque.repeat(end - start));
}

/** A bare address ends for readers where kana or kanji begin, for the parser only at the next space. */
function withoutAddress(source: string): string {
  return source.replace(/^[!-~]+/, (address) => opaque.repeat(address.length));
}

/** An escaped character is meant as it stands, though a bracket is one for readers all the same; what stands before a continued line belongs to its container. */
function prose(source: string): string {
  if (!/[\\\r\n]/.test(source)) return source;
  return source
    .replaceAll(/\\([!-/:-@[-`{-~])/g, (_match, sign: string) => opaque + (/[()[\]]/.test(sign) ? sign : opaque))
    .replaceAll(
      /(\r?\n|\r)([ \t]*(?:>[ \t]?)*[ \t]*)/g,
      (_match, lineEnd: string, prefix: string) => lineEnd + ' '.repeat(prefix.length),
    );
}
