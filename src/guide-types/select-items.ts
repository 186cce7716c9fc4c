import type { JsonPointer, SchemaNode, Source } from '../model.ts';
import { childPointer } from '../parse/place-collector.ts';
import type { Binding } from './binding.ts';
import { findHashtags } from './find-hashtags.ts';
import { findItems } from './find-items.ts';
import { findLabels, type KnownLabels } from './find-labels.ts';
import { findQuestions } from './find-questions.ts';
import { type FoundTable, findTables } from './find-tables.ts';
import { normalizeHeading } from './normalize-heading.ts';
import { extentOf, type Part, rangeOf, type Scope } from './scope.ts';
import { sharedColumns } from './source-kind.ts';
import { inlineText } from './text-of.ts';

/** What an array source selects: texts that are the elements themselves, or a scope for each element. */
export interface Selection {
  readonly texts?: readonly string[];
  readonly scopes?: readonly Scope[];
  /** Sources that the fixed property names of a form have without saying so. */
  readonly defaults?: Readonly<Record<string, Source>>;
  /** Properties that are read out of another one's cell. */
  readonly shared?: ReadonlySet<string>;
  /** True when an element claims all of its scope, whatever of it was bound. */
  readonly isWhole?: boolean;
}

/** Finds the elements of an array in whichever of the source's forms they stand; undefined where no form is there. */
export function selectItems(
  node: SchemaNode,
  source: Source,
  scope: Scope,
  at: JsonPointer,
  binding: Binding,
): Selection | undefined {
  const parts = binding.unclaimed(scope.parts);
  const tables = source.table ? findTables(parts, source.table.columns, binding.text) : [];
  if (tables.length > 0) return rows(tables, source, scope, at, binding);
  if (source.headers) return headers(source, at, binding);
  if (source.hashtags) return hashtags(parts, at, binding);
  if (source.questions) return questions(node, source.questions, { ...scope, parts }, at, binding);
  if (source.labels) return labels(source, parts, at, binding);
  if (source.items) return { scopes: findItems(parts, source.items, binding.text) };
  return source.section ? { texts: [] } : undefined;
}

function rows(
  tables: readonly FoundTable[],
  source: Source,
  scope: Scope,
  at: JsonPointer,
  binding: Binding,
): Selection {
  if (!binding.scopes.has(at)) binding.scopes.set(at, scope);
  binding.rememberTables(tables, at);
  return { scopes: tables.flatMap((table) => table.rows), shared: sharedColumns(source) };
}

function headers(source: Source, at: JsonPointer, binding: Binding): Selection | undefined {
  const [table] = [source.of ?? []].flat().flatMap((pointer) => binding.tables.get(pointer) ?? []);
  const header = table?.part.node.type === 'table' ? table.part.node.children[0] : undefined;
  if (!header) return undefined;
  binding.place(at, rangeOf(header));
  return { texts: header.children.map((cell) => inlineText(cell, binding.text)) };
}

function hashtags(parts: readonly Part[], at: JsonPointer, binding: Binding): Selection {
  const { tags, claims } = findHashtags(parts, binding.text);
  for (const claim of claims) binding.claims.add(claim);
  for (const [index, { range }] of tags.entries()) binding.place(childPointer(at, index), range);
  return { texts: tags.map(({ text }) => text) };
}

function questions(
  node: SchemaNode,
  words: NonNullable<Source['questions']>,
  scope: Scope,
  at: JsonPointer,
  binding: Binding,
): Selection {
  const found = findQuestions(scope.parts, words, labelsOf(node, binding), binding.text);
  binding.rememberTables([...new Set(found.flatMap(({ table }) => table ?? []))], at);
  for (const question of found) if (question.scope.group) binding.claims.add(question.scope.group.range);
  return {
    // A question stands under its sub-heading, else under what the whole list stands under.
    scopes: found.map((question) => (scope.group ? { group: scope.group, ...question.scope } : question.scope)),
    defaults: { question: { heading: true }, answer: { label: words.answer, prose: 'rest' }, group: { group: true } },
  };
}

/** The labels that the properties of an array's items go by. */
function labelsOf(array: SchemaNode, binding: Binding): KnownLabels {
  return Object.values(binding.resolve(array.items ?? {}).properties ?? {}).flatMap(
    (child) => binding.resolve(child)['x-source']?.label?.map(normalizeHeading) ?? [],
  );
}

function labels(source: Source, parts: readonly Part[], at: JsonPointer, binding: Binding): Selection {
  const found = findLabels(parts, binding.text, []);
  // `**アクション:** …` with nothing nested inside is one labelled text itself.
  const own = source.label && found.length === 0 && parts.length > 0 ? binding.scopes.get(at)?.title : undefined;
  const scopes = own
    ? [{ title: own, parts, extent: extentOf(parts, own.range) }]
    : found.map(({ label, content, range }) => ({ title: label, parts: content, extent: range }));
  return { scopes, defaults: { label: { heading: true }, text: { prose: 'all' } }, isWhole: true };
}
