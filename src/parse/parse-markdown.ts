import type { Root } from 'mdast';
import { lazily } from '../deadline.ts';
import type { ParseFault, Range } from '../model.ts';
import { findDeepBranch } from './find-deep-branch.ts';
import { findDeepNesting } from './find-deep-nesting.ts';
import { parsingCost } from './parsing-cost.ts';
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

/** No text of that length costs more than is allowed. Unit: UTF-16 units. */
const alwaysCheap = 16_000;

/** What the native parser, which nothing can stop, may spend in excess; see `parsingCost`. */
const mostWork = 300_000_000;

/** More take too much memory. */
const mostNodes = 300_000;

/** From longer texts remark makes too much of memory. Unit: UTF-16 units. */
const longestForRemark = 512 * 1024;

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
  const cost = text.length > alwaysCheap ? parsingCost(text) : { work: 0, nodes: 0 };
  const fits = cost.nodes <= mostNodes;
  const tree =
    (fits && cost.work <= mostWork && parser !== 'remark' && parseNatively(text)) ||
    (fits && text.length <= longestForRemark && parseSlowly(text));
  if (!tree) return refused('too-complex', { start: 0, end: 0 });
  const branch = findDeepBranch(tree);
  return branch === undefined ? { tree } : refused('too-deep', lineAt(text, branch));
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
