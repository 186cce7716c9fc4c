import { Script } from 'node:vm';

const workKey = Symbol.for('guidepost.work');
const slot = globalThis as { [workKey]?: () => void };
const script = new Script('globalThis[Symbol.for("guidepost.work")]()');
/** Node's watchdog waits for whole milliseconds, and for no more than these: 49 days. */
const longestWait = 2 ** 32 - 1;

/** Thrown where work took longer than it may. */
export class DeadlineError extends Error {
  override readonly name = 'DeadlineError';
}

/** Thrown where timed work needs something that must not be stopped half way, and that is not there yet. */
export class LoadingNeeded extends Error {
  override readonly name = 'LoadingNeeded';
  readonly load: () => unknown;

  constructor(load: () => unknown) {
    super('something has to be loaded before this work can be done');
    this.load = load;
  }
}

/**
 * Returns what a function loads, called once, at the first use. Timed work never does that itself: a module whose loading
 * is stopped half way would stay half loaded. It is loaded outside, then the work is done again.
 */
export function lazily<Value>(load: () => Value): () => Value {
  let loaded: { readonly value: Value } | undefined;
  const loadOnce = (): Value => {
    loaded ??= { value: load() };
    return loaded.value;
  };
  return () => {
    if (!loaded && slot[workKey]) throw new LoadingNeeded(loadOnce);
    return loadOnce();
  };
}

/**
 * Does synchronous work for at most so long (in milliseconds) and returns what it returns; then it is stopped wherever it
 * is, also within a regular expression, and a `DeadlineError` is thrown. Blocks of `catch` and `finally` within the work
 * do not see that, so it must leave nothing half done that others rely on. Native code is not stopped.
 *
 * Node stops a script by a watchdog that stands beside the thread: unlike a worker, it costs next to nothing, and the
 * work runs on the same stack and heap whether or not anybody waits for it.
 */
export function withDeadline<Result>(milliseconds: number, work: () => Result): Result {
  if (milliseconds > longestWait) return work();
  for (;;) {
    try {
      return runTimed(Math.ceil(milliseconds), work);
    } catch (error) {
      if (!(error instanceof LoadingNeeded)) throw error;
      error.load();
    }
  }
}

function runTimed<Result>(milliseconds: number, work: () => Result): Result {
  let outcome: { readonly result: Result } | { readonly error: unknown } | undefined;
  const outer = slot[workKey];
  // In a variable first: a function literal that is assigned to a property is made by V8 where objects live for long, and
  // all that it refers to, such as the whole tree of a guide, then outlives quick collections. That took a third of what
  // an editor's keystroke takes.
  const timed = (): void => {
    try {
      outcome = { result: work() };
    } catch (error) {
      outcome = { error };
    }
  };
  slot[workKey] = timed;
  try {
    script.runInThisContext({ timeout: milliseconds });
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT')) throw cause;
    throw new DeadlineError(`not done after ${milliseconds} ms`, { cause });
  } finally {
    if (outer) slot[workKey] = outer;
    else delete slot[workKey];
  }
  if (!outcome) throw new Error('the work was left without a result');
  if ('error' in outcome) throw outcome.error;
  return outcome.result;
}

/**
 * Does the work for each item, in order; each may take so long as if it were alone. What took too long has a
 * `DeadlineError` in place of its result.
 */
export function eachWithDeadline<Item, Result>(
  items: readonly Item[],
  milliseconds: number,
  work: (item: Item) => Result,
): (Result | DeadlineError)[] {
  const results: (Result | DeadlineError)[] = [];
  // To set up the watchdog takes as long as to look up a hundred guides that are known.
  if (items.length === 0) return results;
  try {
    // One watchdog for all: it is far away unless one of them is hostile.
    withDeadline(milliseconds, () => {
      for (const item of items.slice(results.length)) results.push(work(item));
    });
  } catch (error) {
    if (!(error instanceof DeadlineError)) throw error;
    for (const item of items.slice(results.length)) results.push(aloneWithDeadline(item, milliseconds, work));
  }
  return results;
}

function aloneWithDeadline<Item, Result>(
  item: Item,
  milliseconds: number,
  work: (item: Item) => Result,
): Result | DeadlineError {
  try {
    return withDeadline(milliseconds, () => work(item));
  } catch (error) {
    if (error instanceof DeadlineError) return error;
    throw error;
  }
}
