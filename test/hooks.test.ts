import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import manifest from '../package.json' with { type: 'json' };
import { root } from './bind-fixture.ts';
import { builtGuidepost, installGuidepost } from './built-guidepost.ts';
import { docsSnippet } from './docs-snippet.ts';
import { git, gitEnv, makeRepository, write } from './git-repository.ts';
import { goodRecipe, recipeConfig, recipeWithoutSteps } from './recipe-project.ts';
import { testHost } from './test-host.ts';

/** A repository with guidepost installed, and one good guide. */
function project(files: Readonly<Record<string, string>> = {}): string {
  const { cwd } = testHost({
    files: {
      ...recipeConfig,
      'package.json': JSON.stringify({ name: 'kitchen', private: true, type: 'module' }),
      '.gitignore': 'node_modules\n',
      'guides/soup.md': goodRecipe('soup'),
      ...files,
    },
  });
  installGuidepost(cwd);
  makeRepository(cwd);
  return cwd;
}

function run(cwd: string, command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const path = [join(cwd, 'node_modules/.bin'), join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter);
  const result = spawnSync(command, args, { cwd, env: { ...gitEnv, LANG: 'C', PATH: path, ...env }, encoding: 'utf8' });
  return { code: result.status, output: result.stdout + result.stderr };
}

function commit(cwd: string, files: Readonly<Record<string, string>>, env: NodeJS.ProcessEnv = {}) {
  write(cwd, files);
  git(cwd, 'add', ...Object.keys(files));
  return run(cwd, 'git', ['commit', '--message=献立'], env);
}

function writeExecutable(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  chmodSync(path, 0o755);
}

/** A faulty guide is refused, the mended one accepted; what is not staged does not matter. */
function expectGate(cwd: string, env: NodeJS.ProcessEnv = {}, withDraft = true): void {
  if (withDraft) write(cwd, { 'guides/draft.md': recipeWithoutSteps('draft') });
  const refused = commit(cwd, { 'guides/oden.md': recipeWithoutSteps('oden') }, env);
  expect(refused.output).toContain('section-present');
  expect(refused.output).toContain('guides/oden.md');
  expect(refused.output).not.toContain('draft.md');
  expect(refused.code).not.toBe(0);
  expect(git(cwd, 'log', '--format=%s')).toBe('最初\n');

  const accepted = commit(cwd, { 'guides/oden.md': goodRecipe('oden') }, env);
  expect(accepted.output).toContain('guides/oden.md');
  expect(accepted.code).toBe(0);
  expect(git(cwd, 'log', '--format=%s')).toBe('献立\n最初\n');
}

describe('a commit is refused, then accepted', () => {
  it('by a plain hook, also for a part of the index, and in a work tree', () => {
    const cwd = project();
    writeExecutable(join(cwd, '.git/hooks/pre-commit'), docsSnippet('ci.md', '.git/hooks/pre-commit'));
    expectGate(cwd);
    write(cwd, { 'guides/soup.md': recipeWithoutSteps('soup') });
    expect(run(cwd, 'git', ['commit', '--message=notes', '--allow-empty']).code).toBe(0);
    expect(run(cwd, 'git', ['commit', '--message=soup', '--', 'guides/soup.md']).output).toContain('section-present');
    expect(run(cwd, 'git', ['commit', '--message=soup', '--all']).code).toBe(1);

    const tree = join(testHost().cwd, 'tree');
    git(cwd, 'worktree', 'add', '--quiet', tree);
    installGuidepost(tree);
    expect(commit(tree, { 'guides/curry.md': recipeWithoutSteps('curry') }).output).toContain('section-present');
    expect(commit(tree, { 'guides/curry.md': goodRecipe('curry') }).code).toBe(0);
  });

  it('by husky', () => {
    const cwd = project();
    expect(run(cwd, 'husky', []).code).toBe(0);
    writeExecutable(join(cwd, '.husky/pre-commit'), docsSnippet('ci.md', '.husky/pre-commit'));
    expectGate(cwd);
  });

  it('by lint-staged, which adds what was repaired', () => {
    const cwd = project({ 'lint-staged.config.mjs': docsSnippet('ci.md', 'lint-staged.config.mjs') });
    writeExecutable(join(cwd, '.git/hooks/pre-commit'), '#!/bin/sh\nexec lint-staged\n');
    expectGate(cwd);
    const faulty = goodRecipe('curry').replace('弱火で', '** 弱火 **で');
    expect(commit(cwd, { 'guides/curry.md': faulty }).code).toBe(0);
    const committed = git(cwd, 'show', 'HEAD:guides/curry.md');
    expect(committed).toContain('**弱火**で');
  });

  const lefthook = process.env.LEFTHOOK_BIN ?? '';
  it.skipIf(lefthook === '')('by lefthook (set LEFTHOOK_BIN to its program)', () => {
    const cwd = project({ 'lefthook.yml': docsSnippet('ci.md', 'lefthook.yml') });
    expect(run(cwd, lefthook, ['install']).code).toBe(0);
    expectGate(cwd, { LEFTHOOK_BIN: lefthook });
  });

  it('by the command of lefthook.yml', () => {
    const cwd = project();
    const { 'pre-commit': hook } = parse(docsSnippet('ci.md', 'lefthook.yml')) as {
      'pre-commit': { jobs: { run: string }[] };
    };
    writeExecutable(join(cwd, '.git/hooks/pre-commit'), `#!/bin/sh\n${hook.jobs[0]?.run}\n`);
    expectGate(cwd);
  });

  const hooks = parse(readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8')) as Record<string, unknown>[];
  it.each(hooks.map((hook) => [String(hook.id), hook] as const))('by the hook %s of pre-commit', (_, hook) => {
    expect(Object.keys(hook)).toEqual([
      'id',
      'name',
      'description',
      'entry',
      'language',
      'files',
      'pass_filenames',
      'require_serial',
    ]);
    expect(hook).toMatchObject({ language: 'node', pass_filenames: false, require_serial: true });
    // Python takes flags at the start only, as a group; JavaScript does not.
    const files = new RegExp(String(hook.files).replace('(?i)', ''), 'i');
    expect(['guides/おでん.md', 'A.MARKDOWN'].every((path) => files.test(path))).toBe(true);
    expect(files.test('src/main.py')).toBe(false);
    const cwd = project();
    // pre-commit puts changes that are not staged aside, of which there are none here, and calls the entry.
    const script = `#!/bin/sh\nexec ${hook.entry}\n`;
    writeExecutable(join(cwd, '.git/hooks/pre-commit'), script);
    expectGate(cwd, {}, hook.id === 'guidepost-staged');
  });

  it('and the config of pre-commit names a hook that is there', () => {
    const config = parse(docsSnippet('ci.md', '.pre-commit-config.yaml')) as {
      repos: { rev: string; hooks: { id: string }[] }[];
    };
    expect(config.repos[0]?.rev).toBe(`v${manifest.version}`);
    const known = hooks.map(({ id }) => id);
    expect(known).toEqual(expect.arrayContaining(config.repos[0]?.hooks.map(({ id }) => id) ?? ['?']));
  });
});

interface Action {
  inputs: Record<string, { default: string }>;
  runs: {
    using: string;
    steps: { id?: string; if?: string; uses?: string; run?: string; shell?: string; env?: Record<string, string> }[];
  };
}

describe('the action', () => {
  const action = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as Action;

  /** npm, which writes down what it was asked for and where, and puts this guidepost there. */
  const fakeNpm = (temp: string): string => {
    const bin = join(temp, 'bin');
    const shim = join(temp, 'shim');
    writeExecutable(shim, `#!/bin/sh\nexec node '${builtGuidepost}' "$@"\n`);
    writeExecutable(
      join(bin, 'npm'),
      `#!/bin/sh\nprintf '%s\\n' "$PWD" "$@" > '${join(temp, 'npm-call')}'\nmkdir -p node_modules/.bin\nln -sf '${shim}' node_modules/.bin/guidepost\n`,
    );
    return bin;
  };

  function runAction(cwd: string, args: string, inputs: Readonly<Record<string, string>> = {}) {
    const temp = testHost({ files: { output: '', summary: '' } }).cwd;
    const [lint] = action.runs.steps;
    const { code, output } = run(cwd, 'bash', ['-e', '-o', 'pipefail', '-c', lint?.run ?? ''], {
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: cwd,
      GITHUB_OUTPUT: join(temp, 'output'),
      GITHUB_STEP_SUMMARY: join(temp, 'summary'),
      RUNNER_TEMP: temp,
      GUIDEPOST_ARGS: args,
      GUIDEPOST_VERSION: String(action.inputs.version?.default),
      GUIDEPOST_INSTALLED: String(action.inputs.installed?.default),
      PATH: [fakeNpm(temp), dirname(process.execPath), process.env.PATH].join(delimiter),
      ...inputs,
    });
    expect(code).toBe(0);
    const outputs = Object.fromEntries(
      readFileSync(join(temp, 'output'), 'utf8')
        .trim()
        .split('\n')
        .map((line) => line.split('=')),
    ) as { 'exit-code': string; sarif?: string };
    return { temp, output, outputs, summary: readFileSync(join(temp, 'summary'), 'utf8') };
  }

  it('annotates, writes SARIF and a summary, and fails in its last step', () => {
    const cwd = project({ 'guides/冬の おでん.md': recipeWithoutSteps('oden') });
    const { output, outputs, summary } = runAction(cwd, 'guides/冬の おでん.md\n--rule\nslug-matches-file-name=off\n');
    expect(output).toMatch(/^::error file=guides\/冬の おでん\.md,line=\d+.*title=section-present::/m);
    expect(summary).toContain('section-present');
    const sarif = JSON.parse(readFileSync(outputs.sarif ?? '', 'utf8'));
    expect(sarif.runs[0].results.map(({ ruleId }: { ruleId: string }) => ruleId)).toEqual(['section-present']);
    expect(outputs['exit-code']).toBe('1');
    const last = action.runs.steps.at(-1);
    expect(last?.env?.GUIDEPOST_EXIT_CODE).toContain('steps.lint.outputs.exit-code');
    expect(run(cwd, 'bash', ['-c', last?.run ?? ''], { GUIDEPOST_EXIT_CODE: '1' }).code).toBe(1);
  });

  it('is green on good guides, and takes no input for a command', () => {
    const cwd = project();
    expect(runAction(cwd, '').outputs['exit-code']).toBe('0');
    const { outputs } = runAction(cwd, '$(touch hacked)\n"; touch hacked; "\n');
    expect(outputs).toEqual({ 'exit-code': '2' });
    expect(existsSync(join(cwd, 'hacked'))).toBe(false);
    expect(action.runs.steps.filter((step) => step.run?.includes('${{')).map(({ run: script }) => script)).toEqual([]);
  });

  it('runs nothing of the checkout, unless it is told to', () => {
    const cwd = project();
    const own = join(cwd, 'node_modules/.bin/guidepost');
    rmSync(own);
    writeExecutable(own, '#!/bin/sh\ntouch hacked\n');
    const { temp, outputs } = runAction(cwd, 'guides');
    expect(outputs['exit-code']).toBe('0');
    expect(existsSync(join(cwd, 'hacked'))).toBe(false);
    const [folder, ...call] = readFileSync(join(temp, 'npm-call'), 'utf8').trim().split('\n');
    expect(folder).toBe(join(temp, 'guidepost'));
    expect(call).toEqual(expect.arrayContaining(['install', '--ignore-scripts', `guidepost@${manifest.version}`]));

    runAction(cwd, 'guides', { GUIDEPOST_INSTALLED: 'true' });
    expect(existsSync(join(cwd, 'hacked'))).toBe(true);
  });

  it('has what GitHub asks of a composite action, in the version of the package', () => {
    expect(action.runs.using).toBe('composite');
    expect(action.runs.steps.every((step) => step.uses !== undefined || step.shell === 'bash')).toBe(true);
    expect(action.inputs.version?.default).toBe(manifest.version);
    const workflow = parse(docsSnippet('ci.md', '.github/workflows/guides.yml')) as {
      jobs: { guides: { steps: { uses: string; with?: Record<string, unknown> }[] } };
    };
    const step = workflow.jobs.guides.steps.find(({ uses }) => uses.startsWith('guidepost/'));
    expect(step?.uses).toBe(`guidepost/guidepost@v${manifest.version}`);
    expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(step?.with ?? { '?': 0 })));
    expect(runAction(project(), String(step?.with?.args)).outputs['exit-code']).toBe('0');
  });
});

describe('the snippets for other services', () => {
  it('GitHub: a matrix of shards, and a job that joins them', async () => {
    interface Job {
      strategy?: { matrix: { shard: number[] } };
      steps: { run?: string }[];
    }
    const { jobs } = parse(docsSnippet('ci.md', '.github/workflows/many-guides.yml')) as {
      jobs: Record<'part' | 'whole', Job>;
    };
    const cwd = project({ 'guides/oden.md': recipeWithoutSteps('oden'), 'guides/curry.md': goodRecipe('soup') });
    const scriptOf = (job: Job) =>
      job.steps.flatMap((step) => (step.run && step.run !== 'npm ci' ? [step.run] : [])).join('\n');
    const env = { GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: cwd };
    const shards = jobs.part.strategy?.matrix.shard ?? [];
    const codes = shards.map((shard) => {
      const script = scriptOf(jobs.part).replaceAll(/\$\{\{ matrix\.shard \}\}/g, String(shard));
      return run(cwd, 'sh', ['-e', '-c', script], env).code;
    });
    expect(Math.max(...codes.map((code) => code ?? 2))).toBe(1);
    const { code, output } = run(cwd, 'sh', ['-e', '-c', scriptOf(jobs.whole)], env);
    expect(output).toMatch(/^::error file=guides\/oden\.md,.*title=section-present/m);
    expect(output).toMatch(/^::error file=guides\/.*title=unique-across-guides/m);
    expect(code).toBe(1);
  });

  it('GitLab: the job leaves the reports that it names', () => {
    const { guides } = parse(docsSnippet('ci.md', '.gitlab-ci.yml')) as {
      guides: { script: string[]; artifacts: { reports: Record<string, string> } };
    };
    const cwd = project({ 'guides/oden.md': recipeWithoutSteps('oden') });
    const { code, output } = run(cwd, 'sh', ['-e', '-c', guides.script.join('\n')], {
      GITLAB_CI: 'true',
      CI_PROJECT_DIR: cwd,
    });
    expect(code).toBe(1);
    expect(output).toContain('section-present');
    for (const path of Object.values(guides.artifacts.reports))
      expect(readFileSync(join(cwd, path), 'utf8')).toContain('guides/oden.md');
  });

  it('reviewdog reads one JSON value a line', () => {
    const cwd = project({ 'guides/oden.md': recipeWithoutSteps('oden') });
    writeExecutable(join(cwd, 'node_modules/.bin/reviewdog'), '#!/bin/sh\ncat > reviewed.jsonl\necho "$@"\n');
    const { output } = run(cwd, 'sh', ['-c', docsSnippet('ci.md', 'review.sh')]);
    expect(output).toContain('-f=rdjsonl');
    const [first] = readFileSync(join(cwd, 'reviewed.jsonl'), 'utf8').trim().split('\n');
    expect(JSON.parse(first ?? '').location.path).toBe('guides/oden.md');
  });
});
