import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadConfig } from '../src/config/load-config.ts';
import type { RuleLevel } from '../src/config/rule-settings.ts';
import { GradualCheck } from '../src/gradual-check.ts';
import { guideChecker } from '../src/guide-checker.ts';
import { loadBind } from '../src/load-guides.ts';
import { packVerdict } from '../src/packed-verdict.ts';
import { rules } from '../src/rules/index.ts';
import { judge } from '../src/verdict.ts';
import { root } from './bind-fixture.ts';
import { testHost } from './test-host.ts';

const folder = join(root, 'fixtures/guides/career-guide');
const texts = new Map(readdirSync(folder).map((name) => [`guides/${name}`, readFileSync(join(folder, name), 'utf8')]));

/** The problems of all guides at once, and one by one. */
async function bothWays(changed: Readonly<Record<string, string>>, levels: Readonly<Record<string, RuleLevel>> = {}) {
  const host = testHost();
  const config = await loadConfig({ flags: new Map(Object.entries(levels)), rules, locale: 'en' }, host);
  const bind = await loadBind({ config, locale: 'en' }, host);
  const guides = [...texts, ...Object.entries(changed)].map(([path, text]) => bind({ path, text, bom: false }));
  const all = [...guideChecker(config, 'en')(guides)].map(
    ([guide, found]) => [guide.document.source.path, found] as const,
  );
  const options = { rules, settings: config, locale: 'en' } as const;
  const gradual = new GradualCheck(options);
  for (const guide of guides) gradual.add(guide, packVerdict(judge(guide, 0, options), guide.document.source.path));
  return {
    atOnce: new Map(all),
    oneByOne: new Map(
      [...gradual.finish().problems].map(([{ document }, problems]) => [document.source.path, problems]),
    ),
  };
}

const pharmacist = texts.get('guides/pharmacist.md') ?? '';
const idsOf = (problems: readonly { rule: string }[] | undefined): string[] => [
  ...new Set(problems?.map(({ rule }) => rule)),
];

test('guides one by one have the problems that they have at once', async () => {
  const { atOnce, oneByOne } = await bothWays({
    'guides/copy/pharmacist.md': pharmacist,
    'guides/half.md': pharmacist.slice(0, pharmacist.length / 2),
    'guides/empty.md': '',
  });
  expect(oneByOne).toEqual(atOnce);
  expect(
    idsOf(oneByOne.get('guides/pharmacist.md')).concat(idsOf(oneByOne.get('guides/copy/pharmacist.md'))),
  ).toContain('unique-across-guides');
  expect(idsOf(oneByOne.get('guides/half.md')).length).toBeGreaterThan(1);
});

test.each([
  ['names the rule', '<!-- guidepost-disable-file unique-across-guides -- a copy -->'],
  ['names no rule', '<!-- guidepost-disable-file -->'],
  ['names another rule', '<!-- guidepost-disable-file text-length -->'],
])('a comment that %s counts for what other guides show as well', async (_name, comment) => {
  const strict = { 'no-unused-suppression': 'error', 'no-two-guides-of-one-subject': 'error' } as const;
  const copy = `${pharmacist}\n${comment}\n`;
  const { atOnce, oneByOne } = await bothWays({ 'guides/old/pharmacist.md': copy }, strict);
  expect(oneByOne).toEqual(atOnce);
});
