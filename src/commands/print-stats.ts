import type { Host } from '../host.ts';
import type { LintResult } from '../lint.ts';
import { messagesFor } from '../locale/messages.ts';
import type { Locale } from '../model.ts';
import type { Stopwatch } from '../stopwatch.ts';

/** Says on stderr how many guides a run looked at, and what each of its steps took. */
export function printStats(
  { files, cached }: LintResult,
  { spent }: Pick<Stopwatch, 'spent'>,
  locale: Locale,
  { stderr }: Pick<Host, 'stderr'>,
): void {
  const say = messagesFor(locale).stats;
  const rows = [...spent].map(
    ([step, milliseconds]) => `  ${say.steps[step].padEnd(8)}${milliseconds.toFixed(1).padStart(10)} ms\n`,
  );
  stderr.write(`${say.heading({ files: files.length, cached })}\n${rows.join('')}`);
}
