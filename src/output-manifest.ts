import { basename, join } from 'node:path';
import { UserError } from './errors.ts';
import { displayPath } from './find/find-guides.ts';
import { readBytes } from './find/read-source.ts';
import type { Host } from './host.ts';
import { messagesFor } from './locale/messages.ts';
import type { Locale } from './model.ts';

/** Name of the file in an output folder that says which other files there are ours. */
export const manifestName = '.guidepost-manifest.json';

/** A file that an export has written. */
export interface KnownOutput {
  /** SHA-256 of its bytes, in hexadecimal digits. */
  readonly hash: string;
  /** Path of the guide it was made from, where it was a single one. */
  readonly guide?: string;
}

/** The files that exports have written into a folder: by format, then by name. */
export type OutputManifest = ReadonlyMap<string, ReadonlyMap<string, KnownOutput>>;

/** Reads the manifest of a folder, and what its file holds; nothing where there is none. */
export async function readManifest(
  folder: string,
  locale: Locale,
  host: Host,
): Promise<{ readonly manifest: OutputManifest; readonly bytes: Uint8Array | null }> {
  const path = join(folder, manifestName);
  if (!(await host.files.exists(path))) return { manifest: new Map(), bytes: null };
  const shown = displayPath(path, host);
  const bytes = await readBytes({ path: shown, absolutePath: path }, host);
  const manifest = 'reason' in bytes ? undefined : decode(new TextDecoder().decode(bytes));
  if ('reason' in bytes || !manifest) throw new UserError(messagesFor(locale).batch.brokenManifest({ path: shown }));
  return { manifest, bytes };
}

/** The text of the manifest, in an order that does not depend on that of the runs. */
export function manifestText(manifest: OutputManifest): string {
  const sorted = <Value>(map: ReadonlyMap<string, Value>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
  const outputs = sorted(manifest).map(([format, files]) => [format, Object.fromEntries(sorted(files))]);
  return `${JSON.stringify({ generator: 'guidepost', outputs: Object.fromEntries(outputs) }, null, 2)}\n`;
}

function decode(text: string): OutputManifest | undefined {
  const value = parsed(text);
  if (!isObject(value) || !isObject(value.outputs)) return undefined;
  const manifest = new Map<string, Map<string, KnownOutput>>();
  for (const [format, files] of Object.entries(value.outputs)) {
    if (!isObject(files)) return undefined;
    const known = new Map<string, KnownOutput>();
    for (const [name, output] of Object.entries(files)) {
      // What is named here may be removed: it has to lie in this folder.
      const isPlain = name !== '' && name === basename(name) && !/^\.{1,2}$|\\|\0/.test(name);
      if (!isPlain || !isObject(output) || typeof output.hash !== 'string') return undefined;
      known.set(name, { hash: output.hash, ...(typeof output.guide === 'string' && { guide: output.guide }) });
    }
    manifest.set(format, known);
  }
  return manifest;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
