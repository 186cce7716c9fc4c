import { dirname, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CollectionOptions } from '../collection.ts';
import { insideProject } from '../find/inside-project.ts';
import type { Host } from '../host.ts';
import { chooseLocale } from '../locale/messages.ts';
import { Workspace } from './workspace.ts';

/** A file of a workspace. */
export interface WorkspaceFile {
  readonly workspace: Workspace;
  readonly path: string;
}

/** The folders that are open in an editor; a file outside of them has a workspace of its own folder's open files. */
export class Workspaces {
  readonly #folders: ReadonlyMap<string, Workspace>;
  readonly #loose = new Map<string, Workspace>();
  readonly #options: CollectionOptions;
  readonly #host: Host;

  constructor(folders: readonly string[], options: CollectionOptions, host: Host) {
    this.#options = options;
    this.#host = host;
    this.#folders = new Map(folders.map((folder) => [folder, this.#open(folder, false)]));
  }

  get all(): readonly Workspace[] {
    return [...this.#folders.values(), ...this.#loose.values()];
  }

  /** The file at an address, in the innermost folder that holds it; undefined for what is no file. */
  fileAt(uri: string): WorkspaceFile | undefined {
    if (!uri.startsWith('file:')) return undefined;
    const absolutePath = fileURLToPath(uri);
    const folder = [...this.#folders.keys()]
      .filter((root) => isInside(absolutePath, root))
      .reduce<string | undefined>(
        (inner, root) => (inner === undefined || root.length > inner.length ? root : inner),
        undefined,
      );
    const workspace = (folder !== undefined && this.#folders.get(folder)) || this.#looseIn(dirname(absolutePath));
    return { workspace, path: workspace.pathOf(absolutePath) };
  }

  #looseIn(folder: string): Workspace {
    const workspace = this.#loose.get(folder) ?? this.#open(folder, true);
    this.#loose.set(folder, workspace);
    return workspace;
  }

  #open(folder: string, isLoose: boolean): Workspace {
    const host = { ...this.#host, cwd: folder };
    return new Workspace(
      { ...this.#options, isLoose },
      insideProject(host, chooseLocale(this.#options.locale, host.env)),
    );
  }
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !/^[A-Za-z]:/.test(way);
}
