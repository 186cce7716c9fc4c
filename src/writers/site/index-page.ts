import { html, type TrustedHtml } from '../../html-template.ts';
import type { Locale } from '../../model.ts';
import { comparisons } from './comparison-chart.ts';
import type { GuideCard } from './guide-card.ts';
import { guideList, listHeader, sharedLanguage } from './guide-list.ts';
import { indexScript } from './index-script.ts';
import { categoryIn } from './page-facts.ts';
import { pageShell } from './page-shell.ts';
import type { PageTemplate } from './page-template.ts';
import { type PageWords, pageWords } from './page-words.ts';
import type { SiteLinks } from './site-links.ts';

/** The text of a page that lists guides, with a search, and compares what their types want drawn. */
export function indexPage(
  cards: readonly GuideCard[],
  { locale, links, template }: { locale: Locale; links: SiteLinks; template?: PageTemplate | undefined },
): string {
  const language = sharedLanguage(cards, locale);
  const words = pageWords[language];
  return pageShell({
    language,
    template,
    metadata: { kind: 'website', language, title: words.allGuides, canonical: links.baseUrl },
    texts: { name: words.allGuides, index: links.index },
    main: html`<main id="main-text" tabindex="-1">
${listHeader(cards.length, language)}
<div class="inner">
${cards.length > 1 && finder(cards, language)}
${guideList(cards, language)}
<p class="nothing-found" hidden>${words.nothingFound}</p>
${comparisons(cards, language)}
</div>
</main>`,
    ...(cards.length > 1 && { script: indexScript }),
  });
}

/** Hidden until the script runs: without one it would do nothing. */
function finder(cards: readonly GuideCard[], language: Locale): TrustedHtml {
  const words = pageWords[language];
  const categories = new Map(
    cards.flatMap(({ facts }) =>
      facts.category === undefined ? [] : [[facts.category, categoryIn(language, facts) ?? ''] as const],
    ),
  );
  const kinds = new Map(cards.map(({ guide: { type } }) => [type.name, type.titleOf('', language)]));
  return html`<search class="finder" aria-label="${words.search}" hidden>
<div class="field field-wide"><label for="page-search">${words.search}</label>
<input id="page-search" type="search" autocomplete="off" spellcheck="false" placeholder="${words.searchHint}"></div>
${select('category', words.category, new Map([...categories].sort(([a], [b]) => (a < b ? -1 : 1))), words)}${select('kind', words.kind, kinds, words)}<p class="finder-status" role="status" data-one="${words.guideCount(1).replace('1', '#')}" data-many="${words.guideCount(2).replace('2', '#')}"></p>
</search>`;
}

function select(
  name: string,
  label: string,
  options: ReadonlyMap<string, string>,
  words: PageWords,
): TrustedHtml | undefined {
  if (options.size < 2) return undefined;
  return html`<div class="field"><label for="page-${name}">${label}</label>
<select id="page-${name}" name="${name}"><option value="">${words.all}</option>${[...options].map(
    ([value, text]) => html`<option value="${value}">${text}</option>`,
  )}</select></div>
`;
}
