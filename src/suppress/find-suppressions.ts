import type { Document, Range } from '../model.ts';
import { oncePer } from '../once-per.ts';
import { frontMatterComments } from '../parse/front-matter-comments.ts';
import { nodesOf } from '../rules/nodes-of.ts';

/** What a suppression comment can say after `guidepost-`. */
export const suppressionWords = ['disable', 'enable', 'disable-line', 'disable-next-line', 'disable-file'] as const;

/** A comment that tells guidepost to overlook something. */
export interface Suppression {
  /** What stands after `guidepost-`; one of `suppressionWords` unless it was mistyped. */
  readonly word: string;
  readonly wordRange: Range;
  /** The rules it names; none stands for all. */
  readonly names: readonly { readonly id: string; readonly range: Range }[];
  /** The whole comment. */
  readonly range: Range;
  /** The line that `-line` and `-next-line` are about. */
  readonly line: number;
}

/** The suppression comments of a file in the order of the text: HTML comments, and comments in the front matter. */
export const findSuppressions = oncePer((document: Document): readonly Suppression[] =>
  document.source.text.includes('guidepost-')
    ? [...inFrontMatter(document), ...inBody(document)].sort((a, b) => a.range.start - b.range.start)
    : [],
);

function* inFrontMatter(document: Document): Generator<Suppression> {
  for (const range of frontMatterComments(document)) {
    const suppression = read(document, range, { start: range.start + 1, end: range.end });
    if (suppression) yield suppression;
  }
}

/** An HTML block may hold several comments; what stands in code is no comment. */
function* inBody(document: Document): Generator<Suppression> {
  const { text } = document.source;
  for (const { node } of nodesOf(document, 'html')) {
    const limit = node.position?.end.offset ?? 0;
    let start = text.indexOf('<!--', node.position?.start.offset ?? limit);
    while (start !== -1 && start < limit) {
      const close = text.indexOf('-->', start + 4);
      if (close === -1 || close >= limit) break;
      const suppression = read(document, { start, end: close + 3 }, { start: start + 4, end: close });
      if (suppression) yield suppression;
      start = text.indexOf('<!--', close + 3);
    }
  }
}

function read(document: Document, range: Range, content: Range): Suppression | undefined {
  const text = document.source.text.slice(content.start, content.end);
  const [opening, word] = /^\s*guidepost-([\w-]*)/.exec(text) ?? [];
  if (opening === undefined || word === undefined) return undefined;
  const reason = /\s--(?=\s|$)/.exec(text)?.index ?? text.length;
  const names = [...text.slice(opening.length, reason).matchAll(/[^\s,]+/g)].map(({ 0: id, index }) => {
    const start = content.start + opening.length + index;
    return { id, range: { start, end: start + id.length } };
  });
  const wordEnd = content.start + opening.length;
  return {
    word,
    wordRange: { start: wordEnd - word.length, end: wordEnd },
    names,
    range,
    line: lineOf(document, word, range),
  };
}

function lineOf(document: Document, word: string, range: Range): number {
  if (word !== 'disable-next-line') return document.positionAt(range.start).line;
  // Formatters put blank lines around a comment, quotations have a mark on each line.
  const blank = /[^\r\n]*(?:\r\n|\n|\r)(?:[ \t>]*(?:\r\n|\n|\r))*/y;
  blank.lastIndex = range.end;
  const start = blank.test(document.source.text) ? blank.lastIndex : range.end;
  return document.positionAt(start).line;
}
