import type { JsonPointer, SchemaNode } from '../model.ts';
import { childPointer } from '../parse/place-collector.ts';

const single = [
  'items',
  'contains',
  'additionalProperties',
  'propertyNames',
  'if',
  'then',
  'else',
  'not',
  'unevaluatedItems',
  'unevaluatedProperties',
  'contentSchema',
  'x-recommended',
];
const several = ['allOf', 'anyOf', 'oneOf', 'prefixItems'];
const named = ['properties', 'patternProperties', 'dependentSchemas', '$defs', 'definitions'];

/** All schema nodes of a file, the outer before the inner, each with its pointer in the file. */
export function* schemaNodes(node: unknown, pointer: JsonPointer = ''): Generator<readonly [JsonPointer, SchemaNode]> {
  if (!isRecord(node)) return;
  yield [pointer, node];
  for (const keyword of single) yield* schemaNodes(node[keyword], childPointer(pointer, keyword));
  for (const keyword of several) {
    const nodes = node[keyword];
    if (!Array.isArray(nodes)) continue;
    for (const [index, inner] of nodes.entries())
      yield* schemaNodes(inner, childPointer(childPointer(pointer, keyword), index));
  }
  for (const keyword of named) {
    const nodes = node[keyword];
    if (!isRecord(nodes)) continue;
    for (const [name, inner] of Object.entries(nodes))
      yield* schemaNodes(inner, childPointer(childPointer(pointer, keyword), name));
  }
}

/** True for a value with keys. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
