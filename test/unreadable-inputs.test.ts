import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { FileSystem } from '../src/host.ts';
import { recipe } from './recipe-guides.ts';
import { run, soups, soupType as type } from './soup-project.ts';
import { type TestHost, testHost } from './test-host.ts';

/** The same files, where one call fails at the paths with this end. */
function failing(
  host: TestHost,
  call: 'readFile' | 'lstat' | 'removeFile' | 'writeFileAtomically',
  end: string,
  code: string,
) {
  const { files } = host;
  const fail = (path: string): void => {
    if (path.endsWith(end)) throw Object.assign(new Error(`${code}: no ${call} of ${path}`), { code });
  };
  const faulty: FileSystem = {
    ...files,
    [call]: async (path: string, ...rest: never[]) => {
      fail(path);
      return (files[call] as (path: string, ...rest: unknown[]) => Promise<unknown>)(path, ...rest);
    },
  };
  return { ...host, files: faulty };
}

describe('a baseline', () => {
  test.each([
    ['en', 'guidepost: The baseline "guides" cannot be read: Expected a file, found a folder.\n'],
    ['ja', 'guidepost: ベースライン「guides」を読めません。ファイルではなく、フォルダーです。\n'],
  ])('that is a folder, in %s', async (locale, stderr) => {
    for (const update of [[], ['--update-baseline']]) {
      const host = testHost({ files: soups });
      const call = ['lint', 'guides', '--baseline', 'guides', ...update, '--locale', locale];
      expect(await run(host, ...call)).toEqual({ code: 2, stdout: '', stderr });
    }
  });

  test('that may not be read', async () => {
    const host = testHost({ files: { ...soups, 'known.json': '{ "version": 1, "problems": {} }' } });
    const { code, stderr } = await run(
      failing(host, 'readFile', 'known.json', 'EACCES'),
      'lint',
      '--baseline',
      'known.json',
    );
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr:
        'guidepost: The baseline "known.json" cannot be read: File may not be read (EACCES); check its permissions.\n',
    });
  });

  test.each([
    ['{ "version": 1 }', 1],
    ['{\n  "version": 1,\n  "problems": []\n}', 3],
    ['{\n  "version": 1,\n  "problems": {\n    "guides/味噌汁.md": 3\n  }\n}', 4],
    ['{\n  "version": 1,\n  "problems": {\n    "guides/味噌汁.md": {\n      "single-title": "twice"\n    }\n  }\n}', 5],
    [
      '{\n  "version": 1,\n  "problems": {\n    "a.md": {\n      "single-title": [\n        "x", 7\n      ]\n    }\n  }\n}',
      6,
    ],
  ])('that is none (%#)', async (text, line) => {
    const host = testHost({ files: { ...soups, 'known.json': text } });
    expect(await run(host, 'lint', 'guides', '--baseline', 'known.json')).toEqual({
      code: 2,
      stdout: '',
      stderr: `guidepost: known.json:${line}: this is no baseline of guidepost; name another file, or delete it and write it anew with --update-baseline.\n`,
    });
  });
});

describe('what is to be imported', () => {
  test.each([
    ['ENOENT', 'File does not exist, or is a link that leads nowhere'],
    ['EACCES', 'File may not be read (EACCES); check its permissions'],
    ['EIO', 'File cannot be read (EIO)'],
  ])('and cannot be read (%s)', async (code, reason) => {
    const host = testHost({ files: { 'oden.json': '{}' } });
    expect(await run(failing(host, 'readFile', 'oden.json', code), 'import', 'oden.json')).toEqual({
      code: 2,
      stdout: '',
      stderr: `guidepost: oden.json: ${reason}\n`,
    });
  });

  test('and is no file', async () => {
    const host = testHost({ files: { 'oden.json': '{}' } });
    const stat = async () => ({ kind: 'device', size: 0 }) as const;
    const files = { ...host.files, stat };
    for (const [locale, sentence] of [
      ['en', 'Expected a file, found a device'],
      ['ja', 'ファイルではなく、デバイスです'],
    ])
      expect(await run({ ...host, files }, 'import', 'oden.json', '--locale', locale as string)).toEqual({
        code: 2,
        stdout: '',
        stderr: `guidepost: oden.json: ${sentence}\n`,
      });
  });

  test('and is a folder with the name of a table', async () => {
    const host = testHost({ files: { ...soups, 'tables/guides.csv/notes.txt': '' } });
    expect(await run(host, 'import', 'tables')).toEqual({
      code: 2,
      stdout: '',
      stderr: 'guidepost: "tables/guides.csv" cannot be read: Expected a file, found a folder.\n',
    });
  });
});

describe('a template', () => {
  test.each([
    ['en', 'guidepost: "theme/page.html" cannot be read: Expected a file, found a folder.\n'],
    ['ja', 'guidepost: 「theme/page.html」を読めません。ファイルではなく、フォルダーです。\n'],
  ])('whose page is a folder, in %s', async (locale, stderr) => {
    const host = testHost({ files: { ...soups, 'theme/page.html/notes.txt': '' } });
    const call = ['export', 'guides', ...type, '--format', 'html', '--template', 'theme', '--out', 'site'];
    expect(await run(host, ...call, '--locale', locale)).toEqual({ code: 2, stdout: '', stderr });
    expect(readdirSync(host.cwd).sort()).toEqual(['guides', 'recipe.schema.json', 'theme']);
  });
});

describe('an output folder', () => {
  const read = (host: TestHost, path: string): string => readFileSync(join(host.cwd, path), 'utf8');
  const names = (host: TestHost): string[] => readdirSync(join(host.cwd, 'out')).sort();
  const exported = async (): Promise<TestHost> => {
    const host = testHost({ files: { ...soups, 'guides/stew.md': recipe('stew') } });
    expect((await run(host, 'export', 'guides', ...type, '--out', 'out')).code).toBe(0);
    rmSync(join(host.cwd, 'guides/stew.md'));
    return host;
  };
  const again = ['export', 'guides', ...type, '--out', 'out', '--prune'];

  test.each([
    ['a list', '[]'],
    ['no outputs', '{ "generator": "guidepost" }'],
    ['outputs that are a list', '{ "outputs": [] }'],
    ['a format that is a list', '{ "outputs": { "json": [] } }'],
    ['a file without a hash', '{ "outputs": { "json": { "stew.json": {} } } }'],
    ['broken JSON', '{ "outputs": '],
  ])('whose list of files is %s', async (_what, text) => {
    const host = await exported();
    writeFileSync(join(host.cwd, 'out/.guidepost-manifest.json'), text);
    expect(await run(host, ...again)).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'guidepost: "out/.guidepost-manifest.json" is not what guidepost writes there; remove it, and the next export writes it anew.\n',
    });
    expect(names(host)).toContain('stew.json');
  });

  test('whose list of files cannot be read', async () => {
    const host = await exported();
    const { code, stderr } = await run(failing(host, 'readFile', '.guidepost-manifest.json', 'EACCES'), ...again);
    expect(code).toBe(2);
    expect(stderr).toContain('"out/.guidepost-manifest.json" is not what guidepost writes there');
  });

  test.each([
    [
      'was removed by hand',
      (path: string) => rmSync(path),
      '2 guides exported to out: 0 files written, 3 unchanged.\n',
    ],
    [
      'became a folder',
      (path: string) => {
        rmSync(path);
        mkdirSync(path);
      },
      'out/stew.json: not removed though its guide is gone, because somebody has changed it; remove it yourself\n2 guides exported to out: 0 files written, 3 unchanged.\n',
    ],
  ])('where the file of a guide that is gone %s', async (_what, change, stderr) => {
    const host = await exported();
    await run(host, 'export', 'guides', ...type, '--out', 'out');
    change(join(host.cwd, 'out/stew.json'));
    expect(await run(host, ...again)).toEqual({ code: 0, stdout: '', stderr });
  });

  test('where the file of a guide that is gone may not be read', async () => {
    const host = await exported();
    const { code, stderr } = await run(failing(host, 'readFile', 'out/stew.json', 'EACCES'), ...again);
    expect(code).toBe(0);
    expect(stderr).toContain('out/stew.json: not removed though its guide is gone');
    expect(names(host)).toContain('stew.json');
  });

  test.each([
    ['en', '"out/stew.json" cannot be written (EPERM): it, or its folder, is write-protected.\n'],
    ['ja', '「out/stew.json」に書き込めません（EPERM）。ファイルかフォルダーが書き込み禁止になっています。\n'],
  ])('where the file of a guide that is gone may not be removed, in %s', async (locale, sentence) => {
    const host = await exported();
    const { code, stderr } = await run(failing(host, 'removeFile', 'stew.json', 'EPERM'), ...again, '--locale', locale);
    expect(code).toBe(2);
    expect(stderr).toContain(sentence);
    // It is still known, so that it can go once that is possible.
    expect(read(host, 'out/.guidepost-manifest.json')).toContain('"stew.json"');
    expect((await run(host, ...again)).stderr).toContain('out/stew.json: removed, its guide is gone\n');
    expect(names(host)).not.toContain('stew.json');
  });

  test('where a file cannot be written keeps it, and knows it as its own', async () => {
    const host = await exported();
    writeFileSync(join(host.cwd, 'guides/味噌汁.md'), recipe('味噌汁', { steps: '味噌は最後に溶く。' }));
    const before = read(host, 'out/味噌汁.json');
    const { code, stderr } = await run(failing(host, 'writeFileAtomically', '味噌汁.json', 'ENOSPC'), ...again);
    expect(code).toBe(2);
    expect(stderr).toContain('"out/味噌汁.json" cannot be written (ENOSPC): the disk is full.\n');
    expect(read(host, 'out/味噌汁.json')).toBe(before);
    rmSync(join(host.cwd, 'guides/味噌汁.md'));
    expect((await run(host, ...again)).stderr).toContain('out/味噌汁.json: removed, its guide is gone\n');
  });
});

test.each([
  ['en', '"guides/味噌汁.md" cannot be written (EACCES): it, or its folder, is write-protected.'],
  ['ja', '「guides/味噌汁.md」に書き込めません（EACCES）。ファイルかフォルダーが書き込み禁止になっています。'],
])('a guide that an edited table cannot be written into is named, in %s', async (locale, sentence) => {
  const host = testHost({ files: soups });
  await run(host, 'export', 'guides', ...type, '--format', 'csv', '--out', 'tables');
  const table = join(host.cwd, 'tables/guides.csv');
  writeFileSync(table, readFileSync(table, 'utf8').replaceAll('弱火', '強火').replace('leeks', 'onions'));
  const before = readFileSync(join(host.cwd, 'guides/味噌汁.md'), 'utf8');
  const { code, stderr } = await run(
    failing(host, 'writeFileAtomically', '味噌汁.md', 'EACCES'),
    ...['import', 'tables', '--guides', 'guides', ...type, '--locale', locale],
  );
  expect(code).toBe(2);
  expect(stderr).toContain(sentence);
  expect(readFileSync(join(host.cwd, 'guides/味噌汁.md'), 'utf8')).toBe(before);
  expect(readFileSync(join(host.cwd, 'guides/leek_soup.md'), 'utf8')).toContain('Simmer the onions until soft.');
});
