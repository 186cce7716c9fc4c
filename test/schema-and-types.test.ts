import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { main } from '../src/cli.ts';
import { bindFile, root, shippedType } from './bind-fixture.ts';
import { type TestHost, testHost } from './test-host.ts';

async function run(host: TestHost, ...argv: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const code = await main(argv, host);
  return { code, ...host.output };
}

/** A validator as an editor has one: it knows nothing of guidepost, and unknown keywords do not trouble it. */
function editor(): Ajv2020 {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  (addFormats as unknown as (ajv: Ajv2020) => void)(ajv);
  return ajv;
}

const recipe = readFileSync(join(root, 'fixtures/projects/recipes/recipe.schema.json'), 'utf8');
const shared = JSON.stringify({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  properties: {
    status: { $ref: '#/$defs/status', 'x-source': { frontMatter: ['status', 'state'] } },
    links: { type: 'array', items: { $ref: '#/$defs/link' }, 'x-source': { frontMatter: 'links' } },
    body: { type: 'string', 'x-source': { prose: 'rest' } },
  },
  $defs: {
    status: { enum: ['open', 'closed'], 'x-title': { en: 'State', ja: '状態' } },
    link: {
      type: 'object',
      properties: { to: { type: 'string' }, state: { $ref: '#/$defs/status' } },
      required: ['to'],
    },
  },
});

describe('schema', () => {
  it('prints a type as its file says it', async () => {
    const { code, stdout } = await run(testHost(), 'schema', 'career-guide');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual(shippedType('career-guide').schema);
    expect(() => editor().compile(JSON.parse(stdout))).not.toThrow();
  });

  it('prints a front-matter schema that an editor checks guides with', async () => {
    const { stdout } = await run(testHost(), 'schema', 'career-guide', '--front-matter', '--locale', 'ja');
    expect(stdout).not.toMatch(/"x-|\$ref/);
    const schema = JSON.parse(stdout);
    expect(schema.properties.category.title).toBe('カテゴリ');
    const validate = editor().compile(schema);
    const { meta } = bindFile(
      join(root, 'fixtures/guides/career-guide/pharmacist.md'),
      shippedType('career-guide'),
    ).value;
    expect(validate(meta)).toBe(true);
    expect(validate({ ...(meta as object), category: 'health' })).toBe(false);
    expect(validate({ slug: 'pharmacist' })).toBe(false);
  });

  it('carries the definitions that are referred to', async () => {
    const { code, stdout, stderr } = await run(
      testHost({ files: { 'task.schema.json': shared } }),
      'schema',
      'task.schema.json',
      '--front-matter',
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const schema = JSON.parse(stdout);
    expect(schema.properties.status).toEqual({ title: 'State', enum: ['open', 'closed'] });
    const validate = editor().compile(schema);
    expect(validate({ status: 'open', links: [{ to: 'a', state: 'open' }] })).toBe(true);
    expect(validate({ links: [{ to: 'a', state: 'lost' }] })).toBe(false);
  });

  it('says when a type has no front matter', async () => {
    const plain = JSON.stringify({
      type: 'object',
      properties: { title: { type: 'string', 'x-source': { heading: true } } },
    });
    const { code, stderr } = await run(
      testHost({ files: { 'note.schema.json': plain } }),
      'schema',
      'note.schema.json',
      '--front-matter',
      '--locale',
      'en',
    );
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'guidepost: The type note has no front matter; leave out --front-matter.\n',
    });
  });
});

describe('types', () => {
  it('lists the shipped types with their sections and other names', async () => {
    const { code, stdout } = await run(testHost(), 'types', '--locale', 'en');
    expect(code).toBe(0);
    expect(stdout).toContain('career-guide: Career guide (shipped with guidepost)\n');
    expect(stdout).toContain('\n    3️⃣ 必要なスキルとツール  /skills\n      also: 必要なスキル, ');
    expect(stdout).toContain('\n      💻 ツール・サービス  /skills/tools\n        also: ');
    expect(stdout).toContain('\ninterview-guide: Interview guide (shipped with guidepost)\n');
  });

  it('says where the config names a type, also as JSON', async () => {
    const host = testHost({
      files: {
        'types/recipe.schema.json': recipe,
        'guidepost.config.json': '{\n  "types": [{ "schema": "types/recipe.schema.json", "files": ["*.md"] }]\n}\n',
      },
    });
    const { stdout } = await run(host, 'types', '--json', '--locale', 'ja');
    const types = JSON.parse(stdout) as {
      name: string;
      origin?: string;
      frontMatter: { key: string; required: boolean }[];
      sections: object[];
    }[];
    expect(types.map(({ name }) => name)).toEqual(['career-guide', 'interview-guide', 'recipe']);
    expect(types[2]).toMatchObject({ title: 'レシピ', origin: expect.stringMatching(/^guidepost\.config\.json:2:/) });
    expect(types[2]?.frontMatter.filter(({ required }) => !required)).toEqual([
      { key: 'tags', title: 'tags', required: false },
    ]);
    expect(types[2]?.sections[0]).toEqual({
      pointer: '/ingredients',
      name: 'Ingredients',
      title: '材料',
      aliases: ['材料'],
      required: true,
      sections: [],
    });
  });
});
