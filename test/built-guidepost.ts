import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './bind-fixture.ts';

/** The program as its users run it; `build-once.ts` has built it. */
export const builtGuidepost = join(root, 'bin/guidepost.js');

/** Makes `node` tell on stderr, as `peak 12345`, how much memory the program took at most. Unit: kilobytes. */
export const tellingPeak = [
  '--import',
  `data:text/javascript,process.on('exit',()=>process.stderr.write('peak '+process.resourceUsage().maxRSS+'\\n'))`,
];

/** Makes `guidepost` a command of a folder, as `npm install guidepost` would. */
export function installGuidepost(folder: string): void {
  const bin = join(folder, 'node_modules/.bin');
  mkdirSync(bin, { recursive: true });
  writeFileSync(join(bin, 'guidepost'), `#!/bin/sh\nexec '${process.execPath}' '${builtGuidepost}' "$@"\n`);
  chmodSync(join(bin, 'guidepost'), 0o755);
}
