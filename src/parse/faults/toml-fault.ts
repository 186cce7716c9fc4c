import type { ParseFault, Range } from '../../model.ts';
import { depthFault, lineAt, plainSigns, type SyntaxFault } from './syntax-fault.ts';

/** What keeps a TOML block from being read; the fault's detail is the decoder's sentence. */
export function tomlFault(text: string, fault: ParseFault): SyntaxFault {
  const deep = depthFault(text, fault);
  if (deep) return deep;
  const { range, detail } = fault;
  const line = lineAt(text, range.start);
  const written = text.slice(line.start, line.end);
  const found = text.slice(range.start, range.end);
  const [, before = '', value = ''] = /^([^=]*=[ \t]*)(.*?)[ \t]*$/.exec(written) ?? [];
  const run = { start: line.start + before.length, end: line.start + before.length + value.length };
  if (/Unterminated string/.test(detail)) return { kind: 'stringOpen', range: run, found: value };
  if (/Unterminated (?:array|inline)/.test(detail)) return openBracket(text, range, found);
  if (/multiple times/.test(detail)) {
    const key = written.slice(0, written.indexOf('=')).trim();
    const start = line.start + written.indexOf(key);
    return { kind: 'twice', range: { start, end: start + key.length }, found: key };
  }
  if (/invalid (?:date|time)/.test(detail)) return { kind: 'date', range: run, found: value };
  if (found === ':' || found === '：') {
    const edits = [{ range, text: /\s/.test(text[range.end] ?? '') ? ' =' : ' = ' }];
    return { kind: 'wrongSign', range, found, wanted: '=', edits };
  }
  const sign = plainSigns.get(found);
  if (sign !== undefined) return { kind: 'wrongSign', range, found, wanted: sign };
  if (/Unexpected character/.test(detail) && range.start === run.start && value !== '') {
    const isPlain = !/["'#\\[\]{}]/.test(value);
    return {
      kind: 'quotesMissing',
      range: run,
      found: value,
      ...(isPlain && { edits: [{ range: run, text: `"${value}"` }] }),
    };
  }
  return { kind: 'other', range, found: written.trim(), wanted: `TOML: ${detail}` };
}

function openBracket(text: string, range: Range, found: string): SyntaxFault {
  const before = text.slice(0, range.start);
  const start = Math.max(before.lastIndexOf('['), before.lastIndexOf('{'));
  if (start < 0) return { kind: 'bracketMissing', range, found };
  const open = text[start] ?? '[';
  return { kind: 'bracketOpen', range: { start, end: start + 1 }, found: open, wanted: open === '{' ? '}' : ']' };
}
