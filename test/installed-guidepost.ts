import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './bind-fixture.ts';
import { testHost } from './test-host.ts';

let built: string | undefined;

/** The program, built once from the present sources; only the bundle that the package makes of it is missing. */
export function builtGuidepost(): string {
  if (built === undefined) {
    const { cwd } = testHost();
    for (const name of ['package.json', 'schemas', 'node_modules']) symlinkSync(join(root, name), join(cwd, name));
    const compiler = join(root, 'node_modules/.bin/tsc');
    const options = ['-p', join(root, 'tsconfig.build.json'), '--outDir', join(cwd, 'dist')];
    const { stdout } = spawnSync(compiler, options, { encoding: 'utf8' });
    if (!existsSync(join(cwd, 'dist/cli.js'))) throw new Error(`guidepost cannot be built: ${stdout}`);
    built = join(cwd, 'guidepost.js');
    writeFileSync(
      built,
      `import { main, nodeHost } from './dist/program.js';\nprocess.exitCode = await main(process.argv.slice(2), nodeHost());\n`,
    );
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
