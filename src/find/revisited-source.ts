import type { Host } from '../host.ts';
import type { SourceFile } from '../model.ts';
import { decodeSource } from './decode-source.ts';
import type { FoundFile } from './find-guides.ts';
import { digestOf } from './source-digest.ts';

/** What is kept of texts so that they need not be read twice. Unit: UTF-16 units. */
export const mostKept = 5_000_000;

/** Decides whose text stays in memory: that of a small collection, and of a large one only the first. */
export class SourceKeeper {
  readonly #host: Host;
  readonly #keepAll: boolean;
  #kept = 0;

  /** `keepAll` for files that cannot be read again. */
  constructor(host: Host, keepAll: boolean) {
    this.#host = host;
    this.#keepAll = keepAll;
  }

  /** Whether the text of the next file will be read again. */
  get isFull(): boolean {
    return !this.#keepAll && this.#kept > mostKept;
  }

  /** The same file, whose text is read again when somebody looks at it, where it did not stay. */
  keep(source: SourceFile, file: FoundFile): SourceFile {
    this.#kept += source.text.length;
    if (this.#keepAll || this.#kept <= mostKept) return source;
    return new RevisitedSource(source, file, this.#host);
  }
}

/** The text that was read again last: whoever reports on a file looks at it more than once. */
let latest: { readonly source: RevisitedSource; readonly text: string } | undefined;

/** A file whose text does not stay in memory. */
class RevisitedSource implements SourceFile {
  readonly path: string;
  readonly bom: boolean;
  readonly #absolutePath: string;
  readonly #digest: string;
  readonly #host: Host;

  constructor(source: SourceFile, { absolutePath }: FoundFile, host: Host) {
    this.path = source.path;
    this.bom = source.bom;
    this.#absolutePath = absolutePath;
    this.#digest = digestOf(source);
    this.#host = host;
  }

  /** What was checked; nothing where the file holds something else by now. */
  get text(): string {
    if (latest?.source !== this) latest = { source: this, text: this.#read() };
    return latest.text;
  }

  #read(): string {
    const source = decodeSource(this.path, this.#host.files.readFileSync(this.#absolutePath), true);
    return !('reason' in source) && digestOf(source) === this.#digest ? source.text : '';
  }
}
