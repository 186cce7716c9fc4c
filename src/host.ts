import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  type Stats,
  statSync,
} from 'node:fs';
import { sep } from 'node:path';
import { endingSignals, exitCodeFor } from './host/ending-signals.ts';
import { readFile } from './host/read-file.ts';
import type { ProgramResult } from './host/run-program.ts';
import { type Watching, watchFiles } from './host/watch-files.ts';
import { writeFileAtomically } from './host/write-atomically.ts';

/** Where text goes; `columns` is the terminal's width, and 100 when the stream is not a terminal. */
export interface OutputStream {
  readonly isTTY: boolean;
  readonly columns: number;
  write(text: string): void;
  /** Settles when what was written has been taken, so that it need not pile up; absent where writing never waits. */
  drained?(): Promise<void>;
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

/** What a file is to hold; in pieces where the whole would need too much memory. */
export type FileContent = string | Uint8Array | AsyncIterable<string>;

/** What a file must hold still if it is to be replaced; null where there must be none. */
export type ExpectedContent = string | Uint8Array | null;

/** What became of a file that was to be written: it may have held the same already, or no longer what was expected. */
export type WriteResult = 'written' | 'same' | 'changed';

/** The files; all paths are absolute, and failures reject with Node's errors (`code` is `ENOENT`, `EACCES`, …). */
export interface FileSystem {
  readFile(path: string): Promise<Uint8Array>;
  /** For a file that was read before, in the middle of work that cannot wait. */
  readFileSync(path: string): Uint8Array;
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
  /**
   * Leaves either the old or the whole new content; keeps owner and permissions, follows symbolic links, and writes
   * devices and pipes directly. A file with several names gets the new content under this one only. Removes from the
   * folder the unfinished files of programs that were killed.
   */
  writeFileAtomically(path: string, content: FileContent, expected?: ExpectedContent): Promise<WriteResult>;
  removeFile(path: string): Promise<void>;
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
  /** Milliseconds since the program began, for measuring. */
  now(): number;
  /** Standard input and output byte by byte, for programs that talk with this one. */
  channel(): Channel;
  /** Runs a program in the working folder, without a shell; rejects when it cannot be started. */
  run(command: string, args: readonly string[], input?: string): Promise<ProgramResult>;
  /** Tells of changes in folders and files until the user interrupts the program; resolves once the watch is on. */
  watch(paths: readonly string[], changed: (path: string) => void): Promise<Watching>;
}

/** The host of a real run: with the folder `host`, the only access to `process` and `node:fs`. */
export function nodeHost(): Host {
  return { ...libraryHost(process.cwd()), stdout: outputStream(process.stdout), stderr: outputStream(process.stderr) };
}

/** The host of another program that uses this one: the streams are that program's own, so nothing is written there. */
export function libraryHost(cwd: string = process.cwd()): Host {
  const nowhere: OutputStream = { isTTY: false, columns: 100, write: () => {} };
  return {
    cwd,
    env: process.env,
    separator: sep,
    stdout: nowhere,
    stderr: nowhere,
    files: nodeFiles,
    async stdin() {
      const chunks: Buffer[] = [];
      for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
      return Buffer.concat(chunks).toString('utf8');
    },
    now: () => process.uptime() * 1000,
    channel: () => ({ input: process.stdin, output: process.stdout }),
    async run(...call) {
      // Few runs ask git, and what starts programs takes long to load.
      const { runProgram } = await import('./host/run-program.ts');
      return runProgram({ cwd, env: process.env }, ...call);
    },
    watch: (paths, changed) => watchFiles(paths, changed, interruption()),
  };
}

/** Resolves with the exit code that a signal stands for. */
function interruption(): Promise<number> {
  return new Promise((resolve) => {
    for (const signal of endingSignals) process.once(signal, () => resolve(exitCodeFor(signal)));
  });
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
    async drained() {
      if (closed || !stream.writableNeedDrain) return;
      await new Promise<void>((resolve) => {
        const go = () => {
          for (const event of ['drain', 'close', 'error']) stream.off(event, go);
          resolve();
        };
        for (const event of ['drain', 'close', 'error']) stream.on(event, go);
      });
    },
    get isTTY() {
      return stream.isTTY === true;
    },
    get columns() {
      return stream.isTTY === true && stream.columns > 0 ? stream.columns : 100;
    },
  };
}

/**
 * The file system of `nodeHost`, which test hosts share. To wait for such calls takes longer than they do, and
 * `node:fs/promises` takes milliseconds to load.
 */
export const nodeFiles: FileSystem = {
  readFile,
  readFileSync: (path) => readFileSync(path),
  async readFolder(path) {
    const entries = readdirSync(path, { withFileTypes: true });
    return entries.map((entry) => ({ name: entry.name, kind: kindOf(entry) }));
  },
  stat: async (path) => statusOf(statSync(path)),
  lstat: async (path) => statusOf(lstatSync(path)),
  exists: async (path) => existsSync(path),
  realpath: async (path) => realpathSync.native(path),
  async mkdir(path) {
    mkdirSync(path, { recursive: true });
  },
  writeFileAtomically,
  removeFile: async (path) => rmSync(path),
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
