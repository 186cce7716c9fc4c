import { resolve } from 'node:path';
import { type Bug, bugOf } from './bug.ts';
import { type CheckedFiles, type CheckFilesOptions, checkFiles } from './check-files.ts';
import { UserError } from './errors.ts';
import { projectCheck } from './find/inside-project.ts';
import type { Host } from './host.ts';
import type { FileReport, Guide } from './model.ts';
import { saveFile } from './save-file.ts';
import { type SavedFolder, saveFolder } from './save-folder.ts';
import { baseName, safeName } from './writers/output-names.ts';
import { PickCheck } from './writers/pick-values.ts';
import type { GuideContent, OutputFile, StreamWriter } from './writers/stream-writer.ts';
import type { WriteOptions, Writer } from './writers/writer.ts';

export interface ExportOptions extends Omit<CheckFilesOptions, 'keepAll' | 'look' | 'onProgress'>, WriteOptions {
  readonly writer: Writer | StreamWriter;
  /** A folder, or a file with the writer's extension; without it the result goes to stdout. */
  readonly out?: string;
  /** Removes from the folder what earlier runs have written for guides that are gone. */
  readonly prune: boolean;
  /** Called after each guide that was checked, then after each that was written. */
  onProgress?(stage: 'check' | 'write', done: number, total: number): void;
}

export interface ExportResult {
  /** How many guides. */
  readonly written: number;
  /** Files with errors, and files that could not be read. */
  readonly refused: readonly FileReport[];
  /** Files that somebody changed during the run; they are not written either. */
  readonly changed: readonly string[];
  /** Where guidepost itself failed; such guides are not written either. */
  readonly bugs: readonly Bug[];
  /** What became of the output; absent for stdout. */
  readonly saved?: SavedFolder | { readonly isNew: boolean };
}

/** find → read → parse → bind → check → write → save. */
export async function exportGuides(options: ExportOptions, host: Host): Promise<ExportResult> {
  const { writer, pick, onProgress } = options;
  const picks = pick && new PickCheck(pick);
  const checked = await checkFiles(
    {
      ...options,
      keepAll: !('isStream' in writer),
      look: (guide) => picks?.look(guide),
      onProgress: (done, total) => onProgress?.('check', done, total),
    },
    host,
  );
  picks?.finish(options.locale);
  const changed: string[] = [];
  const failed: Bug[] = [];
  const onFailure = (path: string, error: unknown): void =>
    void failed.push(bugOf(error, { path, stage: 'write', rule: writer.name }));
  const saved = await save(checked, changed, { ...options, onFailure }, host);
  const { accepted, refused } = checked;
  const written = accepted.length - changed.length - failed.length;
  return { written, refused, changed, bugs: [...checked.bugs, ...failed], ...(saved && { saved }) };
}

async function save(
  checked: CheckedFiles,
  changed: string[],
  options: ExportOptions,
  host: Host,
): Promise<ExportResult['saved']> {
  const { writer, out, locale } = options;
  const output = 'isStream' in writer ? streamed(writer, checked, changed, options) : whole(writer, checked, options);
  if (out === undefined) {
    for await (const piece of output.text()) {
      host.stdout.write(piece);
      await host.stdout.drained?.();
    }
    return undefined;
  }
  const target = resolve(host.cwd, out);
  if (await isFileName(out, writer, host)) {
    return { isNew: await saveFile(target, output.text(), { locale }, host) };
  }
  const isGone = (guide: string | undefined) => isGuideGone(guide, checked, options, host);
  return saveFolder(target, output.files(), { format: writer.name, prune: options.prune, isGone, locale }, host);
}

/** The one text, or the files of a folder; only one of the two is asked for. */
interface Output {
  text(): AsyncIterable<string>;
  files(): AsyncIterable<OutputFile>;
}

function streamed(writer: StreamWriter, checked: CheckedFiles, changed: string[], options: ExportOptions): Output {
  async function* guides(): AsyncGenerator<GuideContent> {
    let done = 0;
    for await (const guide of checked.contents(changed)) {
      yield guide;
      done += 1;
      options.onProgress?.('write', done, checked.accepted.length);
    }
  }
  return { text: () => writer.writeAll(guides(), options), files: () => writer.writeFiles(guides(), options) };
}

function whole(writer: Writer, { guides }: CheckedFiles, options: ExportOptions): Output {
  return {
    async *text() {
      yield withoutFailing(guides, (those) => writer.writeAll(those, options), options);
    },
    async *files() {
      const files = [...withoutFailing(guides, (those) => writer.writeFiles(those, options), options)];
      const guideOf = new Map(guides.map(({ document: { source } }) => [safeName(baseName(source.path)), source.path]));
      for (const [index, [path, content]] of files.entries()) {
        const guide = guideOf.get(path.replace(/\.[^.]*$/, ''));
        yield { path, content, ...(guide !== undefined && { guide }) };
        options.onProgress?.('write', index + 1, files.length);
      }
    },
  };
}

/** What guides become together, without those at which writing fails even where they are alone. */
function withoutFailing<Result>(
  guides: readonly Guide[],
  write: (guides: readonly Guide[]) => Result,
  { onFailure }: Pick<WriteOptions, 'onFailure'>,
): Result {
  try {
    return write(guides);
  } catch (error) {
    if (error instanceof UserError || !onFailure) throw error;
    const failing = new Map(guides.flatMap((guide) => failureOf(() => write([guide]), guide)));
    if (failing.size === 0) throw error;
    for (const [guide, reason] of failing) onFailure(guide.document.source.path, reason);
    return write(guides.filter((guide) => !failing.has(guide)));
  }
}

function failureOf(work: () => unknown, guide: Guide): [Guide, unknown][] {
  try {
    work();
    return [];
  } catch (error) {
    return [[guide, error]];
  }
}

/**
 * Whether an output is there for nothing. The page of a guide that has errors today is not, nor are those of guides that
 * the call does not speak of.
 */
async function isGuideGone(
  guide: string | undefined,
  { looked, refused }: CheckedFiles,
  { paths, config }: ExportOptions,
  host: Host,
): Promise<boolean> {
  if (guide === undefined) return true;
  if (looked.has(guide)) return !refused.some(({ path }) => path === guide);
  const path = resolve(host.cwd, guide);
  // The manifest names it, and may come from anybody: nothing is looked for outside of the project.
  if (!(await (await projectCheck(host))(path))) return false;
  if (!(await host.files.exists(path))) return true;
  // It is there, but was not found: it is ignored now, or lies elsewhere.
  const folders = paths.length > 0 ? paths : config.files ? [] : ['.'];
  return folders.some((folder) => path.startsWith(`${resolve(host.cwd, folder)}${host.separator}`));
}

/** `guides.csv` is a file; `site`, and whatever is a folder already, is a folder. */
async function isFileName(out: string, { extension }: Writer | StreamWriter, host: Host): Promise<boolean> {
  const target = resolve(host.cwd, out);
  if (await host.files.exists(target)) return (await host.files.stat(target)).kind !== 'folder';
  return out.toLowerCase().endsWith(`.${extension}`);
}
