import { describe, expect, it } from 'vitest';
import type { Document } from '../src/model.ts';
import { parseDocument } from '../src/parse/parse-document.ts';

const parse = (text: string): Document => parseDocument({ path: 'guide.md', text, bom: false });

function placed(text: string, pointer: string): string | undefined {
  const place = parse(text).frontMatter?.places.get(pointer);
  return place && text.slice(place.value.start, place.value.end);
}

describe('front matter in each format', () => {
  it.each([
    ['JSON', '---json\n{ "title": "茶の湯", "tags": ["茶", "菓子"] }\n---\n# 茶\n'],
    ['YAML', '---\ntitle: 茶の湯\ntags:\n  - 茶\n  - 菓子\n---\n# 茶\n'],
    ['YAML by name', '---yaml\ntitle: 茶の湯\ntags: [茶, 菓子]\n---\n'],
    ['TOML', '+++\ntitle = "茶の湯"\ntags = ["茶", "菓子"]\n+++\n# 茶\n'],
    ['TOML by name', '---toml\ntitle = "茶の湯"\ntags = ["茶", "菓子"]\n---\n'],
    ['CRLF', '---\r\ntitle: 茶の湯\r\ntags: [茶, 菓子]\r\n---\r\n# 茶\r\n'],
    ['no final line end', '---json\n{ "title": "茶の湯", "tags": ["茶", "菓子"] }\n---'],
  ])('%s', (_name, text) => {
    const { frontMatter, faults } = parse(text);
    expect(faults).toEqual([]);
    expect(frontMatter?.value).toEqual({ title: '茶の湯', tags: ['茶', '菓子'] });
    expect(placed(text, '/title')?.replaceAll('"', '')).toBe('茶の湯');
    expect(placed(text, '/tags/1')?.replaceAll('"', '')).toBe('菓子');
  });

  it('keeps what other readers change', () => {
    expect(parse('---\nday: 2024-05-15\nanswer: no\ncode: "007"\n---\n').frontMatter?.value).toEqual({
      day: '2024-05-15',
      answer: 'no',
      code: '007',
    });
    expect(parse('+++\nday = 2024-05-15\n+++\n').frontMatter?.value).toEqual({ day: '2024-05-15' });
  });

  it('takes hostile keys for data', () => {
    const { frontMatter } = parse('---json\n{ "__proto__": { "a": 1 }, "constructor": 2 }\n---\n');
    expect(Object.keys(frontMatter?.value ?? {})).toEqual(['__proto__', 'constructor']);
    expect(({} as Record<string, unknown>).a).toBeUndefined();
  });

  it.each(['---\n---\n', '---json\n---\n', '---\n# only a comment\n---\n'])('is empty: %j', (text) => {
    expect(parse(text).frontMatter?.value).toEqual({});
    expect(parse(text).faults).toEqual([]);
  });

  it.each(['# Tea\n', 'Tea\n---\nWater\n', '--- Tea\n', '+++tea+++\n', '----\n'])('is not there: %j', (text) => {
    expect(parse(text).frontMatter).toBeUndefined();
  });
});

describe('broken front matter is one fault at the broken character, and the body is parsed', () => {
  it.each([
    ['a comma too many', '---json\n{ "a": 1, }\n---\n# Tea\n', 'front-matter-syntax', '2:11'],
    ['a comma too few', '---json\n{ "a": 1\n  "b": 2 }\n---\n# Tea\n', 'front-matter-syntax', '3:3'],
    ['a number that JSON forbids', '---json\n{ "a": 01 }\n---\n# Tea\n', 'front-matter-syntax', '2:9'],
    ['an unclosed list', '---\na: [1, 2\nb: 3\n---\n# Tea\n', 'front-matter-syntax', '3:1'],
    ['a tab', '---\na:\n\tb: 3\n---\n# Tea\n', 'front-matter-syntax', '3:1'],
    ['broken TOML', '+++\na = \n+++\n# Tea\n', 'front-matter-syntax', '2:5'],
    ['a key given twice', '---\na: 1\nb: 2\na: 3\n---\n# Tea\n', 'front-matter-duplicate-key', '4:1'],
    ['a list instead of keys', '---\n- a\n- b\n---\n# Tea\n', 'front-matter-not-mapping', '2:1'],
    ['an unclosed block', '---json\n{ "a": 1 }\n\n# Tea\n', 'front-matter-unclosed', '1:1'],
    ['code', '---js\nmodule.exports = {}\n---\n# Tea\n', 'front-matter-language', '1:1'],
    ['code in capitals', '---JavaScript\nprocess.exit()\n---\n# Tea\n', 'front-matter-language', '1:1'],
    ['a blank line before it', '\n---\na: 1\n---\n# Tea\n', 'front-matter-not-first', '1:1'],
    ['more than 64 KB', `---\na: "${'x'.repeat(70_000)}"\n---\n# Tea\n`, 'front-matter-too-large', '1:1'],
  ])('%s', (_name, text, code, place) => {
    for (let time = 0; time < 2; time++) {
      const document = parse(text);
      expect(document.faults.map((fault) => fault.code)).toEqual([code]);
      const at = document.positionAt(document.faults[0]?.range.start ?? -1);
      expect(`${at.line}:${at.column}`).toBe(place);
      expect(document.tree.children.some(({ type }) => type === 'heading')).toBe(true);
    }
  });

  it('runs nothing', () => {
    parse('---js\nglobalThis.wasRun = true\n---\n');
    parse('---yaml\na: !!js/function "function () { globalThis.wasRun = true }"\n---\n');
    parse('---coffee\nglobalThis.wasRun = true\n---\n');
    expect('wasRun' in globalThis).toBe(false);
  });
});

it('gives the tree positions of the file', () => {
  const text =
    '---json\n{ "title": "お茶" }\n---\r\n\r\n## 淹れ方 🍵\r\n\r\n| 湯 | 分 |\r\n| - | - |\r\n| 熱い | 2 |\r\n';
  const { tree, positionAt } = parse(text);
  const [heading, table] = tree.children;
  expect(text.slice(heading?.position?.start.offset, heading?.position?.end.offset)).toBe('## 淹れ方 🍵');
  expect(heading?.position?.start).toMatchObject({ line: 5, column: 1 });
  expect(table?.type).toBe('table');
  expect(positionAt(text.indexOf('熱い'))).toEqual({ line: 9, column: 3, offset: text.indexOf('熱い') });
});

it('does not take a range in tildes for deleted text', () => {
  const { tree } = parse('500~800万円から900~1000万円へ\n');
  expect(JSON.stringify(tree)).not.toContain('"delete"');
});
