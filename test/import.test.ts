import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { main } from '../src/cli.ts';
import { bindText, root, shippedType } from './bind-fixture.ts';
import { type TestHost, testHost } from './test-host.ts';

const career = shippedType('career-guide');
const pharmacist = readFileSync(join(root, 'fixtures/guides/career-guide/pharmacist.md'), 'utf8');
const mechanic = readFileSync(join(root, 'fixtures/guides/career-guide/bicycle_mechanic.md'), 'utf8');
const files = { 'guides/pharmacist.md': pharmacist, 'guides/bicycle_mechanic.md': mechanic };

async function run(host: TestHost, ...argv: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  host.output.stdout = '';
  host.output.stderr = '';
  const code = await main(argv, host);
  return { code, ...host.output };
}

/** What export writes of some guides, changed by hand. */
async function exported(
  host: TestHost,
  format: string,
  change: (text: string) => string = (text) => text,
): Promise<string> {
  return change((await run(host, 'export', 'guides', '--format', format)).stdout);
}

describe('export --format markdown', () => {
  it('writes the canonical form of one guide', async () => {
    const { code, stdout } = await run(testHost({ files }), 'export', 'guides/pharmacist.md', '--format', 'markdown');
    expect(code).toBe(0);
    expect(stdout.startsWith('---json\n{\n  "category": "healthcare",')).toBe(true);
    expect(stdout).toContain('\n## 2️⃣ 主な業務\n\n薬剤師の一日は');
    expect(stdout).toContain(
      '\n### 1. 処方監査\n\n処方箋を受け取り、用量、用法、飲み合わせに問題がないかを調べます。\n\n- **具体的な業務:** お薬手帳',
    );
    expect(stdout).toContain('\n| ジュニア (0-3年) | 350〜450 | 先輩の監査を');
    expect(
      stdout.endsWith('\n## 🏷️ #推奨タグ\n\n`#薬剤師`\n`#調剤薬局`\n`#病院薬剤師`\n`#服薬指導`\n`#在宅医療`\n'),
    ).toBe(true);
  });

  it('speaks the guide’s language where its author left no words', async () => {
    const { stdout } = await run(testHost({ files }), 'export', 'guides/bicycle_mechanic.md', '--format', 'markdown');
    expect(stdout).toContain('\n- **Purpose:** To know the name');
    expect(stdout).not.toContain('目的');
  });

  it('keeps the format of the front matter', async () => {
    const yaml = pharmacist.replace(/^---json\n[\s\S]*?\n---\n/, '---\nslug: pharmacist\ntitle: "薬剤師: 仕事"\n---\n');
    const host = testHost({ files: { 'pharmacist.md': yaml } });
    const { stdout } = await run(host, 'export', 'pharmacist.md', '--format', 'markdown', '--include-invalid');
    expect(stdout.startsWith('---\nslug: pharmacist\ntitle: "薬剤師: 仕事"\n---\n\n# ')).toBe(true);
  });

  it('writes a folder a file each, and refuses to mix several guides in one text', async () => {
    const host = testHost({ files });
    expect((await run(host, 'export', 'guides', '--format', 'markdown', '--out', 'out')).code).toBe(0);
    expect(existsSync(join(host.cwd, 'out/pharmacist.md'))).toBe(true);
    expect(await run(host, 'export', 'guides', '--format', 'markdown', '--locale', 'en')).toEqual({
      code: 2,
      stdout: '',
      stderr: 'guidepost: 2 guides cannot share one Markdown text; name a folder with --out, or a single guide.\n',
    });
  });
});

describe('import', () => {
  it.each(['json', 'ndjson'])('writes what export --format %s wrote back as Markdown', async (format) => {
    const host = testHost({ files });
    const stdin = testHost({ cwd: host.cwd, stdin: await exported(host, format) });
    const { code, stderr } = await run(stdin, 'import', '-', '--out', 'back', '--locale', 'en');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '2 guides written to back.\n' });
    const back = readFileSync(join(host.cwd, 'back/pharmacist.md'), 'utf8');
    expect({ ...bindText(back, career).value, path: '' }).toEqual({ ...bindText(pharmacist, career).value, path: '' });
  });

  it('writes an edited value', async () => {
    const host = testHost({ files: { 'guides/pharmacist.md': pharmacist } });
    const edited = await exported(host, 'json', (text) =>
      text.replace('"label": "具体的な業務"', '"label": "一日の流れ"').replace('処方監査', '処方箋の*監査*'),
    );
    const { code, stdout } = await run(testHost({ cwd: host.cwd, stdin: edited }), 'import', '-');
    expect(code).toBe(0);
    expect(stdout).toContain(
      '### 1. 処方箋の\\*監査\\*\n\n処方箋を受け取り、用量、用法、飲み合わせに問題がないかを調べます。\n\n- **一日の流れ:** ',
    );
  });

  it('names the place in the JSON of what the type refuses, and writes the other guides', async () => {
    const host = testHost({ files });
    const edited = await exported(host, 'json', (text) =>
      text.replace('"category": "healthcare"', '"category": "health"'),
    );
    const given = testHost({ cwd: host.cwd, files: { 'all.json': edited } });
    const { code, stderr } = await run(given, 'import', 'all.json', '--out', 'back', '--locale', 'en');
    const line = edited.split('\n').findIndex((text) => text.includes('"health"')) + 1;
    const start = edited.slice(0, edited.indexOf('"health"')).lastIndexOf('\n  {') + 1;
    expect(code).toBe(1);
    expect(stderr.split('\n')).toEqual([
      expect.stringMatching(
        new RegExp(`^all\\.json:${line}:7: /meta/category: "health" is none of the choices: "ai-data", "business", `),
      ),
      `all.json:${edited.slice(0, start).split('\n').length}:3: not imported, 1 problem in pharmacist; correct it, or pass --include-invalid`,
      '1 guide written to back, 1 refused.',
      '',
    ]);
    expect(existsSync(join(host.cwd, 'back/pharmacist.md'))).toBe(false);
    expect((await run(given, 'import', 'all.json', '--out', 'back', '--include-invalid')).code).toBe(0);
    expect(readFileSync(join(host.cwd, 'back/pharmacist.md'), 'utf8')).toContain('"category": "health"');
  });

  it('refuses a value that contradicts the text it was read from', async () => {
    const host = testHost({ files: { 'guides/pharmacist.md': pharmacist } });
    const edited = await exported(host, 'json', (text) => text.replace('"min": 3500000', '"min": 3600000'));
    const { code, stdout, stderr } = await run(
      testHost({ cwd: host.cwd, stdin: edited }),
      'import',
      '-',
      '--locale',
      'ja',
    );
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('/salary/bands/0/range/min: この値は、Markdownに書いて読み直すと元に戻りません。');
  });

  it('writes a guide made by hand, without the headings and columns that export keeps', async () => {
    const { type, path, headings, columns, intros, ...value } = bindText(pharmacist, career).value;
    const host = testHost({ stdin: JSON.stringify(value) });
    const { code, stdout, stderr } = await run(host, 'import', '-', '--type', 'career-guide');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(
      '\n## 💰 日本での推定年収（公的統計・求人情報参照）\n\n| 経験年数 | 年収範囲 (万円) | 特徴 |\n',
    );
    expect(bindText(stdout, career).value).toMatchObject({ ...value, type });
    expect([path, headings, columns, intros]).not.toContain(undefined);
  });

  it.each([
    ['{"type":"career-guide",}', 'guidepost: stdin:1:23: A comma stands after the last entry; remove it\n'],
    ['{"a": 1}\n{"a": }\n', /^guidepost: stdin:2:7: /],
    ['[]', 'guidepost: "stdin" holds no guide; guidepost export --format json writes what import reads.\n'],
    [
      '[{"type":"novel"}]',
      /^guidepost: stdin:1:2: This guide does not say what type it has; pass --type with career-guide or interview-guide/,
    ],
  ])('%j is an error of the call', async (stdin, message) => {
    const { code, stdout, stderr } = await run(testHost({ stdin }), 'import', '-', '--locale', 'en');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
  });

  it('does not crash on values of any shape', async () => {
    const stdin = JSON.stringify([
      {
        type: 'career-guide',
        meta: 3,
        title: [],
        salary: 'x',
        duties: [null, 7, { title: {}, details: 4 }],
        interview: [[]],
        tags: [{}],
      },
      5,
    ]);
    const { code } = await run(
      testHost({ stdin }),
      'import',
      '-',
      '--type',
      'career-guide',
      '--include-invalid',
      '--out',
      'out',
    );
    expect(code).toBe(0);
  });
});
