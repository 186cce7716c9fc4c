import { expect, test, vi } from 'vitest';
import { type FuzzReport, fuzz } from '../fuzz/fuzz.ts';
import type { FuzzKind } from '../fuzz/kind.ts';
import { fuzzKinds } from '../fuzz/kinds.ts';
import type { Rule } from '../src/rules/rule.ts';
import { seededRandom } from './seeded-random.ts';

/** A minute in CI; `npm run fuzz -- --seconds 3600` for longer. */
const seconds = Number(process.env.FUZZ_SECONDS ?? (process.env.CI ? 60 : 5));
const seed = Number(process.env.SEED ?? 1);

let kinds: readonly FuzzKind[] | undefined;
const allKinds = async (): Promise<readonly FuzzKind[]> => {
  kinds ??= await fuzzKinds();
  return kinds;
};

test('no damaged input breaks a promise', async () => {
  const { total, counts, findings } = await fuzz({ kinds: await allKinds(), seed, milliseconds: seconds * 1000 });
  const each = [...counts].map(([name, count]) => `${count} ${name}`).join(', ');
  console.info(`seed ${seed}: ${total} inputs (${each}), ${findings.length} findings`);
  expect(findings).toEqual([]);
  expect(total).toBeGreaterThan(10);
}, 600_000);

test.each([
  ['guide', 'tea', '# ハッシュタグ\n`#ほ'],
  ['guide', 'example-0', '#灯台 `#海\n'],
  ['front matter', 'tea', '---\n? [a, {b: 1}]\n: 2\n---\n'],
  ['front matter', 'tea', `+++\n${Array.from({ length: 14 }, (_, index) => `"k${index}": "光"`).join('\n')}\n+++\n`],
  ['front matter', 'tea', '---json\n{" a":[[[],""]],"":[]," ":[""]}\n---\n'],
  ['guide type', 'tea', '{"properties":{"a":{"type":[[{"toString":""}]]}}}'],
  ['config', 'guidepost.config.json', '{"locale":{"toString":""},"rules":{"no-placeholder":{"toString":1}}}'],
])('what was found once is not found again: %s', async (name, about, text) => {
  const warnings = vi.spyOn(process, 'emitWarning').mockReturnValue();
  const kind = (await allKinds()).find((known) => known.name === name);
  for (let share = 0; share < 30; share += 1)
    expect(await kind?.check({ about, text }, seededRandom(share))).toBeUndefined();
  // They go to standard error, with words of the guide.
  expect(warnings).not.toHaveBeenCalled();
  warnings.mockRestore();
});

const flaws = {
  throws: () => {
    throw new TypeError('a flaw');
  },
  'points outside of the file': () => [{ range: { start: 0, end: 1e6 }, message: 'a flaw' }],
} as const satisfies Record<string, () => unknown>;

test.each(['throws', 'points outside of the file'] as const)(
  'a rule that %s is found',
  async (flaw) => {
    const { total, findings } = await fuzzWith((rule) => ({
      ...rule,
      check: (guide) => (guide.document.source.text.includes('塩') ? flaws[flaw]() : []),
    }));
    const [finding] = findings;
    expect(finding?.input.text).toBe('塩');
    expect(finding?.property).toBe(flaw === 'throws' ? 'no crash' : 'positions');
    console.info(`a rule that ${flaw}: found after ${total} inputs`);
  },
  300_000,
);

/** Fuzzes guides until something is found, with one rule replaced. */
async function fuzzWith(change: (rule: Rule) => Rule): Promise<FuzzReport> {
  vi.resetModules();
  vi.doMock('../src/rules/index.ts', async (original) => {
    const { rules } = await original<{ rules: readonly Rule[] }>();
    return { rules: rules.map((rule) => (rule.id === 'no-doubled-word' ? change(rule) : rule)) };
  });
  const flawed = await import('../fuzz/kinds.ts');
  const guides = (await flawed.fuzzKinds()).filter(({ name }) => name === 'guide');
  let total = 0;
  for (let first = 0; ; first += 50) {
    const report = await fuzz({ kinds: guides, seed, first, count: 50 });
    total += report.total;
    if (report.findings.length > 0 || total >= 5_000) return { ...report, total };
  }
}
