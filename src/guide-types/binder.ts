import type { TableCell } from 'mdast';
import type { Document, FrontMatterPlace, GuideTypeInfo, JsonPointer, Place, Range, SchemaNode } from '../model.ts';
import { hasOwn, setOwn } from '../own-property.ts';
import { childPointer } from '../parse/place-collector.ts';
import { Binding } from './binding.ts';
import { collectValues } from './collect-values.ts';
import { answersTo, findLabels, type KnownLabels } from './find-labels.ts';
import { cellRange, isNumbering } from './find-tables.ts';
import { findSections } from './match-sections.ts';
import { type NodePlan, type PlannedProperty, planOf } from './node-plan.ts';
import { Outline, outlineOf } from './outline.ts';
import type { PlannedSource } from './plan-source.ts';
import { readText } from './read-text.ts';
import { type Part, type Row, rangeOf, type Scope } from './scope.ts';
import { SectionIndex } from './section-index.ts';
import { selectItems } from './select-items.ts';
import { inlineText } from './text-of.ts';

type JsonObject = Record<string, unknown>;

/** Stands for a value that is bound later: it has its place among the properties already. */
const later = Symbol('later');

/** Walks a guide type's schema over one document; see docs/guide-types.md for what each source selects. */
export class Binder {
  readonly #binding: Binding;
  readonly #type: GuideTypeInfo;
  /** Views of other scopes (`of`) wait until those are bound, what is left of the whole document waits for them. */
  readonly #views: (() => void)[] = [];
  readonly #remainders: (() => void)[] = [];
  /** Arrays made of other arrays' items come last, when all of those are there. */
  readonly #collections: ((root: JsonObject) => void)[] = [];

  constructor(document: Document, type: GuideTypeInfo) {
    this.#binding = new Binding(document);
    this.#type = type;
  }

  /** Where each value stands. */
  get places(): ReadonlyMap<JsonPointer, Place> {
    return this.#binding.places;
  }

  /** The normalized value of the whole document. */
  bind(): JsonObject {
    const { document, text, places } = this.#binding;
    const { parts } = outlineOf(document);
    const start = document.frontMatter?.range.end ?? 0;
    const root: Scope = { parts, extent: { start, end: text.length } };
    places.set('', { range: { start, end: start }, extent: root.extent });
    const value = this.#bindObject(planOf(this.#type), root, '');
    for (const bindView of this.#views) bindView();
    for (const bindRemainder of this.#remainders) bindRemainder();
    for (const collect of this.#collections) collect(value);
    return Object.assign(value, { type: this.#type.name, path: document.source.path });
  }

  #bindObject(plan: NodePlan, scope: Scope, pointer: JsonPointer): JsonObject {
    this.#matchSections(plan, scope, pointer);
    const result: JsonObject = {};
    const values: unknown[] = [];
    for (const property of plan.inOrder) {
      const value = this.#bindProperty(property, scope, pointer, result);
      // A value read out of another one's cell is a bonus: where there is none to read, nothing is wrong.
      const isNothing = scope.row?.columns.shared.has(property.key) && isUnread(value);
      values[property.position] = isNothing ? undefined : value;
    }
    for (const { key, position } of plan.properties) {
      const value = values[position];
      if (value !== undefined) setOwn(result, key, value === later ? undefined : value);
    }
    if (scope.row) this.#bindUnknownColumns(scope.row, plan, result, pointer);
    return result;
  }

  #bindProperty(property: PlannedProperty, scope: Scope, pointer: JsonPointer, owner: JsonObject): unknown {
    const { key, plan, source: planned } = property;
    const at = pointer + property.step;
    const { row } = scope;
    const source = planned?.source;
    const isTitle = source?.heading === true && scope.title !== undefined;
    const column = row && !isTitle ? row.columns.indexes.get(key) : undefined;
    if (row && column !== undefined) return this.#bindCell(plan, key, column, row, at);
    if (!planned || !source) return plan.isObject ? this.#bindObject(plan, scope, at) : undefined;
    if (!planned.isLater && (pointer !== '' || source.prose !== 'rest')) return this.#select(plan, planned, scope, at);
    this.#bindLater(property, planned, scope, at, (value) => {
      if (value === undefined) Reflect.deleteProperty(owner, key);
      else setOwn(owner, key, value);
    });
    return later;
  }

  #bindLater(
    { plan }: PlannedProperty,
    planned: PlannedSource,
    scope: Scope,
    at: JsonPointer,
    settle: (value: unknown) => void,
  ): void {
    const { collect, of } = planned.source;
    if (collect) this.#collections.push((root) => settle(this.#collect(plan, collect, root, at)));
    else if (of === undefined) this.#remainders.push(() => settle(this.#select(plan, planned, scope, at)));
    else this.#views.push(() => settle(this.#select(plan, planned, this.#scopeOf(planned.of), at)));
  }

  /** All sections of an object are matched together, those of objects that only group them included. */
  #matchSections({ sections }: NodePlan, scope: Scope, pointer: JsonPointer): void {
    if (sections.wanted.length === 0) return;
    const { document, claims, places, sections: found } = this.#binding;
    const missing = sections.wanted.filter(({ key }) => !found.has(pointer + key));
    if (missing.length === 0) return;
    const wanted = missing.length === sections.wanted.length ? sections : new SectionIndex(missing);
    const outline = pointer === '' ? outlineOf(document) : new Outline(scope.parts);
    const group = scope.group ?? scope.title;
    for (const [key, section] of findSections(outline, wanted)) {
      const range = section.heading ? rangeOf(section.heading) : section.extent;
      const at = pointer + key;
      found.set(at, group ? { ...section, group } : section);
      places.set(at, { range, extent: section.extent });
      claims.add(range);
    }
  }

  #select(plan: NodePlan, source: PlannedSource, scope: Scope | undefined, at: JsonPointer): unknown {
    if (!scope) return undefined;
    const value = this.#selectOne(plan, source, scope, at);
    const isNothing = value === undefined || (Array.isArray(value) && value.length === 0);
    return isNothing && source.or ? this.#select(plan, source.or, scope, at) : value;
  }

  #selectOne(plan: NodePlan, planned: PlannedSource, scope: Scope, at: JsonPointer): unknown {
    const { source, labels } = planned;
    if (source.frontMatter !== undefined) return this.#bindFrontMatter(plan, planned, at);
    let inner: Scope | undefined = scope;
    if (source.section) inner = this.#binding.sections.get(at);
    if (inner && source.label) inner = this.#labelScope(labels, inner, at) ?? (planned.isAnswer ? inner : undefined);
    if (!inner) return undefined;
    if (inner !== scope) this.#binding.scopes.set(at, inner);
    if (planned.isArray || (plan.isArray && !plan.parser)) return this.#bindArray(plan, planned, inner, at);
    if (plan.isObject) return this.#bindObject(plan, inner, at);
    return this.#bindText(plan, planned, inner, at);
  }

  #scopeOf(of: readonly JsonPointer[]): Scope | undefined {
    const scopes = of.flatMap((pointer) => this.#binding.scopes.get(pointer) ?? []);
    const [first] = scopes;
    if (!first || scopes.length === 1) return first;
    return { parts: scopes.flatMap(({ parts }) => parts), extent: first.extent };
  }

  #bindFrontMatter({ node }: NodePlan, { source, keys }: PlannedSource, at: JsonPointer): unknown {
    const { frontMatter } = this.#binding.document;
    const value = frontMatter?.value;
    if (!frontMatter || !value) return undefined;
    if (source.frontMatter === true) {
      const { content, range, places } = frontMatter;
      this.#binding.place(at, { start: content.end, end: content.end }, range);
      for (const [pointer, place] of places) this.#placeKey(at + pointer, place);
      return withoutTypeName(value, node);
    }
    const key = keys.find((name) => Object.hasOwn(value, name));
    if (key === undefined) return undefined;
    const prefix = childPointer('', key);
    for (const [pointer, place] of frontMatter.places)
      if (pointer === prefix || pointer.startsWith(`${prefix}/`))
        this.#placeKey(at + pointer.slice(prefix.length), place);
    return value[key];
  }

  #placeKey(at: JsonPointer, { key, value: range }: FrontMatterPlace): void {
    const extent = { start: (key ?? range).start, end: range.end };
    this.#binding.places.set(at, key ? { range, extent, key } : { range, extent });
  }

  #labelScope(names: KnownLabels, scope: Scope, at: JsonPointer): Scope | undefined {
    const { claims, text } = this.#binding;
    const found = findLabels(this.#binding.unclaimed(scope.parts), text, names);
    const matching = found.filter(({ normalized }) => answersTo(normalized, names));
    const [first] = matching;
    if (!first) return undefined;
    const parts: Part[] = [];
    for (const { label, content } of matching) {
      claims.add(label.range);
      for (const part of content) parts.push(part);
    }
    this.#binding.place(at, first.label.range, first.range);
    return { parts, extent: first.range, title: first.label };
  }

  /** The items of other arrays, each with the properties that this array's items have. */
  #collect(plan: NodePlan, pointers: readonly JsonPointer[], root: JsonObject, at: JsonPointer): unknown[] {
    const { properties } = plan.itemWith();
    const { places } = this.#binding;
    return collectValues(root, pointers, places).map(({ pointer, value }, index) => {
      const item: JsonObject = {};
      for (const { key, step } of [{ key: undefined, step: '' }, ...properties]) {
        const place = places.get(pointer + step);
        if (place) places.set(childPointer(at, index) + step, place);
        if (key !== undefined && hasOwn(value, key) && value[key] !== undefined) setOwn(item, key, value[key]);
      }
      return item;
    });
  }

  #bindArray(plan: NodePlan, source: PlannedSource, scope: Scope, at: JsonPointer): unknown {
    const selection = selectItems(plan, source, scope, at, this.#binding);
    if (!selection) return undefined;
    const { texts, scopes = [], hasDefaults, isWhole } = selection;
    if (texts) return texts;
    const item = plan.itemWith(hasDefaults ? source.defaults : undefined);
    const values = scopes.map((scope, index) => this.#bindItem(item, scope, `${at}/${index}`));
    if (isWhole) for (const { extent } of scopes) this.#binding.claims.add(extent);
    return values;
  }

  #bindItem(plan: NodePlan, scope: Scope, at: JsonPointer): unknown {
    const { extent } = scope;
    const range = scope.title?.range ?? extent;
    this.#binding.places.set(at, scope.row ? { range, extent, cells: this.#cellRanges(scope.row) } : { range, extent });
    if (plan.hasProperties) return this.#bindObject(plan, scope, at);
    this.#binding.claims.add(extent);
    return this.#binding.textOf(plan, scope.whole ? [scope.whole] : scope.parts);
  }

  #cellRanges({ cells, columns }: Row): ReadonlyMap<string, Range> {
    const ranges = new Map<string, Range>();
    for (const [key, index] of columns.indexes) {
      const cell = cells[index];
      if (cell) ranges.set(key, cellRange(cell, this.#binding.text));
    }
    return ranges;
  }

  #bindCell(plan: NodePlan, key: string, column: number, { cells, columns }: Row, at: JsonPointer): unknown {
    const cell = cells[column];
    const raw = cell ? this.#cellText(plan, cell) : '';
    if (!cell || raw === '') return undefined;
    this.#binding.place(at, cellRange(cell, this.#binding.text));
    return parse(plan, raw, columns.headers.get(key) ?? '');
  }

  #cellText({ isMarkdown }: NodePlan, cell: TableCell): string {
    const { text } = this.#binding;
    if (!isMarkdown) return inlineText(cell, text);
    const { start, end } = cellRange(cell, text);
    return text.slice(start, end);
  }

  /** Cells under headers that the guide type does not know stay under these. */
  #bindUnknownColumns({ cells, columns }: Row, plan: NodePlan, result: JsonObject, pointer: JsonPointer): void {
    const { names, known } = columns;
    if (known.size === names.length && cells.length <= names.length) return;
    for (const [index, cell] of cells.entries()) {
      if (known.has(index)) continue;
      const text = inlineText(cell, this.#binding.text);
      const name = names[index] ?? '';
      if (isNumbering(name) && /^\d*[.．)]?$/u.test(text)) continue;
      const header = name || String(index + 1);
      if (plan.has(header)) continue;
      setOwn(result, header, text);
      this.#binding.place(childPointer(pointer, header), cellRange(cell, this.#binding.text));
    }
  }

  #bindText(plan: NodePlan, planned: PlannedSource, scope: Scope, at: JsonPointer): unknown {
    const found = readText(plan, planned, scope, this.#binding);
    if (!found || found.text === '') return planned.isAnswer ? null : undefined;
    const { range, text } = found;
    if (!this.#binding.places.has(at)) this.#binding.place(at, range);
    const isHeader = planned.header !== undefined;
    if (!isHeader) this.#binding.claims.add(range);
    return parse(plan, text, isHeader ? text : '');
  }
}

/** A text as the value that the node's `x-parse` reads; the text itself stays beside it, or stays alone. */
function parse({ parser, hasProperties }: NodePlan, raw: string, header: string): unknown {
  if (!parser) return raw;
  const parsed = parser(raw, { header });
  if (!hasProperties) return parsed ? parsed.value : raw;
  const value = typeof parsed?.value === 'object' ? parsed.value : parsed && { value: parsed.value };
  return { ...value, text: parsed?.text ?? raw };
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
