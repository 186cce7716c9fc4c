import { createHash } from 'node:crypto';
import { html, type TrustedHtml, trustHtml } from '../../html-template.ts';
import type { Locale } from '../../model.ts';
import type { PageMetadata } from './page-metadata.ts';
import { metadataHtml } from './page-metadata.ts';
import { pageStyle } from './page-style.ts';
import { fillHoles, type PageTemplate, standardPage, type TextHoles } from './page-template.ts';
import { pageWords } from './page-words.ts';

/** A whole page; `main` must hold an element with the id `main-text`. */
export interface PageContent {
  readonly language: Locale;
  readonly metadata: PageMetadata;
  /** What the user's parts may print besides. */
  readonly texts?: TextHoles;
  readonly header?: TrustedHtml | undefined;
  readonly main: TrustedHtml;
  readonly footer?: TrustedHtml | undefined;
  /** Text of the one script that the page runs. */
  readonly script?: string;
  readonly template?: PageTemplate | undefined;
}

/** The text of a self-contained HTML page. */
export function pageShell(page: PageContent): string {
  const { language, metadata, template, script } = page;
  const texts: TextHoles = {
    ...page.texts,
    language,
    title: metadata.title,
    description: metadata.description,
    canonical: metadata.canonical,
  };
  const partOr = (name: 'header.html' | 'footer.html', ours: TrustedHtml | undefined): TrustedHtml => {
    const own = template?.get(name);
    return own === undefined ? html`${ours}` : fillHoles(own, texts);
  };
  const head = template?.get('head.html');
  const extraStyle = template?.get('extra.css');
  return fillHoles(template?.get('page.html') ?? standardPage, texts, {
    metadata: metadataHtml(metadata),
    policy: trustHtml(securityPolicy(script)),
    style: trustHtml(
      closed([template?.get('style.css') ?? pageStyle, extraStyle].filter((style) => style !== undefined).join('\n')),
    ),
    head: head === undefined ? html`` : html`\n${fillHoles(head, texts)}`,
    skipLink: html`<a class="skip-link" href="#main-text">${pageWords[language].skipToText}</a>`,
    header: partOr('header.html', page.header),
    main: html`${page.main}${script !== undefined && html`\n<script>${trustHtml(script)}</script>`}`,
    footer: partOr('footer.html', page.footer),
  }).text;
}

/** Nothing runs but the page's own script, and nothing is fetched but pictures beside it, even if the sanitizer should miss something. */
function securityPolicy(script: string | undefined): string {
  const own =
    script === undefined ? '' : ` script-src 'sha256-${createHash('sha256').update(script).digest('base64')}';`;
  return `default-src 'none';${own} img-src 'self' file:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'`;
}

/** A style sheet that cannot end its element. */
const closed = (style: string): string => style.replace(/<\/(?=style)/gi, '<\\/');
