import { recipe, recipeSchema } from '../test/recipe-guides.ts';
import { configFor } from './corpus.ts';
import { damaged } from './damaged-text.ts';
import type { Fault, FuzzKind } from './kind.ts';
import { type MemoryHost, memoryHost } from './memory-host.ts';
import { below, oneIn, pick, type Random } from './random.ts';
import { runMain } from './run-main.ts';

const cells = [
  '',
  ' ',
  '0',
  '-1',
  '1e9',
  'TRUE',
  'false',
  'null',
  '"',
  '""',
  '=1+1',
  "'",
  '\n',
  '\r\n',
  '|',
  '**',
  '500〜800',
  '灯',
  '- a',
  '# a',
  '…',
];

/** Damaged CSV tables: each is written into the guides, or it is said why not. */
export async function tableKind(): Promise<FuzzKind> {
  const folders = ['recipes'];
  const project = {
    'types/recipes.schema.json': recipeSchema,
    'guidepost.config.json': configFor(folders),
    'recipes/miso.md': recipe('miso'),
    'recipes/oden.md': recipe('oden', { related: 'miso' }),
  };
  const tables = await exportedTables(folders, project);
  return {
    name: 'table',
    weight: 0.5,
    make(random) {
      const { path, text } = pick(tables, random);
      const other = pick(tables, random).text;
      return { about: path, text: oneIn(4, random) ? damaged(text, random, other) : damagedTable(text, random) };
    },
    async check({ text, about }, random) {
      const host = memoryHost({ ...project, [about]: text });
      const folder = about.split('/')[1] ?? '';
      const call = ['import', about, '--guides', folder];
      if (oneIn(4, random)) return runMain([...call, '--diff'], host);
      return (await runMain(call, host)) ?? againTheSame(call, host);
    },
  };
}

/** What was written once is there. */
async function againTheSame(call: readonly string[], host: MemoryHost): Promise<Fault | undefined> {
  const before = JSON.stringify([...host.texts]);
  const fault = await runMain(call, host);
  if (fault) return fault;
  const after = JSON.stringify([...host.texts]);
  return before === after ? undefined : { property: 'importing twice', detail: `${before} → ${after}` };
}

async function exportedTables(folders: readonly string[], project: Readonly<Record<string, string>>) {
  const found: { path: string; text: string }[] = [];
  for (const folder of folders) {
    const host = memoryHost(project);
    const out = `tables/${folder}`;
    const fault = await runMain(['export', folder, '--format', 'csv', '--out', out, '--include-invalid'], host);
    if (fault) throw new Error(`the tables to begin with cannot be made: ${fault.detail}`);
    for (const [path, text] of host.texts)
      if (path.startsWith(out) && path.endsWith('.csv')) found.push({ path, text });
  }
  if (found.length < folders.length) throw new Error('there are no tables to begin with');
  return found;
}

/** Rows, columns and cells changed, left out, doubled or moved; quotes are looked past, so some are broken as well. */
function damagedTable(text: string, random: Random): string {
  const rows = text.split(/\r?\n/).map((row) => row.split(','));
  for (let count = 1 + below(4, random); count > 0; count -= 1) {
    const row = pick(rows, random);
    const at = below(row.length, random);
    const way = below(7, random);
    if (way === 0) rows.splice(below(rows.length, random), 1, ...(oneIn(2, random) ? [row, row] : []));
    else if (way === 1) row.splice(at, 1);
    else if (way === 2) row.splice(at, 0, pick(cells, random));
    else if (way === 3) for (const each of rows) each.splice(at, 1);
    else if (way === 4) row[at] = `${row[at]}${pick(cells, random)}`;
    else row[at] = pick(cells, random);
    if (rows.length === 0) rows.push(['']);
  }
  return rows.map((row) => row.join(',')).join(oneIn(3, random) ? '\r\n' : '\n');
}
