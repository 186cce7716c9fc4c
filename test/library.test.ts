import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { expect, it } from 'vitest';
import { main } from '../src/cli.ts';
import { exportGuides, lint, loadGuideType, UserError } from '../src/index.ts';
import remarkDefault, { remarkGuidepost } from '../src/remark.ts';
import { root } from './bind-fixture.ts';
import { recipeConfig, recipeWithoutSteps } from './recipe-project.ts';
import { testHost } from './test-host.ts';

const folder = join(root, 'fixtures/guides/career-guide');
const guides = Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
const navigator = guides['ship_navigator.md'] ?? '';
const controller = (guides['air_traffic_controller.md'] ?? '').replace('- ship_navigator', '- Ship-Navigator');
const interpreter = (guides['court_interpreter.md'] ?? '').replace(/\n## [^\n]*Summary[\s\S]*?(?=\n## )/, '\n');
const files = { ...guides, 'air_traffic_controller.md': controller, 'court_interpreter.md': interpreter };

interface Result {
  readonly filePath: string;
  readonly messages: readonly { ruleId: string; message: string; line: number; column: number; severity: number }[];
}

async function cliResults(cwd: string): Promise<readonly Result[]> {
  const host = testHost({ cwd });
  await main(['lint', '--format', 'json', '--locale', 'en'], host);
  return JSON.parse(host.output.stdout) as Result[];
}

it('lint finds what the command finds', async () => {
  const { cwd } = testHost({ files });
  const report = await lint({ cwd, locale: 'en' });
  const expected = await cliResults(cwd);
  expect(
    report.files.map(({ path, problems }) => [path, problems.map(({ rule, message }) => [rule, message])]),
  ).toEqual(
    expected.map(({ filePath, messages }) => [filePath, messages.map(({ ruleId, message }) => [ruleId, message])]),
  );
  const severities = expected.flatMap(({ messages }) => messages.map(({ severity }) => severity));
  expect(report.errors).toBe(severities.filter((severity) => severity === 2).length);
  expect(report.errors).toBeGreaterThan(0);
  expect(report.warnings).toBe(severities.length - report.errors);
});

it('lint checks a text, in Japanese, with a rule switched off, and fixes only on request', async () => {
  const { cwd } = testHost({ files });
  const text = { path: 'ship_navigator.md', content: navigator.replace(/\n## 💰[\s\S]*?(?=\n# )/u, '\n') };
  const [file] = (await lint({ cwd, text, locale: 'ja' })).files;
  expect(file?.problems.find(({ rule }) => rule === 'section-present')?.message).toMatch(/^章「/);
  const [quiet] = (await lint({ cwd, text, rules: { 'section-present': 'off' } })).files;
  expect(quiet?.problems.map(({ rule }) => rule)).not.toContain('section-present');
  await lint({ cwd });
  expect(readFileSync(join(cwd, 'air_traffic_controller.md'), 'utf8')).toBe(controller);
  await lint({ cwd, fix: true });
  expect(readFileSync(join(cwd, 'air_traffic_controller.md'), 'utf8')).toContain('- ship_navigator');
});

it('exportGuides gives the values that the command writes, and names what it refuses', async () => {
  const { cwd } = testHost({ files });
  const { guides: exported, refused } = await exportGuides({ cwd });
  const host = testHost({ cwd });
  await main(['export', '--format', 'json'], host);
  expect(exported.map(({ value }) => value)).toEqual(JSON.parse(host.output.stdout));
  expect(exported.map(({ path, type }) => [path, type])).toContainEqual(['ship_navigator.md', 'career-guide']);
  expect(refused.map(({ path }) => path)).toContain('air_traffic_controller.md');
  expect((await exportGuides({ cwd, includeInvalid: true })).guides.length).toBe(8);
});

it('loadGuideType gives a schema and its validator', async () => {
  const { cwd } = testHost({ files });
  const type = await loadGuideType('career-guide', { cwd });
  const [navigatorGuide] = (await exportGuides({ cwd, paths: ['ship_navigator.md'] })).guides;
  expect(type.schema.title).toBe('Career guide');
  expect(type.validate(navigatorGuide?.value)).toEqual([]);
  expect(type.validate({})).toContainEqual({
    pointer: '',
    keyword: 'required',
    params: { missingProperty: 'meta' },
    severity: 'error',
  });
});

it('a type, a config and a baseline hold as on the command line', async () => {
  const { cwd } = testHost({
    files: {
      ...recipeConfig,
      'soup.md': recipeWithoutSteps('soup'),
      'strict/known.json': JSON.stringify({ rules: { 'section-present': 'warn' }, locale: 'ja' }),
    },
  });
  expect(await lint({ cwd, config: 'strict/known.json', type: 'recipe.schema.json' })).toMatchObject({
    errors: 0,
    warnings: 1,
    files: [{ problems: [{ rule: 'section-present', message: expect.stringContaining('章「作り方」がありません') }] }],
  });
  const { guides, refused } = await exportGuides({ cwd, type: 'recipe.schema.json', paths: ['soup.md'] });
  expect([guides, refused.map(({ path }) => path)]).toEqual([[], ['soup.md']]);
  await main(['lint', '--update-baseline'], testHost({ cwd }));
  const config = JSON.parse(recipeConfig['guidepost.config.json'] ?? '') as object;
  writeFileSync(
    join(cwd, 'guidepost.config.json'),
    JSON.stringify({ ...config, baseline: '.guidepost-baseline.json' }),
  );
  expect(await lint({ cwd })).toMatchObject({ errors: 0, warnings: 0, files: [{ path: 'soup.md', known: 1 }] });
});

it('loadGuideType tells what a type only recommends', async () => {
  const schema = {
    title: 'Tea',
    type: 'object',
    properties: {
      note: { type: 'string', maxLength: 9, 'x-recommended': { minLength: 4 }, 'x-source': { frontMatter: 'note' } },
    },
  };
  const { cwd } = testHost({ files: { 'tea.schema.json': JSON.stringify(schema) } });
  const type = await loadGuideType('tea.schema.json', { cwd });
  expect(type.name).toBe('tea');
  expect(type.validate({ note: '渋い' })).toEqual([
    { pointer: '/note', keyword: 'minLength', params: { limit: 4 }, severity: 'warning' },
  ]);
  expect(type.validate({ note: '渋みが残り、香りが高い' })).toEqual([
    { pointer: '/note', keyword: 'maxLength', params: { limit: 9 }, severity: 'error' },
  ]);
});

it('a faulty call is told in a sentence', async () => {
  const { cwd } = testHost({ files });
  await expect(lint({ cwd, rules: { 'section-presnt': 'off' } })).rejects.toThrow(/did you mean "section-present"/);
  await expect(lint({ cwd, paths: ['nowhere'] })).rejects.toThrow(UserError);
  await expect(loadGuideType('carer-guide', { cwd, locale: 'ja' })).rejects.toThrow(
    '「carer-guide」という種類のガイドはありません',
  );
});

it('the remark plugin gives the same messages, each with its place', async () => {
  const { cwd } = testHost({ files });
  const processor = unified().use(remarkParse).use(remarkStringify).use(remarkGuidepost, { locale: 'en' });
  for (const { filePath, messages } of await cliResults(cwd)) {
    const value = readFileSync(join(cwd, filePath), 'utf8');
    const file = await processor.process({ value, path: filePath, cwd });
    expect(
      file.messages.map(({ ruleId, reason, line, column, fatal }) => [ruleId, reason, line, column, fatal]),
    ).toEqual(
      messages.map(({ ruleId, message, line, column, severity }) => [ruleId, message, line, column, severity === 2]),
    );
    expect(file.messages.every(({ source }) => source === 'guidepost')).toBe(true);
  }
  const value = controller;
  const { messages } = await processor.process({ value, path: 'air_traffic_controller.md', cwd });
  const related = messages.find(({ ruleId }) => ruleId === 'related-guide-exists');
  expect(related).toMatchObject({ actual: 'Ship-Navigator', expected: ['ship_navigator'] });
  expect(remarkDefault).toBe(remarkGuidepost);
});

it('the remark plugin can look at a file alone', async () => {
  const { cwd } = testHost({ files });
  const processor = unified().use(remarkParse).use(remarkStringify).use(remarkGuidepost, { alone: true });
  const { messages } = await processor.process({ value: controller, path: 'air_traffic_controller.md', cwd });
  expect(messages.map(({ ruleId }) => ruleId)).not.toContain('related-guide-exists');
});
