import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { endingSignals, exitCodeFor } from './ending-signals.ts';

/** The unfinished files of this program. */
const drafts = new Set<string>();
/** Folders whose names have changed; whether the disk knows of it already is uncertain until the program ends. */
const changed = new Set<string>();
const swept = new Set<string>();
let isWatching = false;

/**
 * A path beside a file for what shall take its place; it does not outlive the program, however that ends, save by a kill.
 * What a program left in this folder that was killed is removed.
 */
export function newDraft(target: string): string {
  const folder = dirname(target);
  if (!swept.has(folder)) removeStale(folder);
  swept.add(folder);
  // The process is named: what it leaves unfinished when it is killed may be removed once it is gone.
  const name = `.${basename(target).slice(0, 60)}.${process.pid}-${randomUUID().slice(0, 8)}.tmp`;
  const draft = join(folder, name);
  drafts.add(draft);
  watchEnd();
  return draft;
}

/** Says that a draft has taken its file's place, or is there no longer. */
export function endDraft(draft: string, end: 'renamed' | 'removed'): void {
  if (end === 'removed') rmSync(draft, { force: true });
  else changed.add(dirname(draft));
  drafts.delete(draft);
}

/**
 * A signal ends the program with the code that shells give it. As long as nothing has been written there is nothing to
 * clean up, and the system does that at once, even in the midst of a computation.
 */
function watchEnd(): void {
  if (isWatching) return;
  isWatching = true;
  process.once('exit', () => {
    for (const draft of drafts) rmSync(draft, { force: true });
    for (const folder of changed) flushFolder(folder);
  });
  for (const signal of endingSignals) process.once(signal, () => process.exit(exitCodeFor(signal)));
}

function flushFolder(folder: string): void {
  try {
    const opened = openSync(folder, 'r');
    try {
      fsyncSync(opened);
    } finally {
      closeSync(opened);
    }
  } catch (error) {
    // Not every system flushes folders; whether the new names outlive a power cut is then up to it.
    if (!(error instanceof Error && 'code' in error)) throw error;
  }
}

function removeStale(folder: string): void {
  for (const name of namesIn(folder)) {
    const writer = /^\..+\.(\d+)-[0-9a-f]{8}\.tmp$/.exec(name)?.[1];
    const path = join(folder, name);
    if (writer !== undefined && !drafts.has(path) && !isRunning(Number(writer))) rmSync(path, { force: true });
  }
}

/** None where they may not be listed: a folder like that can be written to all the same. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error) return [];
    throw error;
  }
}

function isRunning(pid: number): boolean {
  // An earlier program may have had the number of this one, whose own drafts are known.
  if (pid === process.pid) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Somebody else's process runs as well.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
