import type { Heading } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { matchName, normalizeHeading } from '../guide-types/normalize-heading.ts';
import { contains, rangeOf } from '../guide-types/scope.ts';
import type { Guide } from '../model.ts';
import { bodyHeadings, guideSections } from './guide-sections.ts';

/** A heading at the level of chapters that begins no section of the guide's type. */
export interface UnknownChapter {
  readonly heading: Heading;
  /** Another chapter that has the same name, or is known under one that means the same. */
  readonly same?: Heading;
}

/** The chapters of a guide that its type does not know, in order. */
export function unknownChapters(guide: Guide): UnknownChapter[] {
  // What looks like no known type has chapters of its own.
  if (!guide.fit.isGood) return [];
  const chapters = guideSections(guide).filter(({ parent }) => parent === '');
  const known = new Set(guideSections(guide).map(({ heading }) => heading));
  const depth = usualDepth(chapters.map(({ heading }) => heading));
  // Where sub-headings have the level of chapters, they are known by the chapter they stand in.
  const isInside = (heading: Heading): boolean =>
    chapters.some(({ place }) => contains(place.extent, rangeOf(heading)));
  const unknown = bodyHeadings(guide.document).filter(
    (heading) => heading.depth === depth && !known.has(heading) && !isInside(heading),
  );
  const names = chapters.map(({ heading, pointer }) => ({ heading, all: namesAt(guide, pointer) }));
  const firstOf = new Map<string | undefined, Heading>();
  return unknown.map((heading) => {
    const name = normalizeHeading(textOf(heading));
    const section = names.find(({ all }) => all.some((one) => matchName(name, one).kind === 'equal'));
    const earlier = firstOf.get(name.forms[0]);
    if (!earlier) firstOf.set(name.forms[0], heading);
    const same = section?.heading ?? earlier;
    return { heading, ...(same && { same }) };
  });
}

function namesAt(guide: Guide, pointer: string): ReturnType<typeof normalizeHeading>[] {
  const section = guide.type.nodeAt(pointer)?.['x-source']?.section;
  return section ? [section.name, ...(section.aliases ?? [])].map(normalizeHeading) : [];
}

/** The level of most chapters, the title's excepted; of the highest where two are as many. */
function usualDepth(headings: readonly Heading[]): number | undefined {
  const depths = headings.map(({ depth }) => depth).filter((depth) => depth > 1);
  const count = (depth: number): number => depths.filter((other) => other === depth).length;
  return [...new Set(depths)].sort((a, b) => count(b) - count(a) || a - b)[0];
}

/** The two in the order of the text. */
export function inOrderOfText(a: Heading, b: Heading): readonly [Heading, Heading] {
  return rangeOf(a).start < rangeOf(b).start ? [a, b] : [b, a];
}
