import { html } from '../../html-template.ts';
import type { Locale } from '../../model.ts';
import { guideHeader } from './guide-header.ts';
import { guideList, listHeader, sharedLanguage } from './guide-list.ts';
import type { GuideView } from './guide-view.ts';
import { pageShell } from './page-shell.ts';
import type { PageTemplate } from './page-template.ts';
import { pageWords } from './page-words.ts';
import type { SiteLinks } from './site-links.ts';

/** The text of a page that holds all these guides, with a list of them first. */
export function collectionPage(
  views: readonly GuideView[],
  { locale, links, template }: { locale: Locale; links: SiteLinks; template?: PageTemplate | undefined },
): string {
  const cards = views.map(({ card }) => card);
  const language = sharedLanguage(cards, locale);
  const words = pageWords[language];
  const articles = views.map(
    (view) => html`<article id="${view.card.href.slice(1)}" class="collected" lang="${view.card.language}">
<header>${guideHeader(view, 'h2', links)}</header>
<div class="prose">
${view.body}
</div>
</article>
`,
  );
  return pageShell({
    language,
    template,
    metadata: { kind: 'website', language, title: words.allGuides },
    main: html`<main id="main-text" tabindex="-1">
${listHeader(cards.length, language)}
<div class="inner">
<nav aria-label="${words.contents}">
${guideList(cards, language)}
</nav>
${articles}</div>
</main>`,
  });
}
