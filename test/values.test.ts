import { describe, expect, it } from 'vitest';
import { valueParsers } from '../src/guide-types/values/index.ts';

const read = (parser: string, text: string, header = ''): unknown => valueParsers[parser]?.(text, { header })?.value;

describe('money-range', () => {
  it.each([
    ['500〜800', '年収範囲 (万円)', [5_000_000, 8_000_000, false]],
    ['1,300〜2,000+', '年収範囲 (万円)', [13_000_000, 20_000_000, true]],
    ['600 - 850', '年収（万円）', [6_000_000, 8_500_000, false]],
    ['450 〜 700', '万円', [4_500_000, 7_000_000, false]],
    ['５００～８００', '年収 (万円)', [5_000_000, 8_000_000, false]],
    ['８００～１，２００', '年収 (万円)', [8_000_000, 12_000_000, false]],
    ['1,000 – 1,500', '年収 (万円)', [10_000_000, 15_000_000, false]],
    ['1,200以上', '年収 (万円)', [12_000_000, null, true]],
    ['400以下', '年収 (万円)', [null, 4_000_000, false]],
    ['500万円〜800万円', '年収', [5_000_000, 8_000_000, false]],
    ['500〜800万円', '年収', [5_000_000, 8_000_000, false]],
    ['約600万円', '年収', [6_000_000, 6_000_000, false]],
    ['1億〜1.5億円', '年商', [100_000_000, 150_000_000, false]],
    ['$45k - $60k', 'Salary range (USD)', [45_000, 60_000, false]],
    ['$55k - $80k+', 'Salary', [55_000, 80_000, true]],
    ['¥3,000,000–¥4,500,000', 'Salary range (yen)', [3_000_000, 4_500_000, false]],
    ['380–500', 'Salary range (10,000 yen)', [3_800_000, 5_000_000, false]],
    ['45-60', 'Salary (k€)', [45_000, 60_000, false]],
    ['£40,000 to £50,000', 'Pay', [40_000, 50_000, false]],
    ['up to 30,000 €', 'Pay', [null, 30_000, false]],
  ])('%s under %s', (text, header, [min, max, openEnded]) => {
    expect(read('money-range', text, header)).toEqual({ min, max, openEnded });
  });

  it.each(['応相談', '', '高い', '500〜', '〜', '500/800', 'five hundred'])('has none in %j', (text) => {
    const value = read('money-range', text, '年収 (万円)');
    if (text === '500〜') expect(value).toEqual({ min: 5_000_000, max: null, openEnded: true });
    else expect(value).toBeUndefined();
  });
});

describe('year-range', () => {
  it.each([
    ['ジュニア (0-3年)', [0, 3]],
    ['ミドル（3〜7年目）', [3, 7]],
    ['シニア (7年以上/リード)', [7, null]],
    ['Senior (7+ years)', [7, null]],
    ['1年未満', [0, 1]],
    ['10年〜', [10, null]],
    ['Trainee (under 2 years)', [0, 2]],
  ])('%s', (text, [min, max]) => {
    expect(read('year-range', text)).toEqual({ min, max });
  });

  it('has none without years', () => {
    expect(read('year-range', 'リーダー')).toBeUndefined();
  });
});

describe.each([
  [
    'integer',
    [
      ['1,200', 1200],
      ['１２人分', 12],
      ['4 servings', 4],
      ['1.5', undefined],
      ['many', undefined],
    ],
  ],
  [
    'number',
    [
      ['1.5', 1.5],
      ['200 g', 200],
      ['-3', -3],
      ['2〜3', undefined],
    ],
  ],
  [
    'percent',
    [
      ['40%', 40],
      ['４０％', 40],
      ['12.5 percent', 12.5],
      ['40', undefined],
    ],
  ],
  [
    'date',
    [
      ['2024-05-15', '2024-05-15'],
      ['2024年5月15日', '2024-05-15'],
      ['2024/5/5', '2024-05-05'],
      ['2024-02-30', undefined],
    ],
  ],
  [
    'list',
    [
      ['茶、菓子', ['茶', '菓子']],
      ['tea, cake; milk', ['tea', 'cake', 'milk']],
    ],
  ],
  [
    'mark',
    [
      ['○', true],
      ['✓', true],
      ['×', false],
      ['はい', true],
      ['no', false],
      ['?', undefined],
    ],
  ],
  [
    'currency',
    [
      ['年収 (万円)', 'JPY'],
      ['Pay ($)', 'USD'],
      ['€', 'EUR'],
      ['Pay', undefined],
    ],
  ],
] as [string, [string, unknown][]][])('%s', (parser, cases) => {
  it.each(cases)('%s', (text, value) => {
    expect(read(parser, text)).toEqual(value);
  });
});
