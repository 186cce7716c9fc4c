import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { unifiedDiff } from '../src/reporters/unified-diff.ts';

const plain = { color: false, isLog: false };
const coloured = { color: true, isLog: false };
const names: Readonly<Record<string, string>> = {
  '1': '<bold>',
  '22': '</>',
  '31': '<red>',
  '32': '<green>',
  '36': '<cyan>',
  '39': '</>',
};
/** What a terminal shows in bold or in a colour, by name. */
const named = (text: string): string =>
  Object.entries(names).reduce((left, [code, name]) => left.replaceAll(`\u001b[${code}m`, name), text);

const before = '---\nslug: oden\n---\n\n# おでん\n\n-- 一晩おく\n++ 辛子\n';
const after = '+++\nslug = "oden"\n+++\n\n# おでん\n\n味噌\n';

test('in colours, lines that look like names of files as well', () => {
  expect(named(unifiedDiff('おでん.md', before, after, coloured)).split('\n')).toEqual([
    '<bold>--- a/おでん.md</>',
    '<bold>+++ b/おでん.md</>',
    '<cyan>@@ -1,8 +1,7 @@</>',
    '<red>----</>',
    '<red>-slug: oden</>',
    '<red>----</>',
    '<green>++++</>',
    '<green>+slug = "oden"</>',
    '<green>++++</>',
    ' ',
    ' # おでん',
    ' ',
    '<red>--- 一晩おく</>',
    '<red>-++ 辛子</>',
    '<green>+味噌</>',
    '',
  ]);
});

test('the colours leave a text that ends its lines with CRLF as it is', () => {
  const diff = unifiedDiff('soup.md', 'Stir.\r\n', 'Rest.\r\n', coloured);
  expect(stripVTControlCharacters(diff)).toBe(unifiedDiff('soup.md', 'Stir.\r\n', 'Rest.\r\n', plain));
  expect(named(diff)).toContain('<red>-Stir.</>\r\n<green>+Rest.</>\r\n');
});

test.each([
  ['soup.md', '--- a/soup.md\n+++ b/soup.md\n'],
  ['寒い日/味噌 汁.md', '--- a/寒い日/味噌 汁.md\t\n+++ b/寒い日/味噌 汁.md\t\n'],
  ['my "best" soup.md', '--- "a/my \\"best\\" soup.md"\n+++ "b/my \\"best\\" soup.md"\n'],
  ['back\\slash.md', '--- "a/back\\\\slash.md"\n+++ "b/back\\\\slash.md"\n'],
  ['two\nlines.md', '--- "a/two\\012lines.md"\n+++ "b/two\\012lines.md"\n'],
  ['right\u202eto-left.md', '--- "a/right\\342\\200\\256to-left.md"\n+++ "b/right\\342\\200\\256to-left.md"\n'],
])('the name %j is written as git writes it', (path, head) => {
  const diff = unifiedDiff(path, 'Stir.\n', 'Rest.\n', plain);
  expect(diff).toBe(`${head}@@ -1,1 +1,1 @@\n-Stir.\n+Rest.\n`);
});

test('a log shows what would steer a terminal; the diff itself keeps it', () => {
  const [steering, calm] = ['Stir\u001b[2J.\tslowly\n', 'Stir.\tslowly\n'];
  expect(unifiedDiff('soup.md', steering, calm, plain)).toContain('-Stir\u001b[2J.\tslowly\n+Stir.\tslowly\n');
  const log = unifiedDiff('soup.md', steering, calm, { color: false, isLog: true });
  expect(log).not.toContain('\u001b');
  expect(log).toMatch(/\n-Stir\S+\[2J\.\tslowly\n\+Stir\.\tslowly\n/);
});
