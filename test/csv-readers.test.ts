import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { main } from '../src/cli.ts';
import { valueAt } from '../src/guide-types/value-at.ts';
import type { Guide } from '../src/model.ts';
import { csv } from '../src/writers/csv.ts';
import { unguardFormula } from '../src/writers/guard-formula.ts';
import { guideRows } from '../src/writers/guide-tables.ts';
import { bindText, root, shippedType } from './bind-fixture.ts';
import { testHost } from './test-host.ts';
import { writerGuide } from './writer-guide.ts';

// CI has to have these programs; elsewhere the tests that need them are shown as skipped.
const isRequired = process.env.CI === 'true';
const hasOffice = has('soffice', ['--version']);
const hasPython = has('python3', ['--version']);

const formulas = [
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(A1)',
  '＝1+1',
  '\t=1',
  ' =1+1',
  'safe\n=1+1',
  '=HYPERLINK("http://x","y")',
];
const hostile = writerGuide({
  path: 'guides/hostile.md',
  value: { ...Object.fromEntries(formulas.map((text, index) => [`f${index}`, text])), number: -5, list: formulas },
});

const folder = mkdtempSync(join(tmpdir(), 'guidepost-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Every table of the fixtures, by name, as cells. */
let tables: Map<string, string[][]>;
let guides: Guide[];
/** What the program itself writes as JSON, by path. */
let exported: Map<string, unknown>;
beforeAll(async () => {
  guides = ['career-guide', 'interview-guide'].map(shippedType).flatMap((type) =>
    readdirSync(join(root, 'fixtures/guides', type.name)).map((file) => {
      const path = `fixtures/guides/${type.name}/${file}`;
      return bindText(readFileSync(join(root, path), 'utf8'), type, path);
    }),
  );
  const files = csv.writeFiles(guides, { bom: true, locale: 'en' });
  for (const [name, text] of files) writeFileSync(join(folder, name), text);
  writeFileSync(join(folder, 'hostile.csv'), csv.writeAll([hostile], { bom: true, locale: 'en' }));
  const host = testHost({ cwd: resolve(root) });
  await main(['export', 'fixtures/guides', '--format', 'json', '--include-invalid'], host);
  const values = JSON.parse(host.output.stdout) as { readonly path: string }[];
  exported = new Map(values.map((value) => [value.path, value]));
  tables = new Map([...files].map(([name, text]) => [name, cellsByHand(text)]));
});

describe('other readers find in the CSV the values of the JSON', () => {
  test('Papa Parse', () => {
    let compared = 0;
    for (const [name] of tables) {
      const text = readFileSync(join(folder, name), 'utf8');
      compared += expectValues(name, Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: true }).data);
    }
    expect(compared).toBeGreaterThan(2000);
  });

  test.skipIf(!hasPython && !isRequired)('the csv module of Python', () => {
    const script = [
      'import csv, json, sys',
      'read = lambda name: list(csv.reader(open(name, encoding="utf-8-sig", newline="")))',
      'print(json.dumps({name: read(name) for name in sys.argv[1:]}))',
    ].join('\n');
    const names = [...tables.keys()];
    const output = execFileSync('python3', ['-c', script, ...names], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    });
    for (const [name, rows] of Object.entries(JSON.parse(output) as Record<string, string[][]>))
      expectValues(name, rows);
  });
});

describe('LibreOffice', { timeout: 300_000 }, () => {
  test.skipIf(!hasOffice && !isRequired)('opens every table without a formula, with the same cells', () => {
    // Every value is taken as it is; the language is that of the numbers.
    for (const [name, rows] of opened([...tables.keys()], '44,34,76,1,,1033,false,false'))
      expect(rows.map((row) => row.map(({ text }) => text))).toEqual(
        trimmed(tables.get(name.replace('.fods', '.csv')) ?? []),
      );
  });

  test.skipIf(!hasOffice && !isRequired)('even when it is told to evaluate formulas', () => {
    writeFileSync(join(folder, 'control.csv'), 'a,b\r\n=1+1,2\r\n');
    const names = [...tables.keys(), 'hostile.csv', 'control.csv'];
    const files = opened(names, '44,34,76,1,,1033,false,true,false,false,false,-1,true');
    const faulty = [...files].filter(([, rows]) => rows.flat().some(({ isFormula }) => isFormula));
    expect(faulty.map(([name]) => name)).toEqual(['control.fods']);
    expect(files.get('hostile.fods')?.[1]?.some(({ text }) => text === '-5')).toBe(true);
  });
});

/** Each cell below the header is the value that the JSON has at its place; returns how many there are. */
function expectValues(name: string, [header = [], ...rows]: readonly string[][]): number {
  const table = name === 'guides.csv' ? '' : name.replace(/\.csv$/, '');
  const expected = guides.flatMap((guide) =>
    (guideRows(guide).get(table) ?? []).map((row) => ({ row, value: exported.get(guide.document.source.path) })),
  );
  expect(rows.length).toBe(expected.length);
  let compared = 0;
  for (const [at, { row, value }] of expected.entries()) {
    for (const [column, cell] of header.entries()) {
      const pointer = row.pointers.get(cell);
      if (pointer === undefined) continue;
      compared++;
      expect(asValue(rows[at]?.[column] ?? '', valueAt(value, pointer))).toEqual(valueAt(value, pointer));
    }
  }
  return compared;
}

/** What a cell says, read as the kind of value that is expected. */
function asValue(cell: string, expected: unknown): unknown {
  if (Array.isArray(expected)) return cell === '' ? [] : cell.split('; ').map(unguardFormula);
  if (typeof expected === 'number') return Number(cell);
  if (typeof expected === 'boolean') return { true: true, false: false }[cell];
  return expected === null && cell === '' ? null : unguardFormula(cell);
}

interface OfficeCell {
  readonly text: string;
  readonly isFormula: boolean;
}

/** The sheets that LibreOffice makes of CSV files, by file name. */
function opened(names: readonly string[], filter: string): Map<string, OfficeCell[][]> {
  const target = mkdtempSync(join(folder, 'opened-'));
  mkdirSync(join(folder, 'profile'), { recursive: true });
  execFileSync(
    'soffice',
    [
      `-env:UserInstallation=file://${join(folder, 'profile')}`,
      '--headless',
      `--infilter=CSV:${filter}`,
      '--convert-to',
      'fods',
      '--outdir',
      target,
      ...names,
    ],
    { cwd: folder, stdio: 'ignore' },
  );
  const files = readdirSync(target).map((name) => [name, sheetOf(readFileSync(join(target, name), 'utf8'))] as const);
  expect(files.length).toBe(names.length);
  return new Map(files);
}

/** The cells of a flat OpenDocument sheet; empty rows and cells at the ends are left out. */
function sheetOf(xml: string): OfficeCell[][] {
  const rows = [...xml.matchAll(/<table:table-row([^>]*)>(.*?)<\/table:table-row>/gs)];
  const cells = rows.map(([, , row = '']) =>
    [...row.matchAll(/<table:(?:covered-)?table-cell([^>]*?)(?:\/>|>(.*?)<\/table:table-cell>)/gs)].flatMap(
      ([, attributes = '', content = '']) => {
        const repeated = Number(/number-columns-repeated="(\d+)"/.exec(attributes)?.[1] ?? 1);
        const number = /office:value-type="float" office:value="([^"]*)"/.exec(attributes)?.[1];
        const cell = { text: number ?? textOf(content), isFormula: /table:formula=/.test(attributes) };
        return Array.from({ length: Math.min(repeated, 200) }, () => cell);
      },
    ),
  );
  return trimmed(cells, ({ text }) => text === '');
}

function textOf(content: string): string {
  const paragraphs = [...content.matchAll(/<text:p\/>|<text:p[^>]*>(.*?)<\/text:p>/gs)].map(([, text = '']) => text);
  const spaced = paragraphs
    .join('\n')
    .replaceAll(/<text:s(?: text:c="(\d+)")?\/>/g, (_, count: string | undefined) => ' '.repeat(Number(count ?? 1)))
    .replaceAll('<text:tab/>', '\t')
    .replaceAll(/<[^>]*>/g, '');
  const signs: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
  return spaced.replaceAll(/&(\w+);/g, (entity, name: string) => signs[name] ?? entity);
}

/** Rows without the empty cells at their ends, and without empty rows at the end. */
function trimmed<Cell>(rows: readonly (readonly Cell[])[], isEmpty = (cell: Cell): boolean => cell === ''): Cell[][] {
  const short = rows.map((row) => row.slice(0, row.findLastIndex((cell) => !isEmpty(cell)) + 1));
  return short.slice(0, short.findLastIndex((row) => row.length > 0) + 1);
}

/** RFC 4180 in its simplest form, so that no library is asked about itself. */
function cellsByHand(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, separator = '', quoted, bare = ''] of text
    .replace(/^\uFEFF/, '')
    .matchAll(/(^|,|\r\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)) {
    if (separator === '\r\n') rows.push([]);
    rows.at(-1)?.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
  }
  return rows;
}

function has(program: string, argv: readonly string[]): boolean {
  try {
    execFileSync(program, argv, { stdio: 'ignore' });
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ENOENT');
  }
}
