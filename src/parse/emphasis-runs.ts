import type { Nodes, Parents } from 'mdast';
import type { Range } from '../model.ts';
import { isBlank, isPunctuation, signAfter, signBefore } from './signs.ts';

/**
 * Whether a parser that is friendly to Chinese, Japanese and Korean text may pair the emphasis marks of a block in
 * another way than CommonMark has. `content` is the block's text within `text`.
 *
 * The two differ only in what a run of marks may do that has a letter on one side and punctuation on the other, one of
 * them of such a language: CommonMark lets it close (or open) only, the other lets it do both. That changes nothing
 * where such a run has closed what one of the same length had opened; nor where it has opened such a pair with nothing
 * before it that it could close.
 */
export function mayPairOtherwise(block: Parents, content: Range, text: string): boolean {
  let pairs: Pairs | undefined;
  const runs = /\*+|_+/g;
  const source = text.slice(content.start, content.end);
  for (let match = runs.exec(source); match; match = runs.exec(source)) {
    const run = { start: content.start + match.index, end: content.start + match.index + match[0].length };
    const before = match.index === 0 ? '' : signBefore(text, run.start);
    const after = run.end === content.end ? '' : signAfter(text, run.end);
    if (!isAmbiguous(before, after)) continue;
    if (match[0].startsWith('_')) return true;
    pairs ??= pairsIn(block, text);
    if (isPunctuation(after) ? !pairs.closing.has(run.end) : pairs.hasLiteral || !pairs.opening.has(run.start))
      return true;
  }
  return false;
}

/** Where pairs of runs of one length begin that stand in no other emphasis, and where any such pairs end. */
interface Pairs {
  readonly opening: ReadonlySet<number>;
  readonly closing: ReadonlySet<number>;
  /** Some asterisk or other is shown. */
  readonly hasLiteral: boolean;
}

function pairsIn(block: Parents, text: string): Pairs {
  const opening = new Set<number>();
  const closing = new Set<number>();
  let hasLiteral = false;
  const visit = (node: Nodes, isInside: boolean): void => {
    if (node.type === 'text') hasLiteral ||= node.value.includes('*');
    if (!('children' in node)) return;
    const isEmphasis = node.type === 'strong' || node.type === 'emphasis';
    const pair = isEmphasis ? pairOf(node, text) : undefined;
    if (pair) closing.add(pair.end);
    if (pair && !isInside) opening.add(pair.start);
    for (const child of node.children) visit(child, isInside || isEmphasis);
  };
  visit(block, false);
  return { opening, closing, hasLiteral };
}

/** The range of emphasis whose outer runs are of one length, with nothing left over of either. */
function pairOf({ position }: Nodes, text: string): Range | undefined {
  const start = position?.start.offset;
  const end = position?.end.offset;
  if (start === undefined || end === undefined || text[start - 1] === '*' || text[end] === '*') return undefined;
  let length = 0;
  while (text[start + length] === '*') length++;
  const isPair = length > 0 && text[end - length - 1] !== '*' && text.slice(end - length, end) === '*'.repeat(length);
  return isPair ? { start, end } : undefined;
}

function isAmbiguous(before: string, after: string): boolean {
  if (isBlank(before) || isBlank(after)) return false;
  if (isVariationSelector(before) || isVariationSelector(after)) return true;
  return isPunctuation(before) !== isPunctuation(after) && (isFarEastern(before) || isFarEastern(after));
}

const isVariationSelector = (sign: string): boolean => /^\p{Variation_Selector}$/u.test(sign);

/** Perhaps: no letter or punctuation of these languages comes before Hangul. */
const isFarEastern = (sign: string): boolean => sign >= '\u1100';
