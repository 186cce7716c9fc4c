import type { Command } from 'commander';
import { UserError } from '../errors.ts';
import { messagesFor } from '../locale/messages.ts';
import type { Locale } from '../model.ts';
import type { WriteOptions } from '../writers/writer.ts';

/** Flags of a command that writes tables. */
export interface TableFlags {
  readonly format: string;
  readonly table?: string;
  readonly delimiter?: string;
}

/** What users call the delimiters; import knows the same ones. */
const delimiters: Readonly<Record<string, string>> = { ',': ',', ';': ';', '\t': '\t', '\\t': '\t', tab: '\t' };

/** Adds the flags that only tables have. */
export function addTableOptions(command: Command): Command {
  return command
    .option('--table <name>', 'only this table, as import reads it; guides is the one with a row a guide')
    .option('--delimiter <sign>', 'what stands between two cells of a table: , ; or tab');
}

/** The write options that these flags ask for. */
export function tableOptions(flags: TableFlags, locale: Locale): Pick<WriteOptions, 'table' | 'delimiter'> {
  const say = messagesFor(locale).tables;
  for (const flag of ['table', 'delimiter'] as const)
    if (flags[flag] !== undefined && flags.format !== 'csv')
      throw new UserError(say.tableWithoutCsv({ flag: `--${flag}` }));
  if (flags.delimiter !== undefined && !Object.hasOwn(delimiters, flags.delimiter))
    throw new UserError(say.unknownDelimiter({ delimiter: flags.delimiter }));
  const delimiter = flags.delimiter === undefined ? undefined : delimiters[flags.delimiter];
  return { ...(flags.table !== undefined && { table: flags.table }), ...(delimiter !== undefined && { delimiter }) };
}
