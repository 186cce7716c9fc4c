import { describe, expect, it } from 'vitest';
import { guideTypeOf } from '../src/guide-types/guide-type.ts';
import type { SchemaNode } from '../src/model.ts';
import { readCsv } from '../src/readers/csv.ts';
import { identifyTable } from '../src/readers/identify-table.ts';
import { readJson } from '../src/readers/json.ts';
import { readCell } from '../src/readers/read-cell.ts';
import { unlike } from '../src/readers/unlike.ts';
import { type TableOutline, tableName } from '../src/writers/table-outline.ts';

const text: SchemaNode = { type: 'string' };
const integer: SchemaNode = { type: 'integer' };
const maybeNumber: SchemaNode = { type: ['number', 'null'] };
const boolean: SchemaNode = { type: 'boolean' };
const texts: SchemaNode = { type: 'array', items: text };
const numbers: SchemaNode = { type: 'array', items: integer };
const day: SchemaNode = { type: 'string', format: 'date' };
const parsedDay: SchemaNode = { type: 'string', 'x-parse': 'date' };

describe('a cell is read as what stands in the guide, or may', () => {
  it.each<[string, string, unknown, SchemaNode | undefined, unknown]>([
    ['a text', '海の宿', '山の宿', text, '海の宿'],
    ['a text where nothing is', '海の宿', undefined, text, '海の宿'],
    ['a text of digits', '012', '011', text, '012'],
    ['a text without a type', '海', '山', undefined, '海'],
    ['a text that looked like a formula', "'=SUM(A1)", '山', text, '=SUM(A1)'],
    ['lines of Windows', '海\r\n山', '海', text, '海\n山'],
    ['nothing', ' ', '山', text, undefined],
    ['a number', '1,200', 1000, integer, 1200],
    ['a number of yen', '¥５，０００', 1000, undefined, 5000],
    ['a number with its unit', '5000円', undefined, integer, 5000],
    ['a number where nothing is', '2.5', null, maybeNumber, 2.5],
    ['zero until now', '3', 0, undefined, 3],
    ['no number any more', '', 3, integer, undefined],
    ['TRUE of a spreadsheet', 'TRUE', false, boolean, true],
    ['はい', 'はい', undefined, boolean, true],
    ['yes', ' Yes ', false, undefined, true],
    ['1', '1', false, boolean, true],
    ['FALSE of a spreadsheet', 'FALSE', true, boolean, false],
    ['いいえ', 'いいえ', true, boolean, false],
    ['0', '0', true, boolean, false],
    ['a list', '海; 山;;空 ', ['海'], texts, ['海', '山', '空']],
    ['a list where nothing is', '海; 山', undefined, texts, ['海', '山']],
    ['an empty list', '', ['海'], texts, []],
    ['a list without a type', '海', ['山', '空'], undefined, ['海']],
    ['a list of numbers', '1; 2,000', [3], numbers, [1, 2000]],
    ['a list of numbers where none are', '1; 2', undefined, numbers, [1, 2]],
    ['digits in a list of texts', '1; 2', [], texts, ['1', '2']],
    ['a day', '2026/11/9', '2024-05-03', day, '2026-11-09'],
    ['a day where nothing is', '2026年11月9日', undefined, day, '2026-11-09'],
    ['a day where the key has no value', '2026/11/9', null, day, '2026-11-09'],
    ['a day in place of words', '2026/11/9', '来春', parsedDay, '2026-11-09'],
    ['a day that stands there in its own way', '2026/11/9', '2024/5/3', day, '2026/11/9'],
    ['words in place of a day', '来春', '2024-05-03', parsedDay, '来春'],
    ['what cannot be a day', '2026/2/30', '2024-05-03', day, '2026/2/30'],
    ['an untouched text', "'=1+1", '=1+1', text, '=1+1'],
    ['an untouched long text', 'x'.repeat(40_000), 'x'.repeat(40_000), text, 'x'.repeat(40_000)],
    ['a text that is shortened on purpose', 'short', 'x'.repeat(40_000), text, 'short'],
  ])('%s', (_, cell, current, node, value) => {
    expect(readCell(cell, current, node)).toEqual({ value });
  });

  it.each<[string, string, unknown, SchemaNode | undefined, string]>([
    ['words for a number', '三百', 280, integer, 'number'],
    ['no digits', '¥', 280, integer, 'number'],
    ['a number without an end', 'Infinity', 280, integer, 'number'],
    ['words in a list of numbers', '1; 二', [3], numbers, 'number'],
    ['neither yes nor no', 'ときどき', true, boolean, 'boolean'],
    ['2', '2', true, boolean, 'boolean'],
    ['a list with a semicolon in an element', '海; 山; 空', ['海; 山'], texts, 'list'],
    ['a cell that Excel has cut off', 'x'.repeat(32_767), 'x'.repeat(40_000), text, 'cut'],
  ])('but not %s', (_, cell, current, node, fault) => {
    expect(readCell(cell, current, node)).toEqual({ fault });
  });
});

describe('the text of a table', () => {
  it.each([
    ['commas', 'guide,title\r\ntea,お茶\r\n'],
    ['semicolons', 'guide;title\ntea;お茶'],
    ['tabs', 'guide\ttitle\rtea\tお茶\r'],
    ['a byte order mark', '\uFEFFguide,title\ntea,お茶\n'],
    ['commas inside quotes', '"guide";"title"\ntea;"お茶"\n'],
    ['blank lines and rows', 'guide,title\n\n,\ntea,お茶\n , \n'],
    ['spaces around names', ' guide , title\ntea,お茶\n'],
  ])('with %s', (_, content) => {
    const table = readCsv('guides.csv', content);
    expect(table).toMatchObject({ header: ['guide', 'title'], rows: [{ cells: ['tea', 'お茶'] }] });
  });

  it.each<[string, object]>([
    ['', { header: [], rows: [] }],
    ['guide,title', { header: ['guide', 'title'], rows: [] }],
    ['guide,title\ntea\n', { rows: [{ line: 2, cells: ['tea'] }] }],
    ['guide,title\ntea,"一\n二"\ncoffee,三\n', { rows: [{ line: 2 }, { line: 4, cells: ['coffee', '三'] }] }],
  ])('%j', (content, table) => {
    expect(readCsv('guides.csv', content)).toMatchObject(table);
  });

  it.each([
    ['a quotation mark that nothing closes', 'guide,title\n\ncake,"二\n段"\ntea,"お茶\nmilk,牛乳\n', 5, 'open'],
    ['the same in its first row', '"guide,title\ntea,お茶\n', 1, 'open'],
    ['a quotation mark inside a cell', 'guide,title\ncake,"二\n段"\ntea,お"茶\n', 4, 'inside'],
    ['text behind a quotation mark', 'guide,title\ntea,"お"茶\n', 2, 'behind'],
  ])('with %s is none', (_, content, line, fault) => {
    expect(readCsv('guides.csv', content)).toEqual({ line, fault });
  });
});

describe('which table a file holds', () => {
  const outline = (name: string, ...columns: string[]): TableOutline => ({
    name,
    parents: [],
    columns,
    hiddenColumns: [],
  });
  const tables = [outline('', 'path', 'title', 'index'), outline('rooms', 'name')];
  const tableOf = (path: string, ...header: string[]): string =>
    tableName(identifyTable({ path, header, rows: [] }, tables, undefined, 'en'));

  it.each([
    ['rooms (1).csv', ['guide', 'index', 'name'], 'rooms'],
    ['x.csv', ['guide', 'index', 'name', 'hash'], 'rooms'],
    ['x.csv', ['guide', 'title'], 'guides'],
    ['x.csv', ['path', 'title'], 'guides'],
  ])('%s with %j: %s', (path, header, name) => {
    expect(tableOf(path, ...header)).toBe(name);
  });

  it('is not clear of guides that have an index', () => {
    expect(() => tableOf('x.csv', 'guide', 'title', 'index')).toThrow(
      'x.csv: Neither its name nor its columns say which table this is; pass it alone with --table guides, --table rooms.',
    );
  });
});

describe('where a value of JSON stands', () => {
  const places = (text: string, ...pointers: string[]): number[] => {
    const read = readJson(text);
    return 'guides' in read ? pointers.map((pointer) => read.guides.at(-1)?.offsetOf(pointer) ?? -1) : [];
  };
  it.each([
    [' {"a": [1, 2], "b": 3}', ['/b', '/a/1', '/a/9', '/b/c/d', '/none', ''], [15, 11, 2, 15, 1, 1]],
    ['[{"a": 1}, {"a": 2}]', ['/a', '/a/b', '/none'], [12, 12, 11]],
    ['{"a": 1}\n{"a": 2}\n', ['/a', '/a/b', '/none'], [10, 10, 9]],
  ])('in %j: %j', (text, pointers, offsets) => {
    expect(places(text, ...pointers)).toEqual(offsets);
  });
});

describe('what another value lacks', () => {
  const type = guideTypeOf('x.schema.json', { type: 'object' });
  it.each<[unknown, unknown, string[]]>([
    [{ a: 1, b: '海' }, { a: 1, b: '海', c: 2 }, []],
    [{ a: null, b: '' }, {}, []],
    [{ path: 'a.md' }, {}, []],
    [{ a: 1 }, { a: 2 }, ['/a']],
    [[1], [1, 2], ['']],
    [{ a: [1, 2] }, { a: [1, 3] }, ['/a/1']],
    [{ a: [1] }, { a: '1' }, ['/a']],
    [{ a: { b: 1 } }, { a: '海' }, ['/a']],
    [{ a: { b: 1 } }, { a: null }, ['/a']],
    [{ a: { b: 1 } }, { a: [1] }, ['/a']],
    [{ a: {} }, {}, []],
    [{ a: { toString: 1 } }, { a: {} }, ['/a/toString']],
  ])('%j, of %j: %j', (said, found, places) => {
    expect(unlike(said, found, type)).toEqual(places);
  });
});
