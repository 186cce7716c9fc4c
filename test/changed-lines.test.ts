import { expect, test } from 'vitest';
import { changedLines } from '../src/find/changed-lines.ts';

const header = (path: string): string => `diff --git a/x b/x\nindex 1..2 100644\n--- a/x\n+++ ${path}\n`;

test.each<readonly [string, string, Record<string, readonly (readonly [number, number])[]>]>([
  ['a line that changed', `${header('b/灯台.md')}@@ -3 +3 @@ ## 海\n-海\n+光\n`, { '灯台.md': [[3, 3]] }],
  ['lines that came', `${header('b/a.md')}@@ -3,0 +4,2 @@\n+海\n+光\n`, { 'a.md': [[4, 5]] }],
  ['lines that went', `${header('b/a.md')}@@ -3,2 +2,0 @@\n-海\n-光\n`, { 'a.md': [[2, 3]] }],
  ['the first lines that went', `${header('b/a.md')}@@ -1,2 +0,0 @@\n-海\n-光\n`, { 'a.md': [[1, 1]] }],
  [
    'a last line without its end',
    `${header('b/a.md')}@@ -3 +3 @@\n-海\n\\ No newline at end of file\n+光\n\\ No newline at end of file\n${header('b/b.md')}@@ -1 +1 @@\n-x\n+y\n`,
    { 'a.md': [[3, 3]], 'b.md': [[1, 1]] },
  ],
  [
    'lines that look like headers',
    `${header('b/a.md')}@@ -3,2 +3,2 @@\n--- a/y\n-@@ -9 +9 @@\n+++ b/y\n+@@ -9 +9 @@\n@@ -20 +20 @@\n-x\n+y\n`,
    {
      'a.md': [
        [3, 4],
        [20, 20],
      ],
    },
  ],
  ['a name with a blank', `${header('b/sea mark.md\t')}@@ -1 +1 @@\n-x\n+y\n`, { 'sea mark.md': [[1, 1]] }],
  [
    'a name in quotes',
    `${header('"b/a\\"\\\\\\tb\\001\\n灯.md"')}@@ -1 +1 @@\n-x\n+y\n`,
    { 'a"\\\tb\u0001\n灯.md': [[1, 1]] },
  ],
  ['a file that went', `${header('/dev/null')}@@ -1 +0,0 @@\n-x\n`, { '/dev/null': [[1, 1]] }],
  ['a file that only changed its mode', header('b/a.md'), { 'a.md': [] }],
  ['nothing', '', {}],
])('%s', (_, diff, expected) => {
  expect(Object.fromEntries(changedLines(diff))).toEqual(expected);
});
