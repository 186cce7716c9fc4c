import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { main } from '../src/cli.ts';
import { root } from './bind-fixture.ts';
import { type TestHost, testHost } from './test-host.ts';

const fixture = (name: string): string => readFileSync(join(root, 'fixtures/guides/career-guide', name), 'utf8');
const pharmacist = fixture('pharmacist.md');
const mechanic = fixture('bicycle_mechanic.md');
const withoutSalary = pharmacist.replace(/\n## 💰[\s\S]*?(?=\n# )/u, '\n');

async function run(host: TestHost, ...argv: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const code = await main(argv, host);
  return { code, ...host.output };
}

describe('lint', () => {
  it('is quiet about good guides, but says what it checked', async () => {
    const { code, stdout, stderr } = await run(
      testHost({ files: { 'guides/pharmacist.md': pharmacist } }),
      'lint',
      'guides',
      '--locale',
      'en',
    );
    expect({ code, stdout, stderr }).toEqual({
      code: 0,
      stdout: 'No problems in 1 file (career-guide 1).\n',
      stderr: '',
    });
  });

  it('points at the place where a section is missing, in the language of the environment', async () => {
    const host = testHost({ files: { 'pharmacist.md': withoutSalary }, env: { LANG: 'ja_JP.UTF-8' } });
    const { code, stdout } = await run(host, 'lint', 'pharmacist.md');
    expect(code).toBe(1);
    expect(stdout).toContain('章「推定年収」がありません。ここに見出し「💰 日本での推定年収」を置いて書いてください');
  });

  it('reports the unreadable, the binary and the empty file by name, and checks the good one', async () => {
    const host = testHost({
      files: {
        'a.md': withoutSalary,
        'binary.md': new Uint8Array([0, 1, 2]),
        'empty.md': '',
        'good.md': pharmacist.replaceAll('"pharmacist"', '"good"'),
      },
    });
    symlinkSync('nowhere', join(host.cwd, 'dangling.md'));
    const { code, stdout } = await run(host, 'lint', '--format', 'json');
    const results = JSON.parse(stdout) as { filePath: string; messages: { ruleId: string }[] }[];
    const rulesOf = (path: string) =>
      results.find(({ filePath }) => filePath === path)?.messages.map(({ ruleId }) => ruleId);
    expect(code).toBe(2);
    expect(rulesOf('binary.md')).toEqual(['file-readable']);
    expect(rulesOf('dangling.md')).toEqual(['file-readable']);
    expect(rulesOf('empty.md')).toEqual(['file-not-empty']);
    expect(rulesOf('a.md')).toContain('section-present');
    expect(results.map(({ filePath }) => filePath)).toEqual([
      'a.md',
      'binary.md',
      'dangling.md',
      'empty.md',
      'good.md',
    ]);
  });

  it('says in one problem that a file is no guide that it knows', async () => {
    const host = testHost({ files: { 'notes.md': '# Notes\n\n## Shopping\n\nMilk and bread.\n' } });
    const { stdout } = await run(host, 'lint', '--format', 'compact');
    expect(stdout.match(/known-guide-type/g)?.length).toBe(1);
    expect(stdout).toContain('the nearest is career-guide with 0 of 12 sections; name its type with --type');
    expect(stdout).not.toMatch(/section-present|front-matter-present/);
  });

  it('takes a type by name or by schema file', async () => {
    const schema = {
      type: 'object',
      required: ['ingredients'],
      properties: { ingredients: { type: 'string', 'x-source': { section: { name: 'Ingredients' } } } },
    };
    const files = { 'soup.md': '# Soup\n', 'recipe.schema.json': JSON.stringify(schema) };
    const { code, stdout } = await run(
      testHost({ files }),
      'lint',
      'soup.md',
      '--type',
      './recipe.schema.json',
      '--format',
      'compact',
    );
    expect(code).toBe(1);
    expect(stdout).toContain('Section "Ingredients" is missing');
  });

  it('writes several reports at once', async () => {
    const host = testHost({ files: { 'a.md': withoutSalary } });
    const { code } = await run(
      host,
      'lint',
      '--format',
      'json',
      '--output-file',
      'out/report.json',
      '--format',
      'compact',
    );
    expect(code).toBe(1);
    expect(JSON.parse(readFileSync(join(host.cwd, 'out/report.json'), 'utf8'))[0].errorCount).toBeGreaterThan(0);
    expect(host.output.stdout).toMatch(/^a\.md:\d+:\d+: /m);
  });

  it('counts warnings against --max-warnings, hides them with --quiet, and changes severities with --rule', async () => {
    const short = pharmacist.replace(/("meta_description": )"[^"]*"/, '$1"薬剤師の仕事を短く紹介します。"');
    const host = () => testHost({ files: { 'pharmacist.md': short } });
    expect((await run(host(), 'lint')).code).toBe(0);
    expect((await run(host(), 'lint', '--max-warnings', '0')).code).toBe(1);
    expect((await run(host(), 'lint', '--quiet', '--max-warnings', '0', '--locale', 'en')).stdout).toContain(
      'No problems',
    );
    expect((await run(host(), 'lint', '--rule', 'text-length=error')).code).toBe(1);
    expect((await run(host(), 'lint', '--rule', 'text-length=off', '--max-warnings', '0')).code).toBe(0);
  });
});

describe('export', () => {
  const files = { 'pharmacist.md': pharmacist, 'bicycle_mechanic.md': mechanic, 'broken.md': withoutSalary };

  it('writes the good guides and refuses the others by name', async () => {
    const { code, stdout, stderr } = await run(testHost({ files }), 'export', '--format', 'json', '--locale', 'en');
    expect(code).toBe(1);
    expect((JSON.parse(stdout) as { path: string }[]).map(({ path }) => path)).toEqual([
      'bicycle_mechanic.md',
      'pharmacist.md',
    ]);
    expect(stderr).toMatch(
      /^broken\.md:\d+:\d+: not exported, (1 error|\d+ errors, the first): .+\nRun guidepost lint .+\n$/,
    );
  });

  it('writes all with --include-invalid', async () => {
    const { code, stdout, stderr } = await run(testHost({ files }), 'export', '--include-invalid');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toHaveLength(3);
  });

  it('gives the same bytes twice, in each format', async () => {
    for (const format of ['json', 'ndjson', 'csv', 'html']) {
      const first = await run(testHost({ files }), 'export', '--format', format, '--include-invalid');
      const second = await run(testHost({ files }), 'export', '--format', format, '--include-invalid');
      expect(first.stdout.length).toBeGreaterThan(1000);
      expect(second.stdout).toBe(first.stdout);
    }
  });

  it('writes a folder, or one file by its extension', async () => {
    const host = testHost({ files: { 'pharmacist.md': pharmacist } });
    expect((await run(host, 'export', '--format', 'csv', '--out', 'tables')).code).toBe(0);
    expect(readFileSync(join(host.cwd, 'tables/salary.bands.csv'), 'utf8')).toContain('pharmacist,0,');
    expect((await run(host, 'export', '--format', 'ndjson', '--out', 'all.ndjson')).code).toBe(0);
    expect(JSON.parse(readFileSync(join(host.cwd, 'all.ndjson'), 'utf8')).meta.slug).toBe('pharmacist');
  });
});

describe('what cannot be done is one sentence that says what to do, and exit code 2', () => {
  it.each([
    ['a path that is not there', ['lint', 'nurse.md'], /no file or folder "nurse\.md".*check the spelling/],
    ['a glob that matches nothing', ['lint', 'x/*.md'], /glob "x\/\*\.md" matches no guide.*check/],
    ['an empty folder', ['lint', 'empty'], /folder "empty" holds no guide.*name another/],
    ['an unknown command', ['lnit'], /unknown command 'lnit'[\s\S]*lint/],
    ['an unknown flag', ['lint', '--fromat', 'json'], /unknown option '--fromat'[\s\S]*--format/],
    ['an unknown format', ['lint', '--format', 'jsn', 'a.md'], /no format "jsn"; did you mean "json"/],
    [
      'an unknown output format',
      ['export', '--format', 'pdf', 'a.md'],
      /no format "pdf"; choose one of json, ndjson, csv, html/,
    ],
    [
      'an unknown type',
      ['lint', '--type', 'carer-guide', 'a.md'],
      /no guide type "carer-guide"; did you mean "career-guide"/,
    ],
    [
      'an unknown rule',
      ['lint', '--rule', 'text-lenght=off', 'a.md'],
      /no rule "text-lenght"; did you mean "text-length"/,
    ],
    ['a schema that is not there', ['lint', '--type', './x.json', 'a.md'], /x\.json" cannot be read; check the path/],
    ['no number', ['lint', '--max-warnings', 'few', 'a.md'], /'few' is invalid.*whole number/],
    [
      'two reports on one stream',
      ['lint', '--format', 'json', '--format', 'text', 'a.md'],
      /json and text would be mixed/,
    ],
    [
      'an unknown column',
      ['export', '--format', 'csv', '--columns', 'meta.slgu', 'pharmacist.md'],
      /meta\.slgu.*meta\.slug/,
    ],
  ])('%s', async (_name, argv, sentence) => {
    const host = testHost({ files: { 'a.md': pharmacist, 'pharmacist.md': pharmacist }, env: { LANG: 'en_US.UTF-8' } });
    mkdirSync(join(host.cwd, 'empty'));
    const { code, stdout, stderr } = await run(host, ...argv);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(sentence);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it('accepts that nothing is there with --allow-empty', async () => {
    const host = testHost();
    expect((await run(host, 'lint', '--allow-empty')).code).toBe(0);
    expect((await run(host, 'export', '--allow-empty')).stdout).toContain('[]');
  });
});

it('prints its version and its help to standard output', async () => {
  expect(await run(testHost(), '--version')).toEqual({ code: 0, stdout: '0.1.0\n', stderr: '' });
  const { code, stdout } = await run(testHost(), 'lint', '--help');
  expect(code).toBe(0);
  expect(stdout).toContain('--max-warnings');
});
