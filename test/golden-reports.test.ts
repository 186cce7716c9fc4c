import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { main } from '../src/cli.ts';
import { rules } from '../src/rules/index.ts';
import { testHost } from './test-host.ts';

const root = resolve(import.meta.dirname, '..');
const updates = process.env.UPDATE_GOLDENS === '1';

/** A run of the program and the file that holds what it is to print; `rule` is what the case is about. */
interface Case {
  readonly name: string;
  readonly rule?: string;
  readonly cwd: string;
  readonly argv: readonly string[];
  readonly golden: string;
}

/** `<rule>.md`, or `<rule>.<variant>.md` where a rule has several faces. */
const guides = filesIn('fixtures/lint', '.md').map((file): Case => {
  const path = `fixtures/lint/${file}`;
  const id = file.replace(/\..*$/, '');
  const rule = rules.find((one) => one.id === id);
  const type = id === 'known-guide-type' ? [] : ['--type', 'fixtures/lint/tea.schema.json'];
  // The files are named after the rules, not after their slugs.
  const named = id === 'slug-matches-file-name' ? [] : ['--rule', 'slug-matches-file-name=off'];
  const on = rule?.recommended === false ? ['--rule', `${id}=warn`] : [];
  return {
    name: file,
    ...(id !== 'good' && { rule: id }),
    cwd: root,
    argv: [path, ...type, ...named, ...on, '--locale', localeOf(readFileSync(join(root, path)))],
    golden: path.replace(/md$/, 'txt'),
  };
});

/** Rules that look at several guides, or need a config. */
const projects = readdirSync(join(root, 'fixtures/projects'))
  .filter((name) => existsSync(join(root, 'fixtures/projects', name, 'guidepost.config.yaml')))
  .map((name): Case => {
    const folder = `fixtures/projects/${name}`;
    const [first = ''] = filesIn(folder, '.md');
    const locale = localeOf(readFileSync(join(root, folder, first)));
    return {
      name: `${name}/`,
      rule: name,
      cwd: join(root, folder),
      argv: ['--locale', locale],
      golden: `${folder}/report.txt`,
    };
  });

describe('the report of a guide with one defect', () => {
  it.each([...guides, ...projects].map((one) => [one.name, one] as const))('%s', async (_name, one) => {
    const host = testHost({ cwd: one.cwd });
    const code = await main(['lint', ...one.argv, '--no-color'], host);
    const { stdout, stderr } = host.output;
    expect(stderr).toBe('');
    expect(code).toBe(/ (?:error|エラー) {2}/.test(stdout) ? 1 : 0);
    expect(rulesIn(stdout)).toEqual(one.rule === undefined ? [] : expect.arrayContaining([one.rule]));
    expectGolden(one.golden, stdout);
  });

  it('is there for every rule', () => {
    const covered = new Set([...guides, ...projects].map(({ rule }) => rule));
    expect(rules.map(({ id }) => id).filter((id) => !covered.has(id))).toEqual([]);
  });

  it('has only cases that are about a rule', () => {
    const ids = rules.map(({ id }) => id);
    const others = [...guides, ...projects].filter(({ rule }) => rule !== undefined && !ids.includes(rule));
    expect(others.map(({ name }) => name)).toEqual([]);
  });

  it('has no golden without its guide', () => {
    const goldens = guides.map(({ golden }) => golden);
    expect(
      filesIn('fixtures/lint', '.txt')
        .map((file) => `fixtures/lint/${file}`)
        .filter((path) => !goldens.includes(path)),
    ).toEqual([]);
  });

  it('has few companions: one cause is one problem', () => {
    const crowded = guides.filter(
      ({ golden }) => existsSync(join(root, golden)) && rulesIn(readFileSync(join(root, golden), 'utf8')).length > 1,
    );
    // What was cut off takes the chapters behind it along.
    expect(crowded.map(({ name }) => name)).toEqual(['no-cut-off-text.md']);
  });

  it('is told of files as they are on disk, line ends included', () => {
    const text = readFileSync(join(root, 'fixtures/lint/row-cell-count.md'), 'utf8');
    expect(text.match(/\r\n/g)?.length).toBe(text.match(/\n/g)?.length);
  });
});

/** Compares with the golden; a missing one is written, but never in CI. */
function expectGolden(path: string, text: string): void {
  const file = join(root, path);
  if (updates || (!existsSync(file) && !process.env.CI)) writeFileSync(file, text);
  expect(existsSync(file), `${path} is missing; write it with UPDATE_GOLDENS=1`).toBe(true);
  expect(text).toBe(readFileSync(file, 'utf8'));
}

/** The rules of a text report, in its order. */
function rulesIn(report: string): string[] {
  return [...report.matchAll(/^\S+:\d+:\d+ {2}\S+ {2}(\S+)$/gm)].map(([, rule = '']) => rule);
}

function filesIn(folder: string, extension: string): string[] {
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith(extension))
    .sort();
}

/** The language of who wrote the guide, also where it cannot be read as UTF-8. */
function localeOf(bytes: Uint8Array): 'en' | 'ja' {
  const encodings = bytes.includes(0) ? [] : ['utf-8', 'shift_jis'];
  return encodings.some((encoding) => /[ぁ-ん]{2}/.test(new TextDecoder(encoding).decode(bytes))) ? 'ja' : 'en';
}
