import { expect, test } from 'vitest';
import { json } from '../src/writers/json.ts';
import { ndjson } from '../src/writers/ndjson.ts';
import { outputNames } from '../src/writers/output-names.ts';
import { writerGuide } from './writer-guide.ts';

const options = { bom: true, locale: 'ja' } as const;
const first = writerGuide({ path: 'a/灯台.md', value: { title: '灯台守', tags: ['海'] } });
const second = writerGuide({ path: 'b/pilot.markdown', value: { title: 'line\u2028end', meta: { slug: '../../x' } } });

test('JSON is an array even of one guide, indented by two, with a final newline and no byte order mark', () => {
  expect(json.writeAll([first], options)).toBe(
    '[\n  {\n    "title": "灯台守",\n    "tags": [\n      "海"\n    ]\n  }\n]\n',
  );
  expect(json.writeAll([], options)).toBe('[]\n');
});

test('a folder of JSON has a file with one object for each guide, named after its file and not its slug', () => {
  const files = json.writeFiles([first, second], options);
  expect([...files.keys()]).toEqual(['灯台.json', 'pilot.json']);
  expect(files.get('pilot.json')).toBe(`${JSON.stringify(second.value, null, 2)}\n`);
});

test('NDJSON is a line a guide, whatever counts as the end of a line', () => {
  const lines = ndjson.writeAll([first, second], options);
  expect(lines).toBe('{"title":"灯台守","tags":["海"]}\n{"title":"line\\u2028end","meta":{"slug":"../../x"}}\n');
  expect(
    lines
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toEqual([first.value, second.value]);
  expect([...ndjson.writeFiles([first, second], options)]).toEqual([['guides.ndjson', lines]]);
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
