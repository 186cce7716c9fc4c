import type { Command } from 'commander';
import { UserError } from '../errors.ts';
import { messagesFor } from '../locale/messages.ts';
import type { Locale } from '../model.ts';

/** Flags for the export of many guides, and of parts of them. */
export interface BatchFlags {
  readonly format: string;
  readonly out?: string;
  readonly pick?: string;
  readonly prune?: boolean;
}

/** Adds these flags to a command. */
export function addBatchOptions(command: Command): Command {
  return command
    .option('--pick <names>', 'only these values of each guide as JSON, separated by commas: meta.slug,title')
    .option('--prune', 'remove from the output folder what earlier runs wrote for guides that are gone');
}

/** What these flags ask for. */
export function batchOptions(
  { format, out, pick, prune = false }: BatchFlags,
  locale: Locale,
): { readonly pick?: readonly string[]; readonly prune: boolean } {
  const say = messagesFor(locale).batch;
  if (pick !== undefined && format !== 'json' && format !== 'ndjson') throw new UserError(say.pickWithoutJson);
  if (prune && out === undefined) throw new UserError(say.pruneWithoutFolder);
  return { ...(pick !== undefined && { pick: pick.split(',').map((name) => name.trim()) }), prune };
}
