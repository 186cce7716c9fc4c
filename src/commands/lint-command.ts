import type { Command } from 'commander';
import { displayPath } from '../find/find-guides.ts';
import type { Host } from '../host.ts';
import { lint } from '../lint.ts';
import { Stopwatch } from '../stopwatch.ts';
import { addCacheOptions, cacheOf } from './cache-options.ts';
import { printNothingChanged } from './change-flags.ts';
import { collect, configOf, useColor, wholeNumber } from './common-options.ts';
import { exitCode } from './exit-code.ts';
import { addLimitOptions } from './limit-options.ts';
import { defaultBaseline, type LintFlags, lintOptionsOf } from './lint-flags.ts';
import { addParserOption } from './parser-option.ts';
import { printBugs } from './print-bugs.ts';
import { printConfig } from './print-config.ts';
import { printBaseline, printFixes } from './print-fixes.ts';
import { addReportFlags, openReports, printReports, reportFormats } from './print-reports.ts';
import { printStats } from './print-stats.ts';
import { shardFormat } from './shard-format.ts';
import { watchLint } from './watch-lint.ts';

/** Adds `guidepost lint`; `done` receives the exit code. */
export function addLintCommand(program: Command, host: Host, done: (code: number) => void): void {
  const command = program
    .command('lint')
    .summary('check guides')
    .description('Checks guides against their type and the rules, and says what is wrong, where, and what to do.')
    .argument('[paths...]', 'files, folders or globs; none is what the config names, else the current folder')
    .option('--type <name|file>', 'guide type, by name or schema file, instead of the best match');
  addParserOption(command);
  const requests = addReportFlags(command, [...Object.keys(reportFormats), 'shard']);
  addCacheOptions(addLimitOptions(command))
    .option('--config <file>', 'config to use, instead of the nearest one')
    .option('--print-config <file>', 'print what holds for a file, and which layer of the config set it')
    .option('--rule <id=off|warn|error>', 'switch a rule off, or change its severity; may be repeated', collect)
    .option('--max-warnings <n>', 'fail when there are more warnings', wholeNumber)
    .option('--quiet', 'report errors only')
    .option('--fix', 'put right what can be put right safely')
    .option('--unsafe-fixes', 'with --fix or --diff: also what may change what the guide says')
    .option('--diff', 'print what --fix would change, and change nothing')
    .option('--stdin-file-path <path>', 'check the guide on standard input as if it stood in this file')
    .option('--staged', 'check what is staged, as it will be committed')
    .option('--changed', 'check what differs from the default branch, uncommitted files included')
    .option('--since <ref>', 'check what differs from a branch, tag or commit, uncommitted files included')
    .option('--lines', 'report only problems on changed lines; alone it means --changed --lines')
    .option('--shard <i/n>', 'check one of several parts; merge-reports joins what --format shard writes')
    .option('--stats', 'say on standard error what each step has taken')
    .option('--watch', 'check again after each change, and print what is new or solved')
    .option('--baseline <file>', 'report only problems that this file does not know')
    .option('--update-baseline', `write all problems into the baseline (${defaultBaseline})`)
    .option('--allow-empty', 'accept that nothing is there to check')
    .action(async (paths: string[], flags: LintFlags) => {
      const { config, locale } = await configOf(flags, host);
      if (flags.printConfig !== undefined) {
        host.stdout.write(await printConfig(flags.printConfig, { ...flags, config, locale }, host));
        return;
      }
      if (flags.watch) {
        done(await watchLint(paths, flags, { requests, locale }, host));
        return;
      }
      const options = await lintOptionsOf(paths, flags, { config, locale }, host);
      const formats = { ...reportFormats, shard: shardFormat(options, host) };
      const reports = openReports(requests, { formats, locale }, host);
      const cache = options.given ? undefined : cacheOf(flags, host);
      const stopwatch = new Stopwatch(host.now);
      const result = await lint({ ...options, ...(cache && { cache }), ...(flags.stats && { stopwatch }) }, host);
      const color = useColor(flags, host);
      // Standard output belongs to the diff, or to the fixed text of what came from standard input.
      const stream = options.given && flags.fix ? host.stderr : host.stdout;
      const shown = flags.diff ? reports.filter(({ path }) => path !== undefined) : reports;
      await stopwatch.timeAsync('report', () => printReports(shown, result, { stream, color, locale }, host));
      if (options.changes && result.files.length === 0) printNothingChanged(options.changes, locale, host);
      printBugs(result.bugs, locale, host);
      if (flags.stats) printStats(result, stopwatch, locale, host);
      printFixes(result, options, { diff: flags.diff ?? false, color }, host);
      // A part alone cannot tell what the whole does without.
      if (options.baseline && !options.shard)
        printBaseline(result, options, displayPath(options.baseline.path, host), host);
      done(exitCode(result, flags));
    });
}
