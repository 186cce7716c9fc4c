import { rangeOf } from '../guide-types/scope.ts';
import type { Document, Range } from '../model.ts';
import { oncePer } from '../once-per.ts';
import { nodesOf } from './nodes-of.ts';
import { markup, opaque, type TextBlock } from './text-blocks.ts';

/** Two runs of asterisks that belong together for their author, or one that has no partner (`closing` is missing). */
export interface BrokenEmphasis {
  readonly opening: Range;
  readonly closing?: Range;
}

interface Run {
  readonly range: Range;
  readonly line: number;
  /** Readers see it. */
  readonly isLiteral: boolean;
}

/** The emphasis of a block that readers do not see as its author meant it, in order. */
export function brokenEmphasis(block: TextBlock, document: Document): BrokenEmphasis[] {
  if (!block.text.includes('*')) return [];
  return [...brokenBold(block, document), ...brokenItalics(block)];
}

const literalStars = /(?<![*\w])\*(?![*\s])([^*\r\n]{1,200})(?<!\s)\*(?![*\w])/gu;
const bracketOrStop = /^[\p{Ps}\p{Pi}]|[\p{Pe}\p{Pf}:：。、！？]$/u;

/** Single asterisks count only where a bracket or stop explains why they are seen; else they may be meant. */
function brokenItalics({ text, range }: TextBlock): BrokenEmphasis[] {
  return [...text.matchAll(literalStars)].flatMap((match) => {
    if (!bracketOrStop.test(match[1] ?? '')) return [];
    const start = range.start + match.index;
    const end = start + match[0].length;
    return [{ opening: { start, end: start + 1 }, closing: { start: end - 1, end } }];
  });
}

function brokenBold(block: TextBlock, document: Document): BrokenEmphasis[] {
  const source = document.source.text;
  const runs = runsOf(block, source);
  if (!runs.some(({ isLiteral }) => isLiteral)) return [];
  const bold = boldRanges(document);
  const groups = runs.length % 2 === 0 ? [runs] : linesOf(runs);
  return groups.flatMap((group) => pairsOf(group, source)).filter((pair) => !isBold(pair, bold));
}

/** Runs of two or three asterisks outside of code; `2**10`, `**kwargs` and `src/**` are no emphasis. */
function runsOf(block: TextBlock, source: string): Run[] {
  const runs: Run[] = [];
  let line = 0;
  for (const match of source.slice(block.range.start, block.range.end).matchAll(/\r\n?|\n|\*{2,}/g)) {
    if (match[0][0] !== '*') {
      line++;
      continue;
    }
    const sign = block.text[match.index];
    const length = match[0].length;
    if (sign === opaque || length > 4) continue;
    const isLiteral = sign !== markup;
    const start = block.range.start + match.index;
    if (isLiteral && isNoEmphasis(source, { start, end: start + length })) continue;
    // In `**a****b**` one ends and the next begins.
    const steps = length === 4 ? [0, 2] : [0];
    const size = length === 4 ? 2 : length;
    for (const step of steps) runs.push({ range: { start: start + step, end: start + step + size }, line, isLiteral });
  }
  return runs;
}

function isNoEmphasis(source: string, { start, end }: Range): boolean {
  const before = source[start - 1] ?? ' ';
  const after = source[end] ?? ' ';
  if (/[\dA-Za-z]/.test(before) && /[\dA-Za-z]/.test(after)) return true;
  if (/[ \t]/.test(before) && /[ \t]/.test(after))
    return /[\w)]/.test(source[start - 2] ?? '') && /[\w(]/.test(source[end + 1] ?? '');
  return before === '/' || after === '/' || /^(?:kw|args|options|params)/.test(source.slice(end, end + 8));
}

function linesOf(runs: readonly Run[]): Run[][] {
  const lines = new Map<number, Run[]>();
  for (const run of runs) {
    const line = lines.get(run.line);
    if (line) line.push(run);
    else lines.set(run.line, [run]);
  }
  return [...lines.values()];
}

/** Bold type does not nest, so runs pair off in order; where one is left over, those that the parser paired go first. */
function pairsOf(runs: readonly Run[], source: string): BrokenEmphasis[] {
  const open = runs.length % 2 === 0 ? runs : runs.filter(({ isLiteral }) => isLiteral);
  const pairs: BrokenEmphasis[] = [];
  for (let index = 0; index < open.length; index++) {
    const opening = open[index];
    const closing = open[index + 1];
    if (!opening) continue;
    if (closing && canPair(opening, closing, source)) {
      pairs.push({ opening: opening.range, closing: closing.range });
      index++;
    } else if (opening.isLiteral) {
      pairs.push({ opening: opening.range });
    }
  }
  return pairs;
}

/** A run that follows a space on a later line begins something new; so there are two beginnings. */
function canPair({ range: opening, line }: Run, { range: closing, line: closingLine }: Run, source: string): boolean {
  if (opening.end - opening.start !== closing.end - closing.start || closing.start === opening.end) return false;
  return line === closingLine || !/\s/.test(source[closing.start - 1] ?? ' ');
}

/** Where bold (and bold italic) type starts and ends, as the parser sees it. */
const boldRanges = oncePer((document: Document): ReadonlyMap<number, ReadonlySet<number>> => {
  const found = new Map<number, Set<number>>();
  for (const { node, up } of nodesOf(document, 'strong')) {
    for (const whole of [node, ...(up?.node.type === 'emphasis' ? [up.node] : [])]) {
      const { start, end } = rangeOf(whole);
      found.set(start, (found.get(start) ?? new Set()).add(end));
    }
  }
  return found;
});

function isBold({ opening, closing }: BrokenEmphasis, bold: ReadonlyMap<number, ReadonlySet<number>>): boolean {
  return closing !== undefined && bold.get(opening.start)?.has(closing.end) === true;
}
