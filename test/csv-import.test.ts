import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { main } from '../src/cli.ts';
import { root } from './bind-fixture.ts';
import { TableFile } from './table-file.ts';
import { type TestHost, testHost } from './test-host.ts';

/** A folder with the fixture guides, and their tables in `tables`. */
async function project(...flags: string[]): Promise<TestHost> {
  const host = testHost();
  cpSync(join(root, 'fixtures/guides/career-guide'), join(host.cwd, 'guides'), { recursive: true });
  await main(['export', 'guides', '--format', 'csv', '--out', 'tables', '--include-invalid', ...flags], host);
  host.output.stderr = '';
  return host;
}

function guide(host: TestHost, name: string): string {
  return readFileSync(join(host.cwd, 'guides', `${name}.md`), 'utf8');
}

function table(host: TestHost, name: string): TableFile {
  return new TableFile(join(host.cwd, 'tables', `${name}.csv`));
}

/** The lines of a guide that differ from the fixture's: `-old`, `+new`. */
function changedLines(host: TestHost, name: string): string[] {
  const before = readFileSync(join(root, 'fixtures/guides/career-guide', `${name}.md`), 'utf8').split('\n');
  const after = guide(host, name).split('\n');
  return [
    ...before.filter((line) => !after.includes(line)).map((line) => `-${line}`),
    ...after.filter((line) => !before.includes(line)).map((line) => `+${line}`),
  ];
}

let shared: TestHost;
beforeAll(async () => {
  shared = await project();
});

/** A copy of the project, which costs no export. */
function copy(): TestHost {
  const host = testHost();
  cpSync(shared.cwd, host.cwd, { recursive: true });
  return host;
}

async function imported(host: TestHost, ...flags: string[]): Promise<number> {
  host.output.stderr = '';
  return main(['import', 'tables', ...flags], host);
}

describe('what is written into the guides', () => {
  test('tables that nobody edited change nothing', async () => {
    const host = copy();
    expect(await imported(host)).toBe(0);
    expect(host.output.stderr).toBe('0 cells changed in 0 guides.\n');
    for (const name of readdirSync(join(host.cwd, 'guides')))
      expect(changedLines(host, name.replace('.md', ''))).toEqual([]);
  });

  test('a number goes back into the text that it was read from, in the style of the cell', async () => {
    const host = copy();
    table(host, 'salary.bands')
      .set('museum_curator 0', 'range.min', '3000000')
      .set('ship_navigator 2', 'range.max', '12500000')
      .set('court_interpreter 0', 'range.min', '25500')
      .set('bicycle_mechanic 0', 'range.max', '3400000')
      .set('sake_brewer 3', 'range.openEnded', 'FALSE')
      .save();
    expect(await imported(host)).toBe(0);
    expect(guide(host, 'museum_curator')).toContain('| ジュニア (0-3年) | 300 〜 360 |');
    expect(guide(host, 'ship_navigator')).toContain('| ８００～１，２５０ |');
    expect(guide(host, 'court_interpreter')).toContain('| $25.5k - $36k |');
    expect(guide(host, 'bicycle_mechanic')).toContain('| ¥2,600,000–¥3,400,000 |');
    expect(guide(host, 'sake_brewer')).toContain('| 700〜1,000 |');
    expect(host.output.stderr).toBe('5 cells changed in 5 guides.\n');
  });

  test('both ends of a range, and a text with what is read from it', async () => {
    const host = copy();
    table(host, 'salary.bands')
      .set('museum_curator 0', 'range.min', '4000000')
      .set('museum_curator 0', 'range.max', '5200000')
      .set('museum_curator 1', 'range.text', '380〜520')
      .set('museum_curator 2', 'experience.text', '8年以上')
      .save();
    expect(await imported(host)).toBe(0);
    expect(changedLines(host, 'museum_curator').filter((line) => line.startsWith('+'))).toEqual([
      '+| ジュニア (0-3年) | 400 〜 520 | 任期付きの職も多く、資料整理と展示の補助から始める。 |',
      '+| ミドル (3-7年) | 380〜520 | 担当分野の収集と調査を受け持ち、小規模な展示を企画する。 |',
      '+| シニア (8年以上/リード) | 500 〜 700 | 特別展の主担当や係長として、予算と外部交渉を引き受ける。 |',
    ]);
  });

  test('bars, line ends and asterisks in a cell stay what they are', async () => {
    const host = copy();
    table(host, 'salary.bands').set('pharmacist 0', 'notes', '調剤|監査\n*夜勤*あり').save();
    expect(await imported(host)).toBe(0);
    expect(guide(host, 'pharmacist')).toContain('調剤\\|監査<br>\\*夜勤\\*あり |');
    await main(['export', 'guides/pharmacist.md', '--format', 'csv', '--out', 'tables', '--include-invalid'], host);
    expect(table(host, 'salary.bands').get('pharmacist 0', 'notes')).toBe('調剤|監査\n*夜勤*あり');
  });

  test('lists of front matter in YAML, JSON and TOML, and hashtags', async () => {
    const host = copy();
    const guides = table(host, 'guides');
    guides
      .set('museum_curator', 'meta.tags', '学芸員; アート; 展覧会; 文化財; 教育普及; 国家資格; 展示')
      .set('museum_curator', 'tags', '学芸員; アート; 展覧会; 文化財; 教育普及')
      .set('sake_brewer', 'meta.related_jobs', 'pharmacist; ship_navigator; bicycle_mechanic')
      .set('bicycle_mechanic', 'meta.related_jobs', 'landscape_gardener; sake_brewer; pharmacist')
      .save();
    expect(await imported(host)).toBe(0);
    expect(guide(host, 'museum_curator')).toContain(
      'tags:\n  - 学芸員\n  - アート\n  - 展覧会\n  - 文化財\n  - 教育普及\n  - 国家資格\n  - 展示\nthumbnail:',
    );
    expect(guide(host, 'museum_curator')).toContain('\n`#学芸員`\n`#アート`\n`#展覧会`\n`#文化財`\n`#教育普及`\n');
    expect(guide(host, 'sake_brewer')).toContain(
      '"related_jobs": [\n    "pharmacist",\n    "ship_navigator",\n    "bicycle_mechanic"\n  ]',
    );
    expect(guide(host, 'bicycle_mechanic')).toContain(
      'related_jobs = ["landscape_gardener", "sake_brewer", "pharmacist"]',
    );
  });

  test('titles, prose, labelled texts and answers, each at its place', async () => {
    const host = copy();
    const overview = table(host, 'guides').get('museum_curator', 'overview');
    table(host, 'guides')
      .set('museum_curator', 'meta.title', '学芸員: 資料を「守り」伝える仕事 #1')
      .set('museum_curator', 'overview', overview.replace('専門職です', '国家資格の専門職です'))
      .set('court_interpreter', 'title', '[Complete Guide] Court Interpreter: A Fair Voice for Everyone')
      .save();
    table(host, 'duties').set('museum_curator 0', 'title', '資料の収集と受け入れ').save();
    table(host, 'duties.details').set('court_interpreter 0 0', 'text', 'They build a glossary for each case.').save();
    table(host, 'interview').set('museum_curator 2', 'answer', '学び直した経験を具体的に示す。').save();
    expect(await imported(host)).toBe(0);
    expect(changedLines(host, 'museum_curator').filter((line) => line.startsWith('+'))).toEqual([
      '+title: "学芸員: 資料を「守り」伝える仕事 #1"',
      expect.stringContaining('+学芸員は、博物館法に定められた国家資格の専門職です。資料の収集'),
      '+### 1. 資料の収集と受け入れ',
      '+  - **A.** 学び直した経験を具体的に示す。',
    ]);
    expect(changedLines(host, 'court_interpreter').filter((line) => line.startsWith('+'))).toEqual([
      '+# [Complete Guide] Court Interpreter: A Fair Voice for Everyone',
      '+- **What they do:** They build a glossary for each case.',
    ]);
  });

  test('a key that the front matter did not have', async () => {
    const host = copy();
    const guides = table(host, 'guides');
    for (const key of ['museum_curator', 'sake_brewer', 'bicycle_mechanic'])
      guides.set(key, 'meta.published_at', '2026/11/3');
    guides.save();
    expect(await imported(host)).toBe(0);
    expect(guide(host, 'museum_curator')).toContain('\npublished_at: 2026-11-03\n---\n');
    expect(guide(host, 'sake_brewer')).toContain('",\n  "published_at": "2026-11-03"\n}\n---\n');
    expect(guide(host, 'bicycle_mechanic')).toContain('\npublished_at = 2026-11-03\n+++\n');
  });

  test('byte order mark and CRLF of a guide stay', async () => {
    const host = copy();
    const path = join(host.cwd, 'guides/ship_navigator.md');
    const crlf = guide(host, 'ship_navigator').replaceAll(/\r?\n/g, '\r\n');
    writeFileSync(path, crlf);
    await main(['export', 'guides', '--format', 'csv', '--out', 'tables', '--include-invalid'], host);
    const summary = table(host, 'guides').get('ship_navigator', 'summary');
    table(host, 'guides').set('ship_navigator', 'summary', `${summary}\n\n海は待っています。`).save();
    expect(await imported(host)).toBe(0);
    const after = readFileSync(path, 'utf8');
    expect(after).toMatch(/^\uFEFF---json\r\n/);
    expect(after.replace('\r\n\r\n海は待っています。', '')).toBe(crlf);
  });
});

describe('what spreadsheets do to a table', () => {
  test('semicolons or tabs, formats of numbers, TRUE, CRLF in cells, and a copy of the file', async () => {
    const host = copy();
    const bands = table(host, 'salary.bands');
    for (const row of bands.rows) row[6] = `¥${Number(row[6]).toLocaleString('en')}`;
    for (const row of bands.rows) row[8] = row[8]?.toUpperCase() ?? '';
    bands.set('sake_brewer 0', 'notes', '洗米と清掃から始める。').save({ delimiter: ';' });
    const guides = table(host, 'guides');
    for (const row of guides.rows) row.splice(0, row.length, ...row.map((cell) => cell.replaceAll('\n', '\r\n')));
    guides.save({ delimiter: '\t', path: join(host.cwd, 'tables/guides - コピー.csv') });
    expect(await imported(host)).toBe(0);
    expect(host.output.stderr).toBe('1 cell changed in 1 guide.\n');
    expect(changedLines(host, 'sake_brewer')).toHaveLength(2);
  });

  test('rows may be sorted and left out, columns moved and removed', async () => {
    const host = copy();
    const bands = table(host, 'salary.bands');
    bands.set('sake_brewer 0', 'notes', '洗米と清掃から始める。');
    bands.rows.reverse();
    const kept = ['notes', 'index', 'hash', 'guide'].map((name) => bands.header.indexOf(name));
    const lines = [bands.header, ...bands.rows].map((row) => kept.map((index) => `"${row[index]}"`).join(','));
    writeFileSync(join(host.cwd, 'notes.csv'), lines.join('\r\n'));
    expect(await main(['import', 'notes.csv', '--table', 'salary.bands', '--guides', 'guides'], host)).toBe(0);
    expect(changedLines(host, 'sake_brewer')).toHaveLength(2);
  });

  test('a table in another encoding is refused before anything is written', async () => {
    const host = copy();
    writeFileSync(
      join(host.cwd, 'tables/sjis.csv'),
      Buffer.from('guide,title\r\nx,\x8a\x77\x8c\x7c\x88\xf5\r\n', 'latin1'),
    );
    expect(await imported(host)).toBe(2);
    expect(host.output.stderr).toMatch(/sjis\.csv.*Shift_JIS.*CSV UTF-8/s);
  });
});

describe('--diff', () => {
  test('shows the changes as a patch and writes nothing', async () => {
    const host = copy();
    table(host, 'salary.bands').set('museum_curator 0', 'range.min', '3000000').save();
    expect(await imported(host, '--diff')).toBe(0);
    expect(host.output.stdout).toContain('--- a/guides/museum_curator.md\n+++ b/guides/museum_curator.md\n');
    expect(host.output.stdout.match(/^[-+]\|.*/gm)).toEqual([
      '-| ジュニア (0-3年) | 280 〜 360 | 任期付きの職も多く、資料整理と展示の補助から始める。 |',
      '+| ジュニア (0-3年) | 300 〜 360 | 任期付きの職も多く、資料整理と展示の補助から始める。 |',
    ]);
    expect(host.output.stderr).toBe('1 cell would change in 1 guide.\n');
    expect(changedLines(host, 'museum_curator')).toEqual([]);
  });
});

describe('conflicts', () => {
  test('a cell that both sides changed is reported and not overwritten; other cells are written', async () => {
    const host = copy();
    const path = join(host.cwd, 'guides/museum_curator.md');
    const theirs = guide(host, 'museum_curator')
      .replace('### 1. 資料の収集\n', '### 1. 資料の収集と登録\n')
      .replace('| 280 〜 360 |', '| 290 〜 360 |');
    writeFileSync(path, theirs);
    table(host, 'duties').set('museum_curator 0', 'title', '資料集め').save();
    table(host, 'salary.bands')
      .set('museum_curator 0', 'notes', '任期付きの職が多い。')
      .set('museum_curator 1', 'range.text', '380 〜 500')
      .save();
    expect(await imported(host)).toBe(1);
    expect(host.output.stderr).toMatch(/tables\/duties\.csv:\d+: conflict, title of museum_curator/);
    // Somebody else worked on the same row: it may not be the row it was.
    expect(host.output.stderr).toMatch(/tables\/salary\.bands\.csv:\d+: conflict, notes of museum_curator/);
    expect(guide(host, 'museum_curator')).toBe(theirs.replace('| 360 〜 500 |', '| 380 〜 500 |'));
  });

  test('what only the guide changed is left alone', async () => {
    const host = copy();
    const theirs = guide(host, 'museum_curator').replace('任期付きの職も多く', '任期付きの職が多く');
    writeFileSync(join(host.cwd, 'guides/museum_curator.md'), theirs);
    expect(await imported(host)).toBe(0);
    expect(guide(host, 'museum_curator')).toBe(theirs);
  });

  test('a row that moved since the export is not taken for another one', async () => {
    const host = copy();
    const row = '| 見習い (0年) | 250 〜 280 | 任期付きの職も多く、資料整理と展示の補助から始める。 |\n';
    const theirs = guide(host, 'museum_curator').replace('| ジュニア (0-3年) |', `${row}| ジュニア (0-3年) |`);
    writeFileSync(join(host.cwd, 'guides/museum_curator.md'), theirs);
    table(host, 'salary.bands').set('museum_curator 0', 'notes', '補助から始める。').save();
    expect(await imported(host)).toBe(1);
    expect(guide(host, 'museum_curator')).toBe(theirs);
  });

  test('an import can be repeated after its refused cells were corrected', async () => {
    const host = copy();
    table(host, 'salary.bands')
      .set('museum_curator 0', 'range.min', '三百')
      .set('museum_curator 1', 'range.text', '380 〜 500')
      .save();
    expect(await imported(host)).toBe(1);
    expect(host.output.stderr).toMatch(/salary\.bands\.csv:\d+: range\.min of museum_curator: "三百" is no number/);
    table(host, 'salary.bands').set('museum_curator 0', 'range.min', '3000000').save();
    expect(await imported(host)).toBe(0);
    expect(changedLines(host, 'museum_curator')).toHaveLength(4);
  });
});

describe('what cannot be written is said, with the line of the table', () => {
  test.each([
    [
      'edits that exclude each other',
      { 'range.min': '2900000', 'range.text': '300〜380' },
      /:\d+: range\.min of sake_brewer .*contradicts/,
    ],
    ['a value that no text gives', { 'range.max': '' }, /:\d+: range\.max of sake_brewer was not written/],
    ['no number', { 'range.min': 'about 3' }, /:\d+: range\.min of sake_brewer: "about 3" is no number/],
    [
      'another guide',
      { guide: 'sake_brower' },
      /:\d+: there is no guide "sake_brower" here; did you mean "sake_brewer"\?/,
    ],
    ['a new row', { index: '9' }, /:\d+: sake_brewer has no such row/],
  ])('%s', async (_, cells, message) => {
    const host = copy();
    const bands = table(host, 'salary.bands');
    for (const [column, cell] of Object.entries(cells)) bands.set('sake_brewer 0', column, cell);
    bands.save();
    expect(await imported(host)).toBe(1);
    expect(host.output.stderr).toMatch(message);
    expect(changedLines(host, 'sake_brewer')).toEqual([]);
  });

  test('a sub-heading that several rows show changes for all of them or for none', async () => {
    const host = copy();
    const questions = table(host, 'interview').set('museum_curator 0', 'group', '志望動機');
    questions.save();
    expect(await imported(host)).toBe(1);
    expect(host.output.stderr).toContain('give all of them the same value');
    expect(changedLines(host, 'museum_curator')).toEqual([]);
    for (const index of [1, 2, 3]) questions.set(`museum_curator ${index}`, 'group', '志望動機');
    questions.save();
    expect(await imported(host)).toBe(0);
    expect(changedLines(host, 'museum_curator')).toEqual(['-### 志望と研究', '+### 志望動機']);
  });

  test.each([
    ['the second changes it', (row: string) => [row, row.replace('ジュニア', '見習い')]],
    ['the first changes it', (row: string) => [row.replace('ジュニア', '見習い'), row]],
  ])('a row that is there twice, with other words: %s', async (_name, twice) => {
    const host = copy();
    const path = join(host.cwd, 'tables/salary.bands.csv');
    const rows = readFileSync(path, 'utf8').split('\r\n');
    const at = rows.findIndex((row) => row.startsWith('museum_curator,0,'));
    writeFileSync(path, rows.toSpliced(at, 1, ...twice(rows[at] ?? '')).join('\r\n'));
    expect(await imported(host)).toBe(1);
    expect(host.output.stderr).toContain(
      `tables/salary.bands.csv:${at + 2}: level of museum_curator has another value in tables/salary.bands.csv:${at + 1}; neither is written`,
    );
    expect(changedLines(host, 'museum_curator')).toEqual([]);
  });

  test('a row that is there twice with the same words is as good as once', async () => {
    const host = copy();
    const path = join(host.cwd, 'tables/salary.bands.csv');
    const rows = readFileSync(path, 'utf8').split('\r\n');
    const at = rows.findIndex((row) => row.startsWith('museum_curator,0,'));
    const row = rows[at]?.replace('ジュニア', '見習い') ?? '';
    writeFileSync(path, rows.toSpliced(at, 1, row, row).join('\r\n'));
    expect(await imported(host)).toBe(0);
    expect(host.output.stderr).toBe('1 cell changed in 1 guide.\n');
    expect(guide(host, 'museum_curator')).toContain('| 見習い (0-3年) |');
  });

  test('the line is that of the file, also below cells of several lines', async () => {
    const host = copy();
    const guides = table(host, 'guides').set('sake_brewer', 'path', 'guides/elsewhere.md');
    guides.save();
    const lines = readFileSync(join(host.cwd, 'tables/guides.csv'), 'utf8').split(/\r\n|\n/);
    const line = lines.findIndex((text) => text.startsWith('sake_brewer,')) + 1;
    expect(line).toBeGreaterThan(guides.rows.length);
    expect(await imported(host)).toBe(1);
    expect(host.output.stderr).toContain(`tables/guides.csv:${line}: path of sake_brewer is not part of the text`);
  });

  test('an unknown column, with the nearest one', async () => {
    const host = copy();
    const path = join(host.cwd, 'tables/salary.bands.csv');
    writeFileSync(path, readFileSync(path, 'utf8').replace(',notes,', ',note,'));
    expect(await imported(host)).toBe(1);
    expect(host.output.stderr).toContain(
      'tables/salary.bands.csv:1: the table "salary.bands" has no column "note"; did you mean "notes"?',
    );
  });

  test('in Japanese', async () => {
    const host = copy();
    table(host, 'salary.bands').set('sake_brewer 0', 'range.min', '三百').save();
    expect(await imported(host, '--locale', 'ja')).toBe(1);
    expect(host.output.stderr).toMatch(/:\d+: sake_brewerのrange\.min「三百」は数値ではありません\n/);
    expect(host.output.stderr).toContain('0件のガイドで0個のセルを変更しました（1個は書き込んでいません）。');
  });
});

describe('a faulty call', () => {
  test.each([
    [['import', 'gone.csv'], /There is no file or folder "gone\.csv"/],
    [['import', 'guides'], /The folder "guides" holds no table/],
    [['import', 'tables', 'a.json'], /cannot be imported in one run/],
    [['import', 'tables', '--out', 'x'], /--out is for JSON/],
    [['import', 'a.json', '--diff'], /--diff is for CSV tables/],
    [
      ['import', 'skills.csv', '--guides', 'guides'],
      /which table this is.*--table skills\.technical, --table skills\.soft/,
    ],
    [['export', 'guides', '--format', 'csv', '--table', 'salary.band'], /did you mean "salary\.bands"\?/],
    [['export', 'guides', '--table', 'salary.bands'], /--table is for tables; add --format csv/],
    [['export', 'guides', '--format', 'csv', '--delimiter', '|'], /--delimiter takes one of/],
  ])('%j', async (argv, message) => {
    const host = copy();
    writeFileSync(join(host.cwd, 'a.json'), '{}');
    writeFileSync(join(host.cwd, 'skills.csv'), 'guide,index,name,description\r\npharmacist,0,a,b\r\n');
    expect(await main(argv, host)).toBe(2);
    expect(host.output.stderr).toMatch(message);
  });
});
