import { resolve } from 'node:path';
import type { Command } from 'commander';
import { UserError } from '../errors.ts';
import type { Host } from '../host.ts';
import { importGuides } from '../import-guides.ts';
import { messagesFor } from '../locale/messages.ts';
import type { Locale } from '../model.ts';
import { tableExtension } from '../readers/read-tables.ts';
import { visible } from '../reporters/visible-text.ts';
import { type ConfigFlags, collect, configOf, useColor } from './common-options.ts';
import { printImportedTables } from './print-imported-tables.ts';

interface ImportFlags extends ConfigFlags {
  readonly out?: string;
  readonly type?: string;
  readonly includeInvalid?: boolean;
  readonly guides?: readonly string[];
  readonly table?: string;
  readonly diff?: boolean;
}

/** Adds `guidepost import`; `done` receives the exit code. */
export function addImportCommand(program: Command, host: Host, done: (code: number) => void): void {
  program
    .command('import')
    .summary('write normalized JSON or edited tables back as Markdown')
    .description(
      'Writes guides from normalized JSON: one guide, an array, or NDJSON. A guide that its type refuses, or that would not read back as it is, is not written. Of the CSV tables that export wrote, the changed cells are written into the guides where they are.',
    )
    .argument('<files...>', 'JSON files (- is standard input), or CSV tables and folders of them')
    .option('--out <folder|file>', 'where to write; without it the only guide goes to standard output')
    .option('--type <name|file>', 'guide type, by name or schema file, instead of the one that the guides name')
    .option('--include-invalid', 'write guides with problems as well')
    .option('--guides <path>', 'for tables: file, folder or glob of the guides; may be repeated', collect)
    .option('--table <name>', 'for a table: which one it is, where its name does not say it')
    .option('--diff', 'for tables: print what would change, and change nothing')
    .option('--config <file>', 'config to use, instead of the nearest one')
    .action(async (paths: string[], flags: ImportFlags) => {
      const { config, locale } = await configOf(flags, host);
      if (await areTables(paths, flags, locale, host)) {
        const { guides = [], table, type, diff = false } = flags;
        const given = { ...(table !== undefined && { table }), ...(type !== undefined && { type }) };
        const tables = { paths, guides, ...given, save: !diff, config, locale };
        done(await printImportedTables(tables, { color: useColor(flags, host) }, host));
        return;
      }
      const say = messagesFor(locale).convert;
      const options = {
        paths,
        ...(flags.type !== undefined && { type: flags.type }),
        ...(flags.out !== undefined && { out: flags.out }),
        includeInvalid: flags.includeInvalid ?? false,
        config,
        locale,
      };
      const { written, refused, failures } = await importGuides(options, host);
      const print = (line: string): void => host.stderr.write(`${visible(line)}\n`);
      for (const { mistakes } of [...refused, ...written])
        for (const { place, pointer, message } of mistakes) print(`${place}: ${pointer && `${pointer}: `}${message}`);
      for (const { place, name, mistakes } of refused) print(say.notImported({ place, name, count: mistakes.length }));
      for (const sentence of failures) print(sentence);
      if (flags.out !== undefined)
        print(say.imported({ guides: written.length, refused: refused.length, out: flags.out }));
      done(failures.length > 0 ? 2 : refused.length > 0 ? 1 : 0);
    });
}

/** True when tables are to be imported; they have flags of their own and do not mix with JSON. */
async function areTables(paths: readonly string[], flags: ImportFlags, locale: Locale, host: Host): Promise<boolean> {
  const say = messagesFor(locale).tables;
  const isTable = async (path: string): Promise<boolean> => {
    if (tableExtension.test(path)) return true;
    const status = await host.files.stat(resolve(host.cwd, path)).catch(() => undefined);
    return status?.kind === 'folder';
  };
  const kinds = new Set(await Promise.all(paths.map(isTable)));
  if (kinds.size > 1) throw new UserError(say.mixedImport);
  const isTables = kinds.has(true);
  const wrong = isTables
    ? { '--out': flags.out, '--include-invalid': flags.includeInvalid }
    : { '--guides': flags.guides, '--table': flags.table, '--diff': flags.diff };
  for (const [flag, value] of Object.entries(wrong))
    if (value !== undefined)
      throw new UserError(isTables ? say.flagWithTables({ flag }) : say.flagWithoutTables({ flag }));
  return isTables;
}
