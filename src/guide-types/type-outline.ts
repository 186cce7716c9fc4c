import type { GuideTypeInfo, JsonPointer, Locale, SchemaNode } from '../model.ts';
import { childPointer } from '../parse/place-collector.ts';

/** A section of a guide type, as people look it up. */
export interface OutlinedSection {
  readonly pointer: JsonPointer;
  /** The canonical heading. */
  readonly name: string;
  readonly title: string;
  readonly aliases: readonly string[];
  readonly required: boolean;
  readonly sections: readonly OutlinedSection[];
}

/** A front-matter key of a guide type. */
export interface OutlinedKey {
  readonly key: string;
  readonly title: string;
  readonly required: boolean;
}

/** What a guide of a type has: the keys of its front matter, and its sections. */
export interface TypeOutline {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly frontMatter: readonly OutlinedKey[];
  readonly sections: readonly OutlinedSection[];
}

/** Lists what a guide of a type has, in the order of its schema. */
export function outlineType(type: GuideTypeInfo, locale: Locale): TypeOutline {
  return {
    name: type.name,
    title: type.titleOf('', locale),
    description: type.schema['x-description']?.[locale] ?? type.schema.description ?? '',
    frontMatter: keysBelow(type.schema, '', type, locale),
    sections: sectionsBelow(type.schema, '', type, locale),
  };
}

function keysBelow(node: SchemaNode, pointer: JsonPointer, type: GuideTypeInfo, locale: Locale): OutlinedKey[] {
  return Object.entries(node.properties ?? {}).flatMap(([property, unresolved]): OutlinedKey[] => {
    const child = type.resolve(unresolved);
    const at = childPointer(pointer, property);
    const selector = child['x-source']?.frontMatter;
    if (!child['x-source']) return keysBelow(child, at, type, locale);
    if (selector === undefined) return [];
    const keys = selector === true ? Object.keys(child.properties ?? {}) : [[selector].flat()[0] ?? property];
    return keys.map((key) => ({
      key,
      title: type.titleOf(selector === true ? childPointer(at, key) : at, locale),
      required: ((selector === true ? child.required : node.required) ?? []).includes(
        selector === true ? key : property,
      ),
    }));
  });
}

function sectionsBelow(node: SchemaNode, pointer: JsonPointer, type: GuideTypeInfo, locale: Locale): OutlinedSection[] {
  return Object.entries(node.properties ?? {}).flatMap(([key, property]): OutlinedSection[] => {
    const child = type.resolve(property);
    const at = childPointer(pointer, key);
    const source = child['x-source'];
    const item = child.items && type.resolve(child.items);
    const inner = [
      ...(source && !source.section ? [] : sectionsBelow(child, at, type, locale)),
      ...(item ? sectionsBelow(item, `${at}/*`, type, locale) : []),
    ];
    if (!source?.section) return inner;
    const { name, aliases = [] } = source.section;
    const required = node.required?.includes(key) ?? false;
    const title = child['x-title']?.[locale] ?? child.title ?? name;
    return [{ pointer: at, name, title, aliases, required, sections: inner }];
  });
}
