import { relative, sep } from 'node:path';
import type { Host } from '../host.ts';

/** A path as people read it: relative to the working folder, `/` between folders. */
export function displayPath(absolutePath: string, { cwd }: Pick<Host, 'cwd'>): string {
  const path = relative(cwd, absolutePath) || '.';
  return sep === '\\' ? path.replaceAll('\\', '/') : path;
}
