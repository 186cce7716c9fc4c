import type { FileReport, Locale } from '../model.ts';

/** How a report is to look; `width` is in terminal columns, and `color` decides alone. */
export interface ReportOptions {
  readonly color: boolean;
  readonly width: number;
  readonly locale: Locale;
}

/** Turns all that a run found into one text, which ends with a line break unless it is empty. */
export interface Reporter {
  readonly name: string;
  render(files: readonly FileReport[], options: ReportOptions): string;
}
