import { html, type TrustedHtml } from '../../html-template.ts';
import { parseBodyAsMeant } from '../../parse/parse-as-meant.ts';
import type { AnchoredHeading } from './adapt-article.ts';
import { type ChartData, chartsOf } from './charts-of.ts';
import type { GuideCard } from './guide-card.ts';
import { pageWords } from './page-words.ts';
import { rangeChart } from './range-bars.ts';
import { type Insertion, renderArticle } from './render-article.ts';
import type { SiteLinks } from './site-links.ts';

/** A guide made ready for a page. */
export interface GuideView {
  readonly card: GuideCard;
  /** The guide's H1 as written, where it has one, else its title. */
  readonly heading: TrustedHtml;
  readonly body: TrustedHtml;
  readonly chapters: readonly AnchoredHeading[];
}

/** Where a guide goes in its page: `idPrefix` begins its ids, and its headings go down by `headingShift` levels. */
export interface ViewOptions {
  readonly idPrefix: string;
  readonly headingShift: number;
  readonly links: SiteLinks;
}

/** Renders what a page shows of a guide. */
export function viewGuide(card: GuideCard, { idPrefix, headingShift, links }: ViewOptions): GuideView {
  const { guide, language } = card;
  const article = renderArticle(
    parseBodyAsMeant(guide.document),
    {
      idPrefix,
      footnotePrefix: `${idPrefix}note_`,
      headingShift,
      words: pageWords[language],
      path: guide.document.source.path,
      links,
    },
    chartsOf(guide, language).flatMap((chart) => insertionOf(chart, card)),
  );
  return {
    card,
    heading: card.heading === '' || article.title === undefined ? html`${card.title}` : article.title,
    body: article.body,
    chapters: chaptersOf(article.headings),
  };
}

/** A chart goes before what it draws. */
function insertionOf(chart: ChartData, { guide, language }: GuideCard): Insertion[] {
  const place = guide.places.get(chart.pointer) ?? guide.places.get(`${chart.pointer}/0`);
  const offset = place?.table?.header.start ?? place?.range.start;
  return offset === undefined ? [] : [{ offset, html: rangeChart(chart, language) }];
}

/** The level that tells a reader most: the second, or the third where the second does not divide the guide. */
function chaptersOf(headings: readonly AnchoredHeading[]): readonly AnchoredHeading[] {
  const atDepth = (depth: number): AnchoredHeading[] => headings.filter((heading) => heading.depth === depth);
  return [atDepth(2), atDepth(3)].find((chapters) => chapters.length > 1) ?? [];
}
