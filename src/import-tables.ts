import { resolve } from 'node:path';
import type { Config } from './config/config.ts';
import { UserError } from './errors.ts';
import { projectCheck } from './find/inside-project.ts';
import { type Change, saveFixes } from './fix/save-fixes.ts';
import type { Host } from './host.ts';
import { defaultLimits, loadGuides } from './load-guides.ts';
import { messagesFor } from './locale/messages.ts';
import type { Guide, Locale, SourceFile } from './model.ts';
import type { CsvTable } from './readers/csv.ts';
import { identifyTable } from './readers/identify-table.ts';
import { KnownGuides } from './readers/known-guides.ts';
import { readTables } from './readers/read-tables.ts';
import { type CellChange, type TableProblem, tableChanges } from './readers/table-changes.ts';
import { withoutContradictions } from './readers/without-contradictions.ts';
import { reviseGuide } from './revise/revise-guide.ts';
import type { Refusal, ValueChange } from './revise/value-change.ts';
import { guideRows } from './writers/guide-tables.ts';
import { outlineTables } from './writers/table-outline.ts';

export interface ImportTablesOptions {
  /** Tables, and folders of tables. */
  readonly paths: readonly string[];
  /** Where the guides are; none is where the table of guides says, else what the config names, else the working folder. */
  readonly guides: readonly string[];
  /** Which table the files hold, where their names do not say it. */
  readonly table?: string;
  readonly type?: string;
  /** False only shows what would change. */
  readonly save: boolean;
  readonly config: Config;
  readonly locale: Locale;
}

export interface ImportTablesResult {
  readonly changes: readonly Change[];
  /** How many cells the changes write. */
  readonly cells: number;
  readonly problems: readonly TableProblem[];
  /** Why some guides were not saved, a sentence each. */
  readonly unsaved: readonly string[];
}

/** read → find the guides → compare → revise → save. */
export async function importTables(options: ImportTablesOptions, host: Host): Promise<ImportTablesResult> {
  const { locale } = options;
  const say = messagesFor(locale).tables;
  const tables = await readTables(options.paths, locale, host);
  const paths = guidePaths(tables);
  const wanted =
    options.guides.length > 0 ? options.guides : await allPresent([...new Set(paths.values())], locale, host);
  const { guides, bind } = await loadGuides({ ...options, ...defaultLimits, paths: wanted, allowEmpty: true }, host);
  const outlines = outlineTables(guides, guides.map(guideRows));
  const known = new KnownGuides(guides, paths);
  const read = tables.map((table) =>
    tableChanges(table, identifyTable(table, outlines, options.table, locale), known, say),
  );
  const asked = withoutContradictions(
    read.flatMap(({ changes }) => changes),
    say,
  );
  const revised = reviseAll(asked.changes, bind, options);
  const unsaved = options.save ? await saveFixes(revised.changes, locale, host) : new Map<string, string>();
  const changes = revised.changes.filter(({ before }) => !unsaved.has(before.path));
  return {
    changes,
    cells: changes.reduce((sum, { cells }) => sum + cells, 0),
    problems: [...read.flatMap(({ problems }) => problems), ...asked.problems, ...revised.problems],
    unsaved: [...unsaved.values()],
  };
}

/** The path of each guide, where a table says it. */
function guidePaths(tables: readonly CsvTable[]): Map<string, string> {
  const paths = new Map<string, string>();
  for (const { header, rows } of tables) {
    const path = header.indexOf('path');
    const key = header.includes('guide') ? header.indexOf('guide') : path;
    if (path < 0 || header.includes('index')) continue;
    for (const { cells } of rows) if (cells[path]) paths.set(cells[key]?.trim() ?? '', cells[path].trim());
  }
  return paths;
}

/** The paths, or none where a file has moved: its guide may be found by its key. */
async function allPresent(paths: readonly string[], locale: Locale, host: Host): Promise<readonly string[]> {
  const isInProject = await projectCheck(host);
  for (const path of paths)
    if (!(await isInProject(resolve(host.cwd, path))))
      throw new UserError(messagesFor(locale).tables.guideOutside({ path }));
  const present = await Promise.all(paths.map((path) => host.files.exists(resolve(host.cwd, path))));
  return present.every(Boolean) ? paths : [];
}

function reviseAll(
  asked: readonly CellChange[],
  bind: (source: SourceFile) => Guide,
  { locale }: { readonly locale: Locale },
): { changes: (Change & { readonly cells: number })[]; problems: TableProblem[] } {
  const say = messagesFor(locale).tables;
  const word = {
    'nothing-there': say.nothingThere,
    'not-writable': say.notWritable,
    contradiction: say.contradiction,
    shared: say.shared,
  };
  const changes: (Change & { readonly cells: number })[] = [];
  const problems: TableProblem[] = [];
  for (const guide of new Set(asked.map((change) => change.guide))) {
    const own = asked.filter((change) => change.guide === guide);
    const { source } = guide.document;
    const revised = reviseGuide(guide, own, bind);
    const refused: ReadonlyMap<ValueChange, Refusal> = revised.refused;
    for (const change of own) {
      const reason = refused.get(change);
      if (reason === undefined) continue;
      const message = word[reason]({ ...change, guide: change.key, path: source.path });
      problems.push({ severity: 'error', message });
    }
    const after = revised.guide.document.source;
    if (after.text !== source.text) changes.push({ before: source, after, cells: own.length - refused.size });
  }
  return { changes, problems };
}
