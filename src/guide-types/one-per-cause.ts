import type { JsonPointer, Violation } from '../model.ts';

const groups: Readonly<Record<string, string>> = {
  enum: 'choice',
  const: 'choice',
  pattern: 'form',
  format: 'form',
  minimum: 'number',
  maximum: 'number',
  exclusiveMinimum: 'number',
  exclusiveMaximum: 'number',
  multipleOf: 'number',
};

/** Keywords that fail once for each of several keys of one object. */
const keyed = ['additionalProperty', 'unevaluatedProperty', 'propertyName', 'missingProperty'];

/**
 * The violations without those that one change would mend together with another: a column is missing once and not in
 * each row, an error is not a warning as well, and what is missing or of another type cannot be wrong in its form too.
 */
export function onePerCause(
  violations: readonly Violation[],
  columnOf: (pointer: JsonPointer) => string | undefined,
): Violation[] {
  const found = new Map<string, Violation>();
  const absent = new Set(violations.filter(isAbsent).map(({ pointer }) => pointer));
  const ranked = [...violations].sort((a, b) => rank(a) - rank(b));
  for (const violation of ranked) {
    const { pointer } = violation;
    if (absent.has(pointer) && !isAbsent(violation) && violation.keyword !== 'minLength') continue;
    const column = violation.params.missing === 'column' ? columnOf(pointer) : undefined;
    const cause = column ? `column ${column}` : `${pointer} ${groupOf(violation)}`;
    if (!found.has(cause)) found.set(cause, violation);
  }
  return [...found.values()];
}

function rank({ severity }: Violation): number {
  return severity === 'error' ? 0 : 1;
}

/** True when there is no value of the wanted kind at all: nothing, something else, or an empty text. */
function isAbsent({ keyword, params }: Violation): boolean {
  return ['required', 'type', 'x-parse'].includes(keyword) || (keyword === 'minLength' && params.value === '');
}

function groupOf(violation: Violation): string {
  if (isAbsent(violation)) return '';
  const key = keyed.map((name) => violation.params[name]).find((name) => name !== undefined);
  return `${groups[violation.keyword] ?? violation.keyword} ${key ?? ''}`;
}
