import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ruleDocs } from '../src/docs/rule-docs.ts';
import { rules } from '../src/rules/index.ts';
import { root } from './bind-fixture.ts';

const folder = join(root, 'docs/rules');

it('docs/rules is what the rules say; "npm run docs" writes it', () => {
  const wanted = ruleDocs(rules);
  const stale = [...wanted].filter(([name, text]) => !isCurrent(name, text)).map(([name]) => name);
  const gone = readdirSync(folder).filter((name) => !wanted.has(name));
  expect({ stale, gone }, 'run "npm run docs"').toEqual({ stale: [], gone: [] });
});

function isCurrent(name: string, text: string): boolean {
  return readdirSync(folder).includes(name) && readFileSync(join(folder, name), 'utf8') === text;
}
