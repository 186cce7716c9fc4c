import { createRequire } from 'node:module';
import type * as yamlModule from 'yaml';
import { lazily } from '../deadline.ts';
import type { DecodedFrontMatter } from './decode-front-matter.ts';
import { childPointer, PlaceCollector } from './place-collector.ts';

// Most guides have JSON: only those with YAML wait for its decoder.
const require = createRequire(import.meta.url);
const yaml = lazily(() => require('yaml') as typeof yamlModule);

/** Decodes YAML 1.2 (core schema: dates and `no` stay text), with places. */
export function decodeYaml(text: string): DecodedFrontMatter {
  const { LineCounter, parseDocument } = yaml();
  const lineCounter = new LineCounter();
  const document = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    uniqueKeys: false,
    lineCounter,
    prettyErrors: false,
  });
  const error = document.errors[0];
  if (error) {
    const [start, end] = error.pos;
    return {
      fault: { code: 'front-matter-syntax', range: { start, end: Math.max(end, start + 1) }, detail: error.message },
    };
  }
  const places = new PlaceCollector();
  collect(document.contents, '', places);
  try {
    return { value: document.toJS({ maxAliasCount: 50 }), ...places.result() };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { fault: { code: 'front-matter-syntax', range: { start: 0, end: text.length }, detail } };
  }
}

function collect(node: unknown, pointer: string, places: PlaceCollector): void {
  const { isMap, isPair, isScalar, isSeq } = yaml();
  if (isMap(node)) {
    for (const pair of node.items) {
      if (!isPair(pair) || !isScalar(pair.key)) continue;
      const at = childPointer(pointer, String(pair.key.value));
      const key = rangeOf(pair.key) ?? { start: 0, end: 0 };
      places.add(at, { key, value: rangeOf(pair.value) ?? { start: key.end, end: key.end } });
      collect(pair.value, at, places);
    }
  } else if (isSeq(node)) {
    for (const [index, item] of node.items.entries()) {
      const at = childPointer(pointer, index);
      places.add(at, { value: rangeOf(item) ?? { start: 0, end: 0 } });
      collect(item, at, places);
    }
  }
}

function rangeOf(node: unknown): { start: number; end: number } | undefined {
  const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined;
  if (!Array.isArray(range)) return undefined;
  const [start, end] = range;
  return typeof start === 'number' && typeof end === 'number' ? { start, end } : undefined;
}
