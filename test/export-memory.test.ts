import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { builtGuidepost, tellingPeak } from './built-guidepost.ts';
import { recipe, recipeSchema } from './recipe-guides.ts';
import { testHost } from './test-host.ts';

/** Little room for garbage, so that what is measured is what the program keeps; to keep all guides it would not do. */
const heap = ['--max-semi-space-size=4', '--max-old-space-size=96'];

/** Exports so many guides and returns the most memory that this took. Unit: kilobytes. */
function peak(amount: number): number {
  const files = Object.fromEntries(
    Array.from({ length: amount }, (_, index) => {
      const steps = Array.from(
        { length: 12 },
        (_, step) => `${index}番目の鍋の手順${step}は、**弱火**でゆっくり煮ること。`,
      );
      const note = index % 3 === 0 ? '\n<!-- guidepost-disable-file text-length -- 短い -->\n' : '';
      return [`guides/soup_${index}.md`, recipe(`soup_${index}`, { steps: steps.join('\n\n'), note })];
    }),
  );
  const { cwd } = testHost({ files: { ...files, 'recipe.schema.json': recipeSchema } });
  const flags = ['--type', 'recipe.schema.json', '--format', 'ndjson', '--out', 'all.ndjson'];
  const { stderr } = spawnSync(
    process.execPath,
    [...heap, ...tellingPeak, builtGuidepost, 'export', 'guides', ...flags],
    {
      cwd,
      encoding: 'utf8',
    },
  );
  expect(stderr).toContain(`${amount} guides exported`);
  expect(readFileSync(join(cwd, 'all.ndjson'), 'utf8').trimEnd().split('\n')).toHaveLength(amount);
  return Number(/peak (\d+)/.exec(stderr)?.[1]);
}

test('ten times as many guides do not take more than half as much memory again', () => {
  const few = peak(300);
  const many = peak(3_000);
  expect(few).toBeGreaterThan(50_000);
  expect(many / few).toBeLessThan(1.5);
}, 180_000);
