import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { FileCache } from '../cache/file-cache.ts';
import type { VerdictCache } from '../cache/verdict-cache.ts';
import type { Host } from '../host.ts';

/** Flags that say where a run keeps what it found out. */
export interface CacheFlags {
  readonly cache?: boolean;
  readonly cacheLocation?: string;
}

/** Adds these flags to a command. */
export function addCacheOptions(command: Command): Command {
  return command
    .option('--cache', 'check again only guides that have changed; on by itself, save in CI')
    .option('--no-cache', 'check all guides')
    .option('--cache-location <folder>', "where that is kept, instead of the user's folder for caches");
}

/** The cache of a run; undefined where there is to be none. */
export function cacheOf({ cache, cacheLocation }: CacheFlags, host: Host): VerdictCache | undefined {
  const isWanted = cache ?? (cacheLocation !== undefined || !isSet(host.env.CI));
  if (!isWanted) return undefined;
  const folder = cacheLocation === undefined ? defaultFolder(host) : resolve(host.cwd, cacheLocation);
  return folder === undefined ? undefined : new FileCache(folder, host);
}

/**
 * Of the working folder's own in the user's folder for caches. Not in the project: what lies there may come from
 * somebody else, who could have guides pass that nobody has checked.
 */
function defaultFolder({ cwd, env }: Host): string | undefined {
  const home = env.XDG_CACHE_HOME || env.LOCALAPPDATA || (env.HOME && join(env.HOME, '.cache'));
  return home ? join(home, 'guidepost', createHash('sha256').update(cwd).digest('hex').slice(0, 16)) : undefined;
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '' && value !== 'false' && value !== '0';
}
