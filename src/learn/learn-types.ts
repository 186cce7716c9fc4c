import { posix } from 'node:path';
import type { Document, Guide, SchemaNode } from '../model.ts';
import { groupOutlines, overlap } from './group-outlines.ts';
import { learnSchema } from './learn-schema.ts';
import { chapterLikeness } from './learn-sections.ts';
import { type Outline, outlineOf } from './outline.ts';
import { isAccepted, relaxSchema } from './relax-schema.ts';

/** A guide type that was learned, with the guides that it was learned from. */
export interface LearnedType {
  readonly name: string;
  readonly schema: SchemaNode;
  readonly guides: readonly Guide[];
  /** How many of the guides it accepts. */
  readonly accepted: number;
  /** What of the guides' files the config says; none when the best match has to decide. */
  readonly files: readonly string[];
}

/** What was learned from all guides. */
export interface Learned {
  readonly types: readonly LearnedType[];
  /** Guides that are like no other. */
  readonly alone: readonly Document[];
}

/** Groups documents by their shape and learns the type of each group. */
export function learnTypes(
  documents: readonly Document[],
  options: { taken: ReadonlySet<string>; folder: string },
): Learned {
  const outlines = documents.map(outlineOf);
  const groups = withTranslations(groupOutlines(outlines));
  const isCollection = (group: readonly Outline[]): boolean => group.length > 1 || groups.length === 1;
  const folders = groups.map((group) => new Set(group.map(folderOf)));
  const names = namesOf(groups.filter(isCollection), options);
  return {
    types: groups.filter(isCollection).map((group, index) => {
      const name = names[index] ?? options.folder;
      const own = group.map(({ document }) => document);
      const { schema, guides } = relaxSchema(learnSchema(group, name), own, name);
      const others = folders.filter((_, other) => groups[other] !== group);
      return { name, schema, guides, accepted: guides.filter(isAccepted).length, files: filesOf(group, others) };
    }),
    alone: groups.filter((group) => !isCollection(group)).flatMap((group) => group.map(({ document }) => document)),
  };
}

/** Groups of another language but of the same keys, and of chapters alike in order and form, are translations. */
function withTranslations(groups: readonly Outline[][]): Outline[][] {
  const merged: Outline[][] = [];
  for (const group of groups) {
    const original = merged.find((other) => isTranslation(other, group));
    if (original) original.push(...group);
    else merged.push([...group]);
  }
  return merged.sort((a, b) => b.length - a.length);
}

function isTranslation(first: readonly Outline[], second: readonly Outline[]): boolean {
  const [japanese, other] = [first, second].map(
    (group) => group.filter(({ isJapanese }) => isJapanese).length * 2 > group.length,
  );
  if (japanese === other) return false;
  const keys = (group: readonly Outline[]): Set<string> => new Set(group.flatMap((outline) => [...outline.keys]));
  return overlap(keys(first), keys(second)) >= 0.6 && chapterLikeness(first, second) >= 0.6;
}

function folderOf({ document }: Outline): string {
  return posix.dirname(document.source.path);
}

/** Each group is called after its folder, with a number where several share one. */
function namesOf(
  groups: readonly (readonly Outline[])[],
  { taken, folder }: { taken: ReadonlySet<string>; folder: string },
): string[] {
  const wanted = groups.map((group) => {
    const folders = new Set(group.map(folderOf));
    const [only = '.'] = folders;
    const base = folders.size === 1 && only !== '.' ? posix.basename(only) : folder;
    return (
      base
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
        .replaceAll(/^-|-$/g, '') || 'guide'
    );
  });
  const used = new Set(taken);
  return wanted.map((base) => {
    const isShared = wanted.filter((name) => name === base).length > 1;
    let name = isShared ? `${base}-1` : base;
    for (let number = 2; used.has(name); number++) name = `${base}-${number}`;
    used.add(name);
    return name;
  });
}

/** A glob for the folders that hold guides of this group alone; else the files by name, when they are few. */
function filesOf(group: readonly Outline[], others: readonly ReadonlySet<string>[]): string[] {
  const folders = [...new Set(group.map(folderOf))].sort();
  // A config names no file outside its project.
  if (folders.some((folder) => folder.startsWith('..') || posix.isAbsolute(folder))) return [];
  const isShared = (folder: string): boolean =>
    others.some((own) =>
      [...own].some((other) => other === folder || other.startsWith(`${folder}/`) || folder === '.'),
    );
  if (!folders.some(isShared)) return folders.map((folder) => (folder === '.' ? '**/*.md' : `${folder}/**/*.md`));
  return group.length <= 20 ? group.map(({ document }) => document.source.path).sort() : [];
}
