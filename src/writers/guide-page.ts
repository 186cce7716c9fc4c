import type { GuideView } from './guide-view.ts';
import { html, type TrustedHtml } from './html-template.ts';
import type { Fact } from './page-facts.ts';
import { pageShell } from './page-shell.ts';

/** How the page of one guide reaches other pages. */
export interface PageLinks {
  /** The page that lists all guides. */
  readonly index?: string;
  /** The page of the guide with that slug, when it is written in the same run. */
  pageOf(slug: string): string | undefined;
}

const noLinks: PageLinks = { pageOf: () => undefined };

/** The text of a page for one guide. */
export function guidePage(view: GuideView, links: PageLinks = noLinks): string {
  const { words, chapters, facts } = view;
  const back = links.index !== undefined && html`<p class="back"><a href="${links.index}">${words.allGuides}</a></p>\n`;
  return pageShell({
    language: view.language,
    title: view.title,
    description: facts.description,
    body: html`<header class="page-header"><div class="inner">
${back}${guideHeader(view, 'h1', links)}
</div></header>
<div class="${chapters.length > 0 ? 'inner columns' : 'inner'}">
${chapters.length > 0 && tableOfContents(view)}
<main id="main-text" class="prose" tabindex="-1">
${view.body}
</main>
</div>`,
  });
}

/** Category, title, description and facts of a guide, with a heading of that level. */
export function guideHeader(view: GuideView, level: 'h1' | 'h2', links: PageLinks = noLinks): TrustedHtml {
  const { facts, heading } = view;
  return html`${facts.category !== undefined && html`<p class="category">${facts.category}</p>\n`}${
    level === 'h1' ? html`<h1>${heading}</h1>` : html`<h2>${heading}</h2>`
  }
${facts.description !== undefined && html`<p class="lead">${facts.description}</p>\n`}${
  facts.others.length > 0 && html`<dl class="facts">\n${facts.others.map((fact) => factRow(fact, links))}</dl>`
}`;
}

function factRow({ label, values, isList }: Fact, links: PageLinks): TrustedHtml {
  const linked = values.map((value) => {
    const page = isList ? links.pageOf(value) : undefined;
    return page === undefined ? html`${value}` : html`<a href="${page}">${value}</a>`;
  });
  const content = isList ? html`<ul>${linked.map((value) => html`<li>${value}</li>`)}</ul>` : linked;
  return html`<div><dt>${label}</dt><dd>${content}</dd></div>\n`;
}

function tableOfContents({ words, chapters }: GuideView): TrustedHtml {
  return html`<nav class="contents" aria-labelledby="page-contents">
<h2 id="page-contents">${words.contents}</h2>
<ol>
${chapters.map(({ id, text }) => html`<li><a href="#${id}">${text}</a></li>\n`)}</ol>
</nav>`;
}
