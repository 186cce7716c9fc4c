import { valueAt } from '../../guide-types/value-at.ts';
import type { JsonPointer } from '../../model.ts';
import { oncePer } from '../../once-per.ts';
import { plainText } from './plain-text.ts';
import { partOf } from './view-annotation.ts';

/** What a page knows of itself that no value of the guide says. */
export type PageValues = Readonly<Record<string, string | undefined>>;

interface Scope {
  readonly guide: unknown;
  readonly item: unknown;
  readonly page: PageValues;
}

/**
 * The statements that a guide type's `x-jsonld` makes of a guide. A property without a value is left out, and with it a
 * statement that needs it or of which only constants would be left: nothing is made up.
 */
export function jsonLdGraph(templates: unknown, guide: unknown, page: PageValues): object[] {
  if (!Array.isArray(templates)) return [];
  const scope: Scope = { guide, item: guide, page };
  const nodes = templates.flatMap((template) => (built(template, scope) ?? []) as object | []);
  const ids = new Set(nodes.map((node) => ('@id' in node ? node['@id'] : undefined)));
  return nodes.map((node) =>
    Object.fromEntries(Object.entries(node).filter(([, value]) => !isReference(value) || ids.has(value['@id']))),
  );
}

/** A template with its directives replaced by values; undefined where it comes to nothing. */
function built(template: unknown, scope: Scope): unknown {
  if (Array.isArray(template)) return filled(template.map((part) => built(part, scope)));
  if (!isRecord(template)) return template;
  if ('each' in template) return eachBuilt(template, scope);
  if (isDirective(template)) return directed(template, scope);
  return node(template, scope);
}

function node(template: Readonly<Record<string, unknown>>, scope: Scope): object | undefined {
  const { 'x-required': required, ...properties } = template;
  const entries = Object.entries(properties).flatMap(([name, part]) => {
    const value = name === '@id' ? idOf(part, scope) : built(part, scope);
    return value === undefined ? [] : [[name, value] as const];
  });
  const present = new Map(entries);
  if (Array.isArray(required) && !required.every((name) => present.has(name))) return undefined;
  const hopes = hopesOf(template);
  if (hopes.length > 0 && !hopes.some((name) => present.has(name))) return undefined;
  return Object.fromEntries(entries);
}

/** `#name` is a part of this page. */
const idOf = (id: unknown, { page }: Scope): unknown =>
  typeof id === 'string' && id.startsWith('#') ? (page.url ?? '') + id : id;

function eachBuilt({ each, as }: Readonly<Record<string, unknown>>, scope: Scope): unknown {
  const elements = valueAt(scope.guide, each as JsonPointer);
  return filled((Array.isArray(elements) ? elements : []).map((item) => built(as, { ...scope, item })));
}

function directed(directive: Readonly<Record<string, unknown>>, { guide, item, page }: Scope): unknown {
  if (typeof directive.page === 'string') return page[directive.page];
  const root = 'item' in directive ? item : guide;
  if (typeof directive.unless === 'string' && valueAt(root, directive.unless) === true) return undefined;
  const value = valueAt(root, (directive.item ?? directive.from) as JsonPointer);
  const values = [value].flat().flatMap((one) => printed(one, directive.pattern as string | undefined) ?? []);
  return Array.isArray(value) ? filled(values) : values[0];
}

function printed(value: unknown, pattern: string | undefined): string | number | boolean | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  const part = typeof value === 'string' ? partOf(value, pattern) : undefined;
  const text = part === undefined ? '' : plainText(part);
  return text === '' ? undefined : text;
}

function filled(values: readonly unknown[]): unknown {
  const present = values.filter((value) => value !== undefined);
  return present.length === 0 ? undefined : present;
}

/** The properties of a statement that have their values from the guide. */
const hopesOf = oncePer((template: Readonly<Record<string, unknown>>) =>
  Object.keys(template).filter((name) => name !== 'x-required' && hasDirective(template[name])),
);

const hasDirective = (part: unknown): boolean =>
  Array.isArray(part)
    ? part.some(hasDirective)
    : isRecord(part) && ('each' in part || isDirective(part) || Object.values(part).some(hasDirective));

/** A statement has a type or an id; what has neither says where a value comes from. */
const isDirective = (part: Readonly<Record<string, unknown>>): boolean =>
  !('@type' in part) && !('@id' in part) && ('from' in part || 'item' in part || 'page' in part);

const isReference = (value: unknown): value is { '@id': unknown } =>
  isRecord(value) && '@id' in value && Object.keys(value).length === 1;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
