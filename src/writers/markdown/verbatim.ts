import type { Heading, Html, Root } from 'mdast';
import { rangeOf } from '../../guide-types/scope.ts';
import { parseMarkdown } from '../../parse/parse-markdown.ts';
import type { Bullet } from './serialize.ts';

/** What matters of a Markdown text for those who place it between other blocks. */
export interface MarkdownFacts {
  /** Level of its highest heading; 7 without any. */
  readonly depth: number;
  /** Its headings: level and offset. */
  readonly headings: readonly { readonly depth: number; readonly start: number }[];
  /** Bullets of the lists that it begins and ends with. */
  readonly bullets: readonly Bullet[];
  /** End of its first block when that is a paragraph whose lines all begin at the margin. */
  readonly leadEnd: number;
}

/** Reads what matters of a Markdown text. */
export function markdownFacts(markdown: string): MarkdownFacts {
  const tree = parseMarkdown(markdown);
  const headings = headingsOf(tree).map((heading) => ({ depth: heading.depth, start: rangeOf(heading).start }));
  return {
    depth: Math.min(7, ...headings.map(({ depth }) => depth)),
    headings,
    bullets: [tree.children[0], tree.children.at(-1)].flatMap((node): Bullet[] => {
      const mark = node?.type === 'list' && !node.ordered ? markdown[rangeOf(node).start] : undefined;
      return mark === '-' || mark === '*' || mark === '+' ? [mark] : [];
    }),
    leadEnd: leadEnd(tree, markdown),
  };
}

function headingsOf(tree: Root): Heading[] {
  return tree.children.flatMap((node) => (node.type === 'heading' ? [node] : []));
}

function leadEnd({ children: [first] }: Root, markdown: string): number {
  if (first?.type !== 'paragraph') return 0;
  const { end } = rangeOf(first);
  return /^[ \t]/m.test(markdown.slice(0, end)) ? 0 : end;
}

/** A Markdown text as a block that is written as it stands, with headings no higher than `depth`, and its fences closed. */
export function verbatim(markdown: string, depth: number): Html {
  const facts = markdownFacts(markdown);
  const value = closed(facts.depth < depth ? lowered(markdown, depth - facts.depth) : markdown);
  return { type: 'html', value };
}

/** All headings some levels lower. */
function lowered(markdown: string, levels: number): string {
  let text = markdown;
  for (const heading of headingsOf(parseMarkdown(markdown)).reverse()) {
    const { start, end } = rangeOf(heading);
    const content = markdown
      .slice(start, end)
      .replace(/^#+[ \t]*/, '')
      .replace(/\n[ \t]*(?:=+|-+)[ \t]*$/, '')
      .replaceAll(/\s*\n\s*/g, ' ');
    const mark = '#'.repeat(Math.min(heading.depth + levels, 6));
    text = `${text.slice(0, start)}${mark} ${content}${text.slice(end)}`;
  }
  return text;
}

/** With the closing fence that a cut-off code block lacks, so that it does not swallow what follows. */
function closed(markdown: string): string {
  const last = parseMarkdown(`${markdown}\n\n.`).children.at(-1);
  if (last?.type !== 'code') return markdown;
  const fence = /^(?:`{3,}|~{3,})/.exec(markdown.slice(rangeOf(last).start))?.[0];
  return fence === undefined ? markdown : `${markdown}\n${fence}`;
}
