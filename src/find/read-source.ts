import { UserError } from '../errors.ts';
import type { FileKind, Host } from '../host.ts';
import type { SourceFile } from '../model.ts';
import { decodeSource } from './decode-source.ts';
import type { FoundFile } from './find-guides.ts';

/** Why a file gave no text. */
export type UnreadableReason =
  | 'missing'
  | 'denied'
  | 'not-a-file'
  | 'binary'
  | 'encoding'
  | 'io'
  | 'too-large'
  | 'too-slow'
  | 'bug'
  | 'outside';

/**
 * A file that gave no text. `detail` is one word in no language: the system's error code, what stands there instead
 * (`folder`, `pipe`, …), the encoding it seems to have, its size in bytes, or the seconds it was given. `messages.unreadable` makes a sentence of it.
 */
export interface UnreadableFile {
  readonly path: string;
  readonly reason: UnreadableReason;
  readonly detail: string;
  /** The first byte at fault, counted from 0, the BOM included. */
  readonly offset?: number;
  /** The size, in bytes, that it exceeds. */
  readonly limit?: number;
}

/** The size, in bytes, above which a file is no guide unless somebody says otherwise. */
export const largestSource = 5 * 1024 * 1024;

/** How a file is read. */
interface ReadOptions {
  /** Unit: bytes. */
  readonly largest?: number;
  /** `digestOf` will be asked about it. */
  readonly takesDigest?: boolean;
}

/** Reads a file's exact text, up to a size; whatever keeps it from being read is part of the result, never thrown. */
export async function readSource(
  file: FoundFile,
  host: Host,
  { largest = largestSource, takesDigest = false }: ReadOptions = {},
): Promise<SourceFile | UnreadableFile> {
  const unreadable = (reason: UnreadableReason, detail: string) => ({ path: file.path, reason, detail });
  try {
    // Opening a pipe would wait for its writer, and a device may never end.
    const { kind, size } = await host.files.stat(file.absolutePath);
    if (kind !== 'file') return unreadable('not-a-file', kind satisfies FileKind);
    if (size > largest) return { ...unreadable('too-large', String(size)), limit: largest };
    return decodeSource(file.path, await host.files.readFile(file.absolutePath), takesDigest);
  } catch (error) {
    return unreadableBecause(error, file.path);
  }
}

/** Reads the bytes of a file that is no guide, whatever it is; that it lies outside of the project is thrown. */
export async function readBytes(
  { path, absolutePath }: FoundFile,
  { files }: Pick<Host, 'files'>,
): Promise<Uint8Array | UnreadableFile> {
  try {
    return await files.readFile(absolutePath);
  } catch (error) {
    if (error instanceof UserError) throw error;
    return unreadableBecause(error, path);
  }
}

function unreadableBecause(error: unknown, path: string): UnreadableFile {
  if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) throw error;
  const { code } = error;
  return { path, reason: reasonOf(code), detail: code === 'EISDIR' ? ('folder' satisfies FileKind) : code };
}

function reasonOf(code: string): UnreadableReason {
  if (code === 'EOUTSIDE') return 'outside';
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'missing';
  if (code === 'EACCES' || code === 'EPERM') return 'denied';
  return code === 'EISDIR' ? 'not-a-file' : 'io';
}
