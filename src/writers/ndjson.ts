import type { Guide } from '../model.ts';
import type { Writer } from './writer.ts';

/** JSON allows these raw inside strings, yet many line readers (Python's `splitlines`, for one) end a line at them. */
const hiddenLineEnds = /[\u0085\u2028\u2029]/g;

function toLine(guide: Guide): string {
  const line = JSON.stringify(guide.value).replace(
    hiddenLineEnds,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `${line}\n`;
}

const toLines = (guides: readonly Guide[]): string => guides.map(toLine).join('');

/** Normalized guides as JSON lines, one a guide; a folder gets them in the single file `guides.ndjson`. */
export const ndjson: Writer = {
  name: 'ndjson',
  extension: 'ndjson',
  writeAll: toLines,
  writeFiles: (guides) => new Map([['guides.ndjson', toLines(guides)]]),
};
