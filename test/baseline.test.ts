import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { main } from '../src/cli.ts';
import { type TestHost, testHost } from './test-host.ts';

const type = JSON.stringify({
  type: 'object',
  properties: {
    intro: { type: 'string', 'x-source': { prose: 'rest' } },
    title: { type: 'string', minLength: 5, 'x-source': { frontMatter: 'title' } },
    note: { type: 'string', minLength: 5, 'x-source': { frontMatter: 'note' } },
  },
});
const soup = '---\ntitle: 鍋\nnote: 煮る\n---\n\n豆腐を切ります。\n';

function project(files: Readonly<Record<string, string>> = { 'soups/鍋.md': soup }): TestHost {
  return testHost({ files: { 'soup.schema.json': type, ...files } });
}

async function lint(host: TestHost, ...flags: string[]) {
  host.output.stdout = '';
  host.output.stderr = '';
  const argv = ['lint', '--type', 'soup.schema.json', '--format', 'compact', '--locale', 'en', ...flags];
  const code = await main(argv, host);
  return { code, ...host.output };
}

const file = '.guidepost-baseline.json';
const known = ['--baseline', file];
const problemLine = (place: string, name: string, length: number) =>
  `${place}: error: "${name}" has ${length} characters; write at least 5 [text-length]\n`;

describe('a baseline', () => {
  it('is written, sorted and the same each time, and hides what it knows', async () => {
    const host = project({ 'soups/鍋.md': soup, 'b.md': '---\nnote: 煮る\ntitle: 鍋\n---\n\n豆腐を切ります。\n' });
    const first = await lint(host, '--update-baseline');
    expect(first).toEqual({
      code: 0,
      stdout: '',
      stderr: `${file} now knows 4 problems in 2 files; pass --baseline ${file} to see only new ones.\n`,
    });
    const text = readFileSync(join(host.cwd, file), 'utf8');
    const { version, problems } = JSON.parse(text) as { version: number; problems: Record<string, object> };
    expect(version).toBe(1);
    expect(Object.keys(problems)).toEqual(['b.md', 'soups/鍋.md']);
    expect(text).toMatch(/^ {6}"text-length": \[\n {8}"[0-9a-f]{16}",\n {8}"[0-9a-f]{16}"\n {6}\]$/m);
    await lint(host, '--update-baseline');
    expect(readFileSync(join(host.cwd, file), 'utf8')).toBe(text);
    expect(await lint(host, ...known)).toEqual({ code: 0, stdout: '', stderr: '' });
    expect((await lint(host)).code).toBe(1);
  });

  it('is told in the summary', async () => {
    const host = project();
    await lint(host, '--update-baseline');
    const { stdout } = await lint(host, ...known, '--format', 'text', '--output-file', 'report.txt');
    expect(stdout).toBe('');
    expect(readFileSync(join(host.cwd, 'report.txt'), 'utf8')).toBe(
      'No problems in 1 file (soup 1). 2 more in the baseline.\n',
    );
  });

  it.each([
    ['lines above', soup.replace('title: 鍋', 'a: 1\nb: 2\ntitle: 鍋')],
    ['another order', '---\nnote: 煮る\ntitle: 鍋\n---\n\n豆腐を切ります。\n'],
    ['other line ends', soup.replaceAll('\n', '\r\n')],
    ['more blanks', soup.replace('note: 煮る', 'note:   煮る  ')],
    ['text below', `${soup}\n水を入れて煮ます。\n`],
  ])('survives %s', async (_name, edited) => {
    const host = project();
    await lint(host, '--update-baseline');
    writeFileSync(join(host.cwd, 'soups/鍋.md'), edited);
    expect(await lint(host, ...known)).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  it('lets new problems fail, also one more of a kind that it knows', async () => {
    const host = project({ 'soups/鍋.md': '---\ntitle: 鍋\n---\n\n豆腐を切ります。\n' });
    await lint(host, '--update-baseline');
    writeFileSync(join(host.cwd, 'soups/鍋.md'), soup);
    expect(await lint(host, ...known)).toEqual({
      code: 1,
      stdout: problemLine('soups/鍋.md:3:7', 'note', 2),
      stderr: '',
    });
  });

  it('tells two problems in lines alike apart by their number', async () => {
    const doubled = '豆腐をを切ります。\n';
    const host = project({ '鍋.md': `# 鍋\n\n${doubled}\n## 水\n\n水を入れます。\n` });
    await lint(host, '--update-baseline');
    writeFileSync(join(host.cwd, '鍋.md'), `# 鍋\n\n${doubled}\n## 水\n\n${doubled}`);
    const { code, stdout } = await lint(host, ...known, '--max-warnings', '0');
    expect(code).toBe(1);
    expect(stdout.match(/no-doubled-word/g)).toHaveLength(1);
  });

  it('never fails when a problem is gone, but says that its entry is no longer needed', async () => {
    const host = project();
    await lint(host, '--update-baseline');
    writeFileSync(join(host.cwd, 'soups/鍋.md'), soup.replace('鍋', '豆腐の味噌鍋'));
    const stderr = `${file}: 1 entry is no longer needed; drop it with --update-baseline.\n`;
    expect(await lint(host, ...known)).toEqual({ code: 0, stdout: '', stderr });
    expect(await lint(host, ...known, '--rule', 'text-length=off')).toEqual({ code: 0, stdout: '', stderr: '' });
    await lint(host, '--update-baseline');
    expect(await lint(host, ...known)).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  it('keeps what the run did not look at, and forgets files that are gone', async () => {
    const host = project({ 'a.md': soup, 'b.md': soup, 'c.md': soup });
    await lint(host, '--update-baseline');
    rmSync(join(host.cwd, 'c.md'));
    await lint(host, 'a.md', '--update-baseline', '--rule', 'text-length=off');
    const { problems } = JSON.parse(readFileSync(join(host.cwd, file), 'utf8')) as { problems: Record<string, object> };
    expect(Object.keys(problems)).toEqual(['a.md', 'b.md']);
    expect(await lint(host, ...known)).toMatchObject({ code: 0, stdout: '' });
  });

  it('keeps what only a run over all files can find', async () => {
    const unique = JSON.stringify({
      type: 'object',
      properties: { slug: { type: 'string', 'x-source': { frontMatter: 'slug' }, 'x-unique-across': true } },
    });
    const guide = '---\nslug: nabe\n---\n\n# 鍋\n\n豆腐を切ります。\n';
    const host = project({ 'soup.schema.json': unique, 'a.md': guide, 'b.md': guide.replaceAll('鍋', '汁') });
    expect((await lint(host)).stdout).toContain('[unique-across-guides]');
    await lint(host, '--update-baseline');
    expect(await lint(host, 'a.md', ...known)).toEqual({ code: 0, stdout: '', stderr: '' });
    await lint(host, 'a.md', '--update-baseline');
    expect(await lint(host, ...known)).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  it('may lie in another folder, and is found from any', async () => {
    const host = project();
    await lint(host, '--update-baseline', '--baseline', 'ci/known.json');
    expect(existsSync(join(host.cwd, file))).toBe(false);
    const inside = testHost({ cwd: join(host.cwd, 'soups') });
    const argv = ['lint', '--type', '../soup.schema.json', '--baseline', '../ci/known.json'];
    expect(await main(argv, inside)).toBe(0);
  });

  it('takes its path from the config', async () => {
    const host = project();
    writeFileSync(join(host.cwd, 'guidepost.config.json'), '{ "baseline": "known.json" }');
    await lint(host, '--update-baseline');
    expect(existsSync(join(host.cwd, 'known.json'))).toBe(true);
    expect((await lint(host)).code).toBe(0);
  });

  it('takes what is left after --fix', async () => {
    const host = project({ '鍋.md': `${soup}\nこの鍋は**「強い」**と言われます。\n` });
    expect((await lint(host, '--fix', '--update-baseline')).stderr).toContain('now knows 2 problems in 1 file');
    expect(readFileSync(join(host.cwd, '鍋.md'), 'utf8')).toContain('「**強い**」');
  });

  it.each([
    ['no JSON', '{\n  "version": 1,\n<<<<<<< HEAD\n', ':3: this baseline is no valid JSON; mend it'],
    ['of another program', '{ "guides/a.md": {} }', ':1: this is no baseline of guidepost'],
    ['of a later version', '{\n  "version": 2,\n  "problems": {}\n}', ':2: this is no baseline of guidepost'],
    [
      'with a number for a fingerprint',
      '{\n  "version": 1,\n  "problems": {\n    "a.md": {\n      "text-length": [\n        1\n      ]\n    }\n  }\n}',
      ':6: this is no baseline of guidepost',
    ],
  ])('is refused when it is %s, and not overwritten', async (_name, text, sentence) => {
    const host = project();
    writeFileSync(join(host.cwd, file), text);
    for (const flags of [known, ['--update-baseline']]) {
      const { code, stderr } = await lint(host, ...flags);
      expect(code).toBe(2);
      expect(stderr).toContain(`guidepost: ${file}${sentence}`);
      expect(readFileSync(join(host.cwd, file), 'utf8')).toBe(text);
    }
  });

  it('must be there', async () => {
    expect(await lint(project(), '--baseline', 'none.json')).toEqual({
      code: 2,
      stdout: '',
      stderr: 'guidepost: There is no baseline "none.json"; write it with --update-baseline, or check the path.\n',
    });
  });
});
