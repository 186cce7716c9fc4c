import type { Locale } from '../model.ts';
import { guideHeader } from './guide-page.ts';
import type { GuideView } from './guide-view.ts';
import { html, type TrustedHtml } from './html-template.ts';
import { pageShell } from './page-shell.ts';
import { pageWords } from './page-words.ts';

/** A guide in a list, with the address of its text. */
export interface ListedGuide {
  readonly view: GuideView;
  readonly href: string;
}

/** The text of a page that lists guides. */
export function indexPage(guides: readonly ListedGuide[], locale: Locale): string {
  const language = sharedLanguage(guides, locale);
  const main = html`<main id="main-text" class="inner" tabindex="-1">\n${guideList(guides, language)}\n</main>`;
  return pageShell({
    language,
    title: pageWords[language].allGuides,
    body: html`${listHeader(guides, language)}\n${main}`,
  });
}

/** The text of a page that holds all these guides, with a list of them first. */
export function collectionPage(guides: readonly ListedGuide[], locale: Locale): string {
  const language = sharedLanguage(guides, locale);
  const articles = guides.map(
    ({ view, href }) => html`<article id="${href.slice(1)}" class="collected" lang="${view.language}">
<header>${guideHeader(view, 'h2')}</header>
<div class="prose">
${view.body}
</div>
</article>
`,
  );
  const body = html`${listHeader(guides, language)}
<main id="main-text" class="inner" tabindex="-1">
<nav aria-label="${pageWords[language].contents}">
${guideList(guides, language)}
</nav>
${articles}</main>`;
  return pageShell({ language, title: pageWords[language].allGuides, body });
}

function listHeader(guides: readonly ListedGuide[], language: Locale): TrustedHtml {
  const words = pageWords[language];
  return html`<header class="page-header"><div class="inner">
<h1>${words.allGuides}</h1>
<p class="lead">${guides.length === 0 ? words.noGuides : words.guideCount(guides.length)}</p>
</div></header>`;
}

function guideList(guides: readonly ListedGuide[], language: Locale): TrustedHtml {
  const items = guides.map(({ view: { title, facts, language: own }, href }) => {
    const lang = own !== language && html` lang="${own}"`;
    return html`<li${lang}>${facts.category !== undefined && html`<p class="category">${facts.category}</p>`}
<p class="guide-title"><a href="${href}">${title}</a></p>${
      facts.description !== undefined && html`\n<p class="guide-description">${facts.description}</p>`
    }</li>\n`;
  });
  return html`<ul class="guide-list">\n${items}</ul>`;
}

/** The language of the guides, or the user's where they differ. */
function sharedLanguage(guides: readonly ListedGuide[], locale: Locale): Locale {
  const languages = new Set(guides.map(({ view }) => view.language));
  const [only] = languages;
  return languages.size === 1 && only !== undefined ? only : locale;
}
