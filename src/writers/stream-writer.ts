import type { FrontMatter, GuideTypeInfo, SourceFile } from '../model.ts';
import type { WriteOptions } from './writer.ts';

/** What a writer of data needs of a guide: text, syntax tree and places may be gone. */
export interface GuideContent {
  readonly type: GuideTypeInfo;
  readonly value: Readonly<Record<string, unknown>>;
  readonly document: {
    readonly source: Pick<SourceFile, 'path'>;
    readonly frontMatter?: Pick<FrontMatter, 'format' | 'value'>;
  };
}

/** A file of an output folder. */
export interface OutputFile {
  /** Relative to the folder, never with a folder in it. */
  readonly path: string;
  readonly content: string | Uint8Array | AsyncIterable<string>;
  /** Path of the only guide that it holds; absent when it is about all. */
  readonly guide?: string;
}

/** Turns guides into another format one by one, so that memory does not grow with their number; else like `Writer`. */
export interface StreamWriter {
  readonly name: string;
  readonly extension: string;
  /** Tells it from a `Writer`. */
  readonly isStream: true;
  /** One text for all guides, piece by piece. */
  writeAll(guides: AsyncIterable<GuideContent>, options: WriteOptions): AsyncIterable<string>;
  /** The files of an output folder; the content of each is taken before the next one is asked for. */
  writeFiles(guides: AsyncIterable<GuideContent>, options: WriteOptions): AsyncIterable<OutputFile>;
}
