import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { main } from '../src/cli.ts';
import { changedLines } from '../src/find/changed-lines.ts';
import { git, makeRepository, write } from './git-repository.ts';
import { goodRecipe, recipeConfig, recipeWithoutSteps } from './recipe-project.ts';
import { testHost } from './test-host.ts';

/** A repository whose first commit has three good recipes. */
function repository(): string {
  const { cwd } = testHost({
    files: {
      ...recipeConfig,
      'README.md': '# 台所\n',
      'guides/nikujaga.md': goodRecipe('nikujaga', ['oden']),
      'guides/oden.md': goodRecipe('oden'),
      'guides/soup.md': goodRecipe('soup'),
    },
  });
  makeRepository(cwd);
  return cwd;
}

async function lint(cwd: string, ...flags: string[]) {
  const host = testHost({ cwd });
  const code = await main(['lint', '--format', 'compact', '--locale', 'en', ...flags], host);
  const rules = [...host.output.stdout.matchAll(/^(\S+?):\d+:\d+: .* \[?([\w-]+)\]?$/gm)];
  return { code, found: rules.map(([, path, rule]) => `${path} ${rule}`), ...host.output };
}

/** All that a diff can show: a line in the index, another in the work tree, a new file. */
function changeEverything(cwd: string): void {
  write(cwd, { 'guides/soup.md': recipeWithoutSteps('soup') });
  git(cwd, 'commit', '--quiet', '--all', '--message=汁物');
  write(cwd, { 'guides/oden.md': recipeWithoutSteps('oden') });
  git(cwd, 'add', '--all');
  write(cwd, {
    'guides/nikujaga.md': recipeWithoutSteps('nikujaga'),
    'guides/カレー.md': recipeWithoutSteps('カレー'),
  });
}

describe('--staged', () => {
  it('checks the content of the index, not that of the work tree', async () => {
    const cwd = repository();
    write(cwd, {
      'guides/soup.md': recipeWithoutSteps('soup'),
      'guides/oden.md': goodRecipe('oden').replace('弱火', '中火'),
    });
    git(cwd, 'add', '--all');
    write(cwd, { 'guides/soup.md': goodRecipe('soup'), 'guides/oden.md': recipeWithoutSteps('oden') });
    expect(await lint(cwd, '--staged')).toMatchObject({ code: 1, found: ['guides/soup.md section-present'] });
  });

  it('takes no commit of a submodule for a guide, and a link for what it leads to', async () => {
    const cwd = repository();
    write(cwd, { 'guides/soup.md': recipeWithoutSteps('soup') });
    symlinkSync('soup.md', join(cwd, 'guides/alias.md'));
    git(cwd, 'add', '--all');
    const commit = git(cwd, 'rev-parse', 'HEAD').trim();
    git(cwd, 'update-index', '--add', '--cacheinfo', `160000,${commit},guides/vendor.md`);
    expect(await lint(cwd, '--staged')).toMatchObject({
      code: 1,
      found: [
        'guides/alias.md slug-matches-file-name',
        'guides/alias.md unique-across-guides',
        'guides/alias.md section-present',
        'guides/soup.md section-present',
      ],
    });
  });

  it('shows the code frame of what is staged', async () => {
    const cwd = repository();
    write(cwd, { 'guides/soup.md': goodRecipe('soup').replace('弱火で', 'TODO: 火加減を書く。') });
    git(cwd, 'add', '--all');
    write(cwd, { 'guides/soup.md': '' });
    const { stdout } = await lint(cwd, '--staged', '--format', 'text', '--output-file', 'out.txt');
    expect(stdout).toContain('no-placeholder');
    expect(readFileSync(join(cwd, 'out.txt'), 'utf8')).toContain('TODO: 火加減を書く。');
  });

  it('checks a new guide that is gone from the work tree, and none that was deleted', async () => {
    const cwd = repository();
    write(cwd, { 'guides/新しい料理.md': recipeWithoutSteps('新しい料理') });
    git(cwd, 'rm', '--quiet', 'guides/soup.md');
    git(cwd, 'add', '--all');
    unlinkSync(join(cwd, 'guides/新しい料理.md'));
    expect((await lint(cwd, '--staged')).found).toEqual(['guides/新しい料理.md section-present']);
  });

  it('lets rules over the collection see what will be committed, and no more', async () => {
    const cwd = repository();
    write(cwd, { 'guides/soup.md': goodRecipe('soup', ['curry', 'oden']), 'guides/curry.md': goodRecipe('curry') });
    git(cwd, 'add', 'guides/soup.md');
    const before = await lint(cwd, '--staged');
    expect(before).toMatchObject({ code: 1, found: ['guides/soup.md related-guide-exists'] });
    git(cwd, 'add', 'guides/curry.md');
    expect(await lint(cwd, '--staged')).toMatchObject({ code: 0, found: [] });
  });

  it('works before the first commit, in a work tree, in a sub-folder and through a link', async () => {
    const { cwd } = testHost({ files: { ...recipeConfig, 'guides/soup.md': recipeWithoutSteps('soup') } });
    git(cwd, 'init', '--quiet');
    git(cwd, 'add', '--all');
    expect((await lint(cwd, '--staged')).found).toEqual(['guides/soup.md section-present']);
    expect((await lint(join(cwd, 'guides'), '--staged')).found).toEqual(['soup.md section-present']);

    git(cwd, 'commit', '--quiet', '--message=汁物');
    const tree = `${cwd}-tree`;
    git(cwd, 'worktree', 'add', '--quiet', tree);
    write(tree, { 'guides/oden.md': recipeWithoutSteps('oden') });
    git(tree, 'add', '--all');
    symlinkSync(tree, `${cwd}-link`);
    try {
      expect((await lint(tree, '--staged')).found).toEqual(['guides/oden.md section-present']);
      expect((await lint(`${cwd}-link`, '--staged')).found).toEqual(['guides/oden.md section-present']);
      expect((await lint(cwd, '--staged')).stderr).toContain('No guide is staged');
    } finally {
      unlinkSync(`${cwd}-link`);
      rmSync(tree, { recursive: true });
    }
  });

  it('reads ignore files from the index, and many guides at once', async () => {
    const cwd = repository();
    const many = Array.from({ length: 40 }, (_, index) => `many/dish_${index}`);
    write(cwd, Object.fromEntries(many.map((path) => [`${path}.md`, recipeWithoutSteps(path.slice(5))])));
    write(cwd, { '.guidepostignore': 'many/dish_1*\n' });
    git(cwd, 'add', '--all');
    write(cwd, { '.guidepostignore': '' });
    const { found } = await lint(cwd, '--staged');
    expect(found).toHaveLength(29);
  });

  it('refuses what it cannot do', async () => {
    const cwd = repository();
    for (const [flags, sentence] of [
      [['--staged', '--fix'], 'guidepost lint --changed --fix'],
      [['--staged', '--changed'], '--staged and --changed cannot go together'],
      [['--staged', '--since', 'main'], '--staged and --since cannot go together'],
      [['--lines', '--fix'], '--lines and --fix cannot go together'],
      [['--changed', '--stdin-file-path', 'guides/soup.md'], '--stdin-file-path and --changed cannot go together'],
    ] as const) {
      const { code, stderr } = await lint(cwd, ...flags);
      expect(stderr).toContain(sentence);
      expect(code).toBe(2);
    }
  });
});

describe('--changed and --since', () => {
  it('take what is committed on the branch, staged, unstaged and untracked', async () => {
    const cwd = repository();
    git(cwd, 'switch', '--quiet', '--create', '献立');
    changeEverything(cwd);
    const all = ['カレー', 'nikujaga', 'oden', 'soup'].map((name) => `guides/${name}.md section-present`).sort();
    expect((await lint(cwd, '--changed')).found.sort()).toEqual(all);
    expect((await lint(cwd, '--since', 'main')).found.sort()).toEqual(all);
    expect((await lint(cwd, '--since', 'HEAD')).found).not.toContain('guides/soup.md section-present');
    expect((await lint(cwd, '--changed', 'guides/oden.md')).found).toEqual(['guides/oden.md section-present']);
  });

  it('leaves out what has changed on the other branch since', async () => {
    const cwd = repository();
    git(cwd, 'switch', '--quiet', '--create', 'menu');
    write(cwd, { 'guides/soup.md': recipeWithoutSteps('soup') });
    git(cwd, 'commit', '--quiet', '--all', '--message=汁物');
    git(cwd, 'switch', '--quiet', 'main');
    write(cwd, { 'guides/oden.md': goodRecipe('oden').replace('弱火', '中火') });
    git(cwd, 'commit', '--quiet', '--all', '--message=おでん');
    git(cwd, 'switch', '--quiet', 'menu');
    const host = testHost({ cwd });
    await main(['lint', '--since', 'main', '--format', 'json'], host);
    expect(JSON.parse(host.output.stdout).map((file: { filePath: string }) => file.filePath)).toEqual([
      'guides/soup.md',
    ]);
  });

  it('finds a guide under its new name, and sees all guides', async () => {
    const cwd = repository();
    mkdirSync(join(cwd, 'guides/冬'));
    renameSync(join(cwd, 'guides/oden.md'), join(cwd, 'guides/冬/おでん "関東".md'));
    git(cwd, 'add', '--all');
    expect((await lint(cwd, '--changed')).stdout).toMatch(/^guides\/冬\/おでん "関東"\.md:\d.*slug-matches-file-name/m);
    write(cwd, { 'guides/copy.md': goodRecipe('soup') });
    expect((await lint(cwd, '--changed', '--rule', 'slug-matches-file-name=off')).found).toEqual([
      'guides/copy.md unique-across-guides',
    ]);
  });

  it('takes the index for the base before the first commit', async () => {
    const { cwd } = testHost({ files: { ...recipeConfig, 'soup.md': recipeWithoutSteps('soup') } });
    git(cwd, 'init', '--quiet');
    expect((await lint(cwd, '--changed')).found).toEqual(['soup.md section-present']);
  });

  it('fixes only what has changed', async () => {
    const cwd = repository();
    const spaced = (slug: string) => goodRecipe(slug).replace('弱火', '弱火  \n');
    const faulty = (slug: string) => goodRecipe(slug).replace('\n## 材料', '\n## 材料 \n\n* 塩\n- 砂糖\n');
    write(cwd, { 'guides/soup.md': faulty('soup'), 'guides/oden.md': spaced('oden') });
    git(cwd, 'commit', '--quiet', '--all', '--message=汁物');
    write(cwd, { 'guides/oden.md': faulty('oden') });
    await lint(cwd, '--changed', '--since', 'HEAD', '--fix');
    expect(readFileSync(join(cwd, 'guides/soup.md'), 'utf8')).toBe(faulty('soup'));
    expect(readFileSync(join(cwd, 'guides/oden.md'), 'utf8')).not.toBe(faulty('oden'));
  });

  it('works in a shallow clone, and says what to fetch', async () => {
    const cwd = repository();
    git(cwd, 'switch', '--quiet', '--create', 'menu');
    write(cwd, { 'guides/soup.md': recipeWithoutSteps('soup') });
    git(cwd, 'commit', '--quiet', '--all', '--message=汁物');
    const clone = join(testHost().cwd, 'clone');
    git(cwd, 'clone', '--quiet', '--depth=1', '--branch=menu', `file://${cwd}`, clone);
    const before = await lint(clone, '--since', 'origin/main');
    expect(before.code).toBe(2);
    expect(before.stderr).toContain('this clone is shallow; fetch it first');

    git(clone, 'fetch', '--quiet', '--depth=1', 'origin', 'main:refs/remotes/origin/main');
    const after = await lint(clone, '--since', 'origin/main');
    expect(after.found).toEqual(['guides/soup.md section-present']);
    expect(after.stderr).toContain('no common history with "origin/main"');
  });

  it('says so when nothing has changed, and that is no error', async () => {
    const cwd = repository();
    write(cwd, { 'notes.txt': '買い物' });
    expect(await lint(cwd, '--changed')).toMatchObject({
      code: 0,
      stdout: '',
      stderr: 'No guide has changed since main, so there was nothing to check.\n',
    });
    expect(await lint(cwd, '--changed', '--format', 'json', '--output-file', 'a.json')).toMatchObject({ code: 0 });
    expect(JSON.parse(readFileSync(join(cwd, 'a.json'), 'utf8'))).toEqual([]);
    expect((await lint(cwd, 'guidse', '--changed')).code).toBe(2);
  });

  it('needs git, a repository and a commit that is there', async () => {
    const outside = testHost({ files: { ...recipeConfig, 'soup.md': goodRecipe('soup') } }).cwd;
    const { code, stderr } = await lint(outside, '--changed');
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /^guidepost: --changed asks git what has changed, but git says "fatal: not a git repository.*"; run guidepost inside a repository/,
    );
    expect((await lint(repository(), '--since', '--output=x')).stderr).toContain('git knows no commit "--output=x"');

    const without = testHost({ cwd: repository(), env: { PATH: '/nowhere', LANG: 'ja_JP.UTF-8' } });
    expect(await main(['lint', '--staged'], without)).toBe(2);
    expect(without.output.stderr).toBe(
      'guidepost: --stagedは変更箇所をgitに問い合わせますが、gitを起動できません（ENOENT）。gitをインストールするか、--stagedを外してください。\n',
    );
  });
});

describe('--lines', () => {
  const withTodo = (slug: string) => goodRecipe(slug).replace('弱火で', 'TODO: 火加減を書く。\n\n弱火で');

  it('counts only problems on changed lines', async () => {
    const cwd = repository();
    write(cwd, { 'guides/soup.md': withTodo('soup') });
    git(cwd, 'commit', '--quiet', '--all', '--message=汁物');
    write(cwd, {
      'guides/soup.md': withTodo('soup').replace('じゃがいもを三つ', '++ TBD: 分量を書く。じゃがいもを三つ'),
    });
    const { stdout, code } = await lint(cwd, '--lines', '--since', 'HEAD');
    expect(stdout.match(/no-placeholder/g)).toHaveLength(1);
    expect(stdout).toMatch(/^guides\/soup\.md:9:/m);
    expect(code).toBe(1);
    write(cwd, { 'guides/soup.md': withTodo('soup').replace('じゃがいもを三つ', 'じゃがいもを四つ') });
    expect(await lint(cwd, '--lines', '--since', 'HEAD')).toMatchObject({ code: 0, found: [] });
    git(cwd, 'add', '--all');
    expect(await lint(cwd, '--lines', '--staged')).toMatchObject({ code: 0, found: [] });
  });

  it('counts all of a new file, and what a taken-out section leaves missing', async () => {
    const cwd = repository();
    write(cwd, { 'guides/curry.md': withTodo('curry'), 'guides/soup.md': recipeWithoutSteps('soup') });
    expect((await lint(cwd, '--lines')).found).toEqual([
      'guides/curry.md no-placeholder',
      'guides/soup.md section-present',
    ]);
  });

  it('follows a renamed file, and still sees all guides', async () => {
    const cwd = repository();
    write(cwd, { 'guides/soup.md': withTodo('soup') });
    git(cwd, 'commit', '--quiet', '--all', '--message=汁物');
    renameSync(join(cwd, 'guides/soup.md'), join(cwd, 'guides/味噌 汁\\1.md'));
    write(cwd, { 'guides/味噌 汁\\1.md': withTodo('soup').replace('slug: soup', 'slug: oden') });
    git(cwd, 'add', '--all');
    const { stdout } = await lint(cwd, '--lines', '--since', 'HEAD');
    expect(stdout).toContain('unique-across-guides');
    expect(stdout).not.toContain('no-placeholder');
  });
});

it.each([
  ['+++ b/a.md\n@@ -1,2 +3 @@\n-x\n-y\n+z\n', { 'a.md': [[3, 3]] }],
  [
    '+++ b/a.md\n@@ -0,0 +1,2 @@\n+++ b/not.md\n+@@ -9 +9 @@\n@@ -4,1 +7,0 @@\n-x\n',
    {
      'a.md': [
        [1, 2],
        [7, 8],
      ],
    },
  ],
  ['+++ "b/\\ttab \\"q\\" \\\\ \\001.md"\n@@ -1 +1 @@\n-a\n+b\n', { '\ttab "q" \\ \u0001.md': [[1, 1]] }],
  ['+++ b/two words.md\t\n@@ -0,0 +1 @@\n+a\n\\ No newline at end of file\n', { 'two words.md': [[1, 1]] }],
  [
    '+++ /dev/null\n@@ -1 +0,0 @@\n-a\n+++ b/next.md\n@@ -2,0 +3 @@\n+c\n',
    { '/dev/null': [[1, 1]], 'next.md': [[3, 3]] },
  ],
])('reads the lines of %j', (diff, lines) => {
  expect(Object.fromEntries(changedLines(diff))).toEqual(lines);
});
