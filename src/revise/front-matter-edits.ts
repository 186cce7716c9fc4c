import { type FrontMatterField, frontMatterFields } from '../guide-types/front-matter-fields.ts';
import { lineEndIn } from '../line-end.ts';
import { lineStart } from '../line-start.ts';
import type { Edit, FrontMatter, Guide, JsonPointer, Range } from '../model.ts';
import { isEmpty } from './leaves.ts';
import { listEdits, type WrittenList } from './list-edits.ts';
import { itemRanges } from './source-range.ts';

/** Ways to give a value of the front matter another one, in the manner in which it is written. */
export function* frontMatterEdits(
  guide: Guide,
  { pointer, current, wanted }: { pointer: JsonPointer; current: unknown; wanted: unknown },
  range: Range,
): Generator<Edit[]> {
  const { text } = guide.document.source;
  const format = guide.document.frontMatter?.format ?? 'yaml';
  const written = text.slice(range.start, range.end);
  // YAML lets a value be missing.
  const space = written === '' && text[range.start - 1] === ':' ? ' ' : '';
  if (!Array.isArray(wanted) && !Array.isArray(current)) {
    // An empty text is no number and no date.
    const isText = typeof current === 'string' && guide.type.nodeAt(pointer)?.format === undefined;
    if (isEmpty(wanted) && !isText) yield* removedKey(guide, pointer, format);
    for (const spelling of scalars(isEmpty(wanted) ? '' : wanted, written || 'a', format))
      yield [{ range, text: space + withLineEnd(spelling, written) }];
    return;
  }
  const values = Array.isArray(current) ? current : [];
  const list = Array.isArray(wanted) ? wanted : [];
  const ranges = itemRanges(guide, pointer);
  for (const choice of [0, 1]) {
    const write = (value: unknown, index: number): string => {
      const { start, end } = ranges[index] ?? range;
      const like = text.slice(start, end);
      const spellings = [...scalars(value, like, format)];
      return withLineEnd(spellings[choice] ?? spellings[0] ?? '', like);
    };
    const edits = listEdits({ text, ranges, values, write, ...layoutOf(text, ranges[0]) }, list);
    if (edits) yield edits;
  }
  yield [{ range, text: space + withLineEnd(JSON.stringify(list), written) }];
}

/** The key goes with its value: in YAML and TOML with its line, in JSON with the comma beside it. */
function* removedKey(guide: Guide, pointer: JsonPointer, format: FrontMatter['format']): Generator<Edit[]> {
  const { text } = guide.document.source;
  const place = guide.places.get(pointer);
  if (!place?.key) return;
  const { start } = place.key;
  const { end } = place.range;
  if (format === 'json') {
    const comma = /^\s*,\s*/.exec(text.slice(end))?.[0].length;
    const before = comma === undefined ? (/,\s*$/.exec(text.slice(0, start))?.[0].length ?? 0) : 0;
    yield [{ range: { start: start - before, end: end + (comma ?? 0) }, text: '' }];
  } else {
    const rest = /^[^\S\r\n]*(?:#[^\r\n]*)?\r?\n/.exec(text.slice(end))?.[0].length ?? 0;
    yield [{ range: { start: lineStart(text, start), end: end + rest }, text: '' }];
  }
}

/** Ways to write a value that the front matter does not have yet; there are none for a value inside another. */
export function* addedKeyEdits(guide: Guide, pointer: JsonPointer, wanted: unknown): Generator<Edit[]> {
  const { frontMatter, source } = guide.document;
  const field = frontMatterFields(guide.type).find((known) => known.pointer === pointer);
  if (!frontMatter?.value || !field) return;
  const at = { start: frontMatter.content.end, end: frontMatter.content.end };
  const lineEnd = lineEndIn(source.text);
  for (const value of scalars(wanted, 'a', frontMatter.format)) {
    if (frontMatter.format === 'json') yield* addedJsonKey(source.text, frontMatter, field, value);
    else if (frontMatter.format === 'yaml') yield [{ range: at, text: `${field.keys[0]}: ${value}${lineEnd}` }];
    else {
      // Behind the first table all keys belong to a table.
      const content = source.text.slice(frontMatter.content.start, frontMatter.content.end);
      const table = /^[ \t]*\[/m.exec(content)?.index ?? content.length;
      const start = frontMatter.content.start + table;
      yield [{ range: { start, end: start }, text: `${field.keys[0]} = ${value}${lineEnd}` }];
    }
  }
}

function* addedJsonKey(
  text: string,
  { places, content }: FrontMatter,
  { keys }: FrontMatterField,
  value: string,
): Generator<Edit[]> {
  const top = [...places].filter(([pointer]) => pointer.lastIndexOf('/') === 0).map(([, place]) => place);
  const last = top.at(-1);
  const previous = top.at(-2);
  if (!last) return;
  const opening = text.indexOf('{', content.start) + 1;
  const between = previous
    ? text.slice(previous.value.end, last.key?.start)
    : `,${text.slice(opening, last.key?.start) || ' '}`;
  const range = { start: last.value.end, end: last.value.end };
  yield [{ range, text: `${between}${JSON.stringify(keys[0])}: ${value}` }];
}

/** Ways to write one value: as the present one is written, then in the quotes that every format knows. */
function* scalars(value: unknown, like: string, format: FrontMatter['format']): Generator<string> {
  if (Array.isArray(value)) yield JSON.stringify(value);
  else if (typeof value !== 'string') yield String(value);
  else {
    if (format !== 'json' && like.startsWith("'") && !value.includes('\n'))
      yield format === 'yaml' || !value.includes("'") ? `'${value.replaceAll("'", "''")}'` : JSON.stringify(value);
    if (format !== 'json' && /^[^"'|>[{&*!]/.test(like) && value !== '' && !/[\n#]/.test(value)) yield value;
    yield JSON.stringify(value);
  }
}

/** A block of YAML ends with the line, what replaces it has to. */
function withLineEnd(spelling: string, written: string): string {
  return spelling + (/\r?\n$/.exec(written)?.[0] ?? '');
}

/** How the elements of a list follow each other: each behind the dash of a line, where a comment may stand, or by commas. */
function layoutOf(text: string, first: Range | undefined): Pick<WrittenList, 'separator' | 'lineEnd'> {
  const start = first?.start ?? 0;
  const before = text.slice(lineStart(text, start), start);
  if (!/^\s*-\s+$/.test(before)) return { separator: ', ' };
  return {
    separator: lineEndIn(text) + before,
    lineEnd: ({ end }) => end + (/^[ \t]+#[^\r\n]*/.exec(text.slice(end))?.[0].length ?? 0),
  };
}
