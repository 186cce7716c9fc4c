import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { main } from '../src/cli.ts';
import { reporters } from '../src/reporters/index.ts';
import { isInShard, readShard } from '../src/shards/shard.ts';
import { root } from './bind-fixture.ts';
import { goodRecipe, recipeConfig, recipeWithoutSteps } from './recipe-project.ts';
import { testHost } from './test-host.ts';

const fixtures = join(root, 'fixtures/guides/career-guide');
const careers = Object.fromEntries(
  readdirSync(fixtures).map((name) => [`careers/${name}`, readFileSync(join(fixtures, name), 'utf8')]),
);

/** A collection with faults of every kind: in one guide, between guides, suppressed, unreadable, in two languages. */
const files: Readonly<Record<string, string | Uint8Array>> = {
  ...recipeConfig,
  'guidepost.config.json': JSON.stringify({
    extends: 'guidepost:strict',
    types: [{ schema: 'recipe.schema.json', files: ['recipes/**'] }],
    overrides: [{ files: ['recipes/old/**'], rules: { 'related-guide-exists': ['warn', { collection: 'all' }] } }],
  }),
  'recipes/soup.md': goodRecipe('soup', ['oden', 'curry']),
  'recipes/oden.md': recipeWithoutSteps('oden'),
  'recipes/old/oden.md': goodRecipe('oden', ['Soup', 'missing_dish']),
  'recipes/old/soup_copy.md': `${goodRecipe('soup_copy', ['soup'])}\n<!-- guidepost-disable-file guide-is-linked -->\n`,
  'recipes/old/味噌汁.md': `${goodRecipe('味噌汁')}\n<!-- guidepost-disable-next-line no-placeholder -->\n\nTODO: 具を書く。\n\n<!-- guidepost-disable-next-line no-placeholder -->\n\n具は旬のものを使います。\n`,
  'recipes/empty.md': '',
  'recipes/bom.md': `\uFEFF${goodRecipe('bom').replaceAll('\n', '\r\n')}`,
  'recipes/binary.md': new Uint8Array([35, 0, 1]),
  'recipes/sjis.md': new Uint8Array([0x83, 0x4b, 0x83, 0x43, 0x83, 0x68]),
  'notes.md': '# Notes\n\nMilk and bread.\n',
  ...careers,
  'careers/pharmacist.md': (careers['careers/pharmacist.md'] ?? '').replace(/\n## 💰[\s\S]*?(?=\n# )/u, '\n'),
  'careers/copy.md': careers['careers/ship_navigator.md'] ?? '',
};

async function run(cwd: string, ...argv: string[]) {
  const host = testHost({ cwd });
  const code = await main(argv, host);
  return { code, ...host.output };
}

/** Checks a collection in parts, and returns the names of their reports. */
async function checkParts(cwd: string, count: number, ...flags: string[]): Promise<string[]> {
  const reports: string[] = [];
  for (let index = 1; index <= count; index += 1) {
    const report = join(testHost().cwd, `part-${index}.json`);
    const { stderr } = await run(
      cwd,
      'lint',
      '--shard',
      `${index}/${count}`,
      '--format',
      'shard',
      '--output-file',
      report,
      ...flags,
    );
    expect(stderr).toBe('');
    reports.push(report);
  }
  return reports;
}

describe('parts that are joined are one run', () => {
  it('byte for byte in every format, however many they are', async () => {
    const { cwd } = testHost({ files });
    const counts = [1, 3, 40];
    const parts = await Promise.all(counts.map(async (count) => (await checkParts(cwd, count)).reverse()));
    for (const format of Object.keys(reporters)) {
      const whole = await run(cwd, 'lint', '--format', format);
      expect(whole.stdout).toContain('related-guide-exists');
      expect(whole.stdout).toContain('unique-across-guides');
      for (const reports of parts)
        expect(await run(testHost().cwd, 'merge-reports', ...reports, '--format', format)).toEqual(whole);
    }
  });

  it('in Japanese, with --quiet and --max-warnings', async () => {
    const { cwd } = testHost({ files });
    const reports = await checkParts(cwd, 3, '--locale', 'ja');
    expect(await run(testHost().cwd, 'merge-reports', ...reports)).toEqual(await run(cwd, 'lint', '--locale', 'ja'));
    for (const flags of [['--quiet'], ['--max-warnings', '0']]) {
      const whole = await run(cwd, 'lint', '--locale', 'ja', '--rule', 'file-readable=warn', ...flags);
      const merged = await run(
        cwd,
        'merge-reports',
        ...(await checkParts(cwd, 2, '--locale', 'ja', '--rule', 'file-readable=warn')),
        ...flags,
      );
      expect(merged).toEqual(whole);
    }
  });

  it('with a baseline', async () => {
    const { cwd } = testHost({ files });
    await run(cwd, 'lint', '--update-baseline');
    writeFileSync(join(cwd, 'recipes/new.md'), recipeWithoutSteps('new'));
    writeFileSync(join(cwd, 'recipes/oden.md'), goodRecipe('oden'));
    const flags = ['--baseline', '.guidepost-baseline.json'];
    const whole = await run(cwd, 'lint', ...flags);
    expect(whole.stderr).toContain('no longer needed');
    expect(await run(cwd, 'merge-reports', ...(await checkParts(cwd, 3, ...flags)))).toEqual(whole);
  });
});

describe('--shard', () => {
  it('splits by path alone: each guide is in one part, and stays there when others are added', () => {
    const paths = Array.from({ length: 600 }, (_, index) => `ガイド/第${index}章/guide_${index}.md`);
    const parts = [1, 2, 3].map((index) => paths.filter((path) => isInShard(path, { index, of: 3 })));
    expect(parts.flat().sort()).toEqual([...paths].sort());
    for (const part of parts) expect(part.length).toBeGreaterThan(150);
    // Written down, so that no later version moves guides unawares.
    expect(
      ['guides/soup.md', 'guides/oden.md', 'ガイド/味噌汁.md'].map((path) => isInShard(path, { index: 1, of: 2 })),
    ).toEqual([true, true, false]);
    expect(isInShard('カ\u3099イト\u3099.md'.normalize('NFC'), { index: 1, of: 2 })).toBe(
      isInShard('カ\u3099イト\u3099.md', { index: 1, of: 2 }),
    );
  });

  it('reports the part itself, without what only the whole can tell', async () => {
    const { cwd } = testHost({ files });
    const found = await Promise.all(
      [1, 2].map(async (index) =>
        JSON.parse((await run(cwd, 'lint', '--shard', `${index}/2`, '--format', 'json')).stdout),
      ),
    );
    const all = JSON.parse((await run(cwd, 'lint', '--format', 'json')).stdout) as { filePath: string }[];
    expect(
      found
        .flat()
        .map(({ filePath }) => filePath)
        .sort(),
    ).toEqual(all.map(({ filePath }) => filePath));
    expect(JSON.stringify(found)).toContain('section-present');
    expect(JSON.stringify(found)).not.toMatch(/unique-across-guides|no-unused-suppression/);
  });

  it('is 0 for a part without guides, and 1 for one with errors', async () => {
    const { cwd } = testHost({ files: { ...recipeConfig, 'oden.md': recipeWithoutSteps('oden') } });
    const codes = await Promise.all(
      [1, 2, 3].map(async (index) => (await run(cwd, 'lint', '--shard', `${index}/3`)).code),
    );
    expect(codes.sort()).toEqual([0, 0, 1]);
  });

  it.each(['0/3', '4/3', '1', '1/0', 'a/b', '1/3/5', '-1/3'])('refuses %s', async (value) => {
    const { code, stderr } = await run(
      testHost({ files: { 'a.md': '# A\n' } }).cwd,
      'lint',
      `--shard=${value}`,
      '--locale',
      'en',
    );
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: `guidepost: "${value}" is no part of a collection; write --shard 1/3 for the first of three.\n`,
    });
    expect(readShard(value)).toBeUndefined();
  });

  it.each(['--fix', '--diff', '--staged', '--changed', '--lines', '--update-baseline'])('refuses %s', async (flag) => {
    const { code, stderr } = await run(
      testHost({ files: { 'a.md': '# A\n' } }).cwd,
      'lint',
      '--shard',
      '1/2',
      flag,
      '--locale',
      'en',
    );
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: `guidepost: --shard and ${flag} cannot go together; leave out one of them.\n`,
    });
  });
});

describe('merge-reports refuses', () => {
  it('parts that are missing, twice there, of other runs, or none', async () => {
    const { cwd } = testHost({
      files: {
        ...recipeConfig,
        'oden.md': goodRecipe('oden'),
        'x.json': '[]',
        'y.json': '{"shard"',
        'old.json': '{"guidepost":"0.0.1","shard":{}}',
      },
    });
    const [one = '', two = '', three = ''] = await checkParts(cwd, 3);
    const [other = ''] = await checkParts(cwd, 2);
    const [japanese = ''] = await checkParts(cwd, 3, '--locale', 'ja');
    for (const [reports, sentence] of [
      [[one, three], 'The report of shard 2/3 is missing'],
      [[one, two, three, one.replace('part-1', '../part-1')], 'cannot be read (ENOENT)'],
      [[one, two, other], 'are not of one run'],
      [[two, three, japanese], 'are not of one run'],
      [['x.json'], '"x.json" is no report of a shard'],
      [['y.json'], '"y.json" is no report of a shard'],
      [['old.json'], '"old.json" was written by guidepost 0.0.1'],
      [[one, two, three, '--locale', 'ja'], '各部分は言語「en」で確認されています'],
    ] as const) {
      const { code, stderr } = await run(cwd, 'merge-reports', ...reports);
      expect(stderr).toContain(sentence);
      expect(code).toBe(2);
    }
    writeFileSync(join(cwd, 'again.json'), readFileSync(one));
    expect((await run(cwd, 'merge-reports', one, two, three, 'again.json')).stderr).toContain('both hold shard 1/3');
  });

  it.each([
    [
      'counts guide types that it does not list',
      (report: Report) => report.guides.map((guide) => ({ ...guide, type: 9 })),
    ],
    [
      'counts settings that it does not list',
      (report: Report) => report.guides.map((guide) => ({ ...guide, settings: 3 })),
    ],
    ['lists guides without a text', (report: Report) => report.guides.map(({ path }) => ({ path }))],
    ['lists no guides', () => 'oden.md'],
  ])('a report that %s', async (_what, guidesOf) => {
    const { cwd } = testHost({ files: { ...recipeConfig, 'oden.md': goodRecipe('oden') } });
    const [part = ''] = await checkParts(cwd, 1);
    const report = JSON.parse(readFileSync(part, 'utf8')) as Report;
    expect(report.guides.map(({ path }) => path)).toEqual(['oden.md']);
    writeFileSync(join(cwd, 'forged.json'), JSON.stringify({ ...report, guides: guidesOf(report) }));
    expect(await run(cwd, 'merge-reports', 'forged.json', '--locale', 'en')).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'guidepost: "forged.json" is no report of a shard; write it with "guidepost lint --shard I/N --format shard --output-file FILE".\n',
    });
  });

  it('a baseline outside of the project that only the report names', async () => {
    const { cwd } = testHost({ files: { ...recipeConfig, 'oden.md': recipeWithoutSteps('oden') } });
    const [part = ''] = await checkParts(cwd, 1);
    const report = JSON.parse(readFileSync(part, 'utf8')) as Report;
    writeFileSync(join(cwd, 'forged.json'), JSON.stringify({ ...report, baseline: '../../etc/passwd' }));
    const { code, stdout, stderr } = await run(cwd, 'merge-reports', 'forged.json', '--locale', 'en');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toBe(
      'guidepost: The shards name the baseline "../../etc/passwd", which is outside of the project; pass it with --baseline if that is meant.\n',
    );
  });
});

interface Report {
  readonly guides: readonly { readonly path: string }[];
}
