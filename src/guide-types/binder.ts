import type { TableCell } from 'mdast';
import type { Document, GuideTypeInfo, JsonPointer, Place, Range, SchemaNode, Source } from '../model.ts';
import { childPointer } from '../parse/place-collector.ts';
import { Binding } from './binding.ts';
import { collectValues } from './collect-values.ts';
import { answersTo, findLabels } from './find-labels.ts';
import { cellRange } from './find-tables.ts';
import { findSections } from './match-sections.ts';
import { normalizeHeading } from './normalize-heading.ts';
import { Outline, outlineOf } from './outline.ts';
import { readText } from './read-text.ts';
import { propertiesOf, sectionsBelow } from './schema-plan.ts';
import { rangeOf, type Scope } from './scope.ts';
import { SectionIndex } from './section-index.ts';
import { selectItems } from './select-items.ts';
import { isAnswer, isArraySource } from './source-kind.ts';
import { inlineText } from './text-of.ts';

type JsonObject = Record<string, unknown>;
type Sources = Readonly<Record<string, Source>>;

/** Walks a guide type's schema over one document; see docs/guide-types.md for what each source selects. */
export class Binder {
  readonly #binding: Binding;
  /** Views of other scopes (`of`) wait until those are bound, what is left of the whole document waits for them. */
  readonly #views: (() => void)[] = [];
  readonly #remainders: (() => void)[] = [];
  /** Arrays made of other arrays' items come last, when all of those are there. */
  readonly #collections: ((root: JsonObject) => void)[] = [];

  constructor(document: Document, type: GuideTypeInfo) {
    this.#binding = new Binding(document, type);
  }

  /** Where each value stands. */
  get places(): ReadonlyMap<JsonPointer, Place> {
    return this.#binding.places;
  }

  /** The normalized value of the whole document. */
  bind(): JsonObject {
    const { parts } = outlineOf(this.#binding.document);
    const start = this.#binding.document.frontMatter?.range.end ?? 0;
    const root: Scope = { parts, extent: { start, end: this.#binding.text.length } };
    this.#binding.places.set('', { range: { start, end: start }, extent: root.extent });
    const value = this.#bindObject(this.#binding.type.schema, root, '', {});
    for (const bindView of this.#views) bindView();
    for (const bindRemainder of this.#remainders) bindRemainder();
    for (const collect of this.#collections) collect(value);
    return Object.assign(withoutUndefined(value) as JsonObject, {
      type: this.#binding.type.name,
      path: this.#binding.document.source.path,
    });
  }

  #bindObject(node: SchemaNode, scope: Scope, pointer: JsonPointer, defaults: Sources): JsonObject {
    const { keys, inOrder } = propertiesOf(node, this.#binding.type, defaults);
    this.#matchSections(node, scope, pointer);
    const result: JsonObject = Object.fromEntries(keys.map((key) => [key, undefined]));
    for (const { key, child, source } of inOrder) {
      const at = childPointer(pointer, key);
      const assign = (value: unknown): void => {
        result[key] = value;
      };
      const isTitle = source?.heading === true && scope.title !== undefined;
      if (scope.row?.cells.has(key) && !isTitle) assign(this.#bindCell(child, key, scope, at));
      else if (source?.collect) {
        const { collect } = source;
        this.#collections.push((root) => assign(this.#collect(child, collect, root, at)));
      } else if (source?.of !== undefined)
        this.#views.push(() => assign(this.#select(child, source, this.#scopeOf(source.of), at)));
      else if (source?.prose === 'rest' && pointer === '')
        this.#remainders.push(() => assign(this.#select(child, source, scope, at)));
      else if (source) assign(this.#select(child, source, scope, at));
      else if (child.properties && !child['x-parse']) assign(this.#bindObject(child, scope, at, {}));
    }
    this.#bindUnknownColumns(result, scope, pointer);
    return result;
  }

  /** All sections of an object are matched together, those of objects that only group them included. */
  #matchSections(node: SchemaNode, scope: Scope, pointer: JsonPointer): void {
    const index = sectionsBelow(node, this.#binding.type);
    const missing = index.wanted.filter(({ key }) => !this.#binding.sections.has(pointer + key));
    if (missing.length === 0) return;
    const wanted = missing.length === index.wanted.length ? index : new SectionIndex(missing);
    const outline = pointer === '' ? outlineOf(this.#binding.document) : new Outline(scope.parts);
    const group = scope.group ?? scope.title;
    for (const [key, section] of findSections(outline, wanted)) {
      const range = section.heading ? rangeOf(section.heading) : section.extent;
      const at = pointer + key;
      this.#binding.sections.set(at, { ...section, ...(group && { group }) });
      this.#binding.places.set(at, { range, extent: section.extent });
      this.#binding.claims.add(range);
    }
  }

  #select(node: SchemaNode, source: Source, scope: Scope | undefined, at: JsonPointer): unknown {
    if (!scope) return undefined;
    const value = this.#selectOne(node, source, scope, at);
    const isNothing = value === undefined || (Array.isArray(value) && value.length === 0);
    return isNothing && source.or ? this.#select(node, source.or, scope, at) : value;
  }

  #selectOne(node: SchemaNode, source: Source, scope: Scope, at: JsonPointer): unknown {
    if (source.frontMatter !== undefined) return this.#bindFrontMatter(node, source.frontMatter, at);
    let inner: Scope | undefined = scope;
    if (source.section) inner = this.#binding.sections.get(at);
    if (inner && source.label)
      inner = this.#labelScope(source.label, inner, at) ?? (isAnswer(source) ? inner : undefined);
    if (!inner) return undefined;
    if (inner !== scope) this.#binding.scopes.set(at, inner);
    if (node.type === 'array' || isArraySource(source)) return this.#bindArray(node, source, inner, at);
    if (node.properties && !node['x-parse']) return this.#bindObject(node, inner, at, {});
    return this.#bindText(node, source, inner, at);
  }

  #scopeOf(of: Source['of']): Scope | undefined {
    const scopes = [of ?? []].flat().flatMap((pointer) => this.#binding.scopes.get(pointer) ?? []);
    const [first] = scopes;
    if (!first || scopes.length === 1) return first;
    return { parts: scopes.flatMap(({ parts }) => parts), extent: first.extent };
  }

  #bindFrontMatter(node: SchemaNode, selector: NonNullable<Source['frontMatter']>, at: JsonPointer): unknown {
    const { frontMatter } = this.#binding.document;
    if (!frontMatter?.value) return undefined;
    const keys = selector === true ? [] : [selector].flat();
    const key = keys.find((name) => frontMatter.value !== undefined && Object.hasOwn(frontMatter.value, name));
    if (selector !== true && key === undefined) return undefined;
    const prefix = key === undefined ? '' : childPointer('', key);
    if (selector === true)
      this.#binding.places.set(at, {
        range: { start: frontMatter.content.end, end: frontMatter.content.end },
        extent: frontMatter.range,
      });
    for (const [pointer, place] of frontMatter.places) {
      if (pointer !== prefix && !pointer.startsWith(`${prefix}/`)) continue;
      const extent = { start: (place.key ?? place.value).start, end: place.value.end };
      this.#binding.places.set(at + pointer.slice(prefix.length), {
        range: place.value,
        extent,
        ...(place.key && { key: place.key }),
      });
    }
    return key === undefined ? withoutTypeName(frontMatter.value, node) : frontMatter.value[key];
  }

  #labelScope(names: readonly string[], scope: Scope, at: JsonPointer): Scope | undefined {
    const known = names.map(normalizeHeading);
    const found = findLabels(this.#binding.unclaimed(scope.parts), this.#binding.text, known);
    const matching = found.filter(({ normalized }) => answersTo(normalized, known));
    const [first] = matching;
    if (!first) return undefined;
    for (const { label } of matching) this.#binding.claims.add(label.range);
    this.#binding.places.set(at, { range: first.label.range, extent: first.range });
    return { title: first.label, parts: matching.flatMap(({ content }) => content), extent: first.range };
  }

  /** The items of other arrays, each with the properties that this array's items have. */
  #collect(node: SchemaNode, pointers: readonly JsonPointer[], root: JsonObject, at: JsonPointer): unknown[] {
    const properties = Object.keys(this.#binding.resolve(node.items ?? {}).properties ?? {});
    return collectValues(root, pointers, this.#binding.places).map(({ pointer, value }, index) => {
      const target = childPointer(at, index);
      for (const suffix of ['', ...properties.map((key) => childPointer('', key))]) {
        const place = this.#binding.places.get(pointer + suffix);
        if (place) this.#binding.places.set(target + suffix, place);
      }
      const item = value as JsonObject;
      return Object.fromEntries(properties.map((key) => [key, item[key]]));
    });
  }

  #bindArray(node: SchemaNode, source: Source, scope: Scope, at: JsonPointer): unknown {
    const selection = selectItems(node, source, scope, at, this.#binding);
    if (!selection) return undefined;
    const { texts, scopes = [], defaults = {}, shared = new Set<string>(), isWhole } = selection;
    if (texts) return texts;
    const values = scopes.map((item, index) => this.#bindItem(node, item, childPointer(at, index), defaults, shared));
    if (isWhole) for (const { extent } of scopes) this.#binding.claims.add(extent);
    return values;
  }

  #bindItem(array: SchemaNode, scope: Scope, at: JsonPointer, defaults: Sources, shared: ReadonlySet<string>): unknown {
    const node = this.#binding.resolve(array.items ?? {});
    const range = scope.title?.range ?? scope.extent;
    this.#binding.places.set(at, { range, extent: scope.extent, ...(scope.row && { cells: this.#cellRanges(scope) }) });
    if (!node.properties) {
      const parts = scope.whole ? [scope.whole] : scope.parts;
      this.#binding.claims.add(scope.extent);
      return this.#binding.textOf(node, parts);
    }
    const value = this.#bindObject(node, scope, at, defaults);
    // A value read out of another one's cell is a bonus: where there is none to read, nothing is wrong.
    for (const key of shared) if (isUnread(value[key])) value[key] = undefined;
    return value;
  }

  #cellRanges(scope: Scope): ReadonlyMap<string, Range> {
    return new Map(
      [...(scope.row?.cells ?? [])].flatMap(([key, cell]) =>
        cell ? [[key, cellRange(cell, this.#binding.text)] as const] : [],
      ),
    );
  }

  #bindCell(node: SchemaNode, key: string, scope: Scope, at: JsonPointer): unknown {
    const cell = scope.row?.cells.get(key);
    const raw = cell ? this.#cellText(node, cell) : '';
    if (!cell || raw === '') return undefined;
    const range = cellRange(cell, this.#binding.text);
    this.#binding.places.set(at, { range, extent: range });
    return this.#binding.parse(node, raw, scope.row?.headers.get(key) ?? '');
  }

  #cellText(node: SchemaNode, cell: TableCell): string {
    const range = cellRange(cell, this.#binding.text);
    return node.contentMediaType
      ? this.#binding.text.slice(range.start, range.end)
      : inlineText(cell, this.#binding.text);
  }

  #bindUnknownColumns(result: JsonObject, scope: Scope, pointer: JsonPointer): void {
    for (const [header, cell] of scope.row?.unknown ?? []) {
      if (Object.hasOwn(result, header)) continue;
      const range = cellRange(cell, this.#binding.text);
      Object.defineProperty(result, header, {
        value: inlineText(cell, this.#binding.text),
        enumerable: true,
        configurable: true,
      });
      this.#binding.places.set(childPointer(pointer, header), { range, extent: range });
    }
  }

  #bindText(node: SchemaNode, source: Source, scope: Scope, at: JsonPointer): unknown {
    const found = readText(node, source, scope, this.#binding);
    if (!found || found.text === '') return isAnswer(source) ? null : undefined;
    const { range } = found;
    if (!this.#binding.places.has(at)) this.#binding.places.set(at, { range, extent: range });
    if (source.header === undefined) this.#binding.claims.add(range);
    return this.#binding.parse(node, found.text, source.header === undefined ? '' : found.text);
  }
}

/** The value without the properties that nothing was found for; JSON has no undefined. */
function withoutUndefined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutUndefined);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(entries.map(([key, inner]) => [key, withoutUndefined(inner)]));
}

/** True for the remains of a text that its parser could not read. */
function isUnread(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 1 && 'text' in value;
}

/** `type` tells the program which type the guide has; a type that allows none but its own keys need not name it. */
function withoutTypeName(value: Readonly<Record<string, unknown>>, { additionalProperties, properties }: SchemaNode) {
  if (additionalProperties !== false || properties?.type || typeof value.type !== 'string') return value;
  const { type: _name, ...rest } = value;
  return rest;
}
