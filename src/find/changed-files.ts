import { UserError } from '../errors.ts';
import type { FileSystem, Host } from '../host.ts';
import { messagesFor } from '../locale/messages.ts';
import type { Locale, Problem } from '../model.ts';
import { changedLines, type LineRuns } from './changed-lines.ts';
import { Git, textOf } from './git.ts';
import { indexFiles } from './index-files.ts';

/** What to compare with: the last commit (of the index only), the default branch, or a commit that somebody names. */
export type ComparedWith =
  | { readonly kind: 'staged' }
  | { readonly kind: 'branch' }
  | { readonly kind: 'ref'; readonly ref: string };

export interface ChangeOptions {
  readonly with: ComparedWith;
  /** Tells changed lines from others. */
  readonly lines: boolean;
  readonly locale: Locale;
}

/** What has changed in a repository; paths are those of reports. */
export interface ChangedFiles {
  /** What it was compared with, as people call it: `origin/main`; undefined for the index. */
  readonly base?: string;
  /** True when there is no common history with it, so that the two were compared as they are. */
  readonly isUnrelated: boolean;
  readonly isEmpty: boolean;
  /** The files as they would be committed, where that is what counts. */
  readonly files?: FileSystem;
  has(path: string): boolean;
  /** Whether a problem of a changed file stands on a changed line; without `lines` all do. */
  concerns(problem: Problem): boolean;
}

// Whatever the user's settings make of a diff, this one is read by a program.
const plainDiff = ['--no-color', '--no-ext-diff', '--no-textconv', '--no-relative', '--ignore-submodules', '-M'];
const patch = ['-U0', '--inter-hunk-context=0', '--text', '--src-prefix=a/', '--dst-prefix=b/'];

/** Asks git what has changed: committed, staged, unstaged and untracked, or only what is staged. */
export async function findChangedFiles(options: ChangeOptions, host: Host): Promise<ChangedFiles> {
  const flag = options.with.kind === 'ref' ? '--since' : options.with.kind === 'staged' ? '--staged' : '--changed';
  const git = await Git.open(flag, options.locale, host);
  const isStaged = options.with.kind === 'staged';
  const base = options.with.kind === 'staged' ? undefined : await baseOf(options.with, options.locale, git);
  const compared = base ? [base.commit] : ['--cached'];
  const names = await git.list(['diff', ...plainDiff, '--name-only', '-z', '--diff-filter=d', ...compared, '--']);
  const untracked = isStaged ? [] : await git.list(['ls-files', '--others', '--exclude-standard', '-z']);
  const lines = options.lines
    ? changedLines(textOf(await git.run(['diff', ...plainDiff, ...patch, ...compared, '--'])))
    : undefined;
  const isNew = new Set(untracked);
  const changed = new Set([...names, ...untracked]);
  return {
    ...(base && { base: base.name }),
    isUnrelated: base?.isUnrelated ?? false,
    isEmpty: changed.size === 0,
    ...(isStaged && { files: await indexFiles(git, changed, host.files) }),
    has: (path) => changed.has(git.repositoryPath(path)),
    concerns({ path, range }) {
      const inRepository = git.repositoryPath(path);
      return !lines || isNew.has(inRepository) || touches(range, lines.get(inRepository) ?? []);
    },
  };
}

interface Base {
  /** As people call it. */
  readonly name: string;
  readonly commit: string;
  readonly isUnrelated: boolean;
}

/** Where the present branch left the other one: what happened there since is nobody's change here. */
async function baseOf(wanted: Exclude<ComparedWith, { kind: 'staged' }>, locale: Locale, git: Git): Promise<Base> {
  const head = await git.line(['rev-parse', '--verify', '--quiet', 'HEAD^{commit}']);
  const name = wanted.kind === 'ref' ? wanted.ref : ((await defaultBranch(git)) ?? 'HEAD');
  if (wanted.kind === 'branch' && !head) {
    const empty = textOf(await git.run(['hash-object', '-t', 'tree', '--stdin'])).trim();
    return { name, commit: empty, isUnrelated: false };
  }
  const commit = await git.line(['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]);
  if (!commit) {
    const isShallow = (await git.line(['rev-parse', '--is-shallow-repository'])) === 'true';
    throw new UserError(messagesFor(locale).changes.unknownRef({ ref: name, isShallow }));
  }
  const common = head && (await git.line(['merge-base', commit, head]));
  return { name, commit: common || commit, isUnrelated: !common };
}

/** That of the remote, else a branch with one of the usual names. */
async function defaultBranch(git: Git): Promise<string | undefined> {
  const candidates = [
    'remotes/origin/HEAD',
    'remotes/origin/main',
    'remotes/origin/master',
    'heads/main',
    'heads/master',
  ];
  for (const candidate of candidates) {
    const name = await git.line(['rev-parse', '--verify', '--quiet', '--abbrev-ref', `refs/${candidate}`]);
    if (name) return name;
  }
  return undefined;
}

function touches({ start, end }: Problem['range'], runs: LineRuns): boolean {
  // Whole lines end at the start of the next one.
  const last = end.column === 1 && end.line > start.line ? end.line - 1 : end.line;
  return runs.some(([from, to]) => from <= last && to >= start.line);
}
