import type { Heading } from 'mdast';
import { rangeOf } from '../guide-types/scope.ts';
import type { Guide } from '../model.ts';
import { oncePer } from '../once-per.ts';
import { bodyHeadings, type GuideSection, guideSections } from './guide-sections.ts';

/** A chapter whose heading stands at another level than chapters do. */
export interface MisplacedChapter {
  readonly section: GuideSection;
  /** The level that chapters have. */
  readonly wanted: number;
}

/** The chapters of the guide's type that are not right below the title. */
export const misplacedChapters = oncePer((guide: Guide): readonly MisplacedChapter[] => {
  // In a guide of unknown type a sub-heading with a familiar name is no chapter.
  if (!guide.fit.isGood) return [];
  const chapters = guideSections(guide).filter(({ parent }) => parent === '');
  const wanted = chapterLevel(guide, chapters);
  const chapterHeadings = new Set(chapters.map(({ heading }) => heading));
  const headings = bodyHeadings(guide.document);
  return chapters
    .filter(({ heading }) => heading.depth !== wanted && !isPartOfOther(heading, headings, chapterHeadings))
    .map((section) => ({ section, wanted }));
});

/** Below the H1 where the type has a title there; otherwise the level that most chapters have. */
function chapterLevel(guide: Guide, chapters: readonly GuideSection[]): number {
  const properties = Object.values(guide.type.schema.properties ?? {});
  const hasTitle = properties.some((property) => guide.type.resolve(property)['x-source']?.heading !== undefined);
  if (hasTitle) return 2;
  const counts = new Map<number, number>();
  for (const { heading } of chapters) counts.set(heading.depth, (counts.get(heading.depth) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 2;
}

/** True when the heading belongs to a chapter that the type does not know. */
function isPartOfOther(heading: Heading, headings: readonly Heading[], chapters: ReadonlySet<Heading>): boolean {
  const { start } = rangeOf(heading);
  const above = headings.findLast((other) => rangeOf(other).start < start && other.depth < heading.depth);
  return above !== undefined && above.depth > 1 && !chapters.has(above);
}
