import { resolve } from 'node:path';
import type { Command } from 'commander';
import { UserError } from '../errors.ts';
import type { Host, OutputStream } from '../host.ts';
import type { LintResult } from '../lint.ts';
import { messagesFor } from '../locale/messages.ts';
import type { Locale } from '../model.ts';
import { reporters } from '../reporters/index.ts';
import type { ReportOptions } from '../reporters/reporter.ts';
import { saveFile } from '../save-file.ts';
import { formatNamed } from './common-options.ts';
import { isInActions, reportOptions } from './report-options.ts';

/** A report that was asked for; without a path it goes to standard output. */
export interface ReportRequest {
  readonly format: string;
  path?: string;
}

/** What a report is made of. */
export type Reported = Pick<LintResult, 'files' | 'unreadable' | 'verdicts'>;

/** A form of reports: their text, in one or more pieces. */
export interface ReportFormat {
  pieces(result: Reported, options: ReportOptions): Iterable<string>;
}

/** A report whose form is known. */
export interface OpenReport extends ReportFormat {
  readonly path?: string;
}

/** Adds `--format` and `--output-file`, and returns the list that holds what was asked for once the flags are read. */
export function addReportFlags(command: Command, formats: readonly string[]): readonly ReportRequest[] {
  const requests: ReportRequest[] = [];
  const addFormat = (format: string): void => void requests.push({ format });
  // `--format json --output-file a.json --format text`: a file belongs to the format before it.
  const addFile = (path: string): void => {
    const last = requests.at(-1);
    if (!last || last.path !== undefined) requests.push({ format: 'text', path });
    else last.path = path;
  };
  command
    .option('--format <name>', `${formats.join(', ')}; may be repeated`, addFormat)
    .option('--output-file <file>', 'where the report of the format before it goes', addFile);
  return requests;
}

/** The forms that every command with reports knows. */
export const reportFormats: Readonly<Record<string, ReportFormat>> = Object.fromEntries(
  Object.entries(reporters).map(([name, reporter]) => [
    name,
    {
      pieces: ({ files }, options) => reporter.pieces?.(files, options) ?? [reporter.render(files, options)],
    } satisfies ReportFormat,
  ]),
);

/** The reports that were asked for, or that a place asks for by itself; unknown forms, or several on one stream, are a `UserError`. */
export function openReports(
  requests: readonly ReportRequest[],
  { formats, locale }: { readonly formats: Readonly<Record<string, ReportFormat>>; readonly locale: Locale },
  host: Host,
): OpenReport[] {
  const asked = requests.length > 0 ? requests : [{ format: 'text' } satisfies ReportRequest];
  const wanted = isInActions(host) ? withAnnotations(asked) : asked;
  const toStdout = onStdout(wanted);
  // Annotations are lines that GitHub takes out of the log.
  if (toStdout.length > 1 && toStdout.join() !== 'text,github')
    throw new UserError(messagesFor(locale).tooManyForStdout({ formats: toStdout }));
  return wanted.map(({ format, path }: ReportRequest) => ({
    ...formatNamed<ReportFormat>(format, formats, locale),
    ...(path !== undefined && { path }),
  }));
}

/** Writes each report where it belongs. */
export async function printReports(
  reports: readonly OpenReport[],
  result: Reported,
  { stream, color, locale }: { readonly stream: OutputStream; readonly color: boolean; readonly locale: Locale },
  host: Host,
): Promise<void> {
  for (const { path, pieces } of reports) {
    const looks = { color: path === undefined && color, width: stream.columns, ...reportOptions(locale, host) };
    const text = pieces(result, looks);
    if (path !== undefined) await saveFile(resolve(host.cwd, path), [...text].join(''), { locale }, host);
    else for (const piece of text) stream.write(piece);
  }
}

/** In a workflow, what people read in the log is shown beside the lines as well. */
function withAnnotations(requests: readonly ReportRequest[]): readonly ReportRequest[] {
  return onStdout(requests).join() === 'text' ? [...requests, { format: 'github' }] : requests;
}

function onStdout(requests: readonly ReportRequest[]): string[] {
  return requests.filter(({ path }) => path === undefined).map(({ format }) => format);
}
