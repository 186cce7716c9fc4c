import { guidePage } from './guide-page.ts';
import { viewGuide } from './guide-view.ts';
import { collectionPage, indexPage } from './list-pages.ts';
import { outputNames } from './output-names.ts';
import type { Writer } from './writer.ts';

const indexName = 'index';

/** Pages to read and to publish: one a guide and a list of them; without a folder, all guides on one page. */
export const html: Writer = {
  name: 'html',
  extension: 'html',

  writeAll(guides, { locale }) {
    const [first, ...others] = guides;
    if (first !== undefined && others.length === 0) {
      return guidePage(viewGuide(first, { idPrefix: 'section-', headingShift: 0, locale }));
    }
    const listed = guides.map((guide, index) => ({
      view: viewGuide(guide, { idPrefix: `guide-${index + 1}-`, headingShift: 1, locale }),
      href: `#guide-${index + 1}`,
    }));
    return collectionPage(listed, locale);
  },

  writeFiles(guides, { locale }) {
    const names = outputNames(guides, [indexName]);
    const pages = guides.map((guide, index) => {
      const fileName = `${names[index]}.html`;
      const view = viewGuide(guide, { idPrefix: 'section-', headingShift: 0, locale });
      return { view, fileName, href: encodeURIComponent(fileName) };
    });
    const pageBySlug = new Map(pages.map(({ view, href }) => [view.facts.slug, href]));
    const links = { index: `${indexName}.html`, pageOf: (slug: string) => pageBySlug.get(slug) };
    return new Map([
      [`${indexName}.html`, indexPage(pages, locale)],
      ...pages.map(({ view, fileName }): [string, string] => [fileName, guidePage(view, links)]),
    ]);
  },
};
