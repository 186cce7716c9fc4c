import type { Nodes, Root } from 'mdast';
import { deepestNesting } from './find-deep-nesting.ts';

/** A list in a list is two levels; links and emphasis have the rest. */
export const deepestTree = 4 * deepestNesting;

/** The offset of the first block whose tree is so deep that walking it may end the stack; undefined when none is. */
export function findDeepBranch(tree: Root): number | undefined {
  return tree.children.find((block) => lengthOf(block) > deepestTree && isDeeper(block, deepestTree))?.position?.start
    .offset;
}

/** Each level takes at least one character. */
function lengthOf({ position }: Nodes): number {
  return (position?.end.offset ?? Number.POSITIVE_INFINITY) - (position?.start.offset ?? 0);
}

function isDeeper(node: Nodes, levels: number): boolean {
  if (levels === 0) return true;
  if (!('children' in node)) return false;
  for (const child of node.children) if (isDeeper(child, levels - 1)) return true;
  return false;
}
