import { describe, expect, test } from 'vitest';
import { frontMatterComments } from '../src/parse/front-matter-comments.ts';
import { parseDocument } from '../src/parse/parse-document.ts';

const read = (text: string) => parseDocument({ path: 'guide.md', text, bom: false });

/** Each pointer with the key and the value that stand there. */
function placesIn(text: string): Record<string, string> {
  const { frontMatter } = read(text);
  const cut = ({ start, end }: { start: number; end: number }): string => text.slice(start, end);
  return Object.fromEntries(
    [...(frontMatter?.places ?? [])].map(([pointer, { key, value }]) => [
      pointer,
      key ? `${cut(key)} = ${cut(value)}` : cut(value),
    ]),
  );
}

describe('values of TOML', () => {
  test.each<readonly [string, unknown]>([
    ['07:32:00', '07:32:00'],
    ['2024-05-15', '2024-05-15'],
    ['2024-05-15T07:32:00', '2024-05-15T07:32:00'],
    ['2024-05-15 07:32:00.5+09:00', '2024-05-15T07:32:00.5+09:00'],
    ['2024-05-15t00:00:00z', '2024-05-15T00:00:00Z'],
    ['0xff', 255],
    ['1_000', 1000],
    ['-0.5e3', -500],
    ['false', false],
    ['"灯台\\u0041"', '灯台A'],
    ["'C:\\海'", 'C:\\海'],
    ['"""\n海\n光"""', '海\n光'],
    ['{ b = 1, c.d = [2, "海"] }', { b: 1, c: { d: [2, '海'] } }],
  ])('%s', (written, value) => {
    const { frontMatter, faults } = read(`+++\na = ${written}\n+++\n`);
    expect(faults).toEqual([]);
    expect(frontMatter?.value).toEqual({ a: value });
  });

  test('tables in arrays of tables stand in the item that was begun last', () => {
    const text =
      '+++\n[["灯"]]\nname = "一"\n["灯".place]\ncity = "a"\n[["灯"]]\nname = "二"\n["灯".place]\ncity = "b"\n[["灯".days]]\nday = 1\n[["灯".days]]\nday = 2\n+++\n';
    const { frontMatter, faults } = read(text);
    expect(faults).toEqual([]);
    expect(frontMatter?.value).toEqual({
      灯: [
        { name: '一', place: { city: 'a' } },
        { name: '二', place: { city: 'b' }, days: [{ day: 1 }, { day: 2 }] },
      ],
    });
    expect(placesIn(text)).toEqual({
      '/灯/0': '[["灯"]]\nname = "一"',
      '/灯/0/name': 'name = "一"',
      '/灯/0/place': '["灯".place]\ncity = "a"',
      '/灯/0/place/city': 'city = "a"',
      '/灯/1': '[["灯"]]\nname = "二"',
      '/灯/1/name': 'name = "二"',
      '/灯/1/place': '["灯".place]\ncity = "b"',
      '/灯/1/place/city': 'city = "b"',
      '/灯/1/days/0': '[["灯".days]]\nday = 1',
      '/灯/1/days/0/day': 'day = 1',
      '/灯/1/days/1': '[["灯".days]]\nday = 2',
      '/灯/1/days/1/day': 'day = 2',
    });
  });

  test('dotted keys and tables are one inside the other', () => {
    const text = '+++\nsea.depth = 1\n[sea.light]\n"a/b" = [{ c = 1 }, [2]]\n__proto__ = { d = 1 }\n+++\n';
    expect(JSON.stringify(read(text).frontMatter?.value)).toBe(
      '{"sea":{"depth":1,"light":{"a/b":[{"c":1},[2]],"__proto__":{"d":1}}}}',
    );
    expect(placesIn(text)).toEqual({
      '/sea/depth': 'sea.depth = 1',
      '/sea/light': '[sea.light]\n"a/b" = [{ c = 1 }, [2]]\n__proto__ = { d = 1 }',
      '/sea/light/a~1b': '"a/b" = [{ c = 1 }, [2]]',
      '/sea/light/a~1b/0': '{ c = 1 }',
      '/sea/light/a~1b/0/c': 'c = 1',
      '/sea/light/a~1b/1': '[2]',
      '/sea/light/a~1b/1/0': '2',
      '/sea/light/__proto__': '__proto__ = { d = 1 }',
      '/sea/light/__proto__/d': 'd = 1',
    });
  });

  test('brackets in texts and comments are no levels', () => {
    const many = '['.repeat(70);
    const text = `+++\n# ${many}\na = "\\"${many}" # ${many}\nb = '${many}'\nc = """\n${many}"${many}"""\nd = '''${many}'''\n+++\n`;
    expect(read(text).faults).toEqual([]);
    expect(read(`+++\na = "\\\\" # ${many}\n+++\n`).faults).toEqual([]);
    expect(read(`+++\na = 1 # ${many}`).faults).toMatchObject([{ code: 'front-matter-unclosed' }]);
  });
});

describe('values of YAML', () => {
  test('keys of any kind', () => {
    const text =
      '---\n1: a\ntrue: b\n? [海, 光]\n: c\nd: {海: 1, 光}\n? e\nf:\n"g": [1, {h: 2}]\nnull: y\ni: &x [1]\nj: *x\n---\n';
    const { frontMatter, faults } = read(text);
    expect(faults).toEqual([]);
    expect(frontMatter?.value).toEqual({
      1: 'a',
      true: 'b',
      '[ 海, 光 ]': 'c',
      d: { 海: 1, 光: null },
      e: null,
      f: null,
      g: [1, { h: 2 }],
      '': 'y',
      i: [1],
      j: [1],
    });
    expect(placesIn(text)).toEqual({
      '/1': '1 = a',
      '/true': 'true = b',
      '/d': 'd = {海: 1, 光}',
      '/d/海': '海 = 1',
      '/d/光': '光 = ',
      '/e': 'e = ',
      '/f': 'f = ',
      '/g': '"g" = [1, {h: 2}]',
      '/g/0': '1',
      '/g/1': '{h: 2}',
      '/g/1/h': 'h = 2',
      '/': 'null = y',
      '/i': 'i = [1]',
      '/i/0': '1',
      '/j': 'j = *x',
    });
  });

  test.each([
    ['---\n~\n---\n', {}],
    ['---\n{}\n---\n', {}],
    ['---\n# 注\n---\n', {}],
    ['---\n"海": 光\n---\n', { 海: '光' }],
  ])('%j', (text, value) => {
    expect(read(text).frontMatter?.value).toEqual(value);
  });
});

describe('comments in front matter', () => {
  test.each([
    ['---\na: 1 # 海\n# 光\nb: "# no"\nc: [x, # 風\n y]\n---\n# 見出し\n', ['# 海', '# 光', '# 風']],
    ['+++\na = 1 # 海\n# 光\nb = "# no"\n+++\n# 見出し\n', ['# 海', '# 光']],
    ['+++\na = # 海\n+++\n', []],
    ['---json\n{ "a": "# no" }\n---\n', []],
    ['# 見出し\n', []],
  ])('%j', (text, expected) => {
    const found = frontMatterComments(read(text)).map(({ start, end }) => text.slice(start, end));
    expect(found).toEqual(expected);
  });
});
