import { nameInLanguage } from './name-in-language.ts';
import { defineRule } from './rule.ts';
import { canTellOfBody } from './violations-for.ts';

const type = {
  type: 'object',
  required: ['steps'],
  properties: {
    steps: { type: 'string', 'x-source': { section: { name: 'Steps', aliases: ['作り方'] } } },
    tips: { type: 'string', 'x-source': { section: { name: 'Tips', aliases: ['コツ'] } } },
  },
};

/** A section that the guide type requires stands in the guide, under its own name or an alias. */
export const sectionPresent = defineRule({
  id: 'section-present',
  severity: 'error',
  fix: 'none',
  docs: {
    en: {
      summary: 'The guide has each section that its type requires',
      why: 'Readers look for the same chapters in each guide, and pages and tables are made from them. The place shown is where the section belongs: before the next one that is there.',
    },
    ja: {
      summary: '必須の章がそろっている',
      why: 'どのガイドにも同じ章があることで読者は迷わず、ページや表もそこから作られます。示された場所は、その章を入れる位置（次の章の直前）です。',
    },
  },
  messages: {
    en: {
      missing: (p: { name: string; heading: string }) =>
        `Section "${p.name}" is missing; add it here with the heading "${p.heading}"`,
      absent: (p: { name: string }) => `Section "${p.name}" is missing; add it here, under a heading of that name`,
    },
    ja: {
      missing: (p) => `章「${p.name}」がありません。ここに見出し「${p.heading}」を置いて書いてください`,
      absent: (p) => `章「${p.name}」がありません。ここに見出しを置いて書いてください`,
    },
  },
  examples: {
    accept: [
      { type, guide: '# Soup\n\n## Steps\n\nBoil the water.\n' },
      { type, guide: '# スープ\n\n## 1. 作り方：かんたん\n\n湯をわかします。\n' },
    ],
    reject: [{ type, guide: '# Soup\n\n## Tips\n\nUse a big pot.\n' }],
  },
  *check(guide, { say, locale }) {
    if (!canTellOfBody(guide)) return;
    for (const { pointer, params, range, severity } of guide.violations) {
      if (params.missing !== 'section') continue;
      const section = guide.type.nodeAt(pointer)?.['x-source']?.section;
      const heading = section && nameInLanguage([section.name, ...(section.aliases ?? [])], guide.document);
      const name = guide.type.titleOf(pointer, locale);
      const isNamed = heading !== undefined && heading !== name;
      yield { range, severity, message: isNamed ? say.missing({ name, heading }) : say.absent({ name }) };
    }
  },
});
