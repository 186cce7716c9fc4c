import { posix } from 'node:path';
import { decodedAddress } from '../../decoded-address.ts';
import type { GuideCard } from './guide-card.ts';
import { headingId } from './heading-id.ts';
import type { SiteLinks } from './site-links.ts';

/** Stands for a site of which the page's folder is a part: what leaves it shows in the result. */
const inside = 'https://site.invalid/folder/';

/** Where a link of a guide leads on its page: itself, another page of the run, or nowhere (`undefined`). */
export function pageAddress(href: string, path: string, links: SiteLinks, idPrefix: string): string | undefined {
  if (!isLocal(href) || href.startsWith('#')) return href;
  const [, file = '', fragment = ''] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(href) ?? [];
  const name = decodedAddress(file);
  if (!/\.(md|markdown)$/i.test(name)) return href;
  const card = links.byPath(posix.join(posix.dirname(path), name));
  if (!card) return undefined;
  // Guides on one page are told apart by their place; there a chapter of another cannot be named.
  if (fragment === '' || card.href.startsWith('#')) return card.href;
  return `${card.href}#${headingId(decodedAddress(fragment), idPrefix)}`;
}

/** Whether a picture stands inside the folder of the page, or of the published site. */
export function isInside(src: string, isPublished: boolean): boolean {
  if (!isLocal(src) || !URL.canParse(src, inside)) return false;
  const { href, origin } = new URL(src, inside);
  return href.startsWith(inside) || (isPublished && src.startsWith('/') && origin === new URL(inside).origin);
}

/** Whether an address has no scheme and no host; browsers skip control characters in it, and take `\` for `/`. */
function isLocal(address: string): boolean {
  const bare = [...address].filter((character) => character > ' ').join('');
  return !/^([a-z][a-z0-9+.-]*:|[\\/]{2})/i.test(bare);
}

/** A card's address on the published site, or as it is where none was named. */
export function absoluteAddress({ href }: Pick<GuideCard, 'href'>, { baseUrl }: SiteLinks): string {
  return baseUrl === undefined ? href : new URL(href, baseUrl).href;
}
