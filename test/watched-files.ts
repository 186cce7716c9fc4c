import { realpathSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import type { FileSystem } from '../src/host.ts';

/** A file system that remembers where it has been, and the folder of each place with all links followed. */
export function watchedFiles(files: FileSystem): FileSystem & { readonly places: Set<string> } {
  const places = new Set<string>();
  const note = (path: string): string => {
    places.add(realPlace(path));
    return path;
  };
  return {
    ...files,
    places,
    readFile: (path) => files.readFile(note(path)),
    readFolder: (path) => files.readFolder(note(path)),
    stat: (path) => files.stat(note(path)),
    exists: (path) => files.exists(note(path)),
    mkdir: (path) => files.mkdir(note(path)),
    writeFileAtomically: (path, ...rest) => files.writeFileAtomically(note(path), ...rest),
    // The link itself goes, not what it leads to.
    removeFile: (path) => files.removeFile(`${note(dirname(path))}/${path.slice(dirname(path).length + 1)}`),
  };
}

/** Those of the places that lie in a folder. */
export function placesIn(folder: string, places: Iterable<string>): string[] {
  return [...places].map((place) => relative(folder, place)).filter((way) => !way.startsWith('..'));
}

function realPlace(path: string): string {
  for (let at = path; ; at = dirname(at)) {
    try {
      return realpathSync(at) + path.slice(at.length);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error) || at === dirname(at)) throw error;
    }
  }
}
