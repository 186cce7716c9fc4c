import { Worker } from 'node:worker_threads';

/** Ends the program where one piece of work takes too long. */
export interface Watchdog {
  /** A piece of work begins; what began before is over. */
  begin(number: number): void;
  end(): Promise<void>;
}

/** What hangs may be native code, or the only thread there is: another one has to look. */
const script = `
const { workerData: { state, longest, sentence } } = require('node:worker_threads');
const { writeSync } = require('node:fs');
let last = -1;
let since = Date.now();
setInterval(() => {
  const now = Atomics.load(state, 0);
  if (now !== last) [last, since] = [now, Date.now()];
  else if (Date.now() - since > longest) {
    writeSync(2, sentence + ' ' + now + '\\n');
    process.kill(process.pid, 'SIGKILL');
  }
}, 500);
`;

/** Watches over numbered pieces of work; one that takes longer is told on standard error before the program ends. */
export function watchdog(longest: number, sentence: string): Watchdog {
  const state = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(script, { eval: true, workerData: { state, longest, sentence } });
  worker.unref();
  return {
    begin: (number) => void Atomics.store(state, 0, number),
    async end() {
      await worker.terminate();
    },
  };
}
