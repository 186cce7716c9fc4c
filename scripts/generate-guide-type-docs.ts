import { readFileSync, writeFileSync } from 'node:fs';
import type { SchemaNode } from '../src/model.ts';

/** A guide type, a guide and what guidepost reads from it, as the meta-schema shows them. */
interface WorkedExample {
  readonly schema: SchemaNode;
  readonly guide: readonly string[];
  readonly value: unknown;
}

const docsFile = new URL('../docs/guide-types.md', import.meta.url);
const metaSchemaFile = new URL('../schemas/guide-type.schema.json', import.meta.url);
const mark = '<!-- Generated from schemas/guide-type.schema.json by "npm run docs"; edit that file instead. -->';

/** Writes the reference into docs/guide-types.md, below the tutorial, which stays as it is. */
export function generateGuideTypeDocs(): void {
  writeFileSync(docsFile, withReference(readFileSync(docsFile, 'utf8'), readFileSync(metaSchemaFile, 'utf8')));
}

/** The text of docs/guide-types.md with the reference that belongs to a meta-schema. */
export function withReference(docs: string, metaSchemaText: string): string {
  const at = docs.indexOf(mark);
  if (at < 0) throw new Error('docs/guide-types.md lacks the line at which the generated reference begins');
  return `${docs.slice(0, at) + mark}\n\n${referenceOf(JSON.parse(metaSchemaText) as SchemaNode)}`;
}

function referenceOf(metaSchema: SchemaNode): string {
  const resolve = (node: SchemaNode): SchemaNode => {
    const { $ref, ...own } = node;
    const target = $ref === undefined ? undefined : metaSchema.$defs?.[$ref.replace('#/$defs/', '')];
    return { ...(target && resolve(target)), ...own };
  };
  const sections = Object.entries(metaSchema.properties ?? {}).map(([keyword, node]) => {
    const resolved = resolve(node);
    const parts = keyword === 'x-source' ? Object.entries(resolved.properties ?? {}) : [];
    const list = parts.map(
      ([name, part]) => `| [\`${name}\`](#${name.toLowerCase()}) | ${firstSentence(resolve(part))} |`,
    );
    const table = list.length > 0 ? `\n| Part | Selects |\n| --- | --- |\n${list.join('\n')}\n` : '';
    return [
      entryOf('###', keyword, resolved, resolve) + table,
      ...parts.map(([name, part]) => entryOf('####', name, resolve(part), resolve, 'x-source')),
    ].join('\n');
  });
  return `${sections.join('\n').trimEnd()}\n`;
}

function entryOf(
  marks: string,
  name: string,
  node: SchemaNode,
  resolve: (node: SchemaNode) => SchemaNode,
  owner?: string,
): string {
  const lines = [`${marks} \`${name}\``, '', node.description ?? '', ''];
  if (owner !== undefined || node.properties === undefined) lines.push(`Takes ${takes(node, resolve)}.`, '');
  const own = owner === undefined ? undefined : node.properties;
  if (own) lines.push(...partsOf(own, node.required ?? [], resolve), '');
  const examples = (Array.isArray(node.examples) ? node.examples : []).map((example) => {
    const written = JSON.stringify({ [name]: example });
    return `- \`${owner === undefined ? written.slice(1, -1) : `"${owner}": ${written}`}\``;
  });
  if (examples.length > 0) lines.push(...examples, '');
  for (const example of (node['x-examples'] ?? []) as readonly WorkedExample[]) lines.push(...blocksOf(example));
  return lines.join('\n');
}

function partsOf(
  parts: Readonly<Record<string, SchemaNode>>,
  required: readonly string[],
  resolve: (node: SchemaNode) => SchemaNode,
): string[] {
  return Object.entries(parts).map(([name, part]) => {
    const node = resolve(part);
    const description = node.description === undefined ? '' : `: ${node.description}`;
    return `- \`${name}\`${required.includes(name) ? '' : ' (may be left out)'}${description} Takes ${takes(node, resolve)}.`;
  });
}

function takes(node: SchemaNode, resolve: (node: SchemaNode) => SchemaNode): string {
  if (node.enum) return `one of ${node.enum.map((value) => `\`${value}\``).join(', ')}`;
  if (node.const !== undefined) return `\`${JSON.stringify(node.const)}\``;
  if (node.$dynamicRef !== undefined) return 'a schema';
  const kinds = [node.type ?? []].flat().map((kind) => {
    if (kind === 'boolean') return '`true`';
    if (kind === 'string') return node.pattern === undefined ? 'a text' : 'a JSON pointer';
    if (kind !== 'array') return 'an object';
    const items = node.items && resolve(node.items);
    if (items?.properties)
      return `a list of objects with ${Object.keys(items.properties)
        .map((key) => `\`${key}\``)
        .join(', ')}`;
    return items?.pattern === undefined ? 'a list of texts' : 'a list of JSON pointers';
  });
  const last = kinds.pop() ?? 'anything';
  return kinds.length > 0 ? `${kinds.join(', ')} or ${last}` : last;
}

function firstSentence({ description = '' }: SchemaNode): string {
  return /^.*?[.:](?=\s|$)/.exec(description)?.[0].replace(/:$/, '.') ?? description;
}

function blocksOf({ schema, guide, value }: WorkedExample): string[] {
  const block = (language: string, text: string): string[] => [`\`\`\`${language}`, text, '```', ''];
  return [
    ...block('json schema', layOut(schema)),
    ...block('markdown guide', guide.join('\n')),
    ...block('json value', layOut(value)),
  ];
}

/** JSON on as few lines as 100 columns allow. */
function layOut(value: unknown, indent = ''): string {
  const line = JSON.stringify(value, null, 1)
    .replaceAll(/\n\s*/g, ' ')
    .replaceAll(/\[ | \]/g, (bracket) => bracket.trim());
  if (indent.length + line.length <= 100 || typeof value !== 'object' || value === null) return line;
  const inner = `${indent}  `;
  const entries = Array.isArray(value)
    ? value.map((item) => inner + layOut(item, inner))
    : Object.entries(value).map(([key, item]) => `${inner}${JSON.stringify(key)}: ${layOut(item, inner)}`);
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  return `${open}\n${entries.join(',\n')}\n${indent}${close}`;
}
