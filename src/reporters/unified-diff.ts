import { Chalk } from 'chalk';
import { createTwoFilesPatch, OMIT_HEADERS } from 'diff';
import { inertLog } from './inert-log.ts';
import { visible } from './visible-text.ts';

/**
 * What would change in a file, as `patch -p1` and `git apply` take it; in a log, which people read and CI services look
 * for commands in, with all visible that would steer them.
 */
export function unifiedDiff(
  path: string,
  before: string,
  after: string,
  { color, isLog }: { readonly color: boolean; readonly isLog: boolean },
): string {
  const hunks = createTwoFilesPatch('', '', before, after, undefined, undefined, {
    context: 3,
    headerOptions: OMIT_HEADERS,
  });
  const exact = `--- ${nameOf(`a/${path}`)}\n+++ ${nameOf(`b/${path}`)}\n${hunks}`;
  const patch = isLog ? inertLog(exact.split('\n').map(shown).join('\n')) : exact;
  if (!color) return patch;
  const chalk = new Chalk({ level: 1 });
  const hunksStart = patch.indexOf('\n@@');
  return patch.replaceAll(/^.*$/gm, (line, offset: number) => {
    // Below the names a line of three dashes is one of two that goes: `-` and `--`.
    if (offset < hunksStart) return chalk.bold(line);
    if (line.startsWith('@@')) return chalk.cyan(line);
    if (line.startsWith('+')) return chalk.green(line);
    return line.startsWith('-') ? chalk.red(line) : line;
  });
}

/** What ends a line of a file with CRLF is no more than that, and a tab is its own shape. */
function shown(line: string): string {
  const [, text = '', end = ''] = /^([\s\S]*?)(\r?)$/.exec(line) ?? [];
  return text.split('\t').map(visible).join('\t') + end;
}

const needsQuotes = /["\\\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/** Each byte as git escapes it. */
function escaped(character: string): string {
  if (character === '"' || character === '\\') return `\\${character}`;
  return [...Buffer.from(character)].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('');
}

/** As git writes names, save that letters of other scripts stay readable; a tab ends a name with blanks. */
function nameOf(path: string): string {
  if (needsQuotes.test(path)) return `"${path.replaceAll(new RegExp(needsQuotes, 'gu'), escaped)}"`;
  return path.includes(' ') ? `${path}\t` : path;
}
