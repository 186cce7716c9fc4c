import { below, oneIn, pick, type Random } from './random.ts';

const keys = [
  ...['title', 'slug', 'tags', 'category', 'description', 'type', 'a', '', '__proto__', 'constructor', 'toString', 'a/b', 'a~b'],
  ...['日本語', '\u0000', ' ', 'keywords', 'published_at', 'related', 'x-source', '$ref', '0', 'length', 'hasOwnProperty', 'é', '👍'],
]; // biome-ignore format: a list of words

const scalars: readonly unknown[] = [
  ...[null, true, false, 0, -1, 1.5, 1e21, 5e-324, Number.MAX_SAFE_INTEGER, '', ' ', 'a', '灯台守', 'a,b、c', '\ud83d\ude00', '\u202e', '2026-02-30'],
  ...['2026-01-01', 'lighthouse_keeper', 'career-guide', '#tag', '**a', '<b>', "'", '"', '\n', '\\', 'x'.repeat(300), '../../etc/passwd', '__proto__'],
]; // biome-ignore format: a list of values

/** An object with values of all kinds. */
export function randomJson(random: Random): Record<string, unknown> {
  return randomObject(random, 0);
}

function randomObject(random: Random, depth: number): Record<string, unknown> {
  // From entries, `__proto__` is a key like others.
  return Object.fromEntries(
    Array.from({ length: below(6, random) }, () => [pick(keys, random), randomValue(random, depth + 1)]),
  );
}

/** A value of any kind. */
export function randomValue(random: Random, depth = 0): unknown {
  if (depth < 4 && oneIn(4, random)) return randomObject(random, depth);
  if (depth < 4 && oneIn(4, random))
    return Array.from({ length: below(4, random) }, () => randomValue(random, depth + 1));
  return pick(scalars, random);
}

/** The same value with one to four parts of it changed, left out, moved or doubled; `others` are where new parts come from. */
export function damagedJson(value: unknown, random: Random, others: readonly unknown[]): unknown {
  let result = structuredClone(value);
  for (let count = 1 + below(4, random); count > 0; count -= 1) result = changedOnce(result, random, others);
  return result;
}

type Container = Record<string, unknown> | unknown[];

function changedOnce(value: unknown, random: Random, others: readonly unknown[]): unknown {
  const containers = containersOf(value);
  if (containers.length === 0 || oneIn(200, random)) return randomValue(random);
  const at = pick(containers, random);
  const names = Object.keys(at);
  const name = names.length > 0 ? pick(names, random) : undefined;
  const foreign = (): unknown => {
    const from = pick(containersOf(pick(others, random)), random);
    const own = Object.values(from);
    return structuredClone(own.length > 0 && !oneIn(4, random) ? pick(own, random) : from);
  };
  const put = (key: string, part: unknown): void => {
    if (Array.isArray(at)) at.splice(Number(key), 1, part);
    else Object.defineProperty(at, key, { value: part, writable: true, enumerable: true, configurable: true });
  };
  const way = below(7, random);
  if (name === undefined || way === 0) {
    const [key = 'a'] = Object.entries(foreignEntry(others, random));
    if (Array.isArray(at)) at.push(foreign());
    else put(String(key[0]), key[1]);
  } else if (way === 1) {
    if (Array.isArray(at)) at.splice(Number(name), 1);
    else delete at[name];
  } else if (way === 2) put(name, foreign());
  else if (way === 3) put(name, randomValue(random));
  else if (way === 4) put(name, wrapped(Object.getOwnPropertyDescriptor(at, name)?.value, random));
  else if (way === 5) {
    const part: unknown = Object.getOwnPropertyDescriptor(at, name)?.value;
    if (!Array.isArray(at)) {
      delete at[name];
      put(pick([...keys, ...names], random), part);
    } else at.push(structuredClone(part));
  } else put(name, textChanged(Object.getOwnPropertyDescriptor(at, name)?.value, random));
  return value;
}

function foreignEntry(others: readonly unknown[], random: Random): Record<string, unknown> {
  const from = pick(containersOf(pick(others, random)), random);
  const entries = Object.entries(from);
  return Object.fromEntries([entries.length > 0 ? structuredClone(pick(entries, random)) : ['a', 1]]);
}

function wrapped(value: unknown, random: Random): unknown {
  return oneIn(2, random) ? [value] : { [pick(keys, random)]: value };
}

const hostile = [
  '(',
  '[',
  '(a+)+$',
  '(?<value>',
  '^\\p{L}+$',
  '*',
  '../x.json',
  '#/$defs/none',
  '#/properties',
  '/',
  '/a/0',
  '#',
  'https://a.example/',
  '\ud800',
];

function textChanged(value: unknown, random: Random): unknown {
  if (typeof value === 'number') return pick([-value, value + 1, value * 1e9, 0.5], random);
  if (typeof value !== 'string') return value;
  if (oneIn(2, random)) return pick(hostile, random);
  const at = below(value.length + 1, random);
  return value.slice(0, at) + pick([' ', '/', '.', '\\', '光', '*', '('], random) + value.slice(at + below(2, random));
}

function containersOf(value: unknown): Container[] {
  if (typeof value !== 'object' || value === null) return [];
  const own: Container = Array.isArray(value) ? value : (value as Record<string, unknown>);
  return [own, ...Object.values(own).flatMap(containersOf)];
}
