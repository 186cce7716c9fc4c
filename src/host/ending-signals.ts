/** The signals by which a program is asked to end, with their numbers, which POSIX sets: Node takes a while to load its own. */
const numbers = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;

export const endingSignals = Object.keys(numbers) as readonly (keyof typeof numbers)[];

/** The exit code of a program that a signal has ended, as shells give it: 130 for `SIGINT`, 143 for `SIGTERM`. */
export function exitCodeFor(signal: keyof typeof numbers): number {
  return 128 + numbers[signal];
}
