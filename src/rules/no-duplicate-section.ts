import { toString as textOf } from 'mdast-util-to-string';
import { rangeOf } from '../guide-types/scope.ts';
import type { SchemaNode } from '../model.ts';
import { defineRule } from './rule.ts';
import { shortened } from './shortened.ts';
import { inOrderOfText, unknownChapters } from './unknown-chapters.ts';

const section = (name: string, ...aliases: string[]): SchemaNode => ({
  type: 'string',
  'x-source': { section: { name, aliases } },
});
const type: SchemaNode = {
  type: 'object',
  properties: {
    ingredients: section('Ingredients', '材料'),
    steps: section('Steps', 'Method', '作り方', '手順'),
    tips: section('Tips', 'コツ'),
  },
};

/** No chapter stands twice in a guide. */
export const noDuplicateSection = defineRule({
  id: 'no-duplicate-section',
  severity: 'error',
  fix: 'none',
  docs: {
    en: {
      summary: 'No chapter stands twice',
      why: 'Of two chapters of one name, or of two names that mean the same, tables and pages made from the guide take only one; what the other says is lost. Join them, or give the second a name of its own.',
    },
    ja: {
      summary: '一つのガイドに同じ章が二つない',
      why: '同じ名前の章や、同じ意味の名前の章が二つあると、ページや表に使われるのは片方だけで、もう片方の内容は失われます。一つにまとめるか、別の名前をつけてください。',
    },
  },
  messages: {
    en: {
      same: (p: { name: string }) => `Chapter "${p.name}" stands twice; join the two or rename this one`,
      alike: (p: { name: string; other: string }) =>
        `Chapter "${p.name}" is the same as "${p.other}"; join the two or rename this one`,
      first: 'The other one',
    },
    ja: {
      same: (p) => `章「${p.name}」が二つあります。一つにまとめるか、こちらの名前を変えてください`,
      alike: (p) => `章「${p.name}」は「${p.other}」と同じ章です。一つにまとめるか、こちらの名前を変えてください`,
      first: 'もう一つの章',
    },
  },
  examples: {
    accept: [
      {
        type,
        guide: '# Soup\n\n## Ingredients\n\nWater.\n\n## Steps\n\nBoil.\n\n### Tips\n\nSlowly.\n\n## Tips\n\nSalt.\n',
      },
      { type, guide: '# 鍋\n\n## 材料\n\n### 一人分\n\n白菜。\n\n## 作り方\n\n### 一人分\n\n煮ます。\n' },
    ],
    reject: [
      { type, guide: '# Soup\n\n## Ingredients\n\nWater.\n\n## Steps\n\nBoil.\n\n## Ingredients\n\nSalt.\n' },
      {
        type,
        guide: '# 鍋\n\n## 材料\n\n白菜。\n\n## 作り方\n\n煮ます。\n\n## 手順\n\nまた煮ます。\n',
        marks: '## 手順',
      },
      {
        type,
        guide: '# 鍋\n\n## 材料\n\n### 具\n\n白菜。\n\n## 由来\n\n北国。\n\n## 作り方\n\n煮る。\n\n## 由来\n\n雪国。\n',
      },
    ],
  },
  *check(guide, { say }) {
    for (const { heading, same } of unknownChapters(guide)) {
      if (!same) continue;
      const [first, second] = inOrderOfText(heading, same);
      const names = { name: shortened(textOf(second)), other: shortened(textOf(first)) };
      yield {
        range: rangeOf(second),
        message: names.name === names.other ? say.same(names) : say.alike(names),
        related: [{ range: rangeOf(first), message: say.first }],
      };
    }
  },
});
