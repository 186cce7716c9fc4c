import { Chalk } from 'chalk';
import { messagesFor } from '../locale/messages.ts';
import type { FileReport, Problem } from '../model.ts';
import { inertLog } from './inert-log.ts';
import type { ReportOptions } from './reporter.ts';
import { summaryOf } from './summary.ts';
import { problemGroups } from './text.ts';
import { visible } from './visible-text.ts';

/** What changed from one run to the next: new problems in full, solved ones in a line each, and what all comes to. */
export function renderRunChanges(
  { fresh, solved }: { readonly fresh: readonly FileReport[]; readonly solved: readonly Problem[] },
  all: readonly FileReport[],
  options: ReportOptions,
): string {
  const chalk = new Chalk({ level: options.color ? 1 : 0 });
  const messages = messagesFor(options.locale);
  const lines = solved.map(
    ({ path, rule, message }) =>
      `${chalk.green(`${messages.watch.solved}:`)} ${visible(path)}  ${visible(message)}  ${chalk.dim(visible(rule))}\n`,
  );
  const summary = `${chalk.bold(summaryOf(all, messages))}\n`;
  return inertLog(
    [...problemGroups(fresh, options), ...(lines.length > 0 ? [lines.join('')] : []), summary].join('\n'),
  );
}
