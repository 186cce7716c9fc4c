import { resolve } from 'node:path';
import type { Command } from 'commander';
import { UserError } from '../errors.ts';
import { displayPath } from '../find/find-guides.ts';
import type { Host } from '../host.ts';
import { type LintResult, lint } from '../lint.ts';
import { messagesFor } from '../locale/messages.ts';
import type { Locale } from '../model.ts';
import { reporters } from '../reporters/index.ts';
import { inertLog } from '../reporters/inert-log.ts';
import type { Reporter } from '../reporters/reporter.ts';
import { saveFile } from '../save-file.ts';
import { collect, configOf, formatNamed, useColor, wholeNumber } from './common-options.ts';
import { defaultBaseline, type LintFlags, lintOptionsOf } from './lint-flags.ts';
import { printConfig } from './print-config.ts';
import { printBaseline, printFixes } from './print-fixes.ts';
import { isInActions, reportOptions } from './report-options.ts';

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
    .argument('[paths...]', 'files, folders or globs; none is what the config names, else the current folder')
    .option('--type <name|file>', 'guide type, by name or schema file, instead of the best match')
    .option('--format <name>', `${Object.keys(reporters).join(', ')}; may be repeated`, addFormat)
    .option('--output-file <file>', 'where the report of the format before it goes', addFile)
    .option('--config <file>', 'config to use, instead of the nearest one')
    .option('--print-config <file>', 'print what holds for a file, and which layer of the config set it')
    .option('--rule <id=off|warn|error>', 'switch a rule off, or change its severity; may be repeated', collect)
    .option('--max-warnings <n>', 'fail when there are more warnings', wholeNumber)
    .option('--quiet', 'report errors only')
    .option('--fix', 'put right what can be put right safely')
    .option('--unsafe-fixes', 'with --fix or --diff: also what may change what the guide says')
    .option('--diff', 'print what --fix would change, and change nothing')
    .option('--stdin-file-path <path>', 'check the guide on standard input as if it stood in this file')
    .option('--baseline <file>', 'report only problems that this file does not know')
    .option('--update-baseline', `write all problems into the baseline (${defaultBaseline})`)
    .option('--allow-empty', 'accept that nothing is there to check')
    .action(async (paths: string[], flags: LintFlags) => {
      const { config, locale } = await configOf(flags, host);
      if (flags.printConfig !== undefined) {
        host.stdout.write(await printConfig(flags.printConfig, { ...flags, config, locale }, host));
        return;
      }
      const wanted = reporterList(isInActions(host) ? withAnnotations(reports) : reports, locale);
      const options = await lintOptionsOf(paths, flags, { config, locale }, host);
      const result = await lint(options, host);
      const color = useColor(flags, host);
      // Standard output belongs to the diff, or to the fixed text of what came from standard input.
      const stream = options.given && flags.fix ? host.stderr : host.stdout;
      for (const { reporter, path } of wanted) {
        if (path === undefined && flags.diff) continue;
        const isColored = path === undefined && color;
        const looks = { color: isColored, width: stream.columns, ...reportOptions(locale, host) };
        const text = reporter.render(result.files, looks);
        if (path === undefined) stream.write(reporter.isLog && isInActions(host) ? inertLog(text) : text);
        else await saveFile(resolve(host.cwd, path), text, { locale }, host);
      }
      printFixes(result, options, { diff: flags.diff ?? false, color }, host);
      if (options.baseline) printBaseline(result, options, displayPath(options.baseline.path, host), host);
      done(exitCode(result, flags));
    });
}

/** In a workflow, what people read in the log is shown beside the lines as well. */
function withAnnotations(reports: readonly Report[]): readonly Report[] {
  const onStdout = reports.filter(({ path }) => path === undefined).map(({ format }) => format);
  const isLogged = reports.length === 0 || onStdout.join() === 'text';
  return isLogged ? [...(reports.length > 0 ? reports : [{ format: 'text' }]), { format: 'github' }] : reports;
}

function reporterList(reports: readonly Report[], locale: Locale): { reporter: Reporter; path?: string }[] {
  const wanted = reports.length > 0 ? reports : [{ format: 'text' } satisfies Report];
  const toStdout = wanted.filter((report: Report) => report.path === undefined).map(({ format }) => format);
  // Annotations are lines that GitHub takes out of the log.
  if (toStdout.length > 1 && toStdout.join() !== 'text,github')
    throw new UserError(messagesFor(locale).tooManyForStdout({ formats: toStdout }));
  return wanted.map((report: Report) => ({
    reporter: formatNamed<Reporter>(report.format, reporters, locale),
    ...(report.path !== undefined && { path: report.path }),
  }));
}

/**
 * 2 when a file gave no text or kept its faults, 1 for errors, too many warnings or a diff, else 0; what `--quiet` or
 * the baseline hides does not count.
 */
function exitCode({ files, unreadable, unsaved, changes }: LintResult, { maxWarnings, diff }: LintFlags): number {
  if (unsaved.size > 0) return 2;
  if (unreadable.some(({ reason }) => reason !== 'binary' && reason !== 'encoding')) return 2;
  if (diff && changes.length > 0) return 1;
  const problems = files.flatMap((file) => file.problems);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  return errors > 0 || problems.length - errors > (maxWarnings ?? Number.POSITIVE_INFINITY) ? 1 : 0;
}
