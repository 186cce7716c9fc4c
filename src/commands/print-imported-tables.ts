import { fullText } from '../fix/save-fixes.ts';
import type { Host } from '../host.ts';
import { type ImportTablesOptions, importTables } from '../import-tables.ts';
import { messagesFor } from '../locale/messages.ts';
import { unifiedDiff } from '../reporters/unified-diff.ts';
import { visible } from '../reporters/visible-text.ts';
import { isLog } from './report-options.ts';

/** Imports tables and says on stderr what came of it, on stdout what would change; returns the exit code. */
export async function printImportedTables(
  options: ImportTablesOptions,
  { color }: { readonly color: boolean },
  host: Host,
): Promise<number> {
  const say = messagesFor(options.locale).tables;
  const print = async (line: string): Promise<void> => host.stderr.write(`${visible(line)}\n`);
  const { changes, cells, problems, unsaved } = await importTables(options, host);
  if (!options.save)
    for (const { before, after } of changes)
      await host.stdout.write(
        unifiedDiff(before.path, fullText(before), fullText(after), { color, isLog: isLog(host) }),
      );
  for (const message of [...problems.map((problem) => problem.message), ...unsaved]) await print(message);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const refused = errors + unsaved.length;
  const counts = { cells, guides: changes.length, refused };
  await print(options.save ? say.done(counts) : say.wouldDo(counts));
  if (unsaved.length > 0) return 2;
  return errors > 0 ? 1 : 0;
}
