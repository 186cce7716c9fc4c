import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../shared/suites/', import.meta.url));

/** Public test data of that name, which is not part of the project; undefined where it is missing, which the tests say. */
export function sharedSuite<Data>(name: string): Data | undefined {
  const path = `${folder}${name}.json`;
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as Data;
  console.warn(`${name}.json is not beside the project: tests against it are skipped.`);
  return undefined;
}

/** An example of the CommonMark specification. */
export interface SpecExample {
  readonly markdown: string;
  readonly html: string;
  readonly example: number;
  readonly section: string;
}
