import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { main } from '../src/cli.ts';
import { bindGuide } from '../src/guide-types/bind-guide.ts';
import { guideTypeOf } from '../src/guide-types/guide-type.ts';
import { parseDocument } from '../src/parse/parse-document.ts';
import { problemOf } from '../src/rules/rule.ts';
import { findSuppressions } from '../src/suppress/find-suppressions.ts';
import { suppressProblems } from '../src/suppress/suppress-problems.ts';
import { testHost } from './test-host.ts';

/** The lines on which a 砂糖 (rule `no-sugar`) or a 塩 (rule `no-salt`) is still reported. */
function reported(text: string): string[] {
  const guide = bindGuide(parseDocument({ path: 'a.md', text, bom: false }), guideTypeOf('example', {}));
  const find = (id: string, word: RegExp) =>
    [...text.matchAll(word)].map(({ 0: match, index }) =>
      problemOf({ range: { start: index, end: index + match.length }, message: id }, { id, severity: 'error' }, guide),
    );
  const problems = [...find('no-sugar', /砂糖/g), ...find('no-salt', /塩/g)];
  return suppressProblems(problems, findSuppressions(guide.document)).map(
    ({ rule, range }) => `${range.start.line} ${rule}`,
  );
}

describe('a comment suppresses', () => {
  it.each([
    ['nothing when there is none', '砂糖\n', ['1 no-sugar']],
    ['the next line', '<!-- guidepost-disable-next-line no-sugar -->\n砂糖\n\n砂糖\n', ['4 no-sugar']],
    ['the next line that is not blank', '<!-- guidepost-disable-next-line no-sugar -->\n\n砂糖\n', []],
    ['only the rule it names', '<!-- guidepost-disable-next-line no-sugar -->\n砂糖と塩\n', ['2 no-salt']],
    ['several rules', '<!-- guidepost-disable-next-line no-sugar, no-salt -->\n砂糖と塩\n', []],
    ['all rules when it names none', '<!-- guidepost-disable-next-line -->\n砂糖と塩\n', []],
    ['with a reason', '<!-- guidepost-disable-next-line no-sugar -- 昔のレシピの引用 -->\n砂糖と塩\n', ['2 no-salt']],
    ['all rules with a reason', '<!-- guidepost-disable-next-line -- quoted -->\n砂糖と塩\n', []],
    ['its own line', '砂糖 <!-- guidepost-disable-line no-sugar -->\n砂糖\n', ['2 no-sugar']],
    [
      'the row of a table',
      '| 材料 |\n| --- |\n| 砂糖 <!-- guidepost-disable-line no-sugar --> |\n| 砂糖 |\n',
      ['4 no-sugar'],
    ],
    [
      'all to the comment that ends it',
      '砂糖\n\n<!-- guidepost-disable -->\n\n砂糖と塩\n\n<!-- guidepost-enable -->\n\n塩\n',
      ['1 no-sugar', '9 no-salt'],
    ],
    [
      'one of two until it is enabled',
      '<!-- guidepost-disable -->\n\n砂糖と塩\n\n<!-- guidepost-enable no-salt -->\n\n砂糖と塩\n',
      ['7 no-salt'],
    ],
    ['to the end of the file', '<!-- guidepost-disable no-sugar -->\n\n砂糖\n\n# 塩\n\n砂糖\n', ['5 no-salt']],
    ['the whole file from its end', '砂糖と塩\n\n<!-- guidepost-disable-file no-sugar -->\n', ['1 no-salt']],
    ['on several lines', '<!--\n  guidepost-disable-file\n  no-sugar,\n  no-salt -- old\n-->\n\n砂糖と塩\n', []],
    ['from within a quotation', '> <!-- guidepost-disable-next-line no-sugar -->\n>\n> 砂糖\n', []],
    ['with CRLF', '<!-- guidepost-disable-next-line no-sugar -->\r\n\r\n砂糖\r\n砂糖\r\n', ['4 no-sugar']],
    ['in YAML', '---\n# guidepost-disable-next-line no-sugar -- 商品名\ntitle: 砂糖\nx: 砂糖\n---\n', ['4 no-sugar']],
    ['at the end of a line of YAML', '---\ntitle: 砂糖 # guidepost-disable-line no-sugar\n---\n塩\n', ['4 no-salt']],
    ['a whole file from YAML', '---\n# guidepost-disable-file no-sugar\ntitle: x\n---\n砂糖\n', []],
    ['in TOML', '+++\n# guidepost-disable-next-line no-sugar\ntitle = "砂糖"\n+++\n塩\n', ['5 no-salt']],
  ])('%s', (_name, text, wanted) => {
    expect(reported(text)).toEqual(wanted);
  });

  it.each([
    ['in a code block', '```\n<!-- guidepost-disable-file -->\n```\n\n砂糖\n'],
    ['in a code span', '`<!-- guidepost-disable-file -->`\n\n砂糖\n'],
    ['in a text of YAML', '---\nnote: |\n  # guidepost-disable-file\ntitle: "a # guidepost-disable-file"\n---\n砂糖\n'],
    ['of another program', '<!-- markdownlint-disable-file -->\n\n砂糖\n'],
    ['that is not closed', '砂糖\n\n<!-- guidepost-disable-file\n'],
    ['that names another rule', '<!-- guidepost-disable-file no-salt -->\n\n砂糖\n'],
    ['that is mistyped', '<!-- guidepost-disable-files -->\n\n砂糖\n'],
  ])('nothing %s', (_name, text) => {
    expect(reported(text).filter((line) => line.endsWith('no-sugar'))).toHaveLength(1);
  });

  it('is found in linear time', () => {
    const text = `${'<!-- guidepost-disable-file '.repeat(20_000)}\n`;
    const start = performance.now();
    findSuppressions(parseDocument({ path: 'a.md', text, bom: false }));
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});

const type = JSON.stringify({
  type: 'object',
  properties: { intro: { type: 'string', minLength: 5, 'x-source': { prose: 'rest' } } },
});

async function lint(text: string, ...flags: string[]) {
  const host = testHost({ files: { 'soup.schema.json': type, '鍋.md': text } });
  const code = await main(['lint', '鍋.md', '--type', 'soup.schema.json', '--format', 'compact', ...flags], host);
  return { code, ...host.output, text: readFileSync(join(host.cwd, '鍋.md'), 'utf8') };
}

describe('lint', () => {
  it('passes what is suppressed', async () => {
    const text = '<!-- guidepost-disable-next-line text-length -- a name -->\n煮る\n';
    expect(await lint(text)).toMatchObject({ code: 0, stdout: '', stderr: '' });
  });

  it.each([
    [
      'a suppression that hides nothing',
      '<!-- guidepost-disable-next-line text-length -->\n豆腐を切ります。\n',
      '鍋.md:1:1: warning: There is no problem of "text-length" to overlook here; remove it from the comment [no-unused-suppression]\n',
      '豆腐を切ります。\n',
    ],
    [
      'a rule that is mistyped',
      '<!-- guidepost-disable-next-line txt-length -->\n煮る\n',
      '鍋.md:1:34: warning: There is no rule "txt-length"; did you mean "text-length"? [no-unknown-suppression]\n鍋.md:2:1: error: "intro" has 2 characters; write at least 5 [text-length]\n',
      '<!-- guidepost-disable-next-line text-length -->\n煮る\n',
    ],
    [
      'a rule that there is not',
      '<!-- guidepost-disable-file text-length, no-onions -->\n煮る\n',
      '鍋.md:1:42: warning: There is no rule "no-onions"; run "guidepost explain" to see all rules [no-unknown-suppression]\n',
      '<!-- guidepost-disable-file text-length -->\n煮る\n',
    ],
    [
      'a reason without its dashes',
      '<!-- guidepost-disable-file text-length it is a name -->\n煮る\n',
      '鍋.md:1:41: warning: "it is a name" is no rule; write a reason after " -- " [no-unknown-suppression]\n',
      '<!-- guidepost-disable-file text-length -- it is a name -->\n煮る\n',
    ],
    [
      'a comment without a known word',
      '<!-- guidepost-disable-next text-length -->\n豆腐を切ります。\n',
      '鍋.md:1:16: warning: "guidepost-disable-next" is no suppression comment; did you mean "guidepost-disable-line"? [no-unknown-suppression]\n',
      '豆腐を切ります。\n',
    ],
    [
      'one of two that is needed',
      '<!-- guidepost-disable-file no-broken-emphasis, text-length -->\n煮る\n',
      '鍋.md:1:1: warning: There is no problem of "no-broken-emphasis" to overlook here; remove it from the comment [no-unused-suppression]\n',
      '<!-- guidepost-disable-file text-length -->\n煮る\n',
    ],
    [
      'a pair around nothing',
      '豆腐を切ります。\n\n<!-- guidepost-disable -->\n\n水を入れます。\n\n<!-- guidepost-enable -->\n\n煮ます。\n',
      '鍋.md:3:1: warning: There is no problem to overlook here; remove the comment [no-unused-suppression]\n',
      '豆腐を切ります。\n\n水を入れます。\n\n煮ます。\n',
    ],
    [
      'a comment in YAML',
      '---\ntitle: 鍋 # guidepost-disable-line text-length\n# guidepost-disable-file text-length\n---\r\n豆腐を切ります。\n',
      null,
      '---\ntitle: 鍋\n---\r\n豆腐を切ります。\n',
    ],
  ])('reports %s, and --fix mends it', async (_name, text, report, fixed) => {
    if (report !== null) expect((await lint(text)).stdout).toBe(report);
    const { text: after, stderr } = await lint(text, '--fix');
    expect(after).toBe(fixed);
    expect(stderr).toBe('');
  });

  it('does not call a suppression unused because its rule is off', async () => {
    const text = '<!-- guidepost-disable-next-line text-length -->\n煮る\n';
    expect(await lint(text, '--rule', 'text-length=off')).toMatchObject({ code: 0, stdout: '' });
  });

  it('does not call a suppression unused that other files may need', async () => {
    const text =
      '<!-- guidepost-disable-file unique-across-guides -- the same name on purpose -->\n\n豆腐を切ります。\n';
    expect(await lint(text)).toMatchObject({ code: 0, stdout: '' });
  });

  it('can suppress the report of a suppression only by name', async () => {
    const unused = '<!-- guidepost-disable-next-line text-length -->\n豆腐を切ります。\n';
    expect((await lint(`<!-- guidepost-disable-file -->\n\n${unused}`)).stdout.split('\n')).toHaveLength(3);
    expect((await lint(`<!-- guidepost-disable-file no-unused-suppression -->\n\n${unused}`)).stdout).toBe('');
  });

  it('says it in Japanese', async () => {
    const { stdout } = await lint('<!-- guidepost-disable-file txt-length -->\n豆腐を切ります。\n', '--locale', 'ja');
    expect(stdout).toContain('「txt-length」というルールはありません。「text-length」のことですか？');
  });
});
