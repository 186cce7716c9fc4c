import type { GuideTypeInfo, Locale, SchemaNode } from '../model.ts';
import { frontMatterFields } from './front-matter-fields.ts';

type Plain = Record<string, unknown>;

/**
 * A JSON Schema of a type's front matter alone, for editors: titles and descriptions in one language, and none of the
 * keywords that only guidepost knows. Undefined for a type without front matter.
 */
export function frontMatterSchema(type: GuideTypeInfo, locale: Locale): Plain | undefined {
  const blocks = blocksOf(type.schema, type);
  const fields = frontMatterFields(type);
  if (blocks.length === 0 && fields.length === 0) return undefined;
  const writer = new PlainSchema(type, locale);
  const merged: Plain = Object.assign({}, ...blocks.map((block) => writer.plain(block)));
  const properties = { ...(merged.properties as Plain | undefined) };
  for (const { keys, node } of fields) properties[keys[0]] ??= writer.plain(node);
  const definitions = writer.definitions();
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    ...merged,
    title: `${type.titleOf('', locale)}: ${merged.title ?? 'front matter'}`,
    type: 'object',
    properties,
    ...(Object.keys(definitions).length > 0 && { $defs: definitions }),
  };
}

/** The nodes that stand for the whole front matter. */
function blocksOf(node: SchemaNode, type: GuideTypeInfo): SchemaNode[] {
  return Object.values(node.properties ?? {}).flatMap((property) => {
    const child = type.resolve(property);
    const source = child['x-source'];
    if (source) return source.frontMatter === true ? [child] : [];
    return blocksOf(child, type);
  });
}

/** Copies nodes without annotations, and collects the definitions that they refer to. */
class PlainSchema {
  readonly #type: GuideTypeInfo;
  readonly #locale: Locale;
  readonly #definitions = new Map<string, unknown>();

  constructor(type: GuideTypeInfo, locale: Locale) {
    this.#type = type;
    this.#locale = locale;
  }

  definitions(): Plain {
    return Object.fromEntries(this.#definitions);
  }

  plain(node: SchemaNode): Plain {
    const definition = /^#\/\$defs\/([^/]+)$/.exec(node.$ref ?? '')?.[1];
    if (definition !== undefined) this.#define(definition);
    const own = definition === undefined ? this.#type.resolve(node) : node;
    const title = own['x-title']?.[this.#locale] ?? own.title;
    const description = own['x-description']?.[this.#locale] ?? own.description;
    return {
      ...(title !== undefined && { title }),
      ...(description !== undefined && { description }),
      ...Object.fromEntries(
        Object.entries(own)
          .filter(
            ([key]) => !key.startsWith('x-') && !['title', 'description', '$id', '$schema', '$defs'].includes(key),
          )
          .map(([key, value]) => [key, this.#keyword(key, value)]),
      ),
    };
  }

  #define(name: string): void {
    if (this.#definitions.has(name)) return;
    // Set first: a definition may refer to itself.
    this.#definitions.set(name, {});
    this.#definitions.set(name, this.plain(this.#type.schema.$defs?.[name] ?? {}));
  }

  /** A keyword's value; what examples, choices and defaults hold is data and no schema. */
  #keyword(key: string, value: unknown): unknown {
    if (['enum', 'const', 'default', 'examples'].includes(key) || typeof value !== 'object' || value === null)
      return value;
    if (Array.isArray(value)) return value.map((item) => this.#keyword('', item));
    if (['properties', 'patternProperties', 'dependentSchemas'].includes(key))
      return Object.fromEntries(Object.entries(value).map(([name, node]) => [name, this.#keyword('', node)]));
    return this.plain(value as SchemaNode);
  }
}
