/** A small guide type: a title, a related guide, a list and prose. */
export const recipeSchema = JSON.stringify({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'https://example.org/recipe.schema.json',
  title: 'Recipe',
  type: 'object',
  required: ['meta', 'ingredients', 'steps'],
  properties: {
    meta: {
      type: 'object',
      properties: {
        slug: { type: 'string', 'x-file-name': true, 'x-source': { frontMatter: 'slug' } },
        title: { type: 'string', 'x-unique-across': true, 'x-source': { frontMatter: 'title' } },
        related: {
          type: 'array',
          items: { type: 'string' },
          'x-refers-to': '/meta/slug',
          'x-source': { frontMatter: 'related' },
        },
      },
    },
    ingredients: {
      type: 'array',
      minItems: 1,
      'x-source': {
        section: { name: '材料', aliases: ['Ingredients'] },
        table: { columns: { name: ['材料名', 'Name'], amount: ['分量', 'Amount'] } },
      },
      items: {
        type: 'object',
        properties: {
          name: { type: 'string', 'x-source': { header: ['材料名', 'Name'] } },
          amount: { type: 'string', 'x-source': { header: ['分量', 'Amount'] } },
        },
      },
    },
    steps: { type: 'string', 'x-source': { section: { name: '作り方', aliases: ['Steps'] } } },
  },
});

/** A recipe in Markdown; `steps` is its last section, which a recipe without errors must have. */
export function recipe(slug: string, parts: { title?: string; steps?: string; related?: string; note?: string } = {}) {
  const { title = `${slug}の作り方`, steps = '弱火で三十分ほど煮る。', related, note = '' } = parts;
  return `---
slug: ${slug}
title: ${title}
${related === undefined ? '' : `related: [${related}]\n`}---
${note}
# ${title}

## 材料

| 材料名 | 分量 |
| --- | --- |
| 大根 | 半本 |
| 味噌 | 大さじ二杯 |
${steps === '' ? '' : `\n## 作り方\n\n${steps}\n`}`;
}
