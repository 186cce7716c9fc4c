import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { main } from '../src/cli.ts';
import { guideTypeOf } from '../src/guide-types/guide-type.ts';
import type { SchemaNode } from '../src/model.ts';
import { bindText, root } from './bind-fixture.ts';
import { testHost } from './test-host.ts';

const readme = readFileSync(join(root, 'README.md'), 'utf8');
const japanese = readFileSync(join(root, 'README.ja.md'), 'utf8');

/** The content of the fenced blocks of a language. */
function blocks(text: string, language: string): string[] {
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(
    ([, content = '']) => content,
  );
}

const commands = blocks(readme, 'sh')
  .flatMap((block) => block.trim().split('\n'))
  .map((line) => line.replace(/\s+#.*$/, ''));

const folder = join(root, 'fixtures/guides/career-guide');
const guides = Object.fromEntries(
  readdirSync(folder).map((name) => [`guides/${name}`, readFileSync(join(folder, name))]),
);

describe('the commands of the README work', () => {
  it.each(commands.filter((command) => command.startsWith('guidepost ')))('%s', async (command) => {
    const files = { ...guides, 'package.json': '{ "guidepost": { "files": ["guides"] } }' };
    const host = testHost({ files, env: { LANG: 'en_US.UTF-8' } });
    const run = (line: string) => main(line.split(' ').slice(1), host);
    if (command.includes('--baseline'))
      await run('guidepost lint --baseline .guidepost-baseline.json --update-baseline');
    if (command.includes('import tables')) await run('guidepost export guides/ --format csv --out tables');
    expect({ code: await run(command), stderr: host.output.stderr.replaceAll(/^.*exported.*\n/gm, '') }).toMatchObject({
      code: 0,
    });
    expect(host.output.stderr).not.toMatch(/error:|guidepost: /);
  });

  it('names two commands that do all the set-up they need', () => {
    const [lint = '', test = ''] = commands;
    expect(lint).toMatch(/^npm ci && node bin\/guidepost\.js lint fixtures\/guides/);
    expect(test).toBe('npm ci && npm test');
  });
});

it('the guide type of the README binds', () => {
  const [schema = ''] = blocks(readme, 'json');
  const type = guideTypeOf('recipe.schema.json', JSON.parse(schema) as SchemaNode);
  const guide = bindText('# Soup\n\n## 材料\n\n| Ingredient | Amount (g) |\n| --- | --- |\n| Leek | 300 |\n', type);
  expect(guide.violations).toEqual([]);
  expect(guide.value).toMatchObject({ title: 'Soup', ingredients: [{ name: 'Leek', grams: 300 }] });
});

it('the Japanese README has the same commands and examples', () => {
  for (const language of ['sh', 'json']) expect(blocks(japanese, language)).toEqual(blocks(readme, language));
});

it('the files that the READMEs link to are there', () => {
  const links = [...(readme + japanese).matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path = '']) => path);
  expect(links.length).toBeGreaterThan(10);
  for (const path of links) expect(() => readdirSync(join(root, path, '..')), path).not.toThrow();
  for (const path of links.filter((link) => /\.\w+$/.test(link)))
    expect(readFileSync(join(root, path)).length, path).toBeGreaterThan(0);
});

it('each dependency is listed with what it is trusted for, and no other', () => {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const section = readme.slice(readme.indexOf('## Security'), readme.indexOf('## Contributing'));
  const rows = [...section.matchAll(/^\| (.+?) \| (.+?) \|$/gm)].slice(2);
  expect(rows.length).toBeGreaterThan(5);
  expect(rows.flatMap(([, names = '']) => names.split(/[,;] /)).sort()).toEqual(Object.keys(dependencies).sort());
});

it('the promises of SECURITY.md name tests that are there', () => {
  const tests = readFileSync(join(root, 'SECURITY.md'), 'utf8').match(/test\/[\w-]+\.test\.ts/g) ?? [];
  expect(tests.length).toBeGreaterThan(3);
  for (const path of tests) expect(readFileSync(join(root, path)).length, path).toBeGreaterThan(0);
});
