import { randomUUID } from 'node:crypto';
import type { Stats } from 'node:fs';
import { access, constants, lstat, mkdir, open, readdir, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';

/** Where text goes; `columns` is the terminal's width, and 100 when the stream is not a terminal. */
export interface OutputStream {
  readonly isTTY: boolean;
  readonly columns: number;
  write(text: string): void;
}

/** What a name in a folder stands for; `link` only where links are not followed. */
export type FileKind = 'file' | 'folder' | 'link' | 'pipe' | 'socket' | 'device';

/** Kind and size (in bytes) of what stands at a path. */
export interface FileStatus {
  readonly kind: FileKind;
  readonly size: number;
}

/** One name in a folder; links are not followed. */
export interface FolderEntry {
  readonly name: string;
  readonly kind: FileKind;
}

/** The files; all paths are absolute, and failures reject with Node's errors (`code` is `ENOENT`, `EACCES`, …). */
export interface FileSystem {
  readFile(path: string): Promise<Uint8Array>;
  readFolder(path: string): Promise<readonly FolderEntry[]>;
  /** Follows links. */
  stat(path: string): Promise<FileStatus>;
  /** Does not follow links. */
  lstat(path: string): Promise<FileStatus>;
  /** False for a dangling link, and for what may not be looked at. */
  exists(path: string): Promise<boolean>;
  realpath(path: string): Promise<string>;
  /** Makes the folders above as well, and accepts a folder that is there already. */
  mkdir(path: string): Promise<void>;
  /** Leaves either the old or the whole new content; keeps links and permissions, and writes devices and pipes directly. */
  writeFileAtomically(path: string, content: string | Uint8Array): Promise<void>;
}

/** The two ends of a conversation with another program. */
export interface Channel {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}

/** The outside world as the program sees it; tests pass one with buffers. */
export interface Host {
  /** Absolute path of the working folder. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** What this system puts between folders; only on Windows may arguments use `\`. */
  readonly separator: '/' | '\\';
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly files: FileSystem;
  /** All of standard input as text; a leading BOM is kept. */
  stdin(): Promise<string>;
  /** Standard input and output byte by byte, for programs that talk with this one. */
  channel(): Channel;
}

/** The host of a real run: the only access to `process` and `node:fs`. */
export function nodeHost(): Host {
  return {
    cwd: process.cwd(),
    env: process.env,
    separator: sep,
    stdout: outputStream(process.stdout),
    stderr: outputStream(process.stderr),
    files: nodeFiles,
    async stdin() {
      const chunks: Buffer[] = [];
      for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
      return Buffer.concat(chunks).toString('utf8');
    },
    channel: () => ({ input: process.stdin, output: process.stdout }),
  };
}

function outputStream(stream: NodeJS.WriteStream): OutputStream {
  let closed = false;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (closed) return;
    closed = true;
    // The reader of a pipe may leave whenever it has seen enough, as `head` does.
    if (error.code === 'EPIPE') return;
    // A full disk shows up only after the write was accepted: by then nobody is left to catch an error.
    if (stream !== process.stderr) process.stderr.write(`guidepost: cannot write the output: ${error.message}\n`);
    process.exit(2);
  });
  return {
    write(text) {
      if (!closed) stream.write(text);
    },
    get isTTY() {
      return stream.isTTY === true;
    },
    get columns() {
      return stream.isTTY === true && stream.columns > 0 ? stream.columns : 100;
    },
  };
}

/** The file system of `nodeHost`, which test hosts share. */
export const nodeFiles: FileSystem = {
  readFile: (path) => readFile(path),
  async readFolder(path) {
    const entries = await readdir(path, { withFileTypes: true });
    return entries.map((entry) => ({ name: entry.name, kind: kindOf(entry) }));
  },
  stat: async (path) => statusOf(await stat(path)),
  lstat: async (path) => statusOf(await lstat(path)),
  exists: (path) =>
    stat(path).then(
      () => true,
      () => false,
    ),
  realpath: (path) => realpath(path),
  async mkdir(path) {
    await mkdir(path, { recursive: true });
  },
  writeFileAtomically,
};

function statusOf(stats: Stats): FileStatus {
  return { kind: kindOf(stats), size: stats.size };
}

function kindOf(entry: Pick<Stats, 'isFile' | 'isDirectory' | 'isSymbolicLink' | 'isFIFO' | 'isSocket'>): FileKind {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  if (entry.isSymbolicLink()) return 'link';
  if (entry.isFIFO()) return 'pipe';
  return entry.isSocket() ? 'socket' : 'device';
}

async function writeFileAtomically(path: string, content: string | Uint8Array): Promise<void> {
  const present = await stat(path).catch(unlessMissing);
  if (present !== undefined && !present.isFile()) return overwrite(path, content, 'w');
  // A rename would also replace a file that is write-protected.
  if (present !== undefined) await access(path, constants.W_OK);
  const target = present === undefined ? path : await realpath(path);
  const draft = join(dirname(target), `.${basename(target).slice(0, 60)}.${randomUUID().slice(0, 8)}.tmp`);
  try {
    await overwrite(draft, content, 'wx', present?.mode);
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

async function overwrite(path: string, content: string | Uint8Array, flags: string, mode?: number): Promise<void> {
  const file = await open(path, flags);
  try {
    await file.writeFile(content);
    if (mode !== undefined) await file.chmod(mode & 0o7777);
    // Devices and pipes cannot be synced, and have no rename to wait for.
    if (flags === 'wx') await file.sync();
  } finally {
    await file.close();
  }
}

function unlessMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
