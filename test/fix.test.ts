import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkGuides } from '../src/check-guides.ts';
import { main } from '../src/cli.ts';
import { applyEdits } from '../src/fix/apply-edits.ts';
import { type FixResult, fixGuides } from '../src/fix/fix-guides.ts';
import { lineEdits } from '../src/fix/line-edits.ts';
import { lostSentences } from '../src/fix/lost-sentences.ts';
import { bindGuide } from '../src/guide-types/bind-guide.ts';
import { type GuideType, guideTypeOf } from '../src/guide-types/guide-type.ts';
import type { Fix, Guide, Problem, SchemaNode, SourceFile } from '../src/model.ts';
import { parseDocument } from '../src/parse/parse-document.ts';
import { rules } from '../src/rules/index.ts';
import { type Example, problemOf } from '../src/rules/rule.ts';
import { findSuppressions } from '../src/suppress/find-suppressions.ts';
import { suppressProblems } from '../src/suppress/suppress-problems.ts';
import { type TestHost, testHost } from './test-host.ts';

describe('applyEdits', () => {
  it.each([
    ['味噌汁', [], '味噌汁'],
    ['a b c', [edit(4, 5, 'C'), edit(0, 1, 'A')], 'A b C'],
    ['お茶', [edit(0, 0, '「'), edit(2, 2, '」')], '「お茶」'],
    ['abc', [edit(0, 1, ''), edit(1, 2, 'x')], 'xc'],
    ['abc', [edit(1, 2, ''), edit(1, 1, 'x')], 'axc'],
  ])('%j with %j', (text, edits, wanted) => {
    expect(applyEdits(text, edits)).toBe(wanted);
  });

  it.each([
    ['overlapping', [edit(0, 2, ''), edit(1, 3, '')]],
    ['outside', [edit(2, 9, '')]],
  ])('refuses %s edits', (_name, edits) => {
    expect(() => applyEdits('abc', edits)).toThrow(RangeError);
  });
});

describe('lineEdits', () => {
  it.each([
    ['a line in the middle', '鍋\n椀\n箸\n', '鍋\n皿\n箸\n', [edit(2, 4, '皿\n')]],
    ['a new line', '鍋\n箸\n', '鍋\n椀\n箸\n', [edit(2, 2, '椀\n')]],
    ['a line less', '鍋\n椀\n箸\n', '鍋\n箸\n', [edit(2, 4, '')]],
    ['two lines apart', '鍋\n椀\n箸\n匙\n', '釜\n椀\n箸\n杓\n', [edit(0, 2, '釜\n'), edit(6, 8, '杓\n')]],
    ['a last line without its end', '鍋\n椀', '鍋\n皿', [edit(2, 3, '皿')]],
    ['nothing', '鍋\n', '鍋\n', []],
  ])('%s', (_name, before, after, edits) => {
    expect(lineEdits(before, after)).toEqual(edits);
    expect(applyEdits(before, edits)).toBe(after);
  });
});

function edit(start: number, end: number, text: string): Fix['edits'][number] {
  return { range: { start, end }, text };
}

/** A rule for these tests: what it finds, what it puts there, and whether that is safe. */
interface Finder {
  readonly id: string;
  readonly find: RegExp;
  readonly put?: string | ((match: string) => string);
  readonly unsafe?: boolean;
}

function fix(texts: Readonly<Record<string, string>>, finders: readonly Finder[], unsafe = false) {
  const bind = (source: SourceFile): Guide => bindGuide(parseDocument(source), guideTypeOf('example', {}));
  const check = (guides: readonly Guide[]) => new Map(guides.map((guide) => [guide, problemsIn(guide, finders)]));
  const guides = Object.entries(texts).map(([path, text]) => bind({ path, text, bom: false }));
  const result = fixGuides(guides, { unsafe, check, bind });
  return { ...result, texts: textsOf(result) };
}

function problemsIn(guide: Guide, finders: readonly Finder[]): Problem[] {
  const { text } = guide.document.source;
  return finders.flatMap(({ id, find, put, unsafe }) =>
    [...text.matchAll(find)].map(({ 0: match, index }) => {
      const range = { start: index, end: index + match.length };
      const replacement = typeof put === 'function' ? put(match) : put;
      const made: Fix | undefined =
        replacement === undefined
          ? undefined
          : { kind: unsafe ? 'unsafe' : 'safe', title: 'put it right', edits: [{ range, text: replacement }] };
      return problemOf({ range, message: id, ...(made && { fix: made }) }, { id, severity: 'error' }, guide);
    }),
  );
}

function textsOf({ problems }: FixResult): string[] {
  return [...problems.keys()].map(({ document }) => document.source.text);
}

describe('fixGuides', () => {
  const doubled: Finder = { id: 'doubled', find: /をを/g, put: 'を' };

  it('makes safe fixes, and unsafe ones when asked', () => {
    const guess: Finder = { id: 'guess', find: /たぶん/g, put: '', unsafe: true };
    const text = 'たぶん豆腐をを切ります。\n';
    expect(fix({ 'a.md': text }, [doubled, guess]).texts).toEqual(['たぶん豆腐を切ります。\n']);
    expect(fix({ 'a.md': text }, [doubled, guess], true).texts).toEqual(['豆腐を切ります。\n']);
  });

  it('leaves what touches another fix to the next pass', () => {
    const { texts, fixed, dropped } = fix({ 'a.md': '豆腐をををを切ります。\n' }, [doubled]);
    expect(texts).toEqual(['豆腐を切ります。\n']);
    expect(fixed.get('a.md')).toBeGreaterThan(1);
    expect(dropped).toEqual([]);
  });

  it.each([
    ['CRLF', '# 鍋\r\n\r\n豆腐をを切る。\r\n| a |\r\n', '# 鍋\r\n\r\n豆腐を\r\n切る。\r\n| a |\r\n'],
    ['no final line break', '豆腐をを切る。', '豆腐を\n切る。'],
    ['mixed line ends', 'あ\r\nい\nをを', 'あ\r\nい\nを\r\n'],
  ])('keeps every other byte: %s', (_name, text, wanted) => {
    const broken: Finder = { ...doubled, put: 'を\n' };
    expect(fix({ 'a.md': text }, [broken]).texts).toEqual([wanted]);
  });

  it('keeps the final line break', () => {
    const chat: Finder = { id: 'chat', find: /\n以上です。\n$/g, put: '' };
    expect(fix({ 'a.md': '豆腐。\n以上です。\n' }, [chat]).texts).toEqual(['豆腐。\n']);
  });

  it('drops a fix that adds a problem, keeps the others, and names the rule', () => {
    const worse: Finder = { id: 'worse', find: /塩/g, put: '砂糖' };
    const sugar: Finder = { id: 'no-sugar', find: /砂糖/g };
    const { texts, dropped, fixed } = fix({ 'a.md': '塩をを入れ、味噌をを溶く。\n' }, [doubled, worse, sugar]);
    expect(texts).toEqual(['塩を入れ、味噌を溶く。\n']);
    expect(dropped).toEqual([{ path: 'a.md', rule: 'worse', reason: 'adds-problem' }]);
    expect(fixed.get('a.md')).toBe(2);
  });

  it('finds the one that does harm among many, in one file and over several', () => {
    const worse: Finder = { id: 'worse', find: /塩/g, put: '砂糖' };
    const sugar: Finder = { id: 'no-sugar', find: /砂糖/g };
    const text = '豆腐をを切る。\n\n塩を入れる。\n\n味噌をを溶く。\n\n葱をを散らす。\n';
    const wanted = text.replaceAll('をを', 'を');
    const others = { 'b.md': '麺をを茹でる。\n', 'c.md': '胡麻をを擂る。\n' };
    const { texts, dropped, fixed } = fix({ 'a.md': text, ...others }, [doubled, worse, sugar]);
    expect(texts).toEqual([wanted, '麺を茹でる。\n', '胡麻を擂る。\n']);
    expect(dropped).toEqual([{ path: 'a.md', rule: 'worse', reason: 'adds-problem' }]);
    expect(Object.fromEntries(fixed)).toEqual({ 'a.md': 3, 'b.md': 1, 'c.md': 1 });
  });

  it('takes back what only later turns out to do harm', () => {
    const salt: Finder = { id: 'salt', find: /塩/g, put: '甘い物' };
    const sweet: Finder = { id: 'sweet', find: /甘い物/g, put: '砂糖と蜜' };
    const sugar: Finder = { id: 'no-sugar', find: /砂糖|蜜/g };
    const { texts, dropped } = fix({ 'a.md': '塩を入れ、味噌をを溶く。\n' }, [doubled, salt, sweet, sugar]);
    expect(texts).toEqual(['塩を入れ、味噌を溶く。\n']);
    expect(dropped.map(({ rule }) => rule).sort()).toEqual(['salt', 'sweet']);
  });

  it('tries again what did harm only before others were made', async () => {
    const host = testHost({ files: { 'a.md': '<!--guidepost-disa*-->\n<!--guidepost-enable-->]\n' } });
    await main(['lint', '--fix', '--unsafe-fixes'], host);
    const once = readFileSync(join(host.cwd, 'a.md'), 'utf8');
    expect(once).toBe('<!--guidepost-disable -- *-->\n<!--guidepost-enable-->]\n');
    await main(['lint', '--fix', '--unsafe-fixes'], host);
    expect(readFileSync(join(host.cwd, 'a.md'), 'utf8')).toBe(once);
  });

  it('drops a fix whose harm shows in another file', () => {
    const bind = (source: SourceFile): Guide => bindGuide(parseDocument(source), guideTypeOf('example', {}));
    const capital: Finder = { id: 'capital', find: /Soup/g, put: 'soup' };
    const check = (guides: readonly Guide[]) => {
      const names = guides.map(({ document }) => document.source.text);
      return new Map(
        guides.map((guide) => {
          const isTwice = names.filter((name) => name === guide.document.source.text).length > 1;
          const twice: Finder = { id: 'unique', find: isTwice ? /^./g : /^\b$/g };
          return [guide, problemsIn(guide, guide.document.source.path === 'a.md' ? [twice] : [twice, capital])];
        }),
      );
    };
    const guides = [
      bind({ path: 'a.md', text: 'soup\n', bom: false }),
      bind({ path: 'b.md', text: 'Soup\n', bom: false }),
    ];
    const result = fixGuides(guides, { unsafe: false, check, bind });
    expect(textsOf(result)).toEqual(['soup\n', 'Soup\n']);
    expect(result.dropped).toEqual([{ path: 'b.md', rule: 'capital', reason: 'adds-problem' }]);
  });

  it('lets a fix uncover what another fix puts right', () => {
    const first: Finder = { id: 'first', find: /はは/g, put: 'はをを' };
    expect(fix({ 'a.md': '私はは切る。\n' }, [doubled, first]).texts).toEqual(['私はを切る。\n']);
  });

  it('drops a safe fix that loses a sentence; an unsafe one may', () => {
    const cut = { id: 'cut', find: /豆腐は水を切ってから使います。/g, put: '' };
    const text = '味噌を溶きます。豆腐は水を切ってから使います。\n';
    expect(fix({ 'a.md': text }, [cut])).toMatchObject({
      texts: [text],
      dropped: [{ path: 'a.md', rule: 'cut', reason: 'loses-text' }],
    });
    expect(fix({ 'a.md': text }, [{ ...cut, unsafe: true }], true).texts).toEqual(['味噌を溶きます。\n']);
  });

  it('leaves the text alone where fixes undo each other', () => {
    const there: Finder = { id: 'kanji', find: /出汁/g, put: 'だし' };
    const back: Finder = { id: 'kana', find: /だし/g, put: '出汁' };
    const { texts, dropped, fixed } = fix({ 'a.md': '出汁を取る。味噌をを溶く。\n' }, [there, back, doubled]);
    expect(dropped.map(({ rule, reason }) => `${rule} ${reason}`).sort()).toEqual([
      'kana unsettled',
      'kanji unsettled',
    ]);
    expect(texts).toEqual(['出汁を取る。味噌を溶く。\n']);
    expect(fixed.get('a.md')).toBe(1);
    expect(fix({ 'a.md': texts[0] ?? '' }, [there, back, doubled]).texts).toEqual(texts);
  });

  it('leaves out what does not end after ten passes, and says which rule would go on', () => {
    const growing: Finder = { id: 'growing', find: /あ+/g, put: (match) => `${match}あ` };
    const { texts, dropped } = fix({ 'a.md': 'あ\n' }, [growing]);
    expect(texts).toEqual(['あ\n']);
    expect(dropped).toEqual([{ path: 'a.md', rule: 'growing', reason: 'unsettled' }]);
  });

  it('leaves out the same fix once, however often it would be made', () => {
    const longer: Finder = { id: 'longer', find: /^あ/g, put: 'ああ' };
    const { texts, dropped, fixed } = fix({ 'a.md': 'あ。豆腐をを切る。\n' }, [longer, doubled]);
    expect(texts).toEqual(['あ。豆腐を切る。\n']);
    expect(dropped).toEqual([{ path: 'a.md', rule: 'longer', reason: 'unsettled' }]);
    expect(fixed.get('a.md')).toBe(1);
  });

  it('takes back fixes that lead step by step to a problem that was not there', () => {
    const salt: Finder = { id: 'salt', find: /塩/g, put: '甘い物' };
    const sweet: Finder = { id: 'sweet', find: /甘い物/g, put: '砂糖' };
    const still: Finder = { id: 'sweet', find: /砂糖/g };
    const { texts, dropped } = fix({ 'a.md': '塩を入れる。\n', 'b.md': '味噌をを溶く。\n' }, [
      doubled,
      salt,
      sweet,
      still,
    ]);
    expect(texts).toEqual(['塩を入れる。\n', '味噌を溶く。\n']);
    expect(dropped).toEqual([
      { path: 'a.md', rule: 'salt', reason: 'adds-problem' },
      { path: 'a.md', rule: 'sweet', reason: 'adds-problem' },
    ]);
  });

  it('makes the other fixes of a file in which one rule would go on for ever', () => {
    const growing: Finder = { id: 'growing', find: /あ+/g, put: (match) => `${match}あ` };
    const { texts, dropped, fixed } = fix({ 'a.md': 'あ。豆腐をを切る。\n' }, [growing, doubled]);
    expect(texts).toEqual(['あ。豆腐を切る。\n']);
    expect(dropped).toEqual([{ path: 'a.md', rule: 'growing', reason: 'unsettled' }]);
    expect(fixed.get('a.md')).toBe(1);
  });

  it('does not make a fix that changes nothing', () => {
    const idle: Finder = { id: 'idle', find: /鍋/g, put: '鍋' };
    expect(fix({ 'a.md': '# 鍋\n' }, [idle]).dropped).toEqual([{ path: 'a.md', rule: 'idle', reason: 'broken' }]);
  });
});

describe('lostSentences', () => {
  const lost = (before: string, after: string) => {
    const parse = (text: string) => parseDocument({ path: 'a.md', text, bom: false });
    return lostSentences(parse(before), parse(after)).length;
  };
  it.each([
    ['emphasis moved', '彼は**「強い」**と言われることが多い。\n', '彼は「**強い**」と言われることが多い。\n'],
    ['a doubled particle gone', '豆腐は水気をを切ってから使います。\n', '豆腐は水気を切ってから使います。\n'],
    [
      'a list unwrapped from code',
      '```\n- Peel the potatoes and slice them.\n```\n',
      '- Peel the potatoes and slice them.\n',
    ],
    [
      'sentences in another order',
      '先に野菜を炒めておきます。後で水を加えて煮ます。\n',
      '後で水を加えて煮ます。先に野菜を炒めておきます。\n',
    ],
    ['a list instead of a string', '---\nk: potatoes, leeks, cream\n---\n', '---\nk: [potatoes, leeks, cream]\n---\n'],
    ['a renamed heading', '# A heading that was long\n', '# Short\n'],
    ['a link in bold type', '**[鍋の話](https://example.org/nabe)**を\n', '[**鍋の話**](https://example.org/nabe)を\n'],
    ['a picture moved', '![鍋から湯気が立っています](a.png)\n\n鍋。\n', '鍋。\n\n![鍋から湯気が立っています](a.png)\n'],
  ])('none: %s', (_name, before, after) => {
    expect(lost(before, after)).toBe(0);
  });
  it.each([
    ['a sentence of a paragraph', '先に野菜を炒めておきます。後で水を加えます。\n', '後で水を加えます。\n'],
    ['half a sentence', 'Peel the potatoes, slice them and keep them in water.\n', 'Peel the potatoes, slice them.\n'],
    ['a cell', '| a |\n| - |\n| a small pot of cream |\n', '| a |\n| - |\n| |\n'],
    ['the address of a link', '[鍋の話](https://example.org/nabe)を\n', '鍋の話を\n'],
    ['the words of a picture', '![鍋から湯気が立っています](a.png)\n\n鍋。\n', '鍋。\n'],
    ['a value', '---\nd: 冬の夜に家族で食べたい鍋\n---\n', '---\nd: 鍋\n---\n'],
  ])('one: %s', (_name, before, after) => {
    expect(lost(before, after)).toBe(1);
  });
});

describe('the fixes of the rules', () => {
  const examples = rules.flatMap((rule) =>
    rule.examples.reject.map((example) => [rule.id, example.guide, example] as const),
  );

  it.each(examples)('%s: %j is made no worse, and a second run changes nothing', (id, _guide, example) => {
    const first = fixExample(id, example);
    expect(first.dropped).toEqual([]);
    expect(first.after).toBeLessThanOrEqual(first.before);
    const again = fixExample(id, { ...example, guide: first.text });
    expect(again.text).toBe(first.text);
  });

  const types = new Map<string, GuideType>();
  function typeOf(node: SchemaNode): GuideType {
    const key = JSON.stringify(node);
    const made = types.get(key) ?? guideTypeOf('example', node);
    types.set(key, made);
    return made;
  }

  function fixExample(id: string, example: Example) {
    const type = typeOf(example.type ?? {});
    const settings = new Map(
      rules.map((rule) => {
        const options = rule.id === id ? (example.options ?? rule.options?.defaults) : rule.options?.defaults;
        return [rule.id, { severity: undefined, options, severityFrom: 'default', optionsFrom: 'default' }];
      }),
    );
    const bind = (source: SourceFile): Guide => bindGuide(parseDocument(source), type, example.fit);
    const check = (guides: readonly Guide[]) => {
      const checked = checkGuides(guides, { rules, settings: { settingsFor: () => settings }, locale: 'en' });
      return new Map(
        [...checked].map(([guide, problems]) => [guide, suppressProblems(problems, findSuppressions(guide.document))]),
      );
    };
    const guide = bind({ path: example.path ?? 'example.md', text: example.guide, bom: false });
    const others = (example.others ?? []).map(({ path, guide: text }) => bind({ path, text, bom: false }));
    const before = check([guide, ...others]).get(guide)?.length ?? 0;
    const { problems, dropped } = fixGuides([guide, ...others], { unsafe: false, check, bind });
    const [[fixed, left] = [guide, []]] = problems;
    return { text: fixed.document.source.text, before, after: left.length, dropped };
  }
});

const schema: SchemaNode = {
  type: 'object',
  required: ['intro'],
  properties: { intro: { type: 'string', minLength: 5, 'x-source': { prose: 'rest' } } },
};
const type = JSON.stringify(schema);

async function run(host: TestHost, ...argv: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  host.output.stdout = '';
  host.output.stderr = '';
  const code = await main(argv, host);
  return { code, ...host.output };
}

describe('lint --fix', () => {
  const broken = 'この鍋は**「強い」**と言われます。\n';
  const mended = 'この鍋は「**強い**」と言われます。\n';
  const lint = ['lint', '--type', 'soup.schema.json', '--locale', 'en'];

  it('writes what it mends, says how much, and reports the rest', async () => {
    const host = testHost({ files: { 'soup.schema.json': type, '鍋.md': `\uFEFF${broken}`, 'b.md': '煮る\n' } });
    chmodSync(join(host.cwd, '鍋.md'), 0o640);
    const { code, stdout, stderr } = await run(host, ...lint, '--fix');
    expect(code).toBe(1);
    expect(stdout).toContain('b.md:1:1  error  text-length');
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('1 error in 1 of 2 files checked (soup 2). 1 problem fixed.');
    expect(stderr).toBe('');
    expect(readFileSync(join(host.cwd, '鍋.md'), 'utf8')).toBe(`\uFEFF${mended}`);
    expect(statSync(join(host.cwd, '鍋.md')).mode & 0o777).toBe(0o640);
    const again = await run(host, ...lint, '--fix', '鍋.md');
    expect(again).toEqual({ code: 0, stdout: 'No problems in 1 file (soup 1).\n', stderr: '' });
  });

  it.each([
    ['CR alone', '豆腐をを切る。\r\r次に煮る。\r', '豆腐を切る。\r\r次に煮る。\r'],
    ['a byte order mark', '\uFEFF豆腐をを切る。\n', '\uFEFF豆腐を切る。\n'],
    ['both', '\uFEFF豆腐をを切る。\r次に煮る。\r', '\uFEFF豆腐を切る。\r次に煮る。\r'],
  ])('keeps how the file is written: %s', async (_name, text, wanted) => {
    const host = testHost({ files: { '鍋.md': text } });
    await main(['lint', '--fix', '鍋.md'], host);
    expect(readFileSync(join(host.cwd, '鍋.md'), 'utf8')).toBe(wanted);
  });

  it('says it in Japanese', async () => {
    const host = testHost({ files: { 'soup.schema.json': type, '鍋.md': broken } });
    const { stdout } = await run(host, 'lint', '--type', 'soup.schema.json', '--locale', 'ja', '--fix');
    expect(stdout).toBe('1ファイルを確認しました（soup 1）。問題はありません。1件を修正しました。\n');
  });

  it('shows a diff and writes nothing with --diff', async () => {
    const host = testHost({ files: { 'soup.schema.json': type, '鍋.md': broken } });
    const { code, stdout, stderr } = await run(host, ...lint, '--diff');
    expect(code).toBe(1);
    expect(stdout).toBe(`--- a/鍋.md\n+++ b/鍋.md\n@@ -1,1 +1,1 @@\n-${broken}+${mended}`);
    expect(stderr).toBe('1 problem would be fixed in 1 file, 0 would be left.\n');
    expect(readFileSync(join(host.cwd, '鍋.md'), 'utf8')).toBe(broken);
  });

  it('prints nothing with --diff when all is well', async () => {
    const host = testHost({ files: { 'soup.schema.json': type, '鍋.md': mended } });
    expect(await run(host, ...lint, '--diff', '--fix')).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  it('fails with --diff when errors are left, though there is nothing to show', async () => {
    const host = testHost({ files: { 'soup.schema.json': type, '鍋.md': '煮る\n' } });
    expect(await run(host, ...lint, '--diff')).toEqual({ code: 1, stdout: '', stderr: '' });
  });

  it('does not overwrite a file that changed while it was checked', async () => {
    const host = testHost({ files: { 'soup.schema.json': type, '鍋.md': broken } });
    const path = join(host.cwd, '鍋.md');
    const files = {
      ...host.files,
      async readFile(read: string) {
        const content = await host.files.readFile(read);
        if (read === path) writeFileSync(path, '別の人が書いた文です。\n');
        return content;
      },
    };
    const { code, stdout, stderr } = await run({ ...host, files }, ...lint, '--fix');
    expect(code).toBe(2);
    expect(stderr).toBe('鍋.md: not written, because the file was changed in the meantime; run guidepost again.\n');
    expect(stdout).toContain('no-broken-emphasis');
    expect(stdout).not.toContain('fixed.');
    expect(readFileSync(path, 'utf8')).toBe('別の人が書いた文です。\n');
  });

  it.each([
    [['--unsafe-fixes'], '--unsafe-fixes only says which fixes are made; add --fix or --diff.'],
    [
      ['--stdin-file-path', 'a.md', 'b.md'],
      '--stdin-file-path checks standard input only; leave out the other paths, or the flag.',
    ],
    [['--diff', '--update-baseline'], '--update-baseline writes a file and --diff writes none; leave out one of them.'],
  ])('refuses %j', async (flags, sentence) => {
    const host = testHost({ files: { 'soup.schema.json': type, 'a.md': broken } });
    expect(await run(host, ...lint, ...flags)).toEqual({ code: 2, stdout: '', stderr: `guidepost: ${sentence}\n` });
  });
});

describe('lint --stdin-file-path', () => {
  const lint = ['lint', '--type', 'soup.schema.json', '--locale', 'en', '--stdin-file-path', 'soups/鍋.md'];
  const files = { 'soup.schema.json': type };

  it('reports under the path that was given', async () => {
    const host = testHost({ files, stdin: '煮る\n' });
    const { code, stdout } = await run(host, ...lint, '--format', 'compact');
    expect(code).toBe(1);
    expect(stdout).toMatch(/^soups\/鍋\.md:1:1: error: .* \[text-length\]\n$/);
  });

  it('prints the fixed text with --fix, and the report on stderr', async () => {
    const host = testHost({ files, stdin: '\uFEFFこの鍋は**「強い」**と言われます。\r\n' });
    const { code, stdout, stderr } = await run(host, ...lint, '--fix');
    expect(code).toBe(0);
    expect(stdout).toBe('\uFEFFこの鍋は「**強い**」と言われます。\r\n');
    expect(stderr).toBe('No problems in 1 file (soup 1). 1 problem fixed.\n');
  });

  it('prints the text as it is with --fix when there is nothing to fix', async () => {
    const host = testHost({ files, stdin: '煮る\n' });
    expect(await run(host, ...lint, '--fix', '--quiet')).toMatchObject({ code: 1, stdout: '煮る\n' });
  });
});
