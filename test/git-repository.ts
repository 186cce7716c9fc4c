import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { withoutGit } from './test-host.ts';

/** Somebody to commit as, whatever the machine's own settings are. */
export const gitEnv: NodeJS.ProcessEnv = {
  ...withoutGit(process.env),
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: '青木 海',
  GIT_AUTHOR_EMAIL: 'umi@example.org',
  GIT_COMMITTER_NAME: '青木 海',
  GIT_COMMITTER_EMAIL: 'umi@example.org',
};

/** Runs git in a folder, and returns what it prints; failing throws. */
export function git(folder: string, ...args: string[]): string {
  return execFileSync('git', args, { cwd: folder, env: gitEnv, encoding: 'utf8', stdio: 'pipe' });
}

/** Writes files, given by their paths in a folder. */
export function write(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** Makes a folder a repository whose first commit, on the branch `main`, holds all that is there. */
export function makeRepository(folder: string): void {
  git(folder, 'init', '--quiet', '--initial-branch=main');
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--allow-empty', '--message=最初');
}
