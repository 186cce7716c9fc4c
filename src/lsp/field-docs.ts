import { parentPointer, stepsOf } from '../guide-types/schema-view.ts';
import type { GuideTypeInfo, JsonPointer, Locale, SchemaNode } from '../model.ts';
import { editorWords } from './editor-words.ts';

/** What a guide type says of a value, in Markdown: name, description, and what it must and should hold. */
export function fieldDocs(
  type: GuideTypeInfo,
  { pointer, node }: { readonly pointer: JsonPointer; readonly node: SchemaNode },
  locale: Locale,
): string {
  const key = stepsOf(pointer).at(-1) ?? type.name;
  const description = node['x-description']?.[locale] ?? node.description;
  const facts = [...factsOf(type, pointer, node, locale)].map((fact) => `- ${fact}`).join('\n');
  const title = `**${escaped(type.titleOf(pointer, locale))}** (\`${key}\`)`;
  return [title, ...(description === undefined ? [] : [description]), facts].join('\n\n');
}

function* factsOf(type: GuideTypeInfo, pointer: JsonPointer, node: SchemaNode, locale: Locale): Generator<string> {
  const words = editorWords[locale];
  const key = stepsOf(pointer).at(-1) ?? '';
  const parent = type.nodeAt(parentPointer(pointer));
  if (parent?.properties?.[key]) yield parent.required?.includes(key) ? words.required : words.optional;
  const kind = [node.type ?? []].flat().flatMap((name) => words.kind[name] ?? [])[0];
  if (kind !== undefined) yield words.holds({ kind });
  const values = valuesOf(node) ?? (node.items && valuesOf(type.resolve(node.items)));
  if (values) yield words.oneOf({ values: values.map((value) => `\`${value}\``) });
  if (typeof node.pattern === 'string') yield words.pattern({ pattern: `\`${node.pattern}\`` });
  for (const text of limits(node, locale)) yield text;
  for (const text of limits(node['x-recommended'] ?? {}, locale)) yield words.recommended({ text });
  if (node['x-refers-to'] !== undefined) yield words.namesGuide;
  if (node['x-file-name'] === true) yield words.isFileName;
}

/** The values that a schema node enumerates, as text; undefined where it leaves them open. */
export function valuesOf(node: SchemaNode): readonly string[] | undefined {
  if (node.enum) return node.enum.map(String);
  if (node.const !== undefined) return [String(node.const)];
  return node.type === 'boolean' ? ['true', 'false'] : undefined;
}

function* limits(node: SchemaNode, locale: Locale): Generator<string> {
  const pairs = [
    ['items', node.minItems, node.maxItems],
    ['characters', node.minLength, node.maxLength],
  ] as const;
  for (const [unit, minimum, most] of pairs) {
    // "At least one character" only says that it must not be empty.
    const least = typeof minimum === 'number' && (unit === 'items' || minimum > 1) ? minimum : undefined;
    const limit = { least, most: typeof most === 'number' ? most : undefined, unit };
    if (limit.least !== undefined || limit.most !== undefined) yield editorWords[locale].count(limit);
  }
}

function escaped(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>]/g, '\\$&');
}
