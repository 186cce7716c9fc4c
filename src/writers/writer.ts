import type { Guide, Locale } from '../model.ts';
import type { PageTemplate } from './site/page-template.ts';

/** What the user may ask of a writer. */
export interface WriteOptions {
  /** Dotted names (`meta.slug`), in the order wanted; formats without columns ignore them. */
  readonly columns?: readonly string[];
  /** The only table wanted, by its dotted name (`guides` is the one with a row a guide); formats without tables ignore it. */
  readonly table?: string;
  /** What stands between two cells of a text table; a comma unless told. */
  readonly delimiter?: string;
  /** Dotted names of the only values wanted in JSON. */
  readonly pick?: readonly string[];
  /** Begin every text table with a byte order mark, as Excel needs it to see UTF-8. */
  readonly bom: boolean;
  /** The user's language: for errors, and for pages whose guides do not settle on a language. */
  readonly locale: Locale;
  /** Where pages will be published, with `/` at its end. */
  readonly baseUrl?: string;
  /** Only the article of each page, without head, list and sitemap. */
  readonly fragment?: boolean;
  /** The user's own parts of pages. */
  readonly template?: PageTemplate;
  /** Hears of a guide that cannot be written because of a bug, and is left out; without it, the failure ends the run. */
  onFailure?(path: string, error: unknown): void;
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
