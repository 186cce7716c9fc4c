import type { OutputStream } from '../host.ts';
import { visible } from './visible-text.ts';

/**
 * Text in which no CI service finds a command: GitHub's stand at the start of a line (`::error::`), in an older form
 * anywhere (`##[error]`), as do those of Azure (`##vso[…]`) and TeamCity (`##teamcity[…]`). One character of each is
 * exchanged for one that looks like it and is as wide. GitLab's need control characters, which `visible` shows.
 */
export function inertLog(text: string): string {
  return text.replaceAll(/^(\s*):(?=:)/gm, '$1∶').replaceAll(commandMark, '#♯');
}

/** What begins a command anywhere in a line. */
export const commandMark = /##(?=[a-z]*\[)/gi;

/** A line of a log that holds names or texts of others. */
export function logLine(text: string): string {
  return `${inertLog(visible(text))}\n`;
}

/** A stream whose lines no CI service obeys. */
export function inertStream(stream: OutputStream): OutputStream {
  return {
    write: (text) => stream.write(inertLog(text)),
    get isTTY() {
      return stream.isTTY;
    },
    get columns() {
      return stream.columns;
    },
  };
}
