import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { main } from '../src/cli.ts';
import { builtGuidepost } from './built-guidepost.ts';
import { goodRecipe, recipeConfig } from './recipe-project.ts';
import { type TestHost, testHost } from './test-host.ts';

const isRoot = process.getuid?.() === 0;
const nobody = 65534;

const broken = (slug: string) => `${goodRecipe(slug)}\nこの鍋は**「強い」**と言われます。\n`;
const mended = (slug: string) => `${goodRecipe(slug)}\nこの鍋は「**強い**」と言われます。\n`;

/** Recipes with a fault each that `--fix` puts right. */
function project(...slugs: string[]): TestHost {
  const guides = Object.fromEntries(slugs.map((slug) => [`guides/${slug}.md`, broken(slug)]));
  return testHost({ files: { ...recipeConfig, ...guides } });
}

async function run(host: TestHost, ...argv: string[]) {
  host.output.stdout = '';
  host.output.stderr = '';
  const code = await main([...argv, '--locale', 'en'], host);
  return { code, ...host.output };
}

const fix = ['lint', 'guides', '--fix'];
const at = (host: TestHost, path: string): string => join(host.cwd, path);
const read = (host: TestHost, path: string): string => readFileSync(at(host, path), 'utf8');

function drafts(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tmp'));
}

/** Does something to a file right before the program writes it. */
function meddle(host: TestHost, name: string, change: (path: string) => void): TestHost {
  const writeFileAtomically: TestHost['files']['writeFileAtomically'] = (path, ...rest) => {
    if (basename(path) === name) change(path);
    return host.files.writeFileAtomically(path, ...rest);
  };
  return { ...host, files: { ...host.files, writeFileAtomically } };
}

/** Root may do everything; as root, this does something as a user who may not. */
async function asNobody<Result>(folder: string, work: () => Promise<Result>): Promise<Result> {
  if (!isRoot) return work();
  execFileSync('chown', ['-R', String(nobody), folder]);
  process.setegid?.(nobody);
  process.seteuid?.(nobody);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
    process.setegid?.(0);
  }
}

describe('what is replaced keeps', () => {
  test('its permissions, line ends and byte order mark', async () => {
    const host = project('soup');
    const path = at(host, 'guides/soup.md');
    const bytes = (text: string) => `\ufeff${text}`.replaceAll('\n', '\r\n');
    writeFileSync(path, bytes(broken('soup')));
    chmodSync(path, 0o604);
    expect((await run(host, ...fix)).code).toBe(0);
    expect(read(host, 'guides/soup.md')).toBe(bytes(mended('soup')));
    expect(statSync(path).mode & 0o7777).toBe(0o604);
  });

  test.runIf(isRoot)('its owner and group, and all bits of its permissions', async () => {
    const host = project('soup');
    const path = at(host, 'guides/soup.md');
    chownSync(path, 1234, 4321);
    chmodSync(path, 0o2664);
    expect((await run(host, ...fix)).code).toBe(0);
    const { uid, gid, mode } = statSync(path);
    expect({ uid, gid, mode: mode & 0o7777 }).toEqual({ uid: 1234, gid: 4321, mode: 0o2664 });
    expect(read(host, 'guides/soup.md')).toBe(mended('soup'));
  });

  test.runIf(isRoot)('nothing that would let others do more, where the owner cannot be kept', async () => {
    const host = project('soup', 'stew');
    const result = await asNobody(host.cwd, async () => {
      process.seteuid?.(0);
      // The group may read only, the others may write as well.
      for (const [name, mode] of [
        ['soup', 0o646],
        ['stew', 0o666],
      ] as const) {
        chownSync(at(host, `guides/${name}.md`), 1234, 4321);
        chmodSync(at(host, `guides/${name}.md`), mode);
      }
      process.seteuid?.(nobody);
      return run(host, ...fix);
    });
    expect(result).toMatchObject({ code: 0 });
    const status = (name: string) => {
      const { uid, gid, mode } = statSync(at(host, `guides/${name}.md`));
      return { uid, gid, mode: mode & 0o7777 };
    };
    expect(status('soup')).toEqual({ uid: nobody, gid: nobody, mode: 0o644 });
    expect(status('stew')).toEqual({ uid: nobody, gid: nobody, mode: 0o666 });
  });

  test('a link stays a link, and the file it leads to is mended', async () => {
    const host = project('soup');
    mkdirSync(at(host, 'elsewhere'));
    writeFileSync(at(host, 'elsewhere/stew.md'), broken('stew'));
    symlinkSync('../elsewhere/stew.md', at(host, 'guides/stew.md'));
    expect((await run(host, ...fix)).code).toBe(0);
    expect(lstatSync(at(host, 'guides/stew.md')).isSymbolicLink()).toBe(true);
    expect(read(host, 'elsewhere/stew.md')).toBe(mended('stew'));
    expect(drafts(host.cwd)).toEqual([]);
  });

  test('another name of the same file keeps the old text', async () => {
    const host = project('soup');
    linkSync(at(host, 'guides/soup.md'), at(host, 'copy.txt'));
    expect((await run(host, ...fix)).code).toBe(0);
    expect(read(host, 'guides/soup.md')).toBe(mended('soup'));
    expect(read(host, 'copy.txt')).toBe(broken('soup'));
  });

  test('a draft is never open to more people than its file', async () => {
    const host = project('soup');
    const path = at(host, 'guides/soup.md');
    chmodSync(path, 0o600);
    const modes: number[] = [];
    async function* pieces(): AsyncGenerator<string> {
      yield 'half';
      modes.push(...drafts(host.cwd).map((name) => statSync(at(host, name)).mode & 0o777));
      yield ' and half';
    }
    expect(await host.files.writeFileAtomically(path, pieces())).toBe('written');
    expect(modes).toEqual([0o600]);
    expect(read(host, 'guides/soup.md')).toBe('half and half');
  });
});

describe('nothing is overwritten that', () => {
  const changed = 'not written, because the file was changed in the meantime; run guidepost again.';
  const cases: { name: string; change: (path: string) => void; left: (path: string) => unknown; sentence?: string }[] =
    [
      {
        name: 'was changed since it was read',
        change: (path) => writeFileSync(path, '別の人の文です。\n'),
        left: (path) => readFileSync(path, 'utf8') === '別の人の文です。\n',
      },
      { name: 'was removed since', change: (path) => rmSync(path), left: (path) => !existsSync(path) },
      {
        name: 'was removed with its folder',
        change: (path) => rmSync(dirname(path), { recursive: true }),
        left: (path) => !existsSync(dirname(path)),
      },
      {
        name: 'has become a folder',
        change: (path) => {
          rmSync(path);
          mkdirSync(path);
        },
        left: (path) => statSync(path).isDirectory(),
        sentence: '"guides/b/soup.md" cannot be written (EISDIR): it is a folder.',
      },
      {
        name: 'has become a pipe',
        change: (path) => {
          rmSync(path);
          execFileSync('mkfifo', [path]);
        },
        left: (path) => statSync(path).isFIFO(),
      },
      {
        name: 'has become a link that leads nowhere',
        change: (path) => {
          rmSync(path);
          symlinkSync('gone.md', path);
        },
        left: (path) => lstatSync(path).isSymbolicLink(),
        sentence:
          '"guides/b/soup.md" cannot be written (ENOENT): its folder is gone, or it is a link that leads nowhere.',
      },
    ];

  test.each(cases)('$name', async ({ change, left, sentence = `guides/b/soup.md: ${changed}` }) => {
    const host = project('a/pot', 'b/soup', 'c/stew');
    const result = await run(meddle(host, 'soup.md', change), ...fix);
    expect(result).toMatchObject({ code: 2, stderr: `${sentence}\n` });
    expect(left(at(host, 'guides/b/soup.md'))).toBe(true);
    // The others are saved, and the report still comes.
    for (const name of ['a/pot', 'c/stew']) expect(read(host, `guides/${name}.md`)).toBe(mended(name));
    expect(result.stdout).toContain('no-broken-emphasis');
    expect(result.stdout).toContain('2 problems fixed');
    expect(drafts(host.cwd)).toEqual([]);
  });

  test('was changed while the new text was being written', async () => {
    const host = testHost({ files: { 'a.md': 'old' } });
    async function* slowly(): AsyncGenerator<string> {
      yield 'new';
      writeFileSync(at(host, 'a.md'), 'somebody else');
      yield ' text';
    }
    expect(await host.files.writeFileAtomically(at(host, 'a.md'), slowly(), 'old')).toBe('changed');
    expect(read(host, 'a.md')).toBe('somebody else');
    expect(readdirSync(host.cwd)).toEqual(['a.md']);
  });

  test('is new, where nothing was expected', async () => {
    const host = testHost();
    expect(await host.files.writeFileAtomically(at(host, 'a.md'), 'mine', null)).toBe('written');
    expect(await host.files.writeFileAtomically(at(host, 'a.md'), 'mine', null)).toBe('same');
    expect(await host.files.writeFileAtomically(at(host, 'a.md'), 'other', null)).toBe('changed');
    expect(read(host, 'a.md')).toBe('mine');
  });

  test('is a baseline that somebody else has just written', async () => {
    const host = project('soup');
    const file = '.guidepost-baseline.json';
    const update = ['lint', 'guides', '--update-baseline'];
    expect((await run(host, ...update)).code).toBe(0);
    rmSync(at(host, 'guides/soup.md'));
    writeFileSync(at(host, 'guides/stew.md'), broken('stew'));
    const result = await run(
      meddle(host, file, (path) => writeFileSync(path, '{"theirs": true}\n')),
      ...update,
    );
    expect(result).toMatchObject({ code: 2, stderr: `guidepost: ${file}: ${changed}\n` });
    expect(read(host, file)).toBe('{"theirs": true}\n');
    rmSync(at(host, file));
    const first = await run(
      meddle(host, file, (path) => writeFileSync(path, '{"theirs": true}\n')),
      ...update,
    );
    expect(first.code).toBe(2);
    expect(read(host, file)).toBe('{"theirs": true}\n');
  });

  test('is the list of an output folder that another run has just written', async () => {
    const host = project('soup');
    const manifest = '.guidepost-manifest.json';
    const result = await run(
      meddle(host, manifest, (path) => writeFileSync(path, '{"theirs": true}\n')),
      ...['export', 'guides', '--include-invalid', '--out', 'out'],
    );
    expect(result.code).toBe(2);
    expect(result.stderr).toContain(`out/${manifest}: ${changed}`);
    expect(read(host, `out/${manifest}`)).toBe('{"theirs": true}\n');
  });

  test('is a new guide that somebody else has just made', async () => {
    const host = project('soup');
    const theirs = meddle(host, 'stew.md', (path) => writeFileSync(path, 'theirs'));
    expect((await run(theirs, 'new', 'stew', '--type', 'recipe', '--out', 'guides')).code).toBe(2);
    expect(read(host, 'guides/stew.md')).toBe('theirs');
  });
});

describe('a link does not lead writes out of the project', () => {
  const canary = '見張りの文です。\n';

  function outside(): { host: TestHost; target: string } {
    const target = join(testHost({ files: { 'canary.md': broken('canary') } }).cwd, 'canary.md');
    return { host: project('soup'), target };
  }

  test('of --fix', async () => {
    const { host, target } = outside();
    symlinkSync(target, at(host, 'guides/stew.md'));
    const { code, stdout } = await run(host, ...fix);
    expect(code).toBe(1);
    expect(stdout).toContain('Link leads out of the project, so it was not read');
    expect(readFileSync(target, 'utf8')).toBe(broken('canary'));
    expect(read(host, 'guides/soup.md')).toBe(mended('soup'));
  });

  test.each([
    ['export to a folder', ['export', 'guides', '--include-invalid', '--out', 'out'], 'out/soup.json'],
    ['export to a file', ['export', 'guides', '--include-invalid', '--out', 'all.json'], 'all.json'],
    ['a report', ['lint', 'guides', '--format', 'sarif', '--output-file', 'lint.sarif'], 'lint.sarif'],
  ])('of %s', async (_name, argv, output) => {
    const { host, target } = outside();
    writeFileSync(target, canary);
    mkdirSync(dirname(at(host, output)), { recursive: true });
    symlinkSync(target, at(host, output));
    expect((await run(host, ...argv)).code).toBe(2);
    expect(readFileSync(target, 'utf8')).toBe(canary);
    expect(lstatSync(at(host, output)).isSymbolicLink()).toBe(true);
  });

  test('also where it is a folder', async () => {
    const { host, target } = outside();
    symlinkSync(dirname(target), at(host, 'out'));
    const { code, stderr } = await run(host, 'export', 'guides', '--include-invalid', '--out', 'out/json');
    expect(code).toBe(2);
    expect(stderr).toContain('"out/json" stands in the project, but a link leads from it to a place outside');
    expect(readdirSync(dirname(target))).toEqual(['canary.md']);
    // Whoever names the place itself means it.
    expect((await run(host, 'export', 'guides', '--include-invalid', '--out', dirname(target))).code).toBe(0);
  });

  test('but may stay in the repository, outside of the working folder', async () => {
    const repository = project('soup').cwd;
    mkdirSync(join(repository, '.git'));
    mkdirSync(join(repository, 'shared'));
    writeFileSync(join(repository, 'shared/stew.md'), broken('stew'));
    symlinkSync('../shared/stew.md', join(repository, 'guides/stew.md'));
    const host = testHost({ cwd: join(repository, 'guides') });
    expect((await run(host, 'lint', '.', '--fix')).code).toBe(0);
    expect(readFileSync(join(repository, 'shared/stew.md'), 'utf8')).toBe(mended('stew'));
  });
});

describe('where the system refuses', () => {
  test('a write-protected file stays as it is, the others are saved', async () => {
    const host = project('pot', 'soup');
    chmodSync(at(host, 'guides/soup.md'), 0o444);
    const result = await asNobody(host.cwd, () => run(host, ...fix));
    const sentence = '"guides/soup.md" cannot be written (EACCES): it, or its folder, is write-protected.\n';
    expect(result).toMatchObject({ code: 2, stderr: sentence });
    expect(read(host, 'guides/soup.md')).toBe(broken('soup'));
    expect(read(host, 'guides/pot.md')).toBe(mended('pot'));
  });

  test('so do the files of a write-protected folder', async () => {
    const host = project('open/pot', 'shut/soup');
    chmodSync(at(host, 'guides/shut'), 0o555);
    const result = await asNobody(host.cwd, () => run(host, ...fix));
    chmodSync(at(host, 'guides/shut'), 0o755);
    const sentence = '"guides/shut/soup.md" cannot be written (EACCES): it, or its folder, is write-protected.\n';
    expect(result).toMatchObject({ code: 2, stderr: sentence });
    expect(read(host, 'guides/shut/soup.md')).toBe(broken('shut/soup'));
    expect(read(host, 'guides/open/pot.md')).toBe(mended('open/pot'));
  });

  test('import and export write what they can', async () => {
    const host = project('pot', 'soup', 'stew');
    expect((await run(host, ...fix)).code).toBe(0);
    mkdirSync(at(host, 'json/soup.json'), { recursive: true });
    const exported = await run(host, 'export', 'guides', '--out', 'json');
    expect(exported.code).toBe(2);
    expect(exported.stderr).toContain('"json/soup.json" cannot be written (EISDIR): it is a folder.');
    expect(readdirSync(at(host, 'json')).sort()).toEqual(
      ['.guidepost-manifest.json', 'index.json', 'pot.json', 'soup.json', 'stew.json'].sort(),
    );
    const all = JSON.parse((await run(host, 'export', 'guides')).stdout);
    writeFileSync(at(host, 'all.json'), JSON.stringify(all));
    mkdirSync(at(host, 'back/soup.md'), { recursive: true });
    const imported = await run(host, 'import', 'all.json', '--out', 'back');
    expect(imported.code).toBe(2);
    expect(imported.stderr).toContain('"back/soup.md" cannot be written (EISDIR): it is a folder.');
    expect(readdirSync(at(host, 'back')).sort()).toEqual(['pot.md', 'soup.md', 'stew.md']);
    expect(drafts(host.cwd)).toEqual([]);
  });

  test('a file in place of a folder is one sentence, however many guides there are', async () => {
    const host = project('pot', 'soup');
    writeFileSync(at(host, 'out'), 'a file');
    const { code, stderr } = await run(host, 'export', 'guides', '--include-invalid', '--out', 'out/json');
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'guidepost: "out/json" cannot be written (ENOTDIR): one of the folders above it is a file.\n',
    });
  });

  test('a file that would grow too large stays as it is', () => {
    const host = project('pot', 'soup');
    const large = `${broken('soup')}\n${'よく混ぜてから、弱火で煮ます。'.repeat(1000)}\n`;
    writeFileSync(at(host, 'guides/soup.md'), large);
    const command = `ulimit -f 16; exec "$0" "$1" lint guides --fix --rule no-doubled-word=off --locale en`;
    const { status, stderr } = spawnSync('bash', ['-c', command, process.execPath, builtGuidepost], {
      cwd: host.cwd,
      encoding: 'utf8',
    });
    expect(stderr).toBe(
      '"guides/soup.md" cannot be written (EFBIG): it would be larger than the system lets a file be.\n',
    );
    expect(status).toBe(2);
    expect(read(host, 'guides/soup.md')).toBe(large);
    expect(read(host, 'guides/pot.md')).toBe(mended('pot'));
    expect(drafts(host.cwd)).toEqual([]);
  });

  const mounted: string[] = [];
  afterEach(() => {
    for (const folder of mounted.splice(0)) execFileSync('umount', [folder]);
  });

  test('a full disk changes nothing, and what still fits is saved', async ({ skip }) => {
    const host = project();
    mkdirSync(at(host, 'guides'));
    const mount = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', at(host, 'guides')]);
    if (mount.status !== 0) return skip('a small disk can be mounted by root only');
    mounted.push(at(host, 'guides'));
    const large = (slug: string) => `${broken(slug)}\n${'よく混ぜてから、弱火で煮ます。'.repeat(550)}\n`;
    for (const slug of ['soup', 'stew']) writeFileSync(at(host, `guides/${slug}.md`), large(slug));
    writeFileSync(at(host, 'guides/pot.md'), broken('pot'));
    const result = await run(host, ...fix, '--rule', 'no-doubled-word=off');
    expect(result.code).toBe(2);
    expect(result.stderr).toBe(
      ['soup', 'stew'].map((slug) => `"guides/${slug}.md" cannot be written (ENOSPC): the disk is full.\n`).join(''),
    );
    for (const slug of ['soup', 'stew']) expect(read(host, `guides/${slug}.md`)).toBe(large(slug));
    expect(read(host, 'guides/pot.md')).toBe(mended('pot'));
    expect(drafts(host.cwd)).toEqual([]);
  });
});

describe('what a killed program left', () => {
  const dead = 2 ** 22 + 1;

  test.each([
    ['--fix', fix, 'guides'],
    ['the baseline', ['lint', 'guides', '--update-baseline'], '.'],
    ['a report', ['lint', 'guides', '--format', 'json', '--output-file', 'reports/lint.json'], 'reports'],
    ['export', ['export', 'guides', '--include-invalid', '--out', 'out'], 'out'],
    ['import', ['import', 'soup.json', '--out', 'back'], 'back'],
  ])('is removed by %s', async (_name, argv, folder) => {
    const host = project('soup');
    if (argv[0] === 'import')
      writeFileSync(at(host, 'soup.json'), (await run(host, 'export', 'guides', '--include-invalid')).stdout);
    mkdirSync(at(host, folder), { recursive: true });
    const draft = (pid: number) => join(host.cwd, folder, `.soup.md.${pid}-0badcafe.tmp`);
    const parent = process.ppid;
    for (const pid of [dead, process.pid, parent]) writeFileSync(draft(pid), '半分だけ');
    await run(host, ...argv);
    // That of a program that still runs is its own; the number of this one may be that of an earlier one.
    expect(drafts(at(host, folder))).toEqual([basename(draft(parent))]);
  });
});
