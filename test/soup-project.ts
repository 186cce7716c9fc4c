import { main } from '../src/cli.ts';
import { recipe, recipeSchema } from './recipe-guides.ts';
import type { TestHost } from './test-host.ts';

export const soupType = ['--type', 'recipe.schema.json'];

/** Two guides, one in English and one in Japanese, and their type. */
export const soups = {
  'recipe.schema.json': recipeSchema,
  'guides/leek_soup.md': recipe('leek_soup', { title: 'Leek soup', steps: 'Simmer the leeks until soft.' }),
  'guides/味噌汁.md': recipe('味噌汁'),
};

/** Runs the program in a folder that stays, and returns what this run printed. */
export async function run(host: TestHost, ...argv: string[]) {
  host.output.stdout = '';
  host.output.stderr = '';
  const code = await main(argv, host);
  return { code, ...host.output };
}

/** Runs an export of soups. */
export function runExport(host: TestHost, ...argv: string[]) {
  return run(host, 'export', ...(argv.length > 0 ? argv : ['guides']), ...soupType);
}
