import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { withReference } from '../scripts/generate-guide-type-docs.ts';
import { main } from '../src/cli.ts';
import { bindGuide } from '../src/guide-types/bind-guide.ts';
import { checkGuideType } from '../src/guide-types/check-guide-type.ts';
import { guideTypeOf } from '../src/guide-types/guide-type.ts';
import { decodeGuideType } from '../src/guide-types/guide-type-file.ts';
import { typeMistakes } from '../src/locale/type-mistakes.ts';
import type { SchemaNode } from '../src/model.ts';
import { parseDocument } from '../src/parse/parse-document.ts';
import { testHost } from './test-host.ts';

const docs = readFileSync(new URL('../docs/guide-types.md', import.meta.url), 'utf8');
const metaSchemaText = readFileSync(new URL('../schemas/guide-type.schema.json', import.meta.url), 'utf8');
const metaSchema = JSON.parse(metaSchemaText) as SchemaNode;

/** A fenced block with the guide type and the guide that stand before it. */
interface Block {
  readonly kind: string;
  readonly text: string;
  readonly schema: string;
  readonly guide: string;
  readonly name: string;
}

const blocks = readBlocks(docs);

describe('docs/guide-types.md', () => {
  test('has a reference that is up to date', () => {
    expect(withReference(docs, metaSchemaText)).toBe(docs);
  });

  test('has blocks of known kinds only', () => {
    const kinds = new Set(blocks.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(['console', 'json config', 'json schema', 'json value', 'markdown guide']);
  });

  test.each(blocks.filter(({ kind }) => kind === 'json value'))('$name gives the value', ({ text, schema, guide }) => {
    const file = decodeGuideType('recipe.schema.json', schema);
    expect(checkGuideType(file, metaSchema, typeMistakes.en)).toEqual([]);
    const document = parseDocument({ path: 'soup.md', text: guide, bom: false });
    const {
      type: _type,
      path: _path,
      ...value
    } = bindGuide(document, guideTypeOf('recipe.schema.json', JSON.parse(schema) as SchemaNode)).value;
    expect(value).toEqual(JSON.parse(text));
  });

  test.each(blocks.filter(({ kind }) => kind === 'console'))('$name prints this', async ({ text, schema, guide }) => {
    const [command = '', ...expected] = text.split('\n');
    const host = testHost({ files: { 'recipe.schema.json': schema, 'soup.md': guide }, env: { LANG: 'en_US.UTF-8' } });
    await main(command.replace('$ guidepost ', '').split(' '), host);
    expect((host.output.stdout + host.output.stderr).trimEnd().split('\n')).toEqual(expected);
  });

  test.each(blocks.filter(({ kind }) => kind === 'json config'))('$name is a config', async ({ text }) => {
    const recipe = new URL('../fixtures/projects/recipes/', import.meta.url);
    const host = testHost({
      files: {
        'guidepost.config.json': text,
        'recipe.schema.json': readFileSync(new URL('recipe.schema.json', recipe)),
        'recipes/leek-and-potato-soup.md': readFileSync(new URL('recipes/leek-and-potato-soup.md', recipe)),
      },
    });
    expect(await main(['lint'], host)).toBe(0);
    expect(host.output.stdout).toContain('recipe');
  });
});

function readBlocks(markdown: string): Block[] {
  let schema = '';
  let guide = '';
  let heading = '';
  const found: Block[] = [];
  for (const match of markdown.matchAll(/^#{2,4} (?<heading>.*)$|^```(?<kind>[\w ]+)\n(?<text>[\s\S]*?)\n```$/gm)) {
    const { kind, text = '' } = match.groups ?? {};
    if (match.groups?.heading !== undefined && kind === undefined) heading = match.groups.heading;
    if (kind === undefined) continue;
    if (kind === 'json schema') schema = text;
    if (kind === 'markdown guide') guide = text;
    found.push({ kind, text, schema, guide, name: `${heading} (${found.length})` });
  }
  return found;
}
