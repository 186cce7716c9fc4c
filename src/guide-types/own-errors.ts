import type { SchemaError } from './compile-validator.ts';
import { parentPointer } from './schema-view.ts';

/** Keywords that fail because of what stands in their subschemas, and say so better than those do. */
const choosing = new Set(['anyOf', 'oneOf', 'not', 'contains', 'propertyNames']);

/** The errors without those that another one speaks for: an alternative's own failures, or an `if` whose `then` fails. */
export function ownErrors(errors: readonly SchemaError[]): SchemaError[] {
  const choices = new Map<string, SchemaError[]>();
  for (const error of errors) {
    if (!choosing.has(error.keyword)) continue;
    const beside = choices.get(error.instancePath);
    if (beside) beside.push(error);
    else choices.set(error.instancePath, [error]);
  }
  return errors.filter((error) => error.keyword !== 'if' && (choices.size === 0 || !isSpokenFor(error, choices)));
}

/** True when a choice at the error's value, or at one around it, failed because of it. */
function isSpokenFor(error: SchemaError, choices: ReadonlyMap<string, readonly SchemaError[]>): boolean {
  for (let at = error.instancePath; ; at = parentPointer(at)) {
    if (choices.get(at)?.some((choice) => choice !== error && isPartOf(error, choice))) return true;
    if (at === '') return false;
  }
}

function isPartOf({ schemaPath }: SchemaError, choice: SchemaError): boolean {
  return [choice.schemaPath, ...references(choice.schema)].some((path) => schemaPath.startsWith(`${path}/`));
}

/** A referenced schema's errors go by the path of its definition. */
function references(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) =>
    key === '$ref' && typeof value === 'string' ? [value] : references(value),
  );
}
