import type { Nodes, Parents } from 'mdast';
import { contains, rangeOf } from '../guide-types/scope.ts';
import type { Edit, Range } from '../model.ts';
import { parseMarkdown } from '../parse/parse-markdown.ts';
import { isBlank, isPunctuation, signAfter, signBefore } from '../parse/signs.ts';
import { editedText } from './edited-text.ts';
import type { BrokenEmphasis } from './emphasis-pairs.ts';

/** Emphasis with its asterisks at places where they work. */
export interface MendedEmphasis {
  readonly edits: readonly Edit[];
  /** The whole as it should be written. */
  readonly text: string;
  /** The emphasized part, asterisks included. */
  readonly emphasized: string;
}

const partners: Readonly<Record<string, string>> = {
  '」': '「',
  '』': '『',
  '）': '（',
  ')': '(',
  '】': '【',
  '］': '［',
  ']': '[',
  '〉': '〈',
  '》': '《',
  '”': '“',
  '’': '‘',
  '〕': '〔',
};
/** More signs than that beside the asterisks are no text. */
const mostSteps = 20;

/** Inside of a link emphasis works beside any letter, and so it does before the mark of a note. */
const wholeLink = /^\[(?<label>[^[\]\r\n]+)\](?:\([^()\r\n]*\)|\[[^[\]\r\n]*\])$/;
const noteAtEnd = /\[\^[^[\]\s]+\]$/;
/** What is longer is not looked at. Unit: UTF-16 units. */
const longestLink = 2000;
const longestNote = 100;

const isWide = (sign: string): boolean => /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]$/u.test(sign);

/**
 * Moves the asterisks inward until CommonMark opens and closes there: they must not stand between a letter and a
 * bracket or stop that belongs to the emphasis. A bracket around the whole stays whole, and so does a gloss in round
 * brackets at the end; other signs move out one by one.
 */
export function mendedEmphasis(
  { opening, closing }: BrokenEmphasis,
  source: string,
  block: Parents,
): MendedEmphasis | undefined {
  if (!closing) return undefined;
  let start = opening.end;
  let end = closing.start;
  const before = (): string => (start > opening.end ? signBefore(source, start) : signBefore(source, opening.start));
  const after = (): string => (end < closing.start ? signAfter(source, end) : signAfter(source, closing.end));
  const opens = (): boolean => !isPunctuation(signAfter(source, start)) || isBlank(before()) || isPunctuation(before());
  const closes = (): boolean => !isPunctuation(signBefore(source, end)) || isBlank(after()) || isPunctuation(after());
  const trim = (): void => {
    while (start < end && isBlank(signAfter(source, start))) start++;
    while (end > start && isBlank(signBefore(source, end))) end--;
  };
  trim();
  const spaces = { before: start, after: end };
  const label = wholeLink.exec(source.slice(start, Math.min(end, start + longestLink)))?.groups?.label;
  if (label !== undefined) {
    start += 1;
    end = start + label.length;
  } else {
    end -= noteAtEnd.exec(source.slice(Math.max(start, end - longestNote), end))?.[0].length ?? 0;
  }
  for (let step = 0; step < mostSteps && start < end && !(opens() && closes()); step++) {
    const bracket = openingOf(source, start, end);
    if (bracket === start) {
      start++;
      end--;
    } else if (!closes()) {
      end =
        bracket !== undefined && /[）)]/.test(source[end - 1] ?? '') ? bracket : end - signBefore(source, end).length;
    } else {
      start += signAfter(source, start).length;
    }
    trim();
  }
  if (!/[\p{L}\p{N}]/u.test(source.slice(start, end))) return undefined;
  if (block.children.some((node) => isCut(node, { start, end }, source))) return undefined;
  const stars = source.slice(opening.start, opening.end);
  const edits = [
    ...moved(stars, opening, start, keepsSpace(signBefore(source, opening.start)) ? opening.end : spaces.before),
    ...moved(stars, closing, end, keepsSpace(signAfter(source, closing.end)) ? closing.start : spaces.after),
  ];
  const lead = source.slice(keepsSpace(signBefore(source, opening.start)) ? opening.end : spaces.before, start);
  const tail = source.slice(end, keepsSpace(signAfter(source, closing.end)) ? closing.start : spaces.after);
  const emphasized = stars + source.slice(start, end) + stars;
  return { edits, text: lead + emphasized + tail, emphasized };
}

/** True when emphasis over the range would tear apart what is no plain text: a link, an image, a note, an entity. */
function isCut(node: Nodes, { start, end }: Range, source: string): boolean {
  const whole = rangeOf(node);
  const cuts = [start, end].filter((at) => whole.start < at && at < whole.end);
  if (cuts.length === 0) return false;
  if (node.type === 'text') return cuts.some((at) => isInEntity(source, at));
  if (!('children' in node)) return true;
  const isLink = node.type === 'link' || node.type === 'linkReference';
  const [first, last] = [node.children[0], node.children.at(-1)];
  const isInside = first && last && rangeOf(first).start <= start && end <= rangeOf(last).end;
  return (isLink && !isInside) || node.children.some((child) => isCut(child, { start, end }, source));
}

function isInEntity(source: string, at: number): boolean {
  return /&#?\w*$/.test(source.slice(Math.max(at - 12, 0), at)) && /^#?\w*;/.test(source.slice(at, at + 12));
}

/** Between kana or kanji, and at the edge of a line, the space inside the asterisks was none of the text's. */
function keepsSpace(outside: string): boolean {
  return !isBlank(outside) && !isWide(outside);
}

/** The asterisks go to another place; `inner` is the inner end of the run that goes away with them. */
function moved(stars: string, from: Range, to: number, inner: number): Edit[] {
  const isOpening = to >= from.end;
  if (to === (isOpening ? from.end : from.start)) return [];
  const gone = isOpening ? { start: from.start, end: inner } : { start: inner, end: from.end };
  if (gone.end >= to && gone.start <= to) return [{ range: gone, text: stars }];
  const insertion = { range: { start: to, end: to }, text: stars };
  const removal = { range: gone, text: '' };
  return isOpening ? [removal, insertion] : [insertion, removal];
}

/** Where the bracket that closes right before `end` was opened. */
function openingOf(source: string, start: number, end: number): number | undefined {
  const closer = source[end - 1] ?? '';
  if (closer === '"') {
    const at = source.lastIndexOf(closer, end - 2);
    return at >= start ? at : undefined;
  }
  const opener = partners[closer];
  if (opener === undefined) return undefined;
  let depth = 0;
  for (let at = end - 1; at >= start; at--) {
    if (source[at] === closer) depth++;
    else if (source[at] === opener && --depth === 0) return at;
  }
  return undefined;
}

/** Some repairs of emphasis in one block. */
export interface Trial {
  /** The source of the block, and where it stands. */
  readonly block: string;
  readonly start: number;
  readonly mended: readonly MendedEmphasis[];
}

/** For each trial whether all emphasis comes out as wanted when the parser reads the block with the edits in it. */
export function areMended(trials: readonly Trial[]): boolean[] {
  if (trials.length === 0) return [];
  const texts = trials.map(({ block, start, mended }) => {
    const edits = mended.flatMap((one) => one.edits);
    return editedText(
      block,
      start,
      edits.sort((a, b) => b.range.end - a.range.end),
    );
  });
  const all = texts.join(apart);
  const { children } = parseMarkdown(all);
  let start = 0;
  const isOneEach =
    children.length === texts.length &&
    texts.every((text, index) => {
      const node = children[index];
      const isInside = node?.type === 'paragraph' && contains({ start, end: start + text.length }, rangeOf(node));
      start += text.length + apart.length;
      return isInside;
    });
  // A block that is more than a paragraph may change how the next one is read.
  if (!isOneEach) return trials.length > 1 ? trials.flatMap((trial) => areMended([trial])) : [false];
  return trials.map(({ mended }, index) => {
    const seen = emphasisIn(children[index], all);
    return mended.every(({ emphasized }) => seen.has(emphasized));
  });
}

const apart = '\n\n';

function emphasisIn(paragraph: Nodes | undefined, text: string): ReadonlySet<string> {
  const seen = new Set<string>();
  const visit = (node: Nodes): void => {
    if (node.type === 'strong' || node.type === 'emphasis') {
      seen.add(text.slice(node.position?.start.offset, node.position?.end.offset));
    }
    if ('children' in node) for (const child of node.children) visit(child);
  };
  if (paragraph) visit(paragraph);
  return seen;
}
