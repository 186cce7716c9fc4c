import { describe, expect, test } from 'vitest';
import { headerFor, valueText } from '../src/guide-types/values/value-text.ts';
import type { SchemaNode } from '../src/model.ts';
import { guideOf } from './rule-examples.ts';

/** The violations of a guide in which `⟦` and `⟧` stand around the place of each, in the order of the text. */
function check(type: SchemaNode, marked: string, expected: readonly string[]): void {
  const { violations } = guideOf({ guide: marked.replaceAll(/[⟦⟧]/g, ''), type });
  const found = violations.map(({ keyword, pointer, severity, range }) => ({
    range,
    told: `${keyword} ${pointer}${severity === 'error' ? '' : ' (warning)'}`,
  }));
  const places: { start: number; end: number }[] = [];
  let removed = 0;
  for (const { index, 0: sign } of marked.matchAll(/[⟦⟧]/g)) {
    const at = index - removed++;
    const open = places.findLast(({ end }) => end < 0);
    if (sign === '⟦') places.push({ start: at, end: -1 });
    else if (open) open.end = at;
  }
  expect(found.map(({ told }) => told).sort()).toEqual([...expected].sort());
  const starts = found.map(({ range }) => range).sort((a, b) => a.start - b.start);
  expect(starts.filter((one, index) => JSON.stringify(one) !== JSON.stringify(starts[index - 1]))).toEqual(places);
}

const text: SchemaNode = { type: 'string' };

describe('front matter', () => {
  const strict: SchemaNode = {
    type: 'object',
    required: ['meta'],
    properties: {
      meta: {
        'x-source': { frontMatter: true },
        type: 'object',
        additionalProperties: false,
        required: ['slug', 'title'],
        properties: {
          slug: text,
          title: { ...text, 'x-aliases': ['name'] },
          tags: { type: 'array', minItems: 2 },
          map: { type: 'object', required: ['key'] },
        },
      },
    },
  };

  test.each<readonly [string, ...string[]]>([
    ['---json\n{ "slug": "a" ⟦}⟧\n---\n', 'required /meta/title'],
    ['---json\n{\n  "slug": "a"\n⟦}⟧\n---\n', 'required /meta/title'],
    ['---\nslug: a⟦⟧\n---\n', 'required /meta/title'],
    ['+++\nslug = "a"⟦⟧\n+++\n', 'required /meta/title'],
    ['---⟦⟧\n---\n', 'required /meta/slug', 'required /meta/title'],
    ['⟦⟧# 灯台\n', 'required /meta'],
    ['---\nslug: [\n---\n'],
    ['---\nslug: a\n⟦name⟧: b\n---\n', 'x-aliases /meta/title'],
    ['---\nslug: a\ntitle: b\nname: c\n⟦⟧---\n', 'additionalProperties /meta'],
    ['---\nslug: a\ntitle: b\ntype: example\n---\n'],
    ['---\nslug: a\ntitle: b\ntype: 3\n⟦⟧---\n', 'additionalProperties /meta'],
    [
      '---\nslug: a\ntitle: b\n⟦tags⟧: [x]\nmap: { other: 1 ⟦}⟧\n---\n',
      'minItems /meta/tags',
      'required /meta/map/key',
    ],
    ['---\nslug: ⟦3⟧\ntitle: b\n---\n', 'type /meta/slug'],
    ['---\nslug:⟦⟧\ntitle: b\n---\n', 'type /meta/slug'],
  ])('%j', (guide, ...expected) => {
    check(strict, guide, expected);
  });

  const single: SchemaNode = {
    type: 'object',
    required: ['date', 'lang'],
    properties: {
      date: { ...text, 'x-source': { frontMatter: ['published', 'a/b'] }, format: 'date' },
      lang: { 'x-source': { frontMatter: 'lang' }, enum: ['ja', 'en'] },
      list: { 'x-source': { frontMatter: 'list' }, type: 'array', items: { type: 'integer' } },
    },
  };

  test.each<readonly [string, ...string[]]>([
    ['---\npublished: 2024-05-15\nlang: ⟦fr⟧\nlist: [1, ⟦x⟧]\n---\n', 'enum /lang', 'type /list/1'],
    ['---\na/b: ⟦soon⟧\nlang: ja\nlisted: x\n---\n', 'format /date'],
    ['⟦⟧# 灯台\n', 'required /date', 'required /lang'],
  ])('key by key: %j', (guide, ...expected) => {
    check(single, guide, expected);
  });
});

describe('the body', () => {
  const section = (name: string, own: SchemaNode): SchemaNode => ({ ...own, 'x-source': { section: { name } } });
  const parsed: SchemaNode = {
    type: 'object',
    properties: {
      price: section('料金', {
        'x-parse': 'money-range',
        type: 'object',
        required: ['min', 'max'],
        properties: { min: { type: 'number' }, max: { type: 'number' }, text },
      }),
      rate: section('割合', { 'x-parse': 'percent', type: 'number', maximum: 100 }),
      count: section('数量', { 'x-parse': 'integer', type: 'integer' }),
      note: section('備考', { ...text, minLength: 3 }),
    },
  };

  test.each<readonly [string, ...string[]]>([
    ['⟦## 料金⟧\n\n不明\n\n⟦## 割合⟧\n\n120%\n', 'x-parse /price', 'maximum /rate'],
    ['⟦## 料金⟧\n\n900円以上\n\n⟦## 割合⟧\n\n高い\n', 'type /price/max', 'x-parse /rate'],
    ['⟦## 数量⟧\n\n五つ\n\n⟦## 備考⟧\n\n海\n', 'x-parse /count', 'minLength /note'],
    ['## 料金\n\n300〜900円\n\n## 割合\n\n5%\n\n## 数量\n\n1,200\n\n## 備考\n\n海の灯\n'],
  ])('%j', (guide, ...expected) => {
    check(parsed, guide, expected);
  });

  const choices: SchemaNode = {
    type: 'object',
    if: { required: ['title'] },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: { required: ['talk'] },
    'x-recommended': { required: ['tags'] },
    properties: {
      title: {
        ...text,
        'x-source': { heading: true },
        anyOf: [{ pattern: '^x' }, { minLength: 9 }, { $ref: '#/$defs/short' }],
        oneOf: [{ pattern: '.' }, { pattern: 'z' }],
        not: { const: '灯' },
      },
      talk: section('話', text),
      tags: {
        'x-source': { section: { name: '札' }, items: 'list' },
        type: 'array',
        items: text,
        contains: { const: '海' },
      },
    },
    $defs: { short: { const: 'q' } },
  };

  test.each<readonly [string, ...string[]]>([
    ['# ⟦灯⟧\n\n## 話\n\n海\n\n## 札\n\n- 海\n', 'anyOf /title', 'not /title'],
    ['# ⟦灯z⟧\n\n## 話\n\n海\n\n⟦## 札⟧\n\n- 風\n', 'anyOf /title', 'oneOf /title', 'contains /tags'],
    ['# q⟦⟧\n', 'required /talk', 'required /tags (warning)'],
  ])('a choice speaks for what it is made of: %j', (guide, ...expected) => {
    check(choices, guide, expected);
  });
});

describe('the text of a value', () => {
  test.each<readonly [SchemaNode, unknown, boolean, string]>([
    [{}, undefined, true, ''],
    [{}, null, true, ''],
    [{}, '海', true, '海'],
    [{}, ['海', 1, true], true, '海、1、○'],
    [{}, ['sea', false], false, 'sea, ×'],
    [{}, { text: '約5', value: 5 }, true, '約5'],
    [{}, { value: 5 }, true, '5'],
    [{}, {}, true, ''],
    [{ 'x-parse': 'percent' }, 5, true, '5%'],
    [{ 'x-parse': 'percent' }, { value: 7.5 }, true, '7.5%'],
    [{}, 1.5, false, '1.5'],
  ])('%j %j', (node, value, isJapanese, expected) => {
    expect(valueText(node, value, isJapanese)).toBe(expected);
  });

  const money = (min: number, max: number, own: string): unknown => ({ min, max, openEnded: false, text: own });
  test.each<readonly [string, readonly unknown[], string | undefined]>([
    ['money-range', [money(900, 900, '900')], '値段'],
    ['money-range', [money(9_000_000, 9_000_000, '900'), null], '値段 (万円)'],
    ['money-range', [money(900, 900, '900'), money(9_000_000, 9_000_000, '900')], undefined],
    ['integer', [{ value: 5, text: '5人' }, 3], '値段'],
    ['integer', [{ value: 6, text: '5人' }], undefined],
    ['integer', [{ value: 6, text: '人' }], undefined],
  ])('%s: a header under which %j reads so', (parser, values, expected) => {
    expect(headerFor('値段', { 'x-parse': parser }, values, () => true)).toBe(expected);
  });

  test('a header that says what is asked of it', () => {
    expect(headerFor('Price', {}, [1], (header) => header.includes('€'))).toBe('Price (€)');
    expect(headerFor('Price', {}, [1], () => false)).toBeUndefined();
  });
});
