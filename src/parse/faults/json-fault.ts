import { lineEndIn } from '../../line-end.ts';
import type { ParseFault, Range } from '../../model.ts';
import { backslashFault, depthFault, lineAt, plainSigns, type SyntaxFault } from './syntax-fault.ts';

const words: ReadonlyMap<string, string> = new Map([
  ['true', 'true'],
  ['false', 'false'],
  ['null', 'null'],
  ['none', 'null'],
]);

/** What keeps a JSON block from being read; the fault's detail is the name of the decoder's error code. */
export function jsonFault(text: string, fault: ParseFault, content: Range): SyntaxFault {
  const deep = depthFault(text, fault);
  if (deep) return deep;
  const { range, detail } = fault;
  const found = text.slice(range.start, range.end);
  const block = text.slice(content.start, content.end);
  const first = block.trimStart();
  if (/^[\p{L}_][\p{L}\p{N}_-]*[ \t]*[:：]/u.test(first)) return { kind: 'yamlInJson', range, found };
  if (!/^[{[｛]/u.test(first))
    return { kind: 'noBraces', range: lineAt(text, range.start), found: lineText(text, range) };
  const before = content.start + text.slice(content.start, range.start).trimEnd().length;
  const previous = text[before - 1] ?? '';
  if (previous === '}' && !/^[}\],"]/.test(found) && isComplete(text.slice(content.start, before)))
    return unclosed(text, range, before, lineEndIn(block));
  const comma = { start: before - 1, end: before };
  switch (detail) {
    case 'PropertyNameExpected':
    case 'ValueExpected':
      if (previous === ',' && (found === '}' || found === ']'))
        return { kind: 'trailingComma', range: comma, found, edits: [{ range: comma, text: '' }] };
      if (found === ',' && /[,{[]/.test(previous)) return { kind: 'entryMissing', range, found };
      return { kind: detail === 'ValueExpected' ? 'valueMissing' : 'keyExpected', range, found };
    case 'CommaExpected':
      return commaFault(text, range, before, openBrackets(text.slice(content.start, before)));
    case 'ColonExpected':
      return { kind: 'colonMissing', range, found };
    case 'CloseBraceExpected':
      return {
        kind: 'braceMissing',
        range: tokenBefore(before),
        found,
        edits: [{ range: at(before), text: `${lineEndIn(block)}}` }],
      };
    case 'CloseBracketExpected':
      return { kind: 'bracketMissing', range: tokenBefore(before), found };
    case 'EndOfFileExpected':
      return { kind: 'tooMuch', range, found };
    case 'InvalidCommentToken':
    case 'UnexpectedEndOfComment':
      return { kind: 'comment', range, found };
    case 'UnexpectedEndOfString':
      return { kind: 'stringOpen', range, found };
    case 'InvalidEscapeCharacter':
    case 'InvalidUnicode':
      return backslashFault(text, badEscape(text, range));
    case 'InvalidCharacter':
      return { kind: 'invisible', ...controlSign(text, range) };
    case 'UnexpectedEndOfNumber':
    case 'InvalidNumberFormat':
      return { kind: 'number', range, found };
    default:
      return symbolFault(text, range, before, content);
  }
}

function commaFault(text: string, range: Range, before: number, open: string): SyntaxFault {
  const found = text.slice(range.start, range.end);
  if (found === '}') return { kind: 'bracketMissing', range: tokenBefore(before), found };
  if (found === ']') return { kind: 'wrongSign', range, found, wanted: open.at(-2) === '[' ? '}]' : '}' };
  // Two values that touch are one that lacks its quotes: 2024-05-15.
  if (before === range.start && /\w/.test(text[before - 1] ?? '')) return bareValue(text, range);
  const isNextLine = text.slice(before, range.start).includes('\n');
  const edits = isNextLine && found.startsWith('"') ? { edits: [{ range: at(before), text: ',' }] } : {};
  return { kind: 'commaMissing', range, found, ...edits };
}

/** A word or sign that JSON does not know. */
function symbolFault(text: string, range: Range, before: number, content: Range): SyntaxFault {
  const found = text.slice(range.start, range.end);
  const first = found.slice(0, 1);
  const isSemicolon = first === ';' || first === '；';
  const sign = isSemicolon ? signMeant(text.slice(content.start, before)) : plainSigns.get(first);
  if (sign === '"') return quoteFault(range, found);
  if (sign !== undefined) {
    const place = { start: range.start, end: range.start + 1 };
    const kind = sign === ' ' ? 'wideSpace' : 'wrongSign';
    return { kind, range: place, found: first, wanted: sign, edits: [{ range: place, text: sign }] };
  }
  if (first === '#') {
    const { end } = lineAt(text, range.start);
    return { kind: 'comment', range: { start: range.start, end }, found };
  }
  if (text[before - 1] === '"' && before === range.start)
    return { kind: 'innerQuote', range: { start: before - 1, end: before }, found };
  const word = words.get(found.toLowerCase());
  if (word) return { kind: 'wrongSign', range, found, wanted: word, edits: [{ range, text: word }] };
  const isKey = text[before - 1] !== ':' && /^\s*:/.test(text.slice(range.end, range.end + 20));
  return isKey ? { kind: 'keyQuotesMissing', range, found } : bareValue(text, range);
}

/** A value without its quotes, of which the parser has seen a part. */
function bareValue(text: string, range: Range): SyntaxFault {
  const run = around(text, range);
  return { kind: 'quotesMissing', range: run, found: text.slice(run.start, run.end) };
}

/** What a semicolon stands for: behind a key a colon, else a comma. */
function signMeant(head: string): string {
  const isBehindKey = openBrackets(head).endsWith('{') && /[{,]\s*"(?:[^"\\]|\\.)*"$/.test(head.slice(-200));
  return isBehindKey ? ':' : ',';
}

/** The brackets that a text opens and does not close, the outermost first. */
function openBrackets(head: string): string {
  let open = '';
  for (const [sign] of head.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/gs)) {
    if (sign === '{' || sign === '[') open += sign;
    else if (sign === '}' || sign === ']') open = open.slice(0, -1);
  }
  return open;
}

/** Curly or single quotation marks in place of the plain double ones. */
function quoteFault(range: Range, found: string): SyntaxFault {
  const inner = found.slice(1, -1);
  const isWhole = found.length > 1 && plainSigns.get(found.at(-1) ?? '') === '"' && !/["\\]/.test(inner);
  const edits = [
    { range: { start: range.start, end: range.start + 1 }, text: '"' },
    { range: { start: range.end - 1, end: range.end }, text: '"' },
  ];
  return { kind: 'wrongSign', range, found: found[0] ?? '', wanted: '"', ...(isWhole && { edits }) };
}

/** Text of the guide after a complete block, which the fence of some later break seems to close. */
function unclosed(text: string, range: Range, before: number, end: string): SyntaxFault {
  const line = lineAt(text, range.start);
  const isOtherLine = text.slice(before, range.start).includes('\n');
  if (!isOtherLine) return { kind: 'tooMuch', range, found: text.slice(range.start, line.end) };
  const edits = [{ range: at(before), text: `${end}---` }];
  return { kind: 'fenceMissing', range: line, found: text.slice(line.start, line.end), wanted: '---', edits };
}

function isComplete(block: string): boolean {
  try {
    JSON.parse(block);
    return true;
  } catch {
    return false;
  }
}

function lineText(text: string, { start }: Range): string {
  const line = lineAt(text, start);
  return text.slice(line.start, line.end);
}

/** The first backslash of a text that begins no escape of JSON, with the sign behind it. */
function badEscape(text: string, range: Range): Range {
  const written = text.slice(range.start, range.end);
  const sound = /^(?:[^\\]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*/.exec(written)?.[0].length ?? 0;
  const start = range.start + sound;
  return { start, end: start + (/^../su.exec(written.slice(sound))?.[0].length ?? 1) };
}

function controlSign(text: string, range: Range): { range: Range; found: string } {
  const start = range.start + Math.max(text.slice(range.start, range.end).search(/\p{Cc}/u), 0);
  return { range: { start, end: start + 1 }, found: text.slice(start, start + 1) };
}

/** The whole run without blanks or commas that a token stands in. */
function around(text: string, range: Range): Range {
  const line = lineAt(text, range.start);
  const head = /[^\s,:[\]{}]*$/u.exec(text.slice(line.start, range.start))?.[0].length ?? 0;
  const tail = /^[^\s,[\]{}]*/u.exec(text.slice(range.end, line.end))?.[0].length ?? 0;
  return { start: range.start - head, end: range.end + tail };
}

function at(offset: number): Range {
  return { start: offset, end: offset };
}

function tokenBefore(offset: number): Range {
  return { start: Math.max(offset - 1, 0), end: offset };
}
