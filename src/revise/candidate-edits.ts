import { parentPointer } from '../guide-types/schema-view.ts';
import { valueAt } from '../guide-types/value-at.ts';
import { lineEndIn } from '../line-end.ts';
import { lineStart } from '../line-start.ts';
import type { Edit, Guide, JsonPointer, Range, SchemaNode } from '../model.ts';
import { addedKeyEdits, frontMatterEdits } from './front-matter-edits.ts';
import { isEmpty } from './leaves.ts';
import { listEdits } from './list-edits.ts';
import { dateTexts, markTexts, numberTexts, openEndTexts } from './number-edits.ts';
import { isBehindLabel, isInFrontMatter, itemRanges, sourceRange } from './source-range.ts';
import { type TextContext, textEdits } from './text-edits.ts';
import type { ValueChange } from './value-change.ts';

/**
 * Edits of the Markdown that may give a value another one, the smallest and most likely first. None of them is certain:
 * only reading the edited guide tells.
 */
export function* candidateEdits(guide: Guide, change: ValueChange): Generator<readonly Edit[]> {
  for (const edits of unspacedEdits(guide, change))
    yield edits.map((edit) => spacedInCell(edit, guide.document.source.text));
}

/** What is put into an empty cell stands between spaces like its neighbours. */
function spacedInCell(edit: Edit, source: string): Edit {
  const { range, text } = edit;
  if (source.slice(range.start, range.end).trim() !== '' || source[range.start - 1] !== '|' || text === '') return edit;
  return { range, text: ` ${text}${source[range.end] === '|' ? ' ' : ''}` };
}

function* unspacedEdits(guide: Guide, { pointer, value: wanted }: ValueChange): Generator<readonly Edit[]> {
  const current = valueAt(guide.value, pointer);
  const range = sourceRange(guide, pointer);
  if (!range) yield* addedKeyEdits(guide, pointer, wanted);
  else if (isInFrontMatter(guide, range)) yield* frontMatterEdits(guide, { pointer, current, wanted }, range);
  else if (Array.isArray(wanted) || Array.isArray(current)) yield* bodyListEdits(guide, pointer, range, wanted);
  else if (typeof current === 'string' && dateNode(guide, pointer))
    yield* replaced(guide, pointer, range, dates(wanted));
  else if (isText(current) && isText(wanted)) {
    if (isEmpty(wanted)) yield* replaced(guide, pointer, range, (source) => (source.includes('\n') ? [] : ['']));
    const context = contextOf(guide, pointer, range);
    const start = range.start + (isEmpty(current) ? 0 : labelEnd(guide, pointer, range).length);
    for (const end of [range.end, extentEnd(guide, pointer)]) {
      const source = guide.document.source.text.slice(start, end);
      for (const edits of textEdits(source, current ?? '', wanted ?? '', context))
        yield edits.map((edit) => moved(edit, start));
    }
  } else {
    const isWhole = guide.type.nodeAt(parentPointer(pointer))?.['x-parse'] === undefined;
    yield* replaced(guide, pointer, range, typedTexts(current, wanted, isWhole));
  }
}

type Rewrite = (text: string) => Iterable<string>;

function* replaced(guide: Guide, pointer: JsonPointer, range: Range, rewrite: Rewrite): Generator<Edit[]> {
  const source = guide.document.source.text.slice(range.start, range.end);
  const closing = labelEnd(guide, pointer, range);
  const written = source.slice(closing.length);
  for (const text of rewrite(written)) {
    const { length } = text === '' ? closing.trimEnd() : closing;
    if (text !== written) yield [{ range: { start: range.start + length, end: range.end }, text }];
  }
}

/** Behind a label the signs come first that close it. */
function labelEnd(guide: Guide, pointer: JsonPointer, range: Range): string {
  if (!isBehindLabel(guide, pointer, range)) return '';
  const source = guide.document.source.text.slice(range.start, range.end);
  return /^[*_`]*[^\S\n]*[:：]?[*_`]*[^\S\n]*/.exec(source)?.[0] ?? '';
}

function dates(wanted: unknown): Rewrite {
  return (source) => dateTexts(source, String(wanted ?? ''));
}

/**
 * A number or a mark that was read out of a text is written back as a text of the same style; one that is the whole of
 * its text can come and go as well.
 */
function typedTexts(current: unknown, wanted: unknown, isWhole: boolean): Rewrite {
  if (typeof current === 'number' && typeof wanted === 'number')
    return (source) => numberTexts(source, current, wanted);
  if (typeof wanted !== 'boolean') return () => (isWhole ? [isEmpty(wanted) ? '' : String(wanted)] : []);
  return (source) => (/[0-9０-９]/.test(source) ? openEndTexts(source, wanted) : markTexts(source, wanted));
}

function* bodyListEdits(guide: Guide, pointer: JsonPointer, range: Range, wanted: unknown): Generator<Edit[]> {
  const { text } = guide.document.source;
  const values: readonly unknown[] = [valueAt(guide.value, pointer) ?? []].flat();
  const found = itemRanges(guide, pointer);
  const ranges = found.length > 0 ? found : rangesIn(text, range, values);
  const context = contextOf(guide, pointer, ranges[0] ?? range);
  const list: readonly unknown[] = Array.isArray(wanted) ? wanted : [];
  const isOneText = guide.type.nodeAt(pointer)?.['x-parse'] !== undefined;
  const separator = isOneText ? listSeparator(text) : ' ';
  for (const choice of [0, 1]) {
    const write = (value: unknown, index: number): string => {
      const { start, end } = ranges[index] ?? range;
      const source = text.slice(start, end);
      const ways = [...textEdits(source, String(values[index] ?? ''), String(value), context)];
      const [edit] = (ways[choice] ?? ways[0] ?? []).slice(0, 1);
      return edit ? source.slice(0, edit.range.start) + edit.text + source.slice(edit.range.end) : String(value);
    };
    const edits = listEdits({ text, ranges, values, write, separator }, list);
    if (edits) yield edits;
  }
  if (isOneText) yield* replaced(guide, pointer, range, () => [list.join(separator)]);
}

/** What a list in one text of this guide has between its elements, where none stands there yet. */
function listSeparator(text: string): string {
  return /[\u3041-\u30ff]/.test(text) ? '、' : ', ';
}

/** Where the elements of a list stand that was read out of one run of text. */
function rangesIn(text: string, range: Range, values: readonly unknown[]): Range[] {
  let from = range.start;
  return values.flatMap((value) => {
    const start = text.indexOf(String(value), from);
    if (start < 0 || start + String(value).length > range.end) return [];
    from = start + String(value).length;
    return [{ start, end: from }];
  });
}

function contextOf(guide: Guide, pointer: JsonPointer, range: Range): TextContext {
  const { text } = guide.document.source;
  const before = text.slice(lineStart(text, range.start), range.start);
  return {
    inTable: guide.places.get(parentPointer(pointer))?.cells !== undefined || /^\s*\|/.test(before),
    isMarkdown: guide.type.nodeAt(pointer)?.contentMediaType !== undefined,
    indent: /^\s*(?:(?:[-*+>]|\d+[.)])\s+)*/.exec(before)?.[0].replaceAll(/[^\s>]/g, ' ') ?? '',
    lineEnd: lineEndIn(text),
  };
}

/** A text of several parts may go on behind its own place, up to the end of what it belongs to. */
function extentEnd(guide: Guide, pointer: JsonPointer): number {
  const own = guide.places.get(pointer)?.extent.end ?? 0;
  return Math.max(own, guide.places.get(parentPointer(pointer))?.extent.end ?? 0);
}

function dateNode(guide: Guide, pointer: JsonPointer): SchemaNode | undefined {
  const node = guide.type.nodeAt(pointer);
  return node?.['x-parse'] === 'date' ? node : undefined;
}

function isText(value: unknown): value is string | undefined {
  return typeof value === 'string' || isEmpty(value);
}

function moved({ range, text }: Edit, by: number): Edit {
  return { range: { start: range.start + by, end: range.end + by }, text };
}
