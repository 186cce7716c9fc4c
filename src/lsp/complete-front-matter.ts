import { type CompletionItem, CompletionItemKind, InsertTextFormat, MarkupKind } from 'vscode-languageserver';
import { type FrontMatterField, frontMatterFields } from '../guide-types/front-matter-fields.ts';
import { valueAt } from '../guide-types/value-at.ts';
import type { FrontMatterFormat, Guide, SchemaNode } from '../model.ts';
import { type FrontMatterSpot, locateInFrontMatter } from '../parse/locate-in-front-matter.ts';
import { guideNames } from '../rules/guide-names.ts';
import { fieldDocs, valuesOf } from './field-docs.ts';
import { isPlainYaml } from './is-plain-yaml.ts';
import type { Cursor } from './open-guide.ts';
import { editorRange } from './ranges.ts';

/** What may stand at the cursor in the front matter: keys, enumerated values, names of guides; undefined elsewhere. */
export function completeFrontMatter(cursor: Cursor, options: { snippets: boolean }): CompletionItem[] | undefined {
  const { guide, offset } = cursor;
  const spot = locateInFrontMatter(guide.document.source.text, offset);
  if (!spot) return undefined;
  if (spot.at === 'key') return keys(cursor, spot, options);
  const field = frontMatterFields(guide.type).find((known) => known.keys.includes(spot.key));
  return field ? values(cursor, spot, field) : [];
}

function keys(
  { guide, collection }: Cursor,
  spot: FrontMatterSpot,
  { snippets }: { snippets: boolean },
): CompletionItem[] {
  const { text } = guide.document.source;
  const present = keysIn(guide);
  const hasValue = /^[ \t]*[:=]/.test(text.slice(spot.range.end));
  return frontMatterFields(guide.type).flatMap(({ pointer, keys: [key, ...others], node }, index) => {
    if (key !== spot.key && [key, ...others].some((name) => present.has(name))) return [];
    const documentation = fieldDocs(guide.type, { pointer, node }, collection.locale);
    const newText = hasValue ? quotedKey(key, spot.format) : entryText(key, node, spot.format, snippets);
    return [
      {
        ...itemAt(guide, spot, key, newText),
        kind: CompletionItemKind.Property,
        detail: guide.type.titleOf(pointer, collection.locale),
        documentation: { kind: MarkupKind.Markdown, value: documentation },
        sortText: String(index).padStart(3, '0'),
        ...(snippets && !hasValue && { insertTextFormat: InsertTextFormat.Snippet }),
      },
    ];
  });
}

/** The keys that the block has; a block that is being written cannot always be decoded. */
function keysIn({ document }: Guide): ReadonlySet<string> {
  const { frontMatter, source } = document;
  if (!frontMatter) return new Set();
  const block = source.text.slice(frontMatter.content.start, frontMatter.content.end);
  const form = { yaml: /^([\w-]+)[ \t]*:/gm, json: /"([^"\\\n]+)"\s*:/g, toml: /^[ \t]*([\w-]+)[ \t]*=/gm }[
    frontMatter.format
  ];
  return new Set([...block.matchAll(form)].map(([, key = '']) => key));
}

function values({ guide, collection }: Cursor, spot: FrontMatterSpot, field: FrontMatterField): CompletionItem[] {
  const { node, pointer } = field;
  const item = spot.isElement && node.items ? guide.type.resolve(node.items) : node;
  const present = new Set([valueAt(guide.value, pointer)].flat());
  const enumerated = (valuesOf(item) ?? []).map((value) => ({
    ...itemAt(guide, spot, value, written(value, item, spot.format)),
    kind: CompletionItemKind.EnumMember,
  }));
  if (node['x-refers-to'] === undefined) return enumerated;
  const own = new Set<string>(guideNames(guide).all);
  const names = collection.guides.flatMap((other) => {
    const [name] = guideNames(other).all;
    if (own.has(name) || (present.has(name) && !textAt(guide, spot).includes(name))) return [];
    const title = valueAt(other.value, '/title');
    return [
      {
        ...itemAt(guide, spot, name, written(name, item, spot.format)),
        kind: CompletionItemKind.Reference,
        detail: typeof title === 'string' ? title : other.document.source.path,
      },
    ];
  });
  return [...enumerated, ...new Map(names.map((name) => [name.label, name])).values()];
}

/** Editors filter by what stands in the replaced run, which may begin with a quote. */
function itemAt(guide: Guide, spot: FrontMatterSpot, label: string, newText: string): CompletionItem {
  const quote = /^["']/.exec(textAt(guide, spot))?.[0] ?? '';
  return {
    label,
    filterText: `${quote}${label}`,
    textEdit: { range: editorRange(guide.document, spot.range), newText },
  };
}

function textAt(guide: Guide, { range }: FrontMatterSpot): string {
  return guide.document.source.text.slice(range.start, range.end);
}

function quotedKey(key: string, format: FrontMatterFormat): string {
  return format === 'json' ? JSON.stringify(key) : key;
}

function entryText(key: string, node: SchemaNode, format: FrontMatterFormat, snippets: boolean): string {
  const [type] = [node.type ?? 'string'].flat();
  const stop = snippets ? '$1' : '';
  const isList = type === 'array';
  if (format === 'yaml') return isList ? `${key}:\n  - ${stop}` : `${key}: ${stop}`;
  const isText = type === 'string';
  const value = isList ? `[${stop}]` : isText ? `"${stop}"` : stop;
  return format === 'json' ? `${JSON.stringify(key)}: ${value}` : `${key} = ${value}`;
}

/** A value as the format writes it. */
function written(value: string, node: SchemaNode, format: FrontMatterFormat): string {
  const isText = node.enum
    ? typeof node.enum.find((one) => String(one) === value) === 'string'
    : node.type !== 'boolean';
  return !isText || (format === 'yaml' && isPlainYaml(value)) ? value : JSON.stringify(value);
}
