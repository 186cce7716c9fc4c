import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './bind-fixture.ts';
import { testHost } from './test-host.ts';

let built: string | undefined;

/** The program as it is packaged, built once from the present sources. */
export function builtGuidepost(): string {
  if (built === undefined) {
    const { cwd } = testHost();
    cpSync(join(root, 'bin'), join(cwd, 'bin'), { recursive: true });
    for (const name of ['package.json', 'schemas', 'node_modules']) symlinkSync(join(root, name), join(cwd, name));
    const compiler = join(root, 'node_modules/.bin/tsc');
    const options = ['-p', join(root, 'tsconfig.build.json'), '--outDir', join(cwd, 'dist')];
    const { stdout } = spawnSync(compiler, options, { encoding: 'utf8' });
    if (!existsSync(join(cwd, 'dist/cli.js'))) throw new Error(`guidepost cannot be built: ${stdout}`);
    built = join(cwd, 'bin/guidepost.js');
  }
  return built;
}

/** Makes `guidepost` a command of a folder, as `npm install guidepost` would. */
export function installGuidepost(folder: string): void {
  const bin = join(folder, 'node_modules/.bin');
  mkdirSync(bin, { recursive: true });
  writeFileSync(join(bin, 'guidepost'), `#!/bin/sh\nexec '${process.execPath}' '${builtGuidepost()}' "$@"\n`);
  chmodSync(join(bin, 'guidepost'), 0o755);
}
