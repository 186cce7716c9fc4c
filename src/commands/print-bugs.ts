import type { Bug } from '../bug.ts';
import type { Host } from '../host.ts';
import { messagesFor } from '../locale/messages.ts';
import type { Locale } from '../model.ts';
import { logLine } from '../reporters/inert-log.ts';
import { version } from '../version.ts';

/** How much of a stack says where a bug is; the rest would bury what else a run says. Unit: lines. */
const longestStack = 30;

/** Says on stderr what went wrong in guidepost itself, each bug once however many guides it happened at. */
export function printBugs(bugs: readonly Bug[], locale: Locale, { stderr }: Pick<Host, 'stderr'>): void {
  for (const [first, ...others] of alike(bugs)) {
    const { stack, ...place } = first;
    const sentence = messagesFor(locale).bugs.at({ ...place, others: others.length, version });
    const lines = [`guidepost: ${sentence}`, ...stack.split('\n').slice(0, longestStack)];
    stderr.write(lines.map(logLine).join(''));
  }
}

/** Bugs that were thrown at one place by one rule, in the order of the first of each. */
function alike(bugs: readonly Bug[]): Iterable<readonly [Bug, ...Bug[]]> {
  const groups = new Map<string, [Bug, ...Bug[]]>();
  for (const bug of bugs) {
    const place = bug.stack.split('\n').find((line) => /^\s+at /.test(line)) ?? bug.stack;
    const key = JSON.stringify([bug.stage, bug.rule, place]);
    const group = groups.get(key);
    if (group) group.push(bug);
    else groups.set(key, [bug]);
  }
  return groups.values();
}
