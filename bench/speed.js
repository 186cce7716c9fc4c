// Compares the time that guidepost and its peers take for the same guides, in one run. Needs `npm run build`; installs the
// peers into a folder of its own.
// Usage: node bench/speed.js [--runs 5] [--small 300] [--large 3000]

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { makeGuides } from './make-guides.js';
import { cpuSeconds, peakMegabytes } from './measure.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '5' },
    small: { type: 'string', default: '300' },
    large: { type: 'string', default: '3000' },
  },
});
const [runs, small, large] = [values.runs, values.small, values.large].map(Number);

const folder = join(tmpdir(), 'guidepost-bench');
const peers = join(folder, 'peers');
const few = join(folder, 'few');
const many = join(folder, 'many');
const one = join(few, 'guide_0000.md');
const cache = join(folder, 'cache');

installPeers(['markdownlint-cli2', 'remark-cli', 'remark-preset-lint-recommended', 'remark-gfm', 'rumdl']);
const bytes = makeGuides(few, small);
makeGuides(many, large);

const bin = (name) => join(peers, 'node_modules/.bin', name);
const guidepost = (...args) => [process.execPath, [join(root, 'bin/guidepost.js'), ...args], { cwd: folder }];
const lint = (...args) => guidepost('lint', ...args, '--format', 'compact');
const rumdl = (...args) => [rumdlBinary(), ['check', ...args], { cwd: folder }];
const remark = ['--quiet', '--no-config', '--use', 'remark-gfm', '--use', 'remark-preset-lint-recommended'];
const markdownlint = (path) => [bin('markdownlint-cli2'), [path], { cwd: peers }];
const cold = (call) => cpuSeconds(call, runs);
/** The median of runs that find everything as the run before left it. */
const warm = (call, before) => {
  cpuSeconds(call, 1);
  return cpuSeconds(call, runs, before);
};
const touched = join(many, 'guide_0007.md');
const touch = () => writeFileSync(touched, `${readFileSync(touched, 'utf8')}\n`);

rmSync(cache, { recursive: true, force: true });
const withCache = ['--cache', '--cache-location', cache];
const node = cold([process.execPath, ['-e', '0'], {}]);
const rows = {
  guidepost: {
    one: cold(lint(one, '--no-cache')),
    few: cold(lint(few, '--no-cache')),
    many: cold(lint(many, '--no-cache')),
    warm: warm(lint(many, ...withCache)),
    touched: warm(lint(many, ...withCache), touch),
  },
  rumdl: {
    one: cold(rumdl('--no-cache', one)),
    few: cold(rumdl('--no-cache', few)),
    many: cold(rumdl('--no-cache', many)),
    warm: warm(rumdl('--cache-dir', join(folder, 'rumdl-cache'), many)),
  },
  'markdownlint-cli2': { one: cold(markdownlint(one)), few: cold(markdownlint(`${few}/*.md`)) },
  'remark-lint': {
    one: cold([bin('remark'), [...remark, one], { cwd: peers }]),
    few: cold([bin('remark'), [...remark, few], { cwd: peers }]),
  },
};
const out = join(folder, 'site');
const clean = () => rmSync(out, { recursive: true, force: true });
const exports = {
  'guidepost export --format json': cold(guidepost('export', few, '--no-cache', '--include-invalid')),
  'guidepost export --format html': cpuSeconds(
    guidepost('export', few, '--no-cache', '--include-invalid', '--format', 'html', '--out', out),
    runs,
    clean,
  ),
  ...(hasPandoc() && {
    'pandoc, one call a guide': cpuSeconds(
      ['sh', ['-c', 'for guide in "$0"/*.md; do pandoc -f gfm -t html -o /dev/null "$guide"; done', few]],
      1,
    ),
  }),
};
const peaks = {
  [`lint ${small}`]: await peakMegabytes(lint(few, '--no-cache')),
  [`lint ${large}`]: await peakMegabytes(lint(many, '--no-cache')),
};
print();

function installPeers(packages) {
  mkdirSync(peers, { recursive: true });
  writeFileSync(join(peers, 'package.json'), '{ "private": true }\n');
  const missing = packages.filter((name) => !existsSync(join(peers, 'node_modules', name)));
  if (missing.length === 0) return;
  const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund', ...missing], {
    cwd: peers,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error('the peers could not be installed');
}

/** The program itself, without the Node script that starts it. */
function rumdlBinary() {
  const scope = join(peers, 'node_modules/@rumdl');
  return join(scope, readdirSync(scope)[0], process.platform === 'win32' ? 'rumdl.exe' : 'rumdl');
}

function hasPandoc() {
  return spawnSync('pandoc', ['--version']).status === 0;
}

function print() {
  const own = rows.guidepost;
  const cell = (seconds, reference) => {
    if (seconds === undefined) return '';
    return reference === seconds
      ? `${seconds.toFixed(2)} s`
      : `${seconds.toFixed(2)} s (${(reference / seconds).toFixed(2)}×)`;
  };
  const columns = {
    one: 'one guide',
    few: `${small}, cold`,
    many: `${large}, cold`,
    warm: `${large}, unchanged`,
    touched: `${large}, one changed`,
  };
  const lines = [
    `CPU seconds (user + system) of the whole process, medians of ${runs} runs; ${small} guides are ${(bytes / 1e6).toFixed(1)} MB.`,
    'In brackets: what guidepost takes of that.',
    '',
    `| | ${Object.values(columns).join(' | ')} |`,
    `| --- |${' --- |'.repeat(5)}`,
    ...Object.entries(rows).map(
      ([name, row]) =>
        `| ${name} | ${Object.keys(columns)
          .map((key) => cell(row[key], own[key]))
          .join(' | ')} |`,
    ),
    `| \`node -e 0\` | ${cell(node, own.one)} | | | | |`,
    '',
    `| ${small} guides | |`,
    '| --- | --- |',
    ...Object.entries(exports).map(([name, seconds]) => `| ${name} | ${seconds.toFixed(2)} s |`),
    ...Object.entries(peaks).map(
      ([name, peak]) => `| peak memory, ${name} guides | ${peak === undefined ? '?' : `${peak.toFixed(0)} MB`} |`,
    ),
    '',
    `${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}
