import { createRequire } from 'node:module';
import type * as stringWidthModule from 'string-width';
import { lazily } from './deadline.ts';

const require = createRequire(import.meta.url);
// It loads Unicode's tables, which takes as long as to check a guide.
const stringWidth = lazily(() => (require('string-width') as typeof stringWidthModule).default);

/** Columns that a text takes on a terminal. */
export function terminalWidth(text: string): number {
  return stringWidth()(text);
}
