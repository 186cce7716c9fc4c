import { isDeepStrictEqual } from 'node:util';
import type { Nodes, Root } from 'mdast';
import { acceptedDifferences } from './parser-differences.ts';

/** Where two trees differ: by the names of accepted differences, or in words. */
export interface TreeComparison {
  readonly accepted: ReadonlySet<string>;
  readonly others: readonly string[];
}

/** Compares the trees that satteri and remark make of a text: types, values and positions. */
export function compareTrees(source: string, satteri: Root, remark: Root): TreeComparison {
  const accepted = new Set<string>();
  const others: string[] = [];
  const visit = (own: Nodes, reference: Nodes, parent: Nodes | undefined, path: string): void => {
    const place = `${path}/${reference.type}`;
    if (!isDeepStrictEqual(fieldsOf(own), fieldsOf(reference))) {
      others.push(`${place}: ${JSON.stringify(fieldsOf(own))} instead of ${JSON.stringify(fieldsOf(reference))}`);
      return;
    }
    if (!isDeepStrictEqual(positionOf(own), positionOf(reference))) {
      const pair = { satteri: own, remark: reference, parent, source };
      const known = acceptedDifferences.find(({ covers }) => covers?.(pair));
      if (known) accepted.add(known.name);
      else others.push(`${place}: at ${offsets(own)} instead of ${offsets(reference)}`);
    }
    const [children, wanted] = [childrenOf(own), childrenOf(reference)];
    if (children.length === wanted.length) {
      for (const [index, child] of children.entries()) {
        const other = wanted[index];
        if (other) visit(child, other, own, `${place}[${index}]`);
      }
    } else others.push(`${place}: ${typesOf(children)} instead of ${typesOf(wanted)}`);
  };
  visit(satteri, remark, undefined, '');
  return { accepted, others };
}

function childrenOf(node: Nodes): readonly Nodes[] {
  return 'children' in node ? node.children : [];
}

/** All that a node says, save its place and its children. */
function fieldsOf(node: Nodes): unknown {
  return JSON.parse(JSON.stringify({ ...node, children: undefined, position: undefined }));
}

function positionOf({ position }: Nodes): unknown {
  return position && JSON.parse(JSON.stringify(position));
}

function offsets({ position }: Nodes): string {
  return position ? `${position.start.offset}–${position.end.offset}` : 'no place';
}

function typesOf(nodes: readonly Nodes[]): string {
  return `[${nodes.map(({ type }) => type).join(', ')}]`;
}
