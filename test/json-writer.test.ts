import { expect, test } from 'vitest';
import type { Guide } from '../src/model.ts';
import { json } from '../src/writers/json.ts';
import { ndjson } from '../src/writers/ndjson.ts';
import { outputNames } from '../src/writers/output-names.ts';
import type { StreamWriter } from '../src/writers/stream-writer.ts';
import { writerGuide } from './writer-guide.ts';

async function* each(guides: readonly Guide[]): AsyncGenerator<Guide> {
  yield* guides;
}

async function textOf(writer: StreamWriter, guides: readonly Guide[], more: object = {}): Promise<string> {
  const pieces: string[] = [];
  for await (const piece of writer.writeAll(each(guides), { ...options, ...more })) pieces.push(piece);
  return pieces.join('');
}

async function filesOf(writer: StreamWriter, guides: readonly Guide[]): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  for await (const { path, content } of writer.writeFiles(each(guides), options)) {
    const pieces: string[] = [];
    if (typeof content === 'string') pieces.push(content);
    else if (!(content instanceof Uint8Array)) for await (const piece of content) pieces.push(piece);
    files.set(path, pieces.join(''));
  }
  return files;
}

const options = { bom: true, locale: 'ja' } as const;
const first = writerGuide({ path: 'a/灯台.md', value: { title: '灯台守', tags: ['海'] } });
const second = writerGuide({ path: 'b/pilot.markdown', value: { title: 'line\u2028end', meta: { slug: '../../x' } } });

test('JSON is an array even of one guide, indented by two, with a final newline and no byte order mark', async () => {
  expect(await textOf(json, [first])).toBe(
    '[\n  {\n    "title": "灯台守",\n    "tags": [\n      "海"\n    ]\n  }\n]\n',
  );
  expect(await textOf(json, [])).toBe('[]\n');
  const values = [first.value, second.value, first.value];
  expect(await textOf(json, [first, second, first])).toBe(`${JSON.stringify(values, null, 2)}\n`);
});

test('a folder of JSON has a file with one object for each guide, named after its file and not its slug, and an index', async () => {
  const files = await filesOf(json, [first, second]);
  expect([...files.keys()]).toEqual(['灯台.json', 'pilot.json', 'index.json']);
  expect(files.get('pilot.json')).toBe(`${JSON.stringify(second.value, null, 2)}\n`);
});

test('NDJSON is a line a guide, whatever counts as the end of a line', async () => {
  const lines = await textOf(ndjson, [first, second]);
  expect(lines).toBe('{"title":"灯台守","tags":["海"]}\n{"title":"line\\u2028end","meta":{"slug":"../../x"}}\n');
  expect(
    lines
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toEqual([first.value, second.value]);
  expect([...(await filesOf(ndjson, [first, second]))]).toEqual([['guides.ndjson', lines]]);
});

test.each([
  [
    ['a/one.md', 'b/one.md', 'c/ONE.markdown'],
    ['one', 'one-2', 'ONE-3'],
  ],
  [
    ['a/one.md', 'b/one.md', 'c/one-2.md'],
    ['one', 'one-2', 'one-2-2'],
  ],
  [['../../..'], ['guide']],
  [['..\\..\\evil.md'], ['evil']],
  [
    ['.hidden.md', '...md'],
    ['hidden', 'guide'],
  ],
  [
    ['con.md', 'NUL.ja.md', 'com1.md', 'lpt¹.md', 'console.md'],
    ['_con', '_NUL.ja', '_com1', '_lpt¹', 'console'],
  ],
  [
    ['a:b?.md', 'x\u0000y.md', 'trail. .md', '\u202egnp.md'],
    ['a-b-', 'x-y', 'trail', '-gnp'],
  ],
  [
    ['か\u3099.md', 'が.md'],
    ['が', 'が-2'],
  ],
  [
    ['ガイド 1.md', 'v1.2.md', 'README'],
    ['ガイド 1', 'v1.2', 'README'],
  ],
])('files %j are named %j', (paths, names) => {
  expect(outputNames(paths.map((path) => writerGuide({ path })))).toEqual(names);
});

test('a name leaves room for its extension within 255 bytes', () => {
  const [name = ''] = outputNames([writerGuide({ path: `${'灯'.repeat(83)}.md` })]);
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
  expect(name).toMatch(/^灯{60,}$/);
});

test('names that are taken are not given', () => {
  expect(outputNames([writerGuide({ path: 'Index.md' })], ['index'])).toEqual(['Index-2']);
});
