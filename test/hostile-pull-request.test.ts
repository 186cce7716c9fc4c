import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from './bind-fixture.ts';
import { builtGuidepost } from './built-guidepost.ts';
import { git, gitEnv, makeRepository, write } from './git-repository.ts';
import { base, faultReported, type Threat, threats } from './hostile-pull-request.ts';
import { obeyedIn } from './hostile-strings.ts';
import { canTrace, type TracedRun, tracedRun } from './traced-run.ts';

if (!canTrace) {
  const sentence = 'strace cannot watch a process here: what a hostile pull request reads is checked by canaries only.';
  if (process.env.CI) throw new Error(sentence);
  console.warn(sentence);
}

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'guidepost-pull-request-')));
const project = join(folder, 'project');
const outside = join(folder, 'outside');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What nobody may read, and nothing may change. */
const precious = {
  'secret.md': '---\ntitle: hunter2\n---\n\n# hunter2\n',
  'config.json': '{ "locale": "ja" }',
  'recipe.schema.json': base['recipe.schema.json'],
  'baseline.json': '{ "version": 1, "problems": {} }',
  patterns: 'guides\n',
  precious: 'hunter2',
  'guides.csv': 'path,title\nguides/soup.md,hunter2\n',
  'home/.gitconfig': '',
};

const ci = {
  CI: 'true',
  GITHUB_ACTIONS: 'true',
  GITHUB_WORKSPACE: project,
  HOME: join(outside, 'home'),
  LANG: 'en_US.UTF-8',
};
const place = { cwd: project, env: { ...gitEnv, ...ci }, timeout: 120_000 };
const commands = {
  lint: ['lint'],
  html: ['export', '--include-invalid', '--format', 'html', '--out', 'site'],
  csv: ['export', '--include-invalid', '--format', 'csv', '--out', 'tables'],
};

/** What the program touches outside of the project where nothing is hostile: itself, and what node needs. */
let usual: ReadonlySet<string> = new Set();
const run = (argv: readonly string[]): TracedRun => tracedRun([builtGuidepost, ...argv], place);

beforeAll(() => {
  write(outside, precious);
  write(project, base);
  makeRepository(project);
  const runs = Object.values(commands).map(run);
  expect(runs.map(({ code }) => code)).toEqual([1, 0, 0]);
  expect(runs[0]?.stdout).toMatch(faultReported);
  usual = new Set(runs.flatMap(({ trace }) => [...(trace?.paths ?? [])]));
  startAnew();
}, 300_000);

function startAnew(): void {
  git(project, 'checkout', '--quiet', '--force', 'main');
  git(project, 'clean', '-qfdx');
}

function commit({ name, files = {}, links = {} }: Threat): void {
  const real = (text: string): string => text.replaceAll('OUTSIDE', outside);
  for (const [path, content] of Object.entries(files))
    write(project, { [path]: typeof content === 'string' ? real(content) : content });
  for (const [path, target] of Object.entries(links)) {
    mkdirSync(dirname(join(project, path)), { recursive: true });
    rmSync(join(project, path), { force: true });
    symlinkSync(real(target), join(project, path));
  }
  git(project, 'add', '--all', '--force');
  git(project, 'commit', '--quiet', '--allow-empty', '--message', name);
}

/** The places outside of the project that a run has been to, though it has no business there. */
function trespasses({ trace }: TracedRun): string[] {
  const own = [project, realpathSync(root)];
  const isOwn = (path: string): boolean => own.some((place) => path === place || path.startsWith(`${place}/`));
  // The C library asks there how many processors there are.
  const isOfSystem = (path: string): boolean => /^\/(?:proc|sys\/devices\/system\/cpu)\//.test(path);
  return [...(trace?.paths ?? [])].filter((path) => !isOwn(path) && !usual.has(path) && !isOfSystem(path));
}

function contentOf(at: string): Record<string, string> {
  const files = readdirSync(at, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map(({ parentPath, name }) => [
      join(parentPath, name).slice(at.length + 1),
      readFileSync(join(parentPath, name), 'utf8'),
    ]),
  );
}

/** What must hold whatever a pull request holds. */
function expectHarmless(result: TracedRun, { programs = /\/node$/ }: { programs?: RegExp } = {}): void {
  const { code, stdout, stderr, trace } = result;
  expect([0, 1, 2]).toContain(code);
  expect(stderr).not.toContain('This is a bug');
  expect(stdout + stderr).not.toMatch(/hunter2|root:x:0/);
  expect(contentOf(outside)).toEqual(precious);
  const log = `${stdout}\n${stderr}`;
  const annotation =
    /^::(?:error|warning) file=([^:,]+),line=\d+,endLine=\d+(?:,col=\d+,endColumn=\d+)?,title=[a-z-]+::/;
  for (const line of log
    .split('\n')
    .filter((each) => each.startsWith('::') && !each.startsWith('::notice title=guidepost::'))) {
    const [, file = ''] = annotation.exec(line) ?? [];
    const path = decodeURIComponent(file.replaceAll(/%(?!(?:25|0D|0A|3A|2C))/g, '%25')).replaceAll(/[␀-␟]/g, (sign) =>
      String.fromCharCode(sign.charCodeAt(0) - 0x2400),
    );
    expect([line, readdirSync(dirname(join(project, path))).includes(path.slice(path.lastIndexOf('/') + 1))]).toEqual([
      line,
      true,
    ]);
  }
  expect(obeyedIn(log.replaceAll(/^::(?:error|warning|notice) .*$/gm, ''))).toBeUndefined();
  if (!trace) return;
  expect(trace.connections).toEqual([]);
  expect(trace.programs.filter((program) => !programs.test(program))).toEqual([]);
  expect(trace.programs.filter((program) => program.endsWith('/node'))).toHaveLength(1);
}

describe('guides of a hostile pull request', () => {
  beforeAll(() => {
    git(project, 'checkout', '--quiet', '-B', 'guides');
    for (const threat of threats.inGuides) commit(threat);
  }, 120_000);
  afterAll(startAnew);

  it('are checked, each threat reported, and the other guides as well', () => {
    expect(git(project, 'rev-list', '--count', 'main..guides').trim()).toBe(String(threats.inGuides.length));
    const result = run(commands.lint);
    expectHarmless(result);
    expect(trespasses(result)).toEqual([]);
    expect(result.stdout).toMatch(faultReported);
    for (const { name, says = [] } of threats.inGuides)
      for (const saying of says) expect(saying.test(result.stdout) ? '' : `${name}: ${saying}`).toBe('');
    expect(git(project, 'status', '--porcelain')).toBe('');
  });

  it('are compared with the base, for which git alone is started', () => {
    const result = run(['lint', '--since', 'main']);
    expectHarmless(result, { programs: /\/(?:node|git)$|^(?:v?fork|clone3?)$/ });
    // Git reads the settings of whoever runs it.
    const found = trespasses(result).filter((path) => path.startsWith(outside));
    expect(found.filter((path) => !path.startsWith(ci.HOME))).toEqual([]);
    expect(result.stdout).toContain('::error file=guides/js.md');
    expect(result.stdout).not.toMatch(faultReported);
  });

  it('are exported as pages without a script of theirs', () => {
    const result = run(commands.html);
    expectHarmless(result);
    expect(trespasses(result)).toEqual([]);
    const pages = contentOf(join(project, 'site'));
    expect(Object.keys(pages).map((path) => path.toLowerCase())).toEqual(
      expect.arrayContaining(['soup.html', 'soup-2.html', 'soup-3.html', '_con.html', 'scripts.html']),
    );
    for (const page of Object.values(pages))
      expect(page).not.toMatch(/<script>alert|<[^>]+ onerror=|href="javascript:|src="(?:data:text|file:)/i);
  });

  it('are exported as tables without formulas', () => {
    const result = run(commands.csv);
    expectHarmless(result);
    expect(trespasses(result)).toEqual([]);
    const tables = Object.entries(contentOf(join(project, 'tables'))).filter(([path]) => path.endsWith('.csv'));
    expect(tables.length).toBeGreaterThan(0);
    for (const [, table] of tables) expect(table).not.toMatch(/(?:^|,)"?[=+@]/m);
  });

  it('are repaired where they are, and nowhere else', () => {
    const result = run(['lint', '--fix', '--unsafe-fixes']);
    expectHarmless(result);
    expect(trespasses(result)).toEqual([]);
  });
});

describe('what else a hostile pull request may hold', () => {
  it.each(threats.elsewhere)('$name', (threat) => {
    git(project, 'checkout', '--quiet', '-B', 'elsewhere');
    commit(threat);
    const result = run(threat.argv ?? commands.lint);
    try {
      expectHarmless(result);
      expect(trespasses(result)).toEqual([]);
      expect({ code: result.code, log: result.stdout + result.stderr }).toMatchObject({ code: threat.code });
      for (const saying of threat.says ?? []) expect(result.stdout + result.stderr).toMatch(saying);
    } finally {
      startAnew();
    }
  });
});

describe.skipIf(!canTrace)('the watch would notice', () => {
  const tried = (code: string): TracedRun => tracedRun(['--input-type=commonjs', '--eval', code], place);

  it('a file that is read through a link, looked at, or written', () => {
    symlinkSync(join(outside, 'secret.md'), join(project, 'link.md'));
    const code = `const fs = require('node:fs'); fs.readFileSync('link.md'); fs.existsSync('${outside}/nothing'); fs.writeFileSync('${folder}/new', '')`;
    const found = trespasses(tried(code));
    rmSync(join(project, 'link.md'));
    rmSync(join(folder, 'new'));
    expect(found).toEqual(
      expect.arrayContaining([join(outside, 'secret.md'), join(outside, 'nothing'), join(folder, 'new')]),
    );
  });

  it('a program that is started', () => {
    const { trace } = tried("require('node:child_process').execFileSync('true')");
    expect(trace?.programs.some((program) => program.endsWith('/true'))).toBe(true);
  });

  it('a connection', () => {
    const { trace } = tried("require('node:net').connect(9, '127.0.0.1').on('error', () => {})");
    expect(trace?.connections.length).toBeGreaterThan(0);
  });

  it('and nothing where there is nothing', () => {
    const result = tried('0');
    expect(trespasses(result)).toEqual([]);
    expect(result.trace).toMatchObject({ connections: [], programs: [process.execPath] });
    expect(existsSync(join(outside, 'ran'))).toBe(false);
  });
});
