import { constants } from 'node:os';

/** The signals by which a program is asked to end. */
export const endingSignals = ['SIGHUP', 'SIGINT', 'SIGTERM'] as const;

/** The exit code of a program that a signal has ended, as shells give it: 130 for `SIGINT`, 143 for `SIGTERM`. */
export function exitCodeFor(signal: (typeof endingSignals)[number]): number {
  return 128 + constants.signals[signal];
}
