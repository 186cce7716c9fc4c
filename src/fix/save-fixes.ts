import { resolve } from 'node:path';
import type { Host } from '../host.ts';
import type { Locale, SourceFile } from '../model.ts';
import { failuresOf, saveFile } from '../save-file.ts';

/** A file before and after its fixes. */
export interface Change {
  readonly before: SourceFile;
  readonly after: SourceFile;
}

/** Writes what was fixed, and returns why some files stay as they are, by path: somebody else changed them, for one. */
export async function saveFixes(
  changes: readonly Change[],
  locale: Locale,
  host: Host,
): Promise<ReadonlyMap<string, string>> {
  const failures = await failuresOf(changes, async ({ before, after }) => {
    const path = resolve(host.cwd, before.path);
    await saveFile(path, fullText(after), { locale, expected: fullText(before) }, host);
  });
  return new Map(failures.map(({ item, message }) => [item.before.path, message]));
}

/** The text as it stands in the file, with its byte order mark and line ends. */
export function fullText({ text, bom, cr }: SourceFile): string {
  return (bom ? '\uFEFF' : '') + (cr ? text.replaceAll('\n', '\r') : text);
}
