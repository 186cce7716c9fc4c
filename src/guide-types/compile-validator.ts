import {
  Ajv2020,
  type AnySchemaObject,
  type ErrorObject,
  type FuncKeywordDefinition,
  type ValidateFunction,
} from 'ajv/dist/2020.js';
import addFormatsModule from 'ajv-formats';
import type { SchemaNode } from '../model.ts';
import { stepsOf } from './schema-view.ts';

/** A constraint that a value fails, in the validator's words. */
export type SchemaError = Pick<ErrorObject, 'keyword' | 'instancePath' | 'schemaPath' | 'params' | 'data'>;

/** All constraints that a value fails; none for a valid one. */
export type Validate = (value: unknown) => readonly SchemaError[];

// ajv-formats is CommonJS whose default export is the function under Node, a namespace for the type checker.
const addFormats = addFormatsModule as unknown as (ajv: Ajv2020) => Ajv2020;

const annotations = [
  'x-source',
  'x-parse',
  'x-title',
  'x-description',
  'x-template',
  'x-view',
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
  const ajv = new Ajv2020({
    allErrors: true,
    strict: true,
    strictTypes: false,
    strictRequired: false,
    strictTuples: false,
    ownProperties: true,
    verbose: true,
  });
  addFormats(ajv);
  ajv.addVocabulary(annotations);
  // A schema whose failures are warnings: its errors are known by the keyword in their schema path.
  ajv.addKeyword({
    keyword: 'x-recommended',
    schemaType: 'object',
    macro: (recommended: AnySchemaObject) => recommended,
  });
  ajv.addKeyword(ascending);
  ajv.addKeyword(unique);
  ajv.addKeyword(subset);
  const validate: ValidateFunction = ajv.compile(schema);
  return (value) => {
    validate(value);
    return (validate.errors ?? []).filter(({ keyword }) => keyword !== 'x-recommended');
  };
}

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

/** On an array: the value at the pointer never falls from item to item. On an object: the named values do not. */
const ascending = constraint('x-ascending', (schema, data) => {
  const failures: [string, object][] = [];
  const values: [string, unknown][] = Array.isArray(data)
    ? data.map((item, index) => [`/${index}${schema}`, valueAt(item, String(schema))])
    : (schema as string[]).map((key) => [`/${key}`, valueAt(data, `/${key}`)]);
  let previous: number | string | undefined;
  for (const [path, value] of values) {
    if (typeof value !== 'number' && typeof value !== 'string') continue;
    if (previous !== undefined && value < previous) failures.push([path, { previous, value }]);
    previous = value;
  }
  return failures;
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
    return first === undefined ? [] : [[`/${index}${schema}`, { value, first }]];
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
  return String(value)
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_・-]/gu, '');
}

function valueAt(value: unknown, pointer: string): unknown {
  let at = value;
  for (const step of stepsOf(pointer)) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return undefined;
    at = (at as Record<string, unknown>)[step];
  }
  return at;
}
