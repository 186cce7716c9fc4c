import { describe, expect, it } from 'vitest';
import { json, recipeType, runIn, soup } from './config-project.ts';

const walkType = recipeType.replace('Recipe', 'Walk').replace('Ingredients', 'Sights').replace('Steps', 'Route');

describe('the type of a guide', () => {
  const schemas = { 'types/recipe.schema.json': recipeType, 'types/walk.schema.json': walkType };
  const config = json({
    types: [
      { schema: 'types/recipe.schema.json', files: ['recipes', 'mixed'] },
      { schema: 'types/walk.schema.json', files: ['walks', 'mixed/*-walk.md'] },
    ],
  });
  const typeOf = async (path: string, text: string, argv: string[] = [], setup = config) => {
    const files = { ...schemas, 'guidepost.config.json': setup, [path]: text };
    const { code, stdout, stderr } = await runIn(files, ['lint', '--print-config', path, ...argv]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    return JSON.parse(stdout).type;
  };
  const named = (type: string) => soup.replace('---\n', `---\ntype: ${type}\n`);

  it('is what --type says, above all', async () => {
    const type = await typeOf('recipes/a.md', named('recipe'), ['--type', 'career-guide']);
    expect(type).toEqual({ name: 'career-guide', from: '--type', isGood: true });
    expect((await typeOf('recipes/a.md', soup, ['--type', 'walk'])).name).toBe('walk');
  });

  it('else what its front matter says', async () => {
    expect(await typeOf('recipes/a.md', named('walk'))).toEqual({ name: 'walk', from: 'front matter', isGood: true });
  });

  it('else what the last entry of the config says that matches', async () => {
    const fromConfig = { from: 'guidepost.config.json:4:17', isGood: true };
    expect(await typeOf('recipes/deep/a.md', soup)).toEqual({ name: 'recipe', ...fromConfig });
    expect(await typeOf('mixed/a.md', soup)).toEqual({ name: 'recipe', ...fromConfig });
    expect((await typeOf('mixed/river-walk.md', soup)).name).toBe('walk');
  });

  it('else the best match, among the types of the config too', async () => {
    const type = { name: 'recipe', from: 'best match: 2 of 2 sections', isGood: true };
    expect(await typeOf('a.md', soup)).toEqual(type);
    const withoutFiles = json({ types: [{ schema: 'types/recipe.schema.json' }] });
    expect(await typeOf('recipes/a.md', soup, [], withoutFiles)).toEqual(type);
  });

  it('is one problem when the front matter names none that is known', async () => {
    const files = { ...schemas, 'guidepost.config.json': config };
    const unknown = await runIn({ ...files, 'a.md': named('recpie') }, [
      'lint',
      '--format',
      'compact',
      '--type',
      'recipe',
    ]);
    expect(unknown.code).toBe(0);
    const problem = await runIn({ ...files, 'a.md': named('recpie') }, ['lint', '--format', 'compact']);
    expect(problem.code).toBe(1);
    expect(problem.stdout.match(/known-type-name/g)).toHaveLength(1);
    expect(problem.stdout).toContain('There is no guide type "recpie"; did you mean "recipe"?');
    expect(problem.stdout).not.toContain('known-guide-type');
  });

  it('leaves a type alone that has a field of that name', async () => {
    const meta = {
      type: 'object',
      'x-source': { frontMatter: true },
      properties: { type: { enum: ['soup', 'stew'] } },
    };
    const schema = JSON.parse(recipeType);
    const own = JSON.stringify({ ...schema, properties: { meta, ...schema.properties } });
    const files = {
      'recipe.schema.json': own,
      'guidepost.config.json': json({ types: [{ schema: 'recipe.schema.json', files: ['**'] }] }),
      'a.md': named('soup'),
    };
    expect((await runIn(files, ['lint', '--format', 'compact'])).stdout).not.toContain('known-type-name');
  });
});
