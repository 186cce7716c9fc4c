import { type FrontMatterField, frontMatterFields } from '../guide-types/front-matter-fields.ts';
import type { Edit, FrontMatter, Guide, JsonPointer, Range } from '../model.ts';
import { isEmpty } from './leaves.ts';
import { listEdits } from './list-edits.ts';
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
  if (!Array.isArray(wanted) && !Array.isArray(current)) {
    const value = isEmpty(wanted) ? '' : wanted;
    for (const spelling of scalars(value, written, format)) yield [{ range, text: withLineEnd(spelling, written) }];
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
    const edits = listEdits({ text, ranges, values, write, separator: separatorOf(text, ranges[0]) }, list);
    if (edits) yield edits;
  }
  yield [{ range, text: withLineEnd(JSON.stringify(list), written) }];
}

/** Ways to write a value that the front matter does not have yet; there are none for a value inside another. */
export function* addedKeyEdits(guide: Guide, pointer: JsonPointer, wanted: unknown): Generator<Edit[]> {
  const { frontMatter, source } = guide.document;
  const field = frontMatterFields(guide.type).find((known) => known.pointer === pointer);
  if (!frontMatter?.value || !field) return;
  const at = { start: frontMatter.content.end, end: frontMatter.content.end };
  const lineEnd = source.text.includes('\r\n') ? '\r\n' : '\n';
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
  { places }: FrontMatter,
  { keys }: FrontMatterField,
  value: string,
): Generator<Edit[]> {
  const top = [...places].filter(([pointer]) => pointer.lastIndexOf('/') === 0).map(([, place]) => place);
  const last = top.at(-1);
  const previous = top.at(-2);
  if (!last) return;
  const between = previous ? text.slice(previous.value.end, last.key?.start) : ',\n  ';
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

/** For a list of one: the dash of the next line, or a comma. */
function separatorOf(text: string, first: Range | undefined): string {
  if (!first) return ', ';
  const lineStart = text.lastIndexOf('\n', first.start - 1) + 1;
  const before = text.slice(lineStart, first.start);
  return /^\s*-\s+$/.test(before) ? `\n${before}` : ', ';
}
