import type { Nodes } from 'mdast';
import { decodeString } from 'micromark-util-decode-string';
import type { Range } from '../model.ts';
import { partitionPoint } from '../partition-point.ts';
import { type Part, partOf, rangeOf } from './scope.ts';

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
  const written = text.slice(start, end);
  const slice = written.includes('\r') ? written.replaceAll(/\r\n?/g, '\n') : written;
  if (!slice.includes('\n')) return slice;
  const indent = columnAt(text, start);
  if (indent === 0) return slice;
  return slice.replaceAll(/\n[ \t]+/g, (run) => `\n${run.slice(1 + indent)}`);
}

/** Units between the beginning of the line and an offset. */
function columnAt(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !isLineEnd(text.charCodeAt(start - 1))) start--;
  return offset - start;
}

function isLineEnd(unit: number): boolean {
  return unit === 0x0a || unit === 0x0d;
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
const beginsInCjk = new RegExp(`^${cjk}`, 'u');
const endsInCjk = new RegExp(`${cjk}$`, 'u');

/** The visible text of inline content, clipped to a range; lines that the source merely wraps are joined. */
export function inlineText(node: Nodes, text: string, clip?: Range): string {
  const written = clip ? clipped(node, text, clip) : visible(node);
  const unwrapped = written.includes('\n') ? joinedLines(written) : written;
  return (unwrapped.includes('\u2028') ? unwrapped.replaceAll('\u2028', '\n') : unwrapped).trim();
}

/** Lines as one: with a space between them, but none beside Japanese or Chinese. */
function joinedLines(written: string): string {
  const [first = '', ...others] = written.split('\n');
  let before = withoutBlanks(first);
  let joined = before;
  for (const other of others) {
    const line = withoutBlanks(other);
    joined += (endsInCjk.test(before.slice(-2)) || beginsInCjk.test(line) ? '' : ' ') + line;
    before = line;
  }
  return joined;
}

/** A line without spaces and tabs at its ends. */
function withoutBlanks(line: string): string {
  let start = 0;
  let end = line.endsWith('\r') ? line.length - 1 : line.length;
  while (start < end && isBlank(line.charCodeAt(start))) start++;
  while (end > start && isBlank(line.charCodeAt(end - 1))) end--;
  return line.slice(start, end);
}

function isBlank(unit: number): boolean {
  return unit === 0x20 || unit === 0x09;
}

function visible(node: Nodes): string {
  switch (node.type) {
    case 'text':
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
      return 'children' in node ? visibleChildren(node.children) : '';
  }
}

function visibleChildren(children: readonly Nodes[]): string {
  let written = '';
  for (const child of children) written += visible(child);
  return written;
}

/** What of a node stands within a range; only texts and containers are taken in part. */
function clipped(node: Nodes, text: string, clip: Range): string {
  const { start, end } = rangeOf(node);
  if (end <= clip.start || start >= clip.end) return '';
  if (clip.start <= start && end <= clip.end) return visible(node);
  if (node.type === 'text') return decodeString(text.slice(Math.max(start, clip.start), Math.min(end, clip.end)));
  return 'children' in node ? clippedChildren(node.children, text, clip) : visible(node);
}

function clippedChildren(children: readonly Nodes[], text: string, clip: Range): string {
  let written = '';
  for (let index = firstEndingAfter(clip.start, children); index < children.length; index++) {
    const child = children[index];
    if (!child || rangeOf(child).start >= clip.end) break;
    written += clipped(child, text, clip);
  }
  return written;
}

/** Index of the first of these nodes that reaches beyond an offset; a paragraph of many may be read run by run. */
function firstEndingAfter(offset: number, nodes: readonly Nodes[]): number {
  return partitionPoint(nodes, (node) => rangeOf(node).end <= offset);
}
