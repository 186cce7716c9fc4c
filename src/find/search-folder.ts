import { join, resolve } from 'node:path';
import { type FileSystemAdapter, glob } from 'tinyglobby';
import type { FolderEntry, Host } from '../host.ts';
import type { IgnoreRules } from './ignore-rules.ts';
import { OutsideProject } from './inside-project.ts';

/** What a search found, and what it could not look at. */
export interface SearchResult {
  /** Absolute paths. */
  readonly found: readonly string[];
  /** Folders that could not be listed, with the system's error code. */
  readonly unreadable: ReadonlyMap<string, string>;
}

/** Files below a folder that match a glob, without ignored files, `node_modules`, dot folders and linked folders. */
export async function searchFolder(
  folder: string,
  pattern: string,
  options: { readonly rules: IgnoreRules; readonly keepIgnored: boolean },
  host: Host,
): Promise<SearchResult> {
  const unreadable = new Map<string, string>();
  let refusal: OutsideProject | undefined;

  async function list(path: string): Promise<FolderEntry[]> {
    await options.rules.enter(path);
    const kept: FolderEntry[] = [];
    for (const entry of await host.files.readFolder(path)) {
      const resolved = entry.kind === 'link' ? await followed(join(path, entry.name), entry, host) : entry;
      if (resolved === undefined) continue;
      const ignoreFile = options.rules.ignoredBy(join(path, entry.name), entry.kind === 'folder');
      if (ignoreFile === undefined || options.keepIgnored) kept.push(resolved);
    }
    return kept;
  }

  const paths = await glob(pattern, {
    cwd: folder,
    fs: folderLister(async (path) => {
      try {
        return await list(resolve(path));
      } catch (error) {
        if (error instanceof OutsideProject) refusal = error;
        else unreadable.set(resolve(path), errorCode(error));
        return [];
      }
    }),
    ignore: pattern.split('/').includes('node_modules') ? [] : ['**/node_modules/**'],
    caseSensitiveMatch: false,
    expandDirectories: false,
    followSymbolicLinks: false,
  });
  if (refusal) throw refusal;
  return { found: paths.map((path) => resolve(folder, path)), unreadable };
}

/** A link counts as the file it leads to, also when it leads nowhere: reading it reports that. */
async function followed(path: string, entry: FolderEntry, host: Host): Promise<FolderEntry | undefined> {
  const status = await host.files.stat(path).catch(() => undefined);
  return status?.kind === 'folder' ? undefined : { name: entry.name, kind: 'file' };
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

/** The one function of `node:fs` that the glob package needs when it follows no links. */
function folderLister(list: (path: string) => Promise<readonly FolderEntry[]>): FileSystemAdapter {
  const readdir = (path: string, _options: unknown, callback: (error: null, entries: unknown[]) => void) => {
    list(path).then((entries) =>
      callback(
        null,
        entries.map((entry) => ({
          name: entry.name,
          isFile: () => entry.kind === 'file',
          isDirectory: () => entry.kind === 'folder',
          isSymbolicLink: () => false,
        })),
      ),
    );
  };
  // The package declares all overloads of `readdir`, but calls only this one.
  return { readdir: readdir as NonNullable<FileSystemAdapter['readdir']> };
}
