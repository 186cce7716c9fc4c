import { toString as textOf } from 'mdast-util-to-string';
import { rangeOf } from '../guide-types/scope.ts';
import type { SchemaNode } from '../model.ts';
import { type GuideSection, guideSections } from './guide-sections.ts';
import { longestRise } from './longest-rise.ts';
import { defineRule } from './rule.ts';
import { shortened } from './shortened.ts';
import { unknownChapters } from './unknown-chapters.ts';

const section = (name: string, ...aliases: string[]): SchemaNode => ({
  type: 'string',
  'x-source': { section: { name, aliases } },
});
const type: SchemaNode = {
  type: 'object',
  properties: {
    ingredients: section('Ingredients', '材料'),
    steps: section('Steps', '作り方'),
    tips: section('Tips', 'コツ'),
    storage: section('Storage', '保存'),
  },
};

/** Sections stand in the order of the guide's type. */
export const sectionOrder = defineRule({
  id: 'section-order',
  severity: 'warning',
  fix: 'none',
  docs: {
    en: {
      summary: 'The sections stand in the order of the guide type',
      why: 'Readers who know one guide find their way in all of them when the order is the same. Only the sections that have to move are named, as few as possible.',
    },
    ja: {
      summary: '章が決められた順に並んでいる',
      why: '順番が同じなら、一つのガイドを読んだ読者はほかのガイドでも迷いません。動かす必要のある章だけを、なるべく少なく示します。',
    },
  },
  messages: {
    en: {
      before: (p: { name: string; neighbour: string }) => `"${p.name}" belongs before "${p.neighbour}"; move it there`,
      after: (p: { name: string; neighbour: string }) => `"${p.name}" belongs after "${p.neighbour}"; move it there`,
      place: 'Its place is next to this section',
    },
    ja: {
      before: (p) => `「${p.name}」は「${p.neighbour}」の前に置いてください`,
      after: (p) => `「${p.name}」は「${p.neighbour}」の後に置いてください`,
      place: 'この章のとなりが正しい位置です',
    },
  },
  examples: {
    accept: [
      { type, guide: '# Soup\n\n## Ingredients\n\nWater.\n\n## Steps\n\nBoil.\n\n## Storage\n\nFreeze.\n' },
      {
        type,
        guide: '# 鍋\n\n## 材料\n\n白菜。\n\n## 由来\n\n北国の料理。\n\n## 作り方\n\n煮ます。\n\n## コツ\n\n弱火で。\n',
      },
    ],
    reject: [
      {
        type,
        guide: '# Soup\n\n## Steps\n\nBoil.\n\n## Tips\n\nSalt late.\n\n## Ingredients\n\nWater.\n',
        marks: '## Ingredients',
      },
      {
        type,
        guide: '# 鍋\n\n## 材料\n\n白菜。\n\n## 保存\n\n冷蔵で。\n\n## 作り方\n\n煮ます。\n\n## コツ\n\n弱火で。\n',
        marks: '## 保存',
      },
    ],
  },
  *check(guide, { say }) {
    if (!guide.fit.isGood) return;
    // Of two chapters of one name no-duplicate-section tells; which one is out of place nobody knows.
    const doubled = new Set(unknownChapters(guide).map(({ same }) => same));
    const all = guideSections(guide).filter(({ heading }) => !doubled.has(heading));
    for (const parent of new Set(all.map((one) => one.parent))) {
      const sections = all.filter((one) => one.parent === parent);
      const staying = longestRise(sections);
      for (const moved of sections) {
        if (staying.has(moved)) continue;
        const next = [...staying].filter(({ order }) => order > moved.order).sort(byOrder)[0];
        const previous = [...staying]
          .filter(({ order }) => order < moved.order)
          .sort(byOrder)
          .at(-1);
        const isBefore = next !== undefined && next.place.range.start < moved.place.range.start;
        const neighbour = isBefore ? next : previous;
        if (!neighbour) continue;
        const names = { name: nameOf(moved), neighbour: nameOf(neighbour) };
        yield {
          range: rangeOf(moved.heading),
          message: isBefore ? say.before(names) : say.after(names),
          related: [{ range: rangeOf(neighbour.heading), message: say.place }],
        };
      }
    }
  },
});

function byOrder(a: GuideSection, b: GuideSection): number {
  return a.order - b.order;
}

function nameOf({ heading }: GuideSection): string {
  return shortened(textOf(heading));
}
