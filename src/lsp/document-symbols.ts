import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver';
import { stepsOf } from '../guide-types/schema-view.ts';
import { rangeOf } from '../guide-types/scope.ts';
import { inlineText } from '../guide-types/text-of.ts';
import type { Document, Range } from '../model.ts';
import { bodyHeadings, guideSections } from '../rules/guide-sections.ts';
import { editorWords } from './editor-words.ts';
import type { OpenGuide } from './open-guide.ts';
import { editorRange } from './ranges.ts';

/** The outline of a guide: the keys of its front matter, then its headings as they nest. */
export function documentSymbols(open: OpenGuide): DocumentSymbol[] {
  return [...frontMatterSymbols(open), ...headingSymbols(open)];
}

function frontMatterSymbols({ guide, collection }: OpenGuide): DocumentSymbol[] {
  const { document } = guide;
  const { frontMatter } = document;
  if (!frontMatter) return [];
  const children = [...frontMatter.places].flatMap(([pointer, { key, value }]) => {
    const [name, ...deeper] = stepsOf(pointer);
    if (name === undefined || deeper.length > 0 || !key) return [];
    return [symbolOf(document, name, SymbolKind.Key, key, { start: key.start, end: Math.max(value.end, key.end) })];
  });
  const name = editorWords[collection.locale].frontMatter;
  return [{ ...symbolOf(document, name, SymbolKind.Namespace, frontMatter.range, frontMatter.range), children }];
}

function headingSymbols({ guide, collection }: OpenGuide): DocumentSymbol[] {
  const { document } = guide;
  const { text } = document.source;
  const sections = new Map(guideSections(guide).map(({ heading, pointer }) => [heading, pointer]));
  const headings = bodyHeadings(document);
  const roots: DocumentSymbol[] = [];
  const open: { depth: number; children: DocumentSymbol[] }[] = [{ depth: 0, children: roots }];
  for (const [index, heading] of headings.entries()) {
    const range = rangeOf(heading);
    const next = headings.slice(index + 1).find(({ depth }) => depth <= heading.depth);
    const whole = { start: range.start, end: next ? rangeOf(next).start : text.length };
    const pointer = sections.get(heading);
    const children: DocumentSymbol[] = [];
    const name = inlineText(heading, text).trim();
    const symbol = symbolOf(document, name === '' ? '#'.repeat(heading.depth) : name, SymbolKind.String, range, whole);
    while ((open.at(-1)?.depth ?? 0) >= heading.depth) open.pop();
    open.at(-1)?.children.push({
      ...symbol,
      ...(pointer !== undefined && { detail: guide.type.titleOf(pointer, collection.locale) }),
      children,
    });
    open.push({ depth: heading.depth, children });
  }
  return roots;
}

function symbolOf(document: Document, name: string, kind: SymbolKind, at: Range, whole: Range): DocumentSymbol {
  return { name, kind, range: editorRange(document, whole), selectionRange: editorRange(document, at) };
}
