import type { Heading, List } from 'mdast';
import type { Range } from '../model.ts';
import { bare, headingText, itemScope, splitTitle } from './find-items.ts';
import { answersTo, findLabels, type KnownLabels } from './find-labels.ts';
import { cellRange, type FoundTable, findTables } from './find-tables.ts';
import { type ColumnIndex, columnIndex } from './match-columns.ts';
import { normalizeHeading } from './normalize-heading.ts';
import { type Located, type Part, partOf, rangeOf, type Scope } from './scope.ts';
import { inlineText } from './text-of.ts';

/** The words by which questions and answers are marked; also the headers of their table. */
export interface QuestionWords {
  readonly question: readonly string[];
  readonly answer: readonly string[];
}

/** A question with what belongs to it; `table` when it is a row. */
export interface FoundQuestion {
  readonly scope: Scope;
  readonly table?: FoundTable;
}

type Form = 'heading' | 'paragraph' | 'list';

/** Finds questions in whichever form they stand: table rows, list items, bold paragraphs, headings. */
export function findQuestions(
  parts: readonly Part[],
  words: QuestionWords,
  labels: KnownLabels,
  text: string,
): FoundQuestion[] {
  const finder = new QuestionFinder(parts, words, labels, text);
  for (const [index, part] of parts.entries()) finder.read(part, index);
  return finder.found;
}

/** What is looked for by the words of questions and answers. */
interface QuestionMarks {
  readonly prefix: RegExp;
  readonly columns: ColumnIndex;
  readonly answers: KnownLabels;
}

const known = new WeakMap<QuestionWords, QuestionMarks>();

function marksOf(words: QuestionWords): QuestionMarks {
  const marks = known.get(words) ?? {
    prefix: prefixOf(words.question),
    columns: columnIndex({ question: words.question, answer: words.answer }),
    answers: words.answer.map(normalizeHeading),
  };
  known.set(words, marks);
  return marks;
}

/** A question that blocks are added to. */
type OpenScope = Scope & { readonly parts: Part[]; readonly extent: { end: number } };

/** Walks the blocks of a scope and keeps the question that is being read, and the group it stands in. */
class QuestionFinder {
  readonly found: FoundQuestion[] = [];
  readonly #parts: readonly Part[];
  readonly #labels: KnownLabels;
  readonly #prefix: RegExp;
  readonly #columns: ColumnIndex;
  readonly #text: string;
  #group: Located | undefined;
  #form: Form | undefined;
  /** The question that blocks are added to; none behind a table. */
  #open: OpenScope | undefined;

  constructor(parts: readonly Part[], words: QuestionWords, labels: KnownLabels, text: string) {
    const { prefix, columns, answers } = marksOf(words);
    this.#parts = parts;
    this.#labels = [...answers, ...labels];
    this.#prefix = prefix;
    this.#columns = columns;
    this.#text = text;
  }

  read(part: Part, index: number): void {
    const { node } = part;
    if (node.type === 'thematicBreak') this.#form = undefined;
    else if (node.type === 'heading') this.#readHeading(node, index);
    else if (node.type === 'table') this.#readTable(part);
    else if (node.type === 'list') this.#readList(part, node);
    else if (node.type === 'paragraph') this.#readParagraph(part);
    else this.#append(part);
  }

  #readHeading(heading: Heading, index: number): void {
    const title = { text: inlineText(heading, this.#text), range: headingText(heading, this.#text) };
    if (this.#prefix.test(title.text) || (isAsked(title.text) && this.#isAnswered(index))) {
      this.#start('heading', bare(title), [], rangeOf(heading), heading);
    } else {
      this.#group = bare(title);
      this.#form = undefined;
    }
  }

  #readTable(part: Part): void {
    const [table] = findTables([part], this.#columns, this.#text);
    if (!table?.columns.has('question')) {
      this.#append(part);
      return;
    }
    const column = table.rows[0]?.row?.columns.indexes.get('question') ?? -1;
    for (const row of table.rows) {
      const cell = row.row?.cells[column];
      const title =
        cell && this.#withoutPrefix(bare({ text: inlineText(cell, this.#text), range: cellRange(cell, this.#text) }));
      this.found.push({
        scope: { ...row, ...(title && { title }), ...(this.#group && { group: this.#group }) },
        table,
      });
    }
    this.#form = undefined;
    this.#open = undefined;
  }

  #withoutPrefix({ text, range }: Located): Located {
    return { text: text.replace(this.#prefix, ''), range };
  }

  #readList(part: Part, list: List): void {
    const items = list.children.map((item) => itemScope(item, this.#text));
    const asked = items.filter((item) => this.#prefix.test(item.title?.text ?? '')).length;
    const inAnswer = this.#form === 'heading' || this.#form === 'paragraph';
    if (asked > items.length / 2 || (!inAnswer && this.#isQuestionList(list, items))) {
      for (const { title, parts, extent } of items) this.#start('list', title, [...parts], extent);
    } else {
      this.#append(part);
    }
  }

  #isQuestionList(list: List, items: readonly Scope[]): boolean {
    const answers = list.children.filter((item) => this.#labelled([partOf(item)])).length;
    if (answers > items.length / 2) return false;
    const questions = items.filter((item) => isAsked(item.title?.text ?? '') || this.#labelled(item.parts)).length;
    return questions * 2 >= items.length && items.length > 0;
  }

  #readParagraph(part: Part): void {
    const source = this.#text.slice(part.range.start, part.range.end);
    const { title, rest } = splitTitle(part, this.#text);
    const isBold = /^(?:\*\*|__)/u.test(source);
    if (this.#prefix.test(title.text) || (isBold && isAsked(title.text) && this.#form !== 'list')) {
      this.#start('paragraph', title, rest ? [rest] : [], part.range);
    } else {
      this.#append(part);
    }
  }

  #start(form: Form, title: Located | undefined, parts: Part[], { start, end }: Range, heading?: Heading): void {
    const scope: OpenScope = {
      parts,
      extent: { start, end },
      ...(title && { title: this.#withoutPrefix(title) }),
      ...(heading && { heading }),
      ...(this.#group && { group: this.#group }),
    };
    this.#form = form;
    this.#open = scope;
    this.found.push({ scope });
  }

  /** Adds a block to the question before it; behind a list only an answer that fell out of the list is one. */
  #append(part: Part): void {
    const open = this.#open;
    if (!open || !this.#form) return;
    if (this.#form === 'list' && !this.#labelled([part])) return;
    open.extent.end = Math.max(open.extent.end, part.range.end);
    open.parts.push(part);
  }

  #labelled(parts: readonly Part[]): boolean {
    return findLabels(parts, this.#text, this.#labels).some(({ normalized }) => answersTo(normalized, this.#labels));
  }

  /** True when an answer stands between a heading and the next one. */
  #isAnswered(heading: number): boolean {
    let end = heading + 1;
    while (end < this.#parts.length && this.#parts[end]?.node.type !== 'heading') end++;
    return this.#labelled(this.#parts.slice(heading + 1, end));
  }
}

/** A question as it stands, without its number and without `Q1.` before it. */
export function bareQuestion(text: string, words: readonly string[]): string {
  return bare({ text, range: { start: 0, end: 0 } }).text.replace(prefixOf(words), '');
}

/** `Q1.`, `質問２：`, `Question 3:`; a bare number is no sign of a question. */
function prefixOf(words: readonly string[]): RegExp {
  const escaped = words
    .map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .sort((a, b) => b.length - a.length);
  return new RegExp(
    `^\\s*(?:\\d+[.)]\\s*)?(?:${escaped.join('|')})\\s*(?:[0-9０-９]+\\s*[.．:：)）、]?|[.．:：)）])\\s*`,
    'iu',
  );
}

/** True for a sentence that asks or invites to answer, in Japanese or English. */
function isAsked(sentence: string): boolean {
  return /(?:[?？]|か|ください|なさい|述べよ|せよ|下さい)[。.」』）)”"]*$/u.test(sentence.trim());
}
