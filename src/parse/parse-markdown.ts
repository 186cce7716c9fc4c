import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

// A single tilde is a range sign in prices and ages (`500~800`), not a deletion.
const processor = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).freeze();

/** Parses CommonMark with GFM tables, task items, footnotes and strikethrough into mdast. */
export function parseMarkdown(text: string): Root {
  return processor.parse(text);
}
