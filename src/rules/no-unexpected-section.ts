import { toString as textOf } from 'mdast-util-to-string';
import { rangeOf } from '../guide-types/scope.ts';
import type { Guide, SchemaNode } from '../model.ts';
import { nearestName } from '../nearest-name.ts';
import { defineRule } from './rule.ts';
import { shortened } from './shortened.ts';
import { unknownChapters } from './unknown-chapters.ts';

const section = (name: string, ...aliases: string[]): SchemaNode => ({
  type: 'string',
  'x-source': { section: { name, aliases } },
});
const type: SchemaNode = {
  type: 'object',
  required: ['ingredients', 'steps', 'storage'],
  properties: {
    ingredients: section('Ingredients', '材料'),
    steps: section('Steps', '作り方'),
    storage: section('Storage', '保存のしかた'),
  },
};

/** Each chapter is one that the guide's type knows. */
export const noUnexpectedSection = defineRule({
  id: 'no-unexpected-section',
  severity: 'warning',
  recommended: false,
  fix: 'none',
  docs: {
    en: {
      summary: 'All chapters are known to the guide type',
      why: 'A chapter of its own may be meant, or a known one may have a name that nobody recognizes. Switch this rule on where all guides of a collection should have the same chapters and no others.',
    },
    ja: {
      summary: '決められた章のほかに章がない',
      why: 'わざと加えた章のこともあれば、決まった章の名前を書きまちがえていることもあります。どのガイドにも同じ章だけを置きたいときに、この規則を有効にしてください。',
    },
  },
  messages: {
    en: {
      unknown: (p: { name: string }) =>
        `Chapter "${p.name}" is not one of this guide type; move its text into another chapter`,
      near: (p: { name: string; nearest: string }) =>
        `Chapter "${p.name}" is not one of this guide type; did you mean "${p.nearest}"?`,
    },
    ja: {
      unknown: (p) => `章「${p.name}」はこの種類のガイドにはありません。内容をほかの章に移してください`,
      near: (p) => `章「${p.name}」はこの種類のガイドにはありません。「${p.nearest}」ではありませんか`,
    },
  },
  examples: {
    accept: [
      {
        type,
        guide: '# Soup\n\n## Ingredients\n\n### Stock\n\nBones.\n\n## Steps\n\nBoil.\n\n## Storage\n\nFreeze.\n',
      },
      { type, guide: '# 鍋\n\n## 1. 材料：二人分\n\n白菜。\n\n## 2. 作り方\n\n煮ます。\n' },
    ],
    reject: [
      {
        type,
        guide: '# Soup\n\n## Ingredients\n\nWater.\n\n## My holidays\n\nSun.\n\n## Steps\n\nBoil.\n',
        marks: '## My holidays',
      },
      { type, guide: '# Soup\n\n## Ingredients\n\nWater.\n\n## Steps\n\nBoil.\n\n## Storrage\n\nFreeze.\n' },
      {
        type,
        guide: '# 鍋\n\n## 材料\n\n白菜。\n\n## 作り方\n\n煮ます。\n\n## 店の案内\n\n駅前。\n',
        marks: '## 店の案内',
      },
    ],
  },
  *check(guide, { say }) {
    const missing = missingNames(guide);
    for (const { heading, same } of unknownChapters(guide)) {
      if (same) continue;
      const name = shortened(textOf(heading));
      const nearest = nearestName(textOf(heading), missing);
      yield { range: rangeOf(heading), message: nearest ? say.near({ name, nearest }) : say.unknown({ name }) };
    }
  },
});

/** The names of the sections that were asked for and not found. */
function missingNames(guide: Guide): string[] {
  return guide.violations.flatMap(({ pointer, params }) => {
    const section = params.missing === 'section' ? guide.type.nodeAt(pointer)?.['x-source']?.section : undefined;
    return section ? [section.name, ...(section.aliases ?? [])] : [];
  });
}
