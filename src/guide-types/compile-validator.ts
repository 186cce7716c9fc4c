import { createRequire } from 'node:module';
import type * as ajvModule from 'ajv/dist/2020.js';
import type { AnySchemaObject, ErrorObject, FuncKeywordDefinition, Options } from 'ajv/dist/2020.js';
import { lazily } from '../deadline.ts';
import type { SchemaNode } from '../model.ts';
import { spelled } from '../spelled.ts';
import { loadAjv } from './load-ajv.ts';
import { valueAt } from './value-at.ts';

/** A constraint that a value fails, in the validator's words. */
export type SchemaError = Pick<
  ErrorObject,
  'keyword' | 'instancePath' | 'schemaPath' | 'params' | 'data' | 'schema' | 'parentSchema'
>;

/** All constraints that a value fails; none for a valid one. */
export type Validate = (value: unknown) => readonly SchemaError[];

type Ajv = ajvModule.Ajv2020;

// The shipped types have validators made beforehand: only those who bring a schema of their own wait for the compiler.
const require = createRequire(import.meta.url);
const newAjv = (options: Options): Ajv => {
  const { Ajv2020 } = loadAjv();
  const addFormats = require('ajv-formats') as (ajv: Ajv) => Ajv;
  return addFormats(new Ajv2020(options));
};

/** What ajv makes of a schema: after a call, `errors` holds what the value fails. */
export interface Compiled {
  (value: unknown): unknown;
  readonly errors?: readonly ErrorObject[] | null;
}

/** The keywords that only say something of a value, and constrain nothing. */
export const annotations = [
  'x-source',
  'x-parse',
  'x-title',
  'x-description',
  'x-template',
  'x-view',
  'x-jsonld',
  'x-range-sign',
  'x-tag-form',
  'x-aliases',
  'x-promises',
  'x-format',
  'x-refers-to',
  'x-unique-across',
  'x-file',
  'x-file-name',
];

/** Compiles a guide type's schema; throws ajv's own error where it is not valid JSON Schema. */
export function compileValidator(schema: SchemaNode): Validate {
  // To simplify its code takes ajv longer than the code saves in checking hundreds of guides.
  return validateWith(createAjv({ optimize: false }).compile(schema));
}

/** A compiled schema as a function of the value alone. */
export function validateWith(compiled: Compiled): Validate {
  return (value) => {
    compiled(value);
    return (compiled.errors ?? []).filter(({ keyword }) => keyword !== 'x-recommended');
  };
}

/** The compiler of guide types, which knows their keywords; `code` says what it keeps of the code it makes. */
export function createAjv(code: Options['code'] = {}): Ajv {
  const ajv = newAjv({
    allErrors: true,
    strict: true,
    // Schemas of others are held against the vocabulary's meta-schema, which is stricter; to compile JSON Schema's takes long.
    validateSchema: false,
    strictTypes: false,
    strictRequired: false,
    strictTuples: false,
    ownProperties: true,
    verbose: true,
    code,
  });
  ajv.addVocabulary(annotations);
  // A schema whose failures are warnings: its errors are known by the keyword in their schema path.
  ajv.addKeyword({
    keyword: 'x-recommended',
    schemaType: 'object',
    macro: (recommended: AnySchemaObject) => recommended,
  });
  for (const keyword of constraints) ajv.addKeyword(keyword);
  return ajv;
}

/** The values of `format` that are checked. */
export const knownFormats = lazily((): readonly string[] => Object.keys(newAjv({}).formats));

type CheckErrors = Partial<ErrorObject>[];

interface Check {
  (...input: unknown[]): boolean;
  errors?: CheckErrors;
}

/** Makes an ajv keyword of a function that lists what is wrong as [path below the value, parameters]. */
function constraint(
  keyword: string,
  check: (schema: unknown, data: unknown, root: unknown) => [string, object][],
): FuncKeywordDefinition {
  const validate: Check = (schema, data, _parentSchema, context) => {
    const root = (context as { rootData?: unknown } | undefined)?.rootData;
    const instancePath = (context as { instancePath?: string } | undefined)?.instancePath ?? '';
    const failures = check(schema, data, root);
    validate.errors = failures.map(([path, params]) => ({ keyword, instancePath: instancePath + path, params }));
    return failures.length === 0;
  };
  return { keyword, schema: true, errors: true, validate };
}

/**
 * On an array: the value at the pointer never falls from item to item; `above` is the item that the failing one is
 * compared with. On an object: the named values do not fall.
 */
const ascending = constraint('x-ascending', (schema, data) => {
  const failures: [string, object][] = [];
  const values: [string, unknown][] = Array.isArray(data)
    ? data.map((item, index) => [`/${index}${schema}`, valueAt(item, String(schema))])
    : [schema].flat().map((key) => [`/${key}`, valueAt(data, `/${key}`)]);
  let previous: { value: number | string; index: number } | undefined;
  for (const [index, [path, value]] of values.entries()) {
    if (typeof value !== 'number' && typeof value !== 'string') continue;
    if (previous !== undefined && value < previous.value) {
      const where = Array.isArray(data) ? { path: schema, above: previous.index } : {};
      failures.push([path, { previous: previous.value, value, ...where }]);
    }
    previous = { value, index };
  }
  return failures;
});

/** On an array: the range (`min`, `max`) at the pointer does not begin below the end of the item's before it. */
const disjoint = constraint('x-disjoint', (schema, data) => {
  const ranges = (Array.isArray(data) ? data : []).map((item) => ({
    min: valueAt(item, `${schema}/min`),
    max: valueAt(item, `${schema}/max`),
  }));
  return ranges.flatMap(({ min }, index): [string, object][] => {
    const end = ranges[index - 1]?.max;
    const overlaps = typeof min === 'number' && typeof end === 'number' && min < end;
    return overlaps ? [[`/${index}${schema}`, { path: schema, above: index - 1 }]] : [];
  });
});

/** On an array: no two items have the same value at the pointer. */
const unique = constraint('x-unique', (schema, data) => {
  const seen = new Map<string, number>();
  return (Array.isArray(data) ? data : []).flatMap((item, index): [string, object][] => {
    const value = valueAt(item, String(schema));
    if (value === undefined || value === null) return [];
    const key = JSON.stringify(value).normalize('NFKC').toLowerCase();
    const first = seen.get(key);
    if (first === undefined) seen.set(key, index);
    return first === undefined ? [] : [[`/${index}${schema}`, { value, first, path: schema }]];
  });
});

/** On an array: each item is also an element of the array at the pointer, which counts from the whole guide. */
const subset = constraint('x-subset-of', (schema, data, root) => {
  const all = valueAt(root, String(schema));
  if (!Array.isArray(all) || !Array.isArray(data)) return [];
  const known = new Set(all.map(comparable));
  return data.flatMap((item, index): [string, object][] =>
    known.has(comparable(item)) ? [] : [[`/${index}`, { value: item, all }]],
  );
});

function comparable(value: unknown): string {
  return spelled(value)
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_・-]/gu, '');
}

/** The keywords for what JSON Schema has no word for. */
export const constraints: readonly FuncKeywordDefinition[] = [ascending, unique, subset, disjoint];
