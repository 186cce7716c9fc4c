import { describe, expect, test } from 'vitest';
import type { SchemaNode } from '../src/model.ts';
import { markedBy, plain, repairedBy, saidBy } from './marked-text.ts';

/** One type for many tests, as making it takes longer than all else: each row of a table has a key of its own. */
function namesOf(nodes: readonly SchemaNode[]): SchemaNode {
  const all = { type: 'array', 'x-title': { en: 'All', ja: 'すべて' }, 'x-source': { frontMatter: 'all' } };
  const names = nodes.map((node, index): [string, SchemaNode] => [
    `name${index}`,
    { 'x-title': { en: `Name${index}`, ja: '名前' }, 'x-source': { frontMatter: `name${index}` }, ...node },
  ]);
  return { type: 'object', properties: { all, ...Object.fromEntries(names) } };
}

/** A type with one section, which is an array. */
function tags(node: SchemaNode, source: SchemaNode['x-source'] = {}): { type: SchemaNode } {
  const array = {
    type: 'array',
    'x-title': { en: 'Tags', ja: 'タグ' },
    'x-source': { section: { name: 'Tags', aliases: ['タグ'] }, ...source },
    items: { type: 'string' },
    ...node,
  };
  return { type: { type: 'object', properties: { tags: array } } };
}

describe('image-exists', () => {
  const example = {
    path: 'ja/灯台.md',
    options: { roots: ['public'] },
    files: ['public/img/lamp.png', 'ja/lens.png', 'public/灯台 夜.png', 'public/100%.png'],
  };

  test.each([
    '![灯](/img/lamp.png)',
    '![灯](img/lamp.png?v=2#top)',
    '![灯](lens.png)',
    '![灯](../ja/./lens.png)',
    '![灯](</灯台 夜.png>)',
    '![灯](/%E7%81%AF%E5%8F%B0%20%E5%A4%9C.png)',
    '![灯](/100%.png)',
    '![灯](https://example.org/lamp.png)',
    '![灯](//example.org/lamp.png)',
    '![灯](data:image/png;base64,AAAA)',
    '![灯](#lamp)',
    '![灯](⟦/img/lump.png⟧)',
    '![灯](⟦/lens.png⟧)',
    '![灯](<⟦my lamp.png⟧> "灯")',
    '![oil.png](⟦oil.png⟧ "oil.png")',
    '[![灯](⟦oil.png⟧)](oil.png)',
    '⟦![灯](oil&amp;gas.png)⟧',
  ])('%s', (marked) => {
    expect(markedBy('image-exists', plain(marked), example)).toBe(marked);
  });

  test('says what is there instead, and where it looked', () => {
    expect(saidBy('image-exists', '![灯](/img/lump.png)\n', example)).toEqual([
      '/img/lump.png | There is no image "/img/lump.png" in public; did you mean "/img/lamp.png"?',
    ]);
    expect(saidBy('image-exists', '![灯](/map.svg)\n', example, 'ja')).toEqual([
      '/map.svg | 画像「/map.svg」が public にありません。画像を置くか、書かれた場所を直してください',
    ]);
  });
});

describe('an unclosed block of JSON', () => {
  test.each([
    ['a heading', '---json\n{"a": 1}\n# 灯台\n', '---json\n{"a": 1}\n---\n# 灯台\n'],
    ['a blank line', '---json\n{"a": 1}\n\n# 灯台\n', '---json\n{"a": 1}\n---\n\n# 灯台\n'],
    ['nothing', '---json\n{"a": 1}', '---json\n{"a": 1}\n---'],
    ['the last line end', '---json\n{"a": 1}\n', '---json\n{"a": 1}\n---\n'],
    ['CRLF', '---json\r\n{"a": 1}\r\n\r\n# 灯台\r\n', '---json\r\n{"a": 1}\r\n---\r\n\r\n# 灯台\r\n'],
    ['an open brace', '---json\n{"a": 1\n', '---json\n{"a": 1\n'],
  ])('before %s is closed behind its brace', (_what, text, repaired) => {
    expect(repairedBy('front-matter-readable', text)).toBe(repaired);
  });
});

test('front matter that is too large', () => {
  const text = `---\na: ${'灯'.repeat(70_000)}\n---\n`;
  expect(saidBy('front-matter-readable', text)).toEqual([
    '--- | The front matter is larger than 64 KB; close it with --- after its last line, or move long text into the body',
  ]);
  expect(saidBy('front-matter-readable', text, {}, 'ja')).toEqual([
    '--- | フロントマターが64KBを超えています。最後の行のあとに --- を置いて閉じるか、長い文を本文に移してください',
  ]);
});

const ages = { a: { type: 'string', 'x-title': { en: 'Age', ja: '年齢' } }, b: { type: 'string' } };
const list = { type: 'array', uniqueItems: true };

/* The rule, the kind of `name`, its value, what is said in English and in Japanese. */
const sayings: readonly (readonly [string, SchemaNode, string, string, string])[] = [
  [
    'text-length',
    { type: 'string', minLength: 2 },
    '""',
    '"" | "name" is empty; write at least one word',
    '"" | 「名前（name）」が空です。内容を書いてください',
  ],
  [
    'text-length',
    { type: 'string', minLength: 2 },
    '海',
    '海 | "name" has one character; write at least 2',
    '海 | 「名前（name）」は1文字です。2文字以上で書いてください',
  ],
  [
    'text-length',
    { type: 'string', minLength: 3 },
    '𠮷田',
    '𠮷田 | "name" has 2 characters; write at least 3',
    '𠮷田 | 「名前（name）」は2文字です。3文字以上で書いてください',
  ],
  [
    'text-length',
    { type: 'string', maxLength: 2 },
    '海と光',
    '海と光 | "name" has 3 characters; shorten it to at most 2',
    '海と光 | 「名前（name）」は3文字です。2文字以内に縮めてください',
  ],
  [
    'item-count',
    { type: 'array', minItems: 1 },
    '[]',
    'name | "name" is an empty list; write at least one entry',
    'name | 「名前（name）」が空です。1件以上書いてください',
  ],
  [
    'item-count',
    { type: 'array', minItems: 2 },
    '[]',
    'name | "name" is an empty list; write at least 2 entries',
    'name | 「名前（name）」が空です。2件以上書いてください',
  ],
  [
    'item-count',
    { type: 'array', minItems: 2 },
    '[海]',
    'name | "name" has only one entry; write at least 2',
    'name | 「名前（name）」が1件しかありません。2件以上にしてください',
  ],
  [
    'item-count',
    { type: 'array', minItems: 3 },
    '[海, 光]',
    'name | "name" has only 2 entries; write at least 3',
    'name | 「名前（name）」が2件しかありません。3件以上にしてください',
  ],
  [
    'item-count',
    { type: 'array', maxItems: 0 },
    '[海]',
    'name | "name" has to be empty',
    'name | 「名前（name）」には何も書けません',
  ],
  [
    'item-count',
    { type: 'array', maxItems: 1 },
    '[海, 光]',
    'name | "name" has 2 entries; keep at most 1',
    'name | 「名前（name）」が2件あります。1件以内に減らしてください',
  ],
  [
    'number-in-range',
    { type: 'number', minimum: 3 },
    '2',
    '2 | "name" is 2; write at least 3',
    '2 | 「名前（name）」が2になっています。3以上にしてください',
  ],
  [
    'number-in-range',
    { type: 'number', maximum: 9 },
    '10',
    '10 | "name" is 10; write at most 9',
    '10 | 「名前（name）」が10になっています。9以下にしてください',
  ],
  [
    'number-in-range',
    { type: 'number', exclusiveMinimum: 3 },
    '3',
    '3 | "name" is 3; write a number above 3',
    '3 | 「名前（name）」が3になっています。3より大きくしてください',
  ],
  [
    'number-in-range',
    { type: 'number', exclusiveMaximum: 9 },
    '9',
    '9 | "name" is 9; write a number below 9',
    '9 | 「名前（name）」が9になっています。9より小さくしてください',
  ],
  [
    'number-in-range',
    { type: 'number', multipleOf: 2 },
    '5',
    '5 | "name" is 5; write a multiple of 2',
    '5 | 「名前（name）」が5になっています。2の倍数にしてください',
  ],
  [
    'value-type',
    { type: ['number', 'boolean'] },
    '海',
    '海 | "name" is text; write a number or true or false',
    '海 | 「名前（name）」が文字になっています。数値、またはtrue か falseで書いてください',
  ],
  [
    'value-type',
    { type: 'array' },
    '海',
    '海 | "name" is a single value; write a list, even of one entry: [海]',
    '海 | 「名前（name）」に値が1つだけ書かれています。1つでもリストの形で書いてください（例：[海]）',
  ],
  [
    'value-type',
    { type: ['array', 'null'] },
    '海',
    '海 | "name" is a single value; write a list, even of one entry: [海]',
    '海 | 「名前（name）」に値が1つだけ書かれています。1つでもリストの形で書いてください（例：[海]）',
  ],
  [
    'value-type',
    { type: 'array' },
    '{a: 1}',
    'name | "name" is keys with values; write a list',
    'name | 「名前（name）」が項目と値の組になっています。リストで書いてください',
  ],
  [
    'value-type',
    { type: 'string' },
    '[a]',
    'name | "name" is a list; write text',
    'name | 「名前（name）」がリストになっています。文字で書いてください',
  ],
  [
    'value-type',
    { type: 'number' },
    '"12"',
    '"12" | "name" is text; write a number, without quotes',
    '"12" | 「名前（name）」が文字になっています。引用符を付けずに、数値で書いてください',
  ],
  [
    'value-type',
    { type: 'object' },
    '"12"',
    '"12" | "name" is text; write keys with values',
    '"12" | 「名前（name）」が文字になっています。項目と値の組で書いてください',
  ],
  [
    'value-present',
    { type: 'string' },
    '',
    ' | "name" has no value; write one after the key',
    ' | 「名前（name）」の値がありません。項目名のあとに書いてください',
  ],
  [
    'value-form',
    { type: 'string', pattern: '^[A-Z]$' },
    '海',
    '海 | "name" is "海"; it has to match the pattern ^[A-Z]$',
    '海 | 「名前（name）」が「海」になっています。決められた形（^[A-Z]$）に合わせてください',
  ],
  [
    'value-form',
    { type: 'string', format: 'ipv4' },
    '海',
    '海 | "name" is "海"; it has to be a text of the format ipv4',
    '海 | 「名前（name）」が「海」になっています。決められた形（ipv4）に合わせてください',
  ],
  [
    'value-form',
    { type: 'string', format: 'email' },
    '海',
    '海 | "name" is "海"; write it in the form "name@example.com"',
    '海 | 「名前（name）」が「海」になっています。「name@example.com」のような形で書いてください',
  ],
  [
    'value-form',
    { type: 'string', format: 'date' },
    '2024-13-01',
    '2024-13-01 | "name" is "2024-13-01", a day that does not exist; correct the date',
    '2024-13-01 | 「名前（name）」の「2024-13-01」という日付はありません。正しい日付に直してください',
  ],
  [
    'value-form',
    { type: 'string', pattern: '^[a-z0-9]+(_[a-z0-9]+)*$' },
    '灯台',
    '灯台 | "name" is "灯台"; write small letters, digits and _ between words, such as "sea_pilot"',
    '灯台 | 「名前（name）」が「灯台」になっています。半角の英小文字と数字を使い、単語の間に _ を入れて書いてください（例：sea_pilot）',
  ],
  [
    'value-form',
    { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' },
    '灯台',
    '灯台 | "name" is "灯台"; write small letters, digits and - between words, such as "sea-pilot"',
    '灯台 | 「名前（name）」が「灯台」になっています。半角の英小文字と数字を使い、単語の間に - を入れて書いてください（例：sea-pilot）',
  ],
  [
    'value-form',
    { type: 'string', pattern: '^[a-z0-9_-]+$' },
    '灯台',
    '灯台 | "name" is "灯台"; it has to match the pattern ^[a-z0-9_-]+$',
    '灯台 | 「名前（name）」が「灯台」になっています。決められた形（^[a-z0-9_-]+$）に合わせてください',
  ],
  [
    'readable-value',
    { type: 'object', 'x-parse': 'money-range' },
    '灯台',
    '灯台 | "name" says "灯台", which cannot be read as an amount; write one like 500〜800, 1,300〜2,000+ or "600 or more"',
    '灯台 | 「名前（name）」の「灯台」を金額として読み取れません。500〜800、1,300〜2,000+、600以上 のように書いてください',
  ],
  [
    'readable-value',
    { type: 'object', 'x-parse': 'year-range' },
    '灯台',
    '灯台 | "name" says "灯台", which cannot be read as a span of years; write one like "0-3 years" or "7+ years"',
    '灯台 | 「名前（name）」の「灯台」を年数として読み取れません。0〜3年、7年以上 のように書いてください',
  ],
  [
    'readable-value',
    { type: 'integer', 'x-parse': 'integer' },
    '灯台',
    '灯台 | "name" says "灯台", which cannot be read as a whole number; write digits, like 12',
    '灯台 | 「名前（name）」の「灯台」を整数として読み取れません。12 のように数字で書いてください',
  ],
  [
    'readable-value',
    { type: 'number', 'x-parse': 'number' },
    '灯台',
    '灯台 | "name" says "灯台", which cannot be read as a number; write digits, like 12 or 1.5',
    '灯台 | 「名前（name）」の「灯台」を数値として読み取れません。12 や 1.5 のように数字で書いてください',
  ],
  [
    'readable-value',
    { type: 'number', 'x-parse': 'percent' },
    '灯台',
    '灯台 | "name" says "灯台", which cannot be read as a share; write one like 40%',
    '灯台 | 「名前（name）」の「灯台」を割合として読み取れません。40% のように書いてください',
  ],
  [
    'readable-value',
    { type: 'boolean', 'x-parse': 'mark' },
    '灯台',
    '灯台 | "name" says "灯台", which cannot be read as yes or no; write ○ or ×, or yes or no',
    '灯台 | 「名前（name）」の「灯台」を「はい・いいえ」として読み取れません。○ か × で書いてください',
  ],
  [
    'subset-of-values',
    { type: 'array', 'x-subset-of': '/all' },
    '[海]\nall: [灯台]',
    '海 | "name" has "海", which is not in "all"; add it there or remove it here',
    '海 | 「名前（name）」の「海」は「すべて（all）」にありません。そちらに加えるか、ここから消してください',
  ],
  [
    'subset-of-values',
    { type: 'array', 'x-subset-of': '/all' },
    '[1]\nall: [2, x]',
    '1 | "name" has "1", which is not in "all"; add it there or remove it here',
    '1 | 「名前（name）」の「1」は「すべて（all）」にありません。そちらに加えるか、ここから消してください',
  ],
  [
    'subset-of-values',
    { type: 'array', 'x-recommended': { 'x-subset-of': '/all' } },
    '[ramp]\nall: [lamp]',
    'ramp | "name" has "ramp", which is not in "all"; did you mean "lamp"?',
    'ramp | 「名前（name）」の「ramp」は「すべて（all）」にありません。「lamp」の間違いではありませんか',
  ],
  [
    'schema-conformance',
    { not: { minimum: 0 } },
    '1',
    '1 | "name" is "1", which is not allowed here; write something else',
    '1 | 「名前（name）」に「1」とは書けません。別の値にしてください',
  ],
  [
    'schema-conformance',
    { not: { required: ['a'] } },
    '{a: 1}',
    'name | "name" is not what the guide type asks for (not in its schema); compare it with another guide of the type',
    'name | 「名前（name）」が、この種類のガイドの決まり（スキーマのnot）に合っていません。同じ種類のほかのガイドと見比べてください',
  ],
  [
    'schema-conformance',
    { anyOf: [{ type: 'number' }, { type: 'array' }] },
    'x',
    'x | "name" is not what the guide type asks for (anyOf in its schema); compare it with another guide of the type',
    'x | 「名前（name）」が、この種類のガイドの決まり（スキーマのanyOf）に合っていません。同じ種類のほかのガイドと見比べてください',
  ],
  [
    'schema-conformance',
    { properties: ages, oneOf: [{ required: ['a'] }, { required: ['b'] }] },
    '{}',
    'name | "name" needs "Age (a)" or "b"; add one of them',
    'name | 「名前（name）」には「年齢（a）」か「b」が必要です。どれかを書いてください',
  ],
  [
    'schema-conformance',
    { properties: ages, oneOf: [{ required: ['a'] }, { required: ['b'] }] },
    '{a: x, b: y}',
    'name | "name" may hold only one of "Age (a)", "b"; remove the others',
    'name | 「名前（name）」に書けるのは「年齢（a）」、「b」のうち1つだけです。ほかを消してください',
  ],
  [
    'schema-conformance',
    { dependentRequired: { a: ['b'] } },
    '{a: x}',
    'a | "b" is missing; where "a" is given, it is needed too',
    'a | 「b」がありません。「a」を書くときは、「b」も必要です',
  ],
  [
    'schema-conformance',
    { properties: { age: {} }, additionalProperties: false },
    '{ages: x}',
    'ages | "ages" is no key of "name"; did you mean "age"?',
    'ages | 「名前（name）」に「ages」という項目はありません。「age」の間違いではありませんか',
  ],
  [
    'schema-conformance',
    { properties: { age: {} }, additionalProperties: false },
    '{tide: x}',
    'tide | "tide" is no key of "name"; remove it, or correct its name',
    'tide | 「名前（name）」に「tide」という項目はありません。消すか、項目名を直してください',
  ],
  [
    'schema-conformance',
    { propertyNames: { pattern: '^[a-z]+$' } },
    '{Age: 1}',
    'Age | "Age" is no key of "name"; remove it, or correct its name',
    'Age | 「名前（name）」に「Age」という項目はありません。消すか、項目名を直してください',
  ],
  [
    'schema-conformance',
    { minProperties: 2 },
    '{a: x}',
    'name | "name" has too few keys; give at least 2',
    'name | 「名前（name）」の項目が足りません。2個以上書いてください',
  ],
  [
    'schema-conformance',
    { maxProperties: 1 },
    '{a: x, b: y}',
    'name | "name" has too many keys; keep at most 1',
    'name | 「名前（name）」の項目が多すぎます。1個以内にしてください',
  ],
  [
    'schema-conformance',
    { contains: { type: 'string' } },
    '[1]',
    'name | "name" lacks an entry that the guide type requires, or has too many of its kind',
    'name | 「名前（name）」に、必ず入れる項目が足りないか、多すぎます',
  ],
  [
    'schema-conformance',
    { prefixItems: [{}], items: false as unknown as SchemaNode },
    '[1, 2]',
    'name | "name" has too many entries; keep at most 1',
    'name | 「名前（name）」の要素が多すぎます。1個以内にしてください',
  ],
  [
    'schema-conformance',
    { properties: { b: false as unknown as SchemaNode } },
    '{b: 1}',
    'b | "b" is not allowed here; remove it',
    'b | 「b」はここには書けません。消してください',
  ],
];

describe('of a value in the front matter', () => {
  const type = namesOf(sayings.map(([, node]) => node));

  test.each(sayings.map(([id, , value, ...said], index) => [id, value, `name${index}`, said] as const))(
    '%s says of %j',
    (id, value, key, said) => {
      const guide = `---\n${key}: ${value}\n---\n`;
      const inBoth = (['en', 'ja'] as const).flatMap((locale) => saidBy(id, guide, { type }, locale));
      expect(inBoth.map((one) => one.replaceAll(key, 'name'))).toEqual(said);
    },
  );
});

/* The rule, the kind of `name`, the front matter, and the repaired one. */
const repairs: readonly (readonly [string, SchemaNode, string, string])[] = [
  ['value-type', { type: 'string' }, '---\nname: 12\n---\n', '---\nname: "12"\n---\n'],
  ['value-type', { type: 'string' }, '---\nname: true # a\n---\n', '---\nname: "true" # a\n---\n'],
  ['value-type', { type: 'string' }, '---json\n{ "name": 1.5 }\n---\n', '---json\n{ "name": "1.5" }\n---\n'],
  ['unique-items', list, '---\nname: [a, b, a]\n---\n', '---\nname: [a, b]\n---\n'],
  ['unique-items', list, '---\nname:\n  - 海\n  - 光\n  - 海\n  - 海\n---\n', '---\nname:\n  - 海\n  - 光\n---\n'],
  ['unique-items', list, '---\r\nname:\r\n- 海\r\n- 海\r\n---\r\n', '---\r\nname:\r\n- 海\r\n---\r\n'],
  ['unique-items', list, '---\nname:\n  - 海 # x\n  - 海\n---\n', '---\nname:\n  - 海 # x\n  - 海\n---\n'],
  ['unique-items', list, '---\nname: [海, 海, ]\n---\n', '---\nname: [海, ]\n---\n'],
  ['unique-items', list, '---json\n{ "name": ["a", "a"] }\n---\n', '---json\n{ "name": ["a"] }\n---\n'],
  ['unique-items', list, '---\nname: [{a: 1}, {a: 1}]\n---\n', '---\nname: [{a: 1}]\n---\n'],
  [
    'subset-of-values',
    { type: 'array', 'x-subset-of': '/all' },
    '---\nname: ["ramp"]\nall: [lamp]\n---\n',
    '---\nname: ["lamp"]\nall: [lamp]\n---\n',
  ],
  [
    'subset-of-values',
    { type: 'array', 'x-subset-of': '/all' },
    '---\nname: [the lamp]\nall: [the lamps]\n---\n',
    '---\nname: [the lamp]\nall: [the lamps]\n---\n',
  ],
  [
    'value-form',
    { type: 'string', pattern: '^[a-z]+(_[a-z0-9]+)*$' },
    '---\nname: "Light House 2"\n---\n',
    '---\nname: "light_house_2"\n---\n',
  ],
  [
    'value-form',
    { type: 'string', pattern: '^[a-z]+(_[a-z0-9]+)*$' },
    '---\nname: lightHouse\n---\n',
    '---\nname: lighthouse\n---\n',
  ],
  [
    'value-form',
    { type: 'string', pattern: '^[a-z]+(-[a-z0-9]+)*$' },
    '---\nname: light.house/ship\n---\n',
    '---\nname: light-house-ship\n---\n',
  ],
  ['value-form', { type: 'string', pattern: '^[A-Z]+$' }, '---\nname: ａｂｃ\n---\n', '---\nname: ABC\n---\n'],
  ['value-form', { type: 'string', pattern: '^[a-z]+$' }, '---\nname: light!\n---\n', '---\nname: light!\n---\n'],
  ['value-form', { type: 'string', format: 'date' }, '---\nname: 2024年5月1日\n---\n', '---\nname: 2024-05-01\n---\n'],
];

describe('a value in the front matter', () => {
  const type = namesOf(repairs.map(([, node]) => node));

  test.each(repairs.map(([id, , text, repaired], index) => [id, text, `name${index}`, repaired] as const))(
    '%s repairs %j',
    (id, text, key, repaired) => {
      expect(repairedBy(id, text.replaceAll('name', key), { type }).replaceAll(key, 'name')).toBe(repaired);
    },
  );
});

test('unique-items says where a value stood before', () => {
  const guide = '---\nname0: [海, 光, 海, 海]\n---\n';
  const type = namesOf([list]);
  expect(saidBy('unique-items', guide, { type })).toEqual([
    '海 | "name0" has "海" already; remove it or write another one',
    '- 海 | "海" stands here first',
    '- 海 | "海" stands here again',
  ]);
  expect(saidBy('unique-items', guide, { type }, 'ja')).toEqual([
    '海 | 「名前（name0）」に「海」が二度書かれています。消すか、別のものに変えてください',
    '- 海 | 最初の「海」はここです',
    '- 海 | 「海」はここにもあります',
  ]);
  expect(saidBy('unique-items', '## Tags\n\n#海 #光 #海 #光\n', tags(list, { hashtags: true }))).toEqual([
    '#海 | "Tags" has "海" already; remove it or write another one',
    '- #海 | "海" stands here first',
    '#光 | "Tags" has "光" already; remove it or write another one',
    '- #光 | "光" stands here first',
  ]);
});

test.each<[SchemaNode['x-source'], string, string]>([
  [{ items: 'list' }, 'as a list or under sub-headings', '箇条書きか小見出しの形で'],
  [{ hashtags: true }, 'as words that begin with #', '# で始まる言葉で'],
  [{ questions: { question: ['Q'], answer: ['A'] } }, 'as questions, each with its answer', '質問と回答の組で'],
])('item-count says how entries are written: %j', (source, en, ja) => {
  const type = tags({ minItems: 2 }, source);
  expect(saidBy('item-count', '## タグ\n\nなし。\n', type)).toEqual([
    `## タグ | "Tags" has no entries that can be read; write at least 2, ${en}`,
  ]);
  expect(saidBy('item-count', '## タグ\n\nなし。\n', type, 'ja')).toEqual([
    `## タグ | 「タグ」に、読み取れる項目がありません。${ja}2件以上書いてください`,
  ]);
});
