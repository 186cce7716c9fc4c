import type { Edit, ParseFault, Range } from '../../model.ts';
import { backslashFault, depthFault, lastBracketAt, lineAt, openBracketAt, type SyntaxFault } from './syntax-fault.ts';

// What stands before a value on its line: indentation, list markers, a key with its colon.
const beforeValue = /^[ \t]*(?:-[ \t]+)*(?:[^\s:#'"[{][^:]*:[ \t]+)?/;

/** What keeps a YAML block from being read; the fault's detail is the decoder's sentence. */
export function yamlFault(text: string, fault: ParseFault, content: Range): SyntaxFault {
  const deep = depthFault(text, fault);
  if (deep) return deep;
  const { range, detail } = fault;
  const line = lineAt(text, Math.min(range.start, content.end));
  const written = text.slice(line.start, line.end);
  const whole = trimmed(text, line);
  const named = /start with .* character (\S)/.exec(detail)?.[1];
  if (/Tabs are not allowed/.test(detail)) return { kind: 'tab', range, found: written };
  if (named) {
    const key = keyWith(named, text, line);
    return key ? { kind: 'keyQuotesMissing', ...key } : needsQuotes(text, line, named);
  }
  if (/Nested mappings/.test(detail)) {
    if (/:(?:\s|$)/.test(valueOn(text, line).text)) return needsQuotes(text, line, ':');
    const next = trimmed(text, lineAt(text, Math.min(line.end + 2, text.length)));
    return { kind: 'indent', range: next, found: textOf(text, next) };
  }
  if (/Implicit (?:map )?keys need/.test(detail)) return keyFault(text, line);
  if (/block sequence may not be used|must start at the same column/.test(detail))
    return { kind: 'indent', range: whole, found: textOf(text, whole) };
  if (/Unexpected \S*scalar at node end/.test(detail)) {
    if (whole.start === range.start) return { kind: 'indent', range: whole, found: textOf(text, whole) };
    const key = keyWith('*', text, line);
    if (key) return { kind: 'unknownName', ...key };
    return needsQuotes(text, line, valueOn(text, line).text[0] ?? '');
  }
  if (/block-seq-ind on same line/.test(detail)) {
    const { edits: _edits, ...fault } = needsQuotes(text, line, '-');
    return fault;
  }
  if (/Missing closing/.test(detail)) return openQuote(text, fault, content);
  const flow = /Flow .* end with a (\S)/.exec(detail)?.[1];
  if (flow) return openBracket(text, range, content, flow);
  if (/Unresolved alias/.test(detail)) return aliasFault(text, fault);
  if (/Excessive alias count/.test(detail)) return { kind: 'tooManyRepeats', range, found: textOf(text, range) };
  if (/Not a YAML token/.test(detail))
    return {
      kind: 'blockText',
      range: run(text, range.start, line),
      found: textOf(text, run(text, range.start, line)),
    };
  if (/escape sequence/.test(detail)) {
    return backslashFault(text, { start: range.start, end: Math.min(range.start + 2, line.end) });
  }
  return { kind: 'other', range, found: textOf(text, run(text, range.start, line)), wanted: `YAML: ${detail}` };
}

/** The key of a line where it begins with a sign that has a meaning of its own. */
function keyWith(sign: string, text: string, line: Range): Pick<SyntaxFault, 'range' | 'found' | 'edits'> | undefined {
  const [, before = '', found] = /^([ \t]*(?:-[ \t]+)*)([^\s:][^:]*):(?:\s|$)/.exec(textOf(text, line)) ?? [];
  if (!found?.startsWith(sign)) return undefined;
  const start = line.start + before.length;
  const range = { start, end: start + found.length };
  return { range, found, edits: [{ range, text: JSON.stringify(found) }] };
}

/** A value that YAML reads as something else unless it is quoted. */
function needsQuotes(text: string, line: Range, sign: string): SyntaxFault {
  const value = valueOn(text, line);
  return { kind: 'needsQuotes', range: value.range, found: value.text, wanted: sign, ...quoting(text, line) };
}

/** Quotes are certain to help where the value is all on its line and no comment may follow. */
function quoting(text: string, line: Range): { edits?: readonly Edit[] } {
  const value = valueOn(text, line);
  const next = /^\r?\n([ \t]*)(\S?)/.exec(text.slice(line.end, line.end + 200));
  const indent = /^[ \t]*/.exec(text.slice(line.start, line.end))?.[0].length ?? 0;
  const goesOn = next !== null && next[2] !== '' && next[2] !== '#' && (next[1] ?? '').length > indent;
  return goesOn || value.text.includes(' #')
    ? {}
    : { edits: [{ range: value.range, text: JSON.stringify(value.text) }] };
}

/** A line that should be `key: value` and is not. */
function keyFault(text: string, line: Range): SyntaxFault {
  const range = trimmed(text, line);
  const found = textOf(text, range);
  const wideSpace = /^[ \t]*(\u3000+)/.exec(text.slice(line.start, line.end));
  if (wideSpace?.[1]) {
    const end = line.start + wideSpace[0].length;
    const place = { start: end - wideSpace[1].length, end };
    return {
      kind: 'wideSpace',
      range: place,
      found,
      edits: [{ range: place, text: '  '.repeat(wideSpace[1].length) }],
    };
  }
  if (/^-\s/.test(found)) return { kind: 'strayItem', range, found };
  const wide = /^[^:：]*：/.exec(found);
  if (wide) {
    const start = range.start + wide[0].length - 1;
    const place = { start, end: start + 1 };
    const colon = /\s/.test(text[place.end] ?? '\n') ? ':' : ': ';
    return { kind: 'wrongSign', range: place, found: '：', wanted: ':', edits: [{ range: place, text: colon }] };
  }
  const tight = /^[^\s:]+:(?=[^\s:/])/.exec(found);
  if (!tight) return { kind: 'noColon', range, found };
  const at = range.start + tight[0].length;
  return { kind: 'spaceMissing', range, found, edits: [{ range: { start: at, end: at }, text: ' ' }] };
}

// A quotation mark where a text may begin, with the text up to its end; named where the line does not have that.
const quoted =
  /(?<=^[ \t]*|[:?-][ \t]+|[[{,][ \t]*|["']:|[ \t][&!]\S*[ \t]+)(?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\n]|'')*'(?!')|(?<open>["'])[^\r\n]*)/gm;

function openQuote(text: string, { range, detail }: ParseFault, content: Range): SyntaxFault {
  const quote = detail.includes("'") ? "'" : '"';
  for (const match of text.slice(content.start, content.end).matchAll(quoted)) {
    if (match.groups?.open !== quote) continue;
    const place = run(text, content.start + match.index, {
      start: 0,
      end: content.start + match.index + match[0].length,
    });
    return { kind: 'stringOpen', range: place, found: textOf(text, place) };
  }
  return { kind: 'stringOpen', range, found: '' };
}

function openBracket(text: string, range: Range, content: Range, close: string): SyntaxFault {
  const start = openBracketAt(text, { start: content.start, end: range.start }) ?? lastBracketAt(text, range.start);
  const line = lineAt(text, start);
  const hash = /[[,\s](#[^\s,\]}]+)/.exec(text.slice(start, line.end));
  if (hash?.[1]) {
    const at = start + hash.index + 1;
    return { kind: 'hashInList', range: { start: at, end: at + hash[1].length }, found: hash[1] };
  }
  return { kind: 'bracketOpen', range: { start, end: start + 1 }, found: text.charAt(start), wanted: close };
}

/** A text that begins with `*` and is no name of anything; quotes are certain to help where nothing else is on its line. */
function aliasFault(text: string, { range }: ParseFault): SyntaxFault {
  const line = lineAt(text, range.start);
  const value = valueOn(text, line);
  if (value.range.start !== range.start) return { kind: 'unknownName', range, found: textOf(text, range) };
  return { kind: 'unknownName', range: value.range, found: value.text, ...quoting(text, line) };
}

function valueOn(text: string, line: Range): { range: Range; text: string } {
  const written = text.slice(line.start, line.end);
  const end = line.start + written.trimEnd().length;
  const start = Math.min(line.start + (beforeValue.exec(written)?.[0].length ?? 0), end);
  return { range: { start, end }, text: text.slice(start, end) };
}

function run(text: string, start: number, line: Range): Range {
  return { start, end: start + text.slice(start, line.end).trimEnd().length };
}

function trimmed(text: string, line: Range): Range {
  const written = text.slice(line.start, line.end);
  const start = line.start + written.length - written.trimStart().length;
  return { start, end: start + written.trim().length };
}

function textOf(text: string, { start, end }: Range): string {
  return text.slice(start, end);
}
