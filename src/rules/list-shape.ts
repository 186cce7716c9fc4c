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

/** So much is read again at least before repairs are no longer proven. Unit: UTF-16 units. */
const leastRead = 1_000_000;

/**
 * Reads runs of a text again with some edits inside of them; the proof that a repair does what it says. In a file where
 * thousands of repairs are due in one long list, the last ones are not proven: each reads the whole list.
 */
export class ListShapes {
  readonly text: string;
  #left: number;

  constructor(text: string) {
    this.text = text;
    this.#left = Math.max(leastRead, text.length * 4);
  }

  /** The shape of a run after the edits; undefined where too much has been read. */
  shapeOf(run: Range, edits: readonly Edit[]): ListShape | undefined {
    this.#left -= run.end - run.start;
    if (this.#left < 0) return undefined;
    const tree = parseMarkdown(editedText(this.text.slice(run.start, run.end), run.start, edits));
    return {
      lists: count(tree, 'list'),
      items: count(tree, 'listItem'),
      letters: linesOf(tree).replaceAll(listMarks, ''),
    };
  }
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
