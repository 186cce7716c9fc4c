import type { GuideTypeInfo, JsonPointer, SchemaNode } from '../model.ts';
import { childPointer } from '../parse/place-collector.ts';

/** A value that a guide type reads out of the front matter. */
export interface FrontMatterField {
  readonly pointer: JsonPointer;
  /** The keys it may stand under, the preferred one first. */
  readonly keys: readonly [string, ...string[]];
  readonly node: SchemaNode;
}

const known = new WeakMap<SchemaNode, readonly FrontMatterField[]>();

/** All values of a type that stand in the front matter under a key of their own, in the schema's order. */
export function frontMatterFields(type: GuideTypeInfo): readonly FrontMatterField[] {
  const fields = known.get(type.schema) ?? [...fieldsBelow(type, type.resolve(type.schema), '')];
  known.set(type.schema, fields);
  return fields;
}

function* fieldsBelow(type: GuideTypeInfo, parent: SchemaNode, pointer: JsonPointer): Generator<FrontMatterField> {
  for (const [property, unresolved] of Object.entries(parent.properties ?? {})) {
    const node = type.resolve(unresolved);
    const at = childPointer(pointer, property);
    const source = node['x-source'];
    if (!source) yield* fieldsBelow(type, node, at);
    else if (source.frontMatter === true) yield* wholeBlock(type, node, at);
    else if (source.frontMatter !== undefined) {
      const [key = property, ...others] = [source.frontMatter].flat();
      yield { pointer: at, keys: [key, ...others], node };
    }
  }
}

function* wholeBlock(type: GuideTypeInfo, block: SchemaNode, pointer: JsonPointer): Generator<FrontMatterField> {
  for (const [key, node] of Object.entries(block.properties ?? {}))
    yield { pointer: childPointer(pointer, key), keys: [key], node: type.resolve(node) };
}
