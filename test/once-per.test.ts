import { describe, expect, it } from 'vitest';
import { oncePer } from '../src/once-per.ts';

interface Chapter {
  readonly title: string;
}

const title = (): Chapter => ({ title: '必要なスキル' });

describe('a function that looks at each object once', () => {
  it('gives the same finding again', () => {
    const letters = oncePer(({ title }: Chapter) => [...title]);
    const chapter = title();
    expect(letters(chapter)).toEqual(['必', '要', 'な', 'ス', 'キ', 'ル']);
    expect(letters(chapter)).toBe(letters(chapter));
  });

  it('keeps apart what functions and objects have', () => {
    const length = oncePer((chapter: Chapter) => chapter.title.length);
    const first = oncePer((chapter: Chapter) => chapter.title.slice(0, 1));
    const chapter = title();
    const other = { title: 'Salary' };
    expect([length(chapter), first(chapter), length(other), first(other)]).toEqual([6, '必', 6, 'S']);
  });

  it('looks at a changed copy anew', () => {
    const length = oncePer((chapter: Chapter) => chapter.title.length);
    const chapter = title();
    length(chapter);
    expect(length({ ...chapter, title: '年収' })).toBe(2);
  });

  it('leaves nothing that is seen in the object', () => {
    const chapter = title();
    oncePer(({ title }: Chapter) => title.length)(chapter);
    expect(chapter).toEqual(title());
    expect(JSON.stringify(chapter)).toBe(JSON.stringify(title()));
  });

  it('looks at a frozen object each time', () => {
    const length = oncePer((chapter: Chapter) => [chapter.title.length]);
    const chapter = Object.freeze(title());
    expect(length(chapter)).toEqual([6]);
    expect(length(chapter)).toEqual([6]);
  });

  it('remembers that it found nothing', () => {
    let calls = 0;
    const number = oncePer((chapter: Chapter) => {
      calls++;
      return /\d+/.exec(chapter.title)?.[0];
    });
    const chapter = title();
    expect([number(chapter), number(chapter), calls]).toEqual([undefined, undefined, 1]);
  });

  it('looks again after a failure', () => {
    let calls = 0;
    const failing = oncePer((chapter: Chapter) => {
      if (++calls === 1) throw new Error('not yet');
      return chapter.title;
    });
    const chapter = title();
    expect(() => failing(chapter)).toThrow('not yet');
    expect(failing(chapter)).toBe('必要なスキル');
  });
});
