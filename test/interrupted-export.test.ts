import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { buildGuidepost } from './built-guidepost.ts';
import { recipe, recipeSchema } from './recipe-guides.ts';
import { testHost } from './test-host.ts';

const amount = 60;
let script = '';
beforeAll(() => {
  script = buildGuidepost();
});

/** A folder of recipes whose steps tell one version from another. */
function project(): string {
  return testHost({ files: { 'recipe.schema.json': recipeSchema, ...guides('最初') } }).cwd;
}

function guides(version: string): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: amount }, (_, index) => {
      const steps = `${version}の版では鍋を弱火にかける。`.concat('よく混ぜる。'.repeat(200));
      return [`guides/soup_${index}.md`, recipe(`soup_${index}`, { steps })];
    }),
  );
}

function rewrite(folder: string, version: string): void {
  for (const [path, text] of Object.entries(guides(version))) writeFileSync(join(folder, path), text);
}

function start(folder: string, ...more: string[]): ChildProcess {
  const flags = ['--type', 'recipe.schema.json', '--include-invalid', ...more];
  return spawn(process.execPath, [script, 'export', 'guides', ...flags], { cwd: folder, stdio: 'ignore' });
}

/** How the process ended: its code, else the signal that ended it. */
async function end(child: ChildProcess): Promise<number | string> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.exitCode ?? child.signalCode ?? '?';
}

/** The finished files by name. */
function outputs(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(join(folder, 'out')).filter((name) => !name.endsWith('.tmp'));
  return new Map(names.map((name) => [name, readFileSync(join(folder, 'out', name), 'utf8')]));
}

function drafts(folder: string): string[] {
  return readdirSync(join(folder, 'out')).filter((name) => name.endsWith('.tmp'));
}

/** Resolves once the run has begun to change files. */
async function untilWriting(folder: string, before: ReadonlyMap<string, string>): Promise<void> {
  while ([...outputs(folder)].every(([name, text]) => before.get(name) === text))
    await new Promise((resolve) => setTimeout(resolve, 2));
}

test('every file is whole, old or new, whenever the program is killed', async () => {
  const folder = project();
  const begin = performance.now();
  expect(await end(start(folder, '--out', 'out'))).toBe(0);
  const duration = performance.now() - begin;
  let whole = outputs(folder);
  let killed = 0;
  for (let moment = 0; moment < 20; moment += 1) {
    rewrite(folder, `${moment}番目`);
    const child = start(folder, '--out', 'out');
    // Half of them while files are written, the others at any time.
    if (moment % 2 === 0) await Promise.race([untilWriting(folder, whole), once(child, 'exit')]);
    await new Promise((resolve) => setTimeout(resolve, Math.random() * (moment % 2 === 0 ? 40 : duration)));
    child.kill('SIGKILL');
    if ((await end(child)) === 'SIGKILL') killed += 1;
    const after = outputs(folder);
    for (const [name, text] of after) {
      const value = JSON.parse(text);
      const isNew = value.steps === undefined || value.steps.startsWith(`${moment}番目の版`);
      expect({ name, isOldOrNew: isNew || text === whole.get(name) }).toEqual({ name, isOldOrNew: true });
      expect(text.endsWith('}\n')).toBe(true);
    }
    expect([...after.keys()].sort()).toEqual([...whole.keys()].sort());
    whole = after;
  }
  expect(killed).toBeGreaterThanOrEqual(10);
  writeFileSync(join(folder, 'out', `.soup_0.json.${2 ** 22 + 1}-0badcafe.tmp`), '{ "half');
  writeFileSync(join(folder, 'out', `.soup_1.json.${process.pid}-0badcafe.tmp`), '{ "half');
  expect(await end(start(folder, '--out', 'out'))).toBe(0);
  expect(drafts(folder)).toEqual([`.soup_1.json.${process.pid}-0badcafe.tmp`]);
}, 180_000);

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)(
  '%s ends the program with %i and leaves no draft',
  async (signal, code) => {
    const folder = project();
    await end(start(folder, '--out', 'out'));
    for (let attempt = 0; attempt < 10; attempt += 1) {
      const before = outputs(folder);
      rewrite(folder, `${signal} ${attempt}`);
      const child = start(folder, '--out', 'out');
      await untilWriting(folder, before);
      child.kill(signal);
      const ended = await end(child);
      expect(drafts(folder)).toEqual([]);
      for (const [name, text] of outputs(folder)) expect(() => JSON.parse(text), name).not.toThrow();
      // It may have been through already.
      if (ended === 0) continue;
      expect(ended).toBe(code);
      return;
    }
    expect.unreachable('the program was never interrupted');
  },
  60_000,
);
