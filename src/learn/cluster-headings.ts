import { chapterDepth, type OutlineHeading } from './outline.ts';
import { sharedEdges } from './shared-edges.ts';

/** A heading that many guides have. */
export interface HeadingCluster {
  /** Its spellings, the most frequent first. */
  readonly names: readonly string[];
  /** In how many guides it stands. */
  readonly count: number;
  /** 0 to 1: where in a guide it stands on average. */
  readonly position: number;
}

interface Occurrence {
  readonly guide: number;
  readonly heading: OutlineHeading;
  readonly position: number;
}

/** The headings that recur in guides of one shape and begin a section of theirs, in the order they usually stand in. */
export function clusterHeadings(guides: readonly (readonly OutlineHeading[])[]): HeadingCluster[] {
  const occurrences = guides.flatMap((headings, guide) =>
    headings.map((heading, index): Occurrence => ({ guide, heading, position: (index + 0.5) / headings.length })),
  );
  const titleCount = occurrences.filter(({ heading }) => heading.depth === 1).length;
  const all = occurrences.filter(({ heading }) => heading.depth > 1 || titleCount > guides.length);
  if (guides.length === 1) {
    const depth = chapterDepth(
      all.map(({ heading }) => heading),
      2,
    );
    return all.filter(({ heading }) => heading.depth === depth).map((one) => clusterOf([one], undefined));
  }
  const leastCount = Math.max(2, Math.ceil(guides.length * 0.3));
  const recurring = byForm(all).filter((cluster) => isSection(cluster, leastCount));
  const depth = sectionDepth(recurring, guides.length);
  const named = recurring.filter((cluster) => usualDepth(cluster) <= depth);
  const taken = new Set(named.flat());
  const free = all.filter((one) => !taken.has(one) && one.heading.depth <= depth);
  const edges = sharedEdges(
    free.map(({ guide, heading }) => ({ guide, form: heading.forms[0] ?? '' })),
    leastCount,
  ).map(({ edge, members }) => ({ edge, cluster: members.flatMap((index) => free[index] ?? []) }));
  return [
    ...named.map((cluster) => clusterOf(cluster, undefined)),
    ...edges.map(({ edge, cluster }) => clusterOf(cluster, edge)),
  ].sort((a, b) => a.position - b.position);
}

/** Headings that share a form, directly or by way of a third. */
function byForm(occurrences: readonly Occurrence[]): Occurrence[][] {
  const parents = new Map<string, string>();
  const root = (form: string): string => {
    const parent = parents.get(form) ?? form;
    return parent === form ? form : root(parent);
  };
  for (const { heading } of occurrences) {
    const [first, ...others] = heading.forms;
    if (first !== undefined) for (const form of others) parents.set(root(form), root(first));
  }
  const clusters = new Map<string, Occurrence[]>();
  for (const one of occurrences) {
    const [form] = one.heading.forms;
    if (form === undefined) continue;
    const key = root(form);
    clusters.set(key, [...(clusters.get(key) ?? []), one]);
  }
  return [...clusters.values()];
}

/** True for a heading of enough guides that stands in each of them about once. */
function isSection(cluster: readonly Occurrence[], leastCount: number): boolean {
  const guides = new Set(cluster.map(({ guide }) => guide)).size;
  return guides >= leastCount && cluster.length <= guides * 1.5;
}

/** The level that most sections have; a deeper one has to have clearly more. */
function sectionDepth(clusters: readonly (readonly Occurrence[])[], guides: number): number {
  const counts = new Map<number, number>();
  for (const cluster of clusters) {
    if (new Set(cluster.map(({ guide }) => guide)).size < guides / 2) continue;
    const depth = usualDepth(cluster);
    counts.set(depth, (counts.get(depth) ?? 0) + 1);
  }
  const ranked = [...counts].sort(([a], [b]) => a - b);
  let best = ranked[0];
  for (const entry of ranked) if (best && entry[1] > Math.max(best[1] * 2, 3)) best = entry;
  return best?.[0] ?? Math.min(...clusters.map(usualDepth), 7);
}

function usualDepth(cluster: readonly Occurrence[]): number {
  return mostFrequent(cluster.map(({ heading }) => heading.depth))[0] ?? 7;
}

function clusterOf(occurrences: readonly Occurrence[], edge: string | undefined): HeadingCluster {
  const names = namesOf(occurrences.map(({ heading }) => heading));
  const positions = occurrences.map(({ position }) => position);
  return {
    names: edge === undefined ? names : [edge],
    count: new Set(occurrences.map(({ guide }) => guide)).size,
    position: positions.reduce((sum, position) => sum + position, 0) / positions.length,
  };
}

/** All agree on the whole heading, or on it without its subtitle, or at least without what stands in brackets. */
function namesOf(headings: readonly OutlineHeading[]): string[] {
  const whole = mostFrequent(headings.map(({ fullName }) => fullName));
  if (headings.length > 1 && whole.length === 1) return whole;
  const names = mostFrequent(headings.map(({ name }) => name));
  if (names.length === 1) return names;
  return mostFrequent(headings.map(({ name }) => name.replace(/\s*[(（][^)）]*[)）]$/u, '') || name));
}

/** Each value once, the most frequent first, then in the order they came. */
export function mostFrequent<Value>(values: readonly Value[]): Value[] {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([value]) => value);
}
