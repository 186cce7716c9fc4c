import { dirname, join, relative, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import type { Host } from '../host.ts';
import { isInside, unlessOutside } from './inside-project.ts';
import { repositoryAround } from './project-root.ts';

/** Later files win over earlier ones, so `.guidepostignore` can take back what `.gitignore` leaves out. */
const ignoreFileNames = ['.gitignore', '.guidepostignore'];

/** The ignore files of one search; a folder's own files count once it has been entered. */
export interface IgnoreRules {
  /** Reads the ignore files of a folder; to be called from the top down. */
  enter(folder: string): Promise<void>;
  /** Absolute path of the ignore file that leaves this path out. */
  ignoredBy(path: string, isFolder: boolean): string | undefined;
}

/** Patterns of .gitignore that stand in a config; they come after the ignore files of its folder. */
export interface IgnorePatterns {
  readonly folder: string;
  readonly patterns: readonly string[];
  /** Absolute path of the config. */
  readonly file: string;
}

/**
 * The ignore rules that hold for a folder: its own, and those above it up to the repository, or else the working folder
 * or the config above it.
 */
export async function ignoreRulesFor(
  folder: string,
  host: Host,
  configured: readonly IgnorePatterns[] = [],
): Promise<IgnoreRules> {
  const root = configured
    .map((patterns) => patterns.folder)
    .reduce((top, above) => (isInside(top, above) ? above : top), await topOf(folder, host));
  const rules = ignore({ ignorecase: host.separator === '\\' });
  const entered = new Set<string>();
  const ignoreRules: IgnoreRules = {
    async enter(path) {
      if (entered.has(path)) return;
      entered.add(path);
      for (const name of ignoreFileNames) await addFile(rules, root, join(path, name), host);
      for (const patterns of configured)
        if (patterns.folder === path) addLines(rules, root, path, patterns.patterns, patterns.file);
    },
    ignoredBy(path, isFolder) {
      const inside = slashed(relative(root, path));
      return inside === '' ? undefined : rules.test(isFolder ? `${inside}/` : inside).rule?.mark;
    },
  };
  for (const path of foldersBetween(root, folder)) await ignoreRules.enter(path);
  return ignoreRules;
}

async function topOf(folder: string, host: Host): Promise<string> {
  const start = isInside(folder, host.cwd) ? host.cwd : folder;
  return (await repositoryAround(start, host.files)) ?? start;
}

function foldersBetween(top: string, bottom: string): string[] {
  return bottom === top ? [top] : [...foldersBetween(top, dirname(bottom)), bottom];
}

async function addFile(rules: Ignore, root: string, file: string, host: Host): Promise<void> {
  const status = await host.files.stat(file).catch(unlessOutside(undefined));
  if (status?.kind !== 'file') return;
  // As in git, an ignore file that may not be read ignores nothing: more is checked, never less.
  const bytes = await host.files.readFile(file).catch(unlessOutside(new Uint8Array()));
  addLines(rules, root, dirname(file), new TextDecoder().decode(bytes).split(/\r?\n/), file);
}

function addLines(rules: Ignore, root: string, folder: string, lines: readonly string[], file: string): void {
  const inRoot = slashed(relative(root, folder));
  for (const line of lines) {
    const pattern = patternFromRoot(line, inRoot);
    if (pattern !== undefined) rules.add({ pattern, mark: file });
  }
}

/** A line of an ignore file in `folder`, reworded for an ignore file at the root: one set of rules keeps git's order. */
function patternFromRoot(line: string, folder: string): string | undefined {
  if (line.trim() === '' || line.startsWith('#')) return undefined;
  if (folder === '') return line;
  const negation = line.startsWith('!') ? '!' : '';
  const pattern = line.slice(negation.length);
  const isAnchored = pattern.replace(/\/\s*$/, '').includes('/');
  const escapedFolder = folder.replace(/[\\*?[\] ]/g, '\\$&');
  return `${negation}/${escapedFolder}${isAnchored ? '/' : '/**/'}${pattern.replace(/^\//, '')}`;
}

function slashed(path: string): string {
  return sep === '\\' ? path.replaceAll('\\', '/') : path;
}
