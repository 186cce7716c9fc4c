import type { Host } from '../host.ts';
import type { LintResult } from '../lint.ts';
import { messagesFor } from '../locale/messages.ts';
import type { Locale } from '../model.ts';
import type { Stopwatch } from '../stopwatch.ts';
import { terminalWidth } from '../terminal-width.ts';

/** So many of the slowest rules are named. */
const mostRules = 5;

/** Columns for a step or a rule. */
const nameWidth = 32;

/** Says on stderr how many guides a run looked at, and what each of its steps took. */
export function printStats(
  { files, cached }: LintResult,
  { spent, ofRules }: Pick<Stopwatch, 'spent' | 'ofRules'>,
  locale: Locale,
  { stderr }: Pick<Host, 'stderr'>,
): void {
  const say = messagesFor(locale).stats;
  const slowest = [...ofRules].slice(0, mostRules).map(([rule, milliseconds]) => row(`  ${rule}`, milliseconds));
  const rows = [...spent].flatMap(([step, milliseconds]) => [
    row(say.steps[step], milliseconds),
    ...(step === 'check' ? slowest : []),
  ]);
  stderr.write(`${say.heading({ files: files.length, cached })}\n${rows.join('')}`);
}

function row(name: string, milliseconds: number): string {
  const gap = ' '.repeat(Math.max(nameWidth - terminalWidth(name), 1));
  return `  ${name}${gap}${milliseconds.toFixed(1).padStart(10)} ms\n`;
}
