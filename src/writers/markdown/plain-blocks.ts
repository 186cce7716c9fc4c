import type { BlockContent, List, ListItem, RootContent } from 'mdast';
import { partOf } from '../../guide-types/scope.ts';
import { plainOf } from '../../guide-types/text-of.ts';
import { parseMarkdown } from '../../parse/parse-markdown.ts';
import { inlineContent } from './inline-content.ts';
import { serialize } from './serialize.ts';

/** A text for a place behind a label: what stands on the label's line, and the blocks below. */
export interface LedText {
  readonly lead: string;
  readonly blocks: readonly BlockContent[];
}

/**
 * The blocks of a plain text: a paragraph a line, and lists where its lines begin with `- ` or `1. `, unless lists are
 * something else at that place.
 */
export function plainBlocks(text: string, withLists = true): BlockContent[] {
  if (!text.includes('\n')) return [paragraph(text)];
  const lines = text.split('\n');
  const blocks = withLists ? blocksOf(lines) : lines.filter((line) => line !== '').map(paragraph);
  return readsAs(text, blocks) ? blocks : [paragraph(text)];
}

/** Splits a plain text for a place behind a label. */
export function ledText(text: string): LedText {
  const [first = '', ...others] = text.split('\n');
  if (others.length === 0) return { lead: text, blocks: [] };
  const blocks = blocksOf([first, ...others]);
  if (!readsAs(text, blocks)) return { lead: text, blocks: [] };
  return blocks[0]?.type === 'paragraph' ? { lead: first, blocks: blocks.slice(1) } : { lead: '', blocks };
}

function readsAs(text: string, blocks: readonly RootContent[]): boolean {
  const markdown = serialize(blocks);
  return plainOf(parseMarkdown(markdown).children.map(partOf), markdown) === text;
}

const marker = /^(?:- |(?<number>\d{1,9})\. )(?=\S)/;

function blocksOf(lines: readonly string[]): BlockContent[] {
  const blocks: BlockContent[] = [];
  for (let at = 0; at < lines.length; ) {
    const { list, end } = listAt(lines, at);
    if (list) blocks.push(list);
    else if (lines[at]) blocks.push(paragraph(lines[at] ?? ''));
    at = list ? end : at + 1;
  }
  return blocks;
}

/** The list that begins at a line, if one does, and the line behind it. */
function listAt(lines: readonly string[], start: number): { list?: List; end: number } {
  const first = marker.exec(lines[start] ?? '')?.groups;
  if (!first) return { end: start };
  const items: ListItem[] = [];
  let end = start;
  for (let mark = marker.exec(lines[end] ?? ''); mark; mark = marker.exec(lines[end] ?? '')) {
    const { number } = mark.groups ?? {};
    const expected = first.number === undefined ? undefined : String(Number(first.number) + items.length);
    if (number !== expected) break;
    let after = end + 1;
    while (lines[after]?.startsWith('  ')) after++;
    const inner = [
      (lines[end] ?? '').slice(mark[0].length),
      ...lines.slice(end + 1, after).map((line) => line.slice(2)),
    ];
    items.push(listItem(blocksOf(inner)));
    end = after;
  }
  const isOrdered = first.number !== undefined;
  const list = listOf(items, isOrdered);
  return { list: isOrdered ? { ...list, start: Number(first.number) } : list, end };
}

/** A list; its items stand apart when one of them has several paragraphs. */
export function listOf(items: readonly ListItem[], ordered = false): List {
  const spread = items.some((item) => item.spread);
  return { type: 'list', ordered, spread, children: items.map((item) => ({ ...item, spread })) };
}

/** An item of a list. */
export function listItem(children: ListItem['children']): ListItem {
  return { type: 'listItem', spread: children.slice(1).some(({ type }) => type !== 'list'), children: [...children] };
}

function paragraph(text: string): BlockContent {
  return { type: 'paragraph', children: inlineContent(text, 'paragraph') };
}
