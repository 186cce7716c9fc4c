import { stepsOf } from '../guide-types/schema-view.ts';
import type { GuideTypeInfo, JsonPointer, Locale, SchemaNode, Source } from '../model.ts';
import { childPointer } from '../parse/place-collector.ts';

export interface SkeletonOptions {
  /** Goes into the field that files are named by. */
  readonly slug: string;
  readonly locale: Locale;
  /** What stands where something is to be filled in. */
  readonly placeholder: (name: string) => string;
}

/** The value of a guide in which everything is still to be filled in: each section, column and front-matter key once. */
export function skeletonValue(type: GuideTypeInfo, options: SkeletonOptions): Record<string, unknown> {
  const skeleton = new Skeleton(type, options);
  return skeleton.object(type.schema, '') ?? {};
}

class Skeleton {
  readonly #type: GuideTypeInfo;
  readonly #options: SkeletonOptions;

  constructor(type: GuideTypeInfo, options: SkeletonOptions) {
    this.#type = type;
    this.#options = options;
  }

  object(node: SchemaNode, pointer: JsonPointer): Record<string, unknown> | undefined {
    const entries = Object.entries(node.properties ?? {}).flatMap(([key, property]): [string, unknown][] => {
      const child = this.#type.resolve(property);
      const at = childPointer(pointer, key);
      const source = child['x-source'];
      if (source && !this.#isWanted(source, node.required?.includes(key) ?? false, at)) return [];
      const value = source || !isTop(at) || child.properties ? this.#value(child, source ?? {}, at) : undefined;
      return value === undefined ? [] : [[key, value]];
    });
    return entries.length > 0 ? Object.fromEntries(entries) : undefined;
  }

  /** What stands beside the sections, or is read from what they hold already, is for the author to add. */
  #isWanted(source: Source, isRequired: boolean, pointer: JsonPointer): boolean {
    if (source.of !== undefined || source.collect || source.group) return false;
    if (typeof source.heading === 'string') return isRequired;
    return !(isTop(pointer) && source.prose === 'rest' && !isRequired);
  }

  #value(node: SchemaNode, source: Source, pointer: JsonPointer): unknown {
    if (node.const !== undefined) return node.const;
    if (source.frontMatter !== undefined) return this.#frontMatter(node, pointer);
    // Tags cannot hold a placeholder that a reader would take for one.
    if (source.hashtags) return [];
    if (node.type === 'array') return this.#items(node, source, pointer);
    if (node['x-parse'] !== undefined && node.properties) return { text: this.#placeholder(pointer) };
    if (node.properties) return this.object(node, pointer);
    return this.#placeholder(pointer);
  }

  #frontMatter(node: SchemaNode, pointer: JsonPointer): unknown {
    if (node['x-file-name'] === true) return this.#options.slug;
    if (node.const !== undefined) return node.const;
    if (node.type === 'array') return [this.#placeholder(pointer)];
    if (!node.properties) return this.#placeholder(pointer);
    return Object.fromEntries(
      Object.entries(node.properties).map(([key, property]) => [
        key,
        this.#frontMatter(this.#type.resolve(property), childPointer(pointer, key)),
      ]),
    );
  }

  #items(node: SchemaNode, source: Source, pointer: JsonPointer): unknown[] {
    const item = this.#type.resolve(node.items ?? {});
    if (!item.properties) return [this.#placeholder(pointer)];
    const columns = Object.entries(source.table?.columns ?? {});
    const shared = columns.flatMap(([key, names]) => (typeof names === 'string' ? [key] : []));
    const at = childPointer(pointer, 0);
    const value = Object.entries(item.properties).flatMap(([key, property]): [string, unknown][] => {
      const child = this.#type.resolve(property);
      const own = child['x-source'];
      const isGroup = source.questions !== undefined && key === 'group';
      if (own?.prose === 'rest' && !item.required?.includes(key) && (source.questions || this.#hasNamedParts(item)))
        return [];
      if (isGroup || shared.includes(key) || (own && !this.#isWanted(own, item.required?.includes(key) ?? false, '')))
        return [];
      return [[key, this.#value(child, own ?? {}, childPointer(at, key))]];
    });
    return [Object.fromEntries(value)];
  }

  /** Where an item's parts have labels or headings of their own, further text is an exception. */
  #hasNamedParts(item: SchemaNode): boolean {
    return Object.values(item.properties ?? {}).some((property) => {
      const source = this.#type.resolve(property)['x-source'];
      return source?.label !== undefined || source?.section !== undefined;
    });
  }

  #placeholder(pointer: JsonPointer): string {
    return this.#options.placeholder(
      this.#type.titleOf(pointer, this.#options.locale).replaceAll(/[[\]［］{}<>＜＞\n]/g, ''),
    );
  }
}

function isTop(pointer: JsonPointer): boolean {
  return stepsOf(pointer).length === 1;
}
