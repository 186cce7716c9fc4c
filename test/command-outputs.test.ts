import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { main } from '../src/cli.ts';
import { progressBar } from '../src/commands/progress-bar.ts';
import { rules } from '../src/rules/index.ts';
import { terminalWidth } from '../src/terminal-width.ts';
import { goodRecipe, recipeConfig, recipeWithoutSteps } from './recipe-project.ts';
import { testHost, withoutGit } from './test-host.ts';

type HostOptions = Parameters<typeof testHost>[0];

async function run(argv: readonly string[], { files = {}, ...options }: HostOptions = {}) {
  const host = testHost({ ...options, files: { ...recipeConfig, ...files } });
  const code = await main(argv, host);
  return { code, ...host.output, cwd: host.cwd };
}
const soup = { 'guides/soup.md': goodRecipe('soup') };
const broken = { 'guides/おでん.md': recipeWithoutSteps('おでん') };

describe('lint --stats', () => {
  const statsOf = async (...flags: string[]) => {
    const { code, stderr } = await run(['lint', 'guides', '--stats', ...flags], { files: soup });
    expect(code).toBe(0);
    const [heading, ...rows] = stderr.trimEnd().split('\n');
    return { heading, rows: rows.map((row) => row.replace(/ +\d+\.\d ms$/, ' ms')) };
  };

  test.each([
    ['en', '1 file, 0 known from earlier runs:', ['start', 'find', 'read', 'parse', 'bind', 'check', 'report']],
    [
      'ja',
      'ファイル1件（うち前回までの結果を使ったもの0件）',
      ['起動', '検索', '読込', '解析', '対応付', '確認', '報告'],
    ],
  ])('says what each step took, in %s', async (locale, heading, steps) => {
    const stats = await statsOf('--no-cache', '--locale', locale);
    expect(stats.heading).toBe(heading);
    expect(stats.rows.filter((row) => /^ {2}\S/.test(row))).toEqual(steps.map((step) => `  ${step} ms`));
  });

  it.each(['en', 'ja'])('ends all rows in the same column of a terminal, in %s', async (locale) => {
    const { stderr } = await run(['lint', 'guides', '--stats', '--no-cache', '--locale', locale], { files: soup });
    const [, ...rows] = stderr.trimEnd().split('\n');
    expect([...new Set(rows.map(terminalWidth))]).toHaveLength(1);
  });

  it('names the slowest rules below the step they belong to', async () => {
    const { rows } = await statsOf('--no-cache', '--locale', 'en');
    const named = rows.filter((row) => /^ {4}\S/.test(row)).map((row) => row.trim().replace(/ ms$/, ''));
    expect(named).toHaveLength(5);
    expect(named.filter((name) => !rules.some(({ id }) => id === name))).toEqual([]);
    expect(rows.indexOf(`    ${named[0]} ms`)).toBe(rows.indexOf('  check ms') + 1);
  });
});

describe('flags that contradict each other', () => {
  test.each([
    [['--lines', '--diff'], 'en', '--lines and --diff cannot go together; leave out one of them.'],
    [['--lines', '--diff'], 'ja', '--linesと--diffは一緒に指定できません。どちらか一方だけを指定してください。'],
    [['--unsafe-fixes'], 'en', '--unsafe-fixes only says which fixes are made; add --fix or --diff.'],
    [
      ['--update-baseline', '--diff'],
      'en',
      '--update-baseline writes a file and --diff writes none; leave out one of them.',
    ],
    [
      ['--stdin-file-path', 'a.md'],
      'en',
      '--stdin-file-path checks standard input only; leave out the other paths, or the flag.',
    ],
    [['--watch', '--fix'], 'en', '--watch and --fix cannot go together; leave out one of them.'],
    [['--watch', '--format', 'json'], 'en', /^--watch .*json/],
    [
      ['--format', 'json', '--format', 'text'],
      'en',
      'The formats json and text would be mixed on standard output; give all but one an --output-file.',
    ],
  ])('%j, in %s', async (flags, locale, sentence) => {
    const { code, stdout, stderr } = await run(['lint', 'guides', ...flags, '--locale', locale], { files: soup });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.replace('guidepost: ', '').trimEnd()).toEqual(
      typeof sentence === 'string' ? sentence : expect.stringMatching(sentence),
    );
  });
});

describe('--output-file', () => {
  test('belongs to a text where no format stands before it, then each to the format before it', async () => {
    const flags = [
      '--output-file',
      'out/a.txt',
      '--format',
      'json',
      '--output-file',
      'out/a.json',
      '--output-file',
      'out/b.txt',
    ];
    const { code, stdout, cwd } = await run(['lint', 'guides', ...flags], { files: broken });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(readdirSync(join(cwd, 'out')).sort()).toEqual(['a.json', 'a.txt', 'b.txt']);
    const text = readFileSync(join(cwd, 'out/a.txt'), 'utf8');
    expect(text).toContain('guides/おでん.md');
    expect(readFileSync(join(cwd, 'out/b.txt'), 'utf8')).toBe(text);
    expect(JSON.parse(readFileSync(join(cwd, 'out/a.json'), 'utf8'))).toMatchObject([{ filePath: 'guides/おでん.md' }]);
  });
});

describe('colours', () => {
  const isColoured = async (flags: string[], options: HostOptions): Promise<boolean> =>
    (await run(['lint', 'guides', ...flags], { ...options, files: broken })).stdout.includes('\u001b[');

  test.each<[string[], HostOptions, boolean]>([
    [[], { isTTY: true }, true],
    [[], { isTTY: false }, false],
    [[], { isTTY: true, env: { TERM: 'dumb' } }, false],
    [[], { isTTY: true, env: { NO_COLOR: '1' } }, false],
    [[], { isTTY: true, env: { NO_COLOR: '' } }, true],
    [[], { env: { FORCE_COLOR: '1' } }, true],
    [[], { isTTY: true, env: { FORCE_COLOR: '0' } }, false],
    [[], { isTTY: true, env: { FORCE_COLOR: 'false' } }, false],
    [[], { env: { NO_COLOR: '1', FORCE_COLOR: '1' } }, false],
    [['--color'], { env: { NO_COLOR: '1' } }, true],
    [['--no-color'], { isTTY: true, env: { FORCE_COLOR: '1' } }, false],
  ])('with %j on %j: %s', async (flags, options, wanted) => {
    expect(await isColoured(flags, options)).toBe(wanted);
  });

  test('of a diff: names bold, what goes red, what comes green', async () => {
    const files = { 'guides/soup.md': `${goodRecipe('soup')}\n* 塩 \n` };
    const { stdout } = await run(['lint', 'guides', '--diff', '--color'], { files });
    expect(stdout).toContain('\u001b[1m--- a/guides/soup.md\u001b[22m\n\u001b[1m+++ b/guides/soup.md\u001b[22m\n');
    expect(stdout).toContain('\u001b[31m-* 塩 \u001b[39m\n');
    expect(stdout).toContain('\u001b[32m+* 塩\u001b[39m\n');
  });
});

describe('paths for GitHub', () => {
  test.each([
    ['in the repository', (cwd: string) => cwd, 'guides/おでん.md'],
    ['in a folder of the repository', (cwd: string) => join(cwd, '..'), /^[^/]+\/guides\/おでん\.md$/],
    ['outside of the repository', (cwd: string) => join(cwd, 'elsewhere'), 'guides/おでん.md'],
  ])('%s', async (_where, workspace, wanted) => {
    const host = testHost({ files: { ...recipeConfig, ...broken } });
    const env = { GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: workspace(host.cwd) };
    expect(await main(['lint', 'guides', '--format', 'github'], { ...host, env })).toBe(1);
    const file = /^::error file=([^,]+),/.exec(host.output.stdout)?.[1];
    expect(file).toEqual(typeof wanted === 'string' ? wanted : expect.stringMatching(wanted));
  });

  test.each([
    [
      'en',
      '::notice title=guidepost::1 more problem stands in the log only: GitHub shows 10 errors and 10 warnings of a step.',
    ],
    [
      'ja',
      '::notice title=guidepost::ほか1件はログだけに表示されます。GitHubが注釈として示すのは、1ステップにつきエラー10件、警告10件までです。',
    ],
  ])('the eleventh error is not shown, in %s', async (locale, notice) => {
    const files = Object.fromEntries(
      Array.from({ length: 11 }, (_, index) => [`guides/dish_${index}.md`, recipeWithoutSteps(`dish_${index}`)]),
    );
    const { stdout } = await run(['lint', 'guides', '--format', 'github', '--locale', locale], { files });
    expect(stdout.trimEnd().split('\n')).toHaveLength(12);
    expect(stdout.trimEnd().split('\n').at(-1)).toBe(notice);
  });
});

describe('import of several guides', () => {
  const guides = JSON.stringify([
    { type: 'recipe', slug: 'oden', ingredients: '大根を半本。', steps: '弱火で煮る。' },
    { type: 'recipe', slug: 'soup', ingredients: 'Two leeks.', steps: 'Simmer them.' },
  ]);

  test.each([
    [[], 'en', '2 guides cannot share standard output; name a folder for their files with --out.'],
    [[], 'ja', '2件のガイドを標準出力にまとめることはできません。--outで書き出すフォルダーを指定してください。'],
    [['--out', 'all.md'], 'en', '2 guides cannot share the file "all.md"; give a folder to --out.'],
    [
      ['--out', 'all.markdown'],
      'ja',
      '2件のガイドを1つのファイル「all.markdown」には書けません。--outにはフォルダーを指定してください。',
    ],
  ])('with %j, in %s', async (flags, locale, sentence) => {
    const { code, stdout, stderr, cwd } = await run(['import', '-', ...flags, '--locale', locale], { stdin: guides });
    expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: '', stderr: `guidepost: ${sentence}\n` });
    expect(readdirSync(cwd).sort()).toEqual(['guidepost.config.json', 'recipe.schema.json']);
  });

  test('into a folder, each by its slug', async () => {
    const { code, stderr, cwd } = await run(['import', '-', '--out', 'guides'], { stdin: `\uFEFF${guides}` });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '2 guides written to guides.\n' });
    expect(readdirSync(join(cwd, 'guides')).sort()).toEqual(['oden.md', 'soup.md']);
    expect(readFileSync(join(cwd, 'guides/oden.md'), 'utf8')).toContain('## 作り方\n\n弱火で煮る。\n');
  });

  test('one alone into a file', async () => {
    const [first] = JSON.parse(guides) as unknown[];
    const call = ['import', '-', '--out', 'おでん.md'];
    const { code, stderr, cwd } = await run(call, { stdin: JSON.stringify(first) });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '1 guide written to おでん.md.\n' });
    expect(existsSync(join(cwd, 'おでん.md'))).toBe(true);
  });

  test.each([
    ['[]', 'en', '"stdin" holds no guide; guidepost export --format json writes what import reads.'],
    ['', 'ja', '「stdin」にガイドがありません。importで読み込めるのは「guidepost export --format json」の出力です。'],
  ])('none: %j, in %s', async (stdin, locale, sentence) => {
    expect(await run(['import', '-', '--locale', locale], { stdin })).toMatchObject({
      code: 2,
      stdout: '',
      stderr: `guidepost: ${sentence}\n`,
    });
  });
});

describe('the progress bar', () => {
  const bar = (options: { columns?: number; isTTY?: boolean; env?: Record<string, string> }) => {
    let written = '';
    const { columns = 100, isTTY = true, env = {} } = options;
    const write = (text: string): void => {
      written += text;
    };
    const stderr = { columns, isTTY, write };
    return { ...progressBar({ stderr, env }, { least: 4 }), written: () => written };
  };
  const start = '\r\u001b[K';

  test('is drawn once for each percentage, and taken away at the end', () => {
    const { show, end, written } = bar({});
    for (const done of [0, 1, 1, 4]) show('確認中', done, 4);
    end();
    end();
    expect(written().split(start)).toEqual([
      '',
      `確認中 ${'░'.repeat(24)}   0% (0/4)`,
      `確認中 ${'█'.repeat(6)}${'░'.repeat(18)}  25% (1/4)`,
      `確認中 ${'█'.repeat(24)} 100% (4/4)`,
      '',
    ]);
  });

  test('is a number alone where the terminal is narrow', () => {
    const { show, written } = bar({ columns: 42 });
    show('確認中', 1, 4);
    show('Check', 2, 4);
    expect(written()).toBe(`${start}確認中 25%${start}Check ${'█'.repeat(12)}${'░'.repeat(12)}  50% (2/4)`);
  });

  test.each([
    ['without a terminal', { isTTY: false }, 4],
    ['in a CI', { env: { CI: 'true' } }, 4],
    ['on a terminal that cannot go back', { env: { TERM: 'dumb' } }, 4],
    ['for a short job', {}, 3],
  ])('is not there %s', (_where, options, total) => {
    const { show, end, written } = bar(options);
    show('Check', 1, total);
    end();
    expect(written()).toBe('');
  });
});

describe('lint of what changed', () => {
  test('says when nothing has', async () => {
    const host = testHost({ files: { ...recipeConfig, ...soup } });
    const env = withoutGit(process.env);
    for (const args of [
      ['init', '-q', '-b', 'main'],
      ['add', '.'],
      ['-c', 'user.name=a', '-c', 'user.email=a@b', 'commit', '-qm', 'x'],
    ])
      execFileSync('git', args, { cwd: host.cwd, env });
    expect(await main(['lint', '--staged', '--locale', 'en'], host)).toBe(0);
    expect(host.output.stderr).toBe('No guide is staged, so there was nothing to check.\n');
    host.output.stderr = '';
    expect(await main(['lint', '--since', 'HEAD', '--locale', 'en'], host)).toBe(0);
    expect(host.output.stderr).toBe('No guide has changed since HEAD, so there was nothing to check.\n');
  });
});
