import { readFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';

/** How long a program may read without hearing of signals and messages. Unit: milliseconds. */
const longestSilence = 20;
let heardAt = 0;

/** A file's bytes. To wait for a small file costs several times what reading it does, so only now and then others get a turn. */
export async function readFile(path: string): Promise<Uint8Array> {
  if (performance.now() - heardAt > longestSilence) {
    await setImmediate();
    heardAt = performance.now();
  }
  return readFileSync(path);
}
