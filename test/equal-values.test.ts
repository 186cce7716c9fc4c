import { expect, test } from 'vitest';
import { rules } from '../src/rules/index.ts';
import { findings } from './rule-examples.ts';

/* Keys that every object of the language has, with values of their own. */
const keys = ['toString', 'valueOf', 'constructor', '__proto__', 'hasOwnProperty'];

test.each(keys)('objects with the key %s are compared by what they hold', (key) => {
  const object = (value: number): unknown => JSON.parse(`{ "${key}": ${value} }`);
  const type = {
    type: 'object',
    properties: {
      same: { type: 'array', uniqueItems: true, 'x-source': { frontMatter: 'same' } },
      other: { type: 'array', uniqueItems: true, 'x-source': { frontMatter: 'other' } },
      fixed: { const: object(1), 'x-source': { frontMatter: 'fixed' } },
      choice: { enum: [object(2)], 'x-source': { frontMatter: 'choice' } },
    },
  };
  const [one, two] = [1, 2].map((value) => JSON.stringify(object(value)));
  const guide = `---json
{ "same": [${one}, ${one}], "other": [${one}, ${two}], "fixed": ${one}, "choice": ${one} }
---
`;
  const marked = rules.flatMap((rule) =>
    /^(?:unique-items|known-value)$/.test(rule.id)
      ? findings(rule, { type, guide }).map(({ range }) => `${rule.id} ${guide.slice(range.start, range.end)}`)
      : [],
  );
  expect(marked.sort()).toEqual(['known-value "choice"', `unique-items ${one}`]);
});
