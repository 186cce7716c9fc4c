import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UserError } from '../src/errors.ts';
import { loadGuideType } from '../src/guide-types/load-guide-types.ts';
import { messagesFor } from '../src/locale/messages.ts';
import { rules } from '../src/rules/index.ts';
import { memoryHost, projectFolder } from './memory-host.ts';

const fixtures = fileURLToPath(new URL('../fixtures/', import.meta.url));
const schemas = fileURLToPath(new URL('../schemas/', import.meta.url));

/** A guide to begin with, and the folder that says which type it has. */
export interface SampleGuide {
  readonly folder: string;
  readonly text: string;
}

/** The guides to begin with, and the files of a project in which each has its type. */
export interface Corpus {
  readonly samples: readonly SampleGuide[];
  /** Schema by folder, as text. */
  readonly schemas: ReadonlyMap<string, string>;
  readonly files: Readonly<Record<string, string>>;
}

/** The fixtures, and the examples of all rules. */
export async function loadCorpus(): Promise<Corpus> {
  const samples: SampleGuide[] = [
    ...markdownIn('guides/career-guide').map((text) => ({ folder: 'career', text })),
    ...markdownIn('guides/interview-guide').map((text) => ({ folder: 'interview', text })),
    ...markdownIn('lint').map((text) => ({ folder: 'tea', text })),
    ...markdownIn('projects/recipes').map((text) => ({ folder: 'recipes', text })),
    ...markdownIn('projects/adr').map((text) => ({ folder: 'adr', text })),
  ];
  const found = new Map<string, string>([
    ['career', readFileSync(join(schemas, 'career-guide.schema.json'), 'utf8')],
    ['interview', readFileSync(join(schemas, 'interview-guide.schema.json'), 'utf8')],
    ['tea', readFileSync(join(fixtures, 'lint/tea.schema.json'), 'utf8')],
    ['recipes', readFileSync(join(fixtures, 'projects/recipes/recipe.schema.json'), 'utf8')],
    ['adr', readFileSync(join(fixtures, 'projects/adr/adr.schema.json'), 'utf8')],
  ]);
  const folders = new Map<string, string>();
  for (const { examples } of rules)
    for (const { guide, type = { type: 'object' } } of [...examples.reject, ...examples.accept]) {
      const schema = JSON.stringify(type);
      const folder = folders.get(schema) ?? `example-${folders.size}`;
      folders.set(schema, folder);
      samples.push({ folder, text: guide });
    }
  for (const [schema, folder] of folders) if (await isUsable(schema)) found.set(folder, schema);
  return {
    samples: samples.filter(({ folder }) => found.has(folder)),
    schemas: found,
    files: Object.fromEntries([
      ...[...found].map(([folder, schema]) => [`types/${folder}.schema.json`, schema]),
      ['guidepost.config.json', configFor([...found.keys()])],
    ]),
  };
}

/** A config that gives each folder its type. */
export function configFor(folders: readonly string[]): string {
  const types = folders.map((folder) => ({ schema: `types/${folder}.schema.json`, files: [`${folder}/**`] }));
  return JSON.stringify({ extends: 'guidepost:strict', types }, undefined, 2);
}

async function isUsable(schema: string): Promise<boolean> {
  try {
    const host = memoryHost({ 'type.schema.json': schema });
    await loadGuideType(`${projectFolder}/type.schema.json`, host, messagesFor('en'));
    return true;
  } catch (error) {
    if (error instanceof UserError) return false;
    throw error;
  }
}

function markdownIn(folder: string): string[] {
  const path = join(fixtures, folder);
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' }).sort();
  return names
    .filter((name) => name.endsWith('.md') && !/README/i.test(name))
    .map((name) => readFileSync(join(path, name), 'utf8'));
}
