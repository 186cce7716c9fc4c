import type { Heading } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { SectionName } from '../model.ts';
import { type MatchKind, matchName, type NormalizedHeading, normalizeHeading } from './normalize-heading.ts';
import { extentOf, type Part, rangeOf, type Scope } from './scope.ts';

/** A section that is looked for; `key` names it in the result. */
export interface WantedSection {
  readonly key: string;
  readonly section: SectionName;
}

interface Candidate {
  readonly wanted: number;
  readonly heading: number;
  /** True for the canonical name, false for an alias or pattern. */
  readonly isName: boolean;
  readonly kind: MatchKind;
  readonly score: number;
}

/**
 * Finds the sections of a scope, all at once: each heading serves one section at most, the best match first, so that a
 * sub-heading with a familiar word in it does not steal a chapter's place. The level of the chapters is learned from the
 * headings that match for sure. `wanted` is in the order of the schema.
 */
export function matchSections(parts: readonly Part[], wanted: readonly WantedSection[]): Map<string, Scope> {
  const headings = parts.flatMap(({ node }, index) => (node.type === 'heading' ? [{ node, index }] : []));
  const nodes = headings.map(({ node }) => node);
  const assigned = assign(nodes, candidates(nodes, wanted));
  const starts = new Map<number, string>();
  for (const [wantedIndex, headingIndex] of assigned) {
    const heading = headings[headingIndex];
    const section = wanted[wantedIndex];
    if (heading && section) starts.set(heading.index, section.key);
  }
  return cut(parts, starts);
}

function candidates(headings: readonly Heading[], wanted: readonly WantedSection[]): Candidate[] {
  const normalized = headings.map((heading) => normalizeHeading(textOf(heading)));
  const documentTitle = headings.findIndex((heading) => heading.depth === 1);
  return wanted.flatMap(({ section }, wantedIndex) => {
    const names = namesOf(section);
    const pattern = section.pattern === undefined ? undefined : new RegExp(section.pattern, 'u');
    return normalized.flatMap((heading, headingIndex) => {
      const best = bestMatch(heading, names);
      const matchesPattern = pattern?.test(textOf(headings[headingIndex])) ?? false;
      const match =
        best.kind === 'none' && matchesPattern ? { kind: 'edge' as const, score: 4_000, isName: false } : best;
      if (match.kind === 'none' || (headingIndex === documentTitle && match.kind !== 'equal')) return [];
      return [{ wanted: wantedIndex, heading: headingIndex, ...match }];
    });
  });
}

const normalizedNames = new WeakMap<SectionName, readonly NormalizedHeading[]>();

function namesOf(section: SectionName): readonly NormalizedHeading[] {
  let names = normalizedNames.get(section);
  if (!names) {
    names = [section.name, ...(section.aliases ?? [])].map(normalizeHeading);
    normalizedNames.set(section, names);
  }
  return names;
}

type Match = Pick<Candidate, 'kind' | 'score' | 'isName'>;

// Each heading is held against each section when the type is chosen, again when the guide is bound, and in the next guide.
const knownMatches = new WeakMap<readonly NormalizedHeading[], WeakMap<NormalizedHeading, Match>>();

function bestMatch(heading: NormalizedHeading, names: readonly NormalizedHeading[]): Match {
  const known = knownMatches.get(names) ?? new WeakMap<NormalizedHeading, Match>();
  knownMatches.set(names, known);
  const match = known.get(heading) ?? matchNames(heading, names);
  known.set(heading, match);
  return match;
}

function matchNames(heading: NormalizedHeading, names: readonly NormalizedHeading[]): Match {
  let best: Match = { kind: 'none', score: 0, isName: false };
  for (const [index, name] of names.entries()) {
    const match = matchName(heading, name);
    // The canonical name wins over an alias of the same length.
    const score = match.score - Math.min(index, 1);
    if (score > best.score) best = { kind: match.kind, score, isName: index === 0 };
  }
  return best;
}

/** Heading by wanted section. */
function assign(headings: readonly Heading[], all: readonly Candidate[]): Map<number, number> {
  const assigned = new Map<number, number>();
  const taken = new Set<number>();
  const take = (candidate: Candidate): void => {
    if (assigned.has(candidate.wanted) || taken.has(candidate.heading)) return;
    assigned.set(candidate.wanted, candidate.heading);
    taken.add(candidate.heading);
  };
  const byScore = (a: Candidate, b: Candidate): number =>
    b.score - a.score || (headings[a.heading]?.depth ?? 0) - (headings[b.heading]?.depth ?? 0) || a.heading - b.heading;
  const depths = chapterDepths(headings, all);
  const isChapter = ({ heading }: Candidate): boolean => depths.has(headings[heading]?.depth ?? 0);
  const certain = all.filter((candidate) => candidate.kind === 'equal');
  for (const candidate of certain.filter(isChapter).sort(byScore)) take(candidate);
  // A chapter that slipped to another level still bears its own name; a mere alias there is a sub-heading's word.
  for (const candidate of certain.sort(byScore))
    if (candidate.isName && isBetween(candidate, assigned)) take(candidate);
  const likely = all.filter((candidate) => candidate.kind !== 'equal' && isChapter(candidate)).sort(byScore);
  for (const candidate of likely) if (candidate.kind === 'edge' && isBetween(candidate, assigned)) take(candidate);
  for (const candidate of likely)
    if (candidate.kind === 'edge' && !isNested(candidate, headings, assigned)) take(candidate);
  for (const candidate of likely) if (candidate.kind === 'within' && isBetween(candidate, assigned)) take(candidate);
  return assigned;
}

/** The levels at which most of the certain matches stand; without any, that of the highest likely one. */
function chapterDepths(headings: readonly Heading[], all: readonly Candidate[]): Set<number> {
  const counts = new Map<number, Set<number>>();
  for (const { kind, wanted, heading } of all) {
    const depth = headings[heading]?.depth ?? 0;
    if (kind === 'equal') counts.set(depth, (counts.get(depth) ?? new Set()).add(wanted));
  }
  if (counts.size === 0) {
    const depths = all.map(({ heading }) => headings[heading]?.depth ?? 6);
    return new Set(depths.length > 0 ? [Math.min(...depths)] : []);
  }
  const most = Math.max(...[...counts.values()].map((sections) => sections.size));
  const main = Math.min(...[...counts].filter(([, sections]) => sections.size === most).map(([depth]) => depth));
  return new Set([...counts.keys(), main].filter((depth) => depth <= main));
}

/** True when the heading stands between those of the section's neighbours in the schema's order. */
function isBetween(candidate: Candidate, assigned: ReadonlyMap<number, number>): boolean {
  for (const [wanted, heading] of assigned) {
    if (wanted < candidate.wanted !== heading < candidate.heading) return false;
  }
  return true;
}

/** True when a section that was found already, at the same or a higher level, begins before and goes on. */
function isNested(candidate: Candidate, headings: readonly Heading[], assigned: ReadonlyMap<number, number>): boolean {
  const found = new Set(assigned.values());
  const depth = headings[candidate.heading]?.depth ?? 0;
  for (let index = candidate.heading - 1; index >= 0; index--) {
    const before = headings[index]?.depth ?? 0;
    if (before < depth) return found.has(index);
  }
  return false;
}

/** Cuts the parts at the headings that begin a section. */
function cut(parts: readonly Part[], starts: ReadonlyMap<number, string>): Map<string, Scope> {
  const scopes = new Map<string, Scope>();
  const flat = flatDepths(parts, starts);
  for (const [start, key] of starts) {
    const heading = parts[start]?.node;
    if (heading?.type !== 'heading') continue;
    let end = start + 1;
    for (; end < parts.length && !starts.has(end); end++) {
      const node = parts[end]?.node;
      if (node?.type !== 'heading') continue;
      if (node.depth < heading.depth || (node.depth === heading.depth && !flat.has(node.depth))) break;
    }
    const inside = parts.slice(start + 1, end);
    const range = rangeOf(heading);
    scopes.set(key, { heading, parts: inside, extent: { start: range.start, end: extentOf(inside, range).end } });
  }
  return scopes;
}

/**
 * Levels at which chapters and their own sub-sections stand side by side, as in a guide that has all of them at `###`:
 * nothing deeper follows there, and headings that begin no section are too many to be chapters nobody knows.
 */
function flatDepths(parts: readonly Part[], starts: ReadonlyMap<number, string>): Set<number> {
  const flat = new Set<number>();
  const headings = parts.flatMap(({ node }, index) => (node.type === 'heading' ? [{ node, index }] : []));
  for (const start of starts.keys()) {
    const first = parts[start]?.node;
    if (first?.type !== 'heading' || flat.has(first.depth)) continue;
    const { depth } = first;
    const from = Math.min(...[...starts.keys()].filter((index) => isHeadingOf(parts[index], depth)));
    const later = headings.filter(({ index }) => index >= from);
    const unknown = later.filter(({ node, index }) => node.depth === depth && !starts.has(index)).length;
    if (unknown >= 2 && !later.some(({ node }) => node.depth > depth)) flat.add(depth);
  }
  return flat;
}

function isHeadingOf(part: Part | undefined, depth: number): boolean {
  return part?.node.type === 'heading' && part.node.depth === depth;
}
