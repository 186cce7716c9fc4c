import { resolve } from 'node:path';
import { UserError } from './errors.ts';
import type { Host } from './host.ts';
import { messagesFor } from './locale/messages.ts';
import type { Locale } from './model.ts';

/** Writes a file whole or not at all, with the folders above it; failing is a `UserError`. */
export async function saveFile(
  path: string,
  text: string,
  { locale }: { readonly locale: Locale },
  host: Host,
): Promise<void> {
  try {
    await host.files.mkdir(resolve(path, '..'));
    await host.files.writeFileAtomically(path, text);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '?';
    throw new UserError(messagesFor(locale).unwritable({ path, code }), { cause });
  }
}
