import type { Document } from '../model.ts';
import type { GuideType } from './guide-type.ts';
import { matchSections, type WantedSection } from './match-sections.ts';
import { partOf } from './scope.ts';

/** How well a document answers to a type. */
export interface TypeMatch {
  readonly type: GuideType;
  /** 0 to 1: the share of required sections that are there; for a type without sections, of front-matter keys. */
  readonly share: number;
  /** 0 to 1: the share of required front-matter keys, which decides between types of the same share. */
  readonly keyShare: number;
  /** Required sections that were found, of how many. */
  readonly found: number;
  readonly wanted: number;
}

/** From here on a document is taken for a guide of the type. */
export const leastShare = 0.5;

/** The type that a document answers to best; undefined without types. */
export function chooseType(document: Document, types: Iterable<GuideType>): TypeMatch | undefined {
  let best: TypeMatch | undefined;
  for (const type of types) {
    const match = matchType(document, type);
    if (!best || isBetter(match, best)) best = match;
  }
  return best;
}

/** By share; where neither is good, by the number of sections, as a short type is half found by chance. */
function isBetter(match: TypeMatch, best: TypeMatch): boolean {
  const isPoor = match.share < leastShare && best.share < leastShare;
  const more = isPoor ? match.found - best.found : match.share - best.share;
  return more > 0 || (more === 0 && match.keyShare > best.keyShare);
}

/** How well a document answers to one type. */
export function matchType(document: Document, type: GuideType): TypeMatch {
  const { properties = {}, required = [] } = type.schema;
  const sections: WantedSection[] = [];
  const keys: string[] = [];
  for (const [key, property] of Object.entries(properties)) {
    const node = type.resolve(property);
    const section = node['x-source']?.section;
    if (section) sections.push({ key, section });
    if (node['x-source']?.frontMatter === true) keys.push(...(node.required ?? []));
  }
  const starts = matchSections(document.tree.children.map(partOf), sections);
  const wanted = sections.filter(({ key }) => required.includes(key));
  const found = wanted.filter(({ key }) => starts.has(key)).length;
  const frontMatter = document.frontMatter?.value;
  const present = keys.filter((key) => frontMatter && Object.hasOwn(frontMatter, key)).length;
  const keyShare = keys.length > 0 ? present / keys.length : 0;
  return { type, share: wanted.length > 0 ? found / wanted.length : keyShare, keyShare, found, wanted: wanted.length };
}
