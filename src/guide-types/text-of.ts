import type { Nodes } from 'mdast';
import { decodeString } from 'micromark-util-decode-string';
import type { Range } from '../model.ts';
import { contains, type Part, partOf, rangeOf } from './scope.ts';

/** The Markdown of the parts as the author wrote it, dedented; line ends become LF. */
export function markdownOf(parts: readonly Part[], text: string): string {
  let markdown = '';
  for (const [index, part] of parts.entries()) {
    const previous = parts[index - 1];
    if (previous) markdown += previous.node.type === 'listItem' && part.node.type === 'listItem' ? '\n' : '\n\n';
    markdown += dedented(text, part.range);
  }
  return markdown.trim();
}

function dedented(text: string, { start, end }: Range): string {
  const lineStart = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
  const slice = text.slice(start, end).replaceAll(/\r\n?/g, '\n');
  if (start === lineStart || !slice.includes('\n')) return slice;
  return slice.replaceAll(new RegExp(`\\n[ \\t]{1,${Math.max(start - lineStart, 1)}}`, 'g'), '\n');
}

/** The text that a reader sees, without Markdown: a line a block, `- ` before list items. */
export function plainOf(parts: readonly Part[], text: string): string {
  return parts
    .map((part) => plainBlock(part, text))
    .filter((line) => line !== '')
    .join('\n');
}

function plainBlock(part: Part, text: string): string {
  const { node, range } = part;
  switch (node.type) {
    case 'list':
      return node.children
        .filter((item) => contains(range, rangeOf(item)))
        .map((item, index) => {
          const mark = node.ordered ? `${(node.start ?? 1) + index}. ` : '- ';
          return mark + plainOf(item.children.map(partOf), text).replaceAll('\n', '\n  ');
        })
        .join('\n');
    case 'listItem':
    case 'blockquote':
    case 'footnoteDefinition':
      return plainOf(node.children.map(partOf), text);
    case 'table':
      return node.children.map((row) => row.children.map((cell) => inlineText(cell, text)).join(' | ')).join('\n');
    case 'code':
    case 'html':
      return node.type === 'code' ? node.value : '';
    default:
      return inlineText(node, text, range);
  }
}

const cjk = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF]`;
const softBreakInCjk = new RegExp(`(?<=${cjk})[ \\t]*\\r?\\n[ \\t]*|[ \\t]*\\r?\\n[ \\t]*(?=${cjk})`, 'gu');

/** The visible text of inline content, clipped to a range; lines that the source merely wraps are joined. */
export function inlineText(node: Nodes, text: string, clip: Range = rangeOf(node)): string {
  const written = visible(node, text, clip);
  const unwrapped = written.includes('\n') ? joinedLines(written) : written;
  return unwrapped.replaceAll('\u2028', '\n').trim();
}

function joinedLines(written: string): string {
  return written.replaceAll(softBreakInCjk, '').replaceAll(/[ \t]*\r?\n[ \t]*/g, ' ');
}

function visible(node: Nodes, text: string, clip: Range): string {
  const range = rangeOf(node);
  if (range.end <= clip.start || range.start >= clip.end) return '';
  switch (node.type) {
    case 'text':
      return contains(clip, range)
        ? node.value
        : decodeString(text.slice(Math.max(range.start, clip.start), Math.min(range.end, clip.end)));
    case 'inlineCode':
      return node.value;
    case 'break':
      return '\u2028';
    case 'image':
    case 'imageReference':
      return node.alt ?? '';
    case 'html':
      return /^<br\b/i.test(node.value) ? '\u2028' : '';
    default:
      return 'children' in node ? node.children.map((child) => visible(child, text, clip)).join('') : '';
  }
}
