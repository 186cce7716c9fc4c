import { eachText } from './each-text.ts';
import { pickValues } from './pick-values.ts';
import type { GuideContent, StreamWriter } from './stream-writer.ts';
import type { WriteOptions } from './writer.ts';

/** JSON allows these raw inside strings, yet many line readers (Python's `splitlines`, for one) end a line at them. */
const hiddenLineEnds = /[\u0085\u2028\u2029]/g;

function toLine(guide: GuideContent, { pick }: WriteOptions): string {
  const line = JSON.stringify(pickValues(guide.value, pick)).replace(
    hiddenLineEnds,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `${line}\n`;
}

async function* toLines(guides: AsyncIterable<GuideContent>, options: WriteOptions): AsyncGenerator<string> {
  for await (const { text } of eachText(guides, (guide) => toLine(guide, options), options)) yield text;
}

/** Normalized guides as JSON lines, one a guide; a folder gets them in the single file `guides.ndjson`. */
export const ndjson: StreamWriter = {
  name: 'ndjson',
  extension: 'ndjson',
  isStream: true,
  writeAll: toLines,
  async *writeFiles(guides, options) {
    yield { path: 'guides.ndjson', content: toLines(guides, options) };
  },
};
