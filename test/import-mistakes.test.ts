import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { main } from '../src/cli.ts';
import { innSchema } from './revise-project.ts';
import { testHost } from './test-host.ts';

const text = { type: 'string' };
const schema = JSON.stringify({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  required: ['title'],
  properties: {
    slug: { ...text, pattern: '^[a-z]+$', 'x-source': { frontMatter: 'slug' } },
    day: { ...text, format: 'date', 'x-source': { frontMatter: 'day' } },
    state: { const: 'open', 'x-source': { frontMatter: 'state' } },
    size: { enum: ['small', 'large'], 'x-source': { frontMatter: 'size' } },
    words: { type: 'array', items: text, minItems: 2, 'x-source': { frontMatter: 'words' } },
    title: { ...text, maxLength: 8, 'x-source': { heading: true } },
    rooms: {
      type: 'array',
      items: { type: 'object', properties: { name: text, beds: { type: 'integer', 'x-parse': 'integer' } } },
      'x-source': { section: { name: 'Rooms' }, table: { columns: { name: ['Room'], beds: ['Beds'] } } },
    },
    steps: { type: 'array', items: text, 'x-source': { section: { name: 'Steps' }, items: 'list' } },
    extra: { type: 'object', properties: { note: { ...text, 'x-source': { section: { name: 'Note' } } } } },
  },
});

/** What an import says of each of some guides, without their places. */
async function mistakesOf(values: readonly object[], locale: string): Promise<string[][]> {
  const lines = values.map((value) => `${JSON.stringify({ title: 'Inn', ...value })}\n`);
  const host = testHost({ files: { 'inn.schema.json': schema }, stdin: lines.join('') });
  await main(['import', '-', '--type', 'inn.schema.json', '--out', 'back', '--locale', locale], host);
  const said = [...host.output.stderr.matchAll(/^stdin:(\d+):\d+: (\/.*)$/gm)];
  return values.map((_, index) => said.flatMap(([, line, text = '']) => (Number(line) === index + 1 ? text : [])));
}

describe('what is wrong with a value of JSON', () => {
  const mistaken: [object, string, string][] = [
    [
      { slug: 'The Inn' },
      '/slug: "The Inn" does not have the form ^[a-z]+$',
      '/slug: "The Inn"は決められた形式（^[a-z]+$）になっていません',
    ],
    [
      { day: '2024-02-30' },
      '/day: "2024-02-30" does not have the form date',
      '/day: "2024-02-30"は決められた形式（date）になっていません',
    ],
    [{ state: 'shut' }, '/state: "shut" is none of the choices: "open"', '/state: "shut"は選択肢にありません："open"'],
    [
      { size: 3 },
      '/size: 3 is none of the choices: "small", "large"',
      '/size: 3は選択肢にありません："small"、"large"',
    ],
    [
      { words: [] },
      '/words: At least 2 are needed here, there are none',
      '/words: ここには2件以上が必要ですが、1件もありません',
    ],
    [
      { words: ['海'] },
      '/words: At least 2 are needed here, there is 1',
      '/words: ここには2件以上が必要ですが、1件しかありません',
    ],
    [{ words: '海' }, '/words: Expected a list here, found "海"', '/words: ここにはリストが必要ですが、"海"があります'],
    [
      { title: '海の見える丘の上の宿' },
      '/title: This value fails "maxLength": 8',
      '/title: この値は「maxLength」の条件を満たしていません：8',
    ],
    [
      { rooms: [{ name: '松', beds: 'two' }] },
      '/rooms/0/beds: Expected a whole number here, found "two"',
      '/rooms/0/beds: ここには整数が必要ですが、"two"があります',
    ],
  ];
  it.each(['en', 'ja'])('in the language %s', async (locale) => {
    const said = await mistakesOf(
      mistaken.map(([value]) => value),
      locale,
    );
    expect(said).toEqual(mistaken.map(([, en, ja]) => [locale === 'en' ? en : ja]));
  });

  it('that does not read back', async () => {
    const unread = 'This value would not read back from Markdown as it is; it may contradict the text beside it';
    const cases: [object, string[]][] = [
      [{ rooms: [{ name: '松', beds: 2 }], steps: ['book'], extra: { note: 'quiet' }, words: ['海', '山'] }, []],
      [{ rooms: [], steps: [], extra: {}, slug: null }, ['/slug: Expected a text here, found null']],
      [{ steps: ['book', ' '] }, [`/steps/1: ${unread}`]],
      [{ extra: { note: '' } }, []],
      [{ rooms: [{ name: '松', 'a|b': 'x' }] }, []],
    ];
    const said = await mistakesOf(
      cases.map(([value]) => value),
      'en',
    );
    expect(said).toEqual(cases.map(([, mistakes]) => mistakes));
  });
});

const guide = `---
slug: inn
words: [sea, hill]
---

# 海の宿

## 部屋

| 部屋 | ベッド | 風呂 | 開始日 | 眺め |
| --- | --- | --- | --- | --- |
| 松 | 2 | ○ | 2024/05/03 | 海、山 |
| 竹 | 1 | × | | 庭 |
`;

/** The guide's lines that an import of some tables adds, then what it says. */
async function imported(files: Readonly<Record<string, string>>, ...flags: string[]): Promise<[string[], string[]]> {
  const tables = Object.keys(files);
  const host = testHost({
    files: { '.git/HEAD': '', 'inn.schema.json': JSON.stringify(innSchema), 'guides/inn.md': guide, ...files },
  });
  await main(['import', ...tables, '--guides', 'guides', '--type', 'inn.schema.json', ...flags], host);
  const before = guide.split('\n');
  const after = readFileSync(join(host.cwd, 'guides/inn.md'), 'utf8').split('\n');
  return [after.filter((line) => !before.includes(line)), host.output.stderr.trim().split('\n')];
}

const noHash = (path: string): string =>
  `${path}:1: without the column "hash", what others changed in the guides since the export goes unnoticed`;

describe('tables made by hand', () => {
  it('are known by their columns, whatever they are called', async () => {
    const table = 'guide,index,name,beds,bath,since,views\ninn,0,松,3,いいえ,2026/11/29,海; 空; 山\n';
    expect(await imported({ 'everything.csv': table })).toEqual([
      ['| 松 | 3 | × | 2026/11/29 | 海、空、山 |'],
      [
        noHash('everything.csv'),
        'everything.csv:2: row 1 of inn is missing; rows are not removed by import',
        '4 cells changed in 1 guide.',
      ],
    ]);
  });

  it('may leave cells out, and be copies', async () => {
    expect(await imported({ 'rooms (1).csv': 'guide,index,beds\ninn,0,\ninn,1\n' })).toEqual([
      ['| 松 |  | ○ | 2024/05/03 | 海、山 |'],
      [noHash('rooms (1).csv'), '1 cell changed in 1 guide.'],
    ]);
  });

  it('that want two values in one place are both refused', async () => {
    const a = 'guide,index,beds\ninn,0,5\ninn,1,4\n';
    const b = 'guide,index,beds\ninn,0,6\ninn,1,4\n';
    expect(await imported({ 'rooms.csv': a, 'more/rooms.csv': b })).toEqual([
      ['| 竹 | 4 | × | | 庭 |'],
      [
        noHash('rooms.csv'),
        noHash('more/rooms.csv'),
        'more/rooms.csv:2: beds of inn has another value in rooms.csv:2; neither is written',
        '1 cell changed in 1 guide, 1 not written.',
      ],
    ]);
  });

  it('name an unknown guide once, and the nearest one', async () => {
    const table = 'guide,index,beds\nin,0,5\nin,1,4\nhotel,0,3\nhotel,1,3\n';
    expect(await imported({ 'rooms.csv': table })).toEqual([
      [],
      [
        noHash('rooms.csv'),
        'rooms.csv:2: there is no guide "in" here; did you mean "inn"?',
        'rooms.csv:4: there is no guide "hotel" here; name the folder of the guides with --guides',
        '0 cells changed in 0 guides, 2 not written.',
      ],
    ]);
  });

  it.each([
    ['rooms.csv', 'guide,index,bath\ninn,0,ときどき\n', 'rooms.csv:2: bath of inn: "ときどき" is not true or false'],
    ['rooms.csv', 'guide,index,beds\ninn,0,二\n', 'rooms.csv:2: beds of inn: "二" is no number'],
    [
      'rooms.csv',
      'guide,index,部屋の鍵\ninn,0,5\n',
      'rooms.csv:1: the table "rooms" has no column "部屋の鍵", its cells are not read',
    ],
    [
      'rooms.csv',
      'guide,index,beds\ninn,7,5\n',
      'rooms.csv:2: inn has no such row; rows cannot be added by import, write this one in the guide',
    ],
    [
      'guides.csv',
      'guide,type\ninn,hotel\n',
      'guides.csv:2: type of inn is not part of the text and cannot be changed here',
    ],
  ])('%s: %j', async (path, table, message) => {
    const [lines, said] = await imported({ [path]: table });
    expect(lines).toEqual([]);
    expect(said).toContain(message);
  });

  it.each([
    [
      { 'rooms.csv': 'guide,index,beds\ninn,0,"5\n' },
      [],
      'rooms.csv:2: This is no CSV table, because nothing closes a quotation mark of this row; mend the quotation marks here, or export anew.',
    ],
    [
      { 'x.csv': 'guide,a,b\ninn,1,2\n' },
      [],
      'x.csv: Neither its name nor its columns say which table this is; pass it alone with --table guides, --table rooms.',
    ],
    [
      { 'rooms.csv': 'guide,index,beds\ninn,0,5\n' },
      ['--table', 'people'],
      'rooms.csv: Neither its name nor its columns say which table this is; pass it alone with --table guides, --table rooms.',
    ],
  ])('%j %j cannot be used', async (files, flags, message) => {
    expect(await imported(files, ...flags)).toEqual([[], [`guidepost: ${message}`]]);
  });
});
