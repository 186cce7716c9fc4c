import type { List, ListItem, Nodes, Paragraph } from 'mdast';
import { rangeOf } from '../guide-types/scope.ts';
import type { Document, Edit, Range } from '../model.ts';
import { oncePer } from '../once-per.ts';
import { columnAt, indentEdits, lineStartsIn } from './indentation.ts';
import type { ListShapes } from './list-shape.ts';
import { ancestorsOf, type FoundNode, nodesOf } from './nodes-of.ts';

/** What stands between two numbered items, outside of both, and cuts the numbered list in two. */
export interface FallenBlock {
  /** The numbered item it stands behind. */
  readonly item: ListItem;
  readonly number: number;
  readonly nodes: readonly (List | Paragraph)[];
  /** The numbered list that goes on behind it. */
  readonly next?: List;
}

/** A numbered list with all that cuts it. */
export interface CutList {
  readonly list: FoundNode<List>;
  readonly blocks: readonly FallenBlock[];
}

/** The numbered lists of a document behind whose items something stands that may belong to them. */
export const cutLists = oncePer((document: Document): readonly CutList[] => {
  const seen = new Set<Nodes>();
  return nodesOf(document, 'list').flatMap((list) => {
    if (!list.node.ordered || seen.has(list.node)) return [];
    const blocks = blocksBehind(list, seen);
    return blocks.length > 0 ? [{ list, blocks }] : [];
  });
});

function blocksBehind({ node, up, index }: FoundNode<List>, seen: Set<Nodes>): FallenBlock[] {
  const siblings: readonly Nodes[] = up?.node.children ?? [];
  const blocks: FallenBlock[] = [];
  let list: List | undefined = node;
  let at = index;
  while (list) {
    seen.add(list);
    const item: ListItem | undefined = list.children.at(-1);
    const nodes = blocksFrom(siblings, at + 1);
    if (!item || nodes.length === 0) break;
    const number: number = (list.start ?? 1) + list.children.length - 1;
    at += nodes.length + 1;
    const next: Nodes | undefined = siblings[at];
    list = next?.type === 'list' && next.ordered && continues(next, number) ? next : undefined;
    blocks.push({ item, number, nodes, ...(list && { next: list }) });
  }
  return blocks;
}

/** With the next number; or from one again, as where each item is a list of its own. */
function continues({ start }: List, number: number): boolean {
  return start === number + 1 || (start === 1 && number === 1);
}

function blocksFrom(siblings: readonly Nodes[], from: number): (List | Paragraph)[] {
  const blocks: (List | Paragraph)[] = [];
  for (const node of siblings.slice(from, from + 4)) {
    if (node.type !== 'paragraph' && (node.type !== 'list' || node.ordered)) break;
    blocks.push(node);
  }
  return blocks;
}

/** The edits that put the blocks back into their items; undefined where the list would not be whole then. */
export function indentInto({ list, blocks }: CutList, shapes: ListShapes): readonly Edit[] | undefined {
  const { text } = shapes;
  const chain = [list, ...ancestorsOf(list)];
  if (chain.some(({ node }) => node.type === 'blockquote')) return undefined;
  const edits = blocks.flatMap(({ item, nodes }) => {
    const column = item.children[0] ? columnAt(text, rangeOf(item.children[0]).start) : 0;
    return nodes.flatMap((node) => {
      const by = column - columnAt(text, rangeOf(node).start);
      return by > 0 ? indentEdits(text, lineStartsIn(text, rangeOf(node)), by) : [];
    });
  });
  const top = rangeOf(chain.at(-2)?.node ?? list.node);
  const run: Range = { start: top.start, end: Math.max(top.end, endOf(blocks)) };
  const before = shapes.shapeOf(run, []);
  const after = shapes.shapeOf(run, edits);
  if (!before || !after) return undefined;
  const joined = blocks.filter(({ next }) => next !== undefined).length;
  const isWhole =
    after.items === before.items && after.lists === before.lists - joined && after.letters === before.letters;
  return isWhole && edits.length > 0 ? edits : undefined;
}

/** The last list that is joined, or the last block. */
function endOf(blocks: readonly FallenBlock[]): number {
  const last = blocks.at(-1);
  const node = last?.next ?? last?.nodes.at(-1);
  return node ? rangeOf(node).end : 0;
}
