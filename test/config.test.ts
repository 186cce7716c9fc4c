import { describe, expect, it, test } from 'vitest';
import { checkGuides } from '../src/check-guides.ts';
import { main } from '../src/cli.ts';
import { loadConfig } from '../src/config/load-config.ts';
import { bindGuide } from '../src/guide-types/bind-guide.ts';
import { guideTypeOf } from '../src/guide-types/guide-type.ts';
import { parseDocument } from '../src/parse/parse-document.ts';
import { rules } from '../src/rules/index.ts';
import { defineRule } from '../src/rules/rule.ts';
import { json, projectHost, recipeType, runIn, soup } from './config-project.ts';

const metadata = {
  severity: 'error',
  fix: 'none',
  docs: { en: { summary: '', why: '' }, ja: { summary: '', why: '' } },
  messages: { en: {}, ja: {} },
  examples: { accept: [], reject: [] },
} as const;

describe('options', () => {
  const counted = defineRule<object, { max: number; words: readonly string[] }>({
    ...metadata,
    id: 'counted',
    recommended: false,
    options: {
      schema: {
        type: 'object',
        additionalProperties: false,
        required: ['max', 'words'],
        properties: { max: { type: 'integer', minimum: 1 }, words: { type: 'array', items: { type: 'string' } } },
      },
      defaults: { max: 3, words: ['しお'] },
    },
  });
  const load = (config: unknown, flags = new Map()) =>
    loadConfig(
      { flags, rules: [counted], locale: 'en' },
      projectHost({ 'guidepost.config.json': JSON.stringify(config) }),
    );

  it.each([
    [{ max: 0 }, 'guidepost.config.json:1:36: rules.counted[1].max cannot be 0 (minimum: 1).'],
    [{ max: 'ten' }, 'guidepost.config.json:1:36: rules.counted[1].max takes a whole number, not "ten".'],
    [{ word: [] }, 'guidepost.config.json:1:30: There is no key "word" here; did you mean "words"?'],
    [[3], 'guidepost.config.json:1:29: rules.counted[1] takes an object, not a list.'],
  ])('%j is refused by the schema of the rule', async (options, message) => {
    await expect(load({ rules: { counted: ['warn', options] } })).rejects.toThrow(message);
  });

  it('stand over those of the rule, and a level alone leaves them', async () => {
    const config = await load({
      rules: { counted: ['warn', { max: 8 }] },
      overrides: [
        { files: ['drafts'], rules: { counted: 'off' } },
        { files: ['drafts/soups'], rules: { counted: ['error', { words: ['味噌'] }] } },
      ],
    });
    const at = (path: string) => config.settingsFor(path).get('counted');
    expect(at('soup.md')).toMatchObject({ severity: 'warn', options: { max: 8, words: ['しお'] } });
    expect(at('drafts/soup.md')).toMatchObject({ severity: 'off', options: { max: 8, words: ['しお'] } });
    expect(at('drafts/soups/a.md')).toMatchObject({ severity: 'error', options: { max: 3, words: ['味噌'] } });
  });

  it('of presets and flags: strict runs all rules with their own severity, --rule wins', async () => {
    const at = async (config: unknown, flags = new Map()) =>
      (await load(config, flags)).settingsFor('a.md').get('counted');
    expect(await at({})).toMatchObject({ severity: 'off', severityFrom: 'default' });
    expect(await at({ extends: 'guidepost:strict' })).toMatchObject({
      severity: undefined,
      severityFrom: 'guidepost:strict (guidepost.config.json:1:12)',
    });
    expect(await at({ extends: ['guidepost:strict', 'guidepost:recommended'] })).toMatchObject({ severity: 'off' });
    expect(await at({ extends: 'guidepost:strict', rules: { counted: 'error' } })).toMatchObject({ severity: 'error' });
    const flags = new Map([['counted', 'warn' as const]]);
    expect(await at({ rules: { counted: ['error', { max: 5 }] } }, flags)).toMatchObject({
      severity: 'warn',
      severityFrom: '--rule',
      options: { max: 5, words: ['しお'] },
      optionsFrom: 'guidepost.config.json:1:11',
    });
  });
});

test('each rule accepts its own options from a config', async () => {
  const config = Object.fromEntries(
    rules.flatMap(({ id, options }) => (options ? [[id, ['warn', options.defaults] as const]] : [])),
  );
  const host = projectHost({ 'guidepost.config.json': json({ rules: config }) });
  const { settingsFor } = await loadConfig({ flags: new Map(), rules, locale: 'en' }, host);
  expect([...settingsFor('soup.md').keys()]).toEqual(rules.map(({ id }) => id));
});

test('a rule that looks at all guides sees those it is off for, and has the options of each', async () => {
  const runs: string[] = [];
  const collection = defineRule<object, { max: number }>({
    ...metadata,
    id: 'collection',
    options: { schema: { type: 'object' }, defaults: { max: 1 } },
    *checkAll(guides, { options }) {
      runs.push(`${guides.length} guides, max ${options.max}`);
      for (const { guide } of guides) yield [guide, { range: { start: 0, end: 1 }, message: `max ${options.max}` }];
    },
  });
  const overrides = [
    { files: ['b.md', 'c.md'], rules: { collection: ['warn', { max: 2 }] } },
    { files: ['c.md'], rules: { collection: 'off' } },
  ];
  const host = projectHost({ 'guidepost.config.json': json({ overrides }) });
  const settings = await loadConfig({ flags: new Map(), rules: [collection], locale: 'en' }, host);
  const type = guideTypeOf('recipe', JSON.parse(recipeType));
  const guides = ['a.md', 'b.md', 'c.md'].map((path) =>
    bindGuide(parseDocument({ path, text: soup, bom: false }), type),
  );
  const problems = [...checkGuides(guides, { rules: [collection], settings, locale: 'en' }).values()].flat();
  expect(problems.map(({ path, severity, message }) => `${path} ${severity} ${message}`)).toEqual([
    'a.md error max 1',
    'b.md warning max 2',
  ]);
  expect(runs).toEqual(['3 guides, max 1', '3 guides, max 2']);
});

test('the baseline stands where the config says', async () => {
  const files = {
    'recipe.schema.json': recipeType,
    'recipes/soup.md': '# Soup\n\n## Ingredients\n\nLeeks.\n',
    'guidepost.config.json': json({
      types: [{ schema: 'recipe.schema.json', files: ['recipes'] }],
      baseline: 'recipes/known.json',
    }),
  };
  const host = projectHost(files, 'recipes');
  expect(await main(['lint', '--update-baseline'], host)).toBe(0);
  expect(await main(['lint'], host)).toBe(0);
  const known = new TextDecoder().decode(await host.files.readFile(`${host.cwd}/known.json`));
  expect(known).toContain('section-present');
});

describe('rules and overrides', () => {
  const faulty = soup.replace(/## Steps[\s\S]*/, '');
  const files = { 'recipe.schema.json': recipeType, 'soup.md': faulty, 'drafts/soup.md': faulty };
  const types = [{ schema: 'recipe.schema.json', files: ['**'] }];
  const counts = (stdout: string) =>
    [...stdout.matchAll(/^(\S+?):\d+:\d+: (\w+)/gm)].map(([, path, severity]) => `${path} ${severity}`);

  it.each([
    [{}, 1, ['drafts/soup.md error', 'soup.md error']],
    [{ rules: { 'section-present': 'warn' } }, 0, ['drafts/soup.md warning', 'soup.md warning']],
    [{ rules: { 'section-present': 'off' } }, 0, []],
    [{ overrides: [{ files: ['drafts'], rules: { 'section-present': 'off' } }] }, 1, ['soup.md error']],
    [
      { overrides: [{ files: ['*.md'], rules: { 'section-present': 'warn' } }] },
      1,
      ['drafts/soup.md error', 'soup.md warning'],
    ],
    [
      { overrides: [{ files: ['**/*.md', '!drafts/**'], rules: { 'section-present': ['warn'] } }] },
      1,
      ['drafts/soup.md error', 'soup.md warning'],
    ],
    [
      {
        rules: { 'section-present': 'off' },
        overrides: [
          { files: ['**'], rules: { 'section-present': 'error' } },
          { files: ['drafts/**'], rules: { 'section-present': 'warn' } },
        ],
      },
      1,
      ['drafts/soup.md warning', 'soup.md error'],
    ],
  ])('%j', async (config, code, found) => {
    const result = await runIn({ ...files, 'guidepost.config.json': json({ types, ...config }) }, [
      'lint',
      '--format',
      'compact',
    ]);
    expect(result.stderr).toBe('');
    expect(counts(result.stdout)).toEqual(found);
    expect(result.code).toBe(code);
  });

  it('--rule wins over an override', async () => {
    const config = { types, overrides: [{ files: ['**'], rules: { 'section-present': 'error' } }] };
    const all = { ...files, 'guidepost.config.json': json(config) };
    expect((await runIn(all, ['lint', '--rule', 'section-present=off'])).code).toBe(0);
  });

  it('what extends a config wins over it, its overrides included', async () => {
    const all = {
      ...files,
      'shared/base.yaml': 'overrides:\n  - files: [../drafts]\n    rules: { section-present: off }\n',
      'guidepost.config.json': json({ types, extends: './shared/base.yaml' }),
    };
    expect(counts((await runIn(all, ['lint', '--format', 'compact'])).stdout)).toEqual(['soup.md error']);
    const stricter = {
      ...all,
      'guidepost.config.json': json({ types, extends: ['./shared/base.yaml'], rules: { 'section-present': 'warn' } }),
    };
    expect(counts((await runIn(stricter, ['lint', '--format', 'compact'])).stdout)).toEqual([
      'drafts/soup.md warning',
      'soup.md warning',
    ]);
  });
});

test('the language is that of the flag, the config or the environment, in this order', async () => {
  const files = { 'soup.md': soup, 'recipe.schema.json': recipeType, 'guidepost.config.yaml': 'locale: ja\n' };
  const argv = ['lint', '--type', './recipe.schema.json'];
  expect((await runIn(files, argv)).stdout).toContain('問題はありません');
  expect((await runIn(files, [...argv, '--locale', 'en'])).stdout).toContain('No problems');
});

test('--print-config says which layer set what', async () => {
  const files = {
    'drafts/soup.md': soup,
    'recipe.schema.json': recipeType,
    'base.yaml': 'rules:\n  text-length: warn\n',
    'guidepost.config.json': json({
      extends: 'base.yaml',
      rules: { 'section-present': 'warn' },
      overrides: [{ files: ['drafts'], rules: { 'chapter-level': 'off' } }],
      types: [{ schema: 'recipe.schema.json', files: ['drafts'] }],
    }),
  };
  const argv = ['lint', '--print-config', 'drafts/soup.md', '--rule', 'front-matter-key-name=off'];
  const { code, stdout } = await runIn(files, argv);
  const shown = JSON.parse(stdout);
  expect(code).toBe(0);
  expect(shown).toMatchObject({
    path: 'drafts/soup.md',
    config: 'guidepost.config.json',
    locale: 'en',
    type: { name: 'recipe', from: 'guidepost.config.json:18:17' },
  });
  expect(shown.rules).toMatchObject({
    'known-guide-type': { severity: 'error', severityFrom: 'default' },
    'text-length': { severity: 'warn', severityFrom: 'base.yaml:2:3' },
    'section-present': { severity: 'warn', severityFrom: 'guidepost.config.json:4:5' },
    'chapter-level': { severity: 'off', severityFrom: 'guidepost.config.json:12:9 (override 1)' },
    'front-matter-key-name': { severity: 'off', severityFrom: '--rule' },
  });
  expect(Object.keys(shown.rules)).toEqual(rules.map(({ id }) => id));
  expect((await runIn(files, argv)).stdout).toBe(stdout);
  expect((await runIn(files, ['lint', '--print-config', 'nowhere.md'])).code).toBe(2);
});
