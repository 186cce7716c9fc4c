/** The schema of a small guide type, in Japanese and English. */
const recipe = {
  title: 'Recipe',
  type: 'object',
  required: ['ingredients', 'steps'],
  properties: {
    slug: { type: 'string', 'x-file-name': true, 'x-unique-across': true, 'x-source': { frontMatter: 'slug' } },
    related: {
      type: 'array',
      items: { type: 'string' },
      'x-refers-to': '/slug',
      'x-source': { frontMatter: 'related' },
    },
    ingredients: { type: 'string', 'x-source': { section: { name: '材料', aliases: ['Ingredients'] } } },
    steps: { type: 'string', 'x-source': { section: { name: '作り方', aliases: ['Steps'] } } },
  },
};

/** The config of a project of recipes, and its guide type. */
export const recipeConfig: Readonly<Record<string, string>> = {
  'guidepost.config.json': JSON.stringify({
    types: [{ schema: 'recipe.schema.json', files: ['**/*.md'] }],
    rules: { 'related-guide-exists': ['error', { collection: 'all' }] },
  }),
  'recipe.schema.json': JSON.stringify(recipe),
};

/** A recipe without a fault. */
export function goodRecipe(slug: string, related: readonly string[] = []): string {
  const links = related.length > 0 ? `related: [${related.join(', ')}]\n` : '';
  return `---\nslug: ${slug}\n${links}---\n\n# 肉じゃが\n\n## 材料\n\nじゃがいもを三つ、牛肉を二百グラム用意します。\n\n## 作り方\n\n弱火で二十分ほど煮込みます。\n`;
}

/** A recipe without its steps: one error, where they should stand. */
export function recipeWithoutSteps(slug: string): string {
  return goodRecipe(slug).replace(/\n## 作り方[\s\S]*/, '');
}
