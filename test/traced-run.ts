import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';

/** Whether the programs that a process starts, and the files it touches, can be watched here. */
export const canTrace = spawnSync('strace', ['--seccomp-bpf', '-f', '-o', '/dev/null', 'true']).status === 0;

/** What a process did to the world. */
export interface Traced {
  /** Paths of files that it opened, looked at or changed; absolute, links followed where the call follows them. */
  readonly paths: ReadonlySet<string>;
  /** Programs that it started, itself first. */
  readonly programs: readonly string[];
  /** Sockets that could reach beyond the process. */
  readonly connections: readonly string[];
}

export interface TracedRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Undefined where nothing can be traced. */
  readonly trace?: Traced;
}

interface Place {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** After this many milliseconds it hangs, and is ended: `code` is null. */
  readonly timeout: number;
}

/** Runs node with a script and its arguments, watched where that can be done. */
export function tracedRun(argv: readonly string[], { cwd, env, timeout }: Place): TracedRun {
  const folder = mkdtempSync(join(tmpdir(), 'guidepost-trace-'));
  const log = join(folder, 'log');
  const watch = ['--seccomp-bpf', '-f', '-qq', '-s', '4096', '-e', 'trace=file,process,network', '-o', log];
  // What hangs is ended together with the program that watches it; that one alone would leave it behind.
  const whole = ['--signal=KILL', String(timeout / 1000), 'strace', ...watch, process.execPath, ...argv];
  const options = { cwd, env: { ...env, UV_USE_IO_URING: '0' }, encoding: 'utf8' } as const;
  const { status, stdout, stderr } = canTrace
    ? spawnSync('timeout', whole, options)
    : spawnSync(process.execPath, argv, { ...options, timeout, killSignal: 'SIGKILL' });
  const trace = canTrace ? traceOf(readFileSync(log, 'latin1'), cwd) : undefined;
  rmSync(folder, { recursive: true });
  return { code: status, stdout, stderr, ...(trace && { trace }) };
}

function traceOf(log: string, cwd: string): Traced {
  const seen = new Map<string, string>();
  const programs: string[] = [];
  const connections: string[] = [];
  for (const line of log.split('\n')) {
    const [, call = '', rest = ''] = /^(?:\d+ +)?(\w+)\((.*)$/.exec(line) ?? [];
    const texts = [...rest.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, text = '']) => unescaped(text));
    if (call === 'execve') programs.push(texts[0] ?? '');
    else if (/^(?:v?fork|clone3?)$/.test(call) && !rest.includes('CLONE_THREAD')) programs.push(call);
    else if (/^(?:socket|connect|bind|sendto|sendmsg)$/.test(call) && !/AF_UNIX, SOCK|AF_NETLINK/.test(rest))
      connections.push(`${call}(${rest}`);
    // What a link says is no more than its own content; to follow it is another call.
    else if (!/^(?:readlink(?:at)?|getcwd|exit(?:_group)?|wait4|kill|tgkill)$/.test(call))
      for (const text of texts) {
        const isWhole = isFollowing(call, rest);
        const key = `${isWhole} ${text}`;
        if (text !== '' && !seen.has(key)) seen.set(key, followed(resolve(cwd, text), isWhole));
      }
  }
  return { paths: new Set(seen.values()), programs, connections };
}

function isFollowing(call: string, rest: string): boolean {
  return !/^(?:lstat|unlink(?:at)?|rename(?:at2?)?|rmdir|lchown)$/.test(call) && !/NOFOLLOW|O_EXCL/.test(rest);
}

/** The place that a path names when its links are followed, those of what is not there as far as it goes. */
function followed(path: string, isWhole: boolean): string {
  for (let at = isWhole ? path : dirname(path); ; at = dirname(at)) {
    try {
      return join(realpathSync(at), relative(at, path));
    } catch (error) {
      if (!(error instanceof Error && 'code' in error) || at === dirname(at)) throw error;
    }
  }
}

/** Strace writes bytes as C does. */
function unescaped(text: string): string {
  const bytes = text.replaceAll(/\\([0-7]{1,3}|.)/g, (_, code: string) =>
    /^[0-7]/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : (escapes[code] ?? code),
  );
  return Buffer.from(bytes, 'latin1').toString();
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', v: '\v', f: '\f' };
