import { html, type TrustedHtml, trustHtml } from '../../html-template.ts';
import type { Locale } from '../../model.ts';

/** What a page tells search engines and social networks; addresses are whole ones. */
export interface PageMetadata {
  readonly kind: 'article' | 'website';
  readonly language: Locale;
  readonly title: string;
  readonly description?: string | undefined;
  readonly canonical?: string | undefined;
  readonly image?: string | undefined;
  readonly date?: string | undefined;
  /** Statements for JSON-LD. */
  readonly graph?: readonly unknown[];
}

/** The part of the head that is about the content. */
export function metadataHtml({
  kind,
  language,
  title,
  description,
  canonical,
  image,
  date,
  graph,
}: PageMetadata): TrustedHtml {
  const property = (name: string, content: string | undefined | false): TrustedHtml | undefined =>
    content === undefined || content === false ? undefined : html`\n<meta property="${name}" content="${content}">`;
  return html`<title>${title}</title>${description !== undefined && html`\n<meta name="description" content="${description}">`}
<meta name="color-scheme" content="light dark">
<meta name="generator" content="guidepost">${canonical !== undefined && html`\n<link rel="canonical" href="${canonical}">`}${[
    property('og:type', kind),
    property('og:title', title),
    property('og:description', description),
    property('og:url', canonical),
    property('og:image', image),
    property('og:locale', language === 'ja' ? 'ja_JP' : 'en_US'),
    property('article:published_time', kind === 'article' && date),
  ]}${graph !== undefined && graph.length > 0 && html`\n<script type="application/ld+json">${trustHtml(jsonLdText(graph))}</script>`}`;
}

/** JSON that cannot end its element, nor a line of a script. */
function jsonLdText(graph: readonly unknown[]): string {
  const text = JSON.stringify({ '@context': 'https://schema.org', '@graph': graph });
  return text.replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
