import type { RootContent } from 'mdast';
import { bareQuestion } from '../../guide-types/find-questions.ts';
import { isNumbering } from '../../guide-types/find-tables.ts';
import type { SchemaNode, Source } from '../../model.ts';
import { childPointer } from '../../parse/place-collector.ts';
import { spelled } from '../../spelled.ts';
import {
  assemble,
  type Composition,
  isObject,
  type JsonObject,
  nameIn,
  type Place,
  type Sources,
} from './composition.ts';
import { bold, inlineContent } from './inline-content.ts';
import { tableBlock } from './tables.ts';
import { bareTitle, firstThatReads, plainWays } from './titles.ts';

type Words = NonNullable<Source['questions']>;

/** Questions that stand together: under one heading, in one form. */
interface Run {
  readonly group: string | undefined;
  readonly isTable: boolean;
  readonly questions: { readonly value: JsonObject; readonly index: number }[];
}

/** Questions with their answers: rows of a table where that holds all they say, else bold lines with labelled answers. */
export function questionBlocks(
  item: SchemaNode,
  values: readonly unknown[],
  words: Words,
  place: Place,
  composition: Composition,
): RootContent[] {
  const headers = composition.views.headers(place.pointer);
  const objects = values.map((value) => (isObject(value) ? value : {}));
  const fits = (value: JsonObject): boolean =>
    typeof value.question === 'string' && value.answer !== null && isTabular(item, value);
  const inTable =
    headers !== undefined ||
    (!composition.views.knowsHeaders(place.pointer) && objects.every((value) => fits(value) && isOneLine(value)));
  const blocks: RootContent[] = [];
  if (objects.length === 0 && headers) blocks.push(table([], words, item, headers, composition));
  for (const run of runsOf(objects, (value) => inTable && fits(value))) {
    if (run.group !== undefined && run.group !== place.group)
      blocks.push(heading(firstThatReads(plainWays(run.group), run.group, bareTitle), place.depth + 1));
    if (run.isTable) blocks.push(table(run.questions, words, item, headers, composition));
    else
      for (const { value, index } of run.questions)
        blocks.push(...question(value, index, words, item, place, composition));
  }
  return blocks;
}

function runsOf(values: readonly JsonObject[], isTabled: (value: JsonObject) => boolean): Run[] {
  const runs: Run[] = [];
  let group: string | undefined;
  for (const [index, value] of values.entries()) {
    const own = typeof value.group === 'string' ? value.group : undefined;
    const last = runs.at(-1);
    const isTable = isTabled(value);
    if (last && own === group && last.isTable === isTable) last.questions.push({ value, index });
    else runs.push({ group: own === group ? undefined : own, isTable, questions: [{ value, index }] });
    group = own;
  }
  return runs;
}

/** True when a table of questions and answers can hold all that a question says. */
function isTabular(item: SchemaNode, value: JsonObject): boolean {
  return Object.entries(value).every(([key, own]) => {
    const property = item.properties?.[key];
    if (!['question', 'answer', 'group'].includes(key) && property) return false;
    // Markdown stands in a cell as it is, and must not end it.
    return property?.contentMediaType === undefined || !/[|\n]/.test(spelled(own));
  });
}

function isOneLine(value: JsonObject): boolean {
  return !/\n/.test(`${String(value.question)}${String(value.answer ?? '')}`);
}

function table(
  questions: Run['questions'],
  words: Words,
  item: SchemaNode,
  headers: readonly string[] | undefined,
  composition: Composition,
): RootContent {
  const counts = headers?.some(isNumbering) ?? false;
  const rows = questions.map(({ value: { group, question: asked, ...others }, index }) => {
    const text = String(asked);
    const ways = counts ? plainWays(text) : [`${index + 1}. ${text}`, `${index + 1}. ${text}：`];
    const guarded = [
      ...ways,
      ...ways.map((way) => `${prefix(words, index, composition)}${way.replace(/^\d+\. /, '')}`),
    ];
    return { question: firstThatReads(guarded, text, (way) => bareQuestion(way, words.question)), ...others };
  });
  const columns = { question: words.question, answer: words.answer };
  return tableBlock({ item, rows, columns, headers, fromHeader: [] }, composition);
}

/** `Q1. ` where that is a word for a question, else `質問1：`. */
function prefix(words: Words, index: number, composition: Composition): string {
  if (words.question.includes('Q')) return `Q${index + 1}. `;
  return `${nameIn(words.question, composition)}${composition.isJapanese ? '' : ' '}${index + 1}${composition.isJapanese ? '：' : ': '}`;
}

/** Longer runs of bold type are no title. Unit: UTF-16 units of Markdown. */
const longestBoldTitle = 120;

function question(
  value: JsonObject,
  index: number,
  words: Words,
  item: SchemaNode,
  place: Place,
  composition: Composition,
): RootContent[] {
  const text = typeof value.question === 'string' ? value.question : '';
  const start = prefix(words, index, composition);
  const written = firstThatReads([`${start}${text}`, `${start}${text}：`], text, (way) =>
    bareQuestion(way, words.question),
  );
  const title = bold(written);
  const source = title.type === 'strong' && title.children[0]?.type === 'html' ? title.children[0].value : '';
  const defaults: Sources = {
    question: { heading: true },
    answer: { label: words.answer, prose: 'rest' },
    group: { group: true },
  };
  const inner = { pointer: childPointer(place.pointer, index), depth: place.depth + 1 };
  return [
    source.length <= longestBoldTitle ? { type: 'paragraph', children: [title] } : heading(written, place.depth + 2),
    ...assemble(composition.compose(item, value, inner, defaults)),
  ];
}

function heading(text: string, depth: number): RootContent {
  const level = Math.min(depth, 6) as 1 | 2 | 3 | 4 | 5 | 6;
  return { type: 'heading', depth: level, children: inlineContent(text, 'heading') };
}
