import type { Config } from './config/config.ts';
import { DeadlineError, eachWithDeadline } from './deadline.ts';
import type { ChangedFiles } from './find/changed-files.ts';
import { type FoundFile, findGuides } from './find/find-guides.ts';
import { largestSource, readSource, type UnreadableFile } from './find/read-source.ts';
import { bindGuide } from './guide-types/bind-guide.ts';
import type { Host } from './host.ts';
import { loadTypes, type TypeDecision, type TypeOptions } from './load-types.ts';
import type { Document, Guide, Locale, SourceFile } from './model.ts';
import { parseDocument } from './parse/parse-document.ts';
import type { ParserChoice } from './parse/parse-markdown.ts';
import { isInShard, type Shard } from './shards/shard.ts';
import { noStopwatch } from './stopwatch.ts';

/** What one guide may cost. */
export interface Limits {
  /** Milliseconds that parsing, binding and checking one guide may take. */
  readonly timeout: number;
  /** Bytes; a larger file is not read. */
  readonly largest: number;
}

/** The limits where nobody sets others. */
export const defaultLimits: Limits = { timeout: 2000, largest: largestSource };

export interface LoadOptions extends Limits {
  /** Files, folders and globs; none is what the config names, else the working folder. */
  readonly paths: readonly string[];
  /** Name or schema file of the type that all guides have; undefined decides for each. */
  readonly type?: string;
  /** What parses Markdown; without it, the native parser where that can be had. */
  readonly parser?: ParserChoice;
  readonly config: Config;
  readonly allowEmpty: boolean;
  readonly locale: Locale;
  /** The only guide of the run, which is read from no file; `paths` is then empty. */
  readonly given?: SourceFile;
  /** What has changed; when no guide has, none is read. */
  readonly changes?: ChangedFiles;
  /** Learns what each step takes. */
  readonly stopwatch?: typeof noStopwatch;
  /** The only part of the guides that is read. */
  readonly shard?: Shard;
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
export async function loadGuides(options: LoadOptions, outside: Host): Promise<LoadedGuides> {
  const host = hostOf(options, outside);
  const bind = await loadBind(options, host);
  const guides: Guide[] = [];
  const unreadable: UnreadableFile[] = [];
  for (const file of await filesToRead(options, host)) {
    const source = options.given ?? (await readSource(file, host, { largest: options.largest }));
    if ('reason' in source) unreadable.push(source);
    else {
      const [guide] = eachWithDeadline([source], options.timeout, bind);
      if (guide && !(guide instanceof DeadlineError)) guides.push(guide);
      else unreadable.push(tooSlow(file.path, options));
    }
  }
  return { guides, unreadable, bind };
}

/** The outside world of a run: where what is staged counts, its files are those of git's index. */
export function hostOf({ changes }: Pick<LoadOptions, 'changes'>, host: Host): Host {
  return changes?.files ? { ...host, files: changes.files } : host;
}

/** The files of a run; none where nothing has changed. */
export async function filesToRead(options: LoadOptions, host: Host): Promise<readonly FoundFile[]> {
  const { given, shard, changes } = options;
  if (given) return [{ path: given.path, absolutePath: given.path }];
  const { stopwatch = noStopwatch } = options;
  const all = await stopwatch.timeAsync('find', () => wantedFiles(options, host));
  const files = shard ? all.filter(({ path }) => isInShard(path, shard)) : all;
  return changes && !files.some(({ path }) => changes.has(path)) ? [] : files;
}

/** A guide that took longer than it may. */
export function tooSlow(path: string, { timeout }: Limits): UnreadableFile {
  return { path, reason: 'too-slow', detail: String(timeout / 1000) };
}

/** Loads the guide types of a run, and returns what makes a guide of a text. */
export async function loadBind(
  options: TypeOptions & Pick<LoadOptions, 'parser'>,
  host: Host,
): Promise<(source: SourceFile) => Guide> {
  return bindWith(await loadTypes(options, host), options.parser);
}

/** What makes a guide of a text, whose type is one of these. */
export function bindWith(
  { typeOf }: TypeDecision,
  parser?: ParserChoice,
  stopwatch = noStopwatch,
): (source: SourceFile) => Guide {
  // Work under a deadline begins again when it needs something that has to be loaded: then it finds here what it has parsed.
  let parsed: Document | undefined;
  return (source) => {
    const document = parsed?.source === source ? parsed : stopwatch.time('parse', () => parseDocument(source, parser));
    parsed = document;
    const guide = stopwatch.time('bind', () => {
      const { type, fit } = typeOf(document);
      return bindGuide(document, type, fit);
    });
    parsed = undefined;
    return guide;
  };
}

/** The files that the paths stand for. */
export function wantedFiles({ paths, config, allowEmpty, locale }: LoadOptions, host: Host) {
  const options = { allowEmpty, locale, ignore: config.ignore };
  if (paths.length > 0 || !config.files) return findGuides(paths, options, host);
  return findGuides(config.files.patterns, { ...options, folder: config.files.folder }, host);
}
