import { basename, posix, resolve } from 'node:path';
import { isDynamicPattern } from 'tinyglobby';
import { UserError } from '../errors.ts';
import type { Host } from '../host.ts';
import { messagesFor } from '../locale/messages.ts';
import type { Locale } from '../model.ts';
import { displayPath } from './display-path.ts';
import { type IgnorePatterns, ignoreRulesFor } from './ignore-rules.ts';
import { searchFolder } from './search-folder.ts';

export { displayPath };

/** A file to read: `path` is for people (relative to the working folder, `/` between folders). */
export interface FoundFile {
  readonly path: string;
  readonly absolutePath: string;
}

/** How guides are looked for. */
export interface FindOptions {
  readonly allowEmpty: boolean;
  readonly locale: Locale;
  /** What a config leaves out. */
  readonly ignore?: readonly IgnorePatterns[];
  /** The folder that paths count from, where it is not the working folder. */
  readonly folder?: string;
}

const guidePattern = '**/*.{md,markdown}';
const guideExtension = /\.(md|markdown)$/i;
const reservedName =
  /^(readme|changelog|contributing|license|code_of_conduct|security)(\.[a-z]{2}(-[a-z]+)?)?\.[a-z]+$/i;

/**
 * The guides that files, folders and globs stand for (none: the working folder), sorted by path, each once.
 * A file that is named is always taken. An argument that yields nothing is a `UserError`, unless `allowEmpty`.
 */
export async function findGuides(paths: readonly string[], options: FindOptions, host: Host): Promise<FoundFile[]> {
  const found = new Map<string, FoundFile>();
  for (const argument of paths.length === 0 ? ['.'] : paths) {
    for (const absolutePath of await filesOf(argument, options, host)) {
      const path = displayPath(absolutePath, host);
      found.set(path, { path, absolutePath });
    }
  }
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function filesOf(argument: string, options: FindOptions, host: Host): Promise<readonly string[]> {
  const messages = messagesFor(options.locale);
  // An unset variable in a script must not become "everything here".
  if (argument.trim() === '') throw new UserError(messages.emptyPath);
  const slashed = host.separator === '\\' ? argument.replaceAll('\\', '/') : argument;
  const base = options.folder ?? host.cwd;
  const absolutePath = resolve(base, slashed);
  const kind = await kindOf(absolutePath, host);
  if (kind === 'file') return [absolutePath];
  if (kind === 'folder') return search(argument, absolutePath, guidePattern, options, host);
  if (isDynamicPattern(slashed) && !slashed.startsWith('!')) {
    const { folder, pattern } = splitGlob(slashed, base);
    return search(argument, folder, pattern, options, host);
  }
  if (options.allowEmpty) return [];
  throw new UserError(messages.noSuchPath({ path: argument, folder: base }));
}

/** `file` for all that is there and no folder, also when it cannot be looked at: reading it says why. */
async function kindOf(path: string, host: Host): Promise<'file' | 'folder' | 'missing'> {
  try {
    await host.files.lstat(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    return code === 'EACCES' || code === 'EPERM' || code === 'EOUTSIDE' ? 'file' : 'missing';
  }
  const status = await host.files.stat(path).catch(() => undefined);
  return status?.kind === 'folder' ? 'folder' : 'file';
}

/** Splits `guides/*.md` into the folder to search and the pattern in it. */
function splitGlob(glob: string, base: string): { readonly folder: string; readonly pattern: string } {
  const start = /^\/*/.exec(glob)?.[0] ?? '';
  const parts = glob.split('/').filter((part) => part !== '');
  const firstDynamic = parts.findIndex((part) => /[*?[\]{}()!+@|\\]/.test(part));
  const first = firstDynamic === -1 ? parts.length - 1 : firstDynamic;
  return { folder: resolve(base, start + parts.slice(0, first).join('/')), pattern: parts.slice(first).join('/') };
}

async function search(argument: string, folder: string, pattern: string, options: FindOptions, host: Host) {
  const messages = messagesFor(options.locale);
  const isGlob = pattern !== guidePattern;
  const lastPart = posix.basename(pattern);
  const rules = await ignoreRulesFor(folder, host, options.ignore);
  // A bare `*` stands for guides only; whoever writes `*.txt` has chosen.
  const hasWantedExtension = (path: string) => lastPart.includes('.') || guideExtension.test(path);
  const isReserved = (path: string) => isDynamicPattern(lastPart) && reservedName.test(basename(path));

  const { found, unreadable } = await searchFolder(folder, pattern, { rules, keepIgnored: false }, host);
  for (const [path, code] of unreadable) {
    if (code === 'ENOENT' || code === 'ENOTDIR') continue;
    throw new UserError(messages.unreadableFolder({ path: displayPath(path, host), code }));
  }
  const candidates = found.filter(hasWantedExtension);
  const guides = candidates.filter((path) => !isReserved(path));
  if (guides.length > 0 || options.allowEmpty) return guides;

  const everything = await searchFolder(folder, pattern, { rules, keepIgnored: true }, host);
  const ignoredGuides = everything.found.filter((path) => hasWantedExtension(path) && !isReserved(path));
  if (ignoredGuides.length > 0) {
    const ignoreFiles = new Set(ignoredGuides.map((path) => displayPath(rules.ignoredBy(path, false) ?? path, host)));
    throw new UserError(messages.onlyIgnored({ path: argument, ignoreFiles: [...ignoreFiles].sort() }));
  }
  if (candidates.length > 0) {
    const names = [...new Set(candidates.map((path) => basename(path)))].sort();
    throw new UserError(messages.onlyReservedNames({ path: argument, names }));
  }
  throw new UserError(
    isGlob ? messages.globWithoutGuides({ pattern: argument }) : messages.folderWithoutGuides({ path: argument }),
  );
}
