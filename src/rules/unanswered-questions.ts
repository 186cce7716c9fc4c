import type { Nodes, Paragraph } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { headingText } from '../guide-types/find-items.ts';
import { rangeOf } from '../guide-types/scope.ts';
import type { Document, Range } from '../model.ts';
import { ancestorsOf, type FoundNode, nodesOf } from './nodes-of.ts';

/** A question that is marked as one (`Q3.`, `質問3：`). */
export interface MarkedQuestion {
  readonly range: Range;
  readonly question: string;
  readonly isAnswered: boolean;
}

/** Marked questions with nothing behind them, where most others have something. */
export function unansweredQuestions(document: Document, marks: readonly string[]): MarkedQuestion[] {
  const { text } = document.source;
  const mark = markOf(marks);
  const blocks = [...nodesOf(document, 'paragraph'), ...nodesOf(document, 'heading')];
  const questions = blocks.flatMap((found): MarkedQuestion[] => {
    const { node } = found;
    if (!mayBegin(node, text, mark) || !mark.pattern.test(beginningOf(node, text)) || isQuoted(found)) return [];
    const range = node.type === 'heading' ? headingText(node, text) : questionRange(node);
    return [{ range, question: textOf(node).replace(/^\*+/, ''), isAnswered: isAnswered(found, mark.pattern, text) }];
  });
  const open = questions.filter((question) => !question.isAnswered);
  return open.length * 3 <= questions.length ? open : [];
}

/** So much of the source as a mark may take; the marks of bold type that does not close are still there. */
function beginningOf(node: Nodes, text: string): string {
  const { start, end } = rangeOf(node);
  return text.slice(start, Math.min(end, start + 40));
}

/** What a question begins with, and the characters that this may begin with, in either case. */
interface Mark {
  readonly pattern: RegExp;
  readonly initials: ReadonlySet<string>;
}

const known = new WeakMap<readonly string[], Mark>();

function markOf(words: readonly string[]): Mark {
  let mark = known.get(words);
  if (!mark) {
    const initials = words.map((word) => word.slice(0, 1));
    const either = initials.flatMap((initial) => [initial, initial.toLowerCase(), initial.toUpperCase()]);
    mark = { pattern: markPattern(words), initials: new Set(either) };
    known.set(words, mark);
  }
  return mark;
}

/** A quick look at the first letter, which knows all of Japanese and of English. */
function mayBegin({ position }: Nodes, text: string, { initials }: Mark): boolean {
  let at = position?.start.offset ?? 0;
  while (text[at] === '#' || text[at] === '*' || text[at] === ' ') at++;
  const first = text[at] ?? '';
  return initials.has(first) || !/[!-^`-~ぁ-鿿]/.test(first);
}

function markPattern(words: readonly string[]): RegExp {
  const escaped = words.map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^[#*_\\s「]*(?:${escaped.join('|')})\\s*[0-9０-９]*\\s*[.．:：、)）]`, 'iu');
}

function isQuoted(found: FoundNode): boolean {
  for (const { node } of ancestorsOf(found)) if (node.type === 'blockquote') return true;
  return false;
}

/** The question itself, without the marks of bold type. */
function questionRange(paragraph: Paragraph): Range {
  const first = paragraph.children[0];
  const inner =
    first?.type === 'strong' ? [first.children[0], first.children.at(-1)] : [first, paragraph.children.at(-1)];
  const [start, end] = inner;
  return start && end ? { start: rangeOf(start).start, end: rangeOf(end).end } : rangeOf(paragraph);
}

/** True when anything that is no question itself follows, in its paragraph or below it. */
function isAnswered({ node, up, index }: FoundNode<Nodes>, mark: RegExp, text: string): boolean {
  if (node.type === 'paragraph' && node.children[0]?.type === 'strong' && textOf(node.children.slice(1)).trim())
    return true;
  if (node.position?.start.line !== node.position?.end.line) return true;
  const siblings: readonly Nodes[] = up?.node.children ?? [];
  const next = siblings[index + 1];
  if (!next || next.type === 'thematicBreak') return false;
  if (next.type === 'heading') return node.type === 'heading' && next.depth > node.depth;
  return !mark.test(beginningOf(next, text));
}
