import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { main } from '../src/cli.ts';
import { bindGuide } from '../src/guide-types/bind-guide.ts';
import { guideTypeOf } from '../src/guide-types/guide-type.ts';
import { parseDocument } from '../src/parse/parse-document.ts';
import { problemOf } from '../src/rules/rule.ts';
import { findSuppressions } from '../src/suppress/find-suppressions.ts';
import { suppressProblems } from '../src/suppress/suppress-problems.ts';
import { found, markedBy, plain, repairedBy, saidBy } from './marked-text.ts';
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

describe('a comment that hides nothing', () => {
  const id = 'no-unused-suppression';

  test.each([
    ['is taken out of a sentence', '汁 ⟦<!-- guidepost-disable-line no-doubled-word -->⟧ です。\n', '汁 です。\n'],
    ['is taken out between words', '汁⟦<!-- guidepost-disable-line no-doubled-word -->⟧です。\n', '汁です。\n'],
    ['is taken out of the end of a line', '汁。 ⟦<!-- guidepost-disable-line no-doubled-word -->⟧\n', '汁。\n'],
    ['is taken out of a quotation', '> ⟦<!-- guidepost-disable-line no-doubled-word -->⟧\n> 汁\n', '>\n> 汁\n'],
    ['goes with its line', '汁\n\n⟦<!-- guidepost-disable no-doubled-word -->⟧\n\n椀\n', '汁\n\n椀\n'],
    [
      'goes with its line, CRLF',
      '汁\r\n\r\n⟦<!-- guidepost-disable no-doubled-word -->⟧\r\n\r\n椀\r\n',
      '汁\r\n\r\n椀\r\n',
    ],
    ['goes from the end', '汁\n\n⟦<!-- guidepost-disable-file no-doubled-word -->⟧', '汁\n\n'],
    [
      'is the second of two for the file',
      '汁をを飲む。\n\n<!-- guidepost-disable-file no-doubled-word -->\n\n⟦<!-- guidepost-disable-file no-doubled-word -->⟧\n',
      '汁をを飲む。\n\n<!-- guidepost-disable-file no-doubled-word -->\n\n',
    ],
    [
      'is for the file where one is for the line',
      '⟦<!-- guidepost-disable-file no-doubled-word -->⟧\n\n汁をを飲む。 <!-- guidepost-disable-line no-doubled-word -->\n',
      '汁をを飲む。 <!-- guidepost-disable-line no-doubled-word -->\n',
    ],
    [
      'enables what was enabled',
      '<!-- guidepost-disable no-doubled-word -->\n\n汁をを飲む。\n\n<!-- guidepost-enable -->\n\n⟦<!-- guidepost-enable no-doubled-word -->⟧\n',
      '<!-- guidepost-disable no-doubled-word -->\n\n汁をを飲む。\n\n<!-- guidepost-enable -->\n\n',
    ],
    [
      'disables what is disabled',
      '<!-- guidepost-disable no-doubled-word -->\n\n汁をを飲む。\n\n⟦<!-- guidepost-disable no-doubled-word -->⟧\n',
      '<!-- guidepost-disable no-doubled-word -->\n\n汁をを飲む。\n\n',
    ],
  ])('%s: %j', (_what, marked, repaired) => {
    expect(markedBy(id, plain(marked))).toBe(marked);
    expect(repairedBy(id, plain(marked))).toBe(repaired);
  });

  test.each([
    '<!-- guidepost-disable -->\n\n汁をを飲む。\n\n<!-- guidepost-enable no-doubled-word -->\n\n汁をを飲む。\n',
    '<!-- guidepost-disable no-doubled-word -->\n\n汁をを飲む。\n\n<!-- guidepost-enable -->\n\n椀\n',
    '<!-- guidepost-disable no-unused-suppression -->\n',
    '<!-- guidepost-disable-line onions -->\n',
  ])('is none: %j', (text) => {
    expect(markedBy(id, text)).toBe(text);
  });

  test.each([
    [
      'disable-next-line text-length, no-doubled-word',
      'There is no problem of "text-length" and "no-doubled-word" to overlook here; remove them from the comment',
      '「text-length」と「no-doubled-word」の問題はここにはありません。コメントから取り除いてください',
    ],
    [
      'disable-line',
      'There is no problem to overlook here; remove the comment',
      'ここに見逃す問題はありません。コメントを消してください',
    ],
    [
      'enable',
      'Nothing that was disabled above is enabled here; remove the comment',
      'ここより前に、無効にしたルールがありません。コメントを消してください',
    ],
    [
      'enable text-length, no-doubled-word',
      'Nothing that was disabled above is enabled here ("text-length", "no-doubled-word"); remove the comment',
      'ここより前に、無効にした「text-length」と「no-doubled-word」がありません。コメントを消してください',
    ],
  ])('is told: guidepost-%s', (words, en, ja) => {
    const comment = `<!-- guidepost-${words} -->`;
    expect(saidBy(id, `${comment}\n汁\n`)).toEqual([`${comment} | ${en}`]);
    expect(saidBy(id, `${comment}\n汁\n`, {}, 'ja')).toEqual([`${comment} | ${ja}`]);
  });
});

describe('a comment with an unknown word', () => {
  const id = 'no-unknown-suppression';

  test.each([
    ['汁 <!-- guidepost-⟦disable-lines⟧ -->\n', '汁 <!-- guidepost-disable-line -->\n', 'safe'],
    ['汁 <!-- guidepost-⟦off⟧ -->\n', '汁 <!-- guidepost-off -->\n', undefined],
    [
      '汁をを。<!-- guidepost-disable-line ⟦no-dubled-word⟧ -->\n',
      '汁をを。<!-- guidepost-disable-line no-doubled-word -->\n',
      'safe',
    ],
    ['汁 <!-- guidepost-disable-line ⟦no-dubled-word⟧ -->\n', '汁\n', 'safe'],
    [
      '<!-- guidepost-disable-next-line ⟦no-dubled-word⟧ -->\n汁をを\n',
      '<!-- guidepost-disable-next-line no-doubled-word -->\n汁をを\n',
      'safe',
    ],
    [
      '<!-- guidepost-disable ⟦no-dubled-word⟧ -->\n\n汁をを\n',
      '<!-- guidepost-disable no-doubled-word -->\n\n汁をを\n',
      'safe',
    ],
    ['汁をを\n\n<!-- guidepost-disable ⟦no-dubled-word⟧ -->\n', '汁をを\n\n', 'safe'],
    [
      '<!-- guidepost-disable ⟦no-dubled-word⟧ -->\n\n<!-- guidepost-enable -->\n\n汁をを\n',
      '<!-- guidepost-enable -->\n\n汁をを\n',
      'safe',
    ],
    [
      '汁をを\n\n<!-- guidepost-disable-file ⟦no-dubled-word⟧ -->\n',
      '汁をを\n\n<!-- guidepost-disable-file no-doubled-word -->\n',
      'safe',
    ],
    [
      '汁をを\n\n<!-- guidepost-disable-file no-doubled-word -->\n\n<!-- guidepost-disable-file ⟦no-dubled-word⟧ -->\n',
      '汁をを\n\n<!-- guidepost-disable-file no-doubled-word -->\n\n',
      'safe',
    ],
    [
      '<!-- guidepost-disable no-doubled-word -->\n\n<!-- guidepost-enable ⟦no-dubled-word⟧ -->\n',
      '<!-- guidepost-disable no-doubled-word -->\n\n<!-- guidepost-enable no-doubled-word -->\n',
      'safe',
    ],
    [
      '<!-- guidepost-disable-line ⟦no-onions⟧, no-doubled-word -->\n',
      '<!-- guidepost-disable-line no-doubled-word -->\n',
      'safe',
    ],
    [
      '<!-- guidepost-disable-line no-doubled-word ⟦古い文⟧ -->\n',
      '<!-- guidepost-disable-line no-doubled-word -- 古い文 -->\n',
      'safe',
    ],
    [
      '<!-- guidepost-disable-line no-doubled-word ⟦an old text⟧ -->\n',
      '<!-- guidepost-disable-line no-doubled-word -- an old text -->\n',
      'safe',
    ],
    ['<!-- guidepost-disable-line ⟦古い文⟧ -->\n', '<!-- guidepost-disable-line -- 古い文 -->\n', 'unsafe'],
  ])('%j', (marked, repaired, kind) => {
    expect(markedBy(id, plain(marked))).toBe(marked);
    expect(repairedBy(id, plain(marked))).toBe(repaired);
    expect(found(id, plain(marked))[0]?.fix?.kind).toBe(kind);
  });

  test.each([
    [
      '<!-- guidepost-off -->',
      '"guidepost-off" is no suppression comment; write one of guidepost-disable, guidepost-enable, guidepost-disable-line, guidepost-disable-next-line, guidepost-disable-file',
      '「guidepost-off」という指定はありません。使えるのはguidepost-disable、guidepost-enable、guidepost-disable-line、guidepost-disable-next-line、guidepost-disable-fileです',
    ],
    [
      '<!-- guidepost-enables -->',
      '"guidepost-enables" is no suppression comment; did you mean "guidepost-enable"?',
      '「guidepost-enables」という指定はありません。「guidepost-enable」のことですか？',
    ],
    [
      '<!-- guidepost-disable-line no-onions -->',
      'There is no rule "no-onions"; run "guidepost explain" to see all rules',
      '「no-onions」というルールはありません。「guidepost explain」でルールの一覧を確かめてください',
    ],
    [
      '<!-- guidepost-disable-line 古い文 -->',
      '"古い文" is no rule; write a reason after " -- "',
      '「古い文」はルール名ではありません。理由は「 -- 」の後に書いてください',
    ],
  ])('%s is told', (text, en, ja) => {
    expect(found(id, text).map(({ message }) => message)).toEqual([en]);
    expect(found(id, text, {}, 'ja').map(({ message }) => message)).toEqual([ja]);
  });
});
