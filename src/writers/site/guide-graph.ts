import type { GuideCard } from './guide-card.ts';
import { jsonLdGraph, type PageValues } from './json-ld.ts';
import { categoryIn } from './page-facts.ts';
import { pageWords } from './page-words.ts';
import { absoluteAddress } from './resolve-address.ts';
import type { SiteLinks } from './site-links.ts';

/** What a guide's page knows of itself, under the names that `x-jsonld` may ask for. */
export function pageValues(card: GuideCard, links: SiteLinks): PageValues {
  const { facts, language, title, name } = card;
  const image =
    facts.image !== undefined && links.baseUrl !== undefined && URL.canParse(facts.image, links.baseUrl)
      ? new URL(facts.image, links.baseUrl)
      : undefined;
  return {
    title,
    name,
    description: facts.description,
    category: categoryIn(language, facts),
    language,
    url: links.baseUrl === undefined ? undefined : absoluteAddress(card, links),
    image: image !== undefined && /^https?:$/.test(image.protocol) ? image.href : undefined,
  };
}

/** The statements for JSON-LD: those of the guide's type, and the way to the page. */
export function guideGraph(card: GuideCard, links: SiteLinks): object[] {
  const { guide } = card;
  const graph = jsonLdGraph(guide.type.schema['x-jsonld'], guide.value, pageValues(card, links));
  return links.index === undefined ? graph : [...graph, breadcrumb(card, links.index, links)];
}

function breadcrumb(card: GuideCard, index: string, links: SiteLinks): object {
  const steps = [
    { name: pageWords[card.language].allGuides, item: links.baseUrl ?? index },
    { name: card.name, item: absoluteAddress(card, links) },
  ];
  return {
    '@type': 'BreadcrumbList',
    itemListElement: steps.map((step, position) => ({ '@type': 'ListItem', position: position + 1, ...step })),
  };
}
