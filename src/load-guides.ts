import type { Config } from './config/config.ts';
import { findGuides } from './find/find-guides.ts';
import { readSource, type UnreadableFile } from './find/read-source.ts';
import { bindGuide } from './guide-types/bind-guide.ts';
import type { Host } from './host.ts';
import { loadTypes, type TypeOptions } from './load-types.ts';
import type { Guide, Locale, SourceFile } from './model.ts';
import { parseDocument } from './parse/parse-document.ts';

export interface LoadOptions {
  /** Files, folders and globs; none is what the config names, else the working folder. */
  readonly paths: readonly string[];
  /** Name or schema file of the type that all guides have; undefined decides for each. */
  readonly type?: string;
  readonly config: Config;
  readonly allowEmpty: boolean;
  readonly locale: Locale;
  /** The only guide of the run, which is read from no file; `paths` is then empty. */
  readonly given?: SourceFile;
}

/** What the paths stand for. */
export interface LoadedGuides {
  readonly guides: readonly Guide[];
  /** The files that gave no text. */
  readonly unreadable: readonly UnreadableFile[];
  /** The guide that another text would be. */
  bind(source: SourceFile): Guide;
}

/** Find, read, parse and bind. */
export async function loadGuides(options: LoadOptions, host: Host): Promise<LoadedGuides> {
  const bind = await loadBind(options, host);
  if (options.given) return { guides: [bind(options.given)], unreadable: [], bind };
  const guides: Guide[] = [];
  const unreadable: UnreadableFile[] = [];
  for (const file of await wantedFiles(options, host)) {
    const source = await readSource(file, host);
    if ('reason' in source) unreadable.push(source);
    else guides.push(bind(source));
  }
  return { guides, unreadable, bind };
}

/** Loads the guide types of a run, and returns what makes a guide of a text. */
export async function loadBind(options: TypeOptions, host: Host): Promise<(source: SourceFile) => Guide> {
  const typeOf = await loadTypes(options, host);
  return (source) => {
    const document = parseDocument(source);
    const { type, fit } = typeOf(document);
    return bindGuide(document, type, fit);
  };
}

/** The files that the paths stand for. */
export function wantedFiles({ paths, config, allowEmpty, locale }: LoadOptions, host: Host) {
  const options = { allowEmpty, locale, ignore: config.ignore };
  if (paths.length > 0 || !config.files) return findGuides(paths, options, host);
  return findGuides(config.files.patterns, { ...options, folder: config.files.folder }, host);
}
