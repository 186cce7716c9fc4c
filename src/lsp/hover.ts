import { type Hover, MarkupKind } from 'vscode-languageserver';
import type { JsonPointer, Locale, Problem, Range, SchemaNode } from '../model.ts';
import { rules } from '../rules/index.ts';
import { findSuppressions } from '../suppress/find-suppressions.ts';
import { fieldDocs } from './field-docs.ts';
import type { CheckedGuide, Cursor } from './open-guide.ts';
import { editorRange, holds } from './ranges.ts';

/** What stands under the cursor: why a rule asks for something else there, and what the guide type says of the value. */
export function hoverAt({ guide, offset, collection, problems }: Cursor & CheckedGuide): Hover | undefined {
  const { locale } = collection;
  const found = problems.filter(({ range }) => holds(rangeOf(range), offset));
  const suppressed = findSuppressions(guide.document)
    .flatMap(({ names }) => names)
    .filter(({ range }) => holds(range, offset));
  const ids = new Set([...found.map(({ rule }) => rule), ...suppressed.map(({ id }) => id)]);
  const value = valueUnder({ guide, offset });
  const field = value && fieldDocs(guide.type, value, locale);
  const parts = [...[...ids].flatMap((id) => ruleDocs(id, locale)), ...(field === undefined ? [] : [field])];
  if (parts.length === 0) return undefined;
  const range = value?.range ?? suppressed[0]?.range ?? (found[0] && rangeOf(found[0].range));
  return {
    contents: { kind: MarkupKind.Markdown, value: parts.join('\n\n---\n\n') },
    ...(range && { range: editorRange(guide.document, range) }),
  };
}

/** What a rule wants and why, in Markdown. */
export function ruleDocs(id: string, locale: Locale): string[] {
  const rule = rules.find((known) => known.id === id);
  if (!rule) return [];
  const { summary, why } = rule.docs[locale];
  return [`**${id}**: ${summary}${locale === 'ja' ? '。' : '.'}\n\n${why}`];
}

/** The smallest value whose key, heading, cell or text stands at an offset. */
function valueUnder({
  guide,
  offset,
}: Pick<Cursor, 'guide' | 'offset'>): { pointer: JsonPointer; node: SchemaNode; range: Range } | undefined {
  const under = [...guide.places].flatMap(([pointer, { key, range }]) => {
    const node = guide.type.nodeAt(pointer);
    return [key, range].flatMap((run) => (node && run && holds(run, offset) ? [{ pointer, node, range: run }] : []));
  });
  const size = ({ start, end }: Range): number => end - start;
  return under.sort((a, b) => size(a.range) - size(b.range) || b.pointer.length - a.pointer.length)[0];
}

function rangeOf({ start, end }: Problem['range']): Range {
  return { start: start.offset, end: end.offset };
}
