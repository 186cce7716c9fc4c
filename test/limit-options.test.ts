import { expect, it } from 'vitest';
import { main } from '../src/cli.ts';
import { goodRecipe, recipeConfig } from './recipe-project.ts';
import { testHost } from './test-host.ts';

async function lint(...argv: string[]) {
  return lintSoup(goodRecipe('soup'), ...argv);
}

async function lintSoup(soup: string, ...argv: string[]) {
  const host = testHost({ files: { ...recipeConfig, 'guides/soup.md': soup } });
  const code = await main(['lint', 'guides', '--no-cache', ...argv], host);
  return { code, ...host.output };
}

it.each([
  ['10B', 1],
  ['20', 1],
  ['1mb', 0],
  ['5000KB', 0],
])('--max-file-size %s', async (size, wanted) => {
  const { code, stdout } = await lint('--max-file-size', size);
  expect(code).toBe(wanted);
  if (wanted === 1) expect(stdout).toContain('--max-file-size');
});

it.each(['', '0', '12 apples', '-3KB', '1.5MB', '10TB'])('--max-file-size %j is refused', async (size) => {
  const { code, stderr } = await lint(`--max-file-size=${size}`);
  expect(code).toBe(2);
  expect(stderr).toContain('800KB, 20MB');
});

it.each(['0.001', '0.0004'])('--timeout-per-file %s ends what takes longer, and the run goes on', async (seconds) => {
  // Long enough for the watchdog to come, though the machine be busy.
  const long = goodRecipe('soup') + '\n冷めるまで待つ。\n'.repeat(5000);
  const { code, stdout, stderr } = await lintSoup(long, '--timeout-per-file', seconds, '--format', 'compact');
  expect(code).toBe(1);
  expect(stdout).toContain(`guides/soup.md:1:1: error: Checking this guide takes longer than ${seconds} s`);
  expect(stdout).toContain('--timeout-per-file');
  expect(stderr).toBe('');
});

it.each(['0', '2.01', '8.1234', '5000000', '99999999999999999999'])(
  '--timeout-per-file %s leaves enough time',
  async (seconds) => {
    expect(await lint('--timeout-per-file', seconds)).toMatchObject({ code: 0, stderr: '' });
  },
);

it.each(['', 'soon', '-1', '1s', '1e3'])('--timeout-per-file %j is refused', async (seconds) => {
  const { code, stderr } = await lint(`--timeout-per-file=${seconds}`);
  expect(code).toBe(2);
  expect(stderr).toContain('a number of seconds');
});
