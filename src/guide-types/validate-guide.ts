import type { Document, GuideTypeInfo, JsonPointer, Place, Range, Violation } from '../model.ts';
import { childPointer } from '../parse/place-collector.ts';
import type { SchemaError, Validate } from './compile-validator.ts';
import { parentPointer, stepsOf } from './schema-view.ts';

/** What is known of a guide when its value is checked. */
export interface Bound {
  readonly document: Document;
  readonly type: GuideTypeInfo;
  readonly value: Readonly<Record<string, unknown>>;
  readonly places: ReadonlyMap<JsonPointer, Place>;
}

/** The constraints of its type that a bound document fails, one for each cause, each with its place in the file. */
export function validateGuide(bound: Bound, validate: Validate): Violation[] {
  const violations = new Map<string, Violation>();
  const isBroken = bound.document.frontMatter !== undefined && bound.document.frontMatter.value === undefined;
  for (const error of validate(bound.value)) {
    const violation = violationOf(error, bound);
    if (isBroken && isFrontMatter(violation.pointer, bound.type)) continue;
    const cause = causeOf(violation, bound);
    if (!violations.has(cause)) violations.set(cause, violation);
  }
  return [...violations.values()];
}

function violationOf(error: SchemaError, bound: Bound): Violation {
  const missing = error.keyword === 'required' ? String(error.params.missingProperty) : undefined;
  const pointer = missing === undefined ? error.instancePath : childPointer(error.instancePath, missing);
  const severity = error.schemaPath.includes('/x-recommended') ? 'warning' : 'error';
  const params = {
    ...error.params,
    ...(missing === undefined ? { value: error.data } : { missing: missingKind(pointer, bound) }),
  };
  const unread = unreadText(error, bound);
  if (unread)
    return {
      keyword: 'x-parse',
      pointer: unread.pointer,
      params: { value: unread.text, parser: unread.parser },
      severity,
      range: rangeAt(unread.pointer, bound),
    };
  const range = missing === undefined ? rangeAt(pointer, bound) : missingAt(pointer, bound);
  return { keyword: error.keyword, pointer, params, severity, range };
}

/** The text that an `x-parse` could not read, when that is why the schema finds the value wanting. */
function unreadText(
  error: SchemaError,
  bound: Bound,
): { pointer: JsonPointer; text: string; parser: string } | undefined {
  for (const pointer of [error.instancePath, parentPointer(error.instancePath)]) {
    const parser = bound.type.nodeAt(pointer)?.['x-parse'];
    const value = valueAt(bound.value, pointer);
    if (parser === undefined) continue;
    if (typeof value === 'object' && value !== null) {
      const { text } = value as { text?: unknown };
      if (Object.keys(value).length === 1 && typeof text === 'string') return { pointer, text, parser };
    } else if (typeof value === 'string' && error.keyword === 'type') {
      return { pointer, text: value, parser };
    }
  }
  return undefined;
}

/** Two violations have one cause when they would be mended by one change. */
function causeOf(violation: Violation, bound: Bound): string {
  const { pointer, keyword, severity } = violation;
  const column = missingColumn(pointer, bound);
  if (column) return `column ${column}`;
  // What is an error already need not be a warning as well, and one value is wrong once for each kind of thing.
  return `${pointer} ${keyword === 'required' || keyword === 'x-parse' || keyword === 'type' ? '' : severity + keyword}`;
}

function rangeAt(pointer: JsonPointer, bound: Bound): Range {
  for (let at = pointer; ; at = parentPointer(at)) {
    const place = bound.places.get(at);
    if (place) return place.key && isCollection(valueAt(bound.value, at)) ? place.key : place.range;
    if (at === '') return { start: 0, end: 0 };
  }
}

function isCollection(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

/** The table that a row's value has no column in, as a pointer to the array and the column's property. */
export function missingColumn(pointer: JsonPointer, bound: Pick<Bound, 'places' | 'value'>): string | undefined {
  const steps = stepsOf(pointer);
  const row = parentPointer(pointer);
  const table = bound.places.get(parentPointer(row))?.table;
  const property = steps.at(-1) ?? '';
  if (!table || !bound.places.get(row)?.cells || table.columns.has(property)) return undefined;
  return `${parentPointer(row)} ${property}`;
}

/** What a missing value would be, which decides how people speak of it. */
export type MissingKind = 'front-matter' | 'key' | 'section' | 'table' | 'column' | 'cell' | 'value';

function missingKind(pointer: JsonPointer, bound: Bound): MissingKind {
  const source = bound.type.nodeAt(pointer)?.['x-source'];
  if (source?.frontMatter === true) return 'front-matter';
  if (isFrontMatter(pointer, bound.type)) return 'key';
  if (source?.section) return 'section';
  if (source?.table) return 'table';
  if (missingColumn(pointer, bound)) return 'column';
  return bound.places.get(parentPointer(pointer))?.cells ? 'cell' : 'value';
}

/** Where a missing value belongs. */
function missingAt(pointer: JsonPointer, bound: Bound): Range {
  const parent = parentPointer(pointer);
  const property = stepsOf(pointer).at(-1) ?? '';
  const place = bound.places.get(parent);
  const source = bound.type.nodeAt(pointer)?.['x-source'];
  if (source?.section) return beforeNextSection(pointer, bound);
  if (source?.frontMatter !== undefined && !bound.document.frontMatter) return { start: 0, end: 0 };
  if (isFrontMatter(parent, bound.type) && place) return closingOf(place, bound);
  const table = bound.places.get(parentPointer(parent))?.table;
  if (table && place?.cells)
    return table.columns.has(property) ? (place.cells.get(property) ?? endOf(place.extent)) : table.header;
  return place?.range ?? rangeAt(parent, bound);
}

function endOf(range: Range): Range {
  return { start: range.end, end: range.end };
}

/** A section belongs before the first one that comes later in the schema's order, else at the end of its parent. */
function beforeNextSection(pointer: JsonPointer, bound: Bound): Range {
  const parent = parentPointer(pointer);
  const siblings = Object.keys(bound.type.nodeAt(parent)?.properties ?? {}).map((key) => childPointer(parent, key));
  const later = siblings
    .slice(siblings.indexOf(pointer) + 1)
    .filter((sibling) => bound.type.nodeAt(sibling)?.['x-source']?.section)
    .flatMap((sibling) => bound.places.get(sibling)?.extent.start ?? []);
  const end = trimmedEnd(bound.document.source.text, bound.places.get(parent)?.extent.end ?? 0);
  const at = later.length > 0 ? Math.min(...later) : end;
  return { start: at, end: at };
}

function trimmedEnd(text: string, end: number): number {
  let at = end;
  while (at > 0 && /\s/.test(text[at - 1] ?? '')) at--;
  return at;
}

/** A key belongs at the end of its mapping: before the closing brace or fence. */
function closingOf(place: Place, bound: Bound): Range {
  const { text } = bound.document.source;
  const end = trimmedEnd(text, place.range.end);
  const at = text[end - 1] === '}' ? end - 1 : end;
  return { start: at, end: text[end - 1] === '}' ? end : at };
}

function isFrontMatter(pointer: JsonPointer, type: GuideTypeInfo): boolean {
  for (let at = pointer; at !== ''; at = parentPointer(at)) {
    if (type.nodeAt(at)?.['x-source']?.frontMatter !== undefined) return true;
  }
  return false;
}

function valueAt(value: unknown, pointer: JsonPointer): unknown {
  let at = value;
  for (const step of stepsOf(pointer))
    at = typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[step] : undefined;
  return at;
}
