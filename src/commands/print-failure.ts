import { stackOf } from '../bug.ts';
import { UserError } from '../errors.ts';
import type { Host } from '../host.ts';
import { messagesFor } from '../locale/messages.ts';
import type { Locale } from '../model.ts';
import { visible } from '../reporters/visible-text.ts';
import { version } from '../version.ts';

/** Says on stderr what ended a run: what the user can mend, a line each, else that it is a bug, with its stack. */
export function printFailure(error: unknown, locale: Locale, { stderr }: Pick<Host, 'stderr'>): void {
  const lines =
    error instanceof UserError ? error.lines : [messagesFor(locale).bug({ version }), ...stackOf(error).split('\n')];
  stderr.write(`guidepost: ${lines.map(visible).join('\n')}\n`);
}
