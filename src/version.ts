import { createRequire } from 'node:module';

const { version: packageVersion } = createRequire(import.meta.url)('#package.json') as { version: string };

/** guidepost's own version, from its package file. */
export const version: string = packageVersion;
