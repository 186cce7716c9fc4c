import { join, resolve } from 'node:path';
import type { Host } from './host.ts';
import { type LintOptions, lint } from './lint.ts';
import type { FileReport, Guide } from './model.ts';
import { saveFile } from './save-file.ts';
import type { WriteOptions, Writer } from './writers/writer.ts';

export interface ExportOptions extends LintOptions, WriteOptions {
  readonly writer: Writer;
  /** A folder, or a file with the writer's extension; without it the result goes to stdout. */
  readonly out?: string;
  /** Guides with errors are written as well. */
  readonly includeInvalid: boolean;
}

export interface ExportResult {
  readonly written: readonly Guide[];
  /** Files with errors, and files that could not be read. */
  readonly refused: readonly FileReport[];
}

/** find → read → parse → bind → check → write → save. */
export async function exportGuides(options: ExportOptions, host: Host): Promise<ExportResult> {
  const { guides, files } = await lint({ ...options, quiet: true }, host);
  const faulty = new Set(files.filter(({ problems }) => problems.length > 0).map(({ path }) => path));
  const written = [...guides.keys()].filter(
    ({ document }) => options.includeInvalid || !faulty.has(document.source.path),
  );
  const paths = new Set(written.map(({ document }) => document.source.path));
  await save(written, options, host);
  return { written, refused: files.filter(({ path }) => faulty.has(path) && !paths.has(path)) };
}

async function save(guides: readonly Guide[], options: ExportOptions, host: Host): Promise<void> {
  const { writer, out } = options;
  if (out === undefined) {
    host.stdout.write(writer.writeAll(guides, options));
    return;
  }
  const target = resolve(host.cwd, out);
  if (await isFileName(out, writer, host)) {
    await saveFile(target, writer.writeAll(guides, options), options, host);
    return;
  }
  for (const [path, text] of writer.writeFiles(guides, options))
    await saveFile(join(target, path), text, options, host);
}

/** `guides.csv` is a file; `site`, and whatever is a folder already, is a folder. */
async function isFileName(out: string, writer: Writer, host: Host): Promise<boolean> {
  const target = resolve(host.cwd, out);
  if (await host.files.exists(target)) return (await host.files.stat(target)).kind !== 'folder';
  return out.toLowerCase().endsWith(`.${writer.extension}`);
}
