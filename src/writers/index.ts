import type { StreamWriter } from './stream-writer.ts';
import type { Writer } from './writer.ts';

/** Every output format by the name that `--format` takes; each is loaded only when it writes. */
export const writers = {
  json: async () => (await import('./json.ts')).json,
  ndjson: async () => (await import('./ndjson.ts')).ndjson,
  csv: async () => (await import('./csv.ts')).csv,
  html: async () => (await import('./html.ts')).html,
  markdown: async () => (await import('./markdown.ts')).markdown,
} satisfies Record<string, () => Promise<Writer | StreamWriter>>;
