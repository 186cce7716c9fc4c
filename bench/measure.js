// What a command takes as a whole process: CPU seconds (user + system) and the most memory that it had at once.
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** CPU seconds of a command, the median of several runs; `before` is done before each. */
export function cpuSeconds([command, args, options = {}], runs, before = () => {}) {
  const seconds = Array.from({ length: runs }, () => {
    before();
    // The shell tells what its children took; Node knows only of itself.
    const { stdout, error } = spawnSync('sh', ['-c', '"$@" >/dev/null 2>&1; times', 'sh', command, ...args], {
      ...options,
      encoding: 'utf8',
    });
    if (error) throw error;
    const [, children = ''] = stdout.trim().split('\n');
    return [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce((sum, [, m, s]) => sum + Number(m) * 60 + Number(s), 0);
  });
  const median = seconds.sort((a, b) => a - b)[Math.floor(runs / 2)];
  // A whole run takes a quarter of an hour: who stops it has at least this.
  process.stderr.write(
    `${median.toFixed(2)} s: ${[command, ...args].map((part) => part.split('/').at(-1)).join(' ')}\n`,
  );
  return median;
}

/** Peak memory of a command in megabytes, read while it runs; undefined where the system has no /proc. */
export function peakMegabytes([command, args, options = {}]) {
  return new Promise((resolve, reject) => {
    let peak;
    const child = spawn(command, args, { ...options, stdio: 'ignore' });
    const timer = setInterval(() => {
      peak = Math.max(peak ?? 0, peakOf(child.pid) ?? 0) || peak;
    }, 10);
    child.on('error', reject);
    child.on('close', () => {
      clearInterval(timer);
      resolve(peak);
    });
  });
}

function peakOf(pid) {
  try {
    const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
  } catch {
    // It has just ended, or this system keeps no such file.
    return undefined;
  }
}
