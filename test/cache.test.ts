import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { keptIn, textOf } from '../src/cache/kept-text.ts';
import { main } from '../src/cli.ts';
import { builtGuidepost } from './built-guidepost.ts';
import { mutated } from './mutations.ts';
import { goodRecipe, recipeConfig, recipeWithoutSteps } from './recipe-project.ts';
import { seededRandom } from './seeded-random.ts';
import { testHost } from './test-host.ts';

/** `EDITS=1000 npx vitest run test/cache.test.ts`. */
const edits = Number(process.env.EDITS ?? 60);
const seed = Number(process.env.SEED ?? 1);

const slugs = ['miso', 'oden', 'nabe', 'soba', 'udon', 'zoni'];
const project = (): Record<string, string> => ({
  '.git/HEAD': '',
  ...recipeConfig,
  ...Object.fromEntries(slugs.map((slug, index) => [`${slug}.md`, goodRecipe(slug, [slugs[index - 1] ?? 'miso'])])),
  'bad.md': recipeWithoutSteps('bad'),
});

async function lint(cwd: string, argv: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const host = testHost({ cwd, env });
  const code = await main(['lint', ...argv], host);
  return { code, ...host.output };
}

const inCache = ['--cache', '--cache-location', '.cache'];
const cacheFiles = (cwd: string): string[] => {
  const folder = join(cwd, '.cache');
  return existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
};
const keptPaths = (cwd: string): string[] =>
  cacheFiles(cwd)
    .flatMap((file) => [...keptIn(readFileSync(file)).keys()])
    .sort();

describe('a warm run', () => {
  test(`reports the same as a cold one, byte for byte, over ${edits} changes`, async () => {
    const random = seededRandom(seed);
    const { cwd } = testHost({ files: project() });
    const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
    const guides = (): string[] => readdirSync(cwd).filter((name) => name.endsWith('.md'));
    const config = JSON.parse(recipeConfig['guidepost.config.json'] ?? '{}') as Record<string, unknown>;
    const changes = [
      () => {
        const path = join(cwd, pick(guides()));
        writeFileSync(path, mutated(readFileSync(path, 'utf8'), random));
      },
      () => writeFileSync(join(cwd, `${pick(slugs)}.md`), goodRecipe(pick(slugs), [pick(slugs)])),
      () => guides().length > 3 && rmSync(join(cwd, pick(guides()))),
      () => renameSync(join(cwd, pick(guides())), join(cwd, `${pick(slugs)}-${Math.floor(random() * 5)}.md`)),
      () => {
        const rules = { 'section-present': pick(['off', 'warn', 'error']), 'text-length': pick(['off', 'warn']) };
        writeFileSync(
          join(cwd, 'guidepost.config.json'),
          JSON.stringify({ ...config, ...(random() < 0.7 && { rules }) }),
        );
      },
      () => {
        const schema = recipeConfig['recipe.schema.json'] ?? '';
        writeFileSync(join(cwd, 'recipe.schema.json'), random() < 0.5 ? schema : schema.replace('"steps"]', '"slug"]'));
      },
    ];
    const reports = new Set<string>();
    for (let index = 0; index < edits; index += 1) {
      pick(changes)();
      const format = ['--format', pick(['json', 'text', 'compact', 'sarif'])];
      const locale = ['--locale', pick(['en', 'ja'])];
      const parser = random() < 0.2 ? ['--parser', pick(['native', 'remark'])] : [];
      const argv = [...format, ...locale, ...parser];
      const cold = await lint(cwd, [...argv, '--no-cache']);
      expect(await lint(cwd, [...argv, ...inCache])).toEqual(cold);
      expect(await lint(cwd, [...argv, ...inCache])).toEqual(cold);
      reports.add(cold.stdout);
    }
    expect(reports.size).toBeGreaterThan(edits / 3);
  }, 300_000);

  test('knows the guides that have not changed', async () => {
    const { cwd } = testHost({ files: project() });
    await lint(cwd, inCache);
    expect(keptPaths(cwd)).toEqual(['bad.md', ...slugs.map((slug) => `${slug}.md`)].sort());
    // What is kept is what counts: a verdict that somebody has changed is reported as it is.
    for (const file of cacheFiles(cwd)) {
      const kept = keptIn(readFileSync(file));
      const text = textOf(kept).replaceAll('"severity":"error"', '"severity":"warning"');
      const entries = text.slice(text.indexOf('\n') + 1);
      writeFileSync(file, textOf(new Map(JSON.parse(entries) as [])));
    }
    expect((await lint(cwd, ['bad.md', ...inCache])).code).toBe(0);
    expect((await lint(cwd, ['bad.md', '--no-cache'])).code).toBe(1);
  });

  test('parses no guide again, not even one with a comment where another guide is involved', async () => {
    const files = project();
    const comment = '\n<!-- guidepost-disable-file unique-across-guides -- a copy -->\n';
    const { cwd } = testHost({ files: { ...files, 'copy/miso.md': (files['miso.md'] ?? '') + comment } });
    const steps = async (): Promise<string> => (await lint(cwd, [...inCache, '--stats'])).stderr;
    const isParsed = (stats: string): boolean => !/^ *parse +0[ .]/m.test(stats);
    expect(isParsed(await steps())).toBe(true);
    const warm = await lint(cwd, [...inCache, '--stats']);
    expect(warm.stdout).toContain('unique-across-guides');
    expect(isParsed(warm.stderr)).toBe(false);
  });

  test('forgets guides that are gone', async () => {
    const { cwd } = testHost({ files: project() });
    await lint(cwd, inCache);
    rmSync(join(cwd, 'miso.md'));
    await lint(cwd, inCache);
    expect(keptPaths(cwd)).toEqual(
      ['bad.md', ...slugs.map((slug) => `${slug}.md`)].filter((path) => path !== 'miso.md').sort(),
    );
  });
});

describe('a cache that is not as it should be', () => {
  const valid = textOf(new Map());
  const bare = { type: 0, fit: {}, facts: {}, alone: [] };
  const span = { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 2, offset: 1 } };
  const kept = { path: 'miso.md', rule: 'single-title', severity: 'error', message: 'Two titles', range: span };
  const run = { start: 0, end: 9 };
  const comment = { word: 'line', wordRange: run, names: [{ id: 'single-title', range: run }], range: run, line: 1 };
  test.each([
    ['empty', () => ''],
    ['no text', () => '\0\ufffd\u0001'],
    ['cut off', (text: string) => text.slice(0, Math.floor(text.length / 2))],
    ['of another version', (text: string) => text.replace('verdicts 1 ', 'verdicts 999 ')],
    ['changed by hand', (text: string) => text.replaceAll('error', 'warning')],
    ['whole, but no list', () => valid],
    ['without its first line', (text: string) => text.slice(text.indexOf('\n') + 1)],
    ['a bomb of brackets', () => `${'['.repeat(200_000)}`],
  ])('%s is ignored and made anew', async (_name, spoil) => {
    const { cwd } = testHost({ files: project() });
    const cold = await lint(cwd, inCache);
    const before = cacheFiles(cwd).map((file) => readFileSync(file, 'utf8'));
    for (const file of cacheFiles(cwd)) writeFileSync(file, spoil(readFileSync(file, 'utf8')));
    expect(await lint(cwd, inCache)).toEqual(cold);
    expect(cacheFiles(cwd).map((file) => readFileSync(file, 'utf8'))).toEqual(before);
  });

  test.each([
    ['a number', 1],
    ['null', null],
    ['without problems', { type: 0, fit: {}, facts: {} }],
    ['with problems of no place', { type: 0, fit: {}, facts: {}, alone: [{ path: 'miso.md', rule: 'a' }] }],
    ['without suppressions where some are kept', { ...bare, suppressed: { left: [] } }],
    ['with a suppression without names', { ...bare, suppressed: { left: [], by: [{ ...comment, names: 'all' }] } }],
    ['with a name without a place', { ...bare, suppressed: { left: [], by: [{ ...comment, names: [{ id: 'a' }] }] } }],
    ['with a suppression that is a number', { ...bare, suppressed: { left: [], by: [7] } }],
    ['with a place where no problem is', { ...bare, suppressed: { left: [0], by: [comment] } }],
    ['with a problem that is a number', { ...bare, alone: [7] }],
    ['with a problem of no severity', { ...bare, alone: [{ ...kept, severity: 'fatal' }] }],
    ['with a problem that has one end', { ...bare, alone: [{ ...kept, range: { start: { offset: 0 } } }] }],
    ['with a related place that is none', { ...bare, alone: [{ ...kept, related: [{ message: 'here' }] }] }],
    ['with related places that are no list', { ...bare, alone: [{ ...kept, related: 'here' }] }],
    ['with a fix that is none', { ...bare, alone: [{ ...kept, fix: { title: 'Mend it' } }] }],
    ['of a type that is not there', { type: 'x', fit: {}, facts: {}, alone: [] }],
  ])('an entry that is %s counts as unknown', (_name, verdict) => {
    const entries = JSON.parse(JSON.stringify([['miso.md', { key: 'k', verdict }]])) as [];
    expect(keptIn(Buffer.from(textOf(new Map(entries)))).size).toBe(0);
  });

  test.skipIf(process.getuid?.() === 0)(
    'a folder that cannot be written does no harm (not as root, who may write anywhere)',
    async () => {
      const { cwd } = testHost({ files: project() });
      mkdirSync(join(cwd, '.cache'), { mode: 0o555 });
      const cold = await lint(cwd, ['--no-cache']);
      expect(await lint(cwd, inCache)).toEqual(cold);
      expect(cacheFiles(cwd)).toEqual([]);
      chmodSync(join(cwd, '.cache'), 0o755);
    },
  );

  test.each([
    [
      'all that a verdict may hold',
      { ...bare, alone: [{ ...kept, related: [{ message: 'here', range: span }], fix: { edits: [] } }] },
    ],
    ['comments', { ...bare, alone: [kept], suppressed: { left: [0, kept], by: [comment] } }],
  ])('an entry with %s is kept', (_name, verdict) => {
    const entries = JSON.parse(JSON.stringify([['miso.md', { key: 'k', verdict }]])) as [];
    expect([...keptIn(Buffer.from(textOf(new Map(entries))))]).toEqual(entries);
  });

  test.each([
    ['that is no list', '{}'],
    ['of things that are none', '[1, ["miso.md"], [7, {}]]'],
  ])('a file %s holds nothing', (_name, text) => {
    const head = createHash('sha256').update(text).digest('base64');
    expect(keptIn(Buffer.from(`guidepost verdicts 1 ${head}\n${text}`)).size).toBe(0);
  });

  test.each([
    ['mkdir', 'EACCES', 1],
    ['writeFileAtomically', 'ENOSPC', 1],
    ['readFolder', 'EACCES', 1],
    ['readFileSync', 'EIO', 1],
    // What is no fault of the disk is one of guidepost, and is told.
    ['mkdir', undefined, 2],
    ['readFileSync', undefined, 2],
  ] as const)('where %s fails with %s', async (call, code, wanted) => {
    const host = testHost({ files: project() });
    const cold = await lint(host.cwd, ['--no-cache']);
    const fail = (path: string): void => {
      if (path.includes('.cache')) throw Object.assign(new TypeError('no such folder'), code && { code });
    };
    const original = host.files[call] as (...args: unknown[]) => unknown;
    const failing = (path: string, ...rest: unknown[]): unknown => {
      fail(path);
      return original(path, ...rest);
    };
    const faulty = call === 'readFileSync' ? failing : async (...args: [string]) => failing(...args);
    const exit = await main(['lint', ...inCache], { ...host, files: { ...host.files, [call]: faulty } });
    expect(exit).toBe(wanted);
    if (wanted === 1) expect(host.output).toEqual({ stdout: cold.stdout, stderr: cold.stderr });
    else expect(host.output.stderr).toContain('TypeError: no such folder');
  });

  test('a file where the folder should be does no harm', async () => {
    const { cwd } = testHost({ files: { ...project(), '.cache': 'mine' } });
    const cold = await lint(cwd, ['--no-cache']);
    expect(await lint(cwd, inCache)).toEqual(cold);
    expect(readFileSync(join(cwd, '.cache'), 'utf8')).toBe('mine');
  });
});

describe('whether there is a cache', () => {
  const home = (cwd: string, env: Readonly<Record<string, string>> = {}) => ({ HOME: join(cwd, 'home'), ...env });
  const isKept = (cwd: string): boolean => existsSync(join(cwd, 'home/.cache/guidepost'));

  test.each([
    ['is one by itself', [], {}, true],
    ['is none in CI', [], { CI: 'true' }, false],
    ['is one where CI is off', [], { CI: 'false' }, true],
    ['is one in CI that asks for it', ['--cache'], { CI: 'true' }, true],
    ['is none with --no-cache', ['--no-cache'], {}, false],
  ] satisfies [string, string[], Record<string, string>, boolean][])('%s', async (_name, argv, env, expected) => {
    const { cwd } = testHost({ files: project() });
    await lint(cwd, ['miso.md', ...argv], home(cwd, env));
    expect(isKept(cwd)).toBe(expected);
  });

  test('it lies where --cache-location says, also in CI', async () => {
    const { cwd } = testHost({ files: project() });
    await lint(cwd, ['miso.md', '--cache-location', 'kept/here'], home(cwd, { CI: '1' }));
    expect(isKept(cwd)).toBe(false);
    expect(readdirSync(join(cwd, 'kept/here')).length).toBe(1);
  });
});

test('two programs at once, again and again, report what one does', async () => {
  const { cwd } = testHost({ files: project() });
  const run = async (argv: readonly string[]): Promise<string> => {
    const child = spawn(process.execPath, [builtGuidepost, 'lint', '--format', 'json', ...argv], {
      cwd,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (piece: string) => {
      text += piece;
    });
    const [code] = (await once(child, 'close')) as [number];
    return `${code} ${text}`;
  };
  for (let round = 0; round < 6; round += 1) {
    writeFileSync(join(cwd, 'soba.md'), round % 2 === 0 ? recipeWithoutSteps('soba') : goodRecipe('soba'));
    if (round % 3 === 0) rmSync(join(cwd, '.cache'), { recursive: true, force: true });
    const cold = await run(['--no-cache']);
    expect(cold).toMatch(/^1 \[/);
    expect(await Promise.all([run(inCache), run(inCache)])).toEqual([cold, cold]);
  }
  expect(keptPaths(cwd)).toContain('soba.md');
  expect(cacheFiles(cwd).filter((file) => file.endsWith('.tmp'))).toEqual([]);
}, 300_000);
