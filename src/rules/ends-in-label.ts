import type { Paragraph } from 'mdast';
import { rangeOf } from '../guide-types/scope.ts';

/** False for a paragraph that ends in no label in bold type; quick to see, where to read the labels takes longer. */
export function mayEndInLabel(paragraph: Paragraph, text: string): boolean {
  const { start, end } = rangeOf(paragraph);
  // The colon stands before or behind the marks.
  return /[*_：:]$/.test(text.slice(start, end).trimEnd().slice(-1));
}
