import type { Element, Root as HtmlRoot, RootContent } from 'hast';
import type { Root } from 'mdast';
import rehypeSanitize, { defaultSchema, type Options as SanitizeSchema } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkRehype, { type Options as RehypeOptions } from 'remark-rehype';
import { unified } from 'unified';
import { type TrustedHtml, trustHtml } from '../../html-template.ts';
import { type AdaptOptions, type AnchoredHeading, adaptArticle } from './adapt-article.ts';

/** The document's body as HTML, without its title. */
export interface RenderedArticle {
  /** Content of the first H1. */
  readonly title?: TrustedHtml;
  readonly body: TrustedHtml;
  readonly headings: readonly AnchoredHeading[];
}

/** HTML of ours that goes before the block of the article that begins at this offset of the file, or holds it. */
export interface Insertion {
  readonly offset: number;
  readonly html: TrustedHtml;
}

const sanitizeSchema: SanitizeSchema = {
  ...defaultSchema,
  // Ids come from remark-rehype alone, which has prefixed them; a second prefix would cut footnotes from their links.
  clobberPrefix: '',
  protocols: {
    href: schemes('http', 'https', 'mailto', 'tel'),
    src: schemes('http', 'https'),
    cite: schemes('http', 'https'),
  },
};

/** As people write them: the sanitizer takes `HTTPS:` for another one. */
function schemes(...names: readonly string[]): string[] {
  return names.flatMap((name) => [name, name.toUpperCase(), name[0]?.toUpperCase() + name.slice(1)]);
}

/** Renders a Markdown tree as sanitized HTML; raw HTML in it is dropped, `<br>` excepted. */
export function renderArticle(
  tree: Root,
  options: AdaptOptions,
  insertions: readonly Insertion[] = [],
): RenderedArticle {
  const sanitized = unified()
    .use(remarkRehype, rehypeOptions(options))
    .use(rehypeSanitize, sanitizeSchema)
    .runSync(tree);
  const before = new Map(insertions.map(({ offset, html }) => [blockAt(sanitized, offset), html]));
  const { title, headings } = adaptArticle(sanitized, options);
  return {
    ...(title === undefined ? {} : { title: toHtml(title.children) }),
    body: trustHtml(piecesOf(sanitized, before).join('\n')),
    headings,
  };
}

/** Where the block at that offset begins; whatever the page then makes of it, its position stays. */
function blockAt(root: HtmlRoot, offset: number): number {
  const starts = root.children.flatMap(({ position }) => position?.start.offset ?? []);
  return starts.findLast((start) => start <= offset) ?? 0;
}

/** The article in pieces, with what is inserted between them. */
function piecesOf(root: HtmlRoot, before: ReadonlyMap<number, TrustedHtml>): string[] {
  const waiting = new Map(before);
  return root.children.flatMap((node) => {
    const start = startOf(node);
    const due = [...waiting].filter(([offset]) => start !== undefined && offset <= start);
    for (const [offset] of due) waiting.delete(offset);
    return [...due.map(([, { text }]) => text), toHtml([node]).text];
  });
}

/** Of a block, or of what stands in it where the page has put something around it. */
function startOf(node: RootContent): number | undefined {
  if (node.position) return node.position.start.offset;
  return node.type === 'element' ? node.children.map(startOf).find((start) => start !== undefined) : undefined;
}

const stringifier = unified().use(rehypeStringify).freeze();

const toHtml = (children: RootContent[]): TrustedHtml => trustHtml(stringifier.stringify({ type: 'root', children }));

function rehypeOptions({ footnotePrefix, words }: AdaptOptions): RehypeOptions {
  return {
    clobberPrefix: footnotePrefix,
    footnoteLabel: words.footnotes,
    footnoteLabelProperties: {},
    footnoteBackLabel: (note, repeat) => `${words.backToText} ${note + 1}${repeat > 1 ? `-${repeat}` : ''}`,
    handlers: {
      // Writers break lines inside table cells with it, where Markdown has no other way.
      html: (_state, node: { value: string }): Element | undefined =>
        /^<br\s*\/?>$/i.test(node.value) ? { type: 'element', tagName: 'br', properties: {}, children: [] } : undefined,
    },
  };
}
