import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { root } from './bind-fixture.ts';

/**
 * Builds guidepost into a temporary folder and returns a script to run with node, for tests that watch a process of its
 * own; at its end the script prints on stderr how much memory the process took at most, in kilobytes.
 */
export function buildGuidepost(): string {
  const folder = mkdtempSync(join(tmpdir(), 'guidepost-built-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  const project = join(root, 'tsconfig.build.json');
  execFileSync(process.execPath, [compiler, '-p', project, '--outDir', join(folder, 'dist'), '--declaration', 'false']);
  for (const name of ['node_modules', 'schemas']) symlinkSync(join(root, name), join(folder, name));
  copyFileSync(join(root, 'package.json'), join(folder, 'package.json'));
  const script = join(folder, 'run.js');
  writeFileSync(
    script,
    `import { main } from './dist/cli.js';
import { nodeHost } from './dist/host.js';
process.exitCode = await main(process.argv.slice(2), nodeHost());
process.stderr.write('peak ' + process.resourceUsage().maxRSS + '\\n');
`,
  );
  return script;
}
