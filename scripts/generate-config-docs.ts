import { readFileSync, writeFileSync } from 'node:fs';
import type { SchemaNode } from '../src/model.ts';

const docsFile = new URL('../docs/configuration.md', import.meta.url);
const schemaFile = new URL('../schemas/config.schema.json', import.meta.url);
const mark = '<!-- Generated from schemas/config.schema.json by "npm run docs"; edit that file instead. -->';

/** Writes the list of keys into docs/configuration.md, below what is written by hand. */
export function generateConfigDocs(): void {
  writeFileSync(docsFile, withConfigKeys(readFileSync(docsFile, 'utf8'), readFileSync(schemaFile, 'utf8')));
}

/** The text of docs/configuration.md with the keys of a config schema. */
export function withConfigKeys(docs: string, schemaText: string): string {
  const at = docs.indexOf(mark);
  if (at < 0) throw new Error('docs/configuration.md lacks the line at which the generated list begins');
  return `${docs.slice(0, at) + mark}\n\n${keysOf(JSON.parse(schemaText) as SchemaNode)}`;
}

function keysOf(schema: SchemaNode): string {
  const entries = Object.entries(schema.properties ?? {}).flatMap(([key, node]) => [
    entryOf(key, node),
    ...Object.entries(node.items?.properties ?? {}).map(([inner, child]) => entryOf(`${key}[].${inner}`, child)),
  ]);
  return entries.join('\n');
}

function entryOf(key: string, node: SchemaNode): string {
  const examples = Array.isArray(node.examples) ? node.examples.map((example) => `\`${JSON.stringify(example)}\``) : [];
  const choices = node.enum?.map((value) => `\`${JSON.stringify(value)}\``) ?? [];
  const shown = choices.length > 0 ? ` One of ${choices.join(', ')}.` : '';
  const example = examples.length > 0 ? `\n\nFor example ${examples.join(' or ')}.` : '';
  return `### \`${key}\`\n\n${node.description ?? ''}${shown}${example}\n`;
}
