import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';

// V8 spends as much on optimizing this program for the long run as the program on checking hundreds of guides; it is told
// to wait until a function has proved to be hot. An editor's first keystrokes take half as much for it, later ones the
// same. Later versions of V8 do so by themselves, and do not know the flag.
if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=1000000');
// Where there is much memory, it lets garbage grow to four times what lives; less of it costs no time that can be measured.
setFlagsFromString('--heap-growing-percent=60');
// What is new has half a megabyte at first and would get twice as much each time: a run of one guide collects garbage five
// times, and copies each time what the program consists of.
setFlagsFromString('--semi-space-growth-factor=4');
// Where many objects were alive when it collected garbage, it makes later ones among those that live for long. No guide
// lives for long: such an object only keeps the whole guide until the next full collection.
setFlagsFromString('--no-allocation-site-pretenuring');
// It forgets the code of functions that have not run for a while, such as all that run at the start; then that code would
// not be among what is kept for later runs.
setFlagsFromString('--no-flush-bytecode');
// It would compile each pattern twice, first for an interpreter and then, at the second use, to machine code; that alone
// takes less time than the first, and one guide needs 180 patterns.
setFlagsFromString('--no-regexp-tier-up');

type Exports = Record<string, unknown>;
type Wrapped = (
  exports: Exports,
  require: (id: string) => unknown,
  module: { exports: Exports },
  filename: string,
  dirname: string,
) => void;

/** Each keeps the code of one module. */
const compiled: (() => void)[] = [];
process.once('exit', () => {
  for (const keep of compiled) keep();
});

const loaded = new Map<string, { exports: Exports }>();

/**
 * Loads a CommonJS module of the bundle, and those beside it that it requires, with the code that V8 compiled in an
 * earlier run: to compile the program anew takes longer than to check a guide. That code lies beside the module, where
 * only those can write who could change the program itself; where nobody can, each run compiles it again.
 */
export function loadBundle(file: string): Exports {
  const known = loaded.get(file);
  if (known) return known.exports;
  const module = { exports: {} };
  loaded.set(file, module);
  const folder = dirname(file);
  const requireOthers = createRequire(file);
  const require = Object.assign(
    (id: string): unknown => (id.startsWith('./') ? loadBundle(join(folder, id)) : requireOthers(id)),
    requireOthers,
  );
  compile(file)(module.exports, require, module, file, folder);
  return module.exports;
}

function compile(file: string): Wrapped {
  const source = readFileSync(file, 'latin1');
  const stamp = stampOf(file);
  const codeFile = `${file}.${process.version}-${process.arch}.code`;
  const kept = readCode(codeFile, stamp);
  const script = new Script(`(function (exports, require, module, __filename, __dirname) {${source}\n})`, {
    filename: file,
    ...(kept && { cachedData: kept.code }),
  });
  keepCode(script, codeFile, stamp, kept && script.cachedDataRejected !== true ? kept.seconds : 0);
  return script.runInThisContext() as Wrapped;
}

/** Tells this build of a module from others: V8 itself looks at nothing but the length of the source. */
function stampOf(file: string): Buffer {
  const { mtimeMs, size } = statSync(file);
  const stamp = Buffer.alloc(16);
  stamp.writeDoubleLE(mtimeMs, 0);
  stamp.writeDoubleLE(size, 8);
  return stamp;
}

/** What V8 compiled in an earlier run, and for how long that ran. */
interface KeptCode {
  readonly seconds: number;
  readonly code: Buffer;
}

function readCode(path: string, stamp: Buffer): KeptCode | undefined {
  try {
    const content = readFileSync(path);
    if (!content.subarray(0, stamp.length).equals(stamp)) return undefined;
    return { seconds: content.readDoubleLE(stamp.length), code: content.subarray(stamp.length + 8) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    return undefined;
  }
}

/** After a run of so many seconds V8 has compiled about all that there is. */
const longest = 2;

/**
 * Keeps code at the end of the run, when V8 has compiled what such a run needs. A run that takes much longer than the one
 * whose code is kept (the first may have been `--version`) does more and needs more.
 */
function keepCode(script: Script, path: string, stamp: Buffer, keptSeconds: number): void {
  // Flags change the code; a run with a debugger or profiler must not take it from all others.
  if (process.execArgv.length > 0 || process.env.NODE_OPTIONS) return;
  compiled.push(() => {
    const seconds = process.uptime();
    if (keptSeconds > 0 && (keptSeconds >= longest || seconds < 2 * keptSeconds)) return;
    const head = Buffer.alloc(8);
    head.writeDoubleLE(seconds);
    // Few runs come here, and only they have to load it.
    const { randomUUID } = process.getBuiltinModule('node:crypto');
    const draft = `${path}.${process.pid}-${randomUUID().slice(0, 8)}.tmp`;
    try {
      writeFileSync(draft, Buffer.concat([stamp, head, script.createCachedData()]));
      renameSync(draft, path);
    } catch (error) {
      // A folder that belongs to somebody else, or a full disk: nothing is lost but time.
      if ((error as NodeJS.ErrnoException).code === undefined) throw error;
      rmSync(draft, { force: true });
    }
  });
}
