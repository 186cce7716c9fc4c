import type { Nodes } from 'mdast';
import type { Document, Range } from '../model.ts';
import { oncePer } from '../once-per.ts';

/** Something that a reader sees, and where it stands. */
interface Sentence {
  readonly letters: string;
  readonly range: Range;
  /** Headings are names, which a fix may put right; what stands under them is text. */
  readonly isName: boolean;
}

/** Shorter runs are words: a label, a tag, a number in a cell. Unit: letters and digits. */
const shortest = 10;

/** Of a sentence at least this share of neighbouring letters must be there still: a doubled word may go, a clause may not. */
const leastKept = 0.7;

/** The sentences of the first document that stand nowhere in the second. */
export function lostSentences(before: Document, after: Document): Range[] {
  const sentences = sentencesOf(before);
  const present = sentencesOf(after);
  const everything = present.map(({ letters }) => letters).join('');
  const missing = sentences.filter(
    ({ letters, isName }) => !isName && letters.length >= shortest && !everything.includes(letters),
  );
  if (missing.length === 0) return [];
  const old = new Set(sentences.map(({ letters }) => letters));
  const fresh = present.filter(({ letters }) => !old.has(letters)).map(({ letters }) => pairsOf(letters));
  return missing.filter(({ letters }) => !fresh.some((pairs) => isKept(letters, pairs))).map(({ range }) => range);
}

function isKept(letters: string, pairs: ReadonlySet<string>): boolean {
  const wanted = [...pairsOf(letters)];
  return wanted.filter((pair) => pairs.has(pair)).length >= leastKept * wanted.length;
}

function pairsOf(letters: string): Set<string> {
  const characters = [...letters];
  return new Set(characters.slice(1).map((character, index) => `${characters[index]}${character}`));
}

const sentencesOf = oncePer((document: Document): readonly Sentence[] => [
  ...blockSentences(document.tree),
  ...frontMatterSentences(document),
]);

function* blockSentences(node: Nodes): Generator<Sentence> {
  const isName = node.type === 'heading';
  const isText = isName || node.type === 'paragraph' || node.type === 'tableCell' || node.type === 'code';
  if (isText) yield* split(visibleText(node), rangeOf(node), isName);
  else if ('children' in node) for (const child of node.children) yield* blockSentences(child);
}

function* frontMatterSentences({ frontMatter }: Document): Generator<Sentence> {
  if (frontMatter) yield* valueSentences(frontMatter.value, frontMatter.range);
}

function* valueSentences(value: unknown, range: Range): Generator<Sentence> {
  if (typeof value === 'string') yield* split(value, range, false);
  else if (typeof value === 'object' && value !== null)
    for (const inner of Object.values(value)) yield* valueSentences(inner, range);
}

function* split(text: string, range: Range, isName: boolean): Generator<Sentence> {
  for (const sentence of text.split(/[。．！？!?]|\.\s|\n/u)) {
    const letters = sentence.normalize('NFKC').replaceAll(/[^\p{L}\p{N}]/gu, '');
    if (letters !== '') yield { letters, range, isName };
  }
}

function visibleText(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') return node.value;
  if (node.type === 'image' || node.type === 'imageReference') return node.alt ?? '';
  const inner = 'children' in node ? node.children.map(visibleText).join('') : '';
  return node.type === 'link' ? inner + node.url : inner;
}

function rangeOf({ position }: Nodes): Range {
  return { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 };
}
