import { dirname, join } from 'node:path';
import type { FileSystem, Host } from '../host.ts';

/** The names a config may have; in a `package.json` it stands under `guidepost`. */
export const configNames = ['guidepost.config.json', 'guidepost.config.yaml', 'guidepost.config.yml'];

/**
 * The folder that a run may read and write: the repository around the working folder, else the folder of the nearest
 * config, else the working folder itself.
 */
export async function projectRoot({ cwd, files }: Pick<Host, 'cwd' | 'files'>): Promise<string> {
  const root = await repositoryAround(cwd, files);
  return root ?? (await nearestFolder(cwd, (folder) => holdsConfig(folder, files))) ?? cwd;
}

/** The nearest folder, from one upwards, that is a repository. */
export function repositoryAround(folder: string, files: FileSystem): Promise<string | undefined> {
  // In a work tree or a submodule `.git` is a file, and some programs make it a link.
  return nearestFolder(folder, (path) => isThere(join(path, '.git'), files));
}

/** Whether a package file seems to hold a config, be it broken or not. */
export function mentionsConfig(packageText: string): boolean {
  return /"guidepost"\s*:/.test(packageText);
}

async function holdsConfig(folder: string, files: FileSystem): Promise<boolean> {
  for (const name of configNames) if (await isThere(join(folder, name), files)) return true;
  const bytes = await files.readFile(join(folder, 'package.json')).catch(() => new Uint8Array());
  return mentionsConfig(new TextDecoder().decode(bytes));
}

async function nearestFolder(
  start: string,
  isWanted: (folder: string) => Promise<boolean>,
): Promise<string | undefined> {
  for (let folder = start; ; folder = dirname(folder)) {
    if (await isWanted(folder)) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}

function isThere(path: string, files: FileSystem): Promise<boolean> {
  return files.lstat(path).then(
    () => true,
    () => false,
  );
}
