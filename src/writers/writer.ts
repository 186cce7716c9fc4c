import type { Guide, Locale } from '../model.ts';

/** What the user may ask of a writer. */
export interface WriteOptions {
  /** Dotted names (`meta.slug`), in the order wanted; formats without columns ignore them. */
  readonly columns?: readonly string[];
  /** Begin every text table with a byte order mark, as Excel needs it to see UTF-8. */
  readonly bom: boolean;
  /** The user's language: for errors, and for pages whose guides do not settle on a language. */
  readonly locale: Locale;
}

/** Turns guides into the text of another format; pure, so the same guides give the same bytes. */
export interface Writer {
  readonly name: string;
  /** Of the files it writes, without the dot. */
  readonly extension: string;
  /** One text for all guides, for stdout or one file. */
  writeAll(guides: readonly Guide[], options: WriteOptions): string;
  /** The files of an output folder: relative path (never with a folder in it) to text. */
  writeFiles(guides: readonly Guide[], options: WriteOptions): ReadonlyMap<string, string>;
}
