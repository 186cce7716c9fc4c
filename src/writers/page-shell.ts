import type { Locale } from '../model.ts';
import { html, type TrustedHtml, trustHtml } from './html-template.ts';
import { pageStyle } from './page-style.ts';
import { pageWords } from './page-words.ts';

/** A whole page: `body` is put between the skip link and the end; it must hold an element with the id `main-text`. */
export interface PageContent {
  readonly language: Locale;
  readonly title: string;
  readonly description?: string | undefined;
  readonly body: TrustedHtml;
}

/** Nothing runs and nothing is fetched but pictures beside the page, even if the sanitizer should miss something. */
const securityPolicy =
  "default-src 'none'; img-src 'self' file:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** The text of a self-contained HTML page. */
export function pageShell({ language, title, description, body }: PageContent): string {
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${trustHtml(securityPolicy)}">
<title>${title}</title>
${description !== undefined && html`<meta name="description" content="${description}">\n`}<meta name="color-scheme" content="light dark">
<meta name="generator" content="guidepost">
<style>
${trustHtml(pageStyle)}
</style>
</head>
<body>
<a class="skip-link" href="#main-text">${pageWords[language].skipToText}</a>
${body}
</body>
</html>
`.text;
}
