import { dirname, isAbsolute, relative, sep } from 'node:path';
import { UserError } from '../errors.ts';
import type { FileSystem, Host } from '../host.ts';
import { messagesFor } from '../locale/messages.ts';
import type { Locale } from '../model.ts';
import { displayPath } from './display-path.ts';
import { projectRoot, repositoryAround } from './project-root.ts';

/** A path of the project that really lies elsewhere; `code` lets whoever reads guides make a problem of it. */
export class OutsideProject extends UserError {
  readonly code = 'EOUTSIDE';
}

/** For a `catch`: a value in place of what cannot be read, save where the refusal must be heard. */
export function unlessOutside<Value>(value: Value): (error: unknown) => Value {
  return (error) => {
    if (error instanceof OutsideProject) throw error;
    return value;
  };
}

type Place = Pick<Host, 'cwd' | 'files'>;

/**
 * The same host, which follows no link out of the project. Who commits a link must not choose what is read or written;
 * who calls the program may, so a path that is named outside of the project is taken as it is, save that links in
 * another repository stay there too.
 */
export function insideProject(host: Host, locale: Locale): Host {
  const { files } = host;
  const boundary = boundaryOf(host);
  const expectInside = async (path: string, use: 'read' | 'write'): Promise<void> => {
    const root = await boundary(path);
    if (root === undefined || (await isReallyInside(path, root, use, files))) return;
    throw new OutsideProject(messagesFor(locale).leadsOutside({ path: displayPath(path, host) }));
  };
  const reading =
    <Result>(work: (path: string) => Promise<Result>) =>
    async (path: string): Promise<Result> => {
      await expectInside(path, 'read');
      return work(path);
    };
  const writing =
    <Rest extends readonly unknown[], Result>(work: (path: string, ...rest: Rest) => Promise<Result>) =>
    async (path: string, ...rest: Rest): Promise<Result> => {
      await expectInside(path, 'write');
      return work(path, ...rest);
    };
  // Without a spread: what a file system learns to do later has to be decided on here.
  const guarded: FileSystem = {
    readFile: reading(files.readFile),
    readFolder: reading(files.readFolder),
    stat: reading(files.stat),
    exists: reading(files.exists),
    mkdir: writing(files.mkdir),
    writeFileAtomically: writing(files.writeFileAtomically),
    // These do not follow the link that a path ends in.
    async lstat(path) {
      await expectInside(dirname(path), 'read');
      return files.lstat(path);
    },
    async removeFile(path) {
      await expectInside(dirname(path), 'write');
      return files.removeFile(path);
    },
    // Of what was read before, and of what the user keeps elsewhere.
    readFileSync: files.readFileSync,
    realpath: files.realpath,
  };
  return { ...host, files: guarded };
}

/** Tells whether a path that content names, not the user, lies in the project, links followed. */
export async function projectCheck(place: Place): Promise<(path: string) => Promise<boolean>> {
  const root = await projectRoot(place);
  return async (path) => isInside(path, root) && isReallyInside(path, root, 'read', place.files);
}

/** Whether a path lies in a folder, or is that folder, going by the names alone. */
export function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** Whether what stands at a path, or would be made there, lies in a folder when all links are followed. */
export async function isReallyInside(
  path: string,
  root: string,
  use: 'read' | 'write',
  files: Pick<FileSystem, 'realpath' | 'lstat'>,
): Promise<boolean> {
  const real = (at: string): Promise<string | undefined> => files.realpath(at).catch(() => undefined);
  const realRoot = (await real(root)) ?? root;
  for (let at = path; isInside(at, root); at = dirname(at)) {
    const target = await real(at);
    if (target !== undefined) return isInside(target, realRoot);
    // A link to what is not there yet: who reads finds nothing, who writes would make it.
    const isLink = use === 'write' && (await files.lstat(at).catch(() => undefined))?.kind === 'link';
    if (isLink) return false;
  }
  return true;
}

/** The folder that a path must stay in; undefined where the user alone can have named it. */
function boundaryOf(place: Place): (path: string) => Promise<string | undefined> {
  let project: Promise<string> | undefined;
  const others = new Map<string, Promise<string | undefined>>();
  return async (path) => {
    project ??= projectRoot(place);
    const root = await project;
    if (isInside(path, root)) return root;
    const folder = dirname(path);
    const known = others.get(folder) ?? repositoryAround(folder, place.files);
    others.set(folder, known);
    return known;
  };
}
