import { checkGuides, type RuleSetting } from './check-guides.ts';
import type { UnreadableFile } from './find/read-source.ts';
import type { Host } from './host.ts';
import { type LoadOptions, loadGuides } from './load-guides.ts';
import { messagesFor } from './locale/messages.ts';
import type { FileReport, Guide, Locale, Problem } from './model.ts';
import { fileReadable } from './rules/file-readable.ts';
import { rules } from './rules/index.ts';

export interface LintOptions extends LoadOptions {
  readonly settings: ReadonlyMap<string, RuleSetting>;
  /** Errors only. */
  readonly quiet: boolean;
}

export interface LintResult {
  /** One for each file that was looked at, by path. */
  readonly files: readonly FileReport[];
  readonly guides: ReadonlyMap<Guide, readonly Problem[]>;
  readonly unreadable: readonly UnreadableFile[];
}

/** find → read → parse → bind → check. */
export async function lint(options: LintOptions, host: Host): Promise<LintResult> {
  const { guides, unreadable } = await loadGuides(options, host);
  const checked = checkGuides(guides, { rules, settings: options.settings, locale: options.locale });
  const files = [
    ...[...checked].map(([guide, problems]) => reportOf(guide, problems, options.quiet)),
    ...unreadable.map((file) => unreadableReport(file, options.locale)),
  ];
  return { files: files.sort((a, b) => (a.path < b.path ? -1 : 1)), guides: checked, unreadable };
}

function reportOf(guide: Guide, problems: readonly Problem[], quiet: boolean): FileReport {
  const { path, text } = guide.document.source;
  const shown = quiet ? problems.filter(({ severity }) => severity === 'error') : problems;
  return { path, text, ...(guide.fit.isGood && { type: guide.type.name }), problems: shown };
}

function unreadableReport(file: UnreadableFile, locale: Locale): FileReport {
  const start = { line: 1, column: 1, offset: 0 };
  const message = messagesFor(locale).unreadable(file);
  return {
    path: file.path,
    problems: [
      {
        path: file.path,
        rule: fileReadable.id,
        severity: fileReadable.severity,
        message,
        range: { start, end: start },
      },
    ],
  };
}
