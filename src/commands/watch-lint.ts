import { resolve } from 'node:path';
import { MemoryCache } from '../cache/verdict-cache.ts';
import type { Config } from '../config/config.ts';
import { UserError } from '../errors.ts';
import { isInside } from '../find/inside-project.ts';
import type { Host } from '../host.ts';
import { lint } from '../lint.ts';
import { messagesFor } from '../locale/messages.ts';
import type { FileReport, Locale } from '../model.ts';
import { renderRunChanges } from '../reporters/run-changes.ts';
import { compareRuns } from '../watch/compare-runs.ts';
import { configOf, useColor } from './common-options.ts';
import { type LintFlags, lintOptionsOf, refuseWith } from './lint-flags.ts';
import { printBugs } from './print-bugs.ts';
import { openReports, printReports, type ReportRequest, reportFormats } from './print-reports.ts';
import { reportOptions } from './report-options.ts';
import { watchGuides } from './watch-guides.ts';

/** Checks guides again and again, and prints what is new or solved; returns the exit code of how it was ended. */
export async function watchLint(
  paths: readonly string[],
  flags: LintFlags,
  { requests, locale }: { readonly requests: readonly ReportRequest[]; readonly locale: Locale },
  host: Host,
): Promise<number> {
  expectWatchable(flags, locale);
  const reports = openReports(requests, { formats: reportFormats, locale }, host);
  const other = requests.find(({ path, format }) => path === undefined && format !== 'text');
  if (other) throw new UserError(messagesFor(locale).watch.onlyText({ format: other.format }));
  const onlyFiles = reports.filter(({ path }) => path !== undefined);
  const cache = new MemoryCache();
  let before: readonly FileReport[] | undefined;
  let wasBroken = false;

  async function run(): Promise<readonly string[]> {
    const isAnew = wasBroken;
    wasBroken = true;
    const { config, locale: language } = await configOf(flags, host);
    const options = await lintOptionsOf(paths, flags, { config, locale: language }, host);
    const result = await lint({ ...options, cache }, host);
    wasBroken = false;
    const looks = { color: useColor(flags, host), locale: language };
    await printReports(before ? onlyFiles : reports, result, { ...looks, stream: host.stdout }, host);
    printBugs(result.bugs, language, host);
    const changes = before && compareRuns(before, result.files);
    if (changes && (isAnew || changes.fresh.length > 0 || changes.solved.length > 0)) {
      const options = { ...reportOptions(language, host), ...looks, width: host.stdout.columns };
      host.stdout.write(`\n${renderRunChanges(changes, result.files, options)}`);
    }
    before = result.files;
    return placesOutside(paths, config, host);
  }

  return watchGuides(run, locale, host);
}

/** What a run depends on and is not below the working folder, which is watched anyhow. */
function placesOutside(paths: readonly string[], config: Config, host: Host): string[] {
  const places = [
    ...paths,
    ...(config.path === undefined ? [] : [config.path]),
    ...(config.files && paths.length === 0 ? [config.files.folder] : []),
    ...config.types.filter(({ isFile }) => isFile).map(({ schema }) => schema),
  ];
  return places.map((path) => resolve(host.cwd, path)).filter((path) => !isInside(path, host.cwd));
}

/** What writes files, or looks at what is not in them, cannot be watched. */
function expectWatchable(flags: LintFlags, locale: Locale): void {
  const others = {
    '--fix': flags.fix,
    '--diff': flags.diff,
    '--update-baseline': flags.updateBaseline,
    '--stdin-file-path': flags.stdinFilePath,
    '--staged': flags.staged,
    '--shard': flags.shard,
  };
  refuseWith('--watch', others, locale);
}
