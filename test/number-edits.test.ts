import { expect, it } from 'vitest';
import { dateTexts, markTexts, numberTexts, openEndTexts } from '../src/revise/number-edits.ts';

it.each([
  ['月に450円', 450, 500, '月に500円'],
  ['450万円', 4_500_000, 5_200_000, '520万円'],
  ['約3億円', 300_000_000, 250_000_000, '約2.5億円'],
  ['12,000 yen', 12_000, 13_500, '13,500 yen'],
  ['１２，０００円', 12_000, 9_800, '９，８００円'],
  ['全3回のうち3回目', 3, 4, '全4回のうち3回目'],
  ['-5 ℃', -5, -12, '-12 ℃'],
  ['－５度', -5, 3, '３度'],
  ['−1.5', -1.5, -0.5, '−0.5'],
  ['3-5 days', 5, 7, '3-7 days'],
])('%s says %d, and is to say %d', (text, before, after, wanted) => {
  expect([...numberTexts(text, before, after)]).toContain(wanted);
});

it.each([
  ['450円', 450, -3],
  ['450円', 451, 500],
  ['3億円', 300_000_000, 299_999_999],
  ['-5 ℃', 5, 3],
])('%s cannot turn from %d into %d', (text, before, after) => {
  for (const tried of numberTexts(text, before, after)) expect(tried).not.toContain('億');
  expect([...numberTexts(text, before, after)].filter((tried) => /-|e/.test(tried))).toEqual([]);
});

it.each([
  ['500万円', true, '500万円+'],
  ['５００万円', true, '５００万円＋'],
  ['500万円以上', false, '500万円'],
  ['500 or more', false, '500'],
  ['500〜', false, '500'],
])('%s with an open end: %s', (text, isOpen, wanted) => {
  expect([...openEndTexts(text, isOpen)]).toContain(wanted);
});

it.each([
  [' あり ', false, ' なし '],
  ['×', true, '○'],
  ['Yes', false, 'No'],
  ['ときどき', true, '○'],
  ['ときどき', false, '×'],
])('%j as a mark: %s', (text, isSet, wanted) => {
  expect([...markTexts(text, isSet)]).toContain(wanted);
});

it.each([
  ['2024年5月3日', '2025-11-07', '2025年11月7日'],
  ['2024/05/03', '2025-11-07', '2025/11/07'],
  ['２０２４年５月３日', '2025-11-07', '２０２５年１１月７日'],
  ['来春', '2025-04-01', '2025-04-01'],
])('%s becomes the day %s', (text, day, wanted) => {
  expect([...dateTexts(text, day)]).toContain(wanted);
});
