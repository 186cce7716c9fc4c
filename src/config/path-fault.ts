import { resolve } from 'node:path';
import { isInside } from '../find/inside-project.ts';

/** Why a path in a config is refused: it must stand in the project, wherever the project lies. */
export type PathFault = 'absolute' | 'url' | 'outside' | 'link';

/** What is wrong with a path or glob that counts from a folder of the project; undefined when it stays in the project. */
export function pathFault(path: string, folder: string, projectFolder: string): PathFault | undefined {
  if (/^[a-z]:[\\/]|^[\\/]|^~[\\/]/i.test(path)) return 'absolute';
  if (/^[a-z][a-z0-9+.-]+:/i.test(path)) return 'url';
  let reached = folder;
  for (const part of path.split(/[\\/{},()|]/)) {
    reached = resolve(reached, `./${part}`);
    if (!isInside(reached, projectFolder)) return 'outside';
  }
  return undefined;
}
