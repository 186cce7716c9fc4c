import { type CompletionItem, CompletionItemKind, MarkupKind } from 'vscode-languageserver';
import { parentPointer } from '../guide-types/schema-view.ts';
import { lineStart } from '../line-start.ts';
import type { Guide, JsonPointer, SchemaNode } from '../model.ts';
import { childPointer } from '../parse/place-collector.ts';
import { bodyHeadings, guideSections } from '../rules/guide-sections.ts';
import { fieldDocs } from './field-docs.ts';
import type { Cursor } from './open-guide.ts';
import { editorRange } from './ranges.ts';

/** The sections that the guide lacks, for a line that begins with `#`; each at the level of those that are there. */
export function completeHeading({ guide, offset, collection }: Cursor): CompletionItem[] {
  const { document, type } = guide;
  const { text } = document.source;
  const start = lineStart(text, offset);
  const typed = /^#{1,6}(?=[ \t]|$)/.exec(text.slice(start, offset))?.[0];
  if (typed === undefined) return [];
  const rest = /^[^\r\n]*/.exec(text.slice(offset))?.[0] ?? '';
  const range = editorRange(document, { start, end: offset + rest.length });
  const sections = guideSections(guide).filter(({ place }) => place.range.start !== start);
  const found = new Set(sections.map(({ pointer }) => pointer));
  const isJapanese = writtenInJapanese(guide);
  const lineEnd = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  return sectionNodes(guide, type.schema, '').flatMap(([pointer, node], index) => {
    const { name = '', aliases = [] } = node['x-source']?.section ?? {};
    if (found.has(pointer)) return [];
    const names = [name, ...aliases];
    const label = names.find((one) => japanese.test(one) === isJapanese) ?? name;
    const depth = sections.find((section) => section.parent === parentSection(guide, pointer))?.heading.depth;
    const template = node['x-template'];
    const body = typeof template === 'string' ? `\n\n${template.trimEnd()}` : '';
    return [
      {
        label,
        kind: CompletionItemKind.Module,
        detail: type.titleOf(pointer, collection.locale),
        documentation: { kind: MarkupKind.Markdown, value: fieldDocs(type, { pointer, node }, collection.locale) },
        filterText: `${typed} ${[label, ...names].join(' ')}`,
        sortText: String(index).padStart(3, '0'),
        textEdit: { range, newText: `${'#'.repeat(depth ?? typed.length)} ${label}${body}`.replaceAll('\n', lineEnd) },
      },
    ];
  });
}

const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;

/** The language of the headings that are there; that of the guide type's own names where there are none. */
function writtenInJapanese({ document, type }: Guide): boolean {
  const { text } = document.source;
  const headings = bodyHeadings(document).map(({ position }) =>
    text.slice(position?.start.offset, position?.end.offset),
  );
  const named = headings.filter((heading) => /\p{L}/u.test(heading));
  if (named.length < 2) return japanese.test(text.length > 400 ? text : JSON.stringify(type.schema));
  return named.filter((heading) => japanese.test(heading)).length * 2 >= named.length;
}

function sectionNodes(guide: Guide, node: SchemaNode, pointer: JsonPointer): [JsonPointer, SchemaNode][] {
  return Object.entries(node.properties ?? {}).flatMap(([key, property]): [JsonPointer, SchemaNode][] => {
    const child = guide.type.resolve(property);
    const at = childPointer(pointer, key);
    return [
      ...(child['x-source']?.section ? [[at, child] as [JsonPointer, SchemaNode]] : []),
      ...sectionNodes(guide, child, at),
    ];
  });
}

function parentSection(guide: Guide, pointer: JsonPointer): JsonPointer {
  let at = parentPointer(pointer);
  while (at !== '' && !guide.type.nodeAt(at)?.['x-source']?.section) at = parentPointer(at);
  return at;
}
