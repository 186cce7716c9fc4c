import { posix } from 'node:path';
import { valueAt } from '../../guide-types/value-at.ts';
import type { JsonPointer } from '../../model.ts';
import { spelled } from '../../spelled.ts';
import type { GuideCard } from './guide-card.ts';

/** How the pages of a run reach each other. */
export interface SiteLinks {
  /** The page that lists all guides. */
  readonly index?: string;
  /** Of a published site, with `/` at its end. */
  readonly baseUrl?: string;
  /** The guide with that slug. */
  bySlug(slug: string): GuideCard | undefined;
  /** The guide whose file stands at that path. */
  byPath(path: string): GuideCard | undefined;
  /** The guide of the same type that has that value at the pointer. */
  byValue(type: string, pointer: JsonPointer, value: string): GuideCard | undefined;
}

/** Links between these guides. */
export function siteLinks(
  cards: readonly GuideCard[],
  addresses: { readonly index?: string; readonly baseUrl?: string | undefined } = {},
): SiteLinks {
  const slugs = new Map(cards.map((card) => [card.facts.slug, card]));
  const paths = new Map(cards.map((card) => [posix.normalize(card.guide.document.source.path), card]));
  const values = new Map<JsonPointer, Map<string, GuideCard>>();
  return {
    ...(addresses.index !== undefined && { index: addresses.index }),
    ...(addresses.baseUrl !== undefined && { baseUrl: addresses.baseUrl }),
    bySlug: (slug) => slugs.get(slug),
    byPath: (path) => paths.get(posix.normalize(path)),
    byValue(type, pointer, value) {
      let known = values.get(pointer);
      if (!known) {
        known = new Map(cards.map((card) => [keyOf(card.guide.type.name, valueAt(card.guide.value, pointer)), card]));
        values.set(pointer, known);
      }
      return known.get(keyOf(type, value));
    },
  };
}

const keyOf = (type: string, value: unknown): string => `${type}\n${spelled(value)}`;
