import { toString as textOf } from 'mdast-util-to-string';
import { rangeOf } from '../guide-types/scope.ts';
import type { Edit, Guide, SchemaNode } from '../model.ts';
import { bodyHeadings } from './guide-sections.ts';
import { headingLevelEdits } from './heading-level-edits.ts';
import { type MisplacedChapter, misplacedChapters } from './misplaced-chapters.ts';
import { defineRule } from './rule.ts';
import { shortened } from './shortened.ts';

const section = (name: string, ...aliases: string[]): SchemaNode => ({
  type: 'string',
  'x-source': { section: { name, aliases } },
});
const type: SchemaNode = {
  type: 'object',
  properties: {
    title: { type: 'string', 'x-source': { heading: true } },
    ingredients: section('材料', 'Ingredients'),
    steps: section('作り方', 'Steps'),
    tips: section('コツ', 'Tips'),
  },
};

/** The headings of chapters stand right below the title, all at one level. */
export const chapterLevel = defineRule({
  id: 'chapter-level',
  severity: 'error',
  fix: 'safe',
  docs: {
    en: {
      summary: 'All chapters have the same heading level, right below the title',
      why: 'A chapter at the level of its own sub-headings looks like one of them: the table of contents is wrong, and readers cannot see where a chapter ends. With the title at `#`, chapters have `##`.',
    },
    ja: {
      summary: '章の見出しが、どれもタイトルのすぐ下のレベルにそろっている',
      why: '章の見出しが小見出しと同じレベルだと、目次がくずれ、どこまでが一つの章なのか読者にわかりません。タイトルが「#」なら、章は「##」です。',
    },
  },
  messages: {
    en: {
      wrong: (p: { heading: string; is: string; wanted: string }) =>
        `The heading of chapter "${p.heading}" is "${p.is}"; write "${p.wanted}", as for all chapters`,
      fix: (p: { wanted: string }) => `Make it a chapter: "${p.wanted}"`,
    },
    ja: {
      wrong: (p) => `章「${p.heading}」の見出しが「${p.is}」になっています。章の見出しは「${p.wanted}」にしてください`,
      fix: (p) => `見出しを「${p.wanted}」にする`,
    },
  },
  examples: {
    accept: [
      { type, guide: '# Soup\n\n## Ingredients\n\nWater.\n\n### For the stock\n\nBones.\n\n## Steps\n\nBoil it.\n' },
      {
        type,
        guide: '## 材料\n\n大根。\n\n# ふろふき大根\n\n## 作り方\n\n下ゆでします。\n\n### みそだれ\n\n練ります。\n',
      },
      { type, guide: '# 鍋\n\n## 材料\n\n白菜。\n\n## よくある失敗\n\n煮すぎ。\n\n### コツ\n\n弱火で。\n' },
    ],
    reject: [
      {
        type,
        guide: '# Soup\n\n### Ingredients\n\nWater.\n\n### For the stock\n\nBones.\n\n### Steps\n\nBoil it.\n',
        marks: '### Ingredients',
      },
      {
        type,
        guide: '# 肉じゃが\n\n## 材料\n\nじゃがいも。\n\n### 作り方\n\n煮ます。\n\n#### 下ごしらえ\n\n皮をむきます。\n',
        marks: '### 作り方',
      },
      { type, guide: '# Stew\n\n# Ingredients\n\nBeef.\n\n## Meat\n\nShin.\n\n## Steps\n\nBraise it.\n' },
    ],
  },
  *check(guide, { say }) {
    for (const chapter of misplacedChapters(guide)) {
      const { heading } = chapter.section;
      const wanted = '#'.repeat(chapter.wanted);
      const edits = repair(guide, chapter);
      yield {
        range: rangeOf(heading),
        message: say.wrong({ heading: shortened(textOf(heading)), is: '#'.repeat(heading.depth), wanted }),
        ...(edits && { fix: { kind: 'safe', title: say.fix({ wanted }), edits } }),
      };
    }
  },
});

/** Moves the heading, and its sub-headings with it where they would not stand right below it otherwise. */
function repair(guide: Guide, { section, wanted }: MisplacedChapter): readonly Edit[] | undefined {
  const { text } = guide.document.source;
  const { start, end } = section.place.extent;
  const inside = bodyHeadings(guide.document).filter(
    (heading) => rangeOf(heading).start > start && rangeOf(heading).start < end,
  );
  const highest = inside.reduce((least, { depth }) => Math.min(least, depth), Number.POSITIVE_INFINITY);
  const moved = headingLevelEdits([section.heading], wanted - section.heading.depth, text);
  const below = highest === wanted + 1 ? [] : headingLevelEdits(inside, wanted + 1 - highest, text);
  return moved && below && [...moved, ...below];
}
