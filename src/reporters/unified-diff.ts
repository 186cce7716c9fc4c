import { Chalk } from 'chalk';
import { createTwoFilesPatch, OMIT_HEADERS } from 'diff';

/** What would change in a file, as `patch -p1` and `git apply` take it. */
export function unifiedDiff(
  path: string,
  before: string,
  after: string,
  { color }: { readonly color: boolean },
): string {
  const hunks = createTwoFilesPatch('', '', before, after, undefined, undefined, {
    context: 3,
    headerOptions: OMIT_HEADERS,
  });
  const patch = `--- ${nameOf(`a/${path}`)}\n+++ ${nameOf(`b/${path}`)}\n${hunks}`;
  if (!color) return patch;
  const chalk = new Chalk({ level: 1 });
  return patch.replaceAll(/^.*$/gm, (line) => {
    if (line.startsWith('+++') || line.startsWith('---')) return chalk.bold(line);
    if (line.startsWith('@@')) return chalk.cyan(line);
    if (line.startsWith('+')) return chalk.green(line);
    return line.startsWith('-') ? chalk.red(line) : line;
  });
}

/** As git writes names, save that letters of other scripts stay readable; a tab ends a name with blanks. */
function nameOf(path: string): string {
  if (/["\\\p{Cc}]/u.test(path)) return JSON.stringify(path);
  return path.includes(' ') ? `${path}\t` : path;
}
