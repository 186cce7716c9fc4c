import type { GuideTypeInfo, JsonPointer, Locale, SchemaNode } from '../model.ts';
import { hasOwn } from '../own-property.ts';

const mostKnown = 10_000;

/** Reads a guide type's schema: references, nodes by pointer, names for people. */
export class SchemaView implements GuideTypeInfo {
  readonly name: string;
  readonly schema: SchemaNode;
  readonly #resolved = new WeakMap<SchemaNode, SchemaNode>();
  readonly #nodes = new Map<JsonPointer, SchemaNode | undefined>();

  constructor(name: string, schema: SchemaNode) {
    this.name = name;
    this.schema = schema;
  }

  resolve(node: SchemaNode): SchemaNode {
    if (node.$ref === undefined) return node;
    const known = this.#resolved.get(node);
    if (known) return known;
    const { $ref, ...own } = node;
    const resolved = { ...this.resolve(this.#lookUp($ref)), ...own };
    this.#resolved.set(node, resolved);
    return resolved;
  }

  nodeAt(pointer: JsonPointer): SchemaNode | undefined {
    if (this.#nodes.has(pointer)) return this.#nodes.get(pointer);
    const node = this.#lookUpNode(pointer);
    // Pointers hold indexes, and front matter may hold any key: what is remembered must not grow without end.
    if (this.#nodes.size >= mostKnown) this.#nodes.clear();
    this.#nodes.set(pointer, node);
    return node;
  }

  #lookUpNode(pointer: JsonPointer): SchemaNode | undefined {
    let node: SchemaNode | undefined = this.resolve(this.schema);
    for (const step of stepsOf(pointer)) {
      const next: SchemaNode | undefined = propertyOf(node, step) ?? (/^\d+$/.test(step) ? node.items : undefined);
      if (!next) return undefined;
      node = this.resolve(next);
    }
    return node;
  }

  titleOf(pointer: JsonPointer, locale: Locale): string {
    const node = this.nodeAt(pointer);
    const title = node?.['x-title']?.[locale] ?? node?.title ?? node?.['x-source']?.section?.name;
    if (title !== undefined) return title;
    const key = stepsOf(pointer).at(-1) ?? this.name;
    return /^\d+$/.test(key) ? `${this.titleOf(parentPointer(pointer), locale)} ${Number(key) + 1}` : key;
  }

  #lookUp(reference: string): SchemaNode {
    let node: unknown = this.schema;
    for (const step of stepsOf(pointerIn(reference) ?? '/')) node = hasOwn(node, step) ? node[step] : undefined;
    return (node ?? {}) as SchemaNode;
  }
}

/** The schema of a property; a key may be called like something that all objects inherit. */
export function propertyOf({ properties }: SchemaNode, key: string): SchemaNode | undefined {
  return properties && Object.hasOwn(properties, key) ? properties[key] : undefined;
}

/** The JSON pointer of a reference within its file, percent signs decoded; undefined where it is none. */
export function pointerIn(reference: string): JsonPointer | undefined {
  if (!/^#(?:\/|$)/.test(reference)) return undefined;
  try {
    return decodeURIComponent(reference.slice(1));
  } catch {
    return undefined;
  }
}

/** The keys of a JSON pointer, unescaped. */
export function stepsOf(pointer: JsonPointer): string[] {
  const steps = pointer.split('/').slice(1);
  return pointer.includes('~') ? steps.map(unescaped) : steps;
}

function unescaped(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~');
}

/** The pointer without its last key. */
export function parentPointer(pointer: JsonPointer): JsonPointer {
  return pointer.slice(0, pointer.lastIndexOf('/'));
}
