import { oncePer } from '../once-per.ts';
import { chapterDepth, type Outline, type OutlineHeading } from './outline.ts';

/** From here on two guides are of one shape. 0 to 1. */
const leastLikeness = 0.45;

/** How many members of a group speak for it. */
const spokesmen = 30;

interface Group {
  readonly members: Outline[];
  /** In how many guides each name is a heading, and each key stands in the front matter. */
  readonly headings: Map<string, number>;
  readonly keys: Map<string, number>;
}

/** Groups guides by their chapters and front-matter keys; the largest group first, each in the order given. */
export function groupOutlines(outlines: readonly Outline[]): Outline[][] {
  const groups: Group[] = [];
  for (const outline of outlines) {
    const best = bestOf(outline, groups);
    const isLike = best !== undefined && likeness(outline, best) >= leastLikeness;
    const group = isLike ? best : emptyGroup();
    add(outline, group);
    if (!isLike) groups.push(group);
  }
  // Whoever came first could not know of the groups that came after.
  const settled = new Map(groups.map((group) => [group, [] as Outline[]]));
  for (const outline of outlines) {
    const best = bestOf(outline, groups);
    if (best) settled.get(best)?.push(outline);
  }
  return [...settled.values()].filter((members) => members.length > 0).sort((a, b) => b.length - a.length);
}

function bestOf(outline: Outline, groups: readonly Group[]): Group | undefined {
  let best: Group | undefined;
  let most = -1;
  for (const group of groups) {
    const value = likeness(outline, group);
    if (value > most) [best, most] = [group, value];
  }
  return best;
}

function emptyGroup(): Group {
  return { members: [], headings: new Map(), keys: new Map() };
}

function add(outline: Outline, group: Group): void {
  group.members.push(outline);
  const count = (counts: Map<string, number>, names: Iterable<string>): void => {
    for (const name of new Set(names)) counts.set(name, (counts.get(name) ?? 0) + 1);
  };
  count(
    group.headings,
    outline.headings.flatMap(({ forms }) => forms),
  );
  count(group.keys, outline.keys);
}

const chaptersOf = oncePer(({ headings }: Outline): readonly OutlineHeading[] => {
  const depth = chapterDepth(headings, 3);
  return headings.filter((heading) => heading.depth === depth && heading.forms.length > 0);
});

/** 0 to 1; chapters count most. A guide whose chapters slipped to another level still has their names. */
function likeness(outline: Outline, group: Group): number {
  const half = group.members.length / 2;
  const usualKeys = [...group.keys].filter(([, count]) => count >= half).map(([key]) => key);
  const own = chaptersOf(outline);
  const keys = overlap(outline.keys, new Set(usualKeys));
  if (own.length === 0 && group.headings.size === 0) return keys;
  const isKnown = (form: string): boolean => (group.headings.get(form) ?? 0) >= half;
  const forward = own.filter(({ forms }) => forms.some(isKnown)).length / Math.max(own.length, 1);
  const names = new Set(outline.headings.flatMap(({ forms }) => forms));
  const wanted = group.members.slice(0, spokesmen).map((member) => {
    const theirs = chaptersOf(member);
    return theirs.filter(({ forms }) => forms.some((form) => names.has(form))).length / Math.max(theirs.length, 1);
  });
  const backward = wanted.reduce((sum, share) => sum + share, 0) / Math.max(wanted.length, 1);
  return 0.8 * Math.max(forward, backward) + 0.2 * keys;
}

/** Share of the names that two sets have in common. */
export function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 && b.size === 0) return 1;
  const shared = [...a].filter((name) => b.has(name)).length;
  return shared / (a.size + b.size - shared);
}
