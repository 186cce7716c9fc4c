import type { Document, GuideTypeInfo, JsonPointer, Place, Range, Violation } from '../model.ts';
import { childPointer } from '../parse/place-collector.ts';
import type { SchemaError, Validate } from './compile-validator.ts';
import { isFrontMatter } from './is-front-matter.ts';
import { type MisnamedKey, misnamedKeys } from './misnamed-keys.ts';
import { onePerCause } from './one-per-cause.ts';
import { ownErrors } from './own-errors.ts';
import { parentPointer, stepsOf } from './schema-view.ts';
import { valueAt } from './value-at.ts';
import { valueParsers } from './values/index.ts';

/** What is known of a guide when its value is checked. */
export interface Bound {
  readonly document: Document;
  readonly type: GuideTypeInfo;
  readonly value: Readonly<Record<string, unknown>>;
  readonly places: ReadonlyMap<JsonPointer, Place>;
}

/** The constraints of its type that a bound document fails, one for each cause, each with its place in the file. */
export function validateGuide(bound: Bound, validate: Validate): Violation[] {
  if (bound.document.faults.some(({ code }) => code === 'empty-file')) return [];
  const violations: Violation[] = [];
  const isBroken = bound.document.frontMatter !== undefined && bound.document.frontMatter.value === undefined;
  const misnamed = misnamedKeys(bound);
  const needed = new Set<MisnamedKey>();
  for (const error of ownErrors(validate(bound.value))) {
    const violation = violationOf(error, bound);
    if (isBroken && isFrontMatter(violation.pointer, bound.type)) continue;
    const key = misnamed.find((one) => isMisnaming(violation, one));
    if (key && violation.severity === 'error') needed.add(key);
    if (!key) violations.push(violation);
  }
  const causes = onePerCause(violations, (pointer) => missingColumn(pointer, bound));
  return [...misnamed.map((key) => misnaming(key, needed.has(key))), ...causes];
}

/** A key under another name is one cause: its value is missing, and where the type is strict the key is one too many. */
function isMisnaming({ keyword, pointer, params }: Violation, { written, field }: MisnamedKey): boolean {
  const extra = params.additionalProperty ?? params.unevaluatedProperty;
  if (keyword === 'required') return pointer === field.pointer;
  return extra === written && pointer === parentPointer(field.pointer);
}

function misnaming({ written, place, field }: MisnamedKey, isNeeded: boolean): Violation {
  return {
    keyword: 'x-aliases',
    pointer: field.pointer,
    params: { written, wanted: field.keys[0] },
    severity: isNeeded ? 'error' : 'warning',
    range: place.key ?? place.value,
  };
}

function violationOf(error: SchemaError, bound: Bound): Violation {
  const property = error.keyword === 'required' ? String(error.params.missingProperty) : undefined;
  const pointer = property === undefined ? error.instancePath : childPointer(error.instancePath, property);
  const severity = error.schemaPath.includes('/x-recommended') ? 'warning' : 'error';
  const isMissing = property !== undefined || isNothing(error, bound);
  // What a keyword of ours says about the value it means comes before the container it was checked on.
  const params = { ...(isMissing ? { missing: missingKind(pointer, bound) } : { value: error.data }), ...error.params };
  const unread = unreadText(error, bound);
  if (unread)
    return {
      keyword: 'x-parse',
      pointer: unread.pointer,
      params: { value: unread.text, parser: unread.parser },
      severity,
      range: rangeAt(unread.pointer, bound),
    };
  const range = isMissing ? missingAt(pointer, bound) : rangeAt(pointer, bound);
  return { keyword: error.keyword, pointer, params, severity, range };
}

/** True for a null that stands for something not found in the body; a null in the front matter is what was written. */
function isNothing({ keyword, data, instancePath }: SchemaError, bound: Bound): boolean {
  return keyword === 'type' && data === null && !isFrontMatter(instancePath, bound.type);
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
    } else if (typeof value === 'string' && valueParsers[parser]?.(value, { header: '' }) === undefined) {
      return { pointer, text: value, parser };
    }
  }
  return undefined;
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
function missingColumn(pointer: JsonPointer, bound: Pick<Bound, 'places' | 'value'>): string | undefined {
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
  if (source?.section) return bound.places.has(pointer) ? 'value' : 'section';
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
  const found = bound.places.get(pointer);
  if (found && !found.key) return found.range;
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

/**
 * A section belongs before the first one that comes later in the schema's order, else at the end of its parent. An
 * object that only groups its properties stands nowhere itself: there the sections around it count.
 */
function beforeNextSection(pointer: JsonPointer, bound: Bound): Range {
  let child = pointer;
  let parent = parentPointer(child);
  let at = firstSectionBehind(child, bound);
  while (at === undefined && !bound.places.has(parent)) {
    child = parent;
    parent = parentPointer(child);
    at = firstSectionBehind(child, bound);
  }
  const start = at ?? trimmedEnd(bound.document.source.text, bound.places.get(parent)?.extent.end ?? 0);
  return { start, end: start };
}

/** Where the first of the sections begins that come after a property in the schema's order. */
function firstSectionBehind(pointer: JsonPointer, bound: Bound): number | undefined {
  const siblings = propertiesAt(parentPointer(pointer), bound);
  const starts = siblings.slice(siblings.indexOf(pointer) + 1).flatMap((sibling) => sectionStarts(sibling, bound));
  return starts.length > 0 ? Math.min(...starts) : undefined;
}

function sectionStarts(pointer: JsonPointer, bound: Bound): number[] {
  const source = bound.type.nodeAt(pointer)?.['x-source'];
  if (!source) return propertiesAt(pointer, bound).flatMap((property) => sectionStarts(property, bound));
  return source.section ? [bound.places.get(pointer)?.extent.start ?? []].flat() : [];
}

function propertiesAt(pointer: JsonPointer, bound: Bound): JsonPointer[] {
  return Object.keys(bound.type.nodeAt(pointer)?.properties ?? {}).map((key) => childPointer(pointer, key));
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
