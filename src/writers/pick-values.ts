import { UserError } from '../errors.ts';
import { messagesFor } from '../locale/messages.ts';
import type { GuideTypeInfo, Locale, SchemaNode } from '../model.ts';
import { nearestColumn } from './nearest-column.ts';
import type { GuideContent } from './stream-writer.ts';

type Value = Readonly<Record<string, unknown>>;

/**
 * The same value with only what the dotted names say, in its own order: `meta.slug`, `salary` with all it holds, and
 * `bands.level` of each element of an array. Without names it is all kept.
 */
export function pickValues(value: Value, names: readonly string[] | undefined): Value {
  if (names === undefined) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, held]): [string, unknown][] => {
      const inner = names.flatMap((name) => restAfter(key, name) ?? []);
      const picked = inner.length === 0 ? undefined : inner.includes('') ? held : pickInside(held, inner);
      return picked === undefined ? [] : [[key, picked]];
    }),
  );
}

/** Nothing where the names lead nowhere; the elements of an array keep their places. */
function pickInside(value: unknown, names: readonly string[]): unknown {
  if (Array.isArray(value)) {
    const elements = value.map((element) => pickInside(element, names));
    return elements.some((element) => element !== undefined) ? elements.map((element) => element ?? {}) : undefined;
  }
  if (!isObject(value)) return undefined;
  const picked = pickValues(value, names);
  return Object.keys(picked).length > 0 ? picked : undefined;
}

/** What is left of a dotted name behind this key, which may hold dots itself; undefined for another key's name. */
function restAfter(key: string, name: string): string | undefined {
  if (name === key) return '';
  return name.startsWith(`${key}.`) ? name.slice(key.length + 1) : undefined;
}

/** Sees to it that each name of `--pick` is one that a guide has, or that its type gives it. */
export class PickCheck {
  readonly #unknown: Set<string>;
  readonly #names = new Set<string>();
  readonly #types = new Set<GuideTypeInfo>();

  constructor(names: readonly string[]) {
    this.#unknown = new Set(names);
  }

  look({ type, value }: GuideContent): void {
    if (!this.#types.has(type)) {
      this.#types.add(type);
      for (const name of schemaNames(type.schema, type)) this.#add(name);
    }
    if (this.#unknown.size > 0) for (const name of valueNames(value)) this.#add(name);
  }

  /** A name that nobody knows is a `UserError` that names the nearest. */
  finish(locale: Locale): void {
    const [name] = this.#unknown;
    if (name === undefined || this.#types.size === 0) return;
    const nearest = nearestColumn(name, [...this.#names]);
    throw new UserError(messagesFor(locale).batch.unknownPick({ name, ...(nearest && { nearest }) }));
  }

  #add(name: string): void {
    this.#names.add(name);
    this.#unknown.delete(name);
  }
}

function* schemaNames(
  node: SchemaNode,
  type: GuideTypeInfo,
  prefix = '',
  above: readonly SchemaNode[] = [],
): Generator<string> {
  const resolved = type.resolve(node);
  // A schema may refer to itself.
  if (above.includes(resolved)) return;
  const path = [...above, resolved];
  for (const [key, inner] of Object.entries(resolved.properties ?? {})) {
    yield prefix + key;
    yield* schemaNames(inner, type, `${prefix}${key}.`, path);
  }
  if (resolved.items) yield* schemaNames(resolved.items, type, prefix, path);
}

function* valueNames(value: unknown, prefix = ''): Generator<string> {
  if (Array.isArray(value)) for (const element of value) yield* valueNames(element, prefix);
  if (!isObject(value)) return;
  for (const [key, inner] of Object.entries(value)) {
    yield prefix + key;
    yield* valueNames(inner, `${prefix}${key}.`);
  }
}

function isObject(value: unknown): value is Value {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
