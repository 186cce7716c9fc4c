import { expect, test } from 'vitest';
import { isSound, pickFixes } from '../src/fix/pick-fixes.ts';
import type { Edit, Fix } from '../src/model.ts';
import { problemAt } from './problem-at.ts';

const text = '味噌汁 miso';
const edit = (start: number, end: number, written: string): Edit => ({ range: { start, end }, text: written });
const fix = (...edits: readonly Edit[]): Fix => ({ kind: 'safe', title: '直す', edits });

test.each<readonly [name: string, sound: boolean, edits: readonly Edit[]]>([
  ['one run is replaced', true, [edit(0, 2, 'だし')]],
  ['a run is inserted', true, [edit(3, 3, '、')]],
  ['a run at the end is removed', true, [edit(4, text.length, '')]],
  ['runs stand side by side', true, [edit(0, 2, 'だし'), edit(2, 3, 'つゆ')]],
  ['runs stand in another order', true, [edit(4, 8, 'soup'), edit(0, 2, 'だし')]],
  ['only one of them changes anything', true, [edit(0, 2, '味噌'), edit(4, 8, 'soup')]],
  ['nothing is edited', false, []],
  ['nothing changes', false, [edit(0, 2, '味噌'), edit(4, 8, 'miso')]],
  ['nothing is inserted', false, [edit(3, 3, '')]],
  ['runs overlap', false, [edit(0, 3, 'だし'), edit(2, 4, 'つゆ')]],
  ['a run ends before it begins', false, [edit(3, 2, 'だし')]],
  ['a run begins before the text', false, [edit(-1, 2, 'だし')]],
  ['a run ends behind the text', false, [edit(4, text.length + 1, 'soup')]],
  ['only the first of two ends within the text', false, [edit(0, 2, 'だし'), edit(7, 9, 'soup')]],
])('where %s: sound %s', (_name, sound, edits) => {
  expect(isSound(fix(...edits), text)).toBe(sound);
});

/** What is picked of fixes that each make one edit. */
function picked(...ranges: readonly (readonly [start: number, end: number])[]): string[] {
  const problems = ranges.map(([start, end]) =>
    problemAt(text, start, end, { fix: { ...fix(edit(start, end, 'だし')), title: `${start}-${end}` } }),
  );
  return pickFixes(problems, () => true).map((one) => one.fix.title);
}

test('what touches an earlier fix waits', () => {
  expect(picked([0, 2], [3, 5])).toEqual(['0-2', '3-5']);
  expect(picked([0, 2], [2, 5])).toEqual(['0-2']);
  expect(picked([3, 5], [0, 3])).toEqual(['3-5']);
  expect(picked([3, 3], [3, 3])).toEqual(['3-3']);
  expect(picked([0, 5], [1, 2], [6, 7])).toEqual(['0-5', '6-7']);
});

test('a fix that nobody wants keeps no other from being made', () => {
  const problems = [
    problemAt(text, 0, 2, { fix: { ...fix(edit(0, 2, 'だし')), kind: 'unsafe' } }),
    problemAt(text, 0, 2),
    problemAt(text, 1, 2, { fix: fix(edit(1, 2, 'つゆ')) }),
  ];
  expect(pickFixes(problems, (one) => one.fix.kind === 'safe').map((one) => one.fix.edits)).toEqual([
    [edit(1, 2, 'つゆ')],
  ]);
});
