import type { Code, Nodes } from 'mdast';
import { rangeOf } from '../guide-types/scope.ts';
import type { Document, Range } from '../model.ts';
import { oncePer } from '../once-per.ts';

const headings = /^ {0,3}#{1,6}[ \t]+\S/gm;

/** The first and last line of a code block; no last one where the block runs to the end of the file unclosed. */
interface Fence {
  readonly opening: Range;
  readonly closing?: Range;
}

/** The fence that makes one code block of the whole body. */
export const fenceAround = oncePer(({ tree, source, frontMatter }: Document): Fence | undefined => {
  const blocks = tree.children.filter(({ type }) => type !== 'html' && type !== 'definition');
  const first = blocks.find((block): block is Code => block.type === 'code');
  if (!first || !isMarkdown(first)) return undefined;
  const range = rangeOf(first);
  const opening = lineAt(source.text, range.start);
  if (!/^(?:`{3,}|~{3,})/.test(source.text.slice(range.start, opening.end))) return undefined;
  const last = blocks.at(-1);
  const bodyLength = source.text.slice(frontMatter?.range.end ?? 0).trim().length;
  if (last?.type === 'code' && last !== first && isEmptyFence(last) && first === blocks[0]) {
    // A block inside has ended the outer one too early; what should have ended it now opens an empty one.
    return first.lang === 'markdown' || first.lang === 'md'
      ? { opening, closing: lineAt(source.text, rangeOf(last).start) }
      : undefined;
  }
  if (range.end - range.start < bodyLength * 0.8) return undefined;
  const closing = lineAt(source.text, range.end);
  return /^\s*(?:`{3,}|~{3,})\s*$/.test(source.text.slice(closing.start, closing.end))
    ? { opening, closing }
    : { opening };
});

function isMarkdown({ lang, value }: Code): boolean {
  const count = value.match(headings)?.length ?? 0;
  return lang === 'markdown' || lang === 'md' ? count > 0 : (!lang || lang === 'text') && count > 1;
}

function isEmptyFence(node: Nodes): boolean {
  return node.type === 'code' && node.value.trim() === '' && !node.lang;
}

function lineAt(text: string, offset: number): Range {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.slice(offset).search(/[\r\n]/);
  return { start, end: end < 0 ? text.length : offset + end };
}
