import type { Paragraph } from 'mdast';
import { rangeOf } from '../guide-types/scope.ts';
import type { Document, Range } from '../model.ts';
import { oncePer } from '../once-per.ts';
import { lineStartsIn } from './indentation.ts';
import { type FoundNode, nodesOf } from './nodes-of.ts';

/** The rows of a table that readers see as plain text with bars. */
export interface UnreadTable {
  readonly paragraph: FoundNode<Paragraph>;
  readonly headerStart: number;
  readonly header: Range;
  readonly headerCells: number;
  /** The row of dashes. */
  readonly rule: Range;
  readonly ruleCells: number;
}

const dashes = /^\s*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?\s*$/;

/** The tables of a document that Markdown does not take for tables. */
export const unreadTables = oncePer((document: Document): readonly UnreadTable[] => {
  const { text } = document.source;
  return nodesOf(document, 'paragraph').flatMap((paragraph): UnreadTable[] => {
    const range = rangeOf(paragraph.node);
    if (paragraph.node.position?.start.line === paragraph.node.position?.end.line) return [];
    const starts = lineStartsIn(text, range);
    const line = (start: number): string => text.slice(start, lineEnd(text, start, range.end));
    const at = starts.findIndex((start, index) => index > 0 && line(start).includes('|') && dashes.test(line(start)));
    const [headerStart, ruleStart] = [starts[at - 1], starts[at]];
    if (headerStart === undefined || ruleStart === undefined || !line(headerStart).includes('|')) return [];
    const rowAt = (start: number): Range => ({
      start: Math.max(start + line(start).length - line(start).trimStart().length, range.start),
      end: start + line(start).trimEnd().length,
    });
    return [
      {
        paragraph,
        headerStart,
        header: rowAt(headerStart),
        headerCells: cellsIn(line(headerStart)),
        rule: rowAt(ruleStart),
        ruleCells: cellsIn(line(ruleStart)),
      },
    ];
  });
});

function lineEnd(text: string, start: number, limit: number): number {
  const end = text.indexOf('\n', start);
  return end < 0 ? limit : Math.min(end, limit);
}

function cellsIn(row: string): number {
  const inner = row.trim().replaceAll(/\\\|/g, ' ').replace(/^\|/, '').replace(/\|$/, '');
  return inner.split('|').length;
}
