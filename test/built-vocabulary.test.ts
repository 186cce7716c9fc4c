import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileVocabulary, type Vocabulary } from '../src/guide-types/compile-vocabulary.ts';
import type { PrecompiledVocabulary } from '../src/guide-types/precompiled-validator.ts';
import { root } from './bind-fixture.ts';

const metaSchema: unknown = JSON.parse(readFileSync(join(root, 'schemas/guide-type.schema.json'), 'utf8'));
const shipped = readFileSync(join(root, 'schemas/career-guide.schema.json'), 'utf8');
const built = createRequire(import.meta.url)(join(root, 'dist/validators/guide-type.cjs')) as PrecompiledVocabulary;
const compiled = compileVocabulary(metaSchema as object);

/** All that a vocabulary says of a schema. */
function errorsOf({ validate }: Vocabulary, schema: unknown) {
  validate(schema);
  return (validate.errors ?? []).map(({ keyword, instancePath, params, data }) => ({
    keyword,
    instancePath,
    params,
    data,
  }));
}

describe('the vocabulary that the build makes', () => {
  test('is that of the meta-schema', () => {
    expect(built.source).toBe(JSON.stringify(metaSchema));
    expect(built.keywords).toEqual(compiled.keywords);
    expect(built.keywords).toEqual(expect.arrayContaining(['x-source', 'x-parse', 'properties', 'minItems', '$ref']));
  });

  test.each([
    '{}',
    'true',
    '3',
    '{ "typo": 1, "properties": { "a": { "x-source": { "heading": false }, "x-ascending": [] } } }',
    '{ "required": ["a", "a"], "type": ["string", "string"], "anyOf": [] }',
    // Keys that every object has must not be asked for more than what stands there.
    '{ "type": [{ "toString": 1 }, { "toString": 1 }], "required": [{ "valueOf": 2 }, { "valueOf": 2 }] }',
    '{ "__proto__": { "type": 1 }, "constructor": 2 }',
  ])('says of %s what a new one says', (text) => {
    expect(errorsOf(built, JSON.parse(text))).toEqual(errorsOf(compiled, JSON.parse(text)));
  });

  test('says the same of a type in which one value is another', () => {
    const values = fc.constantFrom(null, 1, 'x', [], {}, [1, 1], ['a', 'a'], { toString: 1 }, [{ toString: 1 }], true);
    let wrong = 0;
    fc.assert(
      fc.property(fc.nat(), values, (at, value) => {
        const schema = withOneChanged(JSON.parse(shipped), at, value);
        const errors = errorsOf(compiled, schema);
        if (errors.length > 0) wrong++;
        expect(errorsOf(built, schema)).toEqual(errors);
      }),
      { numRuns: 300 },
    );
    expect(wrong).toBeGreaterThan(100);
  });
});

/** Puts a value in the place of the property or element that comes at `at`, counted around. */
function withOneChanged(schema: unknown, at: number, value: unknown): unknown {
  const places: (readonly [owner: Record<string, unknown>, key: string])[] = [];
  const collect = (owner: unknown): void => {
    if (typeof owner !== 'object' || owner === null) return;
    for (const [key, child] of Object.entries(owner)) {
      places.push([owner as Record<string, unknown>, key]);
      collect(child);
    }
  };
  collect(schema);
  const [owner, key] = places[at % places.length] ?? [];
  if (owner && key !== undefined) owner[key] = value;
  return schema;
}
