import type { NameFit } from './name-index.ts';
import { Outline, type OutlinedHeading } from './outline.ts';
import { extentOf, type Part, rangeOf, type Scope } from './scope.ts';
import { SectionIndex, type WantedSection } from './section-index.ts';

export type { WantedSection } from './section-index.ts';

/** A section that a heading may begin. */
interface Candidate extends NameFit {
  /** Index among the headings. */
  readonly heading: number;
  readonly depth: number;
}

/**
 * Finds the sections of a scope, all at once: each heading serves one section at most, the best match first, so that a
 * sub-heading with a familiar word in it does not steal a chapter's place. The level of the chapters is learned from the
 * headings that match for sure. `wanted` is in the order of the schema.
 */
export function matchSections(parts: readonly Part[], wanted: readonly WantedSection[]): ReadonlyMap<string, Scope> {
  return findSections(new Outline(parts), new SectionIndex(wanted));
}

/** The same for a scope whose headings have been read, and sections that have been looked for before. */
export function findSections(outline: Outline, index: SectionIndex): ReadonlyMap<string, Scope> {
  return outline.sections(index, match);
}

function match({ parts, headings }: Outline, index: SectionIndex): ReadonlyMap<string, Scope> {
  const all = candidates(headings, index);
  if (all.length === 0) return new Map();
  const starts = new Map<number, string>();
  for (const [owner, heading] of assign(headings, all)) {
    const start = headings[heading]?.index;
    const section = index.wanted[owner];
    if (start !== undefined && section) starts.set(start, section.key);
  }
  return cut(parts, headings, starts);
}

function candidates(headings: readonly OutlinedHeading[], index: SectionIndex): Candidate[] {
  const all: Candidate[] = [];
  const documentTitle = headings.findIndex(({ node }) => node.depth === 1);
  for (const [heading, { node, text }] of headings.entries())
    for (const { owner, isName, kind, score } of index.fits(text))
      if (heading !== documentTitle || kind === 'equal')
        all.push({ owner, isName, kind, score, heading, depth: node.depth });
  return all;
}

function byScore(a: Candidate, b: Candidate): number {
  return b.score - a.score || a.depth - b.depth || a.heading - b.heading;
}

/** Heading by wanted section. */
function assign(headings: readonly OutlinedHeading[], all: readonly Candidate[]): ReadonlyMap<number, number> {
  const assigned = new Map<number, number>();
  const taken = new Set<number>();
  /** Gives each section its first candidate that may have it. */
  const take = (candidates: readonly Candidate[], may?: (candidate: Candidate) => boolean): void => {
    for (const candidate of candidates) {
      if (assigned.has(candidate.owner) || taken.has(candidate.heading)) continue;
      if (may && !may(candidate)) continue;
      assigned.set(candidate.owner, candidate.heading);
      taken.add(candidate.heading);
    }
  };
  const depths = chapterDepths(all);
  const sorted = all.toSorted(byScore);
  const certain = sorted.filter(({ kind }) => kind === 'equal');
  take(certain.filter(({ depth }) => depths.has(depth)));
  // A chapter that slipped to another level still bears its own name; a mere alias there is a sub-heading's word.
  take(certain, (candidate) => candidate.isName && isBetween(candidate, assigned));
  const likely = sorted.filter(({ kind, depth }) => kind !== 'equal' && depths.has(depth));
  const atEdge = likely.filter(({ kind }) => kind === 'edge');
  take(atEdge, (candidate) => isBetween(candidate, assigned));
  take(atEdge, ({ heading }) => !taken.has(headings[heading]?.parent ?? -1));
  take(likely, (candidate) => candidate.kind === 'within' && isBetween(candidate, assigned));
  return assigned;
}

/** The levels at which most of the certain matches stand; without any, that of the highest likely one. */
function chapterDepths(all: readonly Candidate[]): Set<number> {
  const counts = new Map<number, Set<number>>();
  let highest = 7;
  for (const { kind, owner, depth } of all) {
    highest = Math.min(highest, depth);
    if (kind !== 'equal') continue;
    const owners = counts.get(depth);
    if (owners) owners.add(owner);
    else counts.set(depth, new Set([owner]));
  }
  if (counts.size === 0) return new Set([highest]);
  const most = Math.max(...[...counts.values()].map((owners) => owners.size));
  const main = Math.min(...[...counts].filter(([, owners]) => owners.size === most).map(([depth]) => depth));
  return new Set([...counts.keys()].filter((depth) => depth <= main));
}

/** True when the heading stands between those of the section's neighbours in the schema's order. */
function isBetween(candidate: Candidate, assigned: ReadonlyMap<number, number>): boolean {
  for (const [owner, heading] of assigned) if (owner < candidate.owner !== heading < candidate.heading) return false;
  return true;
}

/** Cuts the parts at the headings that begin a section. */
function cut(
  parts: readonly Part[],
  headings: readonly OutlinedHeading[],
  starts: ReadonlyMap<number, string>,
): ReadonlyMap<string, Scope> {
  const scopes = new Map<string, Scope>();
  const flat = flatDepths(headings, starts);
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
function flatDepths(headings: readonly OutlinedHeading[], starts: ReadonlyMap<number, string>): Set<number> {
  /** How many headings behind the first chapter of a level begin no section, by level. */
  const unknown = new Map<number, number>();
  const deeper = new Set<number>();
  for (const { node, index } of headings) {
    const { depth } = node;
    for (const level of unknown.keys()) if (level < depth) deeper.add(level);
    const before = unknown.get(depth);
    if (starts.has(index)) unknown.set(depth, before ?? 0);
    else if (before !== undefined) unknown.set(depth, before + 1);
  }
  return new Set([...unknown].filter(([level, count]) => count >= 2 && !deeper.has(level)).map(([level]) => level));
}
