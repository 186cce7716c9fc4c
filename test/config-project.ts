import { main } from '../src/cli.ts';
import { testHost } from './test-host.ts';

/** Content by path. */
export type Files = Readonly<Record<string, string>>;

/** A guide that answers to the type of `recipeType`. */
export const soup = '---\ntitle: Leek soup\n---\n\n# Leek soup\n\n## Ingredients\n\nLeeks.\n\n## Steps\n\nBoil them.\n';

const section = (name: string, ...aliases: string[]) => ({
  type: 'string',
  'x-source': { section: { name, aliases } },
});

/** The schema of a guide type with two sections. */
export const recipeType = JSON.stringify({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Recipe',
  type: 'object',
  required: ['ingredients', 'steps'],
  properties: { ingredients: section('Ingredients', '材料'), steps: section('Steps', '作り方') },
});

/** A project of its own, in which a command may run in a folder below: no config above it counts. */
export function projectHost(files: Files, cwd?: string) {
  const host = testHost({ files: { '.git/HEAD': '', ...files } });
  return cwd === undefined ? host : { ...host, cwd: `${host.cwd}/${cwd}` };
}

/** Runs a command in such a project. */
export async function runIn(files: Files, argv: readonly string[], cwd?: string) {
  const host = projectHost(files, cwd);
  const code = await main(argv, host);
  return { code, ...host.output };
}

/** JSON over several lines. */
export function json(value: unknown): string {
  return JSON.stringify(value, undefined, 2);
}
