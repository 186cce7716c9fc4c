import { createHash, type Hash } from 'node:crypto';
import { join } from 'node:path';
import { displayPath } from './find/find-guides.ts';
import { readBytes } from './find/read-source.ts';
import type { Host } from './host.ts';
import type { Locale } from './model.ts';
import { type KnownOutput, manifestName, manifestText, readManifest } from './output-manifest.ts';
import { asUserError, failuresOf, makeFolder, saveFile } from './save-file.ts';
import { foldedName } from './writers/output-names.ts';
import type { OutputFile } from './writers/stream-writer.ts';

export interface SaveFolderOptions {
  /** Runs of other formats do not touch each other's files. */
  readonly format: string;
  /** Removes what earlier runs have written for guides that are gone. */
  readonly prune: boolean;
  /** Whether the guide is gone from which a file was made that this run has not written. */
  isGone(guide: string | undefined): Promise<boolean>;
  readonly locale: Locale;
}

/** What became of the files of an output folder; all by name. */
export interface SavedFolder {
  readonly written: readonly string[];
  /** They held the same already. */
  readonly unchanged: readonly string[];
  readonly removed: readonly string[];
  /** Their guides are gone, but somebody else has changed them. */
  readonly kept: readonly string[];
  /** Their guides are gone; they are there because nobody asked to remove them. */
  readonly leftOver: readonly string[];
  /** Why some files could not be written, a sentence each. */
  readonly failures: readonly string[];
}

/** Writes the files of an output folder, each one whole or not at all, and only where something changes. */
export async function saveFolder(
  folder: string,
  files: AsyncIterable<OutputFile>,
  options: SaveFolderOptions,
  host: Host,
): Promise<SavedFolder> {
  const { locale } = options;
  await makeFolder(folder, locale, host);
  const known =
    (await readManifest(folder, locale, host)).manifest.get(options.format) ?? new Map<string, KnownOutput>();
  const saved = new Map<string, KnownOutput>();
  const [written, unchanged]: [string[], string[]] = [[], []];
  const notWritten = await failuresOf(files, async ({ path, content, guide }) => {
    const hash = createHash('sha256');
    const isText = typeof content === 'string' || content instanceof Uint8Array;
    if (isText) hash.update(content);
    const isNew = await saveFile(join(folder, path), isText ? content : hashed(content, hash), { locale }, host);
    (isNew ? written : unchanged).push(path);
    saved.set(path, { hash: hash.digest('hex'), ...(guide !== undefined && { guide }) });
  });
  for (const { item } of notWritten) {
    const before = known.get(item.path);
    if (before) saved.set(item.path, before);
  }
  const failures = notWritten.map(({ message }) => message);

  const [removed, kept, leftOver]: [string[], string[], string[]] = [[], [], []];
  const isSaved = new Set([...saved.keys()].map(foldedName));
  for (const [name, output] of known) {
    if (isSaved.has(foldedName(name))) continue;
    const found = await lookUp(join(folder, name), output, host);
    if (found === 'missing') continue;
    const isGone = await options.isGone(output.guide);
    if (isGone && found === 'ours' && options.prune) {
      const path = join(folder, name);
      const [failure] = await failuresOf([path], () =>
        asUserError(displayPath(path, host), locale, () => host.files.removeFile(path)),
      );
      if (!failure) {
        removed.push(name);
        continue;
      }
      failures.push(failure.message);
    } else if (isGone) (found === 'ours' ? leftOver : kept).push(name);
    saved.set(name, output);
  }
  await saveManifest(folder, [options.format, saved], locale, host);
  return { written, unchanged, removed, kept, leftOver, failures };
}

/** A run of another format, at the same time, may have changed what it knows. */
async function saveManifest(
  folder: string,
  own: readonly [string, ReadonlyMap<string, KnownOutput>],
  locale: Locale,
  host: Host,
): Promise<void> {
  const { manifest, bytes } = await readManifest(folder, locale, host);
  await saveFile(
    join(folder, manifestName),
    manifestText(new Map([...manifest, own])),
    { locale, expected: bytes },
    host,
  );
}

async function* hashed(pieces: AsyncIterable<string>, hash: Hash): AsyncGenerator<string> {
  for await (const piece of pieces) {
    hash.update(piece);
    yield piece;
  }
}

/** Only a file that still holds what we wrote is ours to remove. */
async function lookUp(path: string, { hash }: KnownOutput, host: Host): Promise<'missing' | 'ours' | 'foreign'> {
  const status = await host.files.lstat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (!status) return 'missing';
  if (status.kind !== 'file') return 'foreign';
  const content = await readBytes({ path, absolutePath: path }, host);
  if ('reason' in content) return 'foreign';
  return createHash('sha256').update(content).digest('hex') === hash ? 'ours' : 'foreign';
}
