import type { Root } from 'mdast';
import { lazily } from '../deadline.ts';
import type { ParseFault, Range } from '../model.ts';
import { findDeepBranch } from './find-deep-branch.ts';
import { findDeepNesting } from './find-deep-nesting.ts';
import { type ParsingCost, parsingCost, roughCost } from './parsing-cost.ts';
import { parseWithRemark } from './remark-parser.ts';
import { createSatteriParser } from './satteri-parser.ts';

/** The values of `--parser`: the fast parser wherever that can be had, without fail, or never. */
export const parserChoices = ['auto', 'native', 'remark'] as const;

/** Which parser reads Markdown. */
export type ParserChoice = (typeof parserChoices)[number];

/** A syntax tree; an empty one where the text is not read, and why. */
export interface ParsedMarkdown {
  readonly tree: Root;
  readonly fault?: ParseFault;
}

// The native module may be missing on a rare platform; then the reference parser does all.
const native = lazily(() => {
  try {
    return createSatteriParser();
  } catch {
    return undefined;
  }
});

/** Whether the native parser can be loaded here. */
export function hasNativeParser(): boolean {
  return native() !== undefined;
}

/** Loads the native parser; pieces of Markdown are read with it whatever parser reads the guides. */
export function loadParser(): void {
  native();
}

/** What the native parser, which nothing can stop, may spend in excess; and the nodes for which there is memory. */
const most: ParsingCost = { work: 1_000_000_000, nodes: 300_000 };

/**
 * With more text (in units of UTF-16), more lines, though they be blank, or more nodes, remark takes more memory than
 * there is, or ever more time.
 */
const mostForRemark = { text: 512 * 1024, lines: 50_000, nodes: 30_000 };

/** Parses CommonMark with GFM tables, task items, footnotes and strikethrough into mdast; see `readMarkdown` for what is refused. */
export function parseMarkdown(text: string): Root {
  return readMarkdown(text).tree;
}

/**
 * Parses Markdown, but not what would take too much time or memory: which texts that are, their characters alone decide,
 * before a parser sees them. The time that remark takes is the caller's to limit.
 */
export function readMarkdown(text: string, parser: ParserChoice = 'auto'): ParsedMarkdown {
  const nested = findDeepNesting(text);
  if (nested !== -1) return refused('too-deep', lineAt(text, nested));
  const tree =
    (parser !== 'remark' && isForNative(text) ? parseNatively(text) : undefined) ??
    (isForRemark(text) ? parseSlowly(text) : undefined);
  if (!tree) return refused('too-complex', { start: 0, end: 0 });
  const branch = findDeepBranch(tree);
  return branch === undefined ? { tree } : refused('too-deep', lineAt(text, branch));
}

/** Whether remark reads a text in a few seconds at most: what has few marks, and nothing deep in itself. */
export function isEasy(text: string): boolean {
  const cost = parsingCost(text);
  return cost.work <= most.work / 30 && isForRemark(text, cost) && findDeepNesting(text) === -1;
}

function isForNative(text: string): boolean {
  return isWithin(most, roughCost(text)) || isWithin(most, parsingCost(text));
}

function isWithin(limit: ParsingCost, { work, nodes }: ParsingCost): boolean {
  return work <= limit.work && nodes <= limit.nodes;
}

function isForRemark(text: string, { nodes } = parsingCost(text)): boolean {
  if (text.length > mostForRemark.text || nodes > mostForRemark.nodes) return false;
  const lineEnd = /\r\n?|\n/g;
  for (let lines = 1; lineEnd.test(text); lines++) if (lines === mostForRemark.lines) return false;
  return true;
}

/** Whatever the native parser trips over, the reference parser reads. */
function parseNatively(text: string): Root | undefined {
  const parse = native();
  try {
    return parse?.(text);
  } catch {
    return undefined;
  }
}

/** Nothing where the text is too deep for the stack, though not in its blocks. */
function parseSlowly(text: string): Root | undefined {
  try {
    return parseWithRemark(text);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function refused(code: 'too-deep' | 'too-complex', range: Range): ParsedMarkdown {
  return { tree: { type: 'root', children: [] }, fault: { code, range, detail: '' } };
}

/** As much of a line as a message can show. */
const longestRange = 60;

function lineAt(text: string, offset: number): Range {
  const line = /[^\r\n]*/.exec(text.slice(offset, offset + longestRange))?.[0] ?? '';
  return { start: offset, end: offset + line.length };
}
