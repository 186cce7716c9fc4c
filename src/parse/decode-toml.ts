import type { AST } from 'toml-eslint-parser';
import type { FrontMatterPlace, Range } from '../model.ts';
import type { DecodedFrontMatter } from './decode-front-matter.ts';
import { toml } from './front-matter-libraries.ts';
import { mostNested, tooDeep } from './nesting.ts';
import { childPointer, PlaceCollector } from './place-collector.ts';
import { namesOf, tomlValue } from './toml-value.ts';

/** Decodes TOML 1.0; dates become ISO 8601 text, as JSON has no dates. */
export function decodeToml(text: string): DecodedFrontMatter {
  const deep = deepBracket(text);
  if (deep !== undefined) return { fault: tooDeep(deep) };
  const { ParseError, parseTOML } = toml();
  try {
    const program = parseTOML(text, { tomlVersion: '1.0' });
    const places = new PlaceCollector();
    const top = program.body[0];
    const tables = new Map<string, number>();
    for (const entry of top.body) {
      if (entry.type === 'TOMLKeyValue') collectKeyValue(entry, '', places);
      else collectTable(entry, places, tables);
    }
    const key = deepKey(places.places);
    if (key) return { fault: tooDeep(key.start) };
    return { value: tomlValue(top), ...places.result() };
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    // What is missing at the end of a line is noticed on the next one.
    const isNoticedLate = /Expected|Unspecified|Unterminated/.test(error.message);
    let start = error.index;
    while (isNoticedLate && /[\r\n]/.test(text.charAt(start - 1))) start--;
    return { fault: { code: 'front-matter-syntax', range: { start, end: start + 1 }, detail: error.message } };
  }
}

const quotes = ['"""', "'''", '"', "'"];

/** Offset of the first bracket that opens too deep a level: the parser would run out of stack. */
function deepBracket(text: string): number | undefined {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === '#') at = endOf('\n', text, at) - 1;
    else if (sign === '"' || sign === "'") at = stringEnd(text, at) - 1;
    else if (sign === ']' || sign === '}') depth--;
    else if ((sign === '[' || sign === '{') && ++depth > mostNested) return at;
  }
  return undefined;
}

function stringEnd(text: string, start: number): number {
  const quote = quotes.find((sign) => text.startsWith(sign, start)) ?? '"';
  if (quote.startsWith("'")) return endOf(quote, text, start + quote.length);
  for (let at = start + quote.length; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text.startsWith(quote, at)) return at + quote.length;
  }
  return text.length;
}

/** Behind a sign; the end of the text where it does not come. */
function endOf(sign: string, text: string, from: number): number {
  const at = text.indexOf(sign, from);
  return at < 0 ? text.length : at + sign.length;
}

/** The first key that lies too deep: dots nest as brackets do. */
function deepKey(places: ReadonlyMap<string, FrontMatterPlace>): Range | undefined {
  for (const [pointer, { key, value }] of places) if (pointer.split('/').length - 1 > mostNested) return key ?? value;
  return undefined;
}

function collectTable(table: AST.TOMLTable, places: PlaceCollector, counts: Map<string, number>): void {
  const pointer = tablePointer(table, counts);
  const [start, end] = table.range;
  places.add(pointer, { value: { start, end } });
  for (const entry of table.body) collectKeyValue(entry, pointer, places);
}

/** The pointer of a table; in an array of tables a name stands for the one that was begun last. */
function tablePointer({ key, kind }: AST.TOMLTable, counts: Map<string, number>): string {
  const names = namesOf(key).slice(0, mostNested + 1);
  return names.reduce((parent, name, index) => {
    const pointer = childPointer(parent, name);
    if (kind === 'array' && index === names.length - 1) counts.set(pointer, (counts.get(pointer) ?? 0) + 1);
    const count = counts.get(pointer);
    return count === undefined ? pointer : childPointer(pointer, count - 1);
  }, '');
}

function collectKeyValue(entry: AST.TOMLKeyValue, parent: string, places: PlaceCollector): void {
  const pointer = keyPointer(parent, entry.key);
  const [start, end] = entry.key.range;
  places.add(pointer, { key: { start, end }, value: rangeOf(entry.value) });
  collectValue(entry.value, pointer, places);
}

function collectValue(node: AST.TOMLContentNode, pointer: string, places: PlaceCollector): void {
  if (node.type === 'TOMLArray') {
    for (const [index, element] of node.elements.entries()) {
      const at = childPointer(pointer, index);
      places.add(at, { value: rangeOf(element) });
      collectValue(element, at, places);
    }
  } else if (node.type === 'TOMLInlineTable') {
    for (const entry of node.body) collectKeyValue(entry, pointer, places);
  }
}

function keyPointer(parent: string, key: AST.TOMLKey): string {
  // The pointer of a key that is longer than anything that is decoded would only fill memory.
  return namesOf(key)
    .slice(0, mostNested + 1)
    .reduce((at, name) => childPointer(at, name), parent);
}

function rangeOf(node: AST.TOMLNode): { start: number; end: number } {
  return { start: node.range[0], end: node.range[1] };
}
