import { resolve } from 'node:path';
import { UserError } from './errors.ts';
import type { FileContent, Host } from './host.ts';
import { messagesFor } from './locale/messages.ts';
import type { Locale } from './model.ts';

/** Writes a file whole or not at all, with the folders above it; false when it held this already. Failing is a `UserError`. */
export async function saveFile(
  path: string,
  content: FileContent,
  { locale }: { readonly locale: Locale },
  host: Host,
): Promise<boolean> {
  return asUserError(path, locale, async () => {
    await host.files.mkdir(resolve(path, '..'));
    return host.files.writeFileAtomically(path, content);
  });
}

/** Does what changes a path; failing because of the file system is a `UserError`. */
export async function asUserError<Result>(path: string, locale: Locale, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (cause) {
    // What makes the content piece by piece may fail for reasons of its own.
    if (!(cause instanceof Error && 'code' in cause)) throw cause;
    throw new UserError(messagesFor(locale).unwritable({ path, code: String(cause.code) }), { cause });
  }
}
