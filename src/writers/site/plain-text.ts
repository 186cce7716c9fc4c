import { toString as textOf } from 'mdast-util-to-string';
import { parseAsMeant } from '../../parse/parse-as-meant.ts';

/** The words of a piece of Markdown, its blocks on lines of their own; text without marks stays as it is. */
export function plainText(markdown: string): string {
  if (!/[*_`[\]<>\\&|#~]|^\s*(?:[-+]|\d+[.)])\s/m.test(markdown)) return markdown.trim();
  // A number before a sentence belongs to it; Markdown would take it for a list's.
  const [, number = '', rest = ''] = /^(\s*\d+[.)]\s+)?([\s\S]*)$/.exec(markdown) ?? [];
  const { children } = parseAsMeant(rest);
  return (number + children.map((node) => textOf(node, { includeHtml: false })).join('\n')).trim();
}
