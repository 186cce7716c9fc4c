import { describe, expect, test } from 'vitest';
import { partOf } from '../src/guide-types/scope.ts';
import { align } from '../src/learn/align.ts';
import { clusterHeadings } from '../src/learn/cluster-headings.ts';
import { type Content, type Form, formOf } from '../src/learn/form-of.ts';
import { learnItems } from '../src/learn/learn-items.ts';
import { type Learned, learnTypes } from '../src/learn/learn-types.ts';
import { learnValue } from '../src/learn/learn-value.ts';
import { type OutlineHeading, outlineOf } from '../src/learn/outline.ts';
import { propertyName } from '../src/learn/property-name.ts';
import { relaxSchema } from '../src/learn/relax-schema.ts';
import type { Document, SchemaNode } from '../src/model.ts';
import { parseDocument } from '../src/parse/parse-document.ts';

const documentOf = (path: string, text: string): Document => parseDocument({ path, text, bom: false });

function learn(files: Readonly<Record<string, string>>, folder = 'guides', taken: readonly string[] = []): Learned {
  const documents = Object.entries(files).map(([path, text]) => documentOf(path, text));
  return learnTypes(documents, { taken: new Set(taken), folder });
}

describe('what the values of a key have in common', () => {
  const pattern = (join: string): string => `^[a-z0-9]+(?:${join}[a-z0-9]+)*$`;
  const many = (count: number, value: (index: number) => unknown): unknown[] =>
    Array.from({ length: count }, (_, index) => value(index));

  test.each<readonly [string, readonly unknown[], SchemaNode]>([
    ['nothing', [], {}],
    ['null', [null, null], { type: 'null' }],
    ['yes and no', [true, false], { type: 'boolean' }],
    ['whole numbers', [1, 2], { type: 'integer' }],
    ['whole numbers and others', [1, 1.5], { type: 'number' }],
    ['numbers and texts', [1, '二'], { type: ['integer', 'string'] }],
    ['one slip in ten', [...many(9, (index) => `文${index}`), 1], { type: 'string', minLength: 1 }],
    ['two slips in ten', [...many(8, (index) => `文${index}`), 1, 2], { type: ['string', 'integer'] }],
    ['texts', ['灯台', '港'], { type: 'string', minLength: 1 }],
    ['empty texts', ['灯台', ' '], { type: 'string' }],
    ['days', ['2024-05-01', '2024-05-02'], { type: 'string', format: 'date' }],
    ['moments', ['2024-05-01T10:00:00Z', '2024-05-02T10:00:00'], { type: 'string', format: 'date-time' }],
    ['addresses', ['https://example.org/a', 'http://example.org'], { type: 'string', format: 'uri' }],
    ['names with underscores', ['sea_mark', 'light_house', 'pier'], { type: 'string', pattern: pattern('_') }],
    ['names with hyphens', ['sea-mark', 'light-house'], { type: 'string', pattern: pattern('-') }],
    ['one name with a hyphen', ['sea-mark', 'pier'], { type: 'string', minLength: 1 }],
    ['names in capitals', ['sea-mark', 'Light-House'], { type: 'string', minLength: 1 }],
    ['three choices, fifteen times', many(15, (index) => ['港', '海', '光'][index % 3]), { enum: ['光', '海', '港'] }],
    [
      'three choices, fourteen times',
      many(14, (index) => ['港', '海', '光'][index % 3]),
      { type: 'string', minLength: 1 },
    ],
    [
      'lists',
      [['a', 'b'], ['c']],
      { type: 'array', items: { type: 'string', minLength: 1 }, minItems: 1, uniqueItems: true },
    ],
    ['lists, one of them empty', [[], [1]], { type: 'array', items: { type: 'integer' } }],
    ['lists that repeat', [[1, 1], [2]], { type: 'array', items: { type: 'integer' }, minItems: 1 }],
    ['empty lists', [[]], { type: 'array', items: {} }],
    [
      'mappings',
      [{ a: 1 }, { a: 2, b: '海' }],
      {
        type: 'object',
        required: ['a'],
        properties: { a: { type: 'integer' }, b: { type: 'string', minLength: 1 } },
      },
    ],
    ['empty mappings', [{}], { type: 'object', properties: {} }],
    [
      'mappings with a slip in fewer than one of twenty',
      many(100, (index) => ({ a: 1, ...(index < 3 && { rare: 1 }), ...(index < 2 && { slip: 1 }) })),
      { type: 'object', required: ['a'], properties: { a: { type: 'integer' }, rare: { type: 'integer' } } },
    ],
    [
      'mappings with a key in one of twenty',
      many(20, (index) => ({ a: 1, ...(index < 1 && { rare: 1 }) })),
      { type: 'object', required: ['a'], properties: { a: { type: 'integer' }, rare: { type: 'integer' } } },
    ],
  ])('%s', (_, values, expected) => {
    expect(learnValue(values)).toEqual(expected);
  });
});

test.each([
  [['料金表'], '料金表'],
  [['料金表', 'Prices'], 'prices'],
  [['What to bring (and why)'], 'whatToBring'],
  [['A guide to the use of a lamp in the dark night'], 'guideUseLampDarkNight'],
  [['The sea and light'], 'theSeaAndLight'],
  [['Type'], 'type2'],
  [['（注）'], '注'],
  [['！？'], 'section'],
  [['ＡＢＣ　ｄｅｆ'], 'abcDef'],
  [['名前', 'taken'], 'taken3'],
  [[], 'section'],
])('the property of %j is %s', (names, expected) => {
  expect(propertyName(names, new Set(['taken', 'taken2']))).toBe(expected);
});

test.each([
  ['abc', 'xyz', 'ax by cz'],
  ['abcd', 'ACD', 'aA b- cC dD'],
  ['ac', 'XABC', '-X aA -B cC'],
  ['abc', 'CA', 'a- b- cC -A'],
  ['', 'AB', '-A -B'],
  ['ab', '', 'a- b-'],
])('%j and %j are paired in order: %s', (first, second, expected) => {
  const pairs = align([...first], [...second], (a, b) => (a.toUpperCase() === b ? 1 : 0));
  expect(pairs.map(([a = '-', b = '-']) => a + b).join(' ')).toBe(expected);
});

/** A section with a table, and another one. */
const guide = (title: string, head: readonly string[], rows: readonly (readonly string[])[]): string =>
  `# ${title}\n\n## 料金表\n\n| ${head.join(' | ')} |\n|${head.map(() => ' - ').join('|')}|\n${rows
    .map((row) => `| ${row.join(' | ')} |\n`)
    .join('')}\n## 物語\n\n海の話。\n`;

describe('what stands in the columns of tables', () => {
  const bound = { type: ['number', 'null'] };
  const text: SchemaNode = { type: 'string' };
  const columns: readonly (readonly [header: string, cells: readonly [string, string], SchemaNode])[] = [
    ['券', ['大人', '子供'], text],
    ['値段（円）', ['900', '1,200'], { 'x-parse': 'integer', type: 'integer' }],
    ['高さ', ['1.5', '2'], { 'x-parse': 'number', type: 'number' }],
    [
      '重さ',
      ['3kg', '4.5 kg'],
      {
        'x-parse': 'number',
        type: 'object',
        required: ['value', 'text'],
        properties: { value: { type: 'number' }, text },
      },
    ],
    [
      '人数',
      ['3人', '４人'],
      {
        'x-parse': 'integer',
        type: 'object',
        required: ['value', 'text'],
        properties: { value: { type: 'integer' }, text },
      },
    ],
    [
      '割合',
      ['5%', '7.5%'],
      {
        'x-parse': 'percent',
        type: 'object',
        required: ['value', 'text'],
        properties: { value: { type: 'number' }, text },
      },
    ],
    ['開始日', ['2024/4/1', '2024年5月2日'], { 'x-parse': 'date', type: 'string', format: 'date' }],
    ['可否', ['○', '×'], { 'x-parse': 'mark', type: 'boolean' }],
    [
      '年数',
      ['0〜3年', '3〜5年'],
      {
        'x-parse': 'year-range',
        type: 'object',
        required: ['min', 'max', 'text'],
        properties: { min: bound, max: bound, text },
      },
    ],
    [
      '年収',
      ['300〜500万円', '400万円'],
      {
        'x-parse': 'money-range',
        type: 'object',
        required: ['min', 'max', 'openEnded', 'text'],
        properties: { min: bound, max: bound, openEnded: { type: 'boolean' }, text },
      },
    ],
    ['数', ['5', '五つほどあれば足りる'], text],
    ['色', ['', ''], text],
  ];
  const heads = ['No.', ...columns.map(([header]) => header)];
  const rows = [0, 1].map((row) => [String(row + 1), ...columns.map(([, cells]) => cells[row] ?? '')]);
  const { types } = learn({ 'g/a.md': guide('灯台', heads, rows), 'g/b.md': guide('港', heads, rows) });

  test.each(columns)('%s: %j', (header, _, expected) => {
    const properties = types[0]?.schema.properties?.料金表?.items?.properties;
    expect(properties?.[header.replace('（円）', '')]).toEqual(expected);
  });

  test('and none of them is the number of the row', () => {
    const [type] = types;
    expect(Object.keys(type?.schema.properties?.料金表?.items?.properties ?? {})).toEqual(
      columns.map(([header]) => header.replace('（円）', '')),
    );
    expect(type?.accepted).toBe(2);
  });

  test('a header in brackets keeps them; a column with gaps, or of a single cell, wants nothing', () => {
    const gaps = learn({
      'g/a.md': guide('灯台', ['（券）', '値段'], [['大人', '']]),
      'g/b.md': guide('港', ['（券）', '値段'], [['子供', '5']]),
    });
    const { 料金表: table } = gaps.types[0]?.schema.properties ?? {};
    expect(table?.['x-source']?.table?.columns).toEqual({ 券: ['（券）'], 値段: ['値段'] });
    expect(table?.items).toMatchObject({ required: ['券'], properties: { 値段: { type: 'string' } } });
  });

  test('tables without rows have columns all the same', () => {
    const learned = learn({ 'g/a.md': guide('灯台', ['券', '値段'], []), 'g/b.md': guide('港', ['券', '値段'], []) });
    expect(learned.types[0]?.schema.properties?.料金表).toEqual({
      'x-source': { section: { name: '料金表' }, table: { columns: { 券: ['券'], 値段: ['値段'] } } },
      type: 'array',
      items: {
        type: 'object',
        required: ['券', '値段'],
        properties: { 券: { type: 'string' }, 値段: { type: 'string' } },
      },
    });
  });

  test('the columns of a translation join those of the original by their order; one more has no counterpart', () => {
    const japanese = guide(
      '灯台',
      ['券', '色', '値段'],
      [
        ['大人', '赤', '900'],
        ['子供', '青', '500'],
      ],
    );
    const english =
      '# Lamp\n\n## Prices\n\n| Ticket | Price |\n| - | - |\n| Adult | 9 |\n| Child | 5 |\n\n## Story\n\nThe sea.\n';
    const learned = learn({
      'g/a.md': japanese,
      'g/b.md': japanese.replace('# 灯台', '# 港'),
      'g/c.md': japanese.replace('# 灯台', '# 船'),
      'g/d.md': english,
      'g/e.md': english.replace('# Lamp', '# Harbour'),
    });
    expect(learned.types).toMatchObject([{ name: 'g', accepted: 5 }]);
    expect(learned.types[0]?.schema.properties?.prices).toMatchObject({
      'x-source': {
        section: { name: '料金表', aliases: ['Prices'] },
        table: { columns: { ticket: ['券', 'Ticket'], 色: ['色'], price: ['値段', 'Price'] } },
      },
      items: { required: ['ticket', 'price'] },
    });
  });
});

describe('the names and files of types', () => {
  const text = (title: string): string => `# ${title}\n\n## 海\n\n広い。\n\n## 光\n\n明るい。\n`;

  test.each([
    ['of their folder', ['lamps/a.md', 'lamps/b.md'], 'x', [], 'lamps', ['lamps/**/*.md']],
    ['of the project, in its top folder', ['a.md', 'b.md'], 'My Guides', [], 'my-guides', ['**/*.md']],
    ['of the project, in several folders', ['p/a.md', 'q/b.md'], 'x', [], 'x', ['p/**/*.md', 'q/**/*.md']],
    ['in Japanese', ['灯台 案内/a.md', '灯台 案内/b.md'], 'x', [], '灯台-案内', ['灯台 案内/**/*.md']],
    ['where the folder has no letters', ['a.md', 'b.md'], '...', [], 'guide', ['**/*.md']],
    ['where the name is taken', ['lamps/a.md', 'lamps/b.md'], 'x', ['lamps', 'lamps-2'], 'lamps-3', ['lamps/**/*.md']],
    ['outside the project', ['../lamps/a.md', '../lamps/b.md'], 'x', [], 'lamps', []],
  ] as const)('%s', (_, paths, folder, taken, name, files) => {
    const [one, two] = paths;
    const learned = learn({ [one]: text('灯台'), [two]: text('港') }, folder, taken);
    expect(learned.types).toMatchObject([{ name, files, accepted: 2 }]);
  });

  test('a guide that is like no other stands alone', () => {
    const { types, alone } = learn({
      'a/1.md': text('灯台'),
      'a/2.md': text('港'),
      'a/3.md': '---\nknot: 1\n---\n\n# 結び\n\n## 縄\n\n太い。\n\n## 輪\n\n丸い。\n',
    });
    expect(types.map(({ name, files }) => [name, files])).toEqual([['a', ['a/1.md', 'a/2.md']]]);
    expect(alone.map(({ source }) => source.path)).toEqual(['a/3.md']);
  });

  test.each(['', '海の話。\n'])('guides without headings have nothing but text: %j', (body) => {
    expect(learn({ 'a.md': body, 'b.md': body }).types.map(({ schema }) => schema.properties)).toEqual([
      { other: { type: 'string', contentMediaType: 'text/markdown', 'x-source': { prose: 'rest' } } },
    ]);
  });

  test('a heading of one character is a word, unless it is a number or a letter', () => {
    const short = (title: string): string => `# ${title}\n\n## 海\n\n広い。\n\n## 一\n\nx\n\n## A\n\ny\n`;
    const [type] = learn({ 'a.md': short('灯台'), 'b.md': short('港') }).types;
    const { title, intros, other, ...sections } = type?.schema.properties ?? {};
    expect(Object.keys(sections)).toEqual(['海']);
  });
});

describe('what most guides fail is not asked for', () => {
  const table: SchemaNode = {
    'x-source': { section: { name: '料金' }, table: { columns: { name: ['券'], price: ['値段'] } } },
    type: 'array',
    minItems: 1,
    items: {
      type: 'object',
      required: ['name', 'price'],
      properties: { name: { type: 'string' }, price: { 'x-parse': 'integer', type: 'integer' } },
    },
  };
  const priced = (price: string): string => `## 料金\n\n| 券 | 値段 |\n| - | - |\n| 大人 | ${price} |\n`;
  const relaxed = (schema: SchemaNode, texts: readonly string[]): SchemaNode =>
    relaxSchema(
      schema,
      texts.map((text, index) => documentOf(`${index}.md`, text)),
      'example',
    ).schema;

  test.each([
    ['a value that nobody writes so', ['不明', '無料'], { properties: { price: { type: 'string' } } }],
    ['a cell that is often empty', ['', '5'], { required: ['name'] }],
  ])('%s', (_, [one = '', two = ''], items) => {
    const schema = relaxed({ type: 'object', properties: { a: table } }, [priced(one), priced(two)]);
    expect(schema.properties?.a).toMatchObject({ ...table, items });
    expect(schema.properties?.a?.items?.properties?.price?.['x-parse']).toBe(one === '' ? 'integer' : undefined);
  });

  test('a section, its entries, and a key under another name', () => {
    const section = relaxed({ type: 'object', required: ['a'], properties: { a: table } }, ['文。\n', '文。\n']);
    expect(section).toMatchObject({ required: [], properties: { a: { minItems: 1 } } });
    const entries = relaxed({ type: 'object', properties: { a: table } }, ['## 料金\n\n文。\n', '## 料金\n']);
    expect(entries.properties?.a).not.toHaveProperty('minItems');
    const meta: SchemaNode = {
      'x-source': { frontMatter: true },
      type: 'object',
      required: ['title'],
      properties: { title: { type: 'string', 'x-aliases': ['name'] } },
    };
    const keys = relaxed({ type: 'object', properties: { meta } }, ['---\nname: 灯台\n---\n', '---\nname: 港\n---\n']);
    expect(keys.properties?.meta).toEqual({ ...meta, required: [] });
  });

  const title = (own: SchemaNode): SchemaNode => ({
    type: 'object',
    properties: { a: { type: 'string', 'x-source': { heading: true }, ...own } },
  });
  const titles = (...groups: readonly (readonly [string, number])[]): string[] =>
    groups.flatMap(([text, count]) => Array.from({ length: count }, () => `# ${text}\n`));

  test.each<readonly [string, SchemaNode, string[], SchemaNode]>([
    ['one guide in ten may fail', { pattern: '^x' }, titles(['灯台', 2], ['x', 18]), { pattern: '^x' }],
    ['more may not', { pattern: '^x' }, titles(['灯台', 3], ['x', 17]), {}],
    [
      'of two constraints that one guide in ten fails each, the first has to go',
      { pattern: '^x', maxLength: 3 },
      titles(['灯台', 1], ['xxxx', 1], ['x', 8]),
      { maxLength: 3 },
    ],
    ['two that more fail go at once', { pattern: '^x', maxLength: 3 }, titles(['灯台', 2], ['xxxx', 2], ['x', 6]), {}],
  ])('%s', (_, own, texts, left) => {
    expect(relaxed(title(own), texts)).toEqual(title(left));
  });

  test('what cannot be taken away stays', () => {
    const schema: SchemaNode = { ...title({}), allOf: [{ required: ['b'] }] };
    expect(relaxed(schema, titles(['灯台', 2]))).toEqual(schema);
  });
});

describe('headings that guides share', () => {
  const outlines = (...texts: string[]): readonly (readonly OutlineHeading[])[] =>
    texts.map((text, index) => outlineOf(documentOf(`${index}.md`, text)).headings);
  const names = (...texts: string[]): (readonly string[])[] =>
    clusterHeadings(outlines(...texts)).map((cluster) => cluster.names);
  const nested = (title: string, sections: readonly string[]): string =>
    `# ${title}\n\n## 本文\n\n${sections.map((name) => `### ${name}\n\n文。\n\n`).join('')}`;

  test.each([
    ['a deeper level with three of them names items', ['海辺', '光景', '風景'], [['本文']]],
    [
      'a deeper level with four of them has the sections',
      ['海辺', '光景', '風景', '山道'],
      [['本文'], ['海辺'], ['光景'], ['風景'], ['山道']],
    ],
  ])('%s', (_, sections, expected) => {
    expect(names(nested('灯台', sections), nested('港', sections))).toEqual(expected);
  });

  test('what is nothing but brackets keeps them', () => {
    expect(names('# 灯台\n\n## （注意）\n', '# 港\n\n## (注意)\n')).toEqual([['（注意）', '(注意)']]);
  });

  test.each([
    ['🌊', '🌊'],
    ['🌊 海辺', '海辺'],
    ['3. 海辺：光', '海辺'],
  ])('%s is called %s', (heading, name) => {
    expect(outlines(`## ${heading}\n`)[0]?.[0]?.name).toBe(name);
  });

  test('one that is taken gets a number, though it has no letters', () => {
    expect(propertyName(['！？'], new Set(['section']))).toBe('section2');
  });
});

describe('the form of sections', () => {
  const contentOf = (text: string): Content => ({ parts: documentOf('a.md', text).tree.children.map(partOf), text });
  const table = '| 名 | 値 |\n| - | - |\n| 海 | 1 |\n';
  test.each<[string, string[], Form]>([
    ['most have', [table, table, '- 海\n- 山\n'], 'table'],
    ['none of three', [table, '- 海\n- 山\n', '### 一\n\n文。\n\n### 二\n'], 'prose'],
    [
      'questions in rows, without signs',
      ['| 質問 | 回答 |\n| - | - |\n| 名前 | 海 |\n| 場所 | 港 |\n| 時間 | 朝 |\n'],
      'questions',
    ],
  ])('%s: %s', (_, texts, form) => {
    expect(formOf(texts.map(contentOf))).toBe(form);
  });

  test('labels that only a picture tells apart are one', () => {
    const outline = outlineOf(
      documentOf('a.md', '### 散歩\n\n- **所要時間:** 1時間\n\n### 休憩\n\n- **⏰ 所要時間:** 2時間\n\n### 昼食\n'),
    );
    const { required, properties } = learnItems([{ outline, parts: outline.parts }], 'headings');
    expect(required).toEqual(['title']);
    expect(properties?.所要時間).toEqual({
      type: 'string',
      contentMediaType: 'text/markdown',
      'x-source': { label: ['所要時間'] },
    });
  });
});

describe('what a type keeps though guides fail it', () => {
  const heading: SchemaNode = { type: 'string', pattern: '^x', 'x-source': { heading: true } };
  const relaxed = (schema: SchemaNode, text: string): SchemaNode =>
    relaxSchema(
      schema,
      [1, 2].map((index) => documentOf(`${index}.md`, text)),
      'example',
    ).schema;

  test('is what it only recommends', () => {
    const recommended = { ...heading, 'x-recommended': { minLength: 50 } };
    const { pattern, ...left }: SchemaNode = recommended;
    expect(relaxed({ type: 'object', properties: { a: recommended } }, '# 灯台\n')).toEqual({
      type: 'object',
      properties: { a: left },
    });
  });

  test.each<[string, SchemaNode, string]>([
    ['a value', heading, '# 灯台\n'],
    [
      'an element',
      {
        'x-source': { section: { name: '手順' }, items: 'list' },
        type: 'array',
        items: { type: 'string', pattern: '^x' },
      },
      '## 手順\n\n- 予約\n- 到着\n',
    ],
    [
      'a cell',
      {
        'x-source': { section: { name: '料金' }, table: { columns: { name: ['券'] } } },
        type: 'array',
        items: { type: 'object', properties: { name: { type: 'string', pattern: '^x' } } },
      },
      '## 料金\n\n| 券 |\n| - |\n| 大人 |\n',
    ],
  ])('is what it says of %s elsewhere', (_, node, text) => {
    const schema: SchemaNode = { type: 'object', $defs: { a: node }, properties: { a: { $ref: '#/$defs/a' } } };
    expect(relaxed(schema, text)).toEqual(schema);
  });
});

test('a heading without letters is no section of the only guide', () => {
  const { types } = learn({ 'a.md': '# 灯台\n\n## 🌊\n\n広い。\n\n## 光景\n\n明るい。\n' });
  const { title, other, ...sections } = types[0]?.schema.properties ?? {};
  expect(Object.keys(sections)).toEqual(['光景']);
});
