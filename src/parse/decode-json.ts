import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { DecodedFrontMatter } from './decode-front-matter.ts';
import { childPointer, PlaceCollector } from './place-collector.ts';

/** Decodes strict JSON (RFC 8259: no comments, no trailing commas, no repeated keys), with places. */
export function decodeJson(text: string): DecodedFrontMatter {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: true });
  const first = errors[0];
  if (first) {
    const range = { start: first.offset, end: first.offset + Math.max(first.length, 1) };
    return { fault: { code: 'front-matter-syntax', range, detail: printParseErrorCode(first.error) } };
  }
  const strict = strictFault(text);
  if (strict) return { fault: strict };
  const collector = new PlaceCollector();
  return { value: root ? toValue(root, '', collector) : undefined, ...collector.result() };
}

/** jsonc-parser forgives some texts that JSON forbids; the engine's own parser has the last word. */
function strictFault(text: string): DecodedFrontMatter['fault'] {
  if (text.trim() === '') return undefined;
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const position = Number(/position (\d+)/.exec(message)?.[1] ?? 0);
    return { code: 'front-matter-syntax', range: { start: position, end: position + 1 }, detail: 'InvalidSymbol' };
  }
}

function toValue(node: Node, pointer: string, places: PlaceCollector): unknown {
  if (node.type === 'array') {
    return (node.children ?? []).map((child, index) => {
      const at = childPointer(pointer, index);
      places.add(at, { value: rangeOf(child) });
      return toValue(child, at, places);
    });
  }
  if (node.type !== 'object') return node.value;
  const entries: [string, unknown][] = [];
  for (const property of node.children ?? []) {
    const [key, value] = property.children ?? [];
    if (!key || !value) continue;
    const at = childPointer(pointer, String(key.value));
    places.add(at, { key: rangeOf(key), value: rangeOf(value) });
    entries.push([String(key.value), toValue(value, at, places)]);
  }
  return Object.fromEntries(entries);
}

function rangeOf(node: Node): { start: number; end: number } {
  return { start: node.offset, end: node.offset + node.length };
}
