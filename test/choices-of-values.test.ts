import { expect, test } from 'vitest';
import type { Locale, SchemaNode } from '../src/model.ts';
import { rules } from '../src/rules/index.ts';
import { findings } from './rule-examples.ts';

test.each<[string, SchemaNode, string, Locale, string]>([
  ['known-value', { enum: [1, 2] }, '---\na: 3\n---\n', 'en', '"a" is "3"; write one of 1, 2'],
  [
    'known-value',
    { enum: [1, 2] },
    '---\na: 3\n---\n',
    'ja',
    '「a」が「3」になっています。次のどれかを書いてください：1、2',
  ],
  ['known-value', { const: true }, '---\na: 3\n---\n', 'en', '"a" is "3"; it has to be "true"'],
  ['known-value', { enum: ['港', 1] }, '---\na: 3\n---\n', 'en', '"a" is "3"; write one of 港, 1'],
  ['value-type', { type: 'null' }, '---\na: 3\n---\n', 'en', '"a" is a number; write no value'],
  [
    'value-type',
    { type: ['number', 'boolean'] },
    '---\na: 港\n---\n',
    'ja',
    '「a」が文字になっています。数値、またはtrue か falseで書いてください',
  ],
  [
    'value-type',
    { type: 'array' },
    '---json\n{"a": 3}\n---\n',
    'en',
    '"a" is a single value; write a list, even of one entry: [3]',
  ],
  [
    'value-type',
    { type: 'array' },
    '+++\na = "31 m"\n+++\n',
    'en',
    '"a" is a single value; write a list, even of one entry: ["31 m"]',
  ],
])('%s says what %j lets one write', (id, node, guide, locale, message) => {
  const type = { type: 'object', properties: { a: { 'x-source': { frontMatter: 'a' }, ...node } } };
  const rule = rules.find((known) => known.id === id);
  expect(rule && findings(rule, { type, guide }, locale).map((finding) => finding.message)).toEqual([message]);
});
