// What a command takes as a whole process: CPU seconds (user + system) and the most memory that it had at once.
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** What commands run with: what a machine makes each start of Node.js do, such as reading its certificates, is no part of them. */
export const env = { ...process.env, NODE_EXTRA_CA_CERTS: undefined, NODE_OPTIONS: undefined };

/**
 * CPU seconds of commands, of each the median of several runs. They take turns: a machine that grows slower in between does
 * so for all. `before` is done before each run of a command; with `once`, it is run a single time.
 */
export function cpuSeconds(calls, runs) {
  const seconds = calls.map(() => []);
  for (let run = 0; run < runs; run++) {
    for (const [index, { call, before, once }] of calls.entries()) {
      if (once && run > 0) continue;
      before?.();
      seconds[index].push(secondsOf(call));
    }
    // A whole bench takes half an hour: who stops it has at least this.
    process.stderr.write(`after round ${run + 1} of ${runs}:\n`);
    for (const [index, { call }] of calls.entries())
      process.stderr.write(`${median(seconds[index]).toFixed(2)} s: ${wordsOf(call)}\n`);
  }
  return seconds.map(median);
}

function secondsOf([command, args, options = {}]) {
  // The shell tells what its children took; Node knows only of itself.
  const { stdout, error } = spawnSync('sh', ['-c', '"$@" >/dev/null 2>&1; times', 'sh', command, ...args], {
    env,
    ...options,
    encoding: 'utf8',
  });
  if (error) throw error;
  const [, children = ''] = stdout.trim().split('\n');
  return [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce((sum, [, m, s]) => sum + Number(m) * 60 + Number(s), 0);
}

/** The one in the middle. */
export function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

function wordsOf([command, args]) {
  return [command, ...args].map((part) => part.split('/').at(-1)).join(' ');
}

/** Peak memory of a command in megabytes, read while it runs; undefined where the system has no /proc. */
export function peakMegabytes([command, args, options = {}]) {
  return new Promise((resolve, reject) => {
    let peak;
    const child = spawn(command, args, { env, ...options, stdio: 'ignore' });
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
  const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(told(pid, 'status')) ?? [];
  return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
}

/** CPU milliseconds (user + system) that a running process has taken; NaN where the system has no /proc. */
export function cpuMilliseconds(pid) {
  // Its name, in brackets, may hold anything. Linux counts in hundredths of a second here.
  const fields = told(pid, 'stat')
    .replace(/^.*\) /s, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** What the system tells of a process; nothing where it has just ended, or there is no such file. */
function told(pid, file) {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
