import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { main } from '../src/cli.ts';
import { checkGuideType } from '../src/guide-types/check-guide-type.ts';
import { annotations, compileValidator, constraints } from '../src/guide-types/compile-validator.ts';
import { decodeGuideType } from '../src/guide-types/guide-type-file.ts';
import { valueParsers } from '../src/guide-types/values/index.ts';
import { typeMistakes } from '../src/locale/type-mistakes.ts';
import type { SchemaNode, Source } from '../src/model.ts';
import { testHost } from './test-host.ts';

const schemas = new URL('../schemas/', import.meta.url);
const projects = new URL('../fixtures/projects/', import.meta.url);
const metaSchema = JSON.parse(readFileSync(new URL('guide-type.schema.json', schemas), 'utf8')) as SchemaNode;

/** Forgetting one is an error of the type checker. */
const sources = {
  frontMatter: true,
  heading: true,
  section: true,
  table: true,
  header: true,
  headers: true,
  items: true,
  questions: true,
  group: true,
  label: true,
  labels: true,
  hashtags: true,
  prose: true,
  of: true,
  collect: true,
  or: true,
} satisfies Record<keyof Source, true>;

function mistakesIn(text: string, name = 'recipe.schema.json', locale: 'en' | 'ja' = 'en'): string[] {
  const file = decodeGuideType(name, text);
  return checkGuideType(file, metaSchema, typeMistakes[locale]).map(
    ({ offset, message }) => `${/^(?:"(?:[^"\\]|\\.)*"|[^\s,:}\]]+|.)/.exec(text.slice(offset))?.[0]} ${message}`,
  );
}

describe('the meta-schema', () => {
  test('describes each keyword that guidepost understands, and no other', () => {
    const known = ['x-recommended', ...annotations, ...constraints.map(({ keyword }) => String(keyword))];
    expect(Object.keys(metaSchema.properties ?? {}).sort()).toEqual(known.sort());
    expect(Object.keys(metaSchema.$defs?.source?.properties ?? {}).sort()).toEqual(Object.keys(sources).sort());
    expect(metaSchema.properties?.['x-parse']?.enum).toEqual(Object.keys(valueParsers).sort());
  });

  test('explains each keyword, with examples that it accepts itself', () => {
    const keywords = Object.entries(metaSchema.properties ?? {}).filter(([name]) => name !== 'x-source');
    const parts = Object.entries(metaSchema.$defs?.source?.properties ?? {});
    for (const [name, node] of [...keywords, ...parts]) {
      expect(node.description ?? metaSchema.$defs?.source?.description, name).toMatch(/\.$/);
      expect(node.examples, name).toBeInstanceOf(Array);
      for (const example of node.examples as unknown[]) {
        const isPart = parts.some(([part]) => part === name);
        const schema = isPart
          ? { 'x-source': { ...(name === 'headers' && { of: '/rows' }), [name]: example } }
          : { [name]: example };
        const file = decodeGuideType('a.json', JSON.stringify(schema));
        const vocabulary = checkGuideType(file, metaSchema, typeMistakes.en).filter(
          ({ message }) => !/Nothing stands|no property|No property|needs "items"/.test(message),
        );
        expect(vocabulary, `${name} ${JSON.stringify(example)}`).toEqual([]);
      }
    }
  });

  const shipped = readdirSync(schemas)
    .filter((name) => name.endsWith('.schema.json'))
    .map((name) => [name, new URL(name, schemas)] as const)
    .filter(([name]) => !['guide-type.schema.json', 'config.schema.json'].includes(name));
  const examples = ['recipes/recipe.schema.json', 'adr/adr.schema.json'].map(
    (path) => [path, new URL(path, projects)] as const,
  );
  test.each([...shipped, ...examples])('has nothing against %s', (name, url) => {
    const text = readFileSync(url, 'utf8');
    expect(mistakesIn(text, name)).toEqual([]);
    expect(() => compileValidator(JSON.parse(text) as SchemaNode)).not.toThrow();
  });
});

const bound = '"x-source": { "heading": true }';
const within = (property: string): string => `{ "properties": { "a": ${property} } }`;
const columns = (own: string): string =>
  within(
    `{ "x-source": { "table": { "columns": ${own} } }, "type": "array", "items": { "properties": { "name": {}, "price": {} } } }`,
  );

describe('a mistake in a guide type is named with the nearest valid choice', () => {
  test.each<readonly [text: string, ...mistakes: string[]]>([
    ['{ "properties": { "a": {}, } }', ', A comma stands after the last entry; remove it'],
    ['{ "properties": { "a": {} "b": {} } }', '"b" A comma is missing before "b"; put one between the two entries'],
    ['[]', '[ A guide type is a JSON Schema in braces: { "properties": { … } }'],
    [
      within('{ "type": "string" }'),
      '"properties" No property says with "x-source" where it stands, so no guide can be read with this type',
    ],
    [within(`{ ${bound}, "minLenght": 3 }`), '"minLenght" There is no keyword "minLenght"; did you mean "minLength"?'],
    [
      within(`{ ${bound}, "x-titel": { "en": "A" } }`),
      '"x-titel" There is no keyword "x-titel"; did you mean "x-title"?',
    ],
    [
      within(`{ ${bound}, "colour": 3 }`),
      '"colour" There is no keyword "colour"; remove it, or see docs/guide-types.md for those there are',
    ],
    [within(`{ ${bound}, "type": "strng" }`), '"strng" "strng" is no choice here; did you mean "string"?'],
    [within(`{ ${bound}, "format": "dat" }`), '"dat" There is no format "dat"; did you mean "date"?'],
    [within(`{ ${bound}, "minLength": "3" }`), '"3" "minLength" takes a whole number'],
    [
      within('{ "x-source": { "sektion": { "name": "A" } } }'),
      '"sektion" "x-source" has no part "sektion"; did you mean "section"?',
    ],
    [
      within('{ "x-source": { "section": { "alias": ["A"] } } }'),
      '"section" "section" needs "name" as well',
      '"alias" "section" has no part "alias"; did you mean "aliases"?',
    ],
    [within('{ "x-source": { "heading": false } }'), 'false "heading" takes only true; leave it out otherwise'],
    [within('{ "x-source": { "label": "Goal" } }'), '"Goal" "label" takes a list'],
    [within('{ "x-source": {} }'), '{ "x-source" needs at least one entry'],
    [within(`{ ${bound}, "x-parse": "integr" }`), '"integr" "integr" is no choice here; did you mean "integer"?'],
    [
      within(`{ ${bound}, "pattern": "[a-" }`),
      '"[a-" The regular expression "[a-" does not compile: Unterminated character class',
    ],
    [
      within('{ "x-source": { "section": { "name": "A", "pattern": "(" } } }'),
      '"(" The regular expression "(" does not compile: Unterminated group',
    ],
    [
      within('{ "x-source": { "heading": "\\\\d+" } }'),
      '"\\\\d+" The regular expression "\\d+" does not say which part is the value; put that part into "(?<value>…)"',
    ],
    [
      columns('{ "nme": ["Name"] }'),
      '"nme" The column "nme" has no property of that name in "items"; did you mean "name"?',
    ],
    [
      columns('{ "name": ["Name"], "price": "nam" }'),
      '"nam" "nam" names no other column; headers are written as a list: ["nam"], or did you mean "name"?',
    ],
    [
      within('{ "x-source": { "prose": "rest", "of": "/b" } }'),
      '"/b" Nothing stands at "/b" in this guide type; did you mean "/a"?',
    ],
    [
      within(`{ ${bound}, "x-subset-of": "meta" }`),
      '"meta" "meta" is no JSON pointer; it looks like "/steps" or "/meta/slug"',
    ],
    [
      within(`{ ${bound}, "x-unique": "/nam", "items": { "properties": { "name": {} } } }`),
      '"/nam" Nothing stands at "/nam" in this guide type; did you mean "/name"?',
    ],
    [
      within(`{ ${bound}, "x-ascending": ["min", "maks"], "properties": { "min": {}, "max": {} } }`),
      '"maks" There is no property "maks" here; there are "min" and "max"',
    ],
    [
      within(`{ ${bound}, "x-ascending": "/min", "properties": { "min": {}, "max": {} } }`),
      '"/min" A pointer in "x-ascending" is for the items of a list; for an object, name its properties: ["min", "max"]',
    ],
    [
      within(`{ ${bound}, "x-unique": "/min", "properties": { "min": {} } }`),
      '"/min" "x-unique" is for the items of a list, and there are no "items" here',
    ],
    [
      within(
        '{ "x-source": { "items": "list" }, "x-view": { "chart": "range", "label": "/name", "max": "/prise" }, "items": { "properties": { "name": {}, "price": {} } } }',
      ),
      '"/prise" Nothing stands at "/prise" in this guide type; did you mean "/price"?',
    ],
    [within(`{ ${bound}, "x-view": "hiden" }`), '"hiden" "hiden" is no choice here; did you mean "hidden"?'],
    [
      within(`{ ${bound}, "x-view": { "as": "name", "pattern": "^(.+):" } }`),
      '"^(.+):" The regular expression "^(.+):" does not say which part is the value; put that part into "(?<value>…)"',
    ],
    [
      `{ "x-jsonld": [{ "@type": "Recipe", "name": { "from": "/titel" } }], "properties": { "title": { ${bound} } } }`,
      '"/titel" Nothing stands at "/titel" in this guide type; did you mean "/title"?',
    ],
    [
      `{ "required": ["titel"], "properties": { "title": { ${bound} } } }`,
      '"titel" There is no property "titel" here; did you mean "title"?',
    ],
    [
      `{ "properties": { "a": { ${bound}, "$ref": "#/$defs/mony" } }, "$defs": { "money": {} } }`,
      '"#/$defs/mony" "#/$defs/mony" refers to nothing in this file; did you mean "#/$defs/money"?',
    ],
    [
      within(`{ ${bound}, "$ref": "https://example.org/a.json" }`),
      '"https://example.org/a.json" "https://example.org/a.json" is outside this file; a guide type is one file, so copy that part into "$defs"',
    ],
    [
      `{ "properties": { "a": { ${bound} } }, "$defs": { "b": { "properties": { "c": { "$ref": "#/$defs/b" } } } } }`,
      '"#/$defs/b" "#/$defs/b" leads back to itself',
    ],
    [
      `{ "$schema": "http://json-schema.org/draft-07/schema#", "properties": { "a": { ${bound} } } }`,
      '"http://json-schema.org/draft-07/schema#" Guide types are written in JSON Schema 2020-12, not in "http://json-schema.org/draft-07/schema#"; write "https://json-schema.org/draft/2020-12/schema"',
    ],
    [
      within(`{ ${bound}, "type": "string", "type": "array" }`),
      '"type" The key "type" stands here for the second time; keep one of them',
    ],
  ])('%s', (text, ...mistakes) => {
    expect(mistakesIn(text)).toEqual(mistakes);
  });

  test('in Japanese as well', () => {
    expect(mistakesIn(within(`{ ${bound}, "x-titel": {}, "minLenght": 1 }`), 'a.schema.json', 'ja')).toEqual([
      '"x-titel" キーワード「x-titel」はありません。「x-title」ではありませんか',
      '"minLenght" キーワード「minLenght」はありません。「minLength」ではありませんか',
    ]);
  });

  test('in YAML as well', () => {
    const yaml = 'properties:\n  title:\n    type: string\n    x-source: { heding: true }\n';
    expect(mistakesIn(yaml, 'a.schema.yaml')).toEqual([
      'heding "x-source" has no part "heding"; did you mean "heading"?',
    ]);
    expect(mistakesIn('properties:\n\ttitle: {}\n', 'a.schema.yaml')[0]).toMatch(/tab/);
  });
});

describe('a run with a faulty guide type', () => {
  const guide = '# 味噌汁\n';
  test('ends with exit code 2 and lists file, line and column of every mistake', async () => {
    const schema =
      '{\n  "properties": {\n    "title": { "x-sorce": { "heading": true } },\n    "b": { "x-parse": "dat" }\n  }\n}\n';
    const host = testHost({ files: { 'types/soup.schema.json': schema, 'soup.md': guide } });
    expect(await main(['lint', '--type', 'types/soup.schema.json', 'soup.md'], host)).toBe(2);
    expect(host.output.stdout).toBe('');
    expect(host.output.stderr).toBe(`guidepost: The guide type "types/soup.schema.json" has 2 mistakes:
types/soup.schema.json:3:16: There is no keyword "x-sorce"; did you mean "x-source"?
types/soup.schema.json:4:23: "dat" is no choice here; did you mean "date"?
`);
  });

  test('names the one mistake on one line', async () => {
    const schema = '{ "properties": { "title": { "x-source": { "heading": true } } }, }';
    const host = testHost({ files: { 'soup.schema.json': schema, 'soup.md': guide }, env: { LANG: 'ja_JP.UTF-8' } });
    expect(await main(['lint', '--type', 'soup.schema.json', 'soup.md'], host)).toBe(2);
    expect(host.output.stderr).toBe(
      'guidepost: soup.schema.json:1:65: 最後の項目のあとにカンマがあります。カンマを消してください\n',
    );
  });

  test('takes YAML, and the meta-schema as $schema', async () => {
    const schema =
      '$schema: ./guide-type.schema.json\nproperties:\n  title: { type: string, x-source: { heading: true } }\n';
    const host = testHost({ files: { 'soup.schema.yaml': schema, 'soup.md': guide } });
    await main(['export', '--type', 'soup.schema.yaml', 'soup.md'], host);
    expect(JSON.parse(host.output.stdout)).toEqual([{ title: '味噌汁', type: 'soup', path: 'soup.md' }]);
  });
});

describe('collections of other people', () => {
  test.each([
    ['recipes', 'recipe'],
    ['adr', 'adr'],
  ])('%s are checked by their schema file alone', async (project, type) => {
    const host = testHost({ cwd: fileURLToPath(new URL(project, projects)) });
    expect(await main(['lint', '--type', `${type}.schema.json`, '.'], host)).toBe(0);
    expect(host.output.stdout).toMatch(/^No problems in \d files/);
  });

  test('recipes become data in both languages', async () => {
    const host = testHost({ cwd: fileURLToPath(new URL('recipes', projects)) });
    await main(['export', '--type', 'recipe.schema.json', '.'], host);
    const recipes = JSON.parse(host.output.stdout) as { path: string; [key: string]: unknown }[];
    const kabocha = recipes.find(({ path }) => path.includes('kabocha'));
    expect(kabocha).toMatchObject({
      meta: { servings: 4, vegetarian: true },
      ingredients: expect.arrayContaining([{ name: '砂糖', amount: 1.5, unit: '大さじ', optional: false }]),
      nutrition: expect.arrayContaining([{ nutrient: '脂質', amount: { value: 0.5, text: '0.5 g' } }]),
    });
    expect(recipes).toHaveLength(5);
    for (const recipe of recipes) expect(recipe.steps).not.toEqual([]);
  });

  test('a decision record becomes data', async () => {
    const host = testHost({ cwd: fileURLToPath(new URL('adr', projects)) });
    await main(['export', '--type', 'adr.schema.json', 'docs/decisions/0005-precompute-one-year-of-tables.md'], host);
    expect(JSON.parse(host.output.stdout)).toMatchObject([
      {
        meta: { status: 'accepted', date: '2025-01-20' },
        title: 'Precompute one year of tables',
        options: [
          'Precompute twelve months every night',
          'Keep the edge cache and warm it after a purge',
          'Compute in the browser',
        ],
        outcome: { consequences: [/^Good/, /^Good/, /^Bad/].map((start) => expect.stringMatching(start)) },
        comparison: [
          { arguments: [expect.any(String), expect.any(String)] },
          { option: 'Keep the edge cache and warm it after a purge' },
          {
            arguments: [
              expect.stringMatching(/^Good/),
              expect.stringMatching(/^Bad/),
              expect.stringMatching(/^Neutral/),
            ],
          },
        ],
      },
    ]);
  });
});
