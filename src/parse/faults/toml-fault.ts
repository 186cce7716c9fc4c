import type { Edit, ParseFault, Range } from '../../model.ts';
import {
  backslashFault,
  depthFault,
  lastBracketAt,
  lineAt,
  openBracketAt,
  plainSigns,
  type SyntaxFault,
} from './syntax-fault.ts';

// A text in quotes, or a comment; named where a text is not closed.
const quoted =
  /"""[\s\S]*?"""|'''[\s\S]*?'''|(?<long>(?:"""|''')[^\r\n]*)|"(?:[^"\\\r\n]|\\.)*"|'[^'\r\n]*'|#.*|(?<short>["'][^\r\n]*)/g;

/** What keeps a TOML block from being read; the fault's detail is the decoder's sentence. */
export function tomlFault(text: string, fault: ParseFault, content: Range): SyntaxFault {
  const deep = depthFault(text, fault);
  if (deep) return deep;
  const { range, detail } = fault;
  const line = lineAt(text, range.start);
  if (/Unterminated string/.test(detail)) return openQuote(text, range, content);
  if (/Unterminated/.test(detail)) return openBracket(text, range, content);
  if (/multiple times/.test(detail)) return { kind: 'twice', ...keyAt(text, range.start, line) };
  if (/invalid (?:date|time)/.test(detail)) return { kind: 'date', ...wordAt(text, range.start, line) };
  if (/Leading zeros/.test(detail)) return { kind: 'number', ...wordAt(text, range.start, line) };
  if (/escape sequence/.test(detail)) return backslashFault(text, { start: range.start - 1, end: range.end });
  const unexpected = /Unexpected character|Expected equal/.test(detail)
    ? signFault(text, range, line, content)
    : undefined;
  return unexpected ?? { kind: 'other', range, found: textOf(text, line).trim(), wanted: `TOML: ${detail}` };
}

/** A sign that TOML does not take where it stands. */
function signFault(text: string, range: Range, line: Range, content: Range): SyntaxFault | undefined {
  const found = textOf(text, range);
  const before = text.slice(line.start, range.start);
  const bracket = openBracketAt(text, { start: content.start, end: range.start });
  const isBehindKey = !before.includes('=') || /[{,][ \t]*[\w-]+[ \t]*$/.test(before);
  if (isBehindKey && (found === ':' || found === '：')) {
    const blank = (beside: string): string => (/\s/.test(beside) ? '' : ' ');
    const edits = [{ range, text: `${blank(before.slice(-1))}=${blank(text.charAt(range.end))}` }];
    return { kind: 'wrongSign', range, found, wanted: '=', edits };
  }
  const sign = plainSigns.get(found);
  if (sign === ' ') return { kind: 'wideSpace', range, found, edits: [{ range, text: sign }] };
  if (sign === '"' || (sign === ',' && bracket !== undefined)) return { kind: 'wrongSign', range, found, wanted: sign };
  const isNextKey = before.trim() === '' && /^["'\w.-]+[ \t]*=/.test(text.slice(range.start, line.end));
  if (isNextKey && bracket !== undefined) return openBracket(text, range, content);
  const key = bareKey(text, range, line);
  if (key) return { kind: 'keyQuotesMissing', ...key, edits: quoting(key) };
  return before.includes('=') ? valueFault(text, range, line) : undefined;
}

/** A key, or a part of one with dots or of a header, that has letters or blanks in it and no quotes. */
function bareKey(text: string, range: Range, line: Range): Found | undefined {
  const [, indent = '', key] = /^([ \t]*)([\p{L}\p{N}_][^=[\]{}"'#,.:：]*?)[ \t]*=/u.exec(textOf(text, line)) ?? [];
  const start = line.start + indent.length;
  if (key !== undefined && range.start < start + key.length)
    return { range: { start, end: start + key.length }, found: key };
  const part = wordAt(text, range.start, line, '.');
  const isKey = /^[ \t]*[=.]/.test(text.slice(part.range.end, line.end)) || /^[ \t]*\[/.test(textOf(text, line));
  return isKey && part.range.start === range.start && /^\p{L}/u.test(part.found) ? part : undefined;
}

/** A value, or one of a list, that is neither a number nor a date and has no quotes. */
function valueFault(text: string, range: Range, line: Range): SyntaxFault | undefined {
  const value = valueOn(text, line);
  if (/^\d{4}-\d\d?-\d\d?$/.test(value.found)) return { kind: 'date', ...value };
  if (/^[+-]?\d[\w.+-]*$/.test(value.found)) return { kind: 'number', ...value };
  const run = value.range.start === range.start ? value : wordAt(text, range.start, line);
  const wanted = run.found.toLowerCase();
  if (wanted === 'true' || wanted === 'false')
    return { kind: 'wrongSign', ...run, wanted, edits: [{ range: run.range, text: wanted }] };
  if (run.range.start !== range.start || run.found === '') return undefined;
  return { kind: 'quotesMissing', ...run, ...(!/["'#\\[\]{}]/.test(run.found) && { edits: quoting(run) }) };
}

function openQuote(text: string, range: Range, content: Range): SyntaxFault {
  for (const { index, groups } of text.slice(content.start, content.end).matchAll(quoted)) {
    const found = (groups?.long ?? groups?.short ?? '').trimEnd();
    const start = content.start + index;
    if (found !== '') return { kind: 'stringOpen', range: { start, end: start + found.length }, found };
  }
  return { kind: 'stringOpen', range, found: '' };
}

function openBracket(text: string, range: Range, content: Range): SyntaxFault {
  const end = range.start + 1;
  const start = openBracketAt(text, { start: content.start, end }) ?? lastBracketAt(text, end);
  const found = text.charAt(start);
  return { kind: 'bracketOpen', range: { start, end: start + 1 }, found, wanted: found === '{' ? '}' : ']' };
}

interface Found {
  readonly range: Range;
  readonly found: string;
}

function quoting({ range, found }: Found): readonly Edit[] {
  return [{ range, text: JSON.stringify(found) }];
}

/** A key as it is written, with its quotes. */
function keyAt(text: string, start: number, line: Range): Found {
  const found = /^(?:"(?:[^"\\]|\\.)*"|'[^']*'|[^\s=\]])*/.exec(text.slice(start, line.end))?.[0] ?? '';
  return { range: { start, end: start + found.length }, found };
}

/** The run of signs around an offset that blanks, quotes and the signs between values end. */
function wordAt(text: string, offset: number, line: Range, ends = ''): Found {
  const signs = `[^\\s,[\\]{}="'#${ends}]*`;
  const head = new RegExp(`${signs}$`).exec(text.slice(line.start, offset))?.[0].length ?? 0;
  const tail = new RegExp(`^${signs}`).exec(text.slice(offset, line.end))?.[0].length ?? 0;
  const range = { start: offset - head, end: offset + tail };
  return { range, found: textOf(text, range) };
}

function valueOn(text: string, line: Range): Found {
  const [, before = '', found = ''] = /^([^=]*=[ \t]*)(.*?)[ \t]*$/.exec(textOf(text, line)) ?? [];
  const start = line.start + before.length;
  return { range: { start, end: start + found.length }, found };
}

function textOf(text: string, { start, end }: Range): string {
  return text.slice(start, end);
}
