import type { JsonPointer, ParseFault, Range } from '../model.ts';
import { decodeJson } from '../parse/decode-json.ts';

/** One normalized guide as it stands in a JSON text. */
export interface JsonGuide {
  readonly value: unknown;
  /** Where a value of the guide stands in the text: itself, or the nearest one around it. */
  offsetOf(pointer: JsonPointer): number;
}

/** The guides of a JSON text, or what keeps it from being read. */
export type ReadJson =
  | { readonly guides: readonly JsonGuide[] }
  | { readonly fault: ParseFault; readonly content: Range };

/** Reads normalized guides: one object, an array of them, or NDJSON, a guide a line. */
export function readJson(text: string): ReadJson {
  const firstLine = /\S[^\n]*/.exec(text)?.[0];
  if (firstLine === undefined) return { guides: [] };
  const isLines = text.trim() !== firstLine.trim() && isObjectText(firstLine);
  if (!isLines) return readText(text, { start: 0, end: text.length });
  const guides: JsonGuide[] = [];
  for (const { index, 0: line } of text.matchAll(/[^\r\n]*\S[^\r\n]*/g)) {
    const read = readText(text, { start: index, end: index + line.length });
    if ('fault' in read) return read;
    guides.push(...read.guides);
  }
  return { guides };
}

function isObjectText(line: string): boolean {
  return line.startsWith('{') && decodeJson(line).fault === undefined;
}

function readText(text: string, content: Range): ReadJson {
  const { value, places, fault } = decodeJson(text.slice(content.start, content.end));
  if (fault) {
    const { start, end } = fault.range;
    return { fault: { ...fault, range: { start: start + content.start, end: end + content.start } }, content };
  }
  const guideAt = (own: unknown, base: JsonPointer): JsonGuide => ({
    value: own,
    offsetOf(pointer) {
      for (let at = base + pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
        const place = places?.get(at);
        if (place) return content.start + (place.key ?? place.value).start;
      }
      return content.start + Math.max(text.slice(content.start, content.end).search(/\S/), 0);
    },
  });
  return { guides: Array.isArray(value) ? value.map((own, index) => guideAt(own, `/${index}`)) : [guideAt(value, '')] };
}
