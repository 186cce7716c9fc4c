import type { Bug } from './bug.ts';
import type { VerdictCache } from './cache/verdict-cache.ts';
import type { FoundFile } from './find/find-guides.ts';
import { readSource, type UnreadableFile } from './find/read-source.ts';
import { SourceKeeper } from './find/revisited-source.ts';
import { GradualCheck } from './gradual-check.ts';
import type { Host } from './host.ts';
import { Judge } from './judge.ts';
import { filesToRead, hostOf, type LoadOptions } from './load-guides.ts';
import type { Guide, Problem, SourceFile } from './model.ts';
import { lineIndexOf } from './parse/line-index.ts';
import type { ReportedGuide } from './reported-guide.ts';
import { noStopwatch } from './stopwatch.ts';
import type { Verdict } from './verdict.ts';

export interface CheckEachOptions extends LoadOptions {
  /** Knows the verdicts of earlier runs. */
  readonly cache?: VerdictCache;
  /** Sees each guide; without it, guides whose verdict is known are not even parsed. */
  see?(guide: Guide, file: FoundFile): void;
  /** Called after each file. */
  onProgress?(done: number, total: number): void;
}

/** What a check of files one by one came to. */
export interface CheckedEach {
  /** All files that were looked at, by path. */
  readonly files: readonly FoundFile[];
  readonly unreadable: readonly UnreadableFile[];
  /** Of each wanted guide, sorted by place, without what comments suppress. */
  readonly problems: ReadonlyMap<ReportedGuide, readonly Problem[]>;
  readonly verdicts: ReadonlyMap<ReportedGuide, Verdict>;
  /** Where guidepost itself failed. */
  readonly bugs: readonly Bug[];
  /** How many verdicts earlier runs knew. */
  readonly cached: number;
}

/** How many files are read before they are judged, and how much text. Unit: UTF-16 units. */
const batchSize = 16;
const largestBatch = 1_000_000;

/** find → read → parse → bind → check, one file after the other: what a run needs of a guide later is little. */
export async function checkEach(options: CheckEachOptions, outside: Host): Promise<CheckedEach> {
  const { changes, given, see, stopwatch = noStopwatch } = options;
  const host = hostOf(options, outside);
  const files = await filesToRead(options, host);
  const judge = await Judge.open({ ...options, paths: files.map(({ path }) => path) }, host);
  const keeper = new SourceKeeper(host, changes?.files !== undefined || given !== undefined);
  const isWanted = (path: string): boolean => changes?.has(path) ?? true;
  const check = new GradualCheck(judge.ruleOptions);
  const unreadable: UnreadableFile[] = [];
  const fileAt = new Map(files.map((file) => [file.path, file]));
  const readOne = async (file: FoundFile): Promise<SourceFile | UnreadableFile> =>
    given ??
    (await readSource(file, host, {
      largest: options.largest,
      takesDigest: options.cache !== undefined || keeper.isFull,
    }));

  function takeVerdicts(sources: readonly SourceFile[]): void {
    const judged = judge.judgeAll(sources, {
      isWanted,
      ...(see && { see: (guide) => see(guide, found(fileAt, guide.document.source.path)) }),
    });
    for (const [index, outcome] of judged.entries()) {
      const source = sources[index];
      if ('reason' in outcome) unreadable.push(outcome);
      else if (source) {
        const kept = keeper.keep(source, found(fileAt, source.path));
        const guide = {
          type: judge.typeAt(outcome.type),
          fit: outcome.fit,
          document: { source: kept, positionAt: lineIndexOf(source) },
        };
        check.add(guide, outcome, isWanted(source.path));
      }
    }
  }

  let sources: SourceFile[] = [];
  let units = 0;
  let done = 0;
  for (const [index, file] of files.entries()) {
    const read = await stopwatch.timeAsync('read', () => readOne(file));
    if ('reason' in read) unreadable.push(read);
    else {
      sources.push(read);
      units += read.text.length;
    }
    if (sources.length < batchSize && units < largestBatch && index < files.length - 1) continue;
    takeVerdicts(sources);
    sources = [];
    units = 0;
    for (; done <= index; done++) options.onProgress?.(done + 1, files.length);
  }

  const { problems, verdicts } = stopwatch.time('check', () => check.finish(options.shard !== undefined));
  await options.cache?.save();
  return {
    files,
    unreadable: unreadable.filter(({ path }) => isWanted(path)),
    problems,
    verdicts,
    bugs: judge.bugs,
    cached: judge.cached,
  };
}

function found(files: ReadonlyMap<string, FoundFile>, path: string): FoundFile {
  const file = files.get(path);
  if (!file) throw new Error(`${path} is none of the files of this run`);
  return file;
}
