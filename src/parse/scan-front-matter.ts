import type { FrontMatterFormat, Range } from '../model.ts';

/** A front-matter block as its fences show it, not yet decoded. */
export interface FrontMatterBlock {
  /** Absent when the fence names a language that guidepost does not read. */
  readonly format?: FrontMatterFormat;
  /** What the opening fence says after its dashes, as written. */
  readonly language: string;
  readonly open: Range;
  readonly content: Range;
  readonly range: Range;
  readonly closed: boolean;
}

const formats: ReadonlyMap<string, FrontMatterFormat> = new Map([
  ['', 'yaml'],
  ['yaml', 'yaml'],
  ['yml', 'yaml'],
  ['json', 'json'],
  ['toml', 'toml'],
]);

/** Languages that other programs run where a fence names them, also after a gap: a guide that asks for it is refused. */
const programs = /^(?:js|javascript|coffee|coffeescript|cson)$/i;

const openingFence = /^(?<blank>\s*)(?<fence>---|\+\+\+)(?<gap>[ \t]*)(?<language>[A-Za-z][\w-]*)?[ \t]*(?=\r|\n|$)/;

/** Finds the block that opens a file; the fences must stand on lines of their own. */
export function scanFrontMatter(text: string): FrontMatterBlock | undefined {
  const match = openingFence.exec(text);
  if (!match) return undefined;
  const { blank = '', fence = '', gap = '', language = '' } = match.groups ?? {};
  const open = { start: blank.length, end: match[0].length };
  const start = afterLineEnd(text, open.end);
  const format = fence === '+++' ? tomlOnly(language) : formats.get(language.toLowerCase());
  // `--- Tea` is a line of text; without the gap somebody meant a language.
  if (gap !== '' && language !== '' && !format && !programs.test(language)) return undefined;
  const closing = fence === '---' ? /^---[ \t]*(?=\r|\n|$)/gm : /^\+\+\+[ \t]*(?=\r|\n|$)/gm;
  closing.lastIndex = start;
  const fenced = closing.exec(text);
  const close = fenced && holdsBody(text.slice(start, fenced.index), format) ? null : fenced;
  const content = close ? { start, end: close.index } : { start, end: guessEnd(text, start, format) };
  const end = close ? close.index + close[0].length : content.end;
  return {
    ...(format && { format }),
    language: fence + language,
    open,
    content,
    range: { start: open.start, end },
    closed: close !== null,
  };
}

function tomlOnly(language: string): FrontMatterFormat | undefined {
  return language === '' || language.toLowerCase() === 'toml' ? 'toml' : undefined;
}

function afterLineEnd(text: string, offset: number): number {
  if (text.startsWith('\r\n', offset)) return offset + 2;
  return Math.min(offset + 1, text.length);
}

/** True when the line that seems to close the block is a break of the body below a block that was never closed. */
function holdsBody(block: string, format: FrontMatterFormat | undefined): boolean {
  if (format === 'json') return /^\}[ \t]*\r?\n(?:#{1,6} |[ \t]*\r?\n\s*[^\s"}\]])/m.test(block);
  // A heading alone between blank lines, and below it nothing or text that is no key: a comment would not look like that.
  const heading =
    /^[ \t]*\r?\n#{1,6} .*\r?\n[ \t]*\r?\n(?![ \t]*(?:#|[\w-]+[ \t]*[:=]|-[ \t]|\[))(?=[^\r\n]*\S|\s*(?![\s\S]))/m;
  return heading.test(block);
}

/** Where an unclosed block probably ends, so that the body can be checked all the same. */
function guessEnd(text: string, start: number, format: FrontMatterFormat | undefined): number {
  // Between CR and LF is no line.
  const end = format === 'json' ? /^\}[ \t]*$|^(?<!\r(?=\n))[ \t]*$|^#/gm : /^(?<!\r(?=\n))[ \t]*$|^# /gm;
  end.lastIndex = start;
  const match = end.exec(text);
  if (!match) return text.length;
  return match[0].startsWith('}') ? match.index + match[0].length : match.index;
}
