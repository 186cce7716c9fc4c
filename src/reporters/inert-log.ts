import type { OutputStream } from '../host.ts';

/**
 * Text in which a GitHub log finds no command: those stand at the start of a line (`::error::`), and in an older form
 * anywhere (`##[error]`). One character of each is exchanged for one that looks like it and is as wide.
 */
export function inertLog(text: string): string {
  return text.replaceAll(/^(\s*):(?=:)/gm, '$1∶').replaceAll('##[', '#♯[');
}

/** A stream whose lines a GitHub log does not obey. */
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
