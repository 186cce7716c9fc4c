import { describe, expect, test } from 'vitest';
import type { Edit, FileReport, Fix } from '../src/model.ts';
import { coveringEdit } from '../src/reporters/covering-edit.ts';
import { reporters } from '../src/reporters/index.ts';
import { problemAt } from './problem-at.ts';

const options = { color: true, width: 100, locale: 'ja' } as const;
const render = (...files: FileReport[]) => JSON.parse(reporters.json.render(files, options));
const edit = (start: number, end: number, text: string): Edit => ({ range: { start, end }, text });
const fix = (kind: Fix['kind'], ...edits: Edit[]): Fix => ({ kind, title: '直す', edits });

describe('json', () => {
  test('has the shape of ESLint’s results, clean files included', () => {
    const text = '# 薬剤師\n\n年収 500〜800\n';
    const report: FileReport = {
      path: '職業/薬剤師.md',
      text,
      problems: [
        problemAt(text, 2, 5, { severity: 'error', fix: fix('safe', edit(3, 4, '師'), edit(2, 2, '名')) }),
        problemAt(text, text.length, text.length, { severity: 'warning', fix: fix('unsafe', edit(0, 1, '##')) }),
      ],
    };
    expect(render(report, { path: 'clean.md', text: '', problems: [] })).toEqual([
      {
        filePath: '職業/薬剤師.md',
        messages: [
          {
            ruleId: 'test-rule',
            severity: 2,
            message: 'test message',
            line: 1,
            column: 3,
            endLine: 1,
            endColumn: 6,
            fix: { range: [2, 4], text: '名薬師' },
          },
          {
            ruleId: 'test-rule',
            severity: 1,
            message: 'test message',
            line: 4,
            column: 1,
            endLine: 4,
            endColumn: 1,
            suggestions: [{ desc: '直す', fix: { range: [0, 1], text: '##' } }],
          },
        ],
        suppressedMessages: [],
        errorCount: 1,
        fatalErrorCount: 0,
        warningCount: 1,
        fixableErrorCount: 1,
        fixableWarningCount: 0,
        usedDeprecatedRules: [],
      },
      {
        filePath: 'clean.md',
        messages: [],
        suppressedMessages: [],
        errorCount: 0,
        fatalErrorCount: 0,
        warningCount: 0,
        fixableErrorCount: 0,
        fixableWarningCount: 0,
        usedDeprecatedRules: [],
      },
    ]);
  });

  test('a file without text is fatal and has no fix', () => {
    const [result] = render({
      path: 'a.md',
      problems: [problemAt('', 0, 0, { severity: 'error', fix: fix('safe', edit(0, 0, 'x')) })],
    });
    expect(result).toMatchObject({
      errorCount: 1,
      fatalErrorCount: 1,
      fixableErrorCount: 0,
      messages: [{ fatal: true }],
    });
    expect(result.messages[0]).not.toHaveProperty('fix');
  });

  test('no files are an empty array', () => {
    expect(reporters.json.render([], options)).toBe('[]\n');
  });
});

describe('covering edit', () => {
  const text = 'abcdefgh';
  test.each<[string, Edit[], Edit | undefined]>([
    ['one edit', [edit(1, 2, 'X')], edit(1, 2, 'X')],
    ['edits in any order, with the text between', [edit(5, 6, 'Y'), edit(1, 2, 'X')], edit(1, 6, 'XcdeY')],
    ['insertions, deletions, neighbours', [edit(1, 1, '+'), edit(1, 3, ''), edit(3, 4, 'D')], edit(1, 4, '+D')],
    ['two insertions at one place keep their order', [edit(2, 2, '1'), edit(2, 2, '2')], edit(2, 2, '12')],
    ['overlapping edits', [edit(1, 4, 'X'), edit(3, 5, 'Y')], undefined],
    ['no edits', [], undefined],
  ])('%s', (_name, edits, expected) => {
    expect(coveringEdit(edits, text)).toEqual(expected);
  });
});

describe('compact', () => {
  test('one line a problem, whatever the message holds', () => {
    const problem = problemAt('ab\ncd', 4, 5, {
      severity: 'warning',
      path: 'a\u001b[31m.md',
      message: '「薬\n剤\u202e師」',
    });
    const files = [{ path: 'a', text: 'ab\ncd', problems: [problem, problem] }];
    const line = 'a␛[31m.md:2:2: warning: 「薬␊剤\\u{202e}師」 [test-rule]\n';
    expect(reporters.compact.render(files, options)).toBe(line + line);
    expect(reporters.compact.render([{ path: 'a', text: '', problems: [] }], options)).toBe('');
  });
});
