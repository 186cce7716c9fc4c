import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { withConfigKeys } from '../scripts/generate-config-docs.ts';
import { loadConfig } from '../src/config/load-config.ts';
import { rules } from '../src/rules/index.ts';
import { projectHost, recipeType } from './config-project.ts';

const docs = readFileSync(new URL('../docs/configuration.md', import.meta.url), 'utf8');
const examples = [...docs.matchAll(/^```(json|yaml)\n([\s\S]*?)^```$/gm)];

it.each(examples.map(([, format = '', text = '']) => [format, text] as const))(
  'accepts the example in %s: %s',
  async (format, text) => {
    const host = projectHost({
      [`guidepost.config.${format}`]: text,
      'shared/house-style.json': '{ "rules": { "section-present": "warn" } }',
      'schemas/recipe.schema.json': recipeType,
    });
    const config = await loadConfig({ flags: new Map(), rules, locale: 'en' }, host);
    expect(config.path).toBe(`guidepost.config.${format}`);
  },
);

it('lists the keys of the schema; "npm run docs" writes the list', () => {
  const schema = readFileSync(new URL('../schemas/config.schema.json', import.meta.url), 'utf8');
  expect(docs).toBe(withConfigKeys(docs, schema));
  expect(examples).toHaveLength(3);
});
