import { matchSections, type WantedSection } from '../guide-types/match-sections.ts';
import { matchName, normalizeHeading } from '../guide-types/normalize-heading.ts';
import { type Part, rangeOf, type Scope } from '../guide-types/scope.ts';
import { align } from './align.ts';
import { clusterHeadings } from './cluster-headings.ts';
import { type Form, formOf } from './form-of.ts';
import { headingsOf, type Outline } from './outline.ts';
import { propertyName } from './property-name.ts';

/** A region of one guide: the whole, or a section of it. */
export interface Region {
  readonly outline: Outline;
  readonly parts: readonly Part[];
}

/** A section that many guides have. */
export interface LearnedSection {
  readonly key: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** The section in each guide that has it. */
  readonly regions: readonly Region[];
  readonly form: Form;
  /** Of all guides. */
  readonly share: number;
}

interface Named {
  names: string[];
  readonly position: number;
}

/** The sections that the regions have in common, in their usual order; none where headings are but items. */
export function learnSections(regions: readonly Region[]): LearnedSection[] {
  const named = merge(...byLanguage(regions).map((part) => namedSections(part)));
  if (named.length === 0) return [];
  addNeighbours(named, regions);
  const found = assign(named, regions);
  const taken = new Set<string>();
  return named.flatMap(({ names }, index): LearnedSection[] => {
    const own = found.flatMap(({ region, scopes }): Region[] => {
      const scope = scopes.get(String(index));
      return scope ? [{ outline: region.outline, parts: scope.parts }] : [];
    });
    const [name = '', ...others] = distinct(names);
    if (own.length === 0) return [];
    const key = propertyName(names, taken);
    taken.add(key);
    const form = formOf(own.map(({ parts, outline }) => ({ parts, text: outline.document.source.text })));
    return [{ key, name, aliases: others.slice(0, 12), regions: own, form, share: own.length / regions.length }];
  });
}

/** Japanese and other guides apart: what a translation calls its sections is learned from their order. */
export function byLanguage<Value extends { readonly outline: Outline }>(values: readonly Value[]): Value[][] {
  const japanese = values.filter(({ outline }) => outline.isJapanese);
  const others = values.filter(({ outline }) => !outline.isJapanese);
  return [japanese, others].filter((part) => part.length > 0).sort((a, b) => b.length - a.length);
}

interface Candidate extends Named {
  readonly form: Form;
}

function namedSections(regions: readonly Region[]): Candidate[] {
  const clusters = clusterHeadings(regions.map(({ parts, outline }) => headingsOf(parts, outline.subjects)));
  const named = clusters.map(({ names, position }) => ({ names: [...names], position }));
  const found = assign(named, regions);
  return named.flatMap((section, index): Candidate[] => {
    const scopes = found.flatMap(({ region, scopes: own }) => {
      const scope = own.get(String(index));
      return scope ? [{ parts: scope.parts, text: region.outline.document.source.text }] : [];
    });
    return scopes.length > 0 ? [{ ...section, form: formOf(scopes) }] : [];
  });
}

/** The sections of both languages; those that stand in the same place and look alike are one. */
function merge(first: readonly Candidate[] = [], second?: readonly Candidate[]): Named[] {
  if (!second) return first.map(({ names, position }) => ({ names, position }));
  const pairs = align(first, second, likeness);
  return pairs.map(([a, b]) => ({
    names: [...(a?.names ?? []), ...(b?.names ?? [])],
    position: a?.position ?? b?.position ?? 1,
  }));
}

function likeness(a: Candidate, b: Candidate): number {
  return (a.form === b.form ? 1 : 0.4) - Math.abs(a.position - b.position);
}

/** How alike the chapters of two collections are, in order and form; 0 to 1. */
export function chapterLikeness(first: readonly Outline[], second: readonly Outline[]): number {
  const regions = (outlines: readonly Outline[]): Region[] =>
    outlines.map((outline) => ({ outline, parts: outline.parts }));
  const [a, b] = [namedSections(regions(first)), namedSections(regions(second))];
  const pairs = align(a, b, likeness).filter(([one, other]) => one && other && one.form === other.form);
  return pairs.length / Math.max(a.length, b.length, 1);
}

interface Assigned {
  readonly region: Region;
  readonly scopes: ReadonlyMap<string, Scope>;
}

function assign(named: readonly Named[], regions: readonly Region[]): Assigned[] {
  const wanted = named.map(({ names }, index): WantedSection => {
    const [name = '', ...aliases] = distinct(names);
    return { key: String(index), section: { name, aliases } };
  });
  return regions.map((region) => ({ region, scopes: matchSections(region.parts, wanted) }));
}

/** A heading that stands where a section is missing, alone between the section's neighbours, is another name for it. */
function addNeighbours(named: Named[], regions: readonly Region[]): void {
  for (const { region, scopes } of assign(named, regions)) {
    const starts = named.map((_, index) => startOf(scopes.get(String(index)), region));
    const depths = new Set<number>(
      [...scopes.values()].flatMap(({ heading }) => heading?.depth ?? []).filter((depth) => depth > 1),
    );
    const free = headingsOf(region.parts, region.outline.subjects).filter(
      ({ index, depth }) => depths.has(depth) && !starts.includes(index),
    );
    // A guide with its items on the chapters' level says nothing of its chapters.
    if (free.length > named.length / 2) continue;
    for (const [index, section] of named.entries()) {
      if (starts[index] !== undefined) continue;
      const before = starts.slice(0, index).findLast((start) => start !== undefined) ?? -1;
      const after = starts.slice(index + 1).find((start) => start !== undefined) ?? Number.POSITIVE_INFINITY;
      const between = free.filter((heading) => heading.index > before && heading.index < after);
      const isOnlyGap =
        starts[index - 1] !== undefined && (starts[index + 1] !== undefined || index + 1 === named.length);
      const [heading] = between;
      if (heading && between.length === 1 && isOnlyGap) section.names.push(heading.name);
    }
  }
}

function startOf(scope: Scope | undefined, { parts }: Region): number | undefined {
  const start = scope?.heading && rangeOf(scope.heading).start;
  const index = start === undefined ? -1 : parts.findIndex(({ range }) => range.start === start);
  return index < 0 ? undefined : index;
}

/** The names without those that match another one anyway. */
function distinct(names: readonly string[]): string[] {
  const kept: string[] = [];
  for (const name of new Set(names)) {
    const own = normalizeHeading(name);
    if (own.forms.length > 0 && !kept.some((other) => matchName(own, normalizeHeading(other)).kind === 'equal'))
      kept.push(name);
  }
  return kept;
}
