import type { Config } from './config/config.ts';
import type { ChangedFiles } from './find/changed-files.ts';
import { findGuides } from './find/find-guides.ts';
import { readSource, type UnreadableFile } from './find/read-source.ts';
import { bindGuide } from './guide-types/bind-guide.ts';
import type { Host } from './host.ts';
import { loadTypes, type TypeOptions } from './load-types.ts';
import type { Guide, Locale, Problem, SourceFile } from './model.ts';
import { parseDocument } from './parse/parse-document.ts';
import { isInShard, type Shard } from './shards/shard.ts';

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
  /** What has changed; when no guide has, none is read. */
  readonly changes?: ChangedFiles;
  /** The only part of the guides that is read. */
  readonly shard?: Shard;
  /** What an earlier run with the same config knew; this run adds to it. */
  readonly memory?: Memory;
}

/** What is kept from one run to the next, by path or guide. */
export interface Memory {
  readonly guides: Map<string, Guide>;
  /** What the rules found in each guide alone. */
  readonly known: WeakMap<Guide, readonly Problem[]>;
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
  const { changes, shard } = options;
  const place = changes?.files ? { ...host, files: changes.files } : host;
  const all = await wantedFiles(options, place);
  const files = shard ? all.filter(({ path }) => isInShard(path, shard)) : all;
  if (changes && !files.some(({ path }) => changes.has(path))) return { guides: [], unreadable: [], bind };
  const guides: Guide[] = [];
  const unreadable: UnreadableFile[] = [];
  for (const file of files) {
    const source = await readSource(file, place);
    if ('reason' in source) unreadable.push(source);
    else guides.push(recalled(source, options.memory) ?? bind(source));
  }
  for (const guide of guides) options.memory?.guides.set(guide.document.source.path, guide);
  return { guides, unreadable, bind };
}

function recalled({ path, text, bom }: SourceFile, memory: Memory | undefined): Guide | undefined {
  const guide = memory?.guides.get(path);
  const before = guide?.document.source;
  return before?.text === text && before.bom === bom ? guide : undefined;
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
