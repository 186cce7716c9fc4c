// Compares the time that guidepost and its peers take for the same guides, in one run. Needs `npm run build`; installs the
// peers into a folder of its own.
// Usage: node bench/speed.js [--runs 5] [--small 300] [--large 3000]

import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { keystrokeMilliseconds } from './keystroke.js';
import { makeGuides } from './make-guides.js';
import { cpuSeconds, median, peakMegabytes } from './measure.js';

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
const touched = join(many, 'guide_0007.md');
const touch = () => writeFileSync(touched, `${readFileSync(touched, 'utf8')}\n`);

rmSync(cache, { recursive: true, force: true });
const withCache = ['--cache', '--cache-location', cache];
const node = (...args) => [process.execPath, args, { cwd: root }];
const parse = (path) => ({ call: node('bench/parse-only.js', path) });
const out = join(folder, 'site');
const clean = () => rmSync(out, { recursive: true, force: true });
const include = ['--no-cache', '--include-invalid'];
const rumdlCache = ['--cache-dir', join(folder, 'rumdl-cache')];
/** Each row of the table, with a call for each column that it has. */
const rows = {
  '`node -e 0`': { one: { call: node('-e', '0') } },
  'Node.js, read and parsed natively': { one: parse(one), few: parse(few), many: parse(many) },
  'guidepost lint': {
    one: { call: lint(one, '--no-cache') },
    few: { call: lint(few, '--no-cache') },
    many: { call: lint(many, '--no-cache') },
    warm: { call: lint(many, ...withCache) },
    touched: { call: lint(many, ...withCache), before: touch },
  },
  'guidepost export, JSON': { few: { call: guidepost('export', few, ...include) } },
  'guidepost export, HTML': {
    few: { call: guidepost('export', few, ...include, '--format', 'html', '--out', out), before: clean },
  },
  'rumdl check': {
    one: { call: rumdl('--no-cache', one) },
    few: { call: rumdl('--no-cache', few) },
    many: { call: rumdl('--no-cache', many) },
    warm: { call: rumdl(...rumdlCache, many) },
  },
  'markdownlint-cli2': { one: { call: markdownlint(one) }, few: { call: markdownlint(`${few}/*.md`) } },
  'remark-lint': {
    one: { call: [bin('remark'), [...remark, one], { cwd: peers }] },
    few: { call: [bin('remark'), [...remark, few], { cwd: peers }] },
  },
  ...(hasPandoc() && {
    'pandoc to HTML, one call a guide': {
      few: {
        call: ['sh', ['-c', 'for guide in "$0"/*.md; do pandoc -f gfm -t html -o /dev/null "$guide"; done', few]],
        once: true,
      },
    },
  }),
};
// Those that remember find everything as a run before left it.
cpuSeconds([{ call: lint(many, ...withCache) }, { call: rumdl(...rumdlCache, many) }], 1);
const calls = Object.values(rows).flatMap((row) => Object.values(row));
const seconds = new Map(cpuSeconds(calls, runs).map((measured, index) => [calls[index], measured]));
const peaks = {
  [`lint ${small}`]: await peakMegabytes(lint(few, '--no-cache')),
  [`lint ${large}`]: await peakMegabytes(lint(many, '--no-cache')),
};
const typed = await keystrokes();
print();

/** In the largest guide, alone in its folder; each the median of several sessions. */
async function keystrokes() {
  const sizeOf = (name) => statSync(join(few, name)).size;
  const [name] = readdirSync(few).sort((a, b) => sizeOf(b) - sizeOf(a));
  const alone = join(folder, 'typed');
  mkdirSync(alone, { recursive: true });
  const path = join(alone, name);
  copyFileSync(join(few, name), path);
  const sessions = [];
  while (sessions.length < runs) sessions.push(await keystrokeMilliseconds(guidepost('lsp', '--stdio'), path));
  const of = (which) => {
    const milliseconds = median(sessions.map((session) => session[which]));
    return Number.isNaN(milliseconds) ? '?' : milliseconds.toFixed(1);
  };
  const kilobytes = (statSync(path).size / 1000).toFixed(0);
  return `Keystroke in a guide of ${kilobytes} KB, CPU time of the language server: ${of('later')} ms, of the first hundred ${of('first')} ms each`;
}

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
  const columns = {
    one: 'one guide',
    few: `${small} guides (${(bytes / 1e6).toFixed(1)} MB)`,
    many: `${large} guides`,
    warm: `${large}, unchanged`,
    touched: `${large}, one changed`,
  };
  const own = rows['guidepost lint'];
  const cell = (call, column) => {
    if (!call) return '';
    const measured = seconds.get(call);
    const ratio = call === own[column] ? '' : ` (${(seconds.get(own[column]) / measured).toFixed(2)}×)`;
    return `${measured.toFixed(2)} s${ratio}`;
  };
  const keys = Object.keys(columns);
  const lines = [
    `CPU seconds (user + system) of the whole process, medians of ${runs} runs in turn. In brackets: what guidepost lint takes of that.`,
    '',
    `| | ${Object.values(columns).join(' | ')} |`,
    `| --- |${' --- |'.repeat(keys.length)}`,
    ...Object.entries(rows).map(
      ([name, row]) => `| ${name} | ${keys.map((column) => cell(row[column], column)).join(' | ')} |`,
    ),
    '',
    ...Object.entries(peaks).map(
      ([name, peak]) => `Peak memory, ${name} guides: ${peak === undefined ? '?' : `${peak.toFixed(0)} MB`}`,
    ),
    typed,
    `${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}
