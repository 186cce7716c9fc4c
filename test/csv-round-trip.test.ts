import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diffArrays } from 'diff';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { main } from '../src/cli.ts';
import { csv } from '../src/writers/csv.ts';
import { bindText, root, shippedType } from './bind-fixture.ts';
import { TableFile } from './table-file.ts';
import { testHost } from './test-host.ts';

const types = ['career-guide', 'interview-guide'].map(shippedType);

/** Columns that are read from another column's text, or that no text holds. */
const derived =
  /^(?:guide|hash|type|path|index|.*\.index|salary\.currency|experience\..*|range\.(?:text|openEnded)|group)$/;

/** What else is read from the text of a column: that of `range.min` is `range.text`. */
const followers: Readonly<Record<string, RegExp>> = {
  level: /^experience\./,
  'range.min': /^range\.text$/,
  'range.max': /^range\.text$/,
};

/** Words that an editor may put in; some of them mean something in Markdown, YAML or a table. */
const words = ['新しい', '（例）', 'new ', '1', '*', '_x_', ' | ', ': ', '"', '#', '😀', '`', '<b>', '&amp;', '\\'];

interface Cell {
  readonly table: string;
  readonly row: number;
  readonly column: number;
}

type Tables = Map<string, TableFile>;

const start = mkdtempSync(join(tmpdir(), 'guidepost-'));
afterAll(() => rmSync(start, { recursive: true, force: true }));

let before: Tables;
let cells: Cell[];
beforeAll(() => {
  cpSync(join(root, 'fixtures/guides'), join(start, 'guides'), { recursive: true });
  before = tablesOf(start);
  cells = [...before].flatMap(([table, { header, rows }]) =>
    // The interview guides' questions stand in two tables; here each text is edited in one of them.
    rows.flatMap((row, at) =>
      header.flatMap((name, column) =>
        derived.test(name) || row[column] === '' || (table === 'interview' && /_interview$/.test(row[0] ?? ''))
          ? []
          : [{ table, row: at, column }],
      ),
    ),
  );
});

/** The tables of all guides below a folder, as files beside them. */
function tablesOf(folder: string): Tables {
  const guides = types.flatMap((type) =>
    readdirSync(join(folder, 'guides', type.name)).map((file) => {
      const path = `guides/${type.name}/${file}`;
      return bindText(readFileSync(join(folder, path), 'utf8'), type, path);
    }),
  );
  const files = csv.writeFiles(guides, { bom: false, locale: 'en' });
  return new Map(
    [...files].map(([name, text]) => [name.replace(/\.csv$/, ''), new TableFile(join(folder, 'tables', name), text)]),
  );
}

/** A cell that differs from another, in the way an editor would make it differ. */
function edited(cell: string, column: string, { at, word }: { at: number; word: number }): string {
  const text = words[word % words.length] ?? '';
  if (/^range\.m/.test(column)) return String(Number(cell) + (1 + (at % 9)) * 100_000);
  if (/^(?:meta\.(?:keywords|tags|related_jobs)|tags)$/.test(column)) {
    const items = cell.split('; ');
    return [...items.slice(0, at % items.length), `新語${at}`, ...items.slice((at % items.length) + (word % 2))].join(
      '; ',
    );
  }
  const letters = [...cell];
  const position = 1 + (at % Math.max(letters.length - 1, 1));
  return [...letters.slice(0, position), text, ...letters.slice(position)].join('');
}

/** Names of the cells whose text is not the same: `salary.bands:3:notes`; the key follows from an edited slug. */
function differing(left: Tables, right: Tables): Set<string> {
  const names = new Set<string>();
  for (const [table, { header, rows }] of left)
    for (const [row, cells] of rows.entries())
      for (const [column, name] of header.entries())
        if (!/^(?:guide|hash)$/.test(name) && cells[column] !== right.get(table)?.rows[row]?.[column])
          names.add(`${table}:${row}:${name}`);
  return names;
}

/** How many lines a patch would take away from the guides below a folder, and how many it would add. */
function changedLines(folder: string): { removed: number; added: number } {
  const count = { removed: 0, added: 0 };
  for (const { name } of types)
    for (const file of readdirSync(join(folder, 'guides', name))) {
      const [old, now] = [start, folder].map((at) => readFileSync(join(at, 'guides', name, file), 'utf8').split('\n'));
      for (const part of diffArrays(old ?? [], now ?? [])) {
        if (part.removed) count.removed += part.value.length;
        if (part.added) count.added += part.value.length;
      }
    }
  return count;
}

describe('export, edit cells, import, export', () => {
  const edits = fc.noBias(
    fc.uniqueArray(fc.record({ cell: fc.nat(), at: fc.nat(10_000), word: fc.nat(1000) }), {
      minLength: 50,
      maxLength: 50,
      selector: ({ cell }) => cell % cells.length,
    }),
  );

  // 10 runs of 50 edits are 500 edits of cells drawn from all tables.
  test('exactly the edited cells differ, and only their lines', { timeout: 300_000 }, async () => {
    const total = { asked: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(edits, async (drawn) => {
        const host = testHost();
        cpSync(join(start, 'guides'), join(host.cwd, 'guides'), { recursive: true });
        const asked = tablesOf(start);
        const allowed = new Set<string>();
        const wanted = new Set<string>();
        for (const draw of drawn) {
          const cell = cells[draw.cell % cells.length];
          const file = cell && asked.get(cell.table);
          const row = cell && file?.rows[cell.row];
          if (!row || !file) continue;
          const name = file.header[cell.column] ?? '';
          row[cell.column] = edited(row[cell.column] ?? '', name, draw);
          wanted.add(`${cell.table}:${cell.row}:${name}`);
          for (const other of file.header)
            if (followers[name]?.test(other)) allowed.add(`${cell.table}:${cell.row}:${other}`);
        }
        for (const [name, file] of asked) file.save({ path: join(host.cwd, `tables/${name}.csv`) });
        const code = await main(['import', 'tables'], host);
        const after = tablesOf(host.cwd);

        // What was asked for and is not there was refused, and said.
        const missing = [...differing(asked, after)].filter((name) => wanted.has(name));
        const reported = host.output.stderr.match(/ was not written, /g)?.length ?? 0;
        expect(missing.length).toBe(reported);
        expect(code).toBe(reported > 0 ? 1 : 0);

        const changed = [...differing(before, after)];
        const mirrored = (name: string): boolean => /^interview:|^levels\..*:group$/.test(name);
        expect(changed.filter((name) => !wanted.has(name) && !allowed.has(name) && !mirrored(name))).toEqual([]);
        const lines = changedLines(host.cwd);
        const made = wanted.size - missing.length;
        expect(lines.removed).toBeLessThanOrEqual(made);
        expect(lines.added).toBeLessThanOrEqual(made);
        expect(lines.added).toBeGreaterThan(0);
        total.asked += wanted.size;
        total.refused += missing.length;
      }),
      { numRuns: 10, seed: 5, endOnFailure: true },
    );
    expect(total.asked).toBe(500);
    // Refusing everything would satisfy all of the above.
    expect(total.refused / total.asked).toBeLessThan(0.1);
  });
});
