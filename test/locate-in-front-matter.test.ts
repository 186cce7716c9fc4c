import { describe, expect, test } from 'vitest';
import { completeFrontMatter } from '../src/lsp/complete-front-matter.ts';
import type { Cursor } from '../src/lsp/open-guide.ts';
import { decodeYaml } from '../src/parse/decode-yaml.ts';
import { locateInFrontMatter } from '../src/parse/locate-in-front-matter.ts';
import { bindText } from './bind-fixture.ts';
import { innType } from './revise-project.ts';

/** What is being written at the `|` of a text, in one line: format, key or value, its key, the run to be replaced. */
function spotAt(marked: string): string | undefined {
  const offset = marked.indexOf('|');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  const spot = locateInFrontMatter(text, offset);
  if (!spot) return undefined;
  const { format, at, key, isElement, range } = spot;
  const run = `${text.slice(range.start, offset)}|${text.slice(offset, range.end)}`;
  return `${format} ${at}${isElement ? ' in list' : ''} ${key}: ${run}`;
}

describe('in YAML', () => {
  test.each([
    ['---\nti|\n---\n', 'yaml key ti: ti|'],
    ['---\nti|tle: 灯台\n---\n', 'yaml key title: ti|tle'],
    ['---\n|\n---\n', 'yaml key : |'],
    ['---\na: 1\n|', 'yaml key : |'],
    ['---\r\ntitle: 灯|台守 # 注\r\n---\r\n', 'yaml value title: 灯|台守'],
    ['---\rtitle: |\r---\r', 'yaml value title: |'],
    ['---\ntitle: "The ke|eper"  \n---\n', 'yaml value title: "The ke|eper"'],
    ['---\n見出し: 灯|\n---\n', 'yaml value 見出し: 灯|'],
    ['---\ntitle :  灯|\n---\n', 'yaml value title: 灯|'],
    ['---\ntags: [海, 光|る, 風]\n---\n', 'yaml value in list tags: 光|る'],
    ['---\ntags: [|]\n---\n', 'yaml value in list tags: |'],
    ['---\ntags: [海,|\n---\n', 'yaml value in list tags: |'],
    ['---\ntags:\n  - 光|る\n---\n', 'yaml value in list tags: 光|る'],
    ['---\ntags: # 札\n- 海\n# 注\n\n- |\n---\n', 'yaml value in list tags: |'],
    ['---\ntags: 海\n- |\n---\n', undefined],
    ['---\n- |\n---\n', undefined],
    ['---\nmap:\n  key: |\n---\n', undefined],
    ['---\n# a|\n---\n', undefined],
    ['---\n-|\n---\n', undefined],
    ['---\ntitle:|\n---\n', undefined],
    ['---\n"title": |\n---\n', undefined],
    ['---\na: 1\n|---\n', undefined],
    ['---\n|---\n', undefined],
    ['---\na: 1\nb: |', 'yaml value b: |'],
    ['---|\na: 1\n---\n', undefined],
    ['---\na: 1\n---\n海|\n', undefined],
    ['海|\n', undefined],
    ['---\n---|\n', undefined],
  ])('%j', (text, expected) => {
    expect(spotAt(text)).toBe(expected);
  });
});

describe('in JSON', () => {
  test.each([
    ['---json\n{ "ti|" }\n---\n', 'json key ti: "ti|"'],
    ['---json\n{ "title": "灯|台" }\n---\n', 'json value title: "灯|台"'],
    ['---json\n{ "title": | }\n---\n', 'json value title: |'],
    ['---json\n{ "title": |"灯台" }\n---\n', 'json value title: |"灯台"'],
    ['---json\n{ "title": "灯台"| }\n---\n', 'json value title: "灯台"|'],
    ['---json\n{ "title": "灯台" | }\n---\n', 'json value title: |'],
    ['---json\n{ "title": "灯台", | }\n---\n', 'json key : |'],
    ['---json\n{ "title"|: "灯台" }\n---\n', 'json key title: "title"|'],
    ['---json\n{ |"title": "灯台" }\n---\n', 'json key title: |"title"'],
    ['---json\n{ "title":| "灯台" }\n---\n', 'json value title: |'],
    ['---json\n{ "title": 1|2 }\n---\n', 'json value title: 1|2'],
    ['---json\n{ "tags": ["海", "光|"] }\n---\n', 'json value in list tags: "光|"'],
    ['---json\n{ "tags": ["海"|, "光"] }\n---\n', 'json value in list tags: "海"|'],
    ['---json\n{ "tags": ["海", |"光"] }\n---\n', 'json value in list tags: |"光"'],
    ['---json\n{ "tags": ["海", |] }\n---\n', 'json value in list tags: |'],
    ['---json\n{ "tags": [["海|"]] }\n---\n', undefined],
    ['---json\n{ "map": { "key|": 1 } }\n---\n', undefined],
    ['---json\n|\n---\n', undefined],
    ['---json\n[ "海|" ]\n---\n', undefined],
    ['---json\n{ "a": 1,\n|---\n', undefined],
    ['---json\n{ "a": 1,\n|', 'json key : |'],
  ])('%j', (text, expected) => {
    expect(spotAt(text)).toBe(expected);
  });
});

describe('in TOML', () => {
  test.each([
    ['+++\nti|tle = "灯台"\n+++\n', 'toml key title: ti|tle'],
    ['+++\n  |\n+++\n', 'toml key : |'],
    ['+++\ntitle = "灯|台" # 注\n+++\n', 'toml value title: "灯|台"'],
    ['+++\ntags = ["海", "光|"]\n+++\n', 'toml value in list tags: "光|"'],
    ['+++\n[table]\nti|\n+++\n', undefined],
    ['+++\na = 1\n "x" = |\n+++\n', undefined],
    ['+++\na = 1\n|+++\n', undefined],
  ])('%j', (text, expected) => {
    expect(spotAt(text)).toBe(expected);
  });
});

test.each([
  ['---\nsl', ['slug: ', 'published_at: ', 'servings: ', 'draft: ', 'words:\n  - ']],
  ['---\nslug: inn\nsl', ['published_at: ', 'servings: ', 'draft: ', 'words:\n  - ']],
])('a block that does not end may have the keys that it lacks: %j', (text, expected) => {
  const cursor = { guide: bindText(text, innType), offset: text.length, collection: { locale: 'en' } };
  const items = completeFrontMatter(cursor as unknown as Cursor, { snippets: false });
  expect(items?.map(({ textEdit }) => textEdit?.newText)).toEqual(expected);
});

test('keys without a value are none that lie deep', () => {
  const { value, fault } = decodeYaml(`a: {b, c}\n${' '.repeat(40)}# 注\n`);
  expect([value, fault]).toEqual([{ a: { b: null, c: null } }, undefined]);
});
