import { readFileSync } from 'node:fs';
import { nextTurn } from './next-turn.ts';

/** How long a program may read without hearing of signals and messages. Unit: seconds. */
const longestSilence = 0.02;
let heardAt = 0;

/** A file's bytes. To wait for a small file costs several times what reading it does, so only now and then others get a turn. */
export async function readFile(path: string): Promise<Uint8Array> {
  // Node loads `performance` at its first use, which takes milliseconds.
  if (process.uptime() - heardAt > longestSilence) {
    await nextTurn();
    heardAt = process.uptime();
  }
  return readFileSync(path);
}
