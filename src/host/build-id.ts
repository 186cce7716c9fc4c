import { readFileSync } from 'node:fs';
import { version } from '../version.ts';

/** Tells this program from others, also from one that was built of changed sources and bears the same version. */
export function buildId(): string {
  try {
    return `${version} ${readFileSync(new URL('../build-id.txt', import.meta.url), 'utf8')}`;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return version;
  }
}
