import { dirname } from 'node:path';
import { UserError } from './errors.ts';
import { displayPath } from './find/find-guides.ts';
import type { ExpectedContent, FileContent, Host } from './host.ts';
import { messagesFor } from './locale/messages.ts';
import type { Locale } from './model.ts';

export interface SaveOptions {
  /** What must stand there still; whatever stands there, where it is left out. */
  readonly expected?: ExpectedContent;
  readonly locale: Locale;
}

/**
 * Writes a file whole or not at all, with the folders above it; false when it held this already. Failing, and finding
 * something else than expected, is a `UserError`.
 */
export async function saveFile(
  path: string,
  content: FileContent,
  { expected, locale }: SaveOptions,
  host: Host,
): Promise<boolean> {
  const shown = displayPath(path, host);
  // What was read before has its folder, unless somebody removed both.
  if (expected === undefined || expected === null) await makeFolder(dirname(path), locale, host);
  return asUserError(shown, locale, async () => {
    const result = await host.files.writeFileAtomically(path, content, expected);
    if (result === 'changed') throw new UserError(messagesFor(locale).fileChanged({ path: shown }));
    return result === 'written';
  });
}

/** Makes a folder, and those above it; failing is a `UserError`. */
export async function makeFolder(folder: string, locale: Locale, host: Host): Promise<void> {
  await asUserError(displayPath(folder, host), locale, () => host.files.mkdir(folder));
}

/** Does what changes a path; failing because of the file system is a `UserError`. */
export async function asUserError<Result>(path: string, locale: Locale, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (cause) {
    // What makes the content piece by piece may fail for reasons of its own, and a refusal says all there is to say.
    if (!(cause instanceof Error && 'code' in cause) || cause instanceof UserError) throw cause;
    throw new UserError(messagesFor(locale).unwritable({ path, code: String(cause.code) }), { cause });
  }
}

/** Does something for each file; a `UserError` keeps nobody from the next one, and its sentence is among the results. */
export async function failuresOf<Item>(
  items: Iterable<Item> | AsyncIterable<Item>,
  work: (item: Item) => Promise<void>,
): Promise<{ readonly item: Item; readonly message: string }[]> {
  const failures: { item: Item; message: string }[] = [];
  for await (const item of items) {
    try {
      await work(item);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      failures.push({ item, message: error.message });
    }
  }
  return failures;
}
