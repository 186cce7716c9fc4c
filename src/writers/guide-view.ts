import { toString as textOf } from 'mdast-util-to-string';
import type { Guide, Locale } from '../model.ts';
import type { AnchoredHeading } from './adapt-article.ts';
import { contentLanguage } from './content-language.ts';
import { html, type TrustedHtml } from './html-template.ts';
import { baseName } from './output-names.ts';
import { type PageFacts, pageFacts } from './page-facts.ts';
import { type PageWords, pageWords } from './page-words.ts';
import { renderArticle } from './render-article.ts';

/** A guide made ready for a page. */
export interface GuideView {
  readonly language: Locale;
  readonly words: PageWords;
  readonly facts: PageFacts;
  /** Plain text, for the browser's tab and for lists. */
  readonly title: string;
  /** The same for the page itself: the guide's H1 as written, where it has one. */
  readonly heading: TrustedHtml;
  readonly body: TrustedHtml;
  readonly chapters: readonly AnchoredHeading[];
}

/** Where a guide goes in its page: `idPrefix` begins its ids, and its headings go down by `headingShift` levels. */
export interface ViewOptions {
  readonly idPrefix: string;
  readonly headingShift: number;
  /** The language of a guide without text. */
  readonly locale: Locale;
}

/** Renders what a page shows of a guide. */
export function viewGuide(guide: Guide, { idPrefix, headingShift, locale }: ViewOptions): GuideView {
  const { tree, source } = guide.document;
  const language = contentLanguage(textOf(tree), locale);
  const words = pageWords[language];
  const facts = pageFacts(guide, language);
  const article = renderArticle(tree, { idPrefix, footnotePrefix: `${idPrefix}note_`, headingShift, words });
  const firstHeading = tree.children.find((node) => node.type === 'heading' && node.depth === 1);
  const heading = textOf(firstHeading).trim();
  const title = facts.title ?? (heading || baseName(source.path));
  return {
    language,
    words,
    facts,
    title,
    heading: heading === '' || article.title === undefined ? html`${title}` : article.title,
    body: article.body,
    chapters: chaptersOf(article.headings),
  };
}

/** The level that tells a reader most: the second, or the third where the second does not divide the guide. */
function chaptersOf(headings: readonly AnchoredHeading[]): readonly AnchoredHeading[] {
  const atDepth = (depth: number): AnchoredHeading[] => headings.filter((heading) => heading.depth === depth);
  return [atDepth(2), atDepth(3)].find((chapters) => chapters.length > 1) ?? [];
}
