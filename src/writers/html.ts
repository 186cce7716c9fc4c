import { html as markup } from '../html-template.ts';
import { outputNames } from './output-names.ts';
import { collectionPage } from './site/collection-page.ts';
import { guideCard } from './site/guide-card.ts';
import { guidePage } from './site/guide-page.ts';
import { type GuideView, viewGuide } from './site/guide-view.ts';
import { indexPage } from './site/index-page.ts';
import { absoluteAddress } from './site/resolve-address.ts';
import { siteLinks } from './site/site-links.ts';
import { sitemap } from './site/sitemap.ts';
import type { Writer } from './writer.ts';

const indexName = 'index.html';

/** Pages to read and to publish: one a guide and a list of them; without a folder, all guides on one page. */
export const html: Writer = {
  name: 'html',
  extension: 'html',

  writeAll(guides, { locale, fragment, template }) {
    const [first] = guides;
    if (first !== undefined && guides.length === 1) {
      const card = guideCard(first, '', locale);
      const links = siteLinks([]);
      const view = viewGuide(card, { idPrefix: 'section-', headingShift: 0, links });
      return fragment ? fragmentOf(view) : guidePage(view, { links, template });
    }
    const cards = guides.map((guide, index) => guideCard(guide, `#guide-${index + 1}`, locale));
    const links = siteLinks(cards);
    const views = cards.map((card, index) =>
      viewGuide(card, { idPrefix: `guide-${index + 1}-`, headingShift: 1, links }),
    );
    return fragment ? views.map(fragmentOf).join('') : collectionPage(views, { locale, links, template });
  },

  writeFiles(guides, { locale, fragment, template, baseUrl }) {
    const fileNames = outputNames(guides, ['index']).map((name) => `${name}.html`);
    const cards = guides.map((guide, index) => guideCard(guide, encodeURIComponent(fileNames[index] ?? ''), locale));
    const links = siteLinks(cards, { index: indexName, baseUrl });
    const pages = cards.map((card, index): [string, string] => {
      const view = viewGuide(card, { idPrefix: 'section-', headingShift: 0, links });
      const [previous, next] = [cards[index - 1], cards[index + 1]];
      return [
        fileNames[index] ?? '',
        fragment ? fragmentOf(view) : guidePage(view, { links, previous, next, template }),
      ];
    });
    if (fragment) return new Map(pages);
    return new Map([
      [indexName, indexPage(cards, { locale, links, template })],
      ...pages,
      ...(baseUrl === undefined
        ? []
        : [['sitemap.xml', sitemap([baseUrl, ...cards.map((card) => absoluteAddress(card, links))])] as const]),
    ]);
  },
};

/** The article alone, to put into a page of one's own. */
function fragmentOf({ card, heading, body }: GuideView): string {
  return markup`<article lang="${card.language}">
<h1>${heading}</h1>
${body}
</article>
`.text;
}
