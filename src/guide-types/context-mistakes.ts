import type { TypeMistakes } from '../locale/type-mistakes.ts';
import type { JsonPointer, SchemaNode, Source } from '../model.ts';
import { childPointer } from '../parse/place-collector.ts';
import { isRecord, schemaNodes } from './schema-nodes.ts';
import { propertyOf, SchemaView, stepsOf } from './schema-view.ts';
import { viewReferences } from './view-references.ts';
import { choice, type TypeMistake } from './vocabulary-mistakes.ts';

/** What a guide type's parts say of each other and cannot keep: columns, pointers and patterns. Its references must be sound. */
export function contextMistakes(schema: SchemaNode, say: TypeMistakes): readonly TypeMistake[] {
  const nodes = [...schemaNodes(schema)];
  const view = new SchemaView('', schema);
  const pointers = [...valuePointers(view, schema, '', new Set())];
  return nodes.flatMap(([at, node]) => [
    ...patternMistakes(at, node, say),
    ...tableMistakes(view, at, node, say),
    ...pointerMistakes(view, pointers, at, node, say),
    ...nameMistakes(view, at, node, say),
  ]);
}

function* patternMistakes(at: JsonPointer, node: SchemaNode, say: TypeMistakes): Generator<TypeMistake> {
  const patterns: (readonly [JsonPointer, 'key' | 'value', unknown])[] = [
    [childPointer(at, 'pattern'), 'value', node.pattern],
    ...Object.keys(isRecord(node.patternProperties) ? node.patternProperties : {}).map(
      (pattern) => [childPointer(`${at}/patternProperties`, pattern), 'key', pattern] as const,
    ),
  ];
  const headings = new Set<JsonPointer>();
  for (const [pointer, source] of sourcesOf(at, node)) {
    headings.add(`${pointer}/heading`);
    patterns.push([`${pointer}/heading`, 'value', source.heading]);
    patterns.push([`${pointer}/section/pattern`, 'value', source.section?.pattern]);
  }
  for (const [pointer, pattern] of viewReferences(at, node).patterns) {
    headings.add(pointer);
    patterns.push([pointer, 'value', pattern]);
  }
  for (const [pointer, part, pattern] of patterns) {
    if (typeof pattern !== 'string') continue;
    const reason = whyBroken(pattern);
    if (reason !== undefined) yield { pointer, part, message: say.badPattern({ pattern, reason }) };
    else if (headings.has(pointer) && !pattern.includes('(?<value>'))
      yield { pointer, part, message: say.noValueGroup({ pattern }) };
  }
}

/** The node's source, and those that are tried after it. */
function* sourcesOf(at: JsonPointer, node: SchemaNode): Generator<readonly [JsonPointer, Source]> {
  let pointer = childPointer(at, 'x-source');
  for (let source: Source | undefined = node['x-source']; isRecord(source); source = (source as Source).or) {
    yield [pointer, source];
    pointer += '/or';
  }
}

/** The engine's word for what is wrong with a regular expression. */
function whyBroken(pattern: string): string | undefined {
  try {
    new RegExp(pattern, 'u');
    return undefined;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return message.slice(message.lastIndexOf(': ') + 2);
  }
}

function* tableMistakes(
  view: SchemaView,
  at: JsonPointer,
  node: SchemaNode,
  say: TypeMistakes,
): Generator<TypeMistake> {
  for (const [source, { table }] of sourcesOf(at, node)) {
    if (!isRecord(table?.columns)) continue;
    const pointer = `${source}/table/columns`;
    const properties = view.resolve(view.resolve(node).items ?? {}).properties;
    if (properties) yield* columnMistakes(pointer, table.columns, properties, say);
    else yield { pointer, part: 'key', message: say.noItemProperties({ owner: 'table' }) };
  }
}

function* columnMistakes(
  pointer: JsonPointer,
  columns: Readonly<Record<string, unknown>>,
  properties: Readonly<Record<string, SchemaNode>>,
  say: TypeMistakes,
): Generator<TypeMistake> {
  for (const [column, headers] of Object.entries(columns)) {
    const place = childPointer(pointer, column);
    if (!Object.hasOwn(properties, column)) {
      const names = Object.keys(properties).filter((name) => !Object.hasOwn(columns, name));
      yield { pointer: place, part: 'key', message: say.columnWithoutProperty({ column, ...choice(column, names) }) };
    }
    const others = Object.keys(columns).filter((name) => name !== column && Array.isArray(columns[name]));
    if (typeof headers !== 'string' || others.includes(headers)) continue;
    const message = say.columnWithoutColumn({ name: headers, ...choice(headers, others) });
    yield { pointer: place, part: 'value', message };
  }
}

/** Where these are a pointer, it counts from an item. */
const itemKeywords = ['x-ascending', 'x-unique', 'x-disjoint'];

/** Pointers that count from the whole guide, and those that count from an item. */
function* pointerMistakes(
  view: SchemaView,
  known: readonly JsonPointer[],
  at: JsonPointer,
  node: SchemaNode,
  say: TypeMistakes,
): Generator<TypeMistake> {
  const wholes: (readonly [JsonPointer, unknown])[] = [
    ...[...sourcesOf(at, node)].flatMap(([pointer, { of, collect }]) => [
      ...listed(`${pointer}/of`, of),
      ...listed(`${pointer}/collect`, collect),
    ]),
    ...listed(childPointer(at, 'x-subset-of'), node['x-subset-of']),
    ...listed(childPointer(at, 'x-refers-to'), node['x-refers-to']),
    ...viewReferences(at, node).wholes,
  ];
  for (const [index, promise] of (Array.isArray(node['x-promises']) ? node['x-promises'] : []).entries())
    for (const part of ['needs', 'in'])
      wholes.push(...listed(`${at}/x-promises/${index}/${part}`, isRecord(promise) ? promise[part] : undefined));
  for (const [pointer, value] of wholes)
    if (typeof value === 'string' && !leads(view, view.schema, value))
      yield { pointer, part: 'value', message: say.noSuchValue({ pointer: value, ...choice(value, known) }) };
  const { items, properties } = view.resolve(node);
  const inItem = items ? [...valuePointers(view, items, '', new Set())] : [];
  const inItems = [
    ...itemKeywords.map((keyword) => [childPointer(at, keyword), node[keyword]] as const),
    ...viewReferences(at, node).inItem,
  ];
  for (const [pointer, value] of inItems) {
    if (typeof value !== 'string') continue;
    const keyword = pointer.slice(at.length + 1);
    if (!items && properties && itemKeywords.includes(keyword))
      yield { pointer, part: 'value', message: say.noItems({ keyword }) };
    else if (items && !leads(view, items, value))
      yield { pointer, part: 'value', message: say.noSuchValue({ pointer: value, ...choice(value, inItem) }) };
  }
}

/** Names of the node's own properties: those that ascend, and those that are required under a name nearly theirs. */
function* nameMistakes(view: SchemaView, at: JsonPointer, node: SchemaNode, say: TypeMistakes): Generator<TypeMistake> {
  const { properties } = view.resolve(node);
  if (!properties) return;
  const names = Object.keys(properties);
  const mistakeAt = (keyword: string, index: number, name: string): TypeMistake => ({
    pointer: `${at}/${keyword}/${index}`,
    part: 'value',
    message: say.noSuchProperty({ name, ...choice(name, names) }),
  });
  for (const keyword of ['x-ascending', 'required'] as const) {
    const wanted: unknown = node[keyword];
    for (const [index, name] of (Array.isArray(wanted) ? wanted : []).entries()) {
      if (typeof name !== 'string' || names.includes(name)) continue;
      // A front matter may require keys that it says nothing else of; a near name is a slip of the pen.
      if (keyword === 'x-ascending' || choice(name, names).nearest !== undefined) yield mistakeAt(keyword, index, name);
    }
  }
}

function listed(pointer: JsonPointer, value: unknown): (readonly [JsonPointer, unknown])[] {
  return Array.isArray(value)
    ? value.map((inner, index) => [childPointer(pointer, index), inner] as const)
    : [[pointer, value]];
}

/** True unless the schema lists the properties on the way and the pointer's is not among them. */
function leads(view: SchemaView, from: SchemaNode, pointer: JsonPointer): boolean {
  let node = view.resolve(from);
  for (const step of stepsOf(pointer)) {
    const next = propertyOf(node, step) ?? (/^(?:\d+|\*)$/.test(step) ? node.items : undefined);
    if (!next) return !node.properties && !node.items;
    node = view.resolve(next);
  }
  return true;
}

function* valuePointers(
  view: SchemaView,
  from: SchemaNode,
  pointer: JsonPointer,
  outer: ReadonlySet<SchemaNode>,
): Generator<JsonPointer> {
  const node = view.resolve(from);
  if (outer.has(node)) return;
  for (const [key, property] of Object.entries(node.properties ?? {})) {
    const at = childPointer(pointer, key);
    yield at;
    yield* valuePointers(view, property, at, new Set([...outer, node]));
  }
}
