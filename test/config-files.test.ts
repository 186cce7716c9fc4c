import { describe, expect, it } from 'vitest';
import { type Files, json, recipeType, runIn, soup } from './config-project.ts';

describe('what is checked', () => {
  const config = (value: unknown) => ({
    'recipe.schema.json': recipeType,
    'guidepost.config.json': json({ types: [{ schema: 'recipe.schema.json', files: ['**'] }], ...(value as object) }),
  });
  const guides = {
    'recipes/leek.md': soup,
    'recipes/old/stew.md': soup,
    'notes/walk.md': '# A walk\n',
    '献立/鯖.md': soup,
  };
  const paths = async (value: unknown, argv: string[] = [], cwd?: string) => {
    const { stdout, stderr } = await runIn(
      { ...guides, ...config(value) },
      ['export', '--include-invalid', '--format', 'ndjson', ...argv],
      cwd,
    );
    expect(stderr).toBe('');
    return stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).path);
  };

  it.each([
    [{}, ['notes/walk.md', 'recipes/leek.md', 'recipes/old/stew.md', '献立/鯖.md']],
    [{ files: ['recipes'] }, ['recipes/leek.md', 'recipes/old/stew.md']],
    [{ files: ['recipes/*.md', '献立'] }, ['recipes/leek.md', '献立/鯖.md']],
    [{ ignore: ['old/', '/notes'] }, ['recipes/leek.md', '献立/鯖.md']],
    [
      { files: ['recipes', 'notes/walk.md'], ignore: ['notes', '*.md', '!leek.md'] },
      ['notes/walk.md', 'recipes/leek.md'],
    ],
  ])('%j', async (value, found) => {
    expect(await paths(value)).toEqual(found);
  });

  it('is what the command names, where it names something', async () => {
    expect(await paths({ files: ['recipes'] }, ['notes'])).toEqual(['notes/walk.md']);
    expect(await paths({ ignore: ['recipes'] }, ['recipes/leek.md'])).toEqual(['recipes/leek.md']);
  });

  it('counts from the folder of the config, wherever the command runs', async () => {
    expect(await paths({ files: ['recipes/*.md'] }, [], 'notes')).toEqual(['../recipes/leek.md']);
    expect(await paths({ ignore: ['/recipes/old'] }, ['../recipes'], 'notes')).toEqual(['../recipes/leek.md']);
  });

  it('names the config that left everything out', async () => {
    const { code, stderr } = await runIn({ ...guides, ...config({ ignore: ['recipes'] }) }, ['lint', 'recipes']);
    expect(code).toBe(2);
    expect(stderr).toBe(
      'guidepost: All guides in "recipes" are ignored by guidepost.config.json; change that, or name a file itself to take it anyway.\n',
    );
  });
});

describe('where the config is', () => {
  const off = { rules: { 'section-present': 'off' }, types: [{ schema: 'recipe.schema.json', files: ['**'] }] };
  const faulty = { 'recipe.schema.json': recipeType, 'deep/er/soup.md': '# Soup\n\n## Ingredients\n\nLeeks.\n' };
  it.each<[string, Files]>([
    ['in JSON', { 'guidepost.config.json': json(off) }],
    ['in JSON with a byte order mark', { 'guidepost.config.json': `\ufeff${json(off)}` }],
    ['in YAML', { 'guidepost.config.yaml': `# comment\n${json(off)}` }],
    ['in yml', { 'guidepost.config.yml': json(off) }],
    ['in package.json', { 'package.json': json({ name: 'cookbook', guidepost: off }) }],
    [
      'above a package.json without one',
      { 'guidepost.config.json': json(off), 'deep/package.json': '{ "name": "deep" }' },
    ],
    ['above a broken package.json', { 'guidepost.config.json': json(off), 'deep/package.json': '{ "name": ' }],
  ])('%s, found from a folder below', async (_name, config) => {
    expect(await runIn({ ...faulty, ...config }, ['lint'], 'deep/er')).toMatchObject({ code: 0, stderr: '' });
  });

  it('not above the repository, and the nearest wins', async () => {
    const files = { ...faulty, 'guidepost.config.json': json(off) };
    const other = { ...files, 'deep/.git/HEAD': '' };
    expect((await runIn(other, ['lint', '--type', '../../recipe.schema.json'], 'deep/er')).code).toBe(1);
    const nearer = {
      ...files,
      'deep/guidepost.config.json': '{ "extends": "../guidepost.config.json", "locale": "ja" }',
    };
    expect((await runIn(nearer, ['lint'], 'deep/er')).stdout).toContain('問題はありません');
  });

  it('where --config says', async () => {
    const files = {
      ...faulty,
      'guidepost.config.json': '{ "broken',
      'ci/strict.json': json({ ...off, types: [{ ...off.types[0], schema: '../recipe.schema.json', files: ['..'] }] }),
    };
    expect(await runIn(files, ['lint', '--config', 'ci/strict.json'])).toMatchObject({ code: 0, stderr: '' });
  });
});
