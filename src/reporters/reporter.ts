import type { FileReport, Locale, Severity } from '../model.ts';

/** What a report can tell about a rule; `why` and `page` are Markdown, and `page` is all there is to say. */
export interface RuleHelp {
  readonly severity: Severity;
  readonly summary: string;
  readonly why: string;
  readonly page: string;
}

/** How a report is to look; `width` is in terminal columns, and `color` decides alone. */
export interface ReportOptions {
  readonly color: boolean;
  readonly width: number;
  readonly locale: Locale;
  /** The folder of the run as seen from the repository's root, for services that count paths from there. */
  readonly folder?: string;
  /** Undefined for a rule that is not known. */
  explain?(rule: string): RuleHelp | undefined;
}

/** Turns all that a run found into one text, which ends with a line break unless it is empty. */
export interface Reporter {
  readonly name: string;
  render(files: readonly FileReport[], options: ReportOptions): string;
  /** The same text in pieces, each of whole lines: a report on thousands of files need not be in memory at once. */
  pieces?(files: readonly FileReport[], options: ReportOptions): Iterable<string>;
}

/** A reporter that writes piece by piece. */
export function inPieces(name: string, pieces: NonNullable<Reporter['pieces']>): Reporter {
  return { name, pieces, render: (files, options) => [...pieces(files, options)].join('') };
}
