import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { loadConfig } from '../src/config/load-config.ts';
import { LazyMap } from '../src/lazy-map.ts';
import { loadBind } from '../src/load-guides.ts';
import { packVerdict } from '../src/packed-verdict.ts';
import { rules } from '../src/rules/index.ts';
import { judge, leftOf, type Verdict } from '../src/verdict.ts';
import { root } from './bind-fixture.ts';
import { testHost } from './test-host.ts';

const path = 'guides/pharmacist.md';
const pharmacist = readFileSync(join(root, 'fixtures/guides/career-guide/pharmacist.md'), 'utf8');
const half = pharmacist.slice(0, pharmacist.length / 2);
const comment = '<!-- guidepost-disable-file no-such-rule, section-present -- 薬局ごとに違うため -->';

const texts = {
  'a good guide': pharmacist,
  'half of a guide': half,
  'a guide with comments': `${half}\n\n${comment}\n`,
  'a guide with emoji and spaces behind them': half.replaceAll('。', '。💊 \t'),
  'an empty file': '',
};

async function verdictOn(text: string): Promise<Verdict> {
  const host = testHost();
  const config = await loadConfig({ flags: new Map(), rules, locale: 'ja' }, host);
  const bind = await loadBind({ config, locale: 'ja' }, host);
  return judge(bind({ path, text, bom: false }), 0, { rules, settings: config, locale: 'ja' });
}

describe('a verdict that was packed is what it was', () => {
  it.each(Object.entries(texts))('%s', async (_name, text) => {
    const verdict = await verdictOn(text);
    const packed = packVerdict(verdict, path);
    expect(packed.unpack()).toEqual(verdict);
    expect(packed.facts()).toEqual(verdict.facts);
    expect(packed.hasSuppressions).toBe(verdict.suppressed !== undefined);
    expect(packed.keep(leftOf(verdict))()).toEqual(leftOf(verdict));
  });

  it('with all that a problem can have', async () => {
    const all = await Promise.all(Object.values(texts).map(verdictOn));
    const problems = all.flatMap(({ alone }) => alone);
    expect(problems.some(({ related }) => related)).toBe(true);
    expect(problems.some(({ fix }) => fix)).toBe(true);
    expect(problems.some(({ range }) => range.end.characterColumn)).toBe(true);
    expect(all.some(({ suppressed }) => suppressed?.left.some((problem) => typeof problem !== 'number'))).toBe(true);
  });

  it('also where another was unpacked in between', async () => {
    const [one, other] = await Promise.all([verdictOn(half), verdictOn(pharmacist)]);
    const [packedOne, packedOther] = [packVerdict(one, path), packVerdict(other, path)];
    for (const [packed, verdict] of [
      [packedOne, one],
      [packedOther, other],
      [packedOne, one],
    ] as const)
      expect(packed.unpack()).toEqual(verdict);
  });
});

test('a lazy map is a map whose values are made when somebody asks', () => {
  let made = 0;
  const lengthOf = (name: string) => () => {
    made++;
    return [name.length];
  };
  const map = new LazyMap(
    new Map([
      ['keeper', lengthOf('keeper')],
      ['pilot', lengthOf('pilot')],
    ]),
  );
  expect([map.size, map.has('keeper'), map.has('cook'), [...map.keys()]]).toEqual([
    2,
    true,
    false,
    ['keeper', 'pilot'],
  ]);
  expect(made).toBe(0);
  expect(map.get('cook')).toBeUndefined();
  expect(map.get('pilot')).toEqual([5]);
  expect(made).toBe(1);
  const seen: unknown[] = [];
  map.forEach((value, key, itself) => {
    seen.push([key, value, itself === map]);
  });
  expect(seen).toEqual([
    ['keeper', [6], true],
    ['pilot', [5], true],
  ]);
  expect([...map]).toEqual([
    ['keeper', [6]],
    ['pilot', [5]],
  ]);
  expect([...map.values()]).toEqual([[6], [5]]);
});
