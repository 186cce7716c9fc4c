import { describe, expect, it } from 'vitest';
import { bindGuide } from '../src/guide-types/bind-guide.ts';
import { guideTypeOf } from '../src/guide-types/guide-type.ts';
import type { Guide, Locale, SchemaNode, Violation } from '../src/model.ts';
import { parseDocument } from '../src/parse/parse-document.ts';
import { rules } from '../src/rules/index.ts';
import { ruleOf } from '../src/rules/violations-for.ts';

const locales: readonly Locale[] = ['en', 'ja'];

function guideOf(schema: SchemaNode, text: string): Guide {
  return bindGuide(parseDocument({ path: 'example.md', text, bom: false }), guideTypeOf('example', schema));
}

/** A guide type whose front matter holds one value of the given schema. */
function frontMatter(a: SchemaNode, more: SchemaNode = {}): SchemaNode {
  const meta = {
    type: 'object',
    'x-source': { frontMatter: true },
    properties: { a, b: {} },
    ...more,
  } satisfies SchemaNode;
  return { type: 'object', properties: { meta } };
}

const table = {
  type: 'array',
  'x-source': { section: { name: 'Boats' }, table: { columns: { name: ['Name'], price: ['Price'] } } },
  items: {
    type: 'object',
    required: ['name', 'price'],
    properties: { name: { type: 'string' }, price: { type: 'string' } },
  },
} satisfies SchemaNode;

const body = (properties: Record<string, SchemaNode>, required: string[] = []): SchemaNode => ({
  type: 'object',
  required,
  properties,
});

const boats = (rows: string, header = '| Name | Price |'): string => `## Boats\n\n${header}\n| --- | --- |\n${rows}\n`;

/** Keyword or kind of missing thing, the rule that speaks for it, a guide type and a guide that provoke it. */
const cases: readonly (readonly [string, string, SchemaNode, string])[] = [
  ['front-matter', 'front-matter-present', { ...frontMatter({}), required: ['meta'] }, '# A\n'],
  ['key', 'front-matter-key-present', frontMatter({}, { required: ['a'] }), '---\nb: 1\n---\n'],
  ['section', 'section-present', body({ boats: table }, ['boats']), '# A\n'],
  [
    'table',
    'table-present',
    body({
      s: {
        type: 'object',
        'x-source': { section: { name: 'Boats' } },
        required: ['t'],
        properties: { t: { ...table, 'x-source': { table: table['x-source'].table } } },
      },
    }),
    '## Boats\n\nText\n',
  ],
  ['column', 'column-present', body({ boats: table }), boats('| Alma | 3 |\n| Bree | 4 |', '| Name | Cost |')],
  ['cell', 'cell-not-empty', body({ boats: table }), boats('| Alma | |')],
  ['value', 'value-present', body({ title: { type: 'string', 'x-source': { heading: true } } }, ['title']), 'Text\n'],
  ['type', 'value-type', frontMatter({ type: 'integer' }), '---\na: many\n---\n'],
  ['type', 'value-present', frontMatter({ type: 'string' }), '---\na:\n---\n'],
  ['type', 'list-not-string', frontMatter({ type: 'array' }), '---\na: oak, ash\n---\n'],
  ['enum', 'known-value', frontMatter({ enum: ['oak', 'ash'] }), '---\na: elm\n---\n'],
  ['const', 'known-value', frontMatter({ const: 'oak' }), '---\na: elm\n---\n'],
  ['pattern', 'value-form', frontMatter({ type: 'string', pattern: '^[a-z_]+$' }), '---\na: Oak 1\n---\n'],
  ['format', 'value-form', frontMatter({ type: 'string', format: 'email' }), '---\na: oak\n---\n'],
  ['minLength', 'text-length', frontMatter({ type: 'string', minLength: 9 }), '---\na: oak\n---\n'],
  ['maxLength', 'text-length', frontMatter({ type: 'string', maxLength: 2 }), '---\na: oak\n---\n'],
  ['minimum', 'number-in-range', frontMatter({ minimum: 2 }), '---\na: 1\n---\n'],
  ['maximum', 'number-in-range', frontMatter({ maximum: 2 }), '---\na: 3\n---\n'],
  ['exclusiveMinimum', 'number-in-range', frontMatter({ exclusiveMinimum: 1 }), '---\na: 1\n---\n'],
  ['exclusiveMaximum', 'number-in-range', frontMatter({ exclusiveMaximum: 1 }), '---\na: 1\n---\n'],
  ['multipleOf', 'number-in-range', frontMatter({ multipleOf: 2 }), '---\na: 1\n---\n'],
  ['minItems', 'item-count', frontMatter({ type: 'array', minItems: 2 }), '---\na: [oak]\n---\n'],
  ['minItems', 'item-count', body({ boats: { ...table, minItems: 1 } }), '## Boats\n\nText\n'],
  ['maxItems', 'item-count', frontMatter({ type: 'array', maxItems: 1 }), '---\na: [oak, ash]\n---\n'],
  ['uniqueItems', 'unique-items', frontMatter({ type: 'array', uniqueItems: true }), '---\na: [oak, oak, oak]\n---\n'],
  ['x-unique', 'unique-items', body({ boats: { ...table, 'x-unique': '/name' } }), boats('| Alma | 3 |\n| Alma | 4 |')],
  ['x-parse', 'readable-value', frontMatter({ type: 'integer', 'x-parse': 'integer' }), '---\na: many\n---\n'],
  ['x-ascending', 'ascending-values', frontMatter({}, { 'x-ascending': ['a', 'b'] }), '---\na: 2\nb: 1\n---\n'],
  ['x-ascending', 'ascending-values', frontMatter({ type: 'array', 'x-ascending': '' }), '---\na: [2, 1]\n---\n'],
  [
    'x-subset-of',
    'subset-of-values',
    frontMatter({ type: 'array', 'x-subset-of': '/meta/b' }),
    '---\na: [oak]\nb: [ash]\n---\n',
  ],
  ['x-aliases', 'front-matter-key-name', frontMatter({ 'x-aliases': ['c'] }), '---\nc: oak\n---\n'],
  ['additionalProperties', 'schema-conformance', frontMatter({}, { additionalProperties: false }), '---\nc: 1\n---\n'],
  [
    'unevaluatedProperties',
    'schema-conformance',
    frontMatter({}, { unevaluatedProperties: false }),
    '---\nc: 1\n---\n',
  ],
  ['propertyNames', 'schema-conformance', frontMatter({}, { propertyNames: { pattern: '^a$' } }), '---\nc: 1\n---\n'],
  ['dependentRequired', 'schema-conformance', frontMatter({}, { dependentRequired: { a: ['b'] } }), '---\na: 1\n---\n'],
  ['minProperties', 'schema-conformance', frontMatter({}, { minProperties: 2 }), '---\na: 1\n---\n'],
  ['maxProperties', 'schema-conformance', frontMatter({}, { maxProperties: 1 }), '---\na: 1\nb: 2\n---\n'],
  [
    'anyOf',
    'schema-conformance',
    frontMatter({}, { anyOf: [{ required: ['a'] }, { required: ['b'] }] }),
    '---\nc: 1\n---\n',
  ],
  [
    'oneOf',
    'schema-conformance',
    frontMatter({}, { oneOf: [{ required: ['a'] }, { required: ['b'] }] }),
    '---\na: 1\nb: 2\n---\n',
  ],
  ['anyOf', 'schema-conformance', frontMatter({ anyOf: [{ type: 'string' }, { type: 'array' }] }), '---\na: 1\n---\n'],
  ['not', 'schema-conformance', frontMatter({ not: { const: 'oak' } }), '---\na: oak\n---\n'],
  [
    'contains',
    'schema-conformance',
    frontMatter({ type: 'array', contains: { const: 'oak' } }),
    '---\na: [ash]\n---\n',
  ],
  [
    'items',
    'schema-conformance',
    frontMatter({ type: 'array', prefixItems: [{}], items: false as never }),
    '---\na: [1, 2]\n---\n',
  ],
  ['false schema', 'schema-conformance', frontMatter(false as never), '---\na: 1\n---\n'],
  ['minLength', 'text-length', frontMatter({ if: { type: 'number' }, else: { minLength: 9 } }), '---\na: oak\n---\n'],
];

const findingsOf = (guide: Guide, violation: Violation, locale: Locale) => {
  const alone = { ...guide, violations: [violation] };
  const none = { ...guide, violations: [] };
  return rules.flatMap((rule) => {
    const others = new Set([...rule.check(none, locale)].map(({ message }) => message));
    return [...rule.check(alone, locale)]
      .filter(({ message }) => !others.has(message))
      .map((finding) => ({ rule, ...finding }));
  });
};

describe.each(cases)('%s is told by %s', (cause, id, schema, text) => {
  const guide = guideOf(schema, text);

  it('is one violation of that kind', () => {
    expect(guide.violations.map(({ keyword, params }) => params.missing ?? keyword)).toEqual([cause]);
    expect(guide.violations.map(ruleOf)).toEqual([id]);
  });

  it.each(locales)('becomes one sentence of one rule (%s)', (locale) => {
    for (const violation of guide.violations) {
      const findings = findingsOf(guide, violation, locale);
      expect(findings.map(({ rule }) => rule.id)).toEqual([id]);
      for (const { message, range, severity } of findings) {
        expect(message).not.toMatch(/must (?:be|NOT|have|match|pass)|undefined|NaN|\[object|null/);
        expect(severity).toBe(violation.severity);
        expect(range.end).toBeLessThanOrEqual(text.length);
      }
    }
  });
});

describe('one cause, one violation', () => {
  it.each([
    [
      'an error is not a warning as well',
      frontMatter({ type: 'array', minItems: 2, 'x-recommended': { minItems: 5 } }),
      '---\na: [oak]\n---\n',
    ],
    ['another type is not also unknown', frontMatter({ type: 'string', enum: ['oak'] }), '---\na: 5\n---\n'],
    [
      'an empty text has no form',
      frontMatter({ type: 'string', minLength: 1, pattern: '^a$', 'x-recommended': { minLength: 9 } }),
      '---\na: ""\n---\n',
    ],
    ['two limits of one number', frontMatter({ minimum: 5, exclusiveMinimum: 4 }), '---\na: 1\n---\n'],
    [
      'a form by pattern and by format',
      frontMatter({ type: 'string', pattern: '^a$', format: 'date' }),
      '---\na: oak\n---\n',
    ],
    ['an empty file lacks nothing else', { ...frontMatter({}), required: ['meta'] }, ''],
  ] as const)('%s', (_name, schema, text) => {
    const guide = guideOf(schema, text);
    const found = rules.flatMap((rule) => [...rule.check(guide, 'en')]);
    expect(found.map(({ message }) => message)).toHaveLength(1);
  });

  it('keeps several unknown keys apart', () => {
    const guide = guideOf(frontMatter({}, { additionalProperties: false }), '---\nc: 1\nd: 2\n---\n');
    expect(guide.violations).toHaveLength(2);
  });

  it('names the failing pair of an ascending list', () => {
    const guide = guideOf(frontMatter({ type: 'array', 'x-ascending': '' }), '---\na: [2, 5, 3]\n---\n');
    expect(guide.violations[0]?.params).toMatchObject({ previous: 5, value: 3 });
  });

  it('finds the empty section itself rather than its absence', () => {
    const schema = body({ s: { type: 'string', 'x-source': { section: { name: 'Boats' } } } }, ['s']);
    const guide = guideOf(schema, '## Boats\n\n## Sails\n\nText\n');
    expect(guide.violations[0]).toMatchObject({ params: { missing: 'value' }, range: { start: 0, end: 8 } });
  });
});
