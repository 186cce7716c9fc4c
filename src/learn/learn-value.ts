import type { SchemaNode } from '../model.ts';

/** What many values of one front-matter key have in common. */
export function learnValue(values: readonly unknown[]): SchemaNode {
  const types = typesOf(values);
  const [type] = types;
  if (types.length !== 1 || type === undefined) return types.length > 0 ? { type: types } : {};
  const own = values.filter(
    (value) => typesOf([value])[0] === type || (type === 'number' && typeof value === 'number'),
  );
  if (type === 'array') return learnArray(own as unknown[][]);
  if (type === 'object') return learnObject(own as Record<string, unknown>[]);
  if (type !== 'string') return { type };
  return learnText(own as string[]);
}

/** From here on a value counts as always there. 0 to 1. */
export const always = 0.9;

/** What is there in enough guides is wanted in all of them. */
export function learnObject(values: readonly Readonly<Record<string, unknown>>[]): SchemaNode {
  const keys = new Set(values.flatMap((value) => Object.keys(value)));
  const shares = [...keys].map((key) => {
    const own = values.filter((value) => Object.hasOwn(value, key));
    return { key, own, share: own.length / Math.max(values.length, 1) };
  });
  // What one guide in a hundred has is a slip, and would only make a typing error look right.
  const known = shares.filter(({ share, own }) => share >= 0.05 || own.length > 2 || values.length < 20);
  const required = known.filter(({ share }) => share >= always).map(({ key }) => key);
  return {
    type: 'object',
    ...(required.length > 0 && { required }),
    properties: Object.fromEntries(known.map(({ key, own }) => [key, learnValue(own.map((value) => value[key]))])),
  };
}

/** The types that nine values in ten have; a rarer one is a mistake. */
function typesOf(values: readonly unknown[]): string[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(typeOf(value), (counts.get(typeOf(value)) ?? 0) + 1);
  const ranked = [...counts].sort(([, a], [, b]) => b - a);
  const types: string[] = [];
  let covered = 0;
  for (const [type, count] of ranked) {
    if (covered >= values.length * always) break;
    types.push(type);
    covered += count;
  }
  return types.includes('number') ? types.filter((type) => type !== 'integer') : types;
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}

function learnArray(values: readonly unknown[][]): SchemaNode {
  const items = values.flat();
  const isUnique = values.every((value) => new Set(value.map((item) => JSON.stringify(item))).size === value.length);
  return {
    type: 'array',
    items: items.length > 0 ? learnValue(items) : {},
    ...(values.length > 0 && values.every((value) => value.length > 0) && { minItems: 1 }),
    ...(isUnique && items.length > values.length && { uniqueItems: true }),
  };
}

const forms = [
  { schema: { format: 'date' }, test: (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) },
  { schema: { format: 'date-time' }, test: (text: string) => /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/.test(text) },
  { schema: { format: 'uri' }, test: (text: string) => /^https?:\/\/\S+$/.test(text) },
  ...['^[a-z0-9]+(?:_[a-z0-9]+)*$', '^[a-z0-9]+(?:-[a-z0-9]+)*$'].map((pattern) => ({
    schema: { pattern },
    test: (text: string) => new RegExp(pattern, 'u').test(text),
  })),
];

function learnText(values: readonly string[]): SchemaNode {
  const distinct = new Set(values);
  const isChoice = values.length >= 15 && distinct.size <= Math.min(12, values.length / 5);
  if (isChoice) return { enum: [...distinct].sort() };
  const minLength = values.every((value) => value.trim() !== '') ? { minLength: 1 } : {};
  // Plain lower-case words fit the pattern of an address by accident.
  const isTelling = values.filter((value) => /[-_:]/.test(value)).length >= Math.max(values.length * 0.3, 2);
  const form = isTelling ? forms.find(({ test }) => values.every(test)) : undefined;
  return { type: 'string', ...(form?.schema ?? minLength) };
}
