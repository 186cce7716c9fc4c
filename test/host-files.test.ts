import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { main } from '../src/cli.ts';
import { DeadlineError, eachWithDeadline, withDeadline } from '../src/deadline.ts';
import { isSameContent } from '../src/host/is-same-content.ts';
import { watchFiles } from '../src/host/watch-files.ts';
import { goodRecipe, recipeConfig, recipeWithoutSteps } from './recipe-project.ts';
import { testHost } from './test-host.ts';

describe('two files hold the same', () => {
  const piece = 256 * 1024;
  const long = '味噌'.repeat(piece / 4);
  test.each([
    ['nothing', '', '', true],
    ['a word', '味噌', '味噌', true],
    ['words of one length', '味噌', '味醂', false],
    ['words of two lengths', 'miso', 'miso soup', false],
    ['more than a piece', `${long}!`, `${long}!`, true],
    ['more than a piece, save its end', `${long}!`, `${long}?`, false],
  ])('where they hold %s', (_what, one, two, wanted) => {
    const { cwd } = testHost({ files: { one, two } });
    expect(isSameContent(join(cwd, 'one'), join(cwd, 'two'))).toBe(wanted);
  });
});

describe('a watch', () => {
  test('hears of places that are added, dot folders among them, and of nothing in other dot folders', async () => {
    const { cwd } = testHost({
      files: { 'guides/oden.md': '', '.drafts/soup.md': '', '.git/HEAD': '', '..odd/a.md': '' },
    });
    const heard: string[] = [];
    let stop = (): void => {};
    const stopped = new Promise<number>((resolve) => {
      stop = () => resolve(130);
    });
    const watching = await watchFiles([join(cwd, 'guides')], (path) => heard.push(path.slice(cwd.length + 1)), stopped);
    watching.add([join(cwd, 'guides')]);
    watching.add([join(cwd, '.drafts'), join(cwd, 'rules.json')]);
    mkdirSync(join(cwd, 'guides/.cache'));
    writeFileSync(join(cwd, 'guides/.cache/kept.md'), 'x');
    writeFileSync(join(cwd, 'guides/oden.md'), 'おでん');
    await expect.poll(() => heard, { timeout: 10_000 }).toContain('guides/oden.md');
    await expect
      .poll(
        () => {
          writeFileSync(join(cwd, '.drafts/soup.md'), String(heard.length));
          return heard;
        },
        { timeout: 10_000 },
      )
      .toContain('.drafts/soup.md');
    stop();
    expect(await watching.ended).toBe(130);
    expect(heard.filter((path) => path.includes('.cache'))).toEqual([]);
  });

  test('of lint is over the working folder, and what it depends on outside', async () => {
    const { cwd } = testHost({
      files: {
        ...recipeConfig,
        '.git/HEAD': '',
        'docs/soup.md': goodRecipe('soup'),
        'shared/oden.md': goodRecipe('oden'),
        'guidepost.config.json': JSON.stringify({
          types: [{ schema: 'recipe.schema.json', files: ['**/*.md'] }, { schema: 'career-guide' }],
          files: ['docs', 'shared'],
        }),
      },
    });
    const watched: string[] = [];
    const added = async (...argv: string[]): Promise<string[]> => {
      const host = testHost({ cwd: join(cwd, 'docs') });
      const found: string[] = [];
      const watch = async (paths: readonly string[]) => {
        watched.push(...paths);
        return { add: (more: readonly string[]) => void found.push(...more), ended: Promise.resolve(130) };
      };
      expect(await main(['lint', '--watch', ...argv], { ...host, watch })).toBe(130);
      expect(host.output.stdout).toContain('No problems in ');
      return found.map((path) => path.slice(cwd.length + 1));
    };
    expect(await added()).toEqual(['guidepost.config.json', '', 'recipe.schema.json']);
    expect(await added('soup.md', '../shared')).toEqual(['shared', 'guidepost.config.json', 'recipe.schema.json']);
    expect(watched).toEqual([join(cwd, 'docs'), join(cwd, 'docs')]);
  });

  test('of lint ends with what is no mistake of the user', async () => {
    const host = testHost({ files: { ...recipeConfig, 'oden.md': recipeWithoutSteps('oden') } });
    const watch = async () => ({
      add: () => {
        throw new RangeError('too many places');
      },
      ended: Promise.resolve(130),
    });
    expect(await main(['lint', '--watch', '--locale', 'ja'], { ...host, watch })).toBe(2);
    expect(host.output.stderr).toMatch(/不具合[^\n]*\nRangeError: too many places\n/);
  });

  test('of lint complains once of a config that stays broken', async () => {
    const host = testHost({ files: { ...recipeConfig, 'oden.md': goodRecipe('oden') } });
    const config = join(host.cwd, 'guidepost.config.json');
    renameSync(config, join(host.cwd, 'kept.json'));
    writeFileSync(config, '{ "rules": { "single-titel": "off" } }');
    const complaint = /There is no rule "single-titel"; did you mean "single-title"\?/g;
    let end = (): void => {};
    let change = (_path: string): void => {};
    const ended = new Promise<number>((resolve) => {
      end = () => resolve(143);
    });
    const watch = async (_paths: readonly string[], changed: (path: string) => void) => {
      change = changed;
      return { add: () => {}, ended };
    };
    // A config that is broken from the start is no watch at all.
    expect(await main(['lint', '--watch', '--locale', 'en'], { ...host, watch })).toBe(2);
    expect(host.output.stderr.match(complaint)).toHaveLength(1);
    renameSync(join(host.cwd, 'kept.json'), config);
    host.output.stderr = '';
    const code = main(['lint', '--watch', '--locale', 'en'], { ...host, watch });
    await expect.poll(() => host.output.stderr, { timeout: 10_000 }).not.toBe('');
    writeFileSync(config, '{ "rules": { "single-titel": "off" } }');
    change(config);
    await expect.poll(() => host.output.stderr.match(complaint)?.length, { timeout: 10_000 }).toBe(1);
    change(config);
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(host.output.stderr.match(complaint)).toHaveLength(1);
    end();
    expect(await code).toBe(143);
  });
});

describe('work with a deadline', () => {
  test('within other such work gives back the place of the outer one', () => {
    const result = withDeadline(2000, () => {
      const inner = withDeadline(1000, () => '味噌');
      return `${inner}汁`;
    });
    expect(result).toBe('味噌汁');
  });

  test('that fails of itself fails as it does, also after another item was too slow', () => {
    const work = (item: string): string => {
      if (item === 'fails') throw new TypeError('no such soup');
      while (item === 'slow');
      return item;
    };
    expect(() => eachWithDeadline(['fails'], 1000, work)).toThrow(new TypeError('no such soup'));
    expect(() => eachWithDeadline(['slow', 'fails'], 100, work)).toThrow(new TypeError('no such soup'));
    expect(eachWithDeadline(['slow', 'done'], 100, work)).toEqual([expect.any(DeadlineError), 'done']);
  });
});
