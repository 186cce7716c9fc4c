import { describe, expect, test } from 'vitest';
import { UserError } from '../src/errors.ts';
import type { SchemaNode } from '../src/model.ts';
import { csv } from '../src/writers/csv.ts';
import { guardFormula, unguardFormula } from '../src/writers/guard-formula.ts';
import { writerGuide } from './writer-guide.ts';

const text: SchemaNode = { type: 'string' };
const schema: SchemaNode = {
  type: 'object',
  properties: {
    path: text,
    meta: {
      type: 'object',
      properties: { slug: text, keywords: { type: 'array', items: text }, draft: { type: 'boolean' } },
    },
    title: text,
    crew: {
      type: 'object',
      properties: {
        ranks: {
          type: 'array',
          items: {
            type: 'object',
            properties: {
              name: text,
              pay: { type: 'object', properties: { min: { type: 'integer' }, openEnded: { type: 'boolean' } } },
              notes: { type: 'array', items: { type: 'object', properties: { label: text, text } } },
            },
          },
        },
        note: text,
      },
    },
    closing: { type: ['string', 'null'] },
  },
};

const lighthouse = writerGuide({
  path: 'guides/lighthouse.md',
  schema,
  value: {
    title: '灯台守の仕事',
    path: 'guides/lighthouse.md',
    meta: { slug: 'lighthouse_keeper', keywords: ['灯台', '=HYPERLINK("x")'], draft: false },
    crew: {
      note: 'He said "aye",\nthen left',
      ranks: [
        { name: '見習い', pay: { min: -5, openEnded: true }, notes: [{ label: '服', text: '支給' }] },
        { name: '主任', pay: { min: 4_000_000, openEnded: false }, notes: [], 勤務地: '-1+1' },
      ],
    },
    closing: null,
  },
});
const bare = writerGuide({ path: 'guides/pilot.md', schema, value: { title: 'Pilot', path: 'guides/pilot.md' } });
const options = { bom: false, locale: 'en' } as const;

describe('one table for all guides', () => {
  test('has the scalars of the schema as dotted columns, CRLF, and leaves arrays of objects out', () => {
    expect(csv.writeAll([lighthouse, bare], options)).toBe(
      'path,meta.slug,meta.keywords,meta.draft,title,crew.note,closing\r\n' +
        `guides/lighthouse.md,lighthouse_keeper,"灯台; '=HYPERLINK(""x"")",false,灯台守の仕事,"He said ""aye"",\nthen left",\r\n` +
        'guides/pilot.md,,,,Pilot,,\r\n',
    );
  });

  test('--columns selects and orders; an array of objects is JSON, a column of it a list', () => {
    const columns = ['title', 'crew.ranks.pay.min', 'crew.ranks.notes', 'meta.slug'];
    expect(csv.writeAll([lighthouse, bare], { ...options, columns })).toBe(
      'title,crew.ranks.pay.min,crew.ranks.notes,meta.slug\r\n' +
        '灯台守の仕事,-5; 4000000,"[{""label"":""服"",""text"":""支給""}]",lighthouse_keeper\r\n' +
        'Pilot,,,\r\n',
    );
  });

  test('a value that the schema does not know comes last', () => {
    const guide = writerGuide({ schema, value: { extra: { colour: 'red' }, title: 'T' } });
    expect(csv.writeAll([guide], options).split('\r\n')[0]).toMatch(/,closing,extra\.colour$/);
  });

  test.each([
    ['meta.slgu', 'meta.slug'],
    ['slug', 'meta.slug'],
    ['Title', 'title'],
    ['crew.rank', 'crew.ranks'],
  ])('unknown column %s is refused, naming %s', (column, nearest) => {
    const write = (): string => csv.writeAll([lighthouse], { ...options, columns: ['title', column] });
    expect(write).toThrow(UserError);
    expect(write).toThrow(`"${column}"`);
    expect(write).toThrow(`did you mean "${nearest}"`);
    const inJapanese = (): string => csv.writeAll([lighthouse], { ...options, locale: 'ja', columns: [column] });
    expect(inJapanese).toThrow(`「${nearest}」のことではありませんか。`);
  });

  test('--bom puts a byte order mark first, once', () => {
    const marked = csv.writeAll([bare], { ...options, bom: true });
    expect(marked.lastIndexOf('\ufeff')).toBe(0);
    expect(csv.writeAll([bare], options)).not.toContain('\ufeff');
  });

  test('booleans, numbers and cells with line ends of any kind survive', () => {
    const value = { flag: true, count: -0.5, large: 1e21, unix: 'a\nb', mac: 'a\rb', comma: 'a,b', space: ' a ' };
    expect(csv.writeAll([writerGuide({ value })], options)).toBe(
      'flag,count,large,unix,mac,comma,space\r\ntrue,-0.5,1e+21,"a\nb","a\rb","a,b", a \r\n',
    );
  });
});

/** A table without its last column, the hash. */
function withoutHash(table: string | undefined): string | undefined {
  return table?.replaceAll(/,(?:hash|g[0-9a-f]{12}:[\w-]*)\r\n/g, '\r\n');
}

describe('a folder of tables', () => {
  const files = csv.writeFiles([lighthouse, bare], options);

  test('has one for the guides and one for each array of objects', () => {
    expect([...files.keys()]).toEqual(['guides.csv', 'crew.ranks.csv', 'crew.ranks.notes.csv']);
  });

  test('keys every row by slug, or by file name, and by position', () => {
    expect(files.get('guides.csv')).toMatch(/^guide,path,/);
    expect(files.get('guides.csv')).toContain('\r\npilot,guides/pilot.md,');
    expect(withoutHash(files.get('crew.ranks.csv'))).toBe(
      'guide,index,name,pay.min,pay.openEnded,勤務地\r\n' +
        'lighthouse_keeper,0,見習い,-5,true,\r\n' +
        "lighthouse_keeper,1,主任,4000000,false,'-1+1\r\n",
    );
    expect(withoutHash(files.get('crew.ranks.notes.csv'))).toBe(
      'guide,crew.ranks.index,index,label,text\r\nlighthouse_keeper,0,0,服,支給\r\n',
    );
  });

  test('keeps a table that no guide fills, with its header', () => {
    expect(csv.writeFiles([bare], options).get('crew.ranks.csv')).toBe(
      'guide,index,name,pay.min,pay.openEnded,hash\r\n',
    );
  });

  test('tells guides of one slug apart', () => {
    const twice = csv.writeFiles([lighthouse, lighthouse], { ...options, columns: ['title'] });
    expect(withoutHash(twice.get('guides.csv'))).toBe(
      'guide,title\r\nlighthouse_keeper,灯台守の仕事\r\nlighthouse_keeper-2,灯台守の仕事\r\n',
    );
  });

  test('--columns also chooses the tables', () => {
    const chosen = csv.writeFiles([lighthouse], { ...options, columns: ['crew.ranks.pay.min', 'crew.ranks.name'] });
    expect([...chosen.keys()]).toEqual(['crew.ranks.csv']);
    expect(withoutHash(chosen.get('crew.ranks.csv'))).toMatch(
      /^guide,index,pay\.min,name\r\nlighthouse_keeper,0,-5,見習い\r\n/,
    );
  });

  test('file names cannot leave the folder or meet', () => {
    const value = { '../../evil': [{ a: 1 }], guides: [{ a: 1 }], Guides: [{ a: 1 }] };
    const names = [...csv.writeFiles([writerGuide({ value })], options).keys()];
    expect(names).toEqual(['guides.csv', '-..-evil.csv', 'guides-2.csv', 'Guides-3.csv']);
  });
});

describe('one table alone', () => {
  const ranks = { ...options, table: 'crew.ranks' };

  test('is the table of the folder, on stdout', () => {
    const file = csv.writeFiles([lighthouse, bare], options).get('crew.ranks.csv');
    expect(csv.writeAll([lighthouse, bare], ranks)).toBe(file);
    expect([...csv.writeFiles([lighthouse, bare], ranks)]).toEqual([['crew.ranks.csv', file]]);
  });

  test('takes its columns by their short names as well', () => {
    const columns = ['pay.min', 'crew.ranks.name'];
    expect(withoutHash(csv.writeAll([lighthouse], { ...ranks, columns }))).toBe(
      'guide,index,pay.min,name\r\nlighthouse_keeper,0,-5,見習い\r\nlighthouse_keeper,1,4000000,主任\r\n',
    );
    expect(() => csv.writeAll([lighthouse], { ...ranks, columns: ['title'] })).toThrow('"title"');
  });

  test('is told by its name, guides for the table of the guides', () => {
    expect(csv.writeAll([bare], { ...options, table: 'guides' })).toMatch(/^guide,path,.*,hash\r\npilot,/);
    expect(() => csv.writeAll([bare], { ...options, table: 'crew.rank' })).toThrow('did you mean "crew.ranks"?');
  });
});

describe('the hash of a row', () => {
  const hashes = (guide: typeof bare): string[] =>
    (csv.writeFiles([guide], options).get('crew.ranks.csv') ?? '')
      .split('\r\n')
      .map((line) => line.split(',').at(-1) ?? '');

  test('changes with the file, and with the cells of its row', () => {
    const [, junior, chief] = hashes(lighthouse);
    const { source } = lighthouse.document;
    const touched = { ...lighthouse, document: { ...lighthouse.document, source: { ...source, text: 'other' } } };
    expect(hashes(touched)[1]).not.toBe(junior);
    expect(junior?.split(':')[0]).toBe(chief?.split(':')[0]);
    expect(junior?.split(':')[1]).not.toBe(chief?.split(':')[1]);
  });

  test('is no number to a spreadsheet', () => {
    for (const hash of hashes(lighthouse).slice(1, -1)) expect(hash).toMatch(/^g[0-9a-f]{12}:/);
  });
});

test("a delimiter of one's own; cells that hold it are quoted", () => {
  const value = { title: 'a;b', note: 'c,d' };
  expect(csv.writeAll([writerGuide({ value })], { ...options, delimiter: ';' })).toBe('title;note\r\n"a;b";c,d\r\n');
  expect(csv.writeAll([writerGuide({ value })], { ...options, delimiter: '\t' })).toBe('title\tnote\r\na;b\tc,d\r\n');
});

describe('what the schema hides', () => {
  const hiding: SchemaNode = {
    type: 'object',
    properties: {
      title: text,
      headings: {
        type: 'object',
        'x-view': 'hidden',
        properties: { crew: text, ranks: { type: 'array', items: text } },
      },
      audit: { type: 'array', 'x-view': 'hidden', items: { type: 'object', properties: { by: text } } },
    },
  };
  const value = { title: 'T', headings: { crew: 'Crew', ranks: ['a', 'b'] }, audit: [{ by: 'me' }] };
  const guide = writerGuide({ schema: hiding, value });

  test('is left out', () => {
    expect(csv.writeAll([guide], options)).toBe('title\r\nT\r\n');
    const files = csv.writeFiles([guide], options);
    expect([...files.keys()]).toEqual(['guides.csv']);
    expect(withoutHash(files.get('guides.csv'))).toBe('guide,title\r\nsample,T\r\n');
  });

  test('is written where it is asked for', () => {
    const columns = ['headings.crew', 'headings.ranks', 'audit.by'];
    expect(csv.writeAll([guide], { ...options, columns })).toBe(`${columns.join(',')}\r\nCrew,a; b,me\r\n`);
    expect([...csv.writeFiles([guide], { ...options, columns }).keys()]).toEqual(['guides.csv', 'audit.csv']);
  });
});

describe('formula guard', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['+cmd', "'+cmd"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['＝1+1', "'＝1+1"],
    ['＋1+1', "'＋1+1"],
    ['－1+1', "'－1+1"],
    ['＠A1', "'＠A1"],
    ['\tx', "'\tx"],
    ['\rx', "'\rx"],
    ['\nx', "'\nx"],
    ['  =1', "'  =1"],
    ['\u00a0=1', "'\u00a0=1"],
    ['\u3000=1', "'\u3000=1"],
    ['\u200b=1', "'\u200b=1"],
    ['\ufeff=1', "'\ufeff=1"],
    ['safe\n=1', "safe\n'=1"],
    ['safe\r\n  @x', "safe\r\n'  @x"],
    ['safe\r-x\n+y', "safe\r'-x\n'+y"],
    ["'=1", "''=1"],
  ])('%j becomes %j, and back', (cell, guarded) => {
    expect(guardFormula(cell)).toBe(guarded);
    expect(unguardFormula(guarded)).toBe(cell);
  });

  test.each(['-1.5', '+3', '-1e5', '500〜800', 'a=b', 'C++', "it's", "'quoted'", 'ー長音', '', '※ =1', '1-2'])(
    '%j stays as it is, and back',
    (cell) => {
      expect(guardFormula(cell)).toBe(cell);
      expect(unguardFormula(cell)).toBe(cell);
    },
  );

  test('reaches headers that come from the guide', () => {
    expect(csv.writeAll([writerGuide({ value: { '=1+1': 'x' } })], options)).toBe("'=1+1\r\nx\r\n");
  });
});
