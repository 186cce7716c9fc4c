import { relative, resolve, sep } from 'node:path';
import picomatch from 'picomatch';

/**
 * A test of absolute paths against globs that count from a folder. A folder's name stands for all in it, and a glob
 * that begins with `!` takes files back out.
 */
export function globMatcher(globs: readonly string[], folder: string): (absolutePath: string) => boolean {
  const wanted = globs.filter((glob) => !glob.startsWith('!')).map((glob) => oneGlob(glob, folder));
  const unwanted = globs.filter((glob) => glob.startsWith('!')).map((glob) => oneGlob(glob.slice(1), folder));
  return (path) => wanted.some((matches) => matches(path)) && !unwanted.some((matches) => matches(path));
}

function oneGlob(glob: string, folder: string): (absolutePath: string) => boolean {
  const [up = '', rest = ''] = splitUp(glob);
  const base = resolve(folder, up);
  const pattern = rest.replace(/\/+$/, '').normalize('NFC');
  const patterns = pattern === '' ? ['**'] : [pattern, `${pattern}/**`];
  // Names come in either normal form and any case, depending on the system that wrote them.
  const matches = picomatch(patterns, { dot: true, nocase: true });
  return (path) => {
    const inside = relative(base, path).replaceAll(sep, '/').normalize('NFC');
    return inside !== '' && !inside.startsWith('../') && matches(inside);
  };
}

/** `../shared/**` into `../` and `shared/**`: the glob package knows no folders above. */
function splitUp(glob: string): [string, string] {
  const up = /^(?:\.{1,2}(?:\/|$))*/.exec(glob)?.[0] ?? '';
  return [up, glob.slice(up.length)];
}
