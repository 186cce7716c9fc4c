import { describe, expect, it } from 'vitest';
import { decodedAddress } from '../src/decoded-address.ts';
import type { SchemaNode } from '../src/model.ts';
import { csv } from '../src/writers/csv.ts';
import { html } from '../src/writers/html.ts';
import { json } from '../src/writers/json.ts';
import { markdown } from '../src/writers/markdown.ts';
import { PickCheck, pickValues } from '../src/writers/pick-values.ts';
import { contentHash, readRowHash, rowHash } from '../src/writers/row-hash.ts';
import { type Span, spanText } from '../src/writers/site/figures.ts';
import { percent, scaleFor } from '../src/writers/site/scale.ts';
import type { GuideContent } from '../src/writers/stream-writer.ts';
import { writerGuide } from './writer-guide.ts';

const options = { bom: false, locale: 'en' } as const;
const span = (min: number | null, max: number | null, isOpen = false): Span => ({ min, max, isOpen });

describe('a span of figures in words', () => {
  it.each<[Span, object, string, string]>([
    [span(3_500_000, 4_500_000), { currency: 'JPY' }, '¥3.5–4.5M', '350万〜450万円'],
    [span(10, 20), { unit: '分' }, '10–20 分', '10〜20分'],
    [span(10, 20, true), { unit: 'min' }, '10–20 min+', '10〜20min以上'],
    [span(10, 10), {}, '10', '10'],
    [span(10, null), {}, '10+', '10以上'],
    [span(10, null, true), { unit: 'min' }, '10 min+', '10min以上'],
    [span(null, 20), { unit: 'min' }, 'up to 20 min', '20min以下'],
    [span(null, null), { unit: 'min' }, '', ''],
  ])('%j in %j', (given, measure, en, ja) => {
    expect([spanText(given, measure, 'en'), spanText(given, measure, 'ja')]).toEqual([en, ja]);
  });

  it.each<[Span[], number, number[]]>([
    [[], 1, [0]],
    [[span(0, 0)], 1, [0]],
    [[span(null, 0), span(0, null)], 1, [0]],
    [[span(1, 3), span(2, 5)], 5, [0, 2.5, 5]],
    [[span(90, null)], 120, [0, 40, 80, 120]],
  ])('the scale of %j ends at %d', (spans, end, ticks) => {
    expect(scaleFor(spans)).toEqual({ end, ticks });
    expect(percent(end / 3, scaleFor(spans))).toBe('33.33%');
  });

  it.each([
    ['%E6%B5%B7.md', '海.md'],
    ['100%.md', '100%.md'],
    ['%E6%B5.md', '%E6%B5.md'],
  ])('the address %s means %s', (address, meant) => {
    expect(decodedAddress(address)).toBe(meant);
  });
});

describe('tables', () => {
  it.each<[string, Record<string, unknown>, string]>([
    ['lists of lists', { list: [[1, 2], [{ a: '=1' }]] }, 'list\r\n"1; 2; {""a"":""=1""}"\r\n'],
    ['numbers and marks', { a: -5, b: true, c: null, d: [] }, 'a,b\r\n-5,true\r\n'],
  ])('of %s', (_, value, table) => {
    expect(csv.writeAll([writerGuide({ value })], options)).toBe(table);
  });

  it('of elements that are objects only at times', () => {
    const guide = writerGuide({ value: { meta: { slug: 'inn' }, rooms: ['松', { name: '竹' }] } });
    const text = csv.writeFiles([guide], options).get('rooms.csv') ?? '';
    expect(text.replaceAll(/,g[\w:-]+/g, ',…').split('\r\n')).toEqual([
      'guide,index,value,name,hash',
      'inn,0,松,,…',
      'inn,1,,竹,…',
      '',
    ]);
  });

  it('of no guides have the columns that were asked for', () => {
    expect(csv.writeAll([], options)).toBe('');
    expect(csv.writeAll([], { ...options, columns: ['title', 'meta.slug'] })).toBe('title,meta.slug\r\n');
    expect([...csv.writeFiles([], { ...options, columns: ['title'], table: 'rooms' })]).toEqual([
      ['guides.csv', expect.stringMatching(/^guide/)],
    ]);
  });

  it('in a folder are those of which a column was asked for, or that were', () => {
    const guide = writerGuide({ value: { title: '宿', rooms: [{ name: '松', beds: 2 }], steps: [{ text: '予約' }] } });
    const files = csv.writeFiles([guide], { ...options, columns: ['rooms', 'title', 'rooms.name'] });
    expect([...files].map(([name, text]) => `${name}: ${text.split('\r\n')[0]}`)).toEqual([
      'rooms.csv: guide,index,name,beds,hash',
      'guides.csv: guide,title,hash',
    ]);
  });

  it.each(['', 'x', 'g0123456789ab', 'g0123456789ab:abc', 'h0123456789ab:abcd'])('have no hash like %j', (text) => {
    expect(readRowHash(text)).toBeUndefined();
  });

  it('know by the hash what a row held', () => {
    const guide = contentHash(writerGuide({ markdown: '# 宿' }));
    const row = readRowHash(
      ` ${rowHash(guide, [
        ['title', '宿\r\n海'],
        ['beds', 2],
      ])} `,
    );
    expect(row?.guideHash).toBe(guide);
    expect([row?.held('title', '宿\n海'), row?.held('beds', 2), row?.held('beds', 3), row?.held('title', 2)]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

async function* each(guides: readonly GuideContent[]): AsyncGenerator<GuideContent> {
  yield* guides;
}

async function textOf(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}

describe('JSON', () => {
  const node: SchemaNode = { type: 'object', properties: { name: { type: 'string' } } };
  const inn = writerGuide({
    path: 'inn.md',
    value: { title: '宿' },
    schema: { $id: 'https://example.org/inn', ...node },
  });

  it('of a folder names its types in order, and what was picked', async () => {
    const [hut, bar] = ['hut', 'bar'].map((name) => ({
      ...inn,
      type: { ...inn.type, name, schema: node },
      value: { title: name },
    }));
    const files = new Map<string, string>();
    const picked = { ...options, pick: ['title'] };
    for await (const { path, content } of json.writeFiles(
      each([inn, ...[hut, bar].flatMap((guide) => guide ?? [])]),
      picked,
    ))
      files.set(path, content as string);
    const index = JSON.parse(files.get('index.json') ?? '') as { types: object[]; pick: string[]; count: number };
    expect(index).toMatchObject({
      pick: ['title'],
      count: 3,
      types: [{ name: 'bar' }, { name: 'hut' }, { name: 'sample', schema: 'https://example.org/inn' }],
    });
    expect([...files.keys()]).toEqual(['inn.json', 'inn-2.json', 'inn-3.json', 'index.json']);
  });

  it('leaves elements of a list where they are', () => {
    const value = { rooms: [{ name: '松' }, '竹', { beds: 2 }], tags: ['海'], title: '宿' };
    expect(pickValues(value, ['rooms.name'])).toEqual({ rooms: [{ name: '松' }, {}, {}] });
    expect(pickValues(value, ['rooms.bath', 'tags.name', 'title.x'])).toEqual({});
    expect(pickValues(value, ['rooms', 'rooms.name'])).toEqual({ rooms: value.rooms });
  });

  it('picks by a schema that refers to itself', () => {
    const tree: { properties: Record<string, SchemaNode> } = { properties: { label: { type: 'string' } } };
    tree.properties.branches = { type: 'array', items: tree };
    const guide = writerGuide({ value: {}, schema: tree });
    const check = (name: string) => () => {
      const pick = new PickCheck([name]);
      pick.look(guide);
      pick.look(guide);
      pick.finish('en');
    };
    expect(check('branches')).not.toThrow();
    expect(check('branches.labl')).toThrow('--pick names "branches.labl", a value that no guide has');
    expect(() => new PickCheck(['x']).finish('en')).not.toThrow();
  });
});

describe('other texts', () => {
  it('no guide is no Markdown', async () => {
    expect(await textOf(markdown.writeAll(each([]), options))).toBe('');
  });

  it('a guide that cannot be written ends the run where nobody hears of it', async () => {
    const broken = {
      ...writerGuide({ path: 'inn.md' }),
      get value(): Record<string, unknown> {
        throw new Error('out of ink');
      },
    };
    const heard: string[] = [];
    const onFailure = (path: string, error: unknown) => heard.push(`${path}: ${String(error)}`);
    for await (const _ of markdown.writeFiles(each([broken]), { ...options, onFailure })) heard.push('written');
    expect(heard).toEqual(['inn.md: Error: out of ink']);
    await expect(
      markdown
        .writeFiles(each([broken]), options)
        [Symbol.asyncIterator]()
        .next(),
    ).rejects.toThrow('out of ink');
  });

  it('the articles of several guides follow each other', () => {
    const guides = ['松の宿', '竹の宿'].map((title) =>
      writerGuide({ path: `${title}.md`, markdown: `# ${title}\n\n静かです。\n`, value: { title } }),
    );
    const text = html.writeAll(guides, { ...options, fragment: true });
    expect(text.match(/<article|<html|松の宿|竹の宿/g)).toEqual(['<article', '松の宿', '<article', '竹の宿']);
  });
});
