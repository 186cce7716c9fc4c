import { join, posix, resolve } from 'node:path';
import type { Host } from '../host.ts';
import { unlessOutside } from './inside-project.ts';

/** What a rule says of the folders that it wants to know, with its options in force for a file. */
export interface FolderWish {
  /** Folders from the working folder. */
  readonly folders: readonly string[];
  /** Paths of the guides it looks at: what stands beside them counts as well. */
  readonly guides: readonly string[];
}

/**
 * The files in the folders that rules ask for and beside the guides they look at, as paths from the working folder with
 * `/` between folders; undefined when no rule asks. A folder that is not there holds nothing.
 */
export async function listRuleFiles(
  wishes: readonly FolderWish[],
  host: Host,
): Promise<ReadonlySet<string> | undefined> {
  const asked = wishes.filter(({ folders }) => folders.length > 0);
  if (asked.length === 0) return undefined;
  const beside = asked.flatMap(({ guides }) => guides.map((path) => posix.dirname(path)));
  const files = new Set<string>();
  const seen = new Set<string>();
  for (const folder of new Set([...asked.flatMap(({ folders }) => folders), ...beside])) {
    await addFiles(posix.normalize(folder.replaceAll('\\', '/')).replace(/\/$/, ''), files, seen, host);
  }
  return files;
}

async function addFiles(folder: string, files: Set<string>, seen: Set<string>, host: Host): Promise<void> {
  if (seen.has(folder)) return;
  seen.add(folder);
  const entries = await host.files.readFolder(resolve(host.cwd, folder)).catch(unlessOutside([]));
  for (const { name, kind } of entries) {
    const path = folder === '.' ? name : join(folder, name).replaceAll('\\', '/');
    if (kind === 'folder' && name !== 'node_modules' && !name.startsWith('.')) await addFiles(path, files, seen, host);
    else if (kind !== 'folder') files.add(path);
  }
}
