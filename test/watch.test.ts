import { spawn } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { main } from '../src/cli.ts';
import type { FileReport } from '../src/model.ts';
import { compareRuns } from '../src/watch/compare-runs.ts';
import { builtGuidepost } from './built-guidepost.ts';
import { goodRecipe, recipeConfig, recipeWithoutSteps } from './recipe-project.ts';
import { testHost } from './test-host.ts';

const patience = 10_000;
const withTodo = (slug: string) => goodRecipe(slug).replace('弱火で', 'TODO: 火加減を書く。\n\n弱火で');

async function until(isSo: () => boolean, what: () => string): Promise<void> {
  for (const end = Date.now() + patience; !isSo(); ) {
    if (Date.now() > end) throw new Error(`waited in vain; printed so far: ${what()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Long enough for a change to be seen and checked. */
const aWhile = () => new Promise((resolve) => setTimeout(resolve, 700));

/** Starts to watch a folder of recipes; `printed` waits for a text, and returns all that came since the last call. */
async function watch(files: Readonly<Record<string, string>>, ...flags: string[]) {
  let stop = (): void => {};
  const interruption = new Promise<void>((resolve) => {
    stop = resolve;
  });
  const host = testHost({ files: { ...recipeConfig, ...files }, interruption });
  const ended = main(['lint', '--watch', '--locale', 'en', ...flags], host);
  const all = () => host.output.stdout + host.output.stderr;
  const printed = async (text: string): Promise<string> => {
    await until(() => all().includes(text), all);
    const output = all();
    host.output.stdout = '';
    host.output.stderr = '';
    return output;
  };
  const path = (name: string): string => join(host.cwd, name);
  const write = (name: string, text: string) => writeFileSync(path(name), text);
  return {
    first: await printed('press Ctrl+C to end.'),
    printed,
    write,
    path,
    quiet: async () => {
      await aWhile();
      return all();
    },
    async end() {
      stop();
      return ended;
    },
  };
}

describe('--watch', () => {
  it('prints all once, then only what is new or solved, and what all comes to', async () => {
    const { first, write, printed, quiet, end } = await watch({
      'soup.md': recipeWithoutSteps('soup'),
      'oden.md': goodRecipe('oden'),
    });
    expect(first).toContain('section-present');
    write('oden.md', withTodo('oden'));
    const second = await printed('2 of 2 files');
    expect(second).toContain('no-placeholder');
    expect(second).toContain('TODO: 火加減を書く。');
    expect(second).not.toContain('section-present');

    write('soup.md', `${recipeWithoutSteps('soup')}\n鍋に水を入れます。\n`);
    write('oden.md', withTodo('oden').replace('\n# 肉じゃが', '\n# おでん'));
    expect(await quiet()).toBe('');

    write('soup.md', goodRecipe('soup'));
    const third = await printed('1 of 2 files');
    expect(third).toMatch(/^\nsolved: soup\.md {2}Section "作り方" is missing.* section-present\n\n1 error/);
    expect(await end()).toBe(130);
  });

  it('survives renames, new folders, deletions, and editors that write by renaming', async () => {
    const { path, write, printed, end } = await watch({ 'soup.md': goodRecipe('soup') });
    write('soup.md.tmp', withTodo('soup'));
    renameSync(path('soup.md.tmp'), path('soup.md'));
    expect(await printed('1 of 1 file')).toContain('soup.md:');
    // As vim does: the old file goes away under another name, a new one comes.
    renameSync(path('soup.md'), path('soup.md~'));
    write('soup.md', goodRecipe('soup'));
    unlinkSync(path('soup.md~'));
    expect(await printed('No problems in 1 file')).toContain('solved: soup.md');

    mkdirSync(path('冬/鍋'), { recursive: true });
    write('冬/鍋/おでん.md', withTodo('おでん'));
    expect(await printed('1 of 2 files')).toContain('冬/鍋/おでん.md:');
    renameSync(path('冬'), path('冬の料理'));
    const moved = await printed('solved: 冬/鍋/おでん.md');
    expect(moved).toContain('冬の料理/鍋/おでん.md:');
    rmSync(path('冬の料理'), { recursive: true });
    expect(await printed('No problems in 1 file')).toContain('solved: 冬の料理/鍋/おでん.md');
    expect(await end()).toBe(130);
  });

  it('waits for a broken config to be mended, and takes it up then', async () => {
    const { write, printed, quiet, end } = await watch({ 'soup.md': withTodo('soup') });
    const config = recipeConfig['guidepost.config.json'] ?? '';
    write('guidepost.config.json', config.slice(0, -20));
    expect(await printed('guidepost.config.json:1:')).not.toContain('no-placeholder');
    write('guidepost.config.json', config.slice(0, -20));
    expect(await quiet()).toBe('');
    write('guidepost.config.json', config.replace('"rules":{', '"rules":{"no-placeholder":"off",'));
    expect(await printed('No problems in 1 file')).toContain('solved: soup.md');
    write('guidepost.config.json', config.replace('recipe.schema.json', 'recipes.schema.json'));
    expect(await printed('recipes.schema.json')).toContain('guidepost: ');
    expect(await end()).toBe(130);
  });

  it('takes up a changed guide type, and guides that name each other', async () => {
    const { path, write, printed, end } = await watch({
      'soup.md': goodRecipe('soup'),
      'oden.md': goodRecipe('oden', ['soup']),
    });
    write(
      'recipe.schema.json',
      (recipeConfig['recipe.schema.json'] ?? '')
        .replace('"steps"]', '"steps","notes"]')
        .replace('"steps":{', '"notes":{"type":"string","x-source":{"section":{"name":"覚え書き"}}},"steps":{'),
    );
    expect((await printed('2 of 2 files')).match(/"覚え書き" is missing/g)).toHaveLength(2);
    write('recipe.schema.json', recipeConfig['recipe.schema.json'] ?? '');
    await printed('No problems');
    unlinkSync(path('soup.md'));
    expect(await printed('1 of 1 file')).toMatch(/^oden\.md:3:.* related-guide-exists$/m);
    expect(await end()).toBe(130);
  });

  it('refuses what cannot be watched', async () => {
    for (const [flags, sentence] of [
      [['--fix'], '--watch and --fix cannot go together'],
      [['--staged'], '--watch and --staged cannot go together'],
      [['--format', 'json'], 'send the format "json" to a file'],
    ] as const) {
      const host = testHost({ files: { ...recipeConfig, 'soup.md': goodRecipe('soup') } });
      expect(await main(['lint', '--watch', '--locale', 'en', ...flags], host)).toBe(2);
      expect(host.output.stderr).toContain(sentence);
    }
  });

  it('ends at Ctrl+C with the exit code that shells give it', async () => {
    const { cwd } = testHost({ files: { ...recipeConfig, 'soup.md': recipeWithoutSteps('soup') } });
    const child = spawn(process.execPath, [builtGuidepost, 'lint', '--watch', '--locale', 'ja'], { cwd });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    const code = new Promise((resolve) => child.on('close', resolve));
    await until(
      () => output.includes('変更を監視しています'),
      () => output,
    );
    writeFileSync(join(cwd, 'soup.md'), goodRecipe('soup'));
    await until(
      () => output.includes('解消: soup.md'),
      () => output,
    );
    child.kill('SIGINT');
    expect(await code).toBe(130);
  });
});

it('a problem stays the same where the line around it, or the text above it, was edited', () => {
  const file = (text: string, ...problems: [offset: number, rule: string, message: string][]): FileReport => ({
    path: 'a.md',
    text,
    problems: problems.map(([offset, rule, message]) => {
      const place = { line: 1, column: 1, offset };
      return {
        path: 'a.md',
        rule,
        severity: 'error',
        message,
        range: { start: place, end: { ...place, offset: offset + 1 } },
      };
    }),
  });
  const before = [file('ああ、いい', [0, 'x', 'あ'], [3, 'y', 'い'], [4, 'y', 'い'])];
  const after = [file('上の行\nああ、ういい', [4, 'x', 'あ'], [8, 'y', 'い'], [7, 'z', 'う'])];
  const { fresh, solved } = compareRuns(before, after);
  expect(fresh.flatMap(({ problems }) => problems.map(({ rule }) => rule))).toEqual(['z']);
  expect(solved.map(({ rule }) => rule)).toEqual(['y']);
  expect(compareRuns(after, after)).toEqual({ fresh: [], solved: [] });
  expect(compareRuns(before, []).solved).toHaveLength(3);
});
