import type { Root } from 'mdast';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Document } from '../model.ts';
import { isEasy } from './parse-markdown.ts';

const processor = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).use(remarkCjkFriendly).freeze();

/**
 * The body of a document for readers: emphasis that CommonMark leaves open beside Japanese letters (`**「語」**は`) is
 * closed as the writer meant it, save in texts that would take this parser long. Positions are those of the file.
 */
export function parseBodyAsMeant({ source, frontMatter, tree }: Document): Root {
  const end = frontMatter?.range.end ?? 0;
  const body = source.text.slice(0, end).replace(/[^\r\n]/g, ' ') + source.text.slice(end);
  return isEasy(body) ? parseAsMeant(body) : tree;
}

/** The same for a piece of Markdown. */
export function parseAsMeant(markdown: string): Root {
  return processor.parse(markdown);
}
