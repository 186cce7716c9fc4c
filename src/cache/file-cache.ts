import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Host } from '../host.ts';
import { keptIn, textOf } from './kept-text.ts';
import type { KeptVerdict, VerdictCache } from './verdict-cache.ts';

/** What a file of the cache holds. */
interface Bucket {
  readonly kept: Map<string, KeptVerdict>;
  isChanged: boolean;
}

/**
 * Keeps verdicts in a folder, spread over some files, so that a run over one guide reads and writes little of what is
 * known of all. What cannot be read or understood counts as unknown; what cannot be written is left, as it was only to
 * save time.
 */
export class FileCache implements VerdictCache {
  readonly #folder: string;
  readonly #host: Host;
  readonly #buckets = new Map<string, Bucket>();
  readonly #seen = new Set<string>();

  /** `folder` is absolute; paths of guides count from the host's working folder. */
  constructor(folder: string, host: Host) {
    this.#folder = folder;
    this.#host = host;
  }

  get(path: string): KeptVerdict | undefined {
    this.#seen.add(path);
    return this.#bucketOf(path).kept.get(path);
  }

  put(path: string, kept: KeptVerdict): void {
    this.#seen.add(path);
    const bucket = this.#bucketOf(path);
    bucket.kept.set(path, kept);
    bucket.isChanged = true;
  }

  /** Writes what has changed, without the guides that are gone. */
  async save(): Promise<void> {
    await this.#openOthers();
    for (const bucket of this.#buckets.values()) await this.#forgetDeleted(bucket);
    const changed = [...this.#buckets].filter(([, { isChanged }]) => isChanged);
    if (changed.length === 0) return;
    const { files } = this.#host;
    try {
      await files.mkdir(this.#folder);
      for (const [name, { kept }] of changed) await files.writeFileAtomically(join(this.#folder, name), textOf(kept));
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
    }
    for (const [, bucket] of changed) bucket.isChanged = false;
  }

  /** A file that only deleted guides are in is opened by nobody; not worth the time where a run looked at few guides. */
  async #openOthers(): Promise<void> {
    const names = await namesIn(this.#folder, this.#host);
    const others = names.filter((name) => !this.#buckets.has(name));
    if (others.length > this.#buckets.size) return;
    for (const name of others) this.#buckets.set(name, { kept: this.#read(name), isChanged: false });
  }

  async #forgetDeleted(bucket: Bucket): Promise<void> {
    const { cwd, files } = this.#host;
    for (const path of bucket.kept.keys()) {
      if (this.#seen.has(path) || (await files.exists(join(cwd, path)))) continue;
      bucket.kept.delete(path);
      bucket.isChanged = true;
    }
  }

  #bucketOf(path: string): Bucket {
    const name = bucketName(path);
    let bucket = this.#buckets.get(name);
    if (!bucket) {
      bucket = { kept: this.#read(name), isChanged: false };
      this.#buckets.set(name, bucket);
    }
    return bucket;
  }

  #read(name: string): Map<string, KeptVerdict> {
    try {
      return keptIn(this.#host.files.readFileSync(join(this.#folder, name)));
    } catch (error) {
      if (!(error instanceof Error && 'code' in error) && !(error instanceof SyntaxError)) throw error;
      return new Map();
    }
  }
}

async function namesIn(folder: string, { files }: Host): Promise<string[]> {
  try {
    const entries = await files.readFolder(folder);
    return entries.filter(({ name }) => /^\d\d\.json$/.test(name)).map(({ name }) => name);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return [];
  }
}

/** One of 64: a run over one guide of thousands reads some kilobytes, one over all reads few files. */
function bucketName(path: string): string {
  const [first = 0] = createHash('sha256').update(path).digest();
  return `${(first >> 2).toString().padStart(2, '0')}.json`;
}
