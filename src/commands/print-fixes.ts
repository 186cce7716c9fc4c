import { fullText } from '../fix/save-fixes.ts';
import type { Host } from '../host.ts';
import type { LintOptions, LintResult } from '../lint.ts';
import { messagesFor } from '../locale/messages.ts';
import type { Locale } from '../model.ts';
import { unifiedDiff } from '../reporters/unified-diff.ts';
import { visible } from '../reporters/visible-text.ts';
import { isLog } from './report-options.ts';

/** Prints a run's fixes as a diff, or the fixed text of what came from standard input; what went wrong goes to stderr. */
export function printFixes(
  result: LintResult,
  options: LintOptions,
  { diff, color }: { readonly diff: boolean; readonly color: boolean },
  host: Host,
): void {
  const messages = messagesFor(options.locale);
  const tell = (sentence: string) => host.stderr.write(`${visible(sentence)}\n`);
  if (diff) {
    for (const { before, after } of result.changes)
      host.stdout.write(unifiedDiff(before.path, fullText(before), fullText(after), { color, isLog: isLog(host) }));
    const fixed = result.files.reduce((sum, file) => sum + (file.fixed ?? 0), 0);
    const left = result.files.reduce((sum, file) => sum + file.problems.length, 0);
    if (result.changes.length > 0) tell(messages.wouldFix({ fixed, files: result.changes.length, left }));
  } else if (options.given && options.fix) {
    host.stdout.write(fullText(result.changes[0]?.after ?? options.given));
  }
  for (const sentence of result.unsaved.values()) tell(sentence);
  for (const dropped of result.dropped) tell(messages.fixDropped(dropped));
}

/** Says on stderr what was written into the baseline, or what can be dropped from it. */
export function printBaseline(result: LintResult, options: LintOptions, path: string, host: Host): void {
  const messages = messagesFor(options.locale);
  const known = result.files.map((file) => file.known ?? 0).filter((count) => count > 0);
  const problems = known.reduce((sum, count) => sum + count, 0);
  if (options.baseline?.update)
    host.stderr.write(`${visible(messages.baselineWritten({ path, problems, files: known.length }))}\n`);
  else printObsolete(result.obsolete, path, options.locale, host);
}

/** Says on stderr how many entries a baseline can do without. */
export function printObsolete(entries: number, path: string, locale: Locale, host: Host): void {
  if (entries > 0) host.stderr.write(`${visible(messagesFor(locale).baselineObsolete({ path, entries }))}\n`);
}
