import {
  closeSync,
  fsyncSync,
  lstatSync,
  openSync,
  promises,
  readFileSync,
  realpathSync,
  renameSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import type { ExpectedContent, FileContent, WriteResult } from '../host.ts';
import { endDraft, newDraft } from './drafts.ts';
import { isSameContent } from './is-same-content.ts';
import { keepOwner } from './keep-owner.ts';
import { nextTurn } from './next-turn.ts';

/**
 * See `FileSystem` for what it promises. Each step is made without waiting: between the steps of one that waits, a
 * signal could end the program while the system still makes a file.
 */
export async function writeFileAtomically(
  path: string,
  content: FileContent,
  expected?: ExpectedContent,
): Promise<WriteResult> {
  // Signals are heard here.
  await nextTurn();
  const present = statusOf(path);
  if (present !== undefined && !present.isFile()) {
    if (expected !== undefined && !present.isDirectory()) return 'changed';
    await overwrite(path, content);
    return 'written';
  }
  const target = present !== undefined || isLink(path) ? realpathSync.native(path) : path;
  const isText = typeof content === 'string' || content instanceof Uint8Array;
  if (present !== undefined && isText && holds(target, content)) return 'same';
  if (!isAsExpected(target, expected)) return 'changed';
  // A rename would also replace a file that is write-protected.
  if (present !== undefined) closeSync(openSync(target, 'r+'));
  const draft = newDraft(target);
  let end: 'renamed' | 'removed' = 'removed';
  try {
    await writeDraft(draft, content, present);
    if (present !== undefined && !isText && isSameContent(draft, target)) return 'same';
    if (!isAsExpected(target, expected)) return 'changed';
    renameSync(draft, target);
    end = 'renamed';
    return 'written';
  } finally {
    endDraft(draft, end);
  }
}

async function writeDraft(draft: string, content: FileContent, replaced: Stats | undefined): Promise<void> {
  // Nobody may read what they could not read before, not even for a moment.
  const file = openSync(draft, 'wx', replaced === undefined ? 0o666 : 0o600);
  try {
    for await (const piece of piecesOf(content)) writeFileSync(file, piece);
    if (replaced !== undefined) keepOwner(file, replaced);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Into what is no file: devices and pipes have no content to keep, and no rename to wait for. */
async function overwrite(path: string, content: FileContent): Promise<void> {
  const file = await promises.open(path, 'w');
  try {
    for await (const piece of piecesOf(content)) await file.writeFile(piece);
  } finally {
    await file.close();
  }
}

function piecesOf(content: FileContent): Iterable<string | Uint8Array> | AsyncIterable<string> {
  return typeof content === 'string' || content instanceof Uint8Array ? [content] : content;
}

function isAsExpected(path: string, expected: ExpectedContent | undefined): boolean {
  if (expected === undefined) return true;
  const status = statusOf(path);
  if (expected === null) return status === undefined;
  return status?.isFile() === true && holds(path, expected);
}

function holds(path: string, content: string | Uint8Array): boolean {
  const bytes = Buffer.from(content);
  return statSync(path).size === bytes.length && bytes.equals(readFileSync(path));
}

function statusOf(path: string): Stats | undefined {
  return statSync(path, { throwIfNoEntry: false });
}

/** One that leads nowhere is no place to write to: following it fails, and it must not be replaced. */
function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}
