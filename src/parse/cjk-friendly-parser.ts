import type { Root } from 'mdast';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const processor = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).use(remarkCjkFriendly).freeze();

/**
 * Parses with remark, and closes emphasis that CommonMark leaves open beside Chinese, Japanese and Korean letters
 * (`**「語」**は`).
 */
export function parseCjkFriendly(text: string): Root {
  return processor.parse(text);
}
