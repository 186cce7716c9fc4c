import { describe, expect, test } from 'vitest';
import type { Guide, SchemaNode } from '../src/model.ts';
import { guideOf } from './rule-examples.ts';

const text: SchemaNode = { type: 'string' };
const markdown: SchemaNode = { type: 'string', contentMediaType: 'text/markdown' };

function bound(type: SchemaNode, guide: string): Guide {
  return guideOf({ guide, type });
}

const object = (properties: Record<string, SchemaNode>): SchemaNode => ({ type: 'object', properties });

const types = new Map<SchemaNode, SchemaNode>();

/** What `a` becomes, as JSON has it. */
function readAs(node: SchemaNode, guide: string): unknown {
  const type = types.get(node) ?? object({ a: node });
  types.set(node, type);
  const { a } = bound(type, guide).value;
  return a === undefined ? undefined : JSON.parse(JSON.stringify(a));
}

/** A section with a name and all of the body below it. */
const talk = (node: SchemaNode): SchemaNode => ({ ...node, 'x-source': { section: { name: '話' } } });
const seen = talk(text);
const written = talk(markdown);

describe('a text is what a reader sees', () => {
  test.each([
    ['a list', '- 海\n- 光\n  - 風\n', '- 海\n- 光\n  - 風'],
    ['a list that begins at three', '3. 海\n4. 光\n', '3. 海\n4. 光'],
    ['a list of tasks', '- [ ] 海\n- [x] 光\n', '- 海\n- 光'],
    ['a quotation of two lines', '> 引用\n> 続き\n', '引用続き'],
    ['a table', '| 名 | 高さ |\n| - | - |\n| 杉 | 40 |\n', '名 | 高さ\n杉 | 40'],
    ['code', '```js\nlet a\n\n  b\n```\n', 'let a\n\n  b'],
    ['a footnote', '海[^1]\n\n[^1]: 注の文\n', '海\n注の文'],
    ['pictures and links', '![灯台](a.png)と[光](b)と`c`\n', '灯台と光とc'],
    ['a picture by reference', '![灯][x]\n\n[x]: a.png\n', '灯'],
    ['wrapped English', 'The lamp\nturns  \nat night\n', 'The lamp turns\nat night'],
    ['wrapped Japanese', '海と\n光と\nthe lamp\n', '海と光とthe lamp'],
    ['wrapped lines of Windows', 'The lamp\r\nturns\r\n', 'The lamp turns'],
    ['a break that is asked for', 'sea\\\nlight<br/>wind<BR>\n', 'sea\nlight\nwind'],
    ['marks of emphasis', '~~海~~ **光** _風_\n', '海 光 風'],
    ['references and escapes', 'R&amp;D &lt;light&gt; \\*x\\*\n', 'R&D <light> *x*'],
    ['tags in a line', '<b>海</b>と<brand>光\n', '海と光'],
    ['breaks around', '---\n\n海\n\n---\n\n光\n\n***\n', '海\n光'],
    ['nothing but a break', '***\n', undefined],
    ['nothing but a comment', '<!-- 注 -->\n', undefined],
    ['nothing but a block of HTML', '<div>海</div>\n', undefined],
  ])('%s', (_, body, expected) => {
    expect(readAs(seen, `## 話\n\n${body}`)).toBe(expected);
  });
});

describe('a Markdown text is what was written, without the indentation it stands in', () => {
  test.each([
    ['- 海\n\n  光\n- 風\n', '- 海\n\n  光\n- 風'],
    ['1. 海\n   ```\n   a\n     b\n   ```\n', '1. 海\n   ```\n   a\n     b\n   ```'],
    ['> 海\n\n\n\n光\n', '> 海\n\n光'],
    ['  海\n  光\n    風\n', '海\n光\n  風'],
    ['海\r\n光\r\n\r\n風\r\n', '海\n光\n\n風'],
    ['   海\r\n   光\r\n', '海\n光'],
  ])('%j', (body, expected) => {
    expect(readAs(written, `## 話\n\n${body}`)).toBe(expected);
  });
});

const toolsBy = (mode: 'headings' | 'list' | 'any'): SchemaNode => ({
  'x-source': { section: { name: '道具' }, items: mode },
  type: 'array',
  items: {
    type: 'object',
    properties: {
      name: { ...text, 'x-source': { heading: true } },
      use: { ...markdown, 'x-source': { prose: 'rest' } },
    },
  },
});

const tools = { headings: toolsBy('headings'), list: toolsBy('list'), any: toolsBy('any') };

describe('items', () => {
  test.each([
    [
      'bold paragraphs, with all up to the next one',
      'any',
      '前置き。\n\n**鍋:** 煮る。\n\n深い鍋。\n\n__網__\n\n焼く。\n',
      [
        { name: '鍋', use: '煮る。\n\n深い鍋。' },
        { name: '網', use: '焼く。' },
      ],
    ],
    [
      'bold type on a line of its own',
      'any',
      '**鍋**\n煮る。\n\n**網** 焼く。\n',
      [
        { name: '鍋', use: '煮る。' },
        { name: '網', use: '焼く。' },
      ],
    ],
    [
      'sub-headings before lists',
      'any',
      '### 鍋\n\n煮る。\n\n- 網: 焼く\n',
      [{ name: '鍋', use: '煮る。\n\n- 網: 焼く' }],
    ],
    [
      'lists before bold paragraphs',
      'any',
      '**道具**\n\n- 鍋: 煮る\n- **網** 焼く\n- 箸\n- https://example.org/a の皿\n',
      [
        { name: '鍋', use: '煮る' },
        { name: '網', use: '焼く' },
        { name: '箸' },
        { name: 'https://example.org/a の皿' },
      ],
    ],
    ['no sub-headings', 'headings', '- 鍋\n', []],
    ['no lists', 'list', '### 鍋\n\n**網** 焼く。\n', []],
    [
      'the highest sub-headings',
      'headings',
      '#### 細かい話\n\nあ\n\n### 鍋\n\nい\n\n#### 深い鍋\n\nう\n\n### 網\n',
      [{ name: '鍋', use: 'い\n\n#### 深い鍋\n\nう' }, { name: '網' }],
    ],
    [
      'names without numbers and colons',
      'headings',
      '### ① 鍋：\n\n### 2️⃣ 網\n\n### 10. 箸:\n\n### 🔟 皿\n\n### 3、 椀\n\n###\n\n名なし\n',
      [{ name: '鍋' }, { name: '網' }, { name: '箸' }, { name: '皿' }, { name: '椀' }, { use: '名なし' }],
    ],
    [
      'a block that fell out of a numbered item',
      'list',
      '1. 鍋: 煮る\n\n深い鍋がよい。\n\n---\n\n2. 網: 焼く\n\nおわり。\n',
      [
        { name: '鍋', use: '煮る\n\n深い鍋がよい。' },
        { name: '網', use: '焼く' },
      ],
    ],
    [
      'a block between two numbered lists',
      'list',
      '1. 鍋: 煮る\n\n次は焼く道具。\n\n1. 網: 焼く\n',
      [
        { name: '鍋', use: '煮る' },
        { name: '網', use: '焼く' },
      ],
    ],
    [
      'a block between two lists without numbers',
      'list',
      '- 鍋: 煮る\n\n深い鍋。\n\n- 網: 焼く\n',
      [
        { name: '鍋', use: '煮る' },
        { name: '網', use: '焼く' },
      ],
    ],
    [
      'code, nothing and a heading in a list',
      'list',
      '- ```\n  鍋\n  ```\n-\n- # 網\n',
      [{ use: '```\n鍋\n```' }, {}, { name: '網' }],
    ],
  ] as const)('%s', (_, mode, body, expected) => {
    expect(readAs(tools[mode], `## 道具\n\n${body}`)).toEqual(expected);
  });
});

describe('prose', () => {
  const parts = (properties: Record<string, SchemaNode>): SchemaNode => ({
    'x-source': { section: { name: '道具' } },
    type: 'object',
    properties,
  });
  const list: SchemaNode = { 'x-source': { items: 'list' }, type: 'array', items: text };
  const intro: SchemaNode = { ...markdown, 'x-source': { prose: 'intro' } };
  const rest: SchemaNode = { ...markdown, 'x-source': { prose: 'rest' } };
  const all = parts({ list, intro, rest });
  const prose = parts({ intro, rest });
  const left = parts({ list, rest });

  test.each([
    [
      'the intro ends where something else has its place',
      all,
      'はじめの文。\n\n二つめ。\n\n- 鍋\n- 網\n\nおわりの文。\n',
      { list: ['鍋', '網'], intro: 'はじめの文。\n\n二つめ。', rest: 'おわりの文。' },
    ],
    [
      'the intro ends at a heading',
      prose,
      'はじめの文。\n\n### 鍋\n\nおわりの文。\n',
      { intro: 'はじめの文。', rest: '### 鍋\n\nおわりの文。' },
    ],
    ['the intro may be all there is', prose, 'はじめ。\n\n二つめ。\n', { intro: 'はじめ。\n\n二つめ。' }],
    ['there may be no intro', all, '- 鍋\n', { list: ['鍋'] }],
    [
      'links and comments are not left over',
      left,
      '- [鍋][n]\n\n[n]: https://example.org\n\n<!-- 一 -->\n<!-- 二 -->\n\n---\n',
      { list: ['鍋'] },
    ],
    [
      'text beside a comment is left over',
      left,
      '- 鍋\n\n<!-- 一 --> 海\n\n<!-- 二 --> <!--\n',
      { list: ['鍋'], rest: '<!-- 一 --> 海\n\n<!-- 二 --> <!--' },
    ],
  ])('%s', (_, node, body, expected) => {
    expect(readAs(node, `## 道具\n\n${body}`)).toEqual(expected);
  });
});

describe('labels', () => {
  const node: SchemaNode = {
    'x-source': { section: { name: '話' } },
    type: 'object',
    properties: {
      goal: { ...text, 'x-source': { label: ['ねらい', 'Goal'] } },
      all: {
        'x-source': { labels: '*' },
        type: 'array',
        items: { type: 'object', properties: { label: text, text } },
      },
      rest: { ...markdown, 'x-source': { prose: 'rest' } },
    },
  };

  test.each([
    ['**ねらい:**\n\n- 海\n- 光\n', { goal: '- 海\n- 光' }],
    ['**ねらい:**\n\n```\nlamp\n```\n', { goal: 'lamp' }],
    ['**ねらい:**\n\n> 引用\n', { goal: '引用' }],
    ['**ねらい:**\n\n次の段落。\n\n続き。\n', { goal: '次の段落。', rest: '続き。' }],
    ['**ねらい:**\n\n**別:** い\n', { all: [{ label: '別', text: 'い' }] }],
    ['**ねらい:**\n\n### 見出し\n\nあ\n', { rest: '### 見出し\n\nあ' }],
    ['**ねらい:**\n', {}],
    ['ねらい: 海を知る\n', { goal: '海を知る' }],
    ['Goal. See the light\n', { goal: 'See the light' }],
    ['【ねらい】海\n', { goal: '海' }],
    ['*ねらい*\u3000海\n', { goal: '海' }],
    ['1. **ねらい**: 海\n', { goal: '海' }],
    ['- ねらい：海\n  光\n- **別:** lamp\n  light\n', { goal: '海光', all: [{ label: '別', text: 'lamp light' }] }],
    ['**ねらい:** あ\n**別:** い\n続き\n', { goal: 'あ', all: [{ label: '別', text: 'い続き' }] }],
    ['- **ねらい:**\n  - 海\n  - 光\n', { goal: '- 海\n- 光' }],
    ['**ねらい：** あ\n\n**ねらい:** い\n', { goal: 'あ\nい' }],
    ['他のねらい: 海\n', { rest: '他のねらい: 海' }],
    ['**他のねらい**: 海\n', { goal: '海' }],
  ])('%j', (body, expected) => {
    expect(readAs(node, `## 話\n\n${body}`)).toEqual({ all: [], ...expected });
  });
});

describe('tables', () => {
  const priced = (name: string): SchemaNode => ({
    'x-source': { section: { name }, table: { columns: { name: ['名前'], price: ['値段'] } } },
    type: 'array',
    items: {
      type: 'object',
      required: ['name', 'price'],
      properties: { name: text, price: { type: 'integer', 'x-parse': 'integer' } },
    },
  });

  test('cells under headers that nobody knows stay under these, else under the number of their column', () => {
    const guide =
      '## 道具\n\n| No. | 名前 | 値段 | 色 | |\n| - | - | - | - | - |\n| 1 | 鍋 | 900 | 赤 | 丸 |\n| 二 | 網 | 5 | | |\n';
    expect(readAs(priced('道具'), guide)).toEqual([
      { name: '鍋', price: 900, 色: '赤', 5: '丸' },
      { 'No.': '二', name: '網', price: 5, 色: '' },
    ]);
  });

  const toolTable = object({ a: priced('道具') });

  test.each([
    ['an empty cell', '| 名前 | 値段 |\n| - | - |\n| 鍋 | ', ' |\n', '/a/0/price'],
    ['an empty first cell', '| 名前 | 値段 |\n| - | - |\n| ', ' | 5 |\n', '/a/0/name'],
    ['a cell without width', '|名前|値段|\n|-|-|\n|', '|5|\n', '/a/0/name'],
    ['a cell that is not there', '| 名前 | 値段 |\n| - | - |\n| 鍋 |', '\n', '/a/0/price'],
    ['a cell without bars', '名前 | 値段\n---|---\n鍋 |', '\n', '/a/0/price'],
  ])('%s is missing where it would stand', (_, before, behind, pointer) => {
    const { violations } = bound(toolTable, `## 道具\n\n${before}${behind}`);
    const at = `## 道具\n\n${before}`.length;
    expect(violations).toMatchObject([{ keyword: 'required', pointer, range: { start: at, end: at } }]);
  });

  test('the text around two tables, and the headers of the first', () => {
    const { value } = bound(
      object({
        a: priced('道具'),
        b: priced('材料'),
        rest: { ...markdown, 'x-source': { prose: 'rest', of: ['/a', '/b', '/c'] } },
        c: priced('器'),
        headers: { type: 'array', items: text, 'x-source': { headers: true, of: ['/c', '/a', '/b'] } },
        all: {
          type: 'array',
          items: { type: 'object', properties: { name: text } },
          'x-source': { collect: ['/b', '/a', '/none', '/rest', '/a/*/name'] },
        },
      }),
      '## 道具\n\n前。\n\n| 名前 | 値段（円） |\n| - | - |\n| 鍋 | 900 |\n\n## 材料\n\n次。\n\n| 名前 | 値段 |\n| - | - |\n| 豆 | 5 |\n',
    );
    expect(value).toMatchObject({
      rest: '前。\n\n次。',
      headers: ['名前', '値段（円）'],
      all: [{ name: '鍋' }, { name: '豆' }],
    });
  });

  const header: SchemaNode = { ...text, 'x-source': { section: { name: '話' }, header: '値段' } };

  test.each([
    ['a header and the first cell below', '文。\n\n| 名前 | 値段（円） |\n| - | - |\n| 鍋 | 900 |\n', '値段（円） 900'],
    ['a header above nothing', '| 名前 | 値段 |\n| - | - |\n', '値段'],
    ['the first table with the column', '| 色 |\n| - |\n| 赤 |\n\n| 値段 |\n| - |\n| 5 |\n', '値段 5'],
    ['no table', '文。\n', undefined],
    ['no such column', '| 名前 | 色 |\n| - | - |\n| 鍋 | 赤 |\n', undefined],
  ])('%s', (_, body, expected) => {
    expect(readAs(header, `## 話\n\n${body}`)).toBe(expected);
  });

  test('a value read out of another cell is nothing where there is none to read', () => {
    const node: SchemaNode = {
      'x-source': {
        section: { name: '道具' },
        table: { columns: { name: ['名前'], price: ['値段'], range: 'price' } },
      },
      type: 'array',
      items: {
        type: 'object',
        properties: {
          name: text,
          price: text,
          range: { type: 'object', 'x-parse': 'money-range', properties: { min: {}, max: {}, text } },
        },
      },
    };
    expect(readAs(node, '## 道具\n\n| 名前 | 値段 |\n| - | - |\n| 鍋 | 900円 |\n| 網 | 不明 |\n')).toEqual([
      { name: '鍋', price: '900円', range: { min: 900, max: 900, openEnded: false, text: '900円' } },
      { name: '網', price: '不明' },
    ]);
    expect(readAs(node, '## 道具\n\n| 名前 | 色 |\n| - | - |\n| 鍋 | 赤 |\n')).toEqual([{ name: '鍋', 色: '赤' }]);
  });
});

describe('sections in an object that only groups them', () => {
  const section = (name: string): SchemaNode => ({ ...text, 'x-source': { section: { name } } });
  const grouped = object({
    a: { type: 'object', required: ['sea', 'light'], properties: { sea: section('海'), light: section('光') } },
    wind: section('風'),
  });

  test('are found at the level of those beside it', () => {
    const { value, violations } = bound(grouped, '# 題\n\n## 海\n\nあ\n\n## 光\n\nい\n\n## 風\n\nう\n');
    expect(value).toMatchObject({ a: { sea: 'あ', light: 'い' }, wind: 'う' });
    expect(violations).toEqual([]);
  });

  test.each([
    ['before the next of the group', '# 題\n\n', '## 光\n\nい\n\n## 風\n\nう\n', '/a/sea'],
    ['before the next one behind the group', '# 題\n\n## 海\n\nあ\n\n', '## 風\n\nう\n', '/a/light'],
    ['at the end', '# 題\n\n## 海\n\nあ', '\n', '/a/light'],
  ])('are missing %s', (_, before, behind, pointer) => {
    const { violations } = bound(grouped, before + behind);
    const at = before.length;
    expect(violations).toMatchObject([{ keyword: 'required', pointer, range: { start: at, end: at } }]);
  });
});
