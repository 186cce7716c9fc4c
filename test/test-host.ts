import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll } from 'vitest';
import { runProgram } from '../src/host/run-program.ts';
import { watchFiles } from '../src/host/watch-files.ts';
import { type Host, nodeFiles } from '../src/host.ts';

/** A host on real files whose output is kept in buffers. */
export interface TestHost extends Host {
  readonly output: { stdout: string; stderr: string };
}

/** A host for tests; `cwd` defaults to a new temporary folder, and `files` (path in `cwd` to content) are written there. */
export function testHost(
  options: {
    readonly cwd?: string;
    readonly files?: Readonly<Record<string, string | Uint8Array>>;
    readonly env?: Readonly<Record<string, string>>;
    readonly stdin?: string;
    readonly separator?: '/' | '\\';
    readonly isTTY?: boolean;
    readonly columns?: number;
    /** Ends a watch. */
    readonly interruption?: Promise<void>;
  } = {},
): TestHost {
  const cwd = options.cwd ?? temporaryFolder();
  for (const [path, content] of Object.entries(options.files ?? {})) {
    mkdirSync(dirname(join(cwd, path)), { recursive: true });
    writeFileSync(join(cwd, path), content);
  }
  const output = { stdout: '', stderr: '' };
  const streamTo = (name: 'stdout' | 'stderr') => ({
    isTTY: options.isTTY ?? false,
    columns: options.columns ?? 100,
    write(text: string) {
      output[name] += text;
    },
  });
  return {
    cwd,
    env: options.env ?? {},
    separator: options.separator ?? '/',
    stdout: streamTo('stdout'),
    stderr: streamTo('stderr'),
    files: nodeFiles,
    stdin: () => Promise.resolve(options.stdin ?? ''),
    now: () => performance.now(),
    channel: () => ({ input: new PassThrough(), output: new PassThrough() }),
    run: (...call) => runProgram({ cwd, env: { ...withoutGit(process.env), ...options.env } }, ...call),
    watch: (paths, changed) =>
      watchFiles(
        paths,
        changed,
        (options.interruption ?? Promise.resolve()).then(() => 130),
      ),
    output,
  };
}

/** Tests may run inside of a git hook, whose repository is not theirs. */
export function withoutGit(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('GIT_')));
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Gone when the test file is through. */
function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'guidepost-')));
  folders.push(folder);
  return folder;
}
