import type { GuideCard } from './guide-card.ts';
import type { SiteLinks } from './site-links.ts';

/** The guides of this run that a guide names as related. */
export function relatedGuides({ facts, guide }: GuideCard, links: SiteLinks): GuideCard[] {
  const found = facts.others.flatMap(({ refersTo, values }) =>
    refersTo === undefined ? [] : values.flatMap((value) => links.byValue(guide.type.name, refersTo, value) ?? []),
  );
  return [...new Set(found)];
}
