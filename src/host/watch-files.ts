import { basename, relative, sep } from 'node:path';

/** A watch over folders and files. */
export interface Watching {
  /** Watches further paths as well. */
  add(paths: readonly string[]): void;
  /** Resolves with the exit code when somebody ends the program; rejects with the system's error when watching fails. */
  readonly ended: Promise<number>;
}

/**
 * Tells of files that come, go or change, also by being replaced, until `stop` resolves; resolves once the watch is on.
 * `node_modules` and dot folders are left out, as they are when guides are looked for.
 */
export async function watchFiles(
  paths: readonly string[],
  changed: (path: string) => void,
  stop: Promise<number>,
): Promise<Watching> {
  const { watch } = await import('chokidar');
  const roots = new Set(paths);
  const isLeftOut = (path: string): boolean => {
    const name = basename(path);
    return !roots.has(path) && (name === 'node_modules' || name === '.git');
  };
  const watcher = watch([...roots], {
    ignoreInitial: true,
    // Editors that write another file and rename it make one change, not two.
    atomic: true,
    followSymlinks: false,
    ignored: (path, stats) => isLeftOut(path) || (stats?.isDirectory() === true && isDotFolder(path, roots)),
  });
  watcher.on('all', (_, path) => changed(path));
  const failed = new Promise<never>((_, reject) => watcher.on('error', reject));
  const ended = Promise.race([stop, failed]).finally(() => watcher.close());
  await Promise.race([new Promise<void>((resolve) => watcher.once('ready', resolve)), ended]);
  return {
    ended,
    add(more) {
      const added = more.filter((path) => !roots.has(path));
      for (const path of added) roots.add(path);
      if (added.length > 0) watcher.add(added);
    },
  };
}

function isDotFolder(path: string, roots: ReadonlySet<string>): boolean {
  return [...roots].some((root) => {
    const name = relative(root, path).split(sep).at(-1) ?? '';
    return name.startsWith('.') && name !== '..' && !roots.has(path);
  });
}
