import type { Heading, TableCell } from 'mdast';
import type { Document, GuideTypeInfo, JsonPointer, Place, Range, SchemaNode, SectionName, Source } from '../model.ts';
import { childPointer } from '../parse/place-collector.ts';
import { Claims, unclaimed } from './claims.ts';
import { collectValues } from './collect-values.ts';
import { findHashtags } from './find-hashtags.ts';
import { findItems, headingText } from './find-items.ts';
import { answersTo, findLabels, type KnownLabels } from './find-labels.ts';
import { findQuestions } from './find-questions.ts';
import { cellRange, type FoundTable, findTables, matchColumns } from './find-tables.ts';
import { matchSections, type WantedSection } from './match-sections.ts';
import { normalizeHeading } from './normalize-heading.ts';
import { extentOf, type Located, type Part, partOf, rangeOf, type Scope } from './scope.ts';
import { inlineText, markdownOf, plainOf } from './text-of.ts';
import { valueParsers } from './values/index.ts';

type JsonObject = Record<string, unknown>;
type Sources = Readonly<Record<string, Source>>;

/** Sources that the fixed property names of a form have without saying so. */
const labelledSources: Sources = { label: { heading: true }, text: { prose: 'all' } };

/** Walks a guide type's schema over one document; see docs/guide-types.md for what each source selects. */
export class Binder {
  readonly places = new Map<JsonPointer, Place>();
  readonly #document: Document;
  readonly #type: GuideTypeInfo;
  readonly #text: string;
  readonly #claims = new Claims();
  readonly #sections = new Map<JsonPointer, Scope>();
  readonly #scopes = new Map<JsonPointer, Scope>();
  readonly #tables = new Map<JsonPointer, FoundTable[]>();
  /** Views of other scopes (`of`) wait until those are bound, what is left of the whole document waits for them. */
  readonly #views: (() => void)[] = [];
  readonly #remainders: (() => void)[] = [];
  /** Arrays made of other arrays' items come last, when all of those are there. */
  readonly #collections: ((root: JsonObject) => void)[] = [];

  constructor(document: Document, type: GuideTypeInfo) {
    this.#document = document;
    this.#type = type;
    this.#text = document.source.text;
  }

  /** The normalized value of the whole document. */
  bind(): JsonObject {
    const parts = this.#document.tree.children.map(partOf);
    const start = this.#document.frontMatter?.range.end ?? 0;
    const root: Scope = { parts, extent: { start, end: this.#text.length } };
    this.places.set('', { range: { start, end: start }, extent: root.extent });
    const value = this.#bindObject(this.#type.schema, root, '', {});
    for (const bindView of this.#views) bindView();
    for (const bindRemainder of this.#remainders) bindRemainder();
    for (const collect of this.#collections) collect(value);
    return Object.assign(withoutUndefined(value) as JsonObject, {
      type: this.#type.name,
      path: this.#document.source.path,
    });
  }

  #bindObject(node: SchemaNode, scope: Scope, pointer: JsonPointer, defaults: Sources): JsonObject {
    const properties = Object.entries(node.properties ?? {});
    this.#matchSections(node, scope, pointer);
    const result: JsonObject = Object.fromEntries(properties.map(([key]) => [key, undefined]));
    const inOrder = properties
      .map(([key, child]) => ({ key, child: this.#resolve(child), at: childPointer(pointer, key) }))
      .map((property) => ({ ...property, source: property.child['x-source'] ?? defaults[property.key] }))
      .sort((a, b) => phaseOf(a.source) - phaseOf(b.source));
    for (const { key, child, at, source } of inOrder) {
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
    const wanted = this.#wantedSections(node, pointer).filter(({ key }) => !this.#sections.has(key));
    if (wanted.length === 0) return;
    for (const [at, section] of matchSections(scope.parts, wanted)) {
      const range = section.heading ? rangeOf(section.heading) : section.extent;
      const group = scope.group ?? scope.title;
      this.#sections.set(at, { ...section, ...(group && { group }) });
      this.places.set(at, { range, extent: section.extent });
      this.#claims.add(range);
    }
  }

  #wantedSections(node: SchemaNode, pointer: JsonPointer): WantedSection[] {
    return Object.entries(node.properties ?? {}).flatMap(([key, property]) => {
      const child = this.#resolve(property);
      const at = childPointer(pointer, key);
      const section: SectionName | undefined = child['x-source']?.section;
      if (section) return [{ key: at, section }];
      return child['x-source'] ? [] : this.#wantedSections(child, at);
    });
  }

  #select(node: SchemaNode, source: Source, scope: Scope | undefined, at: JsonPointer): unknown {
    if (!scope) return undefined;
    const value = this.#selectOne(node, source, scope, at);
    const isNothing = value === undefined || (Array.isArray(value) && value.length === 0);
    return isNothing && source.or ? this.#select(node, source.or, scope, at) : value;
  }

  #selectOne(node: SchemaNode, source: Source, scope: Scope, at: JsonPointer): unknown {
    if (source.frontMatter !== undefined) return this.#bindFrontMatter(source.frontMatter, at);
    let inner: Scope | undefined = scope;
    if (source.section) inner = this.#sections.get(at);
    if (inner && source.label)
      inner = this.#labelScope(source.label, inner, at) ?? (isAnswer(source) ? inner : undefined);
    if (!inner) return undefined;
    if (inner !== scope) this.#scopes.set(at, inner);
    if (node.type === 'array' || isArraySource(source)) return this.#bindArray(node, source, inner, at);
    if (node.properties && !node['x-parse']) return this.#bindObject(node, inner, at, {});
    return this.#bindText(node, source, inner, at);
  }

  #scopeOf(of: Source['of']): Scope | undefined {
    const scopes = [of ?? []].flat().flatMap((pointer) => this.#scopes.get(pointer) ?? []);
    const [first] = scopes;
    if (!first || scopes.length === 1) return first;
    return { parts: scopes.flatMap(({ parts }) => parts), extent: first.extent };
  }

  #bindFrontMatter(selector: NonNullable<Source['frontMatter']>, at: JsonPointer): unknown {
    const { frontMatter } = this.#document;
    if (!frontMatter?.value) return undefined;
    const keys = selector === true ? [] : [selector].flat();
    const key = keys.find((name) => frontMatter.value !== undefined && Object.hasOwn(frontMatter.value, name));
    if (selector !== true && key === undefined) return undefined;
    const prefix = key === undefined ? '' : childPointer('', key);
    if (selector === true)
      this.places.set(at, {
        range: { start: frontMatter.content.end, end: frontMatter.content.end },
        extent: frontMatter.range,
      });
    for (const [pointer, place] of frontMatter.places) {
      if (pointer !== prefix && !pointer.startsWith(`${prefix}/`)) continue;
      const extent = { start: (place.key ?? place.value).start, end: place.value.end };
      this.places.set(at + pointer.slice(prefix.length), {
        range: place.value,
        extent,
        ...(place.key && { key: place.key }),
      });
    }
    return key === undefined ? frontMatter.value : frontMatter.value[key];
  }

  #labelScope(names: readonly string[], scope: Scope, at: JsonPointer): Scope | undefined {
    const known = names.map(normalizeHeading);
    const found = findLabels(unclaimed(scope.parts, this.#claims, this.#text), this.#text, known);
    const matching = found.filter(({ normalized }) => answersTo(normalized, known));
    const [first] = matching;
    if (!first) return undefined;
    for (const { label } of matching) this.#claims.add(label.range);
    this.places.set(at, { range: first.label.range, extent: first.range });
    return { title: first.label, parts: matching.flatMap(({ content }) => content), extent: first.range };
  }

  #bindArray(node: SchemaNode, source: Source, scope: Scope, at: JsonPointer): unknown {
    const parts = unclaimed(scope.parts, this.#claims, this.#text);
    const tables = source.table ? findTables(parts, source.table.columns, this.#text) : [];
    if (tables.length > 0) return this.#bindRows(node, tables, scope, at, sharedColumns(source));
    if (source.headers) return this.#bindHeaders(source, at);
    if (source.hashtags) return this.#bindHashtags(parts, at);
    if (source.questions) return this.#bindQuestions(node, source.questions, { ...scope, parts }, at);
    if (source.labels) return this.#bindLabels(node, source, parts, at);
    if (source.items) {
      const items = findItems(parts, source.items, this.#text);
      return this.#bindItems(node, items, at, {});
    }
    return source.section ? [] : undefined;
  }

  #bindRows(
    node: SchemaNode,
    tables: readonly FoundTable[],
    scope: Scope,
    at: JsonPointer,
    shared: ReadonlySet<string>,
  ): unknown[] {
    if (!this.#scopes.has(at)) this.#scopes.set(at, scope);
    this.#rememberTables(tables, at);
    const rows = tables.flatMap((table) => table.rows);
    for (const { part } of tables) this.#claims.add(part.range);
    return rows.map((row, index) => this.#bindItem(node, row, childPointer(at, index), {}, shared));
  }

  #rememberTables(tables: readonly FoundTable[], at: JsonPointer): void {
    const [first] = tables;
    if (!first) return;
    const columns = new Map([...first.columns].map(([property, cell]) => [property, cellRange(cell, this.#text)]));
    const place = this.places.get(at);
    this.#tables.set(at, [...tables]);
    this.places.set(at, {
      range: place?.range ?? first.header,
      extent: place?.extent ?? first.part.range,
      table: { header: first.header, columns },
    });
  }

  #bindHeaders(source: Source, at: JsonPointer): unknown {
    const tables = [source.of ?? []].flat().flatMap((pointer) => this.#tables.get(pointer) ?? []);
    const header = tables[0]?.part.node.type === 'table' ? tables[0].part.node.children[0] : undefined;
    if (!header) return undefined;
    this.places.set(at, { range: rangeOf(header), extent: rangeOf(header) });
    return header.children.map((cell) => inlineText(cell, this.#text));
  }

  #bindHashtags(parts: readonly Part[], at: JsonPointer): string[] {
    const { tags, claims } = findHashtags(parts, this.#text);
    for (const claim of claims) this.#claims.add(claim);
    for (const [index, { range }] of tags.entries()) this.places.set(childPointer(at, index), { range, extent: range });
    return tags.map(({ text }) => text);
  }

  #bindQuestions(node: SchemaNode, words: NonNullable<Source['questions']>, scope: Scope, at: JsonPointer): unknown[] {
    const known = this.#labelsOf(this.#resolve(node.items ?? {}));
    const found = findQuestions(scope.parts, words, known, this.#text);
    const tables = [...new Set(found.flatMap(({ table }) => table ?? []))];
    this.#rememberTables(tables, at);
    for (const { part } of tables) this.#claims.add(part.range);
    for (const question of found) if (question.scope.group) this.#claims.add(question.scope.group.range);
    const defaults: Sources = {
      question: { heading: true },
      answer: { label: words.answer, prose: 'rest' },
      group: { group: true },
    };
    return this.#bindItems(
      node,
      found.map((question) => ({ ...question.scope, ...groupOf(question.scope, scope) })),
      at,
      defaults,
    );
  }

  /** The items of other arrays, each with the properties that this array's items have. */
  #collect(node: SchemaNode, pointers: readonly JsonPointer[], root: JsonObject, at: JsonPointer): unknown[] {
    const properties = Object.keys(this.#resolve(node.items ?? {}).properties ?? {});
    return collectValues(root, pointers, this.places).map(({ pointer, value }, index) => {
      const target = childPointer(at, index);
      for (const suffix of ['', ...properties.map((key) => childPointer('', key))]) {
        const place = this.places.get(pointer + suffix);
        if (place) this.places.set(target + suffix, place);
      }
      const item = value as JsonObject;
      return Object.fromEntries(properties.map((key) => [key, item[key]]));
    });
  }

  /** The labels that the properties of an item go by. */
  #labelsOf(node: SchemaNode): KnownLabels {
    return Object.values(node.properties ?? {}).flatMap(
      (child) => this.#resolve(child)['x-source']?.label?.map(normalizeHeading) ?? [],
    );
  }

  #bindLabels(node: SchemaNode, source: Source, parts: readonly Part[], at: JsonPointer): unknown[] {
    const found = findLabels(parts, this.#text, []);
    // `**アクション:** …` with nothing nested inside is one labelled text itself.
    const own = this.#scopes.get(at)?.title;
    const alone = found.length === 0 && source.label && own && parts.length > 0;
    const scopes = alone
      ? [{ title: own, parts, extent: extentOf(parts, own.range) }]
      : found.map(({ label, content, range }) => ({ title: label, parts: content, extent: range }));
    const values = this.#bindItems(node, scopes, at, labelledSources);
    for (const { extent } of scopes) this.#claims.add(extent);
    return values;
  }

  #bindItems(node: SchemaNode, scopes: readonly Scope[], at: JsonPointer, defaults: Sources): unknown[] {
    return scopes.map((scope, index) => this.#bindItem(node, scope, childPointer(at, index), defaults, new Set()));
  }

  #bindItem(array: SchemaNode, scope: Scope, at: JsonPointer, defaults: Sources, shared: ReadonlySet<string>): unknown {
    const node = this.#resolve(array.items ?? {});
    const range = scope.title?.range ?? scope.extent;
    this.places.set(at, { range, extent: scope.extent, ...(scope.row && { cells: this.#cellRanges(scope) }) });
    if (!node.properties) {
      const parts = scope.whole ? [scope.whole] : scope.parts;
      this.#claims.add(scope.extent);
      return this.#textOf(node, parts);
    }
    const value = this.#bindObject(node, scope, at, defaults);
    // A value read out of another one's cell is a bonus: where there is none to read, nothing is wrong.
    for (const key of shared) if (isUnread(value[key])) value[key] = undefined;
    return value;
  }

  #cellRanges(scope: Scope): ReadonlyMap<string, Range> {
    return new Map(
      [...(scope.row?.cells ?? [])].flatMap(([key, cell]) =>
        cell ? [[key, cellRange(cell, this.#text)] as const] : [],
      ),
    );
  }

  #bindCell(node: SchemaNode, key: string, scope: Scope, at: JsonPointer): unknown {
    const cell = scope.row?.cells.get(key);
    const raw = cell ? this.#cellText(node, cell) : '';
    if (!cell || raw === '') return undefined;
    const range = cellRange(cell, this.#text);
    this.places.set(at, { range, extent: range });
    return this.#parse(node, raw, scope.row?.headers.get(key) ?? '');
  }

  #cellText(node: SchemaNode, cell: TableCell): string {
    const range = cellRange(cell, this.#text);
    return node.contentMediaType ? this.#text.slice(range.start, range.end) : inlineText(cell, this.#text);
  }

  #bindUnknownColumns(result: JsonObject, scope: Scope, pointer: JsonPointer): void {
    for (const [header, cell] of scope.row?.unknown ?? []) {
      if (Object.hasOwn(result, header)) continue;
      const range = cellRange(cell, this.#text);
      Object.defineProperty(result, header, {
        value: inlineText(cell, this.#text),
        enumerable: true,
        configurable: true,
      });
      this.places.set(childPointer(pointer, header), { range, extent: range });
    }
  }

  #bindText(node: SchemaNode, source: Source, scope: Scope, at: JsonPointer): unknown {
    const found = this.#locate(node, source, scope);
    if (!found || found.text === '') return isAnswer(source) ? null : undefined;
    const { range } = found;
    if (!this.places.has(at)) this.places.set(at, { range, extent: range });
    if (source.header === undefined) this.#claims.add(range);
    return this.#parse(node, found.text, source.header === undefined ? '' : found.text);
  }

  #locate(node: SchemaNode, source: Source, scope: Scope): Located | undefined {
    if (source.group) return scope.group;
    if (source.heading !== undefined) return this.#headingOf(source.heading, scope);
    if (source.header !== undefined) return this.#headerCell(source.header, scope);
    const parts =
      source.prose === 'intro'
        ? this.#intro(scope)
        : source.prose === 'rest'
          ? unclaimed(scope.parts, this.#claims, this.#text)
          : withoutRules(scope.parts);
    for (const { range } of parts) this.#claims.add(range);
    return {
      text: this.#textOf(node, parts),
      range: extentOf(parts, { start: scope.extent.end, end: scope.extent.end }),
    };
  }

  #intro(scope: Scope): Part[] {
    const end = scope.parts.findIndex(({ range, node }) => this.#claims.touches(range) || node.type === 'heading');
    return unclaimed(end < 0 ? scope.parts : scope.parts.slice(0, end), this.#claims, this.#text);
  }

  #headingOf(selector: true | string, scope: Scope): Located | undefined {
    if (selector === true && scope.title) return scope.title;
    const heading = scope.heading ?? this.#documentTitle(scope);
    if (!heading) return undefined;
    const range = headingText(heading, this.#text);
    const text = inlineText(heading, this.#text);
    if (selector === true) {
      this.#claims.add(rangeOf(heading));
      return { text, range };
    }
    const value = new RegExp(selector, 'u').exec(text)?.groups?.value;
    return value === undefined ? undefined : { text: value.trim(), range };
  }

  #documentTitle(scope: Scope): Heading | undefined {
    for (const { node } of scope.parts)
      if (node.type === 'heading' && node.depth === 1 && !this.#claims.touches(rangeOf(node))) return node;
    return undefined;
  }

  /** The header cell of a column; where it says nothing of use, the first cell below does. */
  #headerCell(names: string | readonly string[], scope: Scope): Located | undefined {
    for (const { node } of scope.parts) {
      if (node.type !== 'table') continue;
      const [header, first] = node.children;
      const index = header && matchColumns(header, { column: [names].flat() }, this.#text).get('column');
      const cell = index === undefined ? undefined : header?.children[index];
      const below = index === undefined ? undefined : first?.children[index];
      if (cell)
        return {
          text: [cell, below].flatMap((one) => (one ? inlineText(one, this.#text) : [])).join(' '),
          range: cellRange(cell, this.#text),
        };
    }
    return undefined;
  }

  #textOf(node: SchemaNode, parts: readonly Part[]): string {
    return node.contentMediaType ? markdownOf(parts, this.#text) : plainOf(parts, this.#text);
  }

  #parse(node: SchemaNode, raw: string, header: string): unknown {
    const parser = node['x-parse'] === undefined ? undefined : valueParsers[node['x-parse']];
    if (!parser) return raw;
    const parsed = parser(raw, { header });
    if (!node.properties) return parsed ? parsed.value : raw;
    const value = typeof parsed?.value === 'object' ? parsed.value : parsed && { value: parsed.value };
    return { ...value, text: parsed?.text ?? raw };
  }

  #resolve(node: SchemaNode): SchemaNode {
    return this.#type.resolve(node);
  }
}

/** Narrow selections come before wide ones, so that what is left over is known when prose is read. */
function phaseOf(source: Source | undefined): number {
  if (!source || source.frontMatter !== undefined || source.heading !== undefined || source.group) return 0;
  if (source.section) return 1;
  if (source.table || source.questions || source.hashtags || source.header !== undefined) return 2;
  if (source.label) return isAnswer(source) ? 5 : 3;
  if (source.items) return 4;
  if (source.labels) return 5;
  return source.prose === 'intro' ? 6 : 7;
}

function isAnswer(source: Source): boolean {
  return source.label !== undefined && source.prose === 'rest';
}

function isArraySource(source: Source): boolean {
  return Boolean(
    source.table || source.items || source.questions || source.labels || source.hashtags || source.headers,
  );
}

function sharedColumns(source: Source): ReadonlySet<string> {
  return new Set(
    Object.entries(source.table?.columns ?? {}).flatMap(([key, names]) => (typeof names === 'string' ? [key] : [])),
  );
}

/** The parts without the thematic breaks at their ends, which only separate sections. */
function withoutRules(parts: readonly Part[]): readonly Part[] {
  const isRule = (part: Part): boolean => part.node.type === 'thematicBreak';
  const start = parts.findIndex((part) => !isRule(part));
  return start < 0 ? [] : parts.slice(start, parts.findLastIndex((part) => !isRule(part)) + 1);
}

/** The value without the properties that nothing was found for; JSON has no undefined. */
function withoutUndefined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutUndefined);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(entries.map(([key, inner]) => [key, withoutUndefined(inner)]));
}

/** The group of a question: its sub-heading, else what the whole list stands under. */
function groupOf(question: Scope, list: Scope): Pick<Scope, 'group'> {
  const group = question.group ?? list.group;
  return group ? { group } : {};
}

/** True for the remains of a text that its parser could not read. */
function isUnread(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 1 && 'text' in value;
}
