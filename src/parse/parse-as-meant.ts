import type { Heading, Nodes, Paragraph, PhrasingContent, Root, TableCell } from 'mdast';
import type { Document } from '../model.ts';
import { parseCjkFriendly } from './cjk-friendly-parser.ts';
import { mayPairOtherwise } from './emphasis-runs.ts';
import { isEasy, parseMarkdown } from './parse-markdown.ts';

/**
 * The body of a document for readers: emphasis that CommonMark leaves open beside Japanese letters (`**「語」**は`) is
 * closed as the writer meant it, save in texts that would take long. Positions are those of the file. Shares with the
 * document's own tree what is as meant there.
 */
export function parseBodyAsMeant({ source, frontMatter, tree }: Document): Root {
  const end = frontMatter?.range.end ?? 0;
  const body = (): string => source.text.slice(0, end).replace(/[^\r\n]/g, ' ') + source.text.slice(end);
  return asMeant(tree, source.text, body);
}

/** The same for a piece of Markdown. */
export function parseAsMeant(markdown: string): Root {
  return asMeant(parseMarkdown(markdown), markdown, () => markdown);
}

type Position = NonNullable<Nodes['position']>;

/** Few blocks need another look; all is parsed anew only where one of them cannot be read alone. */
function asMeant(tree: Root, text: string, body: () => string): Root {
  const mended = new Map<Nodes, readonly PhrasingContent[]>();
  for (const block of unclearBlocks(tree, text)) {
    const children = readAlone(block, text);
    if (!children) {
      const whole = body();
      return isEasy(whole) ? parseCjkFriendly(whole) : tree;
    }
    mended.set(block.node, children);
  }
  return mended.size === 0 ? tree : withChildren(tree, mended);
}

/** A block that holds text and its marks, and where these stand. */
interface TextBlock {
  readonly node: Paragraph | Heading | TableCell;
  readonly content: Position;
}

function* unclearBlocks(node: Nodes, text: string): Generator<TextBlock> {
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
    const content = contentOf(node);
    if (content && mayPairOtherwise(node, rangeOf(content), text)) yield { node, content };
  } else if ('children' in node) {
    for (const child of node.children) yield* unclearBlocks(child, text);
  }
}

/** What stands in a block; nothing where that cannot be read without what is around it. */
function readAlone({ node, content }: TextBlock, text: string): readonly PhrasingContent[] | undefined {
  const { start, end } = rangeOf(content);
  const source = text.slice(start, end);
  // Further lines begin with the marks of a quotation, or with an indentation that code and tags keep a part of.
  if (/[\r\n][ \t]*>/.test(source) || (/[\r\n][ \t]/.test(source) && /[`<[]/.test(source))) return undefined;
  // A cell escapes its bars; brackets may name what is defined elsewhere.
  if ((node.type === 'tableCell' && source.includes('|')) || (source.includes('[') && text.includes(']:')))
    return undefined;
  if (!isEasy(source)) return node.children;
  const { children } = parseCjkFriendly(source);
  const [paragraph] = children;
  if (children.length !== 1 || paragraph?.type !== 'paragraph') return undefined;
  const found = contentOf(paragraph);
  if (found?.start.offset !== 0 || found.end.offset !== source.length) return undefined;
  return paragraph.children.map((child) => moved(child, content.start));
}

function contentOf({ children }: TextBlock['node']): Position | undefined {
  const start = children[0]?.position?.start;
  const end = children.at(-1)?.position?.end;
  return start && end && { start, end };
}

function rangeOf({ start, end }: Position): { start: number; end: number } {
  return { start: start.offset ?? 0, end: end.offset ?? 0 };
}

/** A node that was parsed alone, at its place in the file. */
function moved<Node extends Nodes>(node: Node, to: Position['start']): Node {
  const shift = ({ line, column, offset = 0 }: Position['start']): Position['start'] => ({
    line: line + to.line - 1,
    column: line === 1 ? column + to.column - 1 : column,
    offset: offset + (to.offset ?? 0),
  });
  return {
    ...node,
    ...(node.position && { position: { start: shift(node.position.start), end: shift(node.position.end) } }),
    ...('children' in node && { children: node.children.map((child) => moved(child, to)) }),
  };
}

/** A copy of a tree in which some blocks hold something else; shares with it all the rest. */
function withChildren<Node extends Nodes>(node: Node, changed: ReadonlyMap<Nodes, readonly PhrasingContent[]>): Node {
  const children = changed.get(node);
  if (children) return { ...node, children };
  if (!('children' in node)) return node;
  const copies = node.children.map((child) => withChildren(child, changed));
  return copies.some((child, index) => child !== node.children[index]) ? { ...node, children: copies } : node;
}
