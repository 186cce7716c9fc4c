import { type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { ParseFault } from '../model.ts';
import type { DecodedFrontMatter } from './decode-front-matter.ts';
import { JsonPlaces, stringEnd } from './json-places.ts';
import { mostNested, tooDeep } from './nesting.ts';
import { PlaceCollector } from './place-collector.ts';

/** Decodes strict JSON (RFC 8259: no comments, no trailing commas, no repeated keys), with places. */
export function decodeJson(text: string): DecodedFrontMatter {
  const places = new PlaceCollector();
  if (!/[^ \t\r\n]/.test(text)) return { value: undefined, ...places.result() };
  const deep = deepAt(text);
  if (deep !== undefined) return { fault: tooDeep(deep) };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { fault: syntaxFault(text) };
  }
  new JsonPlaces(text, places).read();
  return { value, ...places.result() };
}

/** Offset of the first bracket that opens too deep a level. */
function deepAt(text: string): number | undefined {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === '"') at = stringEnd(text, at) - 1;
    else if (sign === '}' || sign === ']') depth--;
    else if ((sign === '{' || sign === '[') && ++depth > mostNested) return at;
  }
  return undefined;
}

/** Of a text that the engine's parser refuses: what a tolerant one finds first, which knows its name and place. */
function syntaxFault(text: string): ParseFault {
  const errors: ParseError[] = [];
  parseTree(text, errors, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: true });
  const [{ offset, length, error } = unnamed] = errors;
  const range = { start: offset, end: offset + Math.max(length, 1) };
  return { code: 'front-matter-syntax', range, detail: printParseErrorCode(error) };
}

/** Stands for an error that the tolerant parser would forgive; none is known. */
const unnamed: ParseError = { offset: 0, length: 1, error: 1 };
