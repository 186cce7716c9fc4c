import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { main } from '../src/cli.ts';
import { writers } from '../src/writers/index.ts';
import { sharedSuite } from './shared-suites.ts';
import { testHost } from './test-host.ts';

const strings = [...new Set(sharedSuite<readonly string[]>('naughty-strings') ?? [])];
const schema = resolve(import.meta.dirname, '../fixtures/lint/tea.schema.json');

/** A name of more bytes, or with these signs, is none. */
const names = strings.filter(
  (name) => !/[/\0]/.test(name) && !/^\.{0,2}$/.test(name) && Buffer.byteLength(name) <= 240,
);

const folder = mkdtempSync(join(tmpdir(), 'guidepost-naughty-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** As title, key, value, tag, slug, heading, cell, label, question and code. */
function guideOf(text: string): string {
  const frontMatter = { title: text, slug: text, category: text, tags: [text, '茶'], [text]: text };
  return `---json
${JSON.stringify(frontMatter, null, 2)}
---

# ${text}

## 基本情報

- **${text}：** ${text}

## 値段の目安

| 等級 | 100gの値段（円） | 味わい |
| --- | --- | --- |
| ${text} | ${text} | ${text} |

## 淹れ方

1. ${text}

## よくある質問

1. **${text}**
   - **回答：** ${text}

## タグ

\`#${text}\` #${text}
`;
}

const types = ['--type', schema];

/** Line feeds part the lines of a report; all else that moves the cursor or turns the text around is forgery. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const control = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;

async function run(...argv: string[]) {
  const host = testHost({ cwd: folder });
  const code = await main(argv, host);
  return { code, ...host.output };
}

describe.runIf(strings.length > 0)('strings that break programs', { timeout: 180_000 }, () => {
  it('are written into guides, and into the names of those that files can have', () => {
    expect(strings.length).toBeGreaterThan(490);
    for (const [index, text] of strings.entries()) writeFileSync(join(folder, `in-${index}.md`), guideOf(text));
    for (const name of names) writeFileSync(join(folder, `${name}.md`), '# 灯台\n');
    console.info(`${strings.length} strings as text, ${names.length} of them as names of files as well`);
    expect(readdirSync(folder).length).toBe(strings.length + names.length);
  });

  it('are reported, without a control character where people read', async () => {
    const files = ['json', 'sarif', 'gitlab'].flatMap((format) => [
      '--format',
      format,
      '--output-file',
      `${format}.out`,
    ]);
    const { code, stdout, stderr } = await run('lint', ...types, '--format', 'text', ...files);
    expect(code).toBe(1);
    expect(control.exec(stdout)).toBeNull();
    expect(control.exec(stderr)).toBeNull();
    expect(stdout).not.toMatch(/^\s*(?:::|##\[)/m);
    expect(stdout.length).toBeGreaterThan(strings.length * 100);
    for (const format of ['json', 'sarif', 'gitlab']) {
      const report = readFileSync(join(folder, `${format}.out`), 'utf8');
      expect(JSON.parse(report)).toBeTruthy();
      rmSync(join(folder, `${format}.out`));
    }
  });

  it.each(Object.keys(writers))('can be exported as %s', async (format) => {
    const { code, stderr } = await run('export', ...types, '--format', format, '--include-invalid', '--out', 'out');
    expect([stderr, code]).toEqual([expect.any(String), 0]);
    expect(control.exec(stderr)).toBeNull();
    const written = readdirSync(join(folder, 'out'));
    expect(written.length).toBeGreaterThan(0);
    if (format === 'json') for (const name of written) JSON.parse(readFileSync(join(folder, 'out', name), 'utf8'));
    rmSync(join(folder, 'out'), { recursive: true });
  });

  it('can be fixed, and once is enough', async () => {
    const first = await run('lint', ...types, '--fix', '--format', 'json');
    expect([0, 1]).toContain(first.code);
    JSON.parse(first.stdout);
    const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
    const second = await run('lint', ...types, '--fix', '--format', 'json');
    expect([0, 1]).toContain(second.code);
    expect(readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))).toEqual(texts);
  });
});
