import { randomUUID } from 'node:crypto';
import { createReadStream, rmSync } from 'node:fs';
import { access, constants, open, readdir, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { constants as osConstants } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { FileContent } from '../host.ts';

/** See `FileSystem` for what it promises. */
export async function writeFileAtomically(path: string, content: FileContent): Promise<boolean> {
  const present = await stat(path).catch(unlessMissing);
  if (present !== undefined && !present.isFile()) {
    await overwrite(path, content, 'w');
    return true;
  }
  const isText = typeof content === 'string' || content instanceof Uint8Array;
  if (present !== undefined && isText && (await holds(path, present.size, content))) return false;
  // A rename would also replace a file that is write-protected.
  if (present !== undefined) await access(path, constants.W_OK);
  const target = present === undefined ? path : await realpath(path);
  const draft = join(dirname(target), draftName(basename(target)));
  keepClean(draft);
  try {
    await overwrite(draft, content, 'wx', present?.mode);
    const isNew = present === undefined || isText || !(await isSameContent(draft, path));
    await (isNew ? rename(draft, target) : rm(draft));
    return isNew;
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  } finally {
    drafts.delete(draft);
  }
}

/** Names the process as well: what it leaves unfinished when it is killed may be removed once it is gone. */
function draftName(name: string): string {
  return `.${name.slice(0, 60)}.${process.pid}-${randomUUID().slice(0, 8)}.tmp`;
}

/** The files that are being written. */
const drafts = new Set<string>();
let isWatching = false;

/** Sees to it that a draft does not outlive the program, however it ends, save by a kill. */
function keepClean(draft: string): void {
  drafts.add(draft);
  if (isWatching) return;
  isWatching = true;
  process.once('exit', () => {
    for (const path of drafts) rmSync(path, { force: true });
  });
  for (const signal of ['SIGHUP', 'SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => process.exit(128 + osConstants.signals[signal]));
}

/** See `FileSystem` for what it promises. */
export async function removeStaleDrafts(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const writer = /^\..+\.(\d+)-[0-9a-f]{8}\.tmp$/.exec(name)?.[1];
    if (writer !== undefined && !isRunning(Number(writer))) await rm(join(folder, name), { force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Somebody else's process runs as well.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function holds(path: string, size: number, content: string | Uint8Array): Promise<boolean> {
  const bytes = Buffer.from(content);
  return bytes.length === size && bytes.equals(await readFile(path));
}

/** Compares piece by piece: the files may be larger than memory. */
async function isSameContent(path: string, other: string): Promise<boolean> {
  if ((await stat(path)).size !== (await stat(other)).size) return false;
  const one = createReadStream(path)[Symbol.asyncIterator]();
  const two = createReadStream(other)[Symbol.asyncIterator]();
  for (;;) {
    const [a, b] = [await one.next(), await two.next()];
    if (a.done || b.done) return a.done === b.done;
    if (!Buffer.from(a.value).equals(Buffer.from(b.value))) {
      await Promise.all([one.return?.(), two.return?.()]);
      return false;
    }
  }
}

async function overwrite(path: string, content: FileContent, flags: string, mode?: number): Promise<void> {
  const file = await open(path, flags);
  try {
    if (typeof content === 'string' || content instanceof Uint8Array) await file.writeFile(content);
    else for await (const piece of content) await file.appendFile(piece);
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
