import type { FrontMatterFormat, GuideTypeInfo, SchemaNode } from '../../model.ts';
import { encodeFrontMatter } from '../../parse/encode-front-matter.ts';
import { contentLanguage } from '../site/content-language.ts';
import { composeGuide } from './compose-guide.ts';
import { isObject, type JsonObject } from './composition.ts';
import { serialize } from './serialize.ts';

export interface MarkdownOptions {
  /** Of the front matter; by default what the type asks for. */
  readonly format?: FrontMatterFormat | undefined;
  /** By default the language that most of the guide is in. */
  readonly isJapanese?: boolean;
  /** True for a guide to be filled in, whose sections begin with what the type has for new ones. */
  readonly isNew?: boolean;
}

/** The canonical Markdown of a normalized guide. */
export function guideMarkdown(value: JsonObject, type: GuideTypeInfo, options: MarkdownOptions = {}): string {
  const matter = frontMatterOf(type.schema, value, type);
  const { format, isNew = false } = options;
  const isJapanese = options.isJapanese ?? contentLanguage(textsIn(value).join(' '), 'en') === 'ja';
  const body = serialize(composeGuide(value, type, { isJapanese, isNew }));
  const parts = [matter && encodeFrontMatter(matter.value, format ?? matter.format), body].filter((part) => part);
  return parts.join('\n');
}

/** What a reader sees; the names of properties are in no language. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** All values that stand in the front matter, in the schema's order, then those that the schema does not know. */
function frontMatterOf(
  node: SchemaNode,
  value: JsonObject,
  type: GuideTypeInfo,
): { value: JsonObject; format: FrontMatterFormat } | undefined {
  let format: FrontMatterFormat = 'json';
  const entries: [string, unknown][] = [];
  for (const [key, property] of Object.entries(node.properties ?? {})) {
    const child = type.resolve(property);
    const source = child['x-source'];
    const own = value[key];
    if (source?.frontMatter === true && isObject(own)) {
      entries.push(...inOrder(own, Object.keys(child.properties ?? {})));
      if (child['x-format'] === 'yaml') format = 'yaml';
    } else if (source?.frontMatter !== undefined && source.frontMatter !== true && own !== undefined) {
      entries.push([[source.frontMatter].flat()[0] ?? key, own]);
    } else if (!source && isObject(own)) {
      const inner = frontMatterOf(child, own, type);
      if (inner) entries.push(...Object.entries(inner.value));
    }
  }
  return entries.length > 0 || hasEmptyFrontMatter(node, value, type)
    ? { value: Object.fromEntries(entries), format }
    : undefined;
}

function hasEmptyFrontMatter(node: SchemaNode, value: JsonObject, type: GuideTypeInfo): boolean {
  return Object.entries(node.properties ?? {}).some(
    ([key, property]) => type.resolve(property)['x-source']?.frontMatter === true && isObject(value[key]),
  );
}

function inOrder(value: JsonObject, keys: readonly string[]): [string, unknown][] {
  const known = keys.filter((key) => Object.hasOwn(value, key));
  const others = Object.keys(value).filter((key) => !known.includes(key));
  return [...known, ...others].map((key) => [key, value[key]]);
}
