import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { builtGuidepost } from './built-guidepost.ts';
import { goodRecipe, recipeConfig } from './recipe-project.ts';
import { testHost } from './test-host.ts';

const slugs = Array.from({ length: 30 }, (_, index) => `soup_${index}`);

const broken = (slug: string) => `${goodRecipe(slug)}\nこの鍋は**「強い」**と言われます。\n`;

function project(): string {
  return testHost({
    files: { ...recipeConfig, ...Object.fromEntries(slugs.map((slug) => [`guides/${slug}.md`, broken(slug)])) },
  }).cwd;
}

/** How a program ended, as a shell tells it, and what it said. */
async function endOf(child: ChildProcess): Promise<{ code: number; stderr: string }> {
  let stderr = '';
  child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  return { code: code ?? 128 + (signal ? constants.signals[signal] : 0), stderr };
}

function drafts(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tmp'));
}

function makeJson(folder: string): void {
  const guides = slugs.map((slug) => ({
    type: 'recipe',
    slug,
    ingredients: 'じゃがいもを三つ用意します。',
    steps: '弱火で二十分ほど煮込みます。',
  }));
  writeFileSync(join(folder, 'all.json'), JSON.stringify(guides));
}

const commands: readonly { name: string; argv: readonly string[]; endsByItself: boolean }[] = [
  { name: 'lint', argv: ['lint', 'guides'], endsByItself: true },
  { name: 'lint --fix', argv: ['lint', 'guides', '--fix'], endsByItself: true },
  { name: 'export', argv: ['export', 'guides', '--include-invalid', '--out', 'out'], endsByItself: true },
  { name: 'import', argv: ['import', 'all.json', '--out', 'back'], endsByItself: true },
  { name: 'lint --watch', argv: ['lint', '--watch', 'guides'], endsByItself: false },
  { name: 'lsp', argv: ['lsp', '--stdio'], endsByItself: false },
];

/** Parts of the time that a run takes, and what ends it then. */
const moments = [
  [0.05, 'SIGINT'],
  [0.5, 'SIGTERM'],
  [0.7, 'SIGINT'],
  [0.8, 'SIGTERM'],
  [0.9, 'SIGINT'],
] as const;

test.each(commands)(
  '$name ends with 130 at SIGINT and 143 at SIGTERM, whatever it is doing',
  async ({ argv, endsByItself }) => {
    const folder = project();
    makeJson(folder);
    const start = (): ChildProcess =>
      spawn(process.execPath, [builtGuidepost, ...argv], { cwd: folder, stdio: ['pipe', 'ignore', 'pipe'] });
    const begin = performance.now();
    if (endsByItself) await endOf(start());
    const duration = endsByItself ? performance.now() - begin : 1500;
    let ended = 0;
    for (const [part, signal] of moments) {
      for (const slug of slugs) writeFileSync(join(folder, `guides/${slug}.md`), `${broken(slug)}${part}\n`);
      const child = start();
      const end = endOf(child);
      await new Promise((resolve) => setTimeout(resolve, part * duration));
      child.kill(signal);
      const { code, stderr } = await end;
      // It may have been through already.
      if (code === 128 + constants.signals[signal]) ended += 1;
      else expect({ code, endsByItself }).toEqual({ code: expect.toBeOneOf([0, 1]), endsByItself: true });
      expect(stderr).not.toMatch(/^\s+at /m);
      expect(drafts(folder)).toEqual([]);
      for (const slug of slugs)
        expect(readFileSync(join(folder, `guides/${slug}.md`), 'utf8').endsWith(`${part}\n`)).toBe(true);
    }
    expect(ended).toBeGreaterThanOrEqual(2);
  },
  300_000,
);
