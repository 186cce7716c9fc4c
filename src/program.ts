/** The program: what `bin/guidepost.js` runs. */
export { main } from './cli.ts';
export { nodeHost } from './host.ts';
