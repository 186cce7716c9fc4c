import { parentPointer } from '../guide-types/schema-view.ts';
import { valueAt } from '../guide-types/value-at.ts';
import { lineStart } from '../line-start.ts';
import type { Edit, Guide, JsonPointer, Range, SchemaNode } from '../model.ts';
import { addedKeyEdits, frontMatterEdits } from './front-matter-edits.ts';
import { isEmpty } from './leaves.ts';
import { listEdits } from './list-edits.ts';
import { dateTexts, markTexts, numberTexts, openEndTexts } from './number-edits.ts';
import { isInFrontMatter, itemRanges, sourceRange } from './source-range.ts';
import { type TextContext, textEdits } from './text-edits.ts';
import type { ValueChange } from './value-change.ts';

/**
 * Edits of the Markdown that may give a value another one, the smallest and most likely first. None of them is certain:
 * only reading the edited guide tells.
 */
export function* candidateEdits(guide: Guide, { pointer, value: wanted }: ValueChange): Generator<readonly Edit[]> {
  const current = valueAt(guide.value, pointer);
  const range = sourceRange(guide, pointer);
  if (!range) yield* addedKeyEdits(guide, pointer, wanted);
  else if (isInFrontMatter(guide, range)) yield* frontMatterEdits(guide, { pointer, current, wanted }, range);
  else if (Array.isArray(wanted) || Array.isArray(current)) yield* bodyListEdits(guide, pointer, range, wanted);
  else if (typeof current === 'string' && dateNode(guide, pointer)) yield* replaced(guide, range, dates(wanted));
  else if (isText(current) && isText(wanted)) {
    const context = contextOf(guide, pointer, range);
    for (const { start, end } of [range, { start: range.start, end: extentEnd(guide, pointer) }]) {
      const source = guide.document.source.text.slice(start, end);
      for (const edits of textEdits(source, current ?? '', wanted ?? '', context))
        yield edits.map((edit) => moved(edit, start));
    }
  } else yield* replaced(guide, range, typedTexts(current, wanted));
}

type Rewrite = (text: string) => Iterable<string>;

function* replaced(guide: Guide, range: Range, rewrite: Rewrite): Generator<Edit[]> {
  const source = guide.document.source.text.slice(range.start, range.end);
  for (const text of rewrite(source)) if (text !== source) yield [{ range, text }];
}

function dates(wanted: unknown): Rewrite {
  return (source) => dateTexts(source, String(wanted ?? ''));
}

/** A number or a mark that was read out of a text is written back as a text of the same style. */
function typedTexts(current: unknown, wanted: unknown): Rewrite {
  if (typeof current === 'number' && typeof wanted === 'number')
    return (source) => numberTexts(source, current, wanted);
  if (typeof wanted !== 'boolean') return () => [];
  return (source) => (/[0-9０-９]/.test(source) ? openEndTexts(source, wanted) : markTexts(source, wanted));
}

function* bodyListEdits(guide: Guide, pointer: JsonPointer, range: Range, wanted: unknown): Generator<Edit[]> {
  const { text } = guide.document.source;
  const values: readonly unknown[] = [valueAt(guide.value, pointer) ?? []].flat();
  const found = itemRanges(guide, pointer);
  const ranges = found.length > 0 ? found : rangesIn(text, range, values);
  const context = contextOf(guide, pointer, ranges[0] ?? range);
  for (const choice of [0, 1]) {
    const write = (value: unknown, index: number): string => {
      const { start, end } = ranges[index] ?? range;
      const source = text.slice(start, end);
      const ways = [...textEdits(source, String(values[index] ?? ''), String(value), context)];
      const [edit] = (ways[choice] ?? ways[0] ?? []).slice(0, 1);
      return edit ? source.slice(0, edit.range.start) + edit.text + source.slice(edit.range.end) : String(value);
    };
    const edits = listEdits({ text, ranges, values, write, separator: ' ' }, Array.isArray(wanted) ? wanted : []);
    if (edits) yield edits;
  }
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
    lineEnd: text.includes('\r\n') ? '\r\n' : '\n',
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
