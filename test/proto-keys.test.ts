import { afterEach, describe, expect, it } from 'vitest';
import { guideTypeOf } from '../src/guide-types/guide-type.ts';
import type { Guide, SchemaNode } from '../src/model.ts';
import { decodeFrontMatter } from '../src/parse/decode-front-matter.ts';
import { bindText } from './bind-fixture.ts';

/** Names that every object inherits, or that change what it inherits when they are set. */
const names = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf'];

const inherited = Object.getOwnPropertyNames(Object.prototype).sort();
const chapter = (name: string) => ({ section: { name } });

function schemaOf(properties: Record<string, unknown>): SchemaNode {
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object', properties } as SchemaNode;
}

/** An object with one property, which is its own whatever it is called. */
function single(name: string, value: unknown): Record<string, unknown> {
  return Object.fromEntries([[name, value]]);
}

function own(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, name)?.value : undefined;
}

function partOf(guide: Guide, property: string): unknown {
  return own(guide.value, property);
}

afterEach(() => {
  expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(inherited);
  expect(Object.getPrototypeOf({})).toBe(Object.prototype);
});

describe.each(names)('%s is a name like any other', (name) => {
  const blocks: readonly (readonly ['json' | 'yaml' | 'toml', string])[] = [
    ['json', `{ "${name}": { "${name}": "oak" } }`],
    ['yaml', `${name}:\n  ${name}: oak`],
    ['toml', `${name} = { ${name} = "oak" }`],
    ['toml', `[${name}]\n${name} = "oak"`],
    ['toml', `${name}.${name} = "oak"`],
  ];

  it.each(blocks)('as a key of %s: %j', (format, block) => {
    const { value, places, fault } = decodeFrontMatter(block, format);
    expect(fault).toBeUndefined();
    expect(own(own(value, name), name)).toBe('oak');
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect([...(places?.keys() ?? [])]).toContain(`/${name}/${name}`);
  });

  it('as an array of tables', () => {
    const { value } = decodeFrontMatter(`[[${name}]]\na = 1\n[[${name}]]\na = 2`, 'toml');
    expect(own(value, name)).toEqual([{ a: 1 }, { a: 2 }]);
  });

  it('in front matter that a guide type reads as a whole', () => {
    const type = guideTypeOf('tree', schemaOf({ meta: { type: 'object', 'x-source': { frontMatter: true } } }));
    const guide = bindText(`---json\n{ "${name}": "oak" }\n---\n\n# Oak\n`, type);
    expect(own(partOf(guide, 'meta'), name)).toBe('oak');
    expect(guide.places.has(`/meta/${name}`)).toBe(true);
    expect(guide.violations).toEqual([]);
  });

  it('as a key that a guide type asks for, which is not there', () => {
    const type = guideTypeOf('tree', schemaOf(single(name, { type: 'string', 'x-source': { frontMatter: name } })));
    const guide = bindText('---json\n{ "title": "oak" }\n---\n\n# Oak\n', type);
    expect(Object.hasOwn(guide.value, name)).toBe(false);
    expect(partOf(bindText(`---json\n{ "${name}": "oak" }\n---\n`, type), name)).toBe('oak');
  });

  it('as a section and as a label', () => {
    const labelled = { type: 'object', properties: single(name, { type: 'string', 'x-source': { label: ['Wood'] } }) };
    const type = guideTypeOf('tree', schemaOf(single(name, { ...labelled, 'x-source': chapter('Uses') })));
    const guide = bindText('# Oak\n\n## Uses\n\n**Wood:** ships\n', type);
    expect(own(partOf(guide, name), name)).toBe('ships');
    expect(guide.places.has(`/${name}/${name}`)).toBe(true);
  });

  it('as a label, a hashtag and the header of a column that the type does not know', () => {
    const type = guideTypeOf(
      'tree',
      schemaOf({
        labels: {
          type: 'array',
          'x-source': { ...chapter('Labels'), labels: '*' },
          items: { type: 'object', properties: { label: { type: 'string' }, text: { type: 'string' } } },
        },
        tags: { type: 'array', 'x-source': { ...chapter('Tags'), hashtags: true }, items: { type: 'string' } },
        rows: {
          type: 'array',
          'x-source': { ...chapter('Rows'), table: { columns: { tree: ['Tree'] } } },
          items: { type: 'object', properties: { tree: { type: 'string' } } },
        },
      }),
    );
    const rows = `| Tree | \`${name}\` |\n|---|---|\n| oak | tall |`;
    const guide = bindText(
      `## Labels\n\n**\`${name}\`:** ships\n\n## Tags\n\n\`#${name}\`\n\n## Rows\n\n${rows}\n`,
      type,
    );
    expect(partOf(guide, 'labels')).toEqual([{ label: name, text: 'ships' }]);
    expect(partOf(guide, 'tags')).toEqual([name]);
    const [row] = partOf(guide, 'rows') as unknown[];
    expect(own(row, name)).toBe('tall');
    expect(Object.getPrototypeOf(row)).toBe(Object.prototype);
    expect(guide.places.has(`/rows/0/${name}`)).toBe(true);
  });

  it('as a column, and in the items of another array', () => {
    const cells = single(name, { type: 'string' });
    const type = guideTypeOf(
      'tree',
      schemaOf({
        rows: {
          type: 'array',
          'x-source': { ...chapter('Rows'), table: { columns: single(name, ['Height']) } },
          items: { type: 'object', properties: cells },
        },
        all: { type: 'array', 'x-source': { collect: ['/rows'] }, items: { type: 'object', properties: cells } },
      }),
    );
    const guide = bindText('## Rows\n\n| Height |\n|---|\n| tall |\n', type);
    for (const property of ['rows', 'all']) {
      const [row] = partOf(guide, property) as unknown[];
      expect(own(row, name)).toBe('tall');
    }
  });

  it('as a name that a guide type says nothing of', () => {
    const type = guideTypeOf('tree', schemaOf({ title: { type: 'string' } }));
    expect(type.nodeAt(`/${name}`)).toBeUndefined();
    expect(type.titleOf(`/${name}`, 'en')).toBe(name);
  });
});

it('a name that is set like any property would be noticed', () => {
  const lost: Record<string, unknown> = {};
  for (const name of names) lost[name] = 'oak';
  expect(names.filter((name) => own(lost, name) !== 'oak')).toEqual(['__proto__']);
});
