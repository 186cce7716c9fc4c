import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { main } from '../src/cli.ts';
import type { FileReport } from '../src/model.ts';
import { reporters } from '../src/reporters/index.ts';
import { root } from './bind-fixture.ts';
import { hostileReport } from './hostile-report.ts';
import { problemAt } from './problem-at.ts';
import { testHost } from './test-host.ts';

/** The name of a report format. */
export type Format = keyof typeof reporters;

const options = { color: false, width: 100, locale: 'ja' } as const;
/** A report that tries to break its format. */
export const hostile = hostileReport();
/** A file without problems. */
export const clean: FileReport = { path: 'guides/良い.md', text: '# 良い\n', problems: [] };
const unreadable: FileReport = {
  path: 'b.md',
  problems: [problemAt('', 0, 0, { path: 'b.md', message: '読めません' })],
};
/** What a format makes of them, and of a file that cannot be read. */
export const render = (format: Format, files: readonly FileReport[] = [hostile, clean, unreadable]): string =>
  reporters[format].render(files, options);

const fixture = (name: string): string => readFileSync(join(root, 'fixtures/guides/career-guide', name), 'utf8');
/** Guides with faults, and one without. */
export const guides = {
  'guides/薬剤師.md': `${fixture('pharmacist.md').replace(/\n## 💰[\s\S]*?(?=\n# )/u, '\n')}\n{{職種名}}の**一日 **です。\n`,
  'guides/bicycle_mechanic.md': fixture('bicycle_mechanic.md'),
};

/** What the program prints about faulty guides. */
export async function report(format: Format): Promise<string> {
  const host = testHost({ files: guides });
  expect(await main(['lint', 'guides', '--format', format, '--locale', 'ja'], host)).toBe(1);
  return host.output.stdout;
}

/** A JSON file of the project. */
export const readJson = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8'));
