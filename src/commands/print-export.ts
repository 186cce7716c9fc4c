import { posix } from 'node:path';
import type { ExportResult } from '../convert.ts';
import type { Host } from '../host.ts';
import { messagesFor } from '../locale/messages.ts';
import type { Locale } from '../model.ts';
import { visible } from '../reporters/visible-text.ts';

/** Says on stderr what an export has written, what not, and why not. */
export function printExport(
  { written, refused, changed, saved }: ExportResult,
  { out, locale }: { readonly out: string | undefined; readonly locale: Locale },
  host: Host,
): void {
  const say = messagesFor(locale).batch;
  const tell = (sentence: string): void => host.stderr.write(`${visible(sentence)}\n`);
  for (const { path, problems } of refused) {
    const [first] = problems;
    if (!first) continue;
    const { line, column } = first.range.start;
    tell(say.refused({ place: `${path}:${line}:${column}`, errors: problems.length, first: first.message }));
  }
  if (refused.length > 0) tell(say.aboutRefused);
  for (const path of changed) tell(say.changedMeanwhile({ path }));
  if (out === undefined || !saved) return;
  const counts = { guides: written, refused: refused.length + changed.length, out };
  if ('isNew' in saved) {
    tell(say.exportedToFile({ ...counts, isNew: saved.isNew }));
    return;
  }
  const shown = (name: string): string => posix.join(out, name);
  for (const name of saved.removed) tell(say.removed({ path: shown(name) }));
  for (const name of saved.kept) tell(say.keptChanged({ path: shown(name) }));
  if (saved.leftOver.length > 0) tell(say.leftOver({ files: saved.leftOver.length, out }));
  for (const sentence of saved.failures) tell(sentence);
  const { length: removed } = saved.removed;
  const files = { written: saved.written.length, unchanged: saved.unchanged.length, removed };
  tell(say.exportedToFolder({ ...counts, files }));
}
