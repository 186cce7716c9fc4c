import { basename, dirname } from 'node:path';
import { PassThrough } from 'node:stream';
import { type FileContent, type FileSystem, type FolderEntry, type Host, nodeFiles } from '../src/host.ts';

/** The working folder of a memory host, which is a repository of its own. */
export const projectFolder = '/guidepost-project';

/** A host whose project and output are kept in memory. */
export interface MemoryHost extends Host {
  /** Text by path from the working folder. */
  readonly texts: ReadonlyMap<string, string>;
  readonly output: { stdout: string; stderr: string };
}

/** A host whose working folder holds these files and no others; all outside of it is real, and read only. */
export function memoryHost(files: Readonly<Record<string, string>>): MemoryHost {
  const texts = new Map(Object.entries({ '.git/HEAD': '', ...files }));
  const output = { stdout: '', stderr: '' };
  const streamTo = (name: keyof typeof output) => ({
    isTTY: false,
    columns: 100,
    write(text: string) {
      output[name] += text;
    },
  });
  return {
    cwd: projectFolder,
    env: {},
    separator: '/',
    stdout: streamTo('stdout'),
    stderr: streamTo('stderr'),
    files: memoryFiles(texts),
    stdin: async () => '',
    now: () => performance.now(),
    channel: () => ({ input: new PassThrough(), output: new PassThrough() }),
    run: async () => {
      throw new Error('no program can be run here');
    },
    watch: async () => {
      throw new Error('nothing can be watched here');
    },
    texts,
    output,
  };
}

function memoryFiles(texts: Map<string, string>): FileSystem {
  /** The path from the project's folder; undefined for what lies elsewhere. */
  const own = (path: string): string | undefined => {
    if (path === projectFolder) return '';
    return path.startsWith(`${projectFolder}/`) ? path.slice(projectFolder.length + 1) : undefined;
  };
  const isFolder = (path: string): boolean =>
    path === '' || [...texts.keys()].some((key) => key.startsWith(`${path}/`));
  const bytes = (path: string): Uint8Array => {
    const text = texts.get(path);
    if (text === undefined) throw failure(isFolder(path) ? 'EISDIR' : 'ENOENT', path);
    return Buffer.from(text, 'utf8');
  };
  const status: FileSystem['stat'] = async (path) => {
    const at = own(path);
    if (at === undefined) return nodeFiles.stat(path);
    const text = texts.get(at);
    if (text !== undefined) return { kind: 'file', size: Buffer.byteLength(text) };
    if (isFolder(at)) return { kind: 'folder', size: 0 };
    throw failure('ENOENT', path);
  };
  return {
    async readFile(path) {
      const at = own(path);
      return at === undefined ? nodeFiles.readFile(path) : bytes(at);
    },
    readFileSync(path) {
      const at = own(path);
      return at === undefined ? nodeFiles.readFileSync(path) : bytes(at);
    },
    async readFolder(path) {
      const at = own(path);
      if (at === undefined) return nodeFiles.readFolder(path);
      if (!isFolder(at)) throw failure(texts.has(at) ? 'ENOTDIR' : 'ENOENT', path);
      const prefix = at === '' ? '' : `${at}/`;
      const entries = new Map<string, FolderEntry>();
      for (const key of texts.keys()) {
        if (!key.startsWith(prefix)) continue;
        const [name = '', ...rest] = key.slice(prefix.length).split('/');
        entries.set(name, { name, kind: rest.length > 0 ? 'folder' : 'file' });
      }
      return [...entries.values()];
    },
    stat: status,
    lstat: status,
    async exists(path) {
      const at = own(path);
      return at === undefined ? nodeFiles.exists(path) : texts.has(at) || isFolder(at);
    },
    async realpath(path) {
      if (own(path) === undefined) return nodeFiles.realpath(path);
      await status(path);
      return path;
    },
    async mkdir() {},
    async writeFileAtomically(path, content, expected) {
      const at = own(path);
      if (at === undefined) throw failure('EROFS', path);
      const before = texts.get(at);
      if (expected !== undefined && (expected === null ? undefined : textOf(expected)) !== before) return 'changed';
      const text = await wholeText(content);
      texts.set(at, text);
      return text === before ? 'same' : 'written';
    },
    async removeFile(path) {
      const at = own(path);
      if (at === undefined || !texts.delete(at)) throw failure('ENOENT', path);
    },
  };
}

function failure(code: string, path: string): Error {
  return Object.assign(new Error(`${code}: ${basename(path)} in ${dirname(path)}`), { code });
}

function textOf(content: string | Uint8Array): string {
  return typeof content === 'string' ? content : Buffer.from(content).toString('utf8');
}

async function wholeText(content: FileContent): Promise<string> {
  if (typeof content === 'string' || content instanceof Uint8Array) return textOf(content);
  const pieces: string[] = [];
  for await (const piece of content) pieces.push(piece);
  return pieces.join('');
}
