import type { JsonPointer, Source } from '../model.ts';
import { childPointer } from '../parse/place-collector.ts';
import type { Binding } from './binding.ts';
import { findHashtags } from './find-hashtags.ts';
import { findItems } from './find-items.ts';
import { findLabels } from './find-labels.ts';
import { findQuestions } from './find-questions.ts';
import { type FoundTable, findTables } from './find-tables.ts';
import type { NodePlan } from './node-plan.ts';
import type { PlannedSource } from './plan-source.ts';
import { extentOf, type Part, rangeOf, type Scope } from './scope.ts';
import { inlineText } from './text-of.ts';

/** What an array source selects: texts that are the elements themselves, or a scope for each element. */
export interface Selection {
  readonly texts?: readonly string[];
  readonly scopes?: readonly Scope[];
  /** True when the fixed property names of the form have sources without saying so. */
  readonly hasDefaults?: boolean;
  /** True when an element claims all of its scope, whatever of it was bound. */
  readonly isWhole?: boolean;
}

/** Finds the elements of an array in whichever of the source's forms they stand; undefined where no form is there. */
export function selectItems(
  plan: NodePlan,
  { source, columns, of, labels: names }: PlannedSource,
  scope: Scope,
  at: JsonPointer,
  binding: Binding,
): Selection | undefined {
  const parts = binding.unclaimed(scope.parts);
  const tables = columns ? findTables(parts, columns, binding.text) : [];
  if (tables.length > 0) return rows(tables, scope, at, binding);
  if (source.headers) return headers(of, at, binding);
  if (source.hashtags) return hashtags(parts, at, binding);
  if (source.questions) return questions(plan, source.questions, { ...scope, parts }, at, binding);
  if (source.labels) return labels(names.length > 0, parts, at, binding);
  if (source.items) return { scopes: findItems(parts, source.items, binding.text) };
  return source.section ? { texts: [] } : undefined;
}

function rows(tables: readonly FoundTable[], scope: Scope, at: JsonPointer, binding: Binding): Selection {
  if (!binding.scopes.has(at)) binding.scopes.set(at, scope);
  binding.rememberTables(tables, at);
  return { scopes: tables.flatMap((table) => table.rows) };
}

function headers(of: readonly JsonPointer[], at: JsonPointer, binding: Binding): Selection | undefined {
  const [table] = of.flatMap((pointer) => binding.tables.get(pointer) ?? []);
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
  plan: NodePlan,
  words: NonNullable<Source['questions']>,
  scope: Scope,
  at: JsonPointer,
  binding: Binding,
): Selection {
  const found = findQuestions(scope.parts, words, plan.itemWith().ownLabels, binding.text);
  binding.rememberTables([...new Set(found.flatMap(({ table }) => table ?? []))], at);
  for (const question of found) if (question.scope.group) binding.claims.add(question.scope.group.range);
  return {
    // A question stands under its sub-heading, else under what the whole list stands under.
    scopes: found.map((question) => (scope.group ? { group: scope.group, ...question.scope } : question.scope)),
    hasDefaults: true,
  };
}

function labels(hasName: boolean, parts: readonly Part[], at: JsonPointer, binding: Binding): Selection {
  const found = findLabels(parts, binding.text, []);
  // `**アクション:** …` with nothing nested inside is one labelled text itself.
  const own = hasName && found.length === 0 && parts.length > 0 ? binding.scopes.get(at)?.title : undefined;
  const scopes = own
    ? [{ parts, extent: extentOf(parts, own.range), title: own }]
    : found.map(({ label, content, range }) => ({ parts: content, extent: range, title: label }));
  return { scopes, hasDefaults: true, isWhole: true };
}
