import { describe, expect, test } from 'vitest';
import type { FileReport } from '../src/model.ts';
import { htmlFrame } from '../src/reporters/html/html-frame.ts';
import { reporters } from '../src/reporters/index.ts';
import { renderRunChanges } from '../src/reporters/run-changes.ts';
import { problemAt, rangeAt } from './problem-at.ts';

const plain = { color: false, width: 100, locale: 'en' } as const;

describe('the lines of a problem on a page', () => {
  /** Each line with its number; what is marked in brackets. */
  const frame = (text: string, start: number, end: number): string[] =>
    htmlFrame(text, rangeAt(text, start, end), (line) => `to line ${line}`)
      .text.replaceAll(/<mark[^>]*>/g, '[')
      .replaceAll('</mark>', ']')
      .replaceAll('<span class="number" aria-hidden="true">', '\n')
      .replaceAll('<span class="rest">', '\n')
      .replaceAll(/<\/span><span>/g, ' ')
      .replaceAll(/<[^>]*>/g, '')
      .split('\n')
      .slice(1);

  test.each([
    ['the first line', 'おでん\n', 0, 3, ['1 [おでん]']],
    ['a line with the one before', '# おでん\n\n## 材料\n', 7, 12, ['2 ', '3 [## 材料]']],
    ['a line below an empty first one', '\n# おでん\n', 3, 6, ['1 ', '2 # [おでん]']],
    ['lines that end with CRLF', 'one\r\ntwo\r\n', 5, 8, ['1 one', '2 [two]']],
    ['a place without a width', 'one\n', 1, 1, ['1 o[]ne']],
    ['the end of the file', 'one\n', 4, 4, ['1 one', '2 []']],
    ['six lines', '1\n2\n3\n4\n5\n6\n', 0, 11, ['1 [1]', '2 [2]', '3 [3]', '4 [4]', '5 [5]', '6 [6]']],
    [
      'seven lines',
      '1\n2\n3\n4\n5\n6\n7\n',
      0,
      13,
      ['1 [1]', '2 [2]', '3 [3]', '4 [4]', '5 [5]', '6 [6]', 'to line 7'],
    ],
  ])('%s', (_what, text, start, end, lines) => {
    expect(frame(text, start, end)).toEqual(lines);
  });

  test('a long line is cut far from the mark, and never within a character', () => {
    const before = `${'汁'.repeat(10)}${'𠮷'.repeat(120)}x`;
    const text = `${before}味噌${'y'}${'𠮷'.repeat(120)}\n`;
    expect(frame(text, before.length, before.length + 2)).toEqual([
      `1 …${'𠮷'.repeat(119)}x[味噌]y${'𠮷'.repeat(119)}…`,
    ]);
    const long = `${'湯'.repeat(241)}\n煮る\n`;
    expect(frame(long, 242, 244)).toEqual([`1 ${'湯'.repeat(240)}…`, '2 [煮る]']);
  });

  test('a file whose text is unknown has no lines', () => {
    const file = { path: 'guides/豚汁.md', problems: [problemAt('', 0, 0, { path: 'guides/豚汁.md' })] };
    const page = reporters.html.render([file], plain);
    expect(page).toContain('guides/豚汁.md');
    expect(page).toContain('test message');
    expect(page).not.toContain('<pre class="frame">');
  });
});

describe('annotations for GitHub', () => {
  const text = '# Oden\n\nSimmer.\n\nServe.\n';
  test.each([
    ['a run within a line', 2, 6, 'line=1,endLine=1,col=3,endColumn=7'],
    ['a line with its end', 0, 7, 'line=1,endLine=1'],
    ['several lines', 0, 15, 'line=1,endLine=3'],
    ['several lines with the end of the last', 8, 25, 'line=3,endLine=5'],
    ['nothing at the start of a line', 8, 8, 'line=3,endLine=3,col=1,endColumn=1'],
  ])('mark %s', (_what, start, end, place) => {
    const problems = [problemAt(text, start, end)];
    const command = reporters.github.render([{ path: 'guide.md', text, problems }], plain);
    expect(command).toContain(`::error file=guide.md,${place},title=test-rule::`);
  });
});

describe('what changed since the last run', () => {
  const text = '# おでん\n';
  const fresh: FileReport = {
    path: 'guides/おでん.md',
    text,
    problems: [problemAt(text, 2, 5, { path: 'guides/おでん.md' })],
  };
  const solved = problemAt(text, 2, 5, { path: 'guides/汁.md', message: 'the soup is cold' });

  test.each([
    ['en', 'solved: guides/汁.md  the soup is cold  test-rule\n'],
    ['ja', '解消: guides/汁.md  the soup is cold  test-rule\n'],
  ] as const)('is plain without colours, in %s', (locale, line) => {
    const shown = renderRunChanges({ fresh: [], solved: [solved] }, [], { ...plain, locale });
    expect(shown).toContain(line);
    expect(shown).not.toContain('\u001b');
  });

  test('is coloured where that is wanted', () => {
    const shown = renderRunChanges({ fresh: [fresh], solved: [solved] }, [fresh], { ...plain, color: true });
    expect(shown).toContain(
      '\u001b[32msolved:\u001b[39m guides/汁.md  the soup is cold  \u001b[2mtest-rule\u001b[22m\n',
    );
    expect(shown).toContain('guides/おでん.md');
  });
});
