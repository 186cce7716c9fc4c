import { resolve } from 'node:path';
import { readSource } from '../find/read-source.ts';
import type { Host } from '../host.ts';
import type { Locale, SourceFile } from '../model.ts';
import { saveFile } from '../save-file.ts';

/** A file before and after its fixes. */
export interface Change {
  readonly before: SourceFile;
  readonly after: SourceFile;
}

/** Writes what was fixed, and returns the paths of files that somebody else changed since they were read: these stay. */
export async function saveFixes(changes: readonly Change[], locale: Locale, host: Host): Promise<ReadonlySet<string>> {
  const changedMeanwhile = new Set<string>();
  for (const { before, after } of changes) {
    const absolutePath = resolve(host.cwd, before.path);
    const now = await readSource({ path: before.path, absolutePath }, host);
    if ('reason' in now) {
      changedMeanwhile.add(before.path);
    } else if (fullText(now) === fullText(before)) {
      await saveFile(absolutePath, fullText(after), { locale }, host);
    } else if (fullText(now) !== fullText(after)) {
      // The same text may be there already: two links to one file.
      changedMeanwhile.add(before.path);
    }
  }
  return changedMeanwhile;
}

/** The text as it stands in the file, with its byte order mark. */
export function fullText({ text, bom }: SourceFile): string {
  return bom ? `\uFEFF${text}` : text;
}
