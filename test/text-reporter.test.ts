import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import type { FileReport, Locale, Problem } from '../src/model.ts';
import { codeFrame } from '../src/reporters/code-frame.ts';
import { reporters } from '../src/reporters/index.ts';
import { visible } from '../src/reporters/visible-text.ts';
import { problemAt, rangeAt } from './problem-at.ts';

const plain = {
  gutter: (text: string) => text,
  mark: (text: string) => text,
  toLine: (line: number) => `… to line ${line}`,
};

const controlStart = '\u001b';

/** The frame of a source in which `⟦` and `⟧` stand around the run. */
function frame(marked: string, width = 100): string[] {
  const start = marked.indexOf('⟦');
  const end = marked.indexOf('⟧') - 1;
  const source = marked.replace('⟦', '').replace('⟧', '');
  return codeFrame(source, rangeAt(source, start, end), { ...plain, width });
}

describe('code frame', () => {
  test.each<[string, string, string[]]>([
    ['ASCII', 'one\ntwo ⟦three⟧ four\nfive', ['2 | two three four', '  |     ^^^^^']],
    ['kanji, kana and full-width digits', '| ⟦５００〜⟧ |', ['1 | | ５００〜 |', '  |   ^^^^^^^^']],
    ['after kanji', '年収⟦a⟧', ['1 | 年収a', '  |     ^']],
    ['half-width katakana', 'ｶﾅ⟦ﾊﾟ⟧', ['1 | ｶﾅﾊﾟ', '  |   ^^']],
    ['a keycap', '1️⃣ ⟦a⟧', ['1 | 1️⃣ a', '  |    ^']],
    ['a keycap of two digits', '⟦10️⃣⟧ a', ['1 | 10️⃣ a', '  | ^^^']],
    ['an emoji of several characters', '👨‍👩‍👧⟦a⟧', ['1 | 👨‍👩‍👧a', '  |   ^']],
    ['a character outside the BMP', '𠮷⟦野⟧家', ['1 | 𠮷野家', '  |   ^^']],
    ['a variant of a kanji', '葛󠄀⟦飾⟧', ['1 | 葛󠄀飾', '  |   ^^']],
    ['a combining mark, underlined with its base', 'か⟦\u3099⟧き', ['1 | か\u3099き', '  | ^^']],
    ['a combining mark without base', '⟦\u3099⟧き', ['1 | ◌\u3099き', '  | ^']],
    ['half of a surrogate pair', '⟦\ud83d⟧ a', ['1 | \\u{d83d} a', '  | ^^^^^^^^']],
    ['tabs', '\ta\t⟦b⟧', ['1 |     a   b', '  |         ^']],
    ['a tab after kanji', '年\t⟦b⟧', ['1 | 年  b', '  |     ^']],
    ['a tab itself', 'a⟦\t⟧b', ['1 | a   b', '  |  ^^^']],
    ['CRLF', 'a\r\n⟦b⟧c\r\nd', ['2 | bc', '  | ^']],
    ['an insertion', 'ab⟦⟧cd', ['1 | abcd', '  |   ^']],
    ['an insertion before a wide character', 'ab⟦⟧年', ['1 | ab年', '  |   ^']],
    ['an insertion at the end of a line', 'ab⟦⟧\r\ncd', ['1 | ab', '  |   ^']],
    ['an insertion at the end of the file', 'ab\n年⟦⟧', ['2 | 年', '  |   ^']],
    ['an insertion after the last line break', 'ab\r\n年\r\n⟦⟧', ['2 | 年', '3 |', '  | ^']],
    ['an insertion after empty lines', 'ab\n\n\n⟦⟧', ['1 | ab', '2 |', '3 |', '4 |', '  | ^']],
    ['an insertion into nothing', '⟦⟧', ['1 |', '  | ^']],
    ['a line break', 'ab⟦\n⟧cd', ['1 | ab', '  |   ^']],
    ['a CRLF line break', 'ab⟦\r\n⟧cd', ['1 | ab', '  |   ^']],
    ['the second half of a CRLF line break', 'ab\r⟦\n⟧cd', ['1 | ab', '  |   ^']],
    ['several lines', 'a ⟦bc\nd\ne⟧f', ['1 | a bc', '  |   ^^ … to line 3']],
    ['whole lines', '⟦ab\ncd\n⟧ef', ['1 | ab', '  | ^^ … to line 2']],
    ['bidi characters', 'a\u202e⟦b⟧', ['1 | a\\u{202e}b', '  |          ^']],
    ['an escape sequence', '⟦\u001b⟧[31m', ['1 | ␛[31m', '  | ^']],
    ['a zero-width space', 'a⟦\u200b⟧b', ['1 | a\\u{200b}b', '  |  ^^^^^^^^']],
    ['line numbers of two digits', `${'\n'.repeat(9)}⟦a⟧`, ['10 | a', '   | ^']],
  ])('%s', (_name, source, lines) => {
    expect(frame(source)).toEqual(lines);
  });

  test.each<[string, string, string[]]>([
    [
      'in the middle',
      `${'あ'.repeat(99)}⟦い⟧${'う'.repeat(99)}`,
      ['1 | …ああああああああいうううううううう…', '  |                  ^^'],
    ],
    ['at the start', `⟦い⟧${'う'.repeat(99)}`, ['1 | いうううううううううううううううう…', '  | ^^']],
    [
      'at the end',
      `${'あ'.repeat(99)}⟦い⟧`,
      ['1 | …ああああああああああああああああい', '  |                                  ^^'],
    ],
    [
      'after the end',
      `${'あ'.repeat(99)}⟦⟧`,
      ['1 | …ああああああああああああああああ', '  |                                  ^'],
    ],
    [
      'longer than the window',
      `${'あ'.repeat(99)}⟦${'い'.repeat(99)}⟧`,
      ['1 | …いいいいいいいいいいいいいいいいい…', `  |  ${'^'.repeat(34)}…`],
    ],
  ])('a long line, %s', (_name, source, lines) => {
    expect(frame(source, 40)).toEqual(lines);
  });

  test('every run of a long line is shown whole, in the width, with the marks below it', () => {
    const line = `薬剤師は、1️⃣👩‍⚕️ pharmacist です。\t𠮷`.repeat(12);
    const graphemes = [...new Intl.Segmenter('ja').segment(line)];
    for (const { segment, index } of graphemes) {
      const [source = '', mark = ''] = codeFrame(line, rangeAt(line, index, index + segment.length), {
        ...plain,
        width: 60,
      });
      expect(stringWidth(source)).toBeLessThanOrEqual(60);
      if (segment === '\t') continue;
      const indent = mark.indexOf('^');
      const before = [...new Intl.Segmenter('ja').segment(source)].map((part) => part.segment);
      let column = 0;
      while (column < indent) column += stringWidth(before.shift() ?? '');
      expect([column, before[0], mark.length - indent]).toEqual([indent, segment, stringWidth(segment)]);
    }
  });

  test('a line is shown whole only if the mark fits as well', () => {
    const line = 'x'.repeat(36);
    expect(frame(`${line}⟦⟧`, 40)).toEqual([`1 | …${line.slice(3)}`, `  | ${' '.repeat(34)}^`]);
    expect(frame(`${line.slice(1)}⟦⟧`, 40)).toEqual([`1 | ${line.slice(1)}`, `  | ${' '.repeat(35)}^`]);
  });

  test('characters of many marks are shown whole or not at all', () => {
    const heavy = `か${'\u3099'.repeat(40)}`;
    const [source = ''] = frame(`${heavy.repeat(99)}⟦${heavy}⟧${heavy.repeat(99)}`, 40);
    const shown = source.slice('1 | …'.length, -1);
    expect(shown).toBe(heavy.repeat(shown.length / heavy.length));
    expect(source.at(-1)).toBe('…');
  });

  test('a line of megabytes takes no noticeable time', () => {
    const line = 'あ'.repeat(2_000_000);
    const started = performance.now();
    codeFrame(line, rangeAt(line, 1_000_000, 2_000_000), { ...plain, width: 100 });
    expect(performance.now() - started).toBeLessThan(500);
  });

  test('positions past the end of the text do not break it', () => {
    const beyond = { line: 9, column: 3, offset: 99 };
    expect(codeFrame('ab', { start: beyond, end: beyond }, { ...plain, width: 80 })).toHaveLength(2);
  });
});

test.each([
  ['漢字 é 👩‍⚕️ 1️⃣ 🏴󠁧󠁢󠁥󠁮󠁧󠁿 葛󠄀', '漢字 é 👩‍⚕️ 1️⃣ 🏴󠁧󠁢󠁥󠁮󠁧󠁿 葛󠄀'],
  ['\u001b]8;;http://x\u0007', '␛]8;;http://x␇'],
  ['a\r\nb\tc\u007f\u0085', 'a␍␊b␉c␡\\u{85}'],
  ['\u2066a\u2069\u2028\ufeff\u00ad', '\\u{2066}a\\u{2069}\\u{2028}\\u{feff}\\u{ad}'],
  ['あ\u200d', 'あ\\u{200d}'],
  ['😀\u{e0041}', '😀\\u{e0041}'],
  ['a\ufe00\ufe01', 'a\ufe00\\u{fe01}'],
])('visible: %j', (text, expected) => {
  expect(visible(text)).toBe(expected);
});

describe('text', () => {
  const source = '# 薬剤師\n\n| レベル | 年収 |\n| --- | --- |\n| 新人 | 五百 |\n';
  const cell = source.indexOf('五百');
  const header = source.indexOf('年収');
  const path = '職業/薬剤師.md';
  const problem: Problem = problemAt(source, cell, cell + 2, {
    path,
    message: '「五百」は範囲ではありません',
    related: [{ message: '列の見出し', range: rangeAt(source, header, header + 2) }],
    fix: { kind: 'safe', title: '数字にする', edits: [] },
  });
  const warning: Problem = problemAt(source, 0, 1, {
    path,
    severity: 'warning',
    fix: { kind: 'unsafe', title: '消す', edits: [] },
  });
  const faulty: FileReport = { path, text: source, type: 'career-guide', problems: [warning, problem] };
  const clean: FileReport = { path: 'b.md', text: '', type: 'interview-guide', problems: [] };
  const render = (files: readonly FileReport[], locale: Locale = 'ja', color = false) =>
    reporters.text.render(files, { color, width: 100, locale });

  test('a whole report', () => {
    expect(render([faulty, clean])).toBe(
      [
        '職業/薬剤師.md (career-guide)',
        '',
        '職業/薬剤師.md:1:1  警告  test-rule',
        '  test message',
        '  1 | # 薬剤師',
        '    | ^',
        '  修正: 消す（--fix --unsafe-fixesで自動修正できますが、内容が変わるおそれがあります）',
        '',
        '職業/薬剤師.md:5:8  エラー  test-rule',
        '  「五百」は範囲ではありません',
        '  5 | | 新人 | 五百 |',
        '    |          ^^^^',
        '  関連: 職業/薬剤師.md:3:9  列の見出し',
        '  3 | | レベル | 年収 |',
        '    |            ^^^^',
        '  修正: 数字にする（--fixで自動修正できます）',
        '',
        '2ファイル（career-guide 1, interview-guide 1）のうち1ファイルに問題があります：エラー1件、警告1件。1件は--fixで自動修正できます。さらに1件は--fix --unsafe-fixesで自動修正できます。',
        '',
      ].join('\n'),
    );
  });

  test.each<[string, FileReport[], string]>([
    ['nothing checked', [], 'No files were checked.'],
    ['no problems', [clean], 'No problems in 1 file (interview-guide 1).'],
    [
      'no types',
      [
        { path: 'a.md', text: '', problems: [] },
        { path: 'b.md', text: '', problems: [] },
      ],
      'No problems in 2 files.',
    ],
    [
      'a file of no type',
      [clean, { path: 'b.md', problems: [problemAt('', 0, 0)] }],
      '1 error in 1 of 2 files checked (interview-guide 1, no type 1).',
    ],
    [
      'both severities',
      [faulty],
      '1 error, 1 warning in 1 of 1 file checked (career-guide 1). 1 fixable with --fix. 1 more fixable with --fix --unsafe-fixes.',
    ],
    [
      'only unsafe fixes',
      [{ ...faulty, problems: [warning, warning] }],
      '2 warnings in 1 of 1 file checked (career-guide 1). 2 fixable with --fix --unsafe-fixes.',
    ],
  ])('summary: %s', (_name, files, summary) => {
    expect(render(files, 'en').trimEnd().split('\n').at(-1)).toBe(summary);
  });

  test('a file without text has its problem without a frame', () => {
    const unread = {
      path: 'c.md',
      problems: [problemAt('', 0, 0, { path: 'c.md', message: 'Expected a file, found a pipe' })],
    };
    expect(render([unread], 'en')).toContain(
      'c.md:1:1  error  test-rule\n  Expected a file, found a pipe\n\n1 error in',
    );
  });

  test('colour adds nothing but colour, and none is none', () => {
    const escapes = new RegExp(`${controlStart}\\[\\d+m`, 'g');
    const colored = render([faulty, clean], 'ja', true);
    expect(colored.match(escapes)?.length).toBeGreaterThan(10);
    expect(colored.replace(escapes, '')).toBe(render([faulty, clean]));
  });

  test('names and messages cannot steer the terminal', () => {
    const evil = 'x\u001b[2J\u202e\n';
    const files: FileReport[] = [
      {
        path: evil,
        text: evil,
        type: evil,
        problems: [
          problemAt(evil, 0, 1, {
            path: evil,
            rule: evil,
            message: evil,
            related: [{ message: evil, range: rangeAt(evil, 0, 1) }],
            fix: { kind: 'safe', title: evil, edits: [] },
          }),
        ],
      },
    ];
    const report = render(files, 'en');
    expect(report).not.toContain(controlStart);
    expect(report).not.toContain('\u202e');
    expect(report.split('\n')).toHaveLength(13);
    expect(report).toContain('x␛[2J\\u{202e}␊:1:1  error  x␛[2J\\u{202e}␊');
  });
});
