import { html, type TrustedHtml } from '../../html-template.ts';
import type { GuideView } from './guide-view.ts';
import { categoryIn, type Fact } from './page-facts.ts';
import type { SiteLinks } from './site-links.ts';

/** Category, title, description and facts of a guide, with a heading of that level. */
export function guideHeader({ card, heading }: GuideView, level: 'h1' | 'h2', links: SiteLinks): TrustedHtml {
  const { facts, guide } = card;
  const rows = facts.others.map((fact) => factRow(fact, guide.type.name, links));
  return html`${facts.category !== undefined && html`<p class="category">${categoryIn(card.language, facts)}</p>\n`}${
    level === 'h1' ? html`<h1>${heading}</h1>` : html`<h2>${heading}</h2>`
  }
${facts.description !== undefined && html`<p class="lead">${facts.description}</p>\n`}${
  rows.some((row) => row !== undefined) && html`<dl class="facts">\n${rows}</dl>`
}`;
}

/** A fact; guides that the page links to further down are left out. */
function factRow({ label, values, isList, refersTo }: Fact, type: string, links: SiteLinks): TrustedHtml | undefined {
  const shown = values.filter((value) => refersTo === undefined || !links.byValue(type, refersTo, value));
  if (shown.length === 0) return undefined;
  const linked = shown.map((value) => {
    const card = isList ? links.bySlug(value) : undefined;
    return card === undefined ? html`${value}` : html`<a href="${card.href}">${value}</a>`;
  });
  const content = isList ? html`<ul>${linked.map((value) => html`<li>${value}</li>`)}</ul>` : linked;
  return html`<div><dt>${label}</dt><dd>${content}</dd></div>\n`;
}
