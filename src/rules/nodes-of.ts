import type { Nodes, Parents } from 'mdast';
import type { Document } from '../model.ts';
import { oncePer } from '../once-per.ts';

/** A node of the syntax tree with the one it stands in. */
export interface FoundNode<Type extends Nodes = Nodes> {
  readonly node: Type;
  readonly up: FoundNode<Parents> | undefined;
  /** Where it stands among its siblings. */
  readonly index: number;
}

/** Texts are most of a tree, and are read with the block they stand in. */
type NodeType = Exclude<Nodes['type'], 'text'>;
type NodesByType = Map<Nodes['type'], FoundNode[]>;

/** All nodes of one type in the order of the text; a document is walked once for all rules. */
export function nodesOf<Type extends NodeType>(
  document: Document,
  type: Type,
): readonly FoundNode<Extract<Nodes, { type: Type }>>[] {
  // Under the name of a type there are only nodes of that type.
  return (nodesByType(document).get(type) ?? []) as FoundNode<Extract<Nodes, { type: Type }>>[];
}

const nodesByType = oncePer(({ tree }: Document) => {
  const byType: NodesByType = new Map();
  collect({ node: tree, up: undefined, index: 0 }, byType);
  return byType;
});

function collect(found: FoundNode, byType: NodesByType): void {
  const { node } = found;
  const same = byType.get(node.type);
  if (same) same.push(found);
  else byType.set(node.type, [found]);
  if (!('children' in node)) return;
  // What has children is a parent.
  const up = found as FoundNode<Parents>;
  let index = 0;
  for (const child of node.children) {
    if (child.type !== 'text') collect({ node: child, up, index }, byType);
    index++;
  }
}

/** The nodes that this one stands in, the nearest first. */
export function* ancestorsOf({ up }: FoundNode): Generator<FoundNode<Parents>> {
  for (let at = up; at; at = at.up) yield at;
}
