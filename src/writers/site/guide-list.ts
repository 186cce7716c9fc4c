import { html, type TrustedHtml } from '../../html-template.ts';
import type { Locale } from '../../model.ts';
import type { GuideCard } from './guide-card.ts';
import { categoryIn } from './page-facts.ts';
import { pageWords } from './page-words.ts';
import { searchText } from './search-text.ts';

/** The head of a page that lists guides. */
export function listHeader(count: number, language: Locale): TrustedHtml {
  const words = pageWords[language];
  return html`<header class="page-header"><div class="inner">
<h1>${words.allGuides}</h1>
<p class="lead">${count === 0 ? words.noGuides : words.guideCount(count)}</p>
</div></header>`;
}

/** The guides with their descriptions; each carries what a search looks at. */
export function guideList(cards: readonly GuideCard[], language: Locale): TrustedHtml {
  const items = cards.map((card, index) => {
    const { title, facts, language: own, href, guide } = card;
    const lang = own !== language && html` lang="${own}"`;
    return html`<li${lang} data-guide="${index}" data-category="${facts.category ?? ''}" data-kind="${guide.type.name}" data-text="${searchText(card)}">${
      facts.category !== undefined && html`<p class="category">${categoryIn(own, facts)}</p>`
    }
<p class="guide-title"><a href="${href}">${title}</a></p>${
      facts.description !== undefined && html`\n<p class="guide-description">${facts.description}</p>`
    }</li>\n`;
  });
  return items.length === 0 ? html`` : html`<ul class="guide-list">\n${items}</ul>`;
}

/** The language of the guides, or the user's where they differ. */
export function sharedLanguage(cards: readonly GuideCard[], locale: Locale): Locale {
  const languages = new Set(cards.map(({ language }) => language));
  const [only] = languages;
  return languages.size === 1 && only !== undefined ? only : locale;
}
