import { resolve } from 'node:path';
import type { Command } from 'commander';
import { saveFile } from '../convert.ts';
import { UserError } from '../errors.ts';
import type { Host } from '../host.ts';
import { type LintResult, lint } from '../lint.ts';
import { messagesFor } from '../locale/messages.ts';
import type { Locale } from '../model.ts';
import { reporters } from '../reporters/index.ts';
import type { Reporter } from '../reporters/reporter.ts';
import {
  type CommonFlags,
  collect,
  formatNamed,
  localeOf,
  ruleSettings,
  useColor,
  wholeNumber,
} from './common-options.ts';

interface LintFlags extends CommonFlags {
  readonly type?: string;
  readonly rule?: readonly string[];
  readonly maxWarnings?: number;
  readonly quiet?: boolean;
  readonly allowEmpty?: boolean;
}

/** A report that was asked for; without a path it goes to stdout. */
interface Report {
  readonly format: string;
  path?: string;
}

/** Adds `guidepost lint`; `done` receives the exit code. */
export function addLintCommand(program: Command, host: Host, done: (code: number) => void): void {
  const reports: Report[] = [];
  const addFormat = (format: string): void => void reports.push({ format });
  // `--format json --output-file a.json --format text`: a file belongs to the format before it.
  const addFile = (path: string): void => {
    const last = reports.at(-1);
    if (!last || last.path !== undefined) reports.push({ format: 'text', path });
    else last.path = path;
  };
  program
    .command('lint')
    .summary('check guides')
    .description('Checks guides against their type and the rules, and says what is wrong, where, and what to do.')
    .argument('[paths...]', 'files, folders or globs; none is the current folder')
    .option('--type <name|file>', 'guide type, by name or schema file, instead of the best match')
    .option('--format <name>', `${Object.keys(reporters).join(', ')}; may be repeated`, addFormat)
    .option('--output-file <file>', 'where the report of the format before it goes', addFile)
    .option('--rule <id=off|warn|error>', 'switch a rule off, or change its severity; may be repeated', collect)
    .option('--max-warnings <n>', 'fail when there are more warnings', wholeNumber)
    .option('--quiet', 'report errors only')
    .option('--allow-empty', 'accept that nothing is there to check')
    .action(async (paths: string[], flags: LintFlags) => {
      const locale = localeOf(flags, host);
      const wanted = reporterList(reports, locale);
      const result = await lint(
        {
          paths,
          ...(flags.type !== undefined && { type: flags.type }),
          allowEmpty: flags.allowEmpty ?? false,
          quiet: flags.quiet ?? false,
          settings: ruleSettings(flags.rule ?? [], locale),
          locale,
        },
        host,
      );
      for (const { reporter, path } of wanted) {
        const color = path === undefined && useColor(flags, host);
        const text = reporter.render(result.files, { color, width: host.stdout.columns, locale });
        if (path === undefined) host.stdout.write(text);
        else await saveFile(resolve(host.cwd, path), text, { locale }, host);
      }
      done(exitCode(result, flags.maxWarnings));
    });
}

function reporterList(reports: readonly Report[], locale: Locale): { reporter: Reporter; path?: string }[] {
  const wanted = reports.length > 0 ? reports : [{ format: 'text' } satisfies Report];
  const toStdout = wanted.filter((report: Report) => report.path === undefined).map(({ format }) => format);
  if (toStdout.length > 1) throw new UserError(messagesFor(locale).tooManyForStdout({ formats: toStdout }));
  return wanted.map((report: Report) => ({
    reporter: formatNamed<Reporter>(report.format, reporters, locale),
    ...(report.path !== undefined && { path: report.path }),
  }));
}

/** 2 when a file gave no text, 1 for errors or too many warnings, else 0; what `--quiet` hides does not count. */
function exitCode({ files, unreadable }: LintResult, maxWarnings: number | undefined): number {
  if (unreadable.some(({ reason }) => reason !== 'binary' && reason !== 'encoding')) return 2;
  const problems = files.flatMap((file) => file.problems);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  return errors > 0 || problems.length - errors > (maxWarnings ?? Number.POSITIVE_INFINITY) ? 1 : 0;
}
