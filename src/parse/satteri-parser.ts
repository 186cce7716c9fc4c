import { createRequire } from 'node:module';
import type { Delete, Nodes, Parent, Root, Text } from 'mdast';
import type * as satteri from 'satteri';
import { type Processor, unified } from 'unified';
import { deepestTree } from './find-deep-branch.ts';

const require = createRequire(import.meta.url);

/** A unified plugin: satteri's native parser, whose trees are those of remark-parse with remark-gfm. */
function satteriParser(this: Processor): void {
  const { markdownToMdast } = require('satteri') as typeof satteri;
  this.parser = (text: string) => {
    const tree = markdownToMdast(text, { features: { frontmatter: false } }) as Root;
    // A single tilde is a range sign in prices and ages (`500~800`), not a deletion.
    if (text.includes('~')) keepSingleTildes(tree, text, deepestTree);
    return tree;
  };
}

/** Loads satteri, and returns its parser, which throws what the native module throws; so does the loading. */
export function createSatteriParser(): (text: string) => Root {
  const processor = unified().use(satteriParser).freeze();
  const parse = (text: string): Root => processor.parse(text) as Root;
  // Where the native part is missing, that shows here.
  parse('');
  return parse;
}

/** What is deeper than `levels` is refused whatever it holds. */
function keepSingleTildes(node: Nodes, text: string, levels: number): void {
  if (!('children' in node) || levels === 0) return;
  for (const child of node.children) keepSingleTildes(child, text, levels - 1);
  if (node.children.some((child) => isSingleTilde(child, text))) replaceSingleTildes(node, text);
}

function isSingleTilde(node: Nodes, text: string): node is Delete {
  const start = node.position?.start.offset ?? 0;
  return node.type === 'delete' && text[start + 1] !== '~';
}

/** Deletions of one tilde become the text that they are, joined with the texts beside them. */
function replaceSingleTildes(parent: Parent, text: string): void {
  const children: Nodes[] = [];
  for (const child of parent.children as Nodes[]) {
    const pieces: Nodes[] = isSingleTilde(child, text)
      ? [tilde(child, 'start'), ...child.children, tilde(child, 'end')]
      : [child];
    for (const piece of pieces) {
      const last = children.at(-1);
      if (last?.type === 'text' && piece.type === 'text') children.splice(-1, 1, joined(last, piece));
      else children.push(piece);
    }
  }
  parent.children = children as Parent['children'];
}

function tilde({ position }: Delete, side: 'start' | 'end'): Text {
  const point = position?.[side] ?? { line: 1, column: 1, offset: 0 };
  const moved = (by: number): typeof point => ({
    ...point,
    column: point.column + by,
    offset: (point.offset ?? 0) + by,
  });
  const run = side === 'start' ? { start: point, end: moved(1) } : { start: moved(-1), end: point };
  return { type: 'text', value: '~', position: run };
}

function joined(first: Text, second: Text): Text {
  const { position: start } = first;
  const { position: end } = second;
  return {
    type: 'text',
    value: first.value + second.value,
    ...(start && end && { position: { start: start.start, end: end.end } }),
  };
}
