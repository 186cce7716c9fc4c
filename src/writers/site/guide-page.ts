import { html, type TrustedHtml } from '../../html-template.ts';
import type { GuideCard } from './guide-card.ts';
import { guideGraph, pageValues } from './guide-graph.ts';
import { guideHeader } from './guide-header.ts';
import type { GuideView } from './guide-view.ts';
import { categoryIn } from './page-facts.ts';
import { pageShell } from './page-shell.ts';
import type { PageTemplate } from './page-template.ts';
import { pageWords } from './page-words.ts';
import { relatedGuides } from './related-guides.ts';
import type { SiteLinks } from './site-links.ts';

/** What stands around a guide. */
export interface Surroundings {
  readonly links: SiteLinks;
  readonly previous?: GuideCard | undefined;
  readonly next?: GuideCard | undefined;
  readonly template?: PageTemplate | undefined;
}

/** The text of a page for one guide. */
export function guidePage(view: GuideView, surroundings: Surroundings): string {
  const { card, chapters } = view;
  const { links, template } = surroundings;
  const { facts, language, title, name } = card;
  const values = pageValues(card, links);
  return pageShell({
    language,
    template,
    metadata: {
      kind: 'article',
      language,
      title,
      description: facts.description,
      canonical: values.url,
      image: values.image,
      date: facts.date,
      graph: guideGraph(card, links),
    },
    texts: {
      name,
      category: categoryIn(language, facts),
      index: links.index,
      slug: facts.slug,
      date: facts.date,
      path: card.guide.document.source.path,
    },
    header: links.index === undefined ? undefined : siteHeader(card, links.index),
    main: html`<main id="main-text" tabindex="-1">
<article>
<header class="page-header"><div class="inner">
${guideHeader(view, 'h1', links)}
</div></header>
<div class="${chapters.length > 0 ? 'inner columns' : 'inner'}">
${chapters.length > 0 && tableOfContents(view)}
<div class="prose">
${view.body}
</div>
</div>
</article>
${moreGuides(card, surroundings)}
</main>`,
    footer: siteFooter(card, links),
  });
}

function siteHeader({ language, name }: GuideCard, index: string): TrustedHtml {
  const words = pageWords[language];
  return html`<header class="site-header"><nav class="inner" aria-label="${words.whereYouAre}">
<ol class="breadcrumb"><li><a href="${index}">${words.allGuides}</a></li><li aria-current="page">${name}</li></ol>
</nav></header>`;
}

function tableOfContents({ card: { language }, chapters }: GuideView): TrustedHtml {
  return html`<nav class="contents" aria-labelledby="page-contents">
<h2 id="page-contents">${pageWords[language].contents}</h2>
<ol>
${chapters.map(({ id, text }) => html`<li><a href="#${id}">${text}</a></li>\n`)}</ol>
</nav>`;
}

/** Where a reader may go on. */
function moreGuides(card: GuideCard, { links, previous, next }: Surroundings): TrustedHtml | undefined {
  const words = pageWords[card.language];
  const related = relatedGuides(card, links);
  if (related.length === 0 && !previous && !next) return undefined;
  const linkTo = (other: GuideCard, label: string | undefined, className: string): TrustedHtml =>
    html`<li class="${className}"><a href="${other.href}"${langOf(other, card)}>${
      label !== undefined && html`<span class="link-label" lang="${card.language}">${label}</span> `
    }<span class="link-title">${other.title}</span></a></li>\n`;
  return html`<div class="more"><div class="inner">
${
  related.length > 0 &&
  html`<nav class="related" aria-labelledby="page-related">
<h2 id="page-related">${words.related}</h2>
<ul>
${related.map((other) => linkTo(other, categoryIn(other.language, other.facts), 'related-guide'))}</ul>
</nav>
`
}${
  (previous || next) &&
  html`<nav class="neighbours" aria-label="${words.otherGuides}">
<ul>
${previous && linkTo(previous, words.previous, 'previous')}${next && linkTo(next, words.next, 'next')}</ul>
</nav>`
}
</div></div>`;
}

function siteFooter({ language }: GuideCard, { index }: SiteLinks): TrustedHtml {
  const words = pageWords[language];
  return html`<footer class="site-footer"><div class="inner">
<p>${index !== undefined && html`<a href="${index}">${words.allGuides}</a>`}<a href="#main-text">${words.toTop}</a></p>
</div></footer>`;
}

const langOf = (other: GuideCard, here: GuideCard): TrustedHtml | false =>
  other.language !== here.language && html` lang="${other.language}"`;
