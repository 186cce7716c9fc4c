import type { Element, Root as HtmlRoot } from 'hast';
import type { Root } from 'mdast';
import rehypeSanitize, { defaultSchema, type Options as SanitizeSchema } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkRehype, { type Options as RehypeOptions } from 'remark-rehype';
import { unified } from 'unified';
import { type AdaptOptions, type AnchoredHeading, adaptArticle } from './adapt-article.ts';
import { type TrustedHtml, trustHtml } from './html-template.ts';

/** The document's body as HTML, without its title. */
export interface RenderedArticle {
  /** Content of the first H1. */
  readonly title?: TrustedHtml;
  readonly body: TrustedHtml;
  readonly headings: readonly AnchoredHeading[];
}

const sanitizeSchema: SanitizeSchema = {
  ...defaultSchema,
  // Ids come from remark-rehype alone, which has prefixed them; a second prefix would cut footnotes from their links.
  clobberPrefix: '',
  protocols: { href: ['http', 'https', 'mailto', 'tel'], src: ['http', 'https'], cite: ['http', 'https'] },
};

/** Renders a Markdown tree as sanitized HTML; raw HTML in it is dropped, `<br>` excepted. */
export function renderArticle(tree: Root, options: AdaptOptions): RenderedArticle {
  const sanitized = unified()
    .use(remarkRehype, rehypeOptions(options))
    .use(rehypeSanitize, sanitizeSchema)
    .runSync(tree);
  const { title, headings } = adaptArticle(sanitized, options);
  return {
    ...(title === undefined ? {} : { title: toHtml({ type: 'root', children: title.children }) }),
    body: toHtml(sanitized),
    headings,
  };
}

const toHtml = (root: HtmlRoot): TrustedHtml => trustHtml(unified().use(rehypeStringify).stringify(root));

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
