import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkGuideType } from '../src/guide-types/check-guide-type.ts';
import { guideTypeOf } from '../src/guide-types/guide-type.ts';
import { decodeGuideType } from '../src/guide-types/guide-type-file.ts';
import { typeMistakes } from '../src/locale/type-mistakes.ts';
import type { Locale, SchemaNode } from '../src/model.ts';

const metaSchema = JSON.parse(
  readFileSync(new URL('../schemas/guide-type.schema.json', import.meta.url), 'utf8'),
) as SchemaNode;

/** Each mistake as a line: what stands at its place, and the sentence. */
function mistakesIn(text: string, locale: Locale): string[] {
  const file = decodeGuideType('recipe.schema.json', text);
  return checkGuideType(file, metaSchema, typeMistakes[locale]).map(
    ({ offset, message }) => `${/^(?:"(?:[^"\\]|\\.)*"|[^\s,:}\]]+|.)/.exec(text.slice(offset))?.[0]} ${message}`,
  );
}

const within = (property: string): string => `{ "properties": { "a": { ${property} } } }`;
/** A property with a place of its own, and something else about it. */
const also = (keyword: string): string => within(`"x-source": { "heading": true }, ${keyword}`);

const onlyTrue = (owner: string): string =>
  `「${owner}」に書けるのは true だけです。要らないときは項目ごと削除してください`;
const text = (owner: string): string => `「${owner}」には引用符で囲んだ文字列を書いてください`;
const schema = (owner: string): string => `「${owner}」には波かっこで囲んだスキーマを書いてください`;
const object = (owner: string): string => `「${owner}」には波かっこで囲んだ値（{ }）を書いてください`;
const list = (owner: string): string => `「${owner}」には一覧（[ ]）を書いてください`;
const blank = (owner: string): string => `「${owner}」には空でない文字列を書いてください`;
const least = (owner: string, count: number): string => `「${owner}」には少なくとも${count}つ必要です`;
const unsuitable = (owner: string): string => `「${owner}」にこの値は書けません。docs/guide-types.md を見てください`;
const nothing = (reference: string): string => `「${reference}」の指す先がこのファイルにありません`;

describe('a mistake in a guide type, in Japanese', () => {
  test.each<readonly [type: string, ...mistakes: string[]]>([
    [also('"x-unique-across": false'), `false ${onlyTrue('x-unique-across')}`],
    [also('"x-file-name": 1'), `1 ${onlyTrue('x-file-name')}`],
    [within('"x-source": { "frontMatter": false }'), `false ${onlyTrue('frontMatter')}`],
    [within('"x-source": { "headers": true }'), '"x-source" 「x-source」には「of」も必要です'],
    [within('"x-source": { "questions": { "question": ["Q"] } }'), '"questions" 「questions」には「answer」も必要です'],
    [also('"required": ["x", "x"]'), '["x" 「required」に同じものが二度書かれています'],
    [also('"type": ["string", "string"]'), '["string" 「type」に同じものが二度書かれています'],
    [also('"x-ascending": ["min"]'), `["min" ${least('x-ascending', 2)}`],
    [also('"x-ascending": [1, "b"]'), `1 ${text('x-ascending')}`],
    [also('"x-aliases": []'), `[ ${least('x-aliases', 1)}`],
    [also('"anyOf": []'), `[ ${least('anyOf', 1)}`],
    [within('"x-source": { "table": { "columns": {} } }'), `{ ${least('columns', 1)}`],
    [also('"x-aliases": ["A", ""]'), `"" ${blank('x-aliases')}`],
    [also('"x-range-sign": ""'), `"" ${blank('x-range-sign')}`],
    [within('"x-source": { "section": { "name": "" } }'), `"" ${blank('name')}`],
    [within('"x-source": { "label": [1, "B"] }'), `1 ${text('label')}`],
    [within('"x-source": { "label": [["B"]] }'), `["B" ${text('label')}`],
    [within('"x-source": 3'), `3 ${object('x-source')}`],
    [also('"items": 3'), `3 ${schema('items')}`],
    [also('"properties": { "1": "string" }'), `"string" ${schema('1')}`],
    [
      also('"anyOf": [{ "pattern": "[" }, 3]'),
      '"[" 正規表現「[」を解釈できません（Unterminated character class）',
      `3 ${schema('anyOf')}`,
    ],
    [also('"anyOf": {}'), `{ ${list('anyOf')}`],
    [also('"x-promises": {}'), `{ ${list('x-promises')}`],
    [also('"x-promises": [3]'), `3 ${object('x-promises')}`],
    [also('"x-title": "A"'), `"A" ${object('x-title')}`],
    [also('"patternProperties": []'), `[ ${object('patternProperties')}`],
    [also('"patternProperties": { "(": {} }'), '"(" 正規表現「(」を解釈できません（Unterminated group）'],
    [also('"minLength": -1'), `-1 ${unsuitable('minLength')}`],
    [also('"x-jsonld": [{ "@type": "recipe" }]'), `"recipe" ${unsuitable('@type')}`],
    [
      also('"x-jsonld": [{ "@type": "Recipe", "from": "titel" }]'),
      '"titel" 「titel」はJSONポインタではありません。「/steps」や「/meta/slug」のように書いてください',
    ],
    [also('"x-view": { "as": "name", "labels": { "海": "A" } }'), `"A" ${object('海')}`],
    [also('"x-view": 3'), '3 「x-view」には引用符で囲んだ文字列または波かっこで囲んだ値（{ }）を書いてください'],
    [also('"x-tag-form": "codes"'), '"codes" 「codes」はここでは選べません。「code」ではありませんか'],
    [
      also('"x-view": { "chart": "pie", "label": "/x", "max": "/y" }'),
      '"pie" 「pie」はここでは選べません。「range」のどれかを書いてください',
    ],
    [
      also('"x-promises": [{ "words": ["w"], "in": ["/b"], "needs": ["/c"], "ich": 1 }]'),
      '"/b" 「/b」に当たる値がこの種類にありません。「/a」ではありませんか',
      '"/c" 「/c」に当たる値がこの種類にありません。「/a」ではありませんか',
      '"ich" 「x-promises」に「ich」という項目はありません。書けるのは「words」、「except」、「needs」、「in」、「part」です',
    ],
    [
      within('"x-source": { "table": { "columns": { "n": ["N"] } } }'),
      '"columns" 「table」には、列ごとの「properties」を持つ「items」が必要です',
    ],
    [
      within('"x-source": { "heading": "(?<value>a)", "or": { "heading": "b" } }'),
      '"b" 正規表現「b」のどの部分が値なのか分かりません。その部分を「(?<value>…)」で囲んでください',
    ],
    [also('"$ref": "#/$defs/100%"'), `"#/$defs/100%" ${nothing('#/$defs/100%')}`],
    [also('"$ref": "#name"'), `"#name" ${nothing('#name')}`],
    [also('"$ref": "#"'), '"#" 「#」をたどると自分自身に戻ります'],
    ['{ "properties": [] }', `[ ${object('properties')}`],
    ['{ "required": "a", "properties": { "a": { "x-source": { "heading": true } } } }', `"a" ${list('required')}`],
    ['{ "$schema": 3, "properties": { "a": { "x-source": { "heading": true } } } }', `3 ${text('$schema')}`],
    ['3', '3 ガイドの種類は波かっこで囲んだJSON Schemaです。{ "properties": { … } } の形で書いてください'],
    [
      '{ "type": "object", "type": "object", "properties": { "a": { "x-source": { "heading": true } } } }',
      '"type" キー「type」が二度書かれています。どちらか一つにしてください',
    ],
  ])('%s', (type, ...mistakes) => {
    expect(mistakesIn(type, 'ja')).toEqual(mistakes);
  });

  test.each([
    also('"x-ascending": "min"'),
    also('"x-title": { "fr": "A" }'),
    also('"enum": ["a", "a"]'),
    also('"x-unique": ""'),
    '{ "$schema": "https://json-schema.org/draft/2020-12/schema#", "properties": { "a": { "x-source": { "heading": true } } } }',
    '{ "properties": { "a": true, "b": { "x-source": { "heading": true } } } }',
    '{ "properties": { "a": { "x-source": { "heading": true } }, "b": { "$ref": "#/$defs/t" } }, "$defs": { "t": { "properties": { "k": { "items": { "$ref": "#/$defs/t" } } } } } }',
    '{ "properties": { "a": { "x-source": { "heading": true }, "items": { "$ref": "#/$defs/b" } } }, "$defs": { "b": { "properties": { "c": { "$ref": "#/$defs/d" }, "e": { "$ref": "#/$defs/d" } } }, "d": {} } }',
  ])('none in %s', (type) => {
    expect(mistakesIn(type, 'ja')).toEqual([]);
  });
});

test('in English, an empty text is not called an entry', () => {
  expect(mistakesIn(also('"x-range-sign": ""'), 'en')).toEqual(['"" "x-range-sign" takes a text that is not empty']);
  expect(mistakesIn(also('"x-aliases": []'), 'en')).toEqual(['[ "x-aliases" needs at least one entry']);
});

test('a reference may be written with percent signs', () => {
  const definitions = '"$defs": { "海": { "x-title": { "ja": "うみ" } }, "100%": {} }';
  const type = (reference: string): string =>
    `{ "properties": { "a": { "x-source": { "heading": true }, "$ref": "${reference}" } }, ${definitions} }`;
  expect(mistakesIn(type('#/$defs/%E6%B5%B7'), 'ja')).toEqual([]);
  expect(mistakesIn(type('#/$defs/100%25'), 'ja')).toEqual([]);
  expect(mistakesIn(type('#/$defs/100%'), 'ja')).toEqual([
    `"#/$defs/100%" ${nothing('#/$defs/100%')}。「#/$defs/100%25」ではありませんか`,
  ]);
  for (const reference of ['#/$defs/海', '#/$defs/%E6%B5%B7'])
    expect(guideTypeOf('a', JSON.parse(type(reference)) as SchemaNode).titleOf('/a', 'ja')).toBe('うみ');
});
