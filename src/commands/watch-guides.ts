import { UserError } from '../errors.ts';
import type { Host } from '../host.ts';
import { messagesFor } from '../locale/messages.ts';
import type { Locale } from '../model.ts';
import { printFailure } from './print-failure.ts';

/** How long nothing must happen before guides are checked again, in milliseconds: editors make several changes at once. */
const quietTime = 80;

/**
 * Runs once, and again after each change, until somebody ends the program; returns the exit code of that. A run gets the paths that changed, and returns further
 * paths to watch; its `UserError`s are printed, as a config that is being edited is broken now and then.
 */
export async function watchGuides(
  run: (changed: ReadonlySet<string>) => Promise<readonly string[]>,
  locale: Locale,
  host: Host,
): Promise<number> {
  let changed = new Set<string>();
  let wake = (): void => {};
  const watching = await host.watch([host.cwd], (path) => {
    changed.add(path);
    wake();
  });
  let isOn = true;
  const ended = watching.ended.then((code) => {
    isOn = false;
    return code;
  });
  let complaint: string | undefined;
  const attempt = async (paths: ReadonlySet<string>): Promise<void> => {
    try {
      watching.add(await run(paths));
      complaint = undefined;
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      if (error.message !== complaint) printFailure(error, locale, host);
      complaint = error.message;
    }
  };
  await attempt(new Set());
  host.stderr.write(`${messagesFor(locale).watch.watching}\n`);
  while (isOn) {
    const woken = new Promise<void>((resolve) => {
      wake = resolve;
    });
    if (changed.size === 0) await Promise.race([woken, ended]);
    for (let count = -1; isOn && count !== changed.size; ) {
      count = changed.size;
      await Promise.race([new Promise((resolve) => setTimeout(resolve, quietTime)), ended]);
    }
    if (!isOn) break;
    const now = changed;
    changed = new Set();
    await attempt(now);
  }
  return ended;
}
