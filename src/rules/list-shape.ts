import type { Nodes } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { Edit, Range } from '../model.ts';
import { parseMarkdown } from '../parse/parse-markdown.ts';
import { editedText } from './edited-text.ts';

/** How many lists and items a run of Markdown has, and what readers see without any list marks and spaces. */
export interface ListShape {
  readonly lists: number;
  readonly items: number;
  readonly letters: string;
}

/** The shape that a run of the text has after some edits inside of it; the proof that a repair does what it says. */
export function listShape(text: string, run: Range, edits: readonly Edit[]): ListShape {
  const tree = parseMarkdown(editedText(text.slice(run.start, run.end), run.start, edits));
  return {
    lists: count(tree, 'list'),
    items: count(tree, 'listItem'),
    letters: linesOf(tree).replaceAll(listMarks, ''),
  };
}

const listMarks = /(?:^|\n)[ \t]*(?:[*+-]|\d+[.)])(?=\s)|\s/g;

/** Each block on a line of its own. */
function linesOf(node: Nodes): string {
  const hasBlocks =
    node.type === 'root' || node.type === 'list' || node.type === 'listItem' || node.type === 'blockquote';
  return hasBlocks ? node.children.map(linesOf).join('\n') : textOf(node);
}

function count(node: Nodes, type: Nodes['type']): number {
  const own = node.type === type ? 1 : 0;
  return 'children' in node ? node.children.reduce((sum, child) => sum + count(child, type), own) : own;
}
