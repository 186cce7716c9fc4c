import { resolve } from 'node:path';
import type { Command } from 'commander';
import { UserError } from '../errors.ts';
import { displayPath } from '../find/find-guides.ts';
import { projectCheck } from '../find/inside-project.ts';
import type { Host } from '../host.ts';
import { reportProblems } from '../lint.ts';
import { messagesFor } from '../locale/messages.ts';
import { mergeShards } from '../shards/merge-shards.ts';
import { readShardReport } from '../shards/read-shard-report.ts';
import type { ShardReport } from '../shards/shard-report.ts';
import { type CommonFlags, localeOf, useColor, wholeNumber } from './common-options.ts';
import { exitCode } from './exit-code.ts';
import { printObsolete } from './print-fixes.ts';
import { addReportFlags, openReports, printReports, reportFormats } from './print-reports.ts';

interface MergeFlags extends CommonFlags {
  readonly maxWarnings?: number;
  readonly quiet?: boolean;
  readonly baseline?: string;
}

/** Adds `guidepost merge-reports`; `done` receives the exit code. */
export function addMergeReportsCommand(program: Command, host: Host, done: (code: number) => void): void {
  const command = program
    .command('merge-reports')
    .summary('join the reports of shards')
    .description('Joins what "guidepost lint --shard I/N --format shard" wrote into the report of one run over all.')
    .argument('<files...>', 'the reports of all shards');
  const requests = addReportFlags(command, Object.keys(reportFormats));
  command
    .option('--max-warnings <n>', 'fail when there are more warnings', wholeNumber)
    .option('--quiet', 'report errors only')
    .option('--baseline <file>', 'report only problems that this file does not know, instead of the one of the shards')
    .action(async (paths: string[], flags: MergeFlags) => {
      const asked = localeOf(flags, host);
      const read = await readAll(paths, asked, host);
      const [first] = read.values();
      const locale = first?.locale ?? asked;
      // The problems are in words already.
      if (flags.locale !== undefined && flags.locale !== locale)
        throw new UserError(messagesFor(flags.locale).shards.otherLocale({ locale }));
      const reports = openReports(requests, { formats: reportFormats, locale }, host);
      const { problems, unreadable, settings } = mergeShards(read, locale);
      const baseline = flags.baseline ?? first?.baseline;
      const isOwn = flags.baseline !== undefined || baseline === undefined;
      if (!isOwn && !(await (await projectCheck(host))(resolve(host.cwd, baseline))))
        throw new UserError(messagesFor(locale).shards.baselineOutside({ path: baseline }));
      const options = {
        quiet: flags.quiet ?? false,
        ...(baseline !== undefined && { baseline: { path: resolve(host.cwd, baseline), update: false } }),
        settings,
        locale,
      };
      const { files, obsolete } = await reportProblems(problems, { unreadable, fixed: () => 0 }, options, host);
      const result = { files, unreadable, verdicts: new Map() };
      await printReports(reports, result, { stream: host.stdout, color: useColor(flags, host), locale }, host);
      if (options.baseline) printObsolete(obsolete, displayPath(options.baseline.path, host), locale, host);
      done(exitCode(result, flags));
    });
}

async function readAll(paths: readonly string[], asked: CommonFlags['locale'] & string, host: Host) {
  const reports = new Map<string, ShardReport>();
  for (const path of paths) reports.set(path, await readShardReport(path, asked, host));
  return reports;
}
