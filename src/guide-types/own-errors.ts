import type { SchemaError } from './compile-validator.ts';

/** Keywords that fail because of what stands in their subschemas, and say so better than those do. */
const choosing = new Set(['anyOf', 'oneOf', 'not', 'contains', 'propertyNames']);

/** The errors without those that another one speaks for: an alternative's own failures, or an `if` whose `then` fails. */
export function ownErrors(errors: readonly SchemaError[]): SchemaError[] {
  const choices = errors.filter(({ keyword }) => choosing.has(keyword));
  return errors.filter((error) => error.keyword !== 'if' && !choices.some((choice) => isWithin(error, choice)));
}

function isWithin(error: SchemaError, choice: SchemaError): boolean {
  if (error === choice || !`${error.instancePath}/`.startsWith(`${choice.instancePath}/`)) return false;
  return [choice.schemaPath, ...references(choice.schema)].some((path) => error.schemaPath.startsWith(`${path}/`));
}

/** A referenced schema's errors go by the path of its definition. */
function references(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) =>
    key === '$ref' && typeof value === 'string' ? [value] : references(value),
  );
}
