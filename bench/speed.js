// Compares the time that guidepost and its peers take for the same guides: CPU seconds (user + system) of the whole
// process, cold, the median of several runs. Needs `npm run build`; installs the peers into a folder of its own.
// Usage: node bench/speed.js [--runs 3] [--guides 300]
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: { runs: { type: 'string', default: '3' }, guides: { type: 'string', default: '300' } },
});
const runs = Number(values.runs);
const count = Number(values.guides);

const folder = join(tmpdir(), 'guidepost-bench');
const guides = join(folder, 'guides');
const peers = join(folder, 'peers');

/** The peers as packages, and what they are asked; each checks the files it is given by its usual rules, without a cache. */
const packages = ['markdownlint-cli2', 'remark-cli', 'remark-preset-lint-recommended', 'remark-gfm', 'rumdl'];
const peerRuns = {
  'rumdl check': (path) => [binOf('rumdl'), ['check', '--no-cache', path]],
  'markdownlint-cli2': (path) => [binOf('markdownlint-cli2'), [path.endsWith('.md') ? path : `${path}/*.md`]],
  'remark-lint': (path) => [
    binOf('remark'),
    ['--quiet', '--no-config', '--use', 'remark-gfm', '--use', 'remark-preset-lint-recommended', path],
  ],
};

const guidepost = join(root, 'bin/guidepost.js');
const tasks = {
  'node -e 0': () => [process.execPath, ['-e', '0']],
  'guidepost lint': (path) => [process.execPath, [guidepost, 'lint', path]],
  'guidepost export (JSON)': (path) => [process.execPath, [guidepost, 'export', '--include-invalid', path]],
  ...peerRuns,
};

const size = writeGuides();
installPeers();
const one = join(guides, 'guide-000.md');
const rows = Object.entries(tasks).flatMap(([name, task]) => {
  const [command] = task(one);
  if (!existsSync(command)) return [];
  return [{ name, one: median(task(one)), all: name === 'node -e 0' ? undefined : median(task(guides)) }];
});
print(rows);

/** Writes the fixtures over and over, each copy under a name and slug of its own; returns their bytes together. */
function writeGuides() {
  rmSync(guides, { recursive: true, force: true });
  mkdirSync(guides, { recursive: true });
  const fixtures = readdirSync(join(root, 'fixtures/guides'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .sort();
  let bytes = 0;
  for (let index = 0; index < count; index++) {
    const path = fixtures[index % fixtures.length];
    const name = `guide-${String(index).padStart(3, '0')}`;
    const text = readFileSync(join(root, 'fixtures/guides', path), 'utf8').replaceAll(basename(path, '.md'), name);
    writeFileSync(join(guides, `${name}.md`), text);
    bytes += Buffer.byteLength(text);
  }
  return bytes;
}

function installPeers() {
  mkdirSync(peers, { recursive: true });
  writeFileSync(join(peers, 'package.json'), '{ "private": true }\n');
  const missing = packages.filter((name) => !existsSync(join(peers, 'node_modules', name)));
  if (missing.length === 0) return;
  const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund', ...missing], {
    cwd: peers,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) process.stderr.write('Some peers could not be installed; they are left out.\n');
}

function binOf(name) {
  return join(peers, 'node_modules/.bin', name);
}

/** CPU seconds of a command: those that this process's ended children have taken since. */
function median([command, args]) {
  const seconds = Array.from({ length: runs }, () => cpuSeconds(command, args));
  return seconds.sort((a, b) => a - b)[Math.floor(runs / 2)];
}

function cpuSeconds(command, args) {
  // The shell tells what its children took; Node knows only of itself.
  const { stdout, error } = spawnSync('sh', ['-c', '"$@" >/dev/null 2>&1; times', 'sh', command, ...args], {
    cwd: peers,
    encoding: 'utf8',
  });
  if (error) throw error;
  const [, children = ''] = stdout.trim().split('\n');
  return [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce((sum, [, m, s]) => sum + Number(m) * 60 + Number(s), 0);
}

function print(measured) {
  const own = measured.find(({ name }) => name === 'guidepost lint');
  const cell = (seconds, reference) =>
    seconds === undefined ? '' : `${seconds.toFixed(2)} s (${(seconds / reference).toFixed(1)}×)`;
  const lines = [
    `CPU seconds (user + system), cold, median of ${runs} runs; in brackets the ratio to \`guidepost lint\`.`,
    '',
    `| | one guide | ${count} guides (${(size / 1e6).toFixed(1)} MB) |`,
    '| --- | --- | --- |',
    ...measured.map(({ name, one, all }) => `| ${name} | ${cell(one, own.one)} | ${cell(all, own.all)} |`),
    '',
    `${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}
