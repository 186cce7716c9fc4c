import { posix } from 'node:path';
import type { FileSystem, FolderEntry } from '../host.ts';
import { type Git, textOf } from './git.ts';

/** A file of git's index. */
interface Entry {
  readonly id: string;
  readonly isLink: boolean;
  /** Not so in the midst of a merge, where the index holds no content to take. */
  readonly isMerged: boolean;
}

/**
 * The files as git's index has them: nothing that is not in it is listed, and what differs from the work tree, or is in
 * `changed` (named as git does), is read from it. What is named though git does not know it is read from the work tree.
 */
export async function indexFiles(git: Git, changed: ReadonlySet<string>, disk: FileSystem): Promise<FileSystem> {
  const entries = await readIndex(git);
  const folders = foldersOf(entries);
  const dirty = await git.list(['diff', '--no-ext-diff', '--ignore-submodules', '--name-only', '-z']);
  const fromIndex = new Set([...changed, ...dirty]);
  const blobs = await readGuides(
    git,
    [...fromIndex].flatMap((name) => (/\.(md|markdown)$/i.test(name) ? (entries.get(name) ?? []) : [])),
  );
  const contentAt = (path: string): Promise<Uint8Array> | undefined => {
    const name = git.repositoryPath(path);
    const entry = entries.get(name);
    if (!entry?.isMerged || entry.isLink || !fromIndex.has(name)) return undefined;
    const content = blobs.get(entry.id) ?? git.run(['cat-file', 'blob', entry.id]);
    blobs.set(entry.id, content);
    return content;
  };
  const statusOf = async (path: string, onDisk: FileSystem['stat']): ReturnType<FileSystem['stat']> => {
    const content = await contentAt(path);
    if (content) return { kind: 'file', size: content.length };
    return folders.has(git.repositoryPath(path)) ? { kind: 'folder', size: 0 } : onDisk(path);
  };
  return {
    ...disk,
    readFile: (path) => contentAt(path) ?? disk.readFile(path),
    stat: (path) => statusOf(path, disk.stat),
    lstat: (path) => statusOf(path, disk.lstat),
    exists: async (path) => contentAt(path) !== undefined || disk.exists(path),
    async readFolder(path) {
      const name = git.repositoryPath(path);
      return name === '..' || name.startsWith('../') ? disk.readFolder(path) : (folders.get(name) ?? []);
    },
  };
}

async function readIndex(git: Git): Promise<ReadonlyMap<string, Entry>> {
  const entries = new Map<string, Entry>();
  for (const line of await git.list(['ls-files', '--stage', '-z'])) {
    const [, mode = '', id = '', stage = '', name = ''] = /^(\d+) ([0-9a-f]+) (\d)\t([\s\S]*)$/.exec(line) ?? [];
    // The commit of a submodule is no file.
    if (mode !== '160000') entries.set(name, { id, isLink: mode === '120000', isMerged: stage === '0' });
  }
  return entries;
}

/** Many at once: to start git for each would take longer than to check it. */
async function readGuides(git: Git, entries: readonly Entry[]): Promise<Map<string, Promise<Uint8Array>>> {
  const ids = [...new Set(entries.filter(({ isLink, isMerged }) => isMerged && !isLink).map(({ id }) => id))];
  const blobs = new Map<string, Promise<Uint8Array>>();
  const output = ids.length === 0 ? new Uint8Array() : await git.run(['cat-file', '--batch'], `${ids.join('\n')}\n`);
  let at = 0;
  for (const id of ids) {
    const start = output.indexOf(0x0a, at) + 1;
    const size = Number(textOf(output.subarray(at, start)).split(' ')[2]);
    blobs.set(id, Promise.resolve(output.subarray(start, start + size)));
    at = start + size + 1;
  }
  return blobs;
}

function foldersOf(entries: ReadonlyMap<string, Entry>): ReadonlyMap<string, readonly FolderEntry[]> {
  const folders = new Map<string, FolderEntry[]>([['', []]]);
  const add = (path: string, kind: FolderEntry['kind']): void => {
    const parent = posix.dirname(path) === '.' ? '' : posix.dirname(path);
    const siblings = folders.get(parent);
    if (siblings) siblings.push({ name: posix.basename(path), kind });
    else {
      folders.set(parent, [{ name: posix.basename(path), kind }]);
      add(parent, 'folder');
    }
  };
  for (const [path, { isLink }] of entries) add(path, isLink ? 'link' : 'file');
  return folders;
}
