import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from './bind-fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'guidepost-package-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(
  command: string,
  args: readonly string[],
  cwd: string,
): { code: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  return { code: status, stdout, stderr };
}

const isOnline = run('npm', ['view', 'commander', 'version'], folder).code === 0;
const online = describe.skipIf(!isOnline);
if (!isOnline) console.warn('No package registry can be reached: the tests that install the package are skipped.');

let archive = '';
beforeAll(() => {
  const packed = execFileSync('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], {
    cwd: root,
    encoding: 'utf8',
  });
  archive = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '';
  expect(packed).toContain(archive);
}, 180_000);

it('its entry points and types are as Node and TypeScript want them', () => {
  const publint = run('npx', ['--no-install', 'publint', 'run', join(folder, archive), '--strict'], root);
  expect(`${publint.stdout}${publint.stderr}`).toContain('All good!');
  // The package is an ES module only, which Node's `require` takes as well from 20.19 on.
  const types = run('npx', ['--no-install', 'attw', join(folder, archive), '--profile', 'esm-only'], root);
  expect({ code: types.code, output: types.stdout }).toMatchObject({ code: 0 });
}, 180_000);

online('installed in an empty folder', () => {
  const project = join(folder, 'project');
  beforeAll(() => {
    mkdirSync(join(project, 'guides'), { recursive: true });
    cpSync(join(root, 'fixtures/guides/career-guide'), join(project, 'guides'), { recursive: true });
    cpSync(join(root, 'fixtures/guides/interview-guide'), join(project, 'guides'), { recursive: true });
    writeFileSync(join(project, 'package.json'), '{ "private": true, "type": "module" }');
    const installed = run(
      'npm',
      ['install', '--no-audit', '--no-fund', '--prefer-offline', join(folder, archive)],
      project,
    );
    expect({ ...installed, stdout: '' }).toMatchObject({ code: 0 });
  }, 300_000);

  it('npx guidepost lint works', () => {
    const { code, stdout } = run('npx', ['--no-install', 'guidepost', 'lint', 'guides', '--locale', 'en'], project);
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: 'No problems in 11 files (career-guide 8, interview-guide 3).\n',
    });
    writeFileSync(join(project, 'guides/empty.md'), '');
    expect(run('npx', ['--no-install', 'guidepost', 'lint', 'guides'], project).code).toBe(1);
    rmSync(join(project, 'guides/empty.md'));
  });

  it('programs can use it, and TypeScript knows its types', () => {
    const program = `
      import { exportGuides, lint, loadGuideType, type Problem } from 'guidepost';
      import remarkGuidepost, { type RemarkGuidepostOptions } from 'guidepost/remark';
      const { files } = await lint({ paths: ['guides'] });
      const problems: readonly Problem[] = files.flatMap((file) => file.problems);
      const { guides } = await exportGuides({ paths: ['guides'] });
      const type = await loadGuideType('career-guide');
      const options: RemarkGuidepostOptions = { alone: true };
      console.log(problems.length, guides.length, type.name, typeof remarkGuidepost, options.alone);
    `;
    writeFileSync(join(project, 'program.ts'), program);
    const flags = [
      '--noEmit',
      '--strict',
      '--module',
      'nodenext',
      '--target',
      'es2023',
      '--types',
      'node',
      '--typeRoots',
      join(root, 'node_modules/@types'),
    ];
    const checked = run(join(root, 'node_modules/.bin/tsc'), [...flags, 'program.ts'], project);
    expect(checked).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(
      run(process.execPath, ['--import', join(root, 'node_modules/tsx/dist/esm/index.mjs'), 'program.ts'], project)
        .stdout,
    ).toBe('0 11 career-guide function true\n');
  });

  it.each(['22', '24'])(
    'it works on Node %s',
    (version) => {
      const home = join(folder, `node${version}`);
      mkdirSync(home, { recursive: true });
      writeFileSync(join(home, 'package.json'), '{ "private": true }');
      // The package "node" fetches this one in a script of its own, which a careful npm does not run.
      const name = `node-${process.platform}-${process.arch}`;
      const fetched = run(
        'npm',
        ['install', '--no-audit', '--no-fund', '--prefer-offline', `${name}@${version}`],
        home,
      );
      expect({ ...fetched, stdout: '' }).toMatchObject({ code: 0 });
      const node = join(home, 'node_modules', name, 'bin/node');
      expect(run(node, ['--version'], home).stdout).toMatch(new RegExp(`^v${version}\\.`));
      const { code, stdout, stderr } = run(
        node,
        ['node_modules/guidepost/bin/guidepost.js', 'lint', 'guides', '--locale', 'en'],
        project,
      );
      expect({ code, stdout, stderr }).toEqual({
        code: 0,
        stdout: 'No problems in 11 files (career-guide 8, interview-guide 3).\n',
        stderr: '',
      });
    },
    300_000,
  );

  it('the editor extension packs', () => {
    const extension = join(folder, 'vscode');
    cpSync(join(root, 'editors/vscode'), extension, {
      recursive: true,
      filter: (path) => !path.includes('node_modules'),
    });
    expect(run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline'], extension).code).toBe(0);
    const packed = run('npm', ['run', 'package'], extension);
    expect({ code: packed.code, stderr: packed.stderr }).toMatchObject({ code: 0 });
    expect(readdirSync(extension)).toContain('guidepost-vscode-0.1.0.vsix');
  }, 300_000);
});
