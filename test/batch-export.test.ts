import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { main } from '../src/cli.ts';
import { recipe, recipeSchema } from './recipe-guides.ts';
import { runExport as run, soups, soupType as type } from './soup-project.ts';
import { type TestHost, testHost } from './test-host.ts';

const read = (host: TestHost, path: string): string => readFileSync(join(host.cwd, path), 'utf8');
const write = (host: TestHost, path: string, text: string): void => writeFileSync(join(host.cwd, path), text);
const remove = (host: TestHost, path: string): void => rmSync(join(host.cwd, path));
const names = (host: TestHost, path: string): string[] => readdirSync(join(host.cwd, path)).sort();

describe('a folder of JSON', () => {
  test('has an index that says what is there, by type and hash', async () => {
    const host = testHost({ files: { ...soups, 'guides/index.md': recipe('guides') } });
    expect((await run(host, 'guides', '--out', 'out')).code).toBe(0);
    const index = JSON.parse(read(host, 'out/index.json'));
    expect(index).toMatchObject({ generator: 'guidepost', count: 3, types: [{ name: 'recipe' }] });
    expect(index.types[0].schema).toBe('https://example.org/recipe.schema.json');
    expect(index.guides.map(({ slug, path, file }: Record<string, string>) => [slug, path, file])).toEqual([
      ['guides', 'guides/index.md', 'index-2.json'],
      ['leek_soup', 'guides/leek_soup.md', 'leek_soup.json'],
      ['味噌汁', 'guides/味噌汁.md', '味噌汁.json'],
    ]);
    for (const { file, hash } of index.guides)
      expect(
        createHash('sha256')
          .update(read(host, `out/${file}`))
          .digest('hex'),
      ).toBe(hash);
  });

  test('gives a type another hash when its schema changes', async () => {
    const host = testHost({ files: soups });
    const hash = async (): Promise<string> => {
      await run(host, 'guides', '--out', 'out');
      return JSON.parse(read(host, 'out/index.json')).types[0].hash;
    };
    const before = await hash();
    expect(await hash()).toBe(before);
    write(host, 'recipe.schema.json', recipeSchema.replace('"minItems":1', '"minItems":2'));
    expect(await hash()).not.toBe(before);
  });

  test('is imported without its index', async () => {
    const host = testHost({ files: soups });
    await run(host, 'guides', '--out', 'out');
    const files = names(host, 'out').flatMap((name) => (name.startsWith('.') ? [] : [`out/${name}`]));
    expect(await main(['import', ...files, ...type, '--out', 'back'], host)).toBe(0);
    expect(names(host, 'back')).toEqual(['leek_soup.md', '味噌汁.md']);
  });
});

describe('only what changes is written', () => {
  test.each(['json', 'ndjson', 'csv', 'html', 'markdown'])('a second run as %s touches no file', async (format) => {
    const host = testHost({ files: soups });
    await run(host, 'guides', '--format', format, '--out', 'out');
    const long = new Date('2020-02-20');
    for (const name of names(host, 'out')) utimesSync(join(host.cwd, 'out', name), long, long);
    const { stderr } = await run(host, 'guides', '--format', format, '--out', 'out', '--locale', 'en');
    for (const name of names(host, 'out')) expect(statSync(join(host.cwd, 'out', name)).mtime).toEqual(long);
    expect(stderr).toMatch(/^2 guides exported to out: 0 files written, [1-9]\d* unchanged\.\n$/);
  });

  test('a changed guide changes its own file and the index', async () => {
    const host = testHost({ files: soups });
    await run(host, 'guides', '--out', 'out');
    write(host, 'guides/味噌汁.md', recipe('味噌汁', { steps: '味噌は最後に溶く。' }));
    const { stderr } = await run(host, 'guides', '--out', 'out', '--locale', 'ja');
    expect(stderr).toBe('2件のガイドをoutに書き出しました（更新2ファイル、変更なし1ファイル）。\n');
    expect(read(host, 'out/味噌汁.json')).toContain('味噌は最後に溶く。');
  });

  test('a single file that stays the same is said to', async () => {
    const host = testHost({ files: soups });
    await run(host, 'guides', '--out', 'all.json');
    const { stderr } = await run(host, 'guides', '--out', 'all.json', '--locale', 'en');
    expect(stderr).toBe('2 guides exported to all.json (unchanged).\n');
    write(host, 'guides/味噌汁.md', recipe('味噌汁', { steps: '味噌は最後に溶く。' }));
    expect((await run(host, 'guides', '--out', 'all.json', '--locale', 'en')).stderr).not.toContain('unchanged');
    expect(JSON.parse(read(host, 'all.json'))[1].steps).toBe('味噌は最後に溶く。');
  });

  test('what is refused is named with its place and the first reason', async () => {
    const host = testHost({ files: { ...soups, 'guides/draft.md': recipe('draft', { steps: '' }) } });
    const { code, stderr } = await run(host, 'guides', '--out', 'out', '--locale', 'en');
    expect(code).toBe(1);
    expect(stderr).toMatch(/^guides\/draft\.md:\d+:\d+: not exported, 1 error: .*作り方.*\nRun guidepost lint /);
    expect(stderr).toContain('; 1 guide not exported.');
  });
});

describe('--prune', () => {
  const gone = async (prepare: (host: TestHost) => void = () => {}) => {
    const host = testHost({ files: { ...soups, 'guides/stew.md': recipe('stew') } });
    await run(host, 'guides', '--out', 'out');
    remove(host, 'guides/stew.md');
    prepare(host);
    return host;
  };

  test('removes the output of a guide that is gone, and nothing without the flag', async () => {
    const host = await gone((at) => write(at, 'out/notes.json', '{}'));
    const without = await run(host, 'guides', '--out', 'out', '--locale', 'en');
    expect(without.stderr).toContain('out still holds 1 file of guides that are gone; pass --prune to remove it.');
    expect(names(host, 'out')).toContain('stew.json');
    const { stderr } = await run(host, 'guides', '--out', 'out', '--prune', '--locale', 'en');
    expect(stderr).toContain('out/stew.json: removed, its guide is gone');
    expect(names(host, 'out')).toEqual(
      ['.guidepost-manifest.json', 'index.json', 'leek_soup.json', 'notes.json', '味噌汁.json'].sort(),
    );
    expect((await run(host, 'guides', '--out', 'out', '--locale', 'en')).stderr).not.toContain('gone');
  });

  test('leaves a file that somebody has changed, and says so', async () => {
    const host = await gone((at) => write(at, 'out/stew.json', '{ "edited": true }\n'));
    const { stderr } = await run(host, 'guides', '--out', 'out', '--prune', '--locale', 'ja');
    expect(stderr).toContain(
      'out/stew.json: ガイドはなくなりましたが、書き出した後に変更されているため削除しませんでした',
    );
    expect(read(host, 'out/stew.json')).toBe('{ "edited": true }\n');
  });

  test('leaves what another format has written', async () => {
    const host = await gone();
    await run(host, 'guides', '--format', 'markdown', '--out', 'out', '--prune');
    expect(names(host, 'out')).toEqual(expect.arrayContaining(['stew.json', 'leek_soup.md']));
  });

  test('leaves the page of a guide that has errors today', async () => {
    const host = await gone((at) => write(at, 'guides/leek_soup.md', recipe('leek_soup', { steps: '' })));
    const { code } = await run(host, 'guides', '--out', 'out', '--prune');
    expect(code).toBe(1);
    expect(names(host, 'out')).toContain('leek_soup.json');
    expect(names(host, 'out')).not.toContain('stew.json');
  });

  test('leaves the files of guides that the call does not speak of', async () => {
    const host = await gone();
    await run(host, 'guides/leek_soup.md', '--out', 'out', '--prune');
    expect(names(host, 'out')).toContain('味噌汁.json');
    expect(names(host, 'out')).not.toContain('stew.json');
  });

  test('removes the file of a guide that is ignored now', async () => {
    const host = await gone((at) => write(at, '.guidepostignore', 'leek_soup.md\n'));
    await run(host, 'guides', '--out', 'out', '--prune');
    expect(names(host, 'out')).not.toContain('leek_soup.json');
  });

  test.each<[string, Record<string, unknown>, boolean]>([
    ['the config says which files are guides', { files: ['guides/**'] }, true],
    ['no config says which files are guides', {}, false],
  ])('of a call without paths, an ignored guide: %s', async (_name, settings, stays) => {
    const config = JSON.stringify({ types: [{ schema: 'recipe.schema.json', files: ['guides/**'] }], ...settings });
    const host = await gone((at) => {
      write(at, 'guidepost.config.json', config);
      write(at, '.guidepostignore', 'leek_soup.md\n');
    });
    const call = ['export', '--format', 'json', '--out', 'out', '--include-invalid'];
    expect(await main(call, host)).toBe(0);
    expect(await main([...call, '--prune'], host)).toBe(0);
    expect(names(host, 'out').includes('leek_soup.json')).toBe(stays);
    expect(names(host, 'out')).toContain('味噌汁.json');
  });

  test('removes the page of a guide from a site', async () => {
    const host = testHost({ files: soups });
    await run(host, 'guides', '--format', 'html', '--out', 'site');
    remove(host, 'guides/leek_soup.md');
    await run(host, 'guides', '--format', 'html', '--out', 'site', '--prune');
    expect(names(host, 'site')).toEqual(['.guidepost-manifest.json', 'index.html', '味噌汁.html']);
  });

  test.each(['../guides/leek_soup.md', '..', 'a\\b', ''])('takes no manifest that names %j', async (name) => {
    const hash = createHash('sha256').update(soups['guides/leek_soup.md']).digest('hex');
    const outputs = { json: { [name]: { hash } } };
    const host = testHost({ files: { ...soups, 'out/.guidepost-manifest.json': JSON.stringify({ outputs }) } });
    const { code, stderr } = await run(host, 'guides', '--out', 'out', '--prune', '--locale', 'en');
    expect({ code, stderr: stderr.includes('remove it, and the next export writes it anew') }).toEqual({
      code: 2,
      stderr: true,
    });
    expect(names(host, 'guides')).toHaveLength(2);
  });

  test('needs a folder', async () => {
    expect((await run(testHost({ files: soups }), 'guides', '--prune')).code).toBe(2);
  });
});

describe('the progress bar', () => {
  const many = Object.fromEntries(
    Array.from({ length: 25 }, (_, index) => [`guides/soup_${index}.md`, recipe(`soup_${index}`)]),
  );
  const files = { ...many, 'recipe.schema.json': recipeSchema };

  test('shows on a terminal, within its width, and is gone at the end', async () => {
    const host = testHost({ files, isTTY: true, columns: 60 });
    const { stderr } = await run(host, 'guides', '--out', 'out', '--locale', 'ja');
    const shown = stderr.slice(0, stderr.lastIndexOf('\r'));
    const rest = stderr.slice(shown.length + '\r\u001b[K'.length);
    const bars = shown.split('\r\u001b[K').filter((bar) => bar !== '');
    expect(bars.at(0)).toBe(`確認中 █${'░'.repeat(23)}   4% (1/25)`);
    expect(bars.at(-1)).toBe(`書き出し中 ${'█'.repeat(24)} 100% (25/25)`);
    expect(rest).toBe('25件のガイドをoutに書き出しました（更新26ファイル、変更なし0ファイル）。\n');
  });

  test.each([
    ['without a terminal', testHost({ files })],
    ['in CI', testHost({ files, isTTY: true, env: { CI: 'true' } })],
    ['on a dumb terminal', testHost({ files, isTTY: true, env: { TERM: 'dumb' } })],
    ['for a handful of guides', testHost({ files: soups, isTTY: true })],
  ])('does not show %s', async (_name, host) => {
    expect((await run(host, 'guides', '--out', 'out')).stderr).not.toContain('\r');
  });
});

describe('guides that do not stay in memory', () => {
  // More text than is kept, so that the last ones are read twice.
  const long = '大根の皮をむいて薄く切る。\n\n'.repeat(18_000);
  const files = {
    'recipe.schema.json': recipeSchema,
    ...Object.fromEntries(
      Array.from({ length: 22 }, (_, index) => [
        `guides/${String(index).padStart(2, '0')}.md`,
        recipe(`soup_${index}`, { steps: `${long}${index}番目の鍋。` }),
      ]),
    ),
  };
  const rules = ['--rule', 'no-doubled-word=off', '--include-invalid'];

  test('are written like the others, in order', async () => {
    const host = testHost({ files });
    const { stdout } = await run(host, 'guides', ...rules);
    const guides = JSON.parse(stdout) as { steps: string }[];
    expect(guides.map(({ steps }) => /\d+番目/.exec(steps)?.[0])).toEqual(
      Array.from({ length: 22 }, (_, index) => `${index}番目`),
    );
    expect(stdout).toBe(`${JSON.stringify(guides, null, 2)}\n`);
  });

  test('are not written when somebody changes them meanwhile', async () => {
    const host = testHost({ files });
    const reads = new Map<string, number>();
    const readFile = async (path: string): Promise<Uint8Array> => {
      reads.set(path, (reads.get(path) ?? 0) + 1);
      const bytes = await host.files.readFile(path);
      return path.endsWith('21.md') && reads.get(path) === 2 ? Buffer.concat([bytes, Buffer.from('追記\n')]) : bytes;
    };
    const busy = { ...host, files: { ...host.files, readFile } };
    const { code, stderr } = await run(
      busy,
      'guides',
      ...rules,
      '--format',
      'ndjson',
      '--out',
      'out',
      '--locale',
      'en',
    );
    expect(code).toBe(2);
    expect(stderr).toContain('guides/21.md: not exported, because the file was changed during the export');
    expect(read(host, 'out/guides.ndjson').trim().split('\n')).toHaveLength(21);
  });
});
