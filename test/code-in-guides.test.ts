import { existsSync } from 'node:fs';
import { join } from 'node:path';
import matter from 'gray-matter';
import { afterEach, describe, expect, it } from 'vitest';
import { main } from '../src/cli.ts';
import { writers } from '../src/writers/index.ts';
import { json, recipeType, soup } from './config-project.ts';
import { fences, payload, takeMark } from './hostile-fences.ts';
import { LspClient } from './lsp-client.ts';
import { testHost } from './test-host.ts';

const body = soup.slice(soup.indexOf('# '));

function project(more: Readonly<Record<string, string>> = {}) {
  const host = testHost({ files: { '.git/HEAD': '', 'recipe.schema.json': recipeType } });
  const canary = join(host.cwd, 'canary');
  const guides = [...fences(payload(canary), body)].map(([, text], index) => [`guides/${index}.md`, text]);
  const config = { types: [{ schema: 'recipe.schema.json', files: ['**/*.md'] }] };
  const files = { ...Object.fromEntries(guides), 'guidepost.config.json': json(config), ...more };
  return { ...testHost({ cwd: host.cwd, files }), canary };
}

afterEach(() => {
  expect(takeMark()).toBe(false);
});

describe('code in front matter never runs', () => {
  const table = 'path,title\nguides/0.md,b\n';
  it.each<readonly string[]>([
    ['lint'],
    ['lint', '--fix'],
    ['lint', '--fix', '--unsafe-fixes'],
    ['lint', '--diff', '--unsafe-fixes'],
    ['lint', '--format', 'shard'],
    ['lint', '--print-config', 'guides/0.md'],
    ...Object.keys(writers).map((format) => ['export', '--include-invalid', '--format', format, '--out', 'out']),
    ['import', 'a.json', '--out', 'imported', '--include-invalid'],
    ['import', 'guides.csv', '--guides', 'guides'],
    ['init', '--force'],
    ['new', 'leek'],
    ['types'],
    ['schema', 'recipe'],
  ])('%s %s %s %s %s', async (...argv) => {
    const values = [...fences('globalThis.guidepostWasRun = true', body).values()];
    const guides = values.map((text, index) => ({
      type: 'recipe',
      path: `${index}.md`,
      title: text,
      steps: text,
      ingredients: text,
    }));
    const host = project({ 'guides.csv': table, 'a.json': json(guides) });
    const code = await main(argv, host);
    expect([0, 1]).toContain(code);
    expect(host.output.stderr).not.toContain('This is a bug');
    expect(existsSync(host.canary)).toBe(false);
    expect(takeMark()).toBe(false);
  });

  it('in an editor', async () => {
    const host = project();
    const client = await LspClient.start(host.cwd, { isProcess: true });
    for (const [index, [, text]] of [...fences(payload(host.canary), body)].entries()) {
      await client.open(`guides/${index}.md`, text);
    }
    expect(await client.stop()).toBe(0);
    expect(existsSync(host.canary)).toBe(false);
  });
});

describe('a language that is not read', () => {
  it('is refused as one problem', async () => {
    const host = project();
    await main(['lint', '--format', 'json'], host);
    const results: { filePath: string; messages: { ruleId: string }[] }[] = JSON.parse(host.output.stdout);
    const rules = new Map(results.map(({ filePath, messages }) => [filePath, messages.map(({ ruleId }) => ruleId)]));
    const isAboutFence = (rule: string): boolean => rule.startsWith('front-matter-');
    const found = [...fences('', '').keys()].map((name, index) => {
      const about = (rules.get(`guides/${index}.md`) ?? []).filter(isAboutFence);
      return [name, about] as const;
    });
    expect(found.filter(([, about]) => about.length > 1)).toEqual([]);
    expect(found.flatMap(([name, about]) => (about.length === 0 ? [name] : []))).toEqual([
      // No front matter at all, or one that holds such a text and nothing else.
      '__proto__',
      'semicolons',
      'tildes',
      'four dashes',
      'a colon',
      'a second block',
      'a second block in JSON',
      'a block in the block',
      'a template',
    ]);
  });
});

it('would notice: left to itself, the package that decodes front matter runs it', () => {
  const canary = join(testHost().cwd, 'canary');
  const ran = [...fences(payload(canary), body)].filter(([, text]) => {
    try {
      matter(text);
    } catch (error) {
      expect(error).toBeInstanceOf(Error);
    }
    return takeMark();
  });
  expect(ran.map(([name]) => name)).toEqual(
    expect.arrayContaining(['js', 'JavaScript', 'a blank before', 'CRLF', 'no closing fence']),
  );
});
