import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { main } from '../src/cli.ts';
import * as binding from '../src/guide-types/bind-guide.ts';
import type { Guide } from '../src/model.ts';
import { rules } from '../src/rules/index.ts';
import { csv } from '../src/writers/csv.ts';
import { html } from '../src/writers/html.ts';
import * as picking from '../src/writers/pick-values.ts';
import { root } from './bind-fixture.ts';
import { testHost } from './test-host.ts';

vi.mock('../src/guide-types/bind-guide.ts', { spy: true });
vi.mock('../src/writers/pick-values.ts', { spy: true });
afterEach(() => {
  vi.restoreAllMocks();
  // A reset spy does what it stands for.
  vi.mocked(binding.bindGuide).mockReset();
  vi.mocked(picking.pickValues).mockReset();
});

const names = ['air_traffic_controller', 'bicycle_mechanic', 'court_interpreter'];
const files = Object.fromEntries(
  names.map((name) => [
    `${name}.md`,
    readFileSync(join(root, `fixtures/guides/career-guide/${name}.md`), 'utf8').replaceAll(/^<!-- guidepost.*$/gm, ''),
  ]),
);
const broken = 'bicycle_mechanic.md';

async function run(...args: string[]) {
  const host = testHost({ files });
  const code = await main(args, host);
  return { code, ...host.output, host };
}

function failAt<Args extends unknown[], Result>(
  original: (...args: Args) => Result,
  isBroken: (...args: Args) => boolean,
) {
  return (...args: Args): Result => {
    if (isBroken(...args)) throw new TypeError('undefined is not a nail');
    return original(...args);
  };
}

test('a bug in a rule: the other rules and guides are checked, the report is written, the bug is told', async () => {
  const before = await run('lint', '--format', 'json');
  const rule = rules.find(({ id }) => id === 'no-stray-space');
  if (!rule) throw new Error('there is no such rule');
  vi.spyOn(rule, 'check').mockImplementation(failAt(rule.check, ({ document }) => document.source.path === broken));
  const { code, stdout, stderr } = await run('lint', '--format', 'json');
  expect(code).toBe(2);
  const all = (text: string) => JSON.parse(text) as { filePath: string; messages: { ruleId: string }[] }[];
  const withoutRule = all(before.stdout).map((file) => ({
    ...file,
    messages: file.messages.filter(({ ruleId }) => file.filePath !== broken || ruleId !== 'no-stray-space'),
  }));
  expect(all(stdout).map(({ messages }) => messages)).toEqual(withoutRule.map(({ messages }) => messages));
  expect(stderr).toContain(`checking "${broken}" (no-stray-space) failed`);
  expect(stderr).toMatch(/TypeError: undefined is not a nail\n\s+at /);
});

test('a bug in binding: that guide is reported as not checked, the others are', async () => {
  const original =
    vi.mocked(binding.bindGuide).getMockImplementation() ??
    (await vi.importActual<typeof binding>('../src/guide-types/bind-guide.ts')).bindGuide;
  vi.mocked(binding.bindGuide).mockImplementation(failAt(original, ({ source }) => source.path === broken));
  const { code, stdout, stderr } = await run('lint', '--format', 'compact');
  expect(code).toBe(2);
  expect(stdout).toMatch(new RegExp(`^${broken}:1:1: error: guidepost failed at this file`, 'm'));
  expect(stderr).toContain(`matching to its type "${broken}" failed`);
});

test('a bug in a writer: the other guides are written, the bug is told', async () => {
  const original = (await vi.importActual<typeof picking>('../src/writers/pick-values.ts')).pickValues;
  vi.mocked(picking.pickValues).mockImplementation(failAt(original, (value) => value.path === broken));
  const { code, stdout, stderr } = await run('export', '--include-invalid');
  expect(code).toBe(2);
  expect((JSON.parse(stdout) as { path: string }[]).map(({ path }) => path)).toEqual([
    'air_traffic_controller.md',
    'court_interpreter.md',
  ]);
  expect(stderr).toContain(`writing "${broken}" (json) failed`);
});

test.each([
  ['html', html, ['air_traffic_controller.html', 'court_interpreter.html']],
  ['csv', csv, []],
])('a bug in a writer of whole collections (%s): the other guides are written', async (format, writer, pages) => {
  const isBroken = (guides: readonly Guide[]): boolean =>
    guides.some(({ document }) => document.source.path === broken);
  const { writeFiles } = writer;
  vi.spyOn(writer, 'writeFiles').mockImplementation(failAt(writeFiles, isBroken));
  const { code, stderr, host } = await run('export', '--include-invalid', '--format', format, '--out', 'out');
  expect(code).toBe(2);
  expect(stderr).toContain('2 guides exported to out: ');
  expect(stderr).toContain(`writing "${broken}" (${format}) failed`);
  expect(stderr).toContain('TypeError: undefined is not a nail');
  const names = readdirSync(join(host.cwd, 'out'));
  expect(names).toEqual(expect.arrayContaining(pages));
  expect(names).not.toContain('bicycle_mechanic.html');
});

test('a bug in a writer that no guide alone causes ends the run', async () => {
  const { writeAll } = csv;
  vi.spyOn(csv, 'writeAll').mockImplementation(failAt(writeAll, (guides) => guides.length > 1));
  const { code, stdout, stderr } = await run('export', '--include-invalid', '--format', 'csv');
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(/^guidepost: This is a bug in guidepost .*\nTypeError: undefined is not a nail\n/);
});
