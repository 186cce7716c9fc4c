import { resolve } from 'node:path';
import type { Config } from '../config/config.ts';
import { UserError } from '../errors.ts';
import { sourceOf } from '../find/decode-source.ts';
import { displayPath } from '../find/find-guides.ts';
import type { Host } from '../host.ts';
import type { LintOptions } from '../lint.ts';
import { messagesFor } from '../locale/messages.ts';
import type { Locale, SourceFile } from '../model.ts';
import { readShard, type Shard } from '../shards/shard.ts';
import type { CacheFlags } from './cache-options.ts';
import { type ChangeFlags, changesOf } from './change-flags.ts';
import type { ConfigFlags } from './common-options.ts';
import { type LimitFlags, limitsOf } from './limit-options.ts';
import type { ParserFlags } from './parser-option.ts';

/** The flags of `guidepost lint`, save those of its reports. */
export interface LintFlags extends ConfigFlags, ChangeFlags, LimitFlags, CacheFlags, ParserFlags {
  readonly type?: string;
  readonly printConfig?: string;
  readonly maxWarnings?: number;
  readonly quiet?: boolean;
  readonly fix?: boolean;
  readonly unsafeFixes?: boolean;
  readonly diff?: boolean;
  readonly stdinFilePath?: string;
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
  readonly allowEmpty?: boolean;
  readonly shard?: string;
  readonly watch?: boolean;
  readonly stats?: boolean;
}

/** Where `--update-baseline` writes when neither flag nor config says. */
export const defaultBaseline = '.guidepost-baseline.json';

/** What the flags ask for; flags that contradict each other are a `UserError`. */
export async function lintOptionsOf(
  paths: readonly string[],
  flags: LintFlags,
  { config, locale }: { readonly config: Config; readonly locale: Locale },
  host: Host,
): Promise<LintOptions> {
  const messages = messagesFor(locale);
  if (flags.stdinFilePath !== undefined && paths.length > 0) throw new UserError(messages.stdinWithPaths);
  if (flags.unsafeFixes && !flags.fix && !flags.diff) throw new UserError(messages.unsafeWithoutFix);
  if (flags.updateBaseline && flags.diff) throw new UserError(messages.baselineOfDiff);
  const save = !flags.diff && flags.stdinFilePath === undefined;
  const baseline = flags.baseline ?? config.baseline ?? (flags.updateBaseline ? defaultBaseline : undefined);
  const shard = shardOf(flags, locale);
  const changes = await changesOf(flags, locale, host);
  return {
    paths,
    ...(changes && { changes }),
    ...(shard && { shard }),
    ...(flags.type !== undefined && { type: flags.type }),
    ...(flags.parser && { parser: flags.parser }),
    ...(flags.stdinFilePath !== undefined && { given: await fromStdin(flags.stdinFilePath, host) }),
    ...((flags.fix || flags.diff) && { fix: { unsafe: flags.unsafeFixes ?? false, save } }),
    ...(baseline !== undefined && {
      baseline: { path: resolve(host.cwd, baseline), update: flags.updateBaseline ?? false },
    }),
    // A commit without guides is none of a hook's business; a misspelt path is.
    allowEmpty: (flags.allowEmpty ?? false) || (changes !== undefined && (paths.length === 0 || changes.isEmpty)),
    ...limitsOf(flags),
    quiet: flags.quiet ?? false,
    config,
    locale,
  };
}

/** A part is checked as it is, and alone: what changes files, or needs the others, cannot go with it. */
function shardOf(flags: LintFlags, locale: Locale): Shard | undefined {
  if (flags.shard === undefined) return undefined;
  const messages = messagesFor(locale);
  const others = {
    '--fix': flags.fix,
    '--diff': flags.diff,
    '--update-baseline': flags.updateBaseline,
    '--stdin-file-path': flags.stdinFilePath,
    '--staged': flags.staged,
    '--changed': flags.changed,
    '--since': flags.since,
    '--lines': flags.lines,
  };
  refuseWith('--shard', others, locale);
  const shard = readShard(flags.shard);
  if (!shard) throw new UserError(messages.shards.noShard({ value: flags.shard }));
  return shard;
}

/** Refuses flags that contradict another one. */
export function refuseWith(flag: string, others: Readonly<Record<string, unknown>>, locale: Locale): void {
  const [wrong] = Object.entries(others).find(([, value]) => value !== undefined) ?? [];
  if (wrong !== undefined) throw new UserError(messagesFor(locale).changes.conflict({ flags: [flag, wrong] }));
}

async function fromStdin(path: string, host: Host): Promise<SourceFile> {
  return sourceOf(displayPath(resolve(host.cwd, path), host), await host.stdin());
}
