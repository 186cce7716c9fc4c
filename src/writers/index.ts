import { csv } from './csv.ts';
import { html } from './html.ts';
import { json } from './json.ts';
import { markdown } from './markdown.ts';
import { ndjson } from './ndjson.ts';
import type { StreamWriter } from './stream-writer.ts';
import type { Writer } from './writer.ts';

/** Every output format by the name that `--format` takes. */
export const writers = { json, ndjson, csv, html, markdown } satisfies Record<string, Writer | StreamWriter>;
