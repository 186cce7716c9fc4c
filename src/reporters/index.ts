import { compact } from './compact.ts';
import { json } from './json.ts';
import type { Reporter } from './reporter.ts';
import { text } from './text.ts';

/** Every format of `lint --format`. */
export const reporters = { text, json, compact } satisfies Record<string, Reporter>;
