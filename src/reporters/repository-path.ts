import { posix, win32 } from 'node:path';

/** A path as seen from the repository's root, where `folder` is that of the run. */
export function repositoryPath(path: string, folder: string | undefined): string {
  if (folder === undefined || posix.isAbsolute(path) || win32.isAbsolute(path)) return path;
  return posix.join(folder, path);
}
