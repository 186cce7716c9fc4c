import { describe, expect, it } from 'vitest';
import { type Bug, bugOf } from '../src/bug.ts';
import { printBugs } from '../src/commands/print-bugs.ts';
import { printFailure } from '../src/commands/print-failure.ts';
import { UserError } from '../src/errors.ts';
import { version } from '../src/version.ts';
import { cocktail, obeyedIn } from './hostile-strings.ts';
import { testHost } from './test-host.ts';

const boom = (): never => {
  throw new TypeError('茶 is not a function');
};

function thrown(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

function printed(bugs: readonly Bug[], locale: 'en' | 'ja' = 'en'): string {
  const host = testHost();
  printBugs(bugs, locale, host);
  return host.output.stderr;
}

describe('a bug at one guide', () => {
  const bug = bugOf(thrown(boom), { path: '職業/薬剤師.md', stage: 'check', rule: 'text-length' });

  it('is data, with the stack', () => {
    expect(JSON.parse(JSON.stringify(bug))).toEqual(bug);
    expect(bug).toMatchObject({ path: '職業/薬剤師.md', stage: 'check', rule: 'text-length' });
    expect(bug.stack).toMatch(/^TypeError: 茶 is not a function\n\s+at boom /);
  });

  it('is reported with the guide, the rule, the version and the stack, in both languages', () => {
    const english = printed([bug]);
    expect(english.split('\n')[0]).toBe(
      `guidepost: This is a bug in guidepost ${version}, not in your guide: checking "職業/薬剤師.md" (text-length) failed. All else was done without it; please report it with the text below.`,
    );
    expect(english).toMatch(/\nTypeError: 茶 is not a function\n\s+at boom .*bugs\.test\.ts/);
    expect(printed([bug], 'ja').split('\n')[0]).toBe(
      `guidepost: これはガイドではなくguidepost ${version}の不具合です。「職業/薬剤師.md」の確認（text-length）に失敗しました。残りは処理しました。お手数ですが、以下の内容を添えてご報告ください。`,
    );
  });

  it('is reported once however many guides it is at, and apart from others', () => {
    const text = printed([
      ...['a.md', 'b.md', 'c.md'].map((path) => ({ ...bug, path })),
      bugOf(thrown(boom), { path: 'd.md', stage: 'write', rule: 'html' }),
      bugOf('no error at all', { path: 'e.md', stage: 'bind' }),
    ]);
    expect(text.match(/^guidepost: /gm)).toHaveLength(3);
    expect(text).toContain('checking "a.md" (text-length) failed, and 2 more in the same way.');
    expect(text).toContain('writing "d.md" (html) failed.');
    expect(text).toContain('matching to its type "e.md" failed.');
    expect(text).toContain('\nno error at all\n');
    expect(printed([{ ...bug }, { ...bug, path: 'b.md' }], 'ja')).toContain('失敗しました（ほか1件も同様）');
  });

  it('says what caused it, and is no longer than helps', () => {
    const outer = bugOf(new Error('outer', { cause: thrown(boom) }), { path: 'a.md', stage: 'parse' });
    expect(outer.stack).toMatch(/^Error: outer[\s\S]*\ncaused by TypeError: 茶/);
    const deep = { ...outer, stack: `Error: deep\n${'    at f (f.ts:1:1)\n'.repeat(500)}` };
    expect(printed([deep]).split('\n').length).toBeLessThan(40);
  });

  it('cannot be used to forge anything', () => {
    const error = new Error(cocktail);
    const text = printed([bugOf(error, { path: cocktail, stage: 'check', rule: cocktail })]);
    expect(obeyedIn(text)).toBeUndefined();
    expect(text).toContain('␛[31m');
  });

  it('is none where the user can mend it', () => {
    expect(() => bugOf(new UserError('Name a file.'), { path: 'a.md', stage: 'check' })).toThrow('Name a file.');
    expect(printed([])).toBe('');
  });
});

describe('what ends a run', () => {
  const failed = (error: unknown): string => {
    const host = testHost();
    printFailure(error, 'en', host);
    return host.output.stderr;
  };

  it('is what the user can mend, without a stack, a line each', () => {
    expect(failed(new UserError('Name a file.'))).toBe('guidepost: Name a file.\n');
    expect(failed(new UserError(['a.md: first', 'b.md: second']))).toBe('guidepost: a.md: first\nb.md: second\n');
    expect(failed(new UserError('There is no "a\nb".'))).toBe('guidepost: There is no "a␊b".\n');
  });

  it('or a bug, with its stack', () => {
    expect(failed(thrown(boom))).toMatch(
      new RegExp(
        `^guidepost: This is a bug in guidepost ${version}.*\\nTypeError: 茶 is not a function\\n\\s+at boom `,
      ),
    );
    expect(failed(new Error('\u001b[2J'))).toContain('Error: ␛[2J\n');
  });
});
