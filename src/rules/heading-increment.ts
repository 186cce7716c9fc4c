import type { Heading } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { rangeOf } from '../guide-types/scope.ts';
import type { Guide } from '../model.ts';
import { bodyHeadings } from './guide-sections.ts';
import { headingLevelEdits } from './heading-level-edits.ts';
import { misplacedChapters } from './misplaced-chapters.ts';
import { defineRule } from './rule.ts';
import { shortened } from './shortened.ts';

/** A heading is at most one level below the one above it. */
export const headingIncrement = defineRule({
  id: 'heading-increment',
  severity: 'warning',
  fix: 'safe',
  docs: {
    en: {
      summary: 'Heading levels go down one step at a time',
      why: 'After `##` comes `###`, not `####`: a skipped level leaves a gap in the table of contents, and people who have the page read aloud think that they missed a heading. Headings of one chapter that skip the same level are one problem.',
    },
    ja: {
      summary: '見出しのレベルが一段ずつ下がっている',
      why: '「##」の次の小見出しは「###」です。「####」のように一段とばすと、目次に穴があき、読み上げで聞く人は見出しを聞きのがしたと思ってしまいます。同じ章の中でそろってとばしている見出しは、まとめて一つの問題として示します。',
    },
  },
  messages: {
    en: {
      skipped: (p: { heading: string; is: string; above: string; wanted: string }) =>
        `"${p.heading}" has the level "${p.is}", but stands below "${p.above}"; write "${p.wanted}"`,
      also: (p: { is: string; wanted: string }) => `"${p.is}" here as well; write "${p.wanted}"`,
      fix: (p: { wanted: string }) => `Raise the headings to "${p.wanted}", their sub-headings with them`,
    },
    ja: {
      skipped: (p) =>
        `見出し「${p.heading}」は「${p.is}」ですが、すぐ上の段は「${p.above}」です。「${p.wanted}」にしてください`,
      also: (p) => `ここも「${p.is}」です。「${p.wanted}」にしてください`,
      fix: (p) => `見出しを「${p.wanted}」に上げる（その下の小見出しも）`,
    },
  },
  examples: {
    accept: [
      { guide: '## Pay\n\n# Pilot\n\n## Training\n\n### Ground school\n\n#### Weather\n\n## Licence\n' },
      { guide: '# 庭師\n\n## 道具\n\n### はさみ\n\n#### 手入れ\n\n## 一年の仕事\n\n### 春\n' },
      { guide: '### 序\n\n# 庭師\n\n```\n#### 見出しではない\n```\n' },
    ],
    reject: [
      {
        guide: '# Pilot\n\n## Questions\n\n#### Why flying?\n\nText.\n\n#### Why us?\n\nText.\n',
        marks: '#### Why flying?',
      },
      {
        guide: '# 庭師\n\n## 質問\n\n#### **Q1. 志望動機は？**\n\n##### 例\n\n文。\n\n#### **Q2. 長所は？**\n\n文。\n',
      },
      { guide: '# 庭師\n\n### 一年の仕事\n\n文。\n', marks: '### 一年の仕事' },
    ],
  },
  *check(guide, { say }) {
    const headings = bodyHeadings(guide.document);
    const indexes = new Map(headings.map((heading, index) => [heading, index]));
    for (const [parent, skipping] of skippingHeadings(guide)) {
      const [first, ...others] = skipping;
      const wanted = '#'.repeat(parent.depth + 1);
      const edits = skipping.map((heading) =>
        headingLevelEdits(
          withSubHeadings(heading, indexes.get(heading) ?? 0, headings),
          parent.depth + 1 - heading.depth,
          guide.document.source.text,
        ),
      );
      const isFixable = edits.every((one) => one !== undefined);
      yield {
        range: rangeOf(first),
        message: say.skipped({
          heading: shortened(textOf(first)),
          is: '#'.repeat(first.depth),
          above: '#'.repeat(parent.depth),
          wanted,
        }),
        related: others.map((heading) => ({
          range: rangeOf(heading),
          message: say.also({ is: '#'.repeat(heading.depth), wanted }),
        })),
        ...(isFixable && { fix: { kind: 'safe', title: say.fix({ wanted }), edits: edits.flat() } }),
      };
    }
  },
});

/** The headings that skip a level, by the heading they stand under. */
function skippingHeadings(guide: Guide): Map<Heading, [Heading, ...Heading[]]> {
  // A chapter at a wrong level is told by chapter-level, whose repair takes its sub-headings along.
  const levels = new Map(misplacedChapters(guide).map(({ section, wanted }) => [section.heading, wanted]));
  // Of a second title single-title tells.
  for (const title of bodyHeadings(guide.document)
    .filter(({ depth }) => depth === 1)
    .slice(1))
    levels.set(title, 2);
  const skipping = new Map<Heading, [Heading, ...Heading[]]>();
  const open: { readonly heading: Heading; readonly depth: number }[] = [];
  for (const heading of bodyHeadings(guide.document)) {
    const depth = levels.get(heading) ?? heading.depth;
    while ((open.at(-1)?.depth ?? 0) >= depth) open.pop();
    const parent = open.at(-1)?.heading;
    if (parent && depth > parent.depth + 1 && !levels.has(heading) && !levels.has(parent)) {
      const same = skipping.get(parent);
      if (same) same.push(heading);
      else skipping.set(parent, [heading]);
    }
    open.push({ heading, depth });
  }
  return skipping;
}

function withSubHeadings(heading: Heading, index: number, headings: readonly Heading[]): Heading[] {
  let end = index + 1;
  while ((headings[end]?.depth ?? 0) > heading.depth) end++;
  return headings.slice(index, end);
}
