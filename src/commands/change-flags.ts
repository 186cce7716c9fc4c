import { UserError } from '../errors.ts';
import { type ChangedFiles, type ComparedWith, findChangedFiles } from '../find/changed-files.ts';
import type { Host } from '../host.ts';
import { messagesFor } from '../locale/messages.ts';
import type { Locale } from '../model.ts';
import { visible } from '../reporters/visible-text.ts';

/** The flags that leave out what has not changed. */
export interface ChangeFlags {
  readonly staged?: boolean;
  readonly changed?: boolean;
  readonly since?: string;
  readonly lines?: boolean;
}

/** What of a run depends on whether something changed. */
interface OtherFlags {
  readonly fix?: boolean;
  readonly diff?: boolean;
  readonly stdinFilePath?: string;
}

/** What has changed, where the flags ask for it; flags that contradict each other are a `UserError`. */
export async function changesOf(
  flags: ChangeFlags & OtherFlags,
  locale: Locale,
  host: Host,
): Promise<ChangedFiles | undefined> {
  const messages = messagesFor(locale).changes;
  const compared = comparedWith(flags);
  if (!compared) return undefined;
  const refuse = (...wrong: string[]): never => {
    throw new UserError(messages.conflict({ flags: wrong }));
  };
  if (flags.staged && flags.changed) refuse('--staged', '--changed');
  if (flags.staged && flags.since !== undefined) refuse('--staged', '--since');
  if (flags.stdinFilePath !== undefined) refuse('--stdin-file-path', flagOf(compared));
  if (flags.lines && flags.fix) refuse('--lines', '--fix');
  if (flags.lines && flags.diff) refuse('--lines', '--diff');
  if (flags.staged && flags.fix) throw new UserError(messages.fixOfStaged);
  const changes = await findChangedFiles({ with: compared, lines: flags.lines ?? false, locale }, host);
  if (changes.isUnrelated) host.stderr.write(`${visible(messages.unrelated({ ref: changes.base ?? '' }))}\n`);
  return changes;
}

/** Says on stderr that there was nothing to check: an empty report alone looks like a mistake. */
export function printNothingChanged({ base }: ChangedFiles, locale: Locale, host: Host): void {
  const sentence = messagesFor(locale).changes.nothing(base === undefined ? {} : { base });
  host.stderr.write(`${visible(sentence)}\n`);
}

function comparedWith({ staged, changed, since, lines }: ChangeFlags): ComparedWith | undefined {
  if (staged) return { kind: 'staged' };
  if (since !== undefined) return { kind: 'ref', ref: since };
  return changed || lines ? { kind: 'branch' } : undefined;
}

function flagOf({ kind }: ComparedWith): string {
  return { staged: '--staged', branch: '--changed', ref: '--since' }[kind];
}
