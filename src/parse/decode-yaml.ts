import type * as yamlModule from 'yaml';
import type { Range } from '../model.ts';
import type { DecodedFrontMatter } from './decode-front-matter.ts';
import { yaml } from './front-matter-libraries.ts';
import { mostNested, tooDeep } from './nesting.ts';
import { childPointer, PlaceCollector } from './place-collector.ts';

/** Decodes YAML 1.2 (core schema: dates and `no` stay text), with places. */
export function decodeYaml(text: string): DecodedFrontMatter {
  const deep = mayBeDeep(text) ? deepAt(text) : undefined;
  if (deep !== undefined) return { fault: tooDeep(deep) };
  const { parseDocument } = yaml();
  const document = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    uniqueKeys: false,
    prettyErrors: false,
    // Its warnings would quote the guide on standard error, whatever stands there.
    logLevel: 'error',
  });
  const error = document.errors[0];
  if (error) {
    const [start, end] = error.pos;
    return {
      fault: { code: 'front-matter-syntax', range: { start, end: Math.max(end, start + 1) }, detail: error.message },
    };
  }
  const places = new PlaceCollector();
  collect(document.contents, '', places, yaml());
  try {
    return { value: document.toJS({ maxAliasCount: 50 }), ...places.result() };
  } catch (error) {
    const { message: detail } = error as Error;
    return { fault: { code: 'front-matter-syntax', range: aliasAt(document, detail), detail } };
  }
}

/** The `*name` that is known to nobody, or the first of those that repeat too much. */
function aliasAt(document: yamlModule.Document.Parsed, detail: string): Range {
  const { visit } = yaml();
  const unknown = /^Unresolved alias .*: (.*)$/.exec(detail)?.[1];
  let range = { start: 0, end: 1 };
  visit(document, {
    Alias(_, node) {
      if (unknown !== undefined && node.source !== unknown) return undefined;
      range = rangeOf(node) ?? range;
      return visit.BREAK;
    },
  });
  return range;
}

const beforeText = /^[ \t?:-]*/gm;

/** True unless brackets and indentation are too few for deep nesting: the levels of a line may share a column in pairs. */
function mayBeDeep(text: string): boolean {
  let brackets = 0;
  for (const sign of text) if (sign === '[' || sign === '{') brackets++;
  let widest = 0;
  for (const [lead] of text.matchAll(beforeText)) widest = Math.max(widest, lead.length);
  return brackets + 2 * (widest + 1) > mostNested;
}

/** Offset of the first value that lies too deep, by the parser's tokens: composing them would run out of stack. */
function deepAt(text: string): number | undefined {
  const { Parser } = yaml();
  const waiting = [...new Parser().parse(text)].map((token): [yamlModule.CST.Token, number] => [token, 0]);
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [token, above] = next;
    const depth = 'items' in token ? above + 1 : above;
    if (depth > mostNested) return token.offset;
    if (token.type === 'document' && token.value) waiting.push([token.value, depth]);
    if (!('items' in token)) continue;
    for (const { key, value } of token.items) {
      if (key) waiting.push([key, depth]);
      if (value) waiting.push([value, depth]);
    }
  }
  return undefined;
}

function collect(
  node: unknown,
  pointer: string,
  places: PlaceCollector,
  kinds: Pick<typeof yamlModule, 'isMap' | 'isScalar' | 'isSeq'>,
): void {
  const { isMap, isScalar, isSeq } = kinds;
  if (isMap(node)) {
    for (const pair of node.items) {
      if (!isScalar(pair.key)) continue;
      const at = childPointer(pointer, String(pair.key.value ?? ''));
      const key = rangeOf(pair.key) ?? { start: 0, end: 0 };
      places.add(at, { key, value: rangeOf(pair.value) ?? { start: key.end, end: key.end } });
      collect(pair.value, at, places, kinds);
    }
  } else if (isSeq(node)) {
    for (const [index, item] of node.items.entries()) {
      const at = childPointer(pointer, index);
      places.add(at, { value: rangeOf(item) ?? { start: 0, end: 0 } });
      collect(item, at, places, kinds);
    }
  }
}

/** The run of a node; none of a value that is not written. */
function rangeOf(node: unknown): Range | undefined {
  const { range } = (node ?? {}) as { range?: readonly number[] | null };
  const [start, end] = range ?? [];
  return start === undefined || end === undefined ? undefined : { start, end };
}
