import { describe, expect, test } from 'vitest';
import type { SchemaNode } from '../src/model.ts';
import { rules } from '../src/rules/index.ts';
import type { Example } from '../src/rules/rule.ts';
import { markedBy, plain, repairedBy, saidBy } from './marked-text.ts';

/* What a rule finds stands in ⟦ ⟧, then how it is repaired. */

/** With the type of the rule's own examples. */
function typeOf(id: string): Partial<Example> {
  const type = rules.find((rule) => rule.id === id)?.examples.reject.find((example) => example.type)?.type;
  return type ? { type } : {};
}

describe('list-not-string', () => {
  const id = 'list-not-string';
  const type = typeOf(id);

  test.each([
    ['keywords: 灯台, 霧笛 # 二つ', 'keywords:\n  - 灯台\n  - 霧笛 # 二つ'],
    ['keywords: "灯台, 霧笛"\ntags: ["海"]', 'keywords: [灯台, 霧笛]\ntags: ["海"]'],
    ['keywords: |\n  灯台\n  霧笛', 'keywords:\n  - 灯台\n  - 霧笛'],
    ['tags:\n    - 海\nkeywords: 灯台; 霧笛', 'tags:\n    - 海\nkeywords:\n    - 灯台\n    - 霧笛'],
    ['tags:\n- 海\nkeywords: 灯台；霧笛', 'tags:\n- 海\nkeywords:\n- 灯台\n- 霧笛'],
    ['  keywords: 灯台，霧笛', '  keywords:\n    - 灯台\n    - 霧笛'],
    ['keywords: 灯台, , 霧笛,', 'keywords:\n  - 灯台\n  - 霧笛'],
    ['keywords: "灯台（沿岸, 離島）, 霧笛"', "keywords:\n  - '灯台（沿岸, 離島）'\n  - 霧笛"],
    ['keywords: "灯台（沿岸, 霧笛"', 'keywords:\n  - 灯台（沿岸\n  - 霧笛'],
    ['keywords: "a, it\'s, [x], {y"\ntags: [a]', "keywords: [a, 'it''s', '[x]', '{y']\ntags: [a]"],
    ['keywords: "0x1F, 12e3, null, No, 3D"', "keywords:\n  - '0x1F'\n  - '12e3'\n  - 'null'\n  - 'No'\n  - 3D"],
    ['{keywords: "灯台, 霧笛"}', '{keywords: "灯台, 霧笛"}'],
  ])('%j', (text, repaired) => {
    expect(repairedBy(id, `---\n${text}\n---\n`, type)).toBe(`---\n${repaired}\n---\n`);
  });

  test.each([
    [
      '+++\nkeywords = "灯台、霧笛"\ntags = [\n  "海",\n]\n+++\n',
      '+++\nkeywords = [\n  "灯台",\n  "霧笛",\n]\ntags = [\n  "海",\n]\n+++\n',
    ],
    ['+++\nkeywords = "灯台、霧笛"\n+++\n', '+++\nkeywords = ["灯台", "霧笛"]\n+++\n'],
    [
      '---json\n{\n    "keywords": "灯台, 霧笛"\n}\n---\n',
      '---json\n{\n    "keywords": [\n        "灯台",\n        "霧笛"\n    ]\n}\n---\n',
    ],
    [
      '---json\n{\r\n  "keywords": "灯台, 霧笛",\r\n  "tags": [\r\n    "海"\r\n  ]\r\n}\r\n---\r\n',
      '---json\n{\r\n  "keywords": [\r\n    "灯台",\r\n    "霧笛"\r\n  ],\r\n  "tags": [\r\n    "海"\r\n  ]\r\n}\r\n---\r\n',
    ],
  ])('%j', (text, repaired) => {
    expect(repairedBy(id, text, type)).toBe(repaired);
  });
});

describe('front-matter-format', () => {
  const id = 'front-matter-format';
  const type = typeOf(id);

  test.each([
    ['⟦---⟧\nslug: a\n---\n', '---json\n{\n  "slug": "a"\n}\n---\n'],
    ['⟦+++⟧\nslug = "a"\n+++\n', '---json\n{\n  "slug": "a"\n}\n---\n'],
    ['⟦---⟧\r\nslug: a\r\nsteps: 1.50\r\n---\r\n', '---json\r\n{\r\n  "slug": "a",\r\n  "steps": 1.5\r\n}\r\n---\r\n'],
    ['⟦---⟧\nslug: a # 岬\n---\n', '---\nslug: a # 岬\n---\n'],
    ['⟦---⟧\nid: 12345678901234567890\n---\n', '---\nid: 12345678901234567890\n---\n'],
    ['⟦---⟧\nlight: .inf\n---\n', '---\nlight: .inf\n---\n'],
    ['⟦---⟧\nslug: a\nslug: b\n---\n', '---\nslug: a\nslug: b\n---\n'],
    ['---json\n{ "slug": "a" }\n---\n', '---json\n{ "slug": "a" }\n---\n'],
    ['---\n- a\n---\n', '---\n- a\n---\n'],
  ])('%j', (marked, repaired) => {
    expect(markedBy(id, plain(marked), type)).toBe(marked);
    expect(repairedBy(id, plain(marked), type)).toBe(repaired);
  });
});

describe('key-order', () => {
  const id = 'key-order';
  const type = typeOf(id);

  test.each([
    ['---\ntitle: a\n⟦slug⟧: b\n---\n', '---\nslug: b\ntitle: a\n---\n'],
    ['---\r\ntitle: a\r\n⟦slug⟧: b\r\n---\r\n', '---\r\nslug: b\r\ntitle: a\r\n---\r\n'],
    ['+++\ntitle = "a"\n⟦slug⟧ = "b"\n+++\n', '+++\nslug = "b"\ntitle = "a"\n+++\n'],
    ['---\n⟦tags⟧:\n  - a\ncategory: b\n\nslug: c\n---\n', '---\ncategory: b\nslug: c\n\ntags:\n  - a\n---\n'],
    ['---\ntitle: |\n  a\n  b\n⟦slug⟧: b\n---\n', '---\nslug: b\ntitle: |\n  a\n  b\n---\n'],
    ['---\nslug: a\nown: 1\n⟦category⟧: b\n---\n', '---\ncategory: b\nown: 1\nslug: a\n---\n'],
    ['---json\n{ "slug": "#a", ⟦"category"⟧: "b" }\n---\n', '---json\n{ "category": "b", "slug": "#a" }\n---\n'],
    ['---\nslug: b # 岬\n⟦category⟧: a\n---\n', '---\nslug: b # 岬\ncategory: a\n---\n'],
    ['---\nslug: &a b\n⟦category⟧: *a\n---\n', '---\nslug: &a b\ncategory: *a\n---\n'],
  ])('%j', (marked, repaired) => {
    expect(markedBy(id, plain(marked), type)).toBe(marked);
    expect(repairedBy(id, plain(marked), type)).toBe(repaired);
  });

  test('names the others that are out of place', () => {
    const guide = '---\ntitle: 1\ntags: [a]\nslug: 2\n---\n';
    expect(saidBy(id, guide, type)).toEqual([
      'tags | "tags" stands after "title"; put it before that',
      '- slug | "slug" is out of place as well',
    ]);
    expect(saidBy(id, guide, type, 'ja')).toEqual([
      'tags | 「tags」が「title」より後にあります。前に移してください',
      '- slug | 「slug」も順序が違います',
    ]);
    expect(saidBy(id, '---\ntags: [a]\ncategory: b\nslug: c\n---\n', type)).toEqual([
      'tags | "tags" stands before "slug"; put it after that',
    ]);
  });
});

describe('front-matter-key-present', () => {
  const id = 'front-matter-key-present';
  const author = {
    type: 'object',
    'x-source': { frontMatter: 'author' },
    required: ['name'],
    properties: { name: { type: 'string' }, site: { type: 'string' } },
  };
  const slug = { type: 'string', 'x-source': { frontMatter: 'slug' } };
  const type = { type: { type: 'object', required: ['slug'], properties: { author, slug } } satisfies SchemaNode };

  test.each([
    ['---\n⟦slgu⟧: a\n---\n', '---\nslug: a\n---\n'],
    ['---\n⟦"slog"⟧: a\n---\n', '---\n"slug": a\n---\n'],
    ['---\nslug: a\nauthor:\n  ⟦nmae⟧: 渚\n---\n', '---\nslug: a\nauthor:\n  name: 渚\n---\n'],
    ['---\nslug: a\nauthor: { ⟦nam⟧: 渚 }\n---\n', '---\nslug: a\nauthor: { name: 渚 }\n---\n'],
  ])('%j', (marked, repaired) => {
    expect(markedBy(id, plain(marked), type)).toBe(marked);
    expect(repairedBy(id, plain(marked), type)).toBe(repaired);
  });

  test('means no key that stands for something else', () => {
    expect(saidBy(id, '---\nslug: a\nauthor:\n  site: x\n---\n', type)).toEqual([
      ' | "name" is missing from "author"; add it',
    ]);
    expect(saidBy(id, '---\nslug: a\nauthor:\n  nmae: x\n---\n', type)).toEqual([
      'nmae | "name" is missing from "author"; did you mean "name" where it says "nmae"?',
    ]);
    expect(saidBy(id, '---\nslug: a\nauthor:\n  nmae: x\n---\n', type, 'ja')).toEqual([
      'nmae | 「author」に「name」がありません。「nmae」は「name」の書き間違いではありませんか',
    ]);
  });
});

describe('section-order', () => {
  const id = 'section-order';
  const type = typeOf(id);
  const sections = (...names: readonly string[]): string => names.map((name) => `## ${name}\n\n味噌。\n`).join('\n');

  test.each([
    [
      ['保存', '材料', '作り方'],
      ['## 保存 | "保存" belongs after "作り方"; move it there', '- ## 作り方 | Its place is next to this section'],
    ],
    [
      ['作り方', '材料'],
      ['## 材料 | "材料" belongs before "作り方"; move it there', '- ## 作り方 | Its place is next to this section'],
    ],
    [
      ['材料', 'コツ', '作り方', '保存'],
      ['## 作り方 | "作り方" belongs before "コツ"; move it there', '- ## コツ | Its place is next to this section'],
    ],
    [
      ['コツ', '作り方', '材料'],
      [
        '## 作り方 | "作り方" belongs before "コツ"; move it there',
        '- ## コツ | Its place is next to this section',
        '## 材料 | "材料" belongs before "コツ"; move it there',
        '- ## コツ | Its place is next to this section',
      ],
    ],
    [['材料', '材料', '作り方'], []],
    [['材料', '作り方', 'コツ', '保存'], []],
  ])('%s', (names, said) => {
    expect(saidBy(id, sections(...names), type)).toEqual(said);
  });

  test('says it in Japanese', () => {
    expect(saidBy(id, sections('保存', '材料', '作り方'), type, 'ja')).toEqual([
      '## 保存 | 「保存」は「作り方」の後に置いてください',
      '- ## 作り方 | この章のとなりが正しい位置です',
    ]);
    expect(saidBy(id, sections('作り方', '材料'), type, 'ja')).toEqual([
      '## 材料 | 「材料」は「作り方」の前に置いてください',
      '- ## 作り方 | この章のとなりが正しい位置です',
    ]);
  });
});

describe('chapter-level', () => {
  const id = 'chapter-level';
  const { title: _title, ...chapters } = typeOf(id).type?.properties ?? {};
  const untitled = { type: { type: 'object', properties: chapters } };

  test.each([
    [
      typeOf(id),
      '# 汁\n\n## 材料\n\n味噌。\n\n⟦### 作り方⟧\n\n煮る。\n\n## コツ\n\n火。\n',
      '# 汁\n\n## 材料\n\n味噌。\n\n## 作り方\n\n煮る。\n\n## コツ\n\n火。\n',
    ],
    [
      typeOf(id),
      '# 汁\n\n⟦### 材料⟧\n\n味噌。\n\n⟦### 作り方⟧\n\n煮る。\n',
      '# 汁\n\n## 材料\n\n味噌。\n\n## 作り方\n\n煮る。\n',
    ],
    [
      untitled,
      '### 材料\n\n味噌。\n\n### 作り方\n\n煮る。\n\n⟦## コツ⟧\n\n火。\n',
      '### 材料\n\n味噌。\n\n### 作り方\n\n煮る。\n\n### コツ\n\n火。\n',
    ],
    [untitled, '⟦### 材料⟧\n\n味噌。\n\n## 作り方\n\n煮る。\n', '## 材料\n\n味噌。\n\n## 作り方\n\n煮る。\n'],
  ])('%#', (type, marked, repaired) => {
    expect(markedBy(id, plain(marked), type)).toBe(marked);
    expect(repairedBy(id, plain(marked), type)).toBe(repaired);
  });
});

describe('heading-increment', () => {
  const id = 'heading-increment';

  test.each([
    ['# 汁\n\n⟦### 材料⟧\n\n#### 味噌\n\n### 作り方\n', '# 汁\n\n## 材料\n\n### 味噌\n\n## 作り方\n'],
    ['# 汁\n\n⟦###### 材料⟧\n', '# 汁\n\n## 材料\n'],
    ['# 汁\n\n材料\n---\n\n⟦#### 味噌⟧\n', '# 汁\n\n材料\n---\n\n### 味噌\n'],
    ['## 汁\n\n# 椀\n\n⟦### 材料⟧\n', '## 汁\n\n# 椀\n\n## 材料\n'],
    ['# 汁\n\n> ### 引用\n\n## 材料\n', '# 汁\n\n> ### 引用\n\n## 材料\n'],
  ])('%j', (marked, repaired) => {
    expect(markedBy(id, plain(marked))).toBe(marked);
    expect(repairedBy(id, plain(marked))).toBe(repaired);
  });

  test('says which level is wanted', () => {
    expect(saidBy(id, '# 汁\n\n### 材料\n\n### 作り方\n')).toEqual([
      '### 材料 | "材料" has the level "###", but stands below "#"; write "##"',
      '- ### 作り方 | "###" here as well; write "##"',
    ]);
    expect(saidBy(id, '# 汁\n\n### 材料\n\n### 作り方\n', {}, 'ja')).toEqual([
      '### 材料 | 見出し「材料」は「###」ですが、すぐ上の段は「#」です。「##」にしてください',
      '- ### 作り方 | ここも「###」です。「##」にしてください',
    ]);
  });
});

describe('no-hashtag-at-line-start', () => {
  const id = 'no-hashtag-at-line-start';

  test.each([
    ['⟦#海⟧ #光\n', '`#海` `#光`\n'],
    ['海\n⟦#光⟧\n', '海\n`#光`\n'],
    ['⟦#光⟧ は青い\n', '`#光` は青い\n'],
    ['⟦#海⟧\n⟦#光⟧\n\n⟦#霧⟧\n', '`#海`\n`#光`\n\n`#霧`\n'],
    ['# 光\n', '# 光\n'],
    ['- #海\n', '- #海\n'],
    ['`#海`\n', '`#海`\n'],
    ['\\#海\n', '\\#海\n'],
  ])('%j', (marked, repaired) => {
    expect(markedBy(id, plain(marked))).toBe(marked);
    expect(repairedBy(id, plain(marked))).toBe(repaired);
  });
});
