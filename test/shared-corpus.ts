import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Real guides, for measuring; not part of the project. Undefined where they are missing, which the tests say. */
export const corpus: string | undefined = [fileURLToPath(new URL('../../shared/corpus/', import.meta.url))].find(
  (path) => existsSync(path),
);

if (!corpus) console.warn('Real guides are not beside the project: tests against them are skipped.');
