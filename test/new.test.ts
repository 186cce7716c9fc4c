import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { main } from '../src/cli.ts';
import { newGuide } from '../src/commands/new-command.ts';
import type { Problem } from '../src/model.ts';
import { bindText, root, shippedType } from './bind-fixture.ts';
import { type TestHost, testHost } from './test-host.ts';

async function run(host: TestHost, ...argv: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  host.output.stdout = '';
  host.output.stderr = '';
  const code = await main(argv, host);
  return { code, ...host.output };
}

const recipe = readFileSync(join(root, 'fixtures/projects/recipes/recipe.schema.json'), 'utf8');
const decision = readFileSync(join(root, 'fixtures/projects/adr/adr.schema.json'), 'utf8');
const files = { 'recipe.schema.json': recipe, 'adr.schema.json': decision };

describe('new', () => {
  it.each([
    ['career-guide', 'ja'],
    ['career-guide', 'en'],
    ['interview-guide', 'ja'],
    ['interview-guide', 'en'],
    ['recipe.schema.json', 'en'],
    ['adr.schema.json', 'ja'],
  ])('a new %s (%s) has nothing wrong with it but what is to be filled in', async (type, locale) => {
    const host = testHost({ files });
    expect((await run(host, 'new', 'luthier', '--type', type, '--locale', locale)).code).toBe(0);
    const { code, stdout } = await run(
      host,
      'lint',
      'luthier.md',
      '--type',
      type,
      '--format',
      'json',
      '--locale',
      'en',
    );
    expect(code).toBe(1);
    const lines = readFileSync(join(host.cwd, 'luthier.md'), 'utf8').split('\n');
    const [report] = JSON.parse(stdout) as {
      messages: (Problem['range']['start'] & { ruleId: string; message: string })[];
    }[];
    const messages = report?.messages ?? [];
    expect(messages.filter(({ ruleId }) => ruleId === 'no-placeholder').length).toBeGreaterThan(8);
    const others = messages.filter(
      ({ ruleId, line }) => ruleId !== 'item-count' && !/\[(?:enter: |ここに).+\]/u.test(lines[line - 1] ?? ''),
    );
    expect(others).toEqual([]);
  });

  it('has every section, column and front-matter key of the type in place', () => {
    const type = shippedType('career-guide');
    const { value, violations } = bindText(newGuide('luthier', type, 'ja'), type);
    expect(violations.filter(({ keyword }) => keyword === 'required')).toEqual([]);
    expect(value).toMatchObject({
      meta: { slug: 'luthier', category: '[ここにカテゴリを書く]', published_at: '[ここに公開日を書く]' },
      salary: { bands: [{ level: '[ここに経験年数を書く]', notes: '[ここに特徴を書く]' }] },
      learning: [{ purpose: '[ここに目的を書く]', actions: [{ label: '[ここに項目名を書く]' }] }],
      tags: [],
    });
  });

  it('begins a section with the type’s template', async () => {
    const schema = recipe.replace(
      '"items": "list" },',
      '"items": "list" }, "x-template": "1. Prepare [enter: what]\\n2. Serve\\n",',
    );
    const host = testHost({ files: { 'recipe.schema.json': schema } });
    await run(host, 'new', 'soup', '--type', 'recipe.schema.json');
    expect(readFileSync(join(host.cwd, 'soup.md'), 'utf8')).toContain(
      '\n## Steps\n\n1. Prepare [enter: what]\n2. Serve\n\n## Tips\n',
    );
  });

  it('has the values that its type leaves no choice of', async () => {
    const schema = {
      title: 'Tea',
      type: 'object',
      properties: {
        slug: { type: 'string', 'x-file-name': true, 'x-source': { frontMatter: 'slug' } },
        kind: { const: 'tea', 'x-source': { frontMatter: 'kind' } },
        origin: {
          type: 'object',
          properties: { country: { const: '日本' }, region: { type: 'string', title: 'Region' } },
          'x-source': { frontMatter: 'origin' },
        },
        brewing: { type: 'string', 'x-source': { section: { name: '淹れ方' } } },
      },
    };
    const host = testHost({ files: { 'tea.schema.json': JSON.stringify(schema) } });
    expect((await run(host, 'new', 'sencha', '--type', 'tea.schema.json', '--locale', 'ja')).code).toBe(0);
    const text = readFileSync(join(host.cwd, 'sencha.md'), 'utf8');
    expect(text.slice(0, text.indexOf('---\n\n'))).toBe(
      '---json\n{\n  "slug": "sencha",\n  "kind": "tea",\n  "origin": {\n    "country": "日本",\n    "region": "[ここにRegionを書く]"\n  }\n}\n',
    );
  });

  it('does not overwrite a guide', async () => {
    const host = testHost({ files: { 'guides/luthier.md': '# 弦楽器製作者\n' } });
    const { code, stderr } = await run(
      host,
      'new',
      'luthier',
      '--type',
      'career-guide',
      '--out',
      'guides',
      '--locale',
      'ja',
    );
    expect(code).toBe(2);
    expect(stderr).toContain('「guides/luthier.md」はすでにあります。');
    expect(readFileSync(join(host.cwd, 'guides/luthier.md'), 'utf8')).toBe('# 弦楽器製作者\n');
  });

  it.each([
    [['../luthier', '--type', 'career-guide'], 'cannot be the name of a guide'],
    [['luthier.md', '--type', 'career-guide'], 'cannot be the name of a guide'],
    [['Luthier', '--type', 'career-guide'], '"Luthier" is no slug of the type career-guide'],
    [['luthier', '--type', 'carer-guide'], 'did you mean "career-guide"?'],
    [['luthier'], 'Several guide types are known; name one of them: career-guide, interview-guide.'],
  ])('new %j is an error of the call', async (argv, message) => {
    const { code, stderr } = await run(testHost(), 'new', ...argv, '--locale', 'en');
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });

  it('takes the only type of the config', async () => {
    const host = testHost({
      files: {
        ...files,
        'guidepost.config.json': '{ "types": [{ "schema": "recipe.schema.json", "files": ["*.md"] }] }',
      },
    });
    expect((await run(host, 'new', 'soup', '--locale', 'en')).stderr).toContain('soup.md was created as Recipe.');
  });
});
