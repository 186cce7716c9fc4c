import { toString as textOf } from 'mdast-util-to-string';
import type { Guide, Locale } from '../../model.ts';
import { baseName } from '../output-names.ts';
import { contentLanguage } from './content-language.ts';
import { type PageFacts, pageFacts } from './page-facts.ts';

/** What other pages know of a guide; nothing of it is rendered yet. */
export interface GuideCard {
  readonly guide: Guide;
  readonly language: Locale;
  readonly facts: PageFacts;
  /** Plain text, for the browser's tab and for lists. */
  readonly title: string;
  /** The same in a word or two, where the guide's type knows one. */
  readonly name: string;
  /** Plain text of the H1; empty where there is none. */
  readonly heading: string;
  /** Where its text is, as seen from the list of guides. */
  readonly href: string;
}

/** Reads a guide's card; `locale` is the language of a guide without text. */
export function guideCard(guide: Guide, href: string, locale: Locale): GuideCard {
  const { tree, source } = guide.document;
  const language = contentLanguage(textOf(tree), locale);
  const facts = pageFacts(guide, language);
  const heading = textOf(tree.children.find((node) => node.type === 'heading' && node.depth === 1)).trim();
  const title = facts.title ?? (heading || baseName(source.path));
  return { guide, language, facts, title, name: facts.name ?? title, heading, href };
}
