import { toString as textOf } from 'mdast-util-to-string';
import { rangeOf } from '../guide-types/scope.ts';
import { bodyHeadings } from './guide-sections.ts';
import { headingLevelEdits } from './heading-level-edits.ts';
import { misplacedChapters } from './misplaced-chapters.ts';
import { defineRule } from './rule.ts';
import { shortened } from './shortened.ts';

/** A guide has one title. */
export const singleTitle = defineRule({
  id: 'single-title',
  severity: 'error',
  fix: 'unsafe',
  docs: {
    en: {
      summary: 'The guide has no more than one title (`#`)',
      why: 'The heading with one `#` is the title of the page; search engines and tables of contents expect a single one. Chapters have `##`.',
    },
    ja: {
      summary: 'タイトル（「#」の見出し）が一つだけである',
      why: '「#」一つの見出しはページのタイトルです。検索サイトも目次も、タイトルは一つだけだとみなします。章の見出しは「##」にしてください。',
    },
  },
  messages: {
    en: {
      second: (p: { heading: string; title: string }) =>
        `"${p.heading}" is a second title next to "${p.title}"; write "##" for a chapter`,
      also: 'Another title',
      first: 'The title',
      fix: 'Make the further titles chapters ("##")',
    },
    ja: {
      second: (p) =>
        `「${p.heading}」が「${p.title}」に続く二つ目のタイトルになっています。章の見出しなら「##」にしてください`,
      also: 'ここもタイトルになっています',
      first: '一つ目のタイトル',
      fix: '二つ目からのタイトルを章（「##」）にする',
    },
  },
  examples: {
    accept: [
      { guide: '# Harbour pilot\n\n## Training\n\nSea time.\n' },
      { guide: '## 給与\n\n表。\n\n# 水先人\n\n## 仕事\n\n```sh\n# 見出しではない\n```\n' },
      { guide: '題のない短いメモです。\n' },
    ],
    reject: [
      { guide: '# Harbour pilot\n\n## Training\n\nSea time.\n\n# Licence\n\nTwo kinds.\n', marks: '# Licence' },
      { guide: '# 水先人\n\n# 仕事\n\n船を導く。\n\n# 資格\n\n三つの級。\n', marks: '# 仕事' },
    ],
  },
  *check(guide, { say }) {
    // Chapters that stand at the level of the title are told by chapter-level.
    const chapters = new Set(misplacedChapters(guide).map(({ section }) => section.heading));
    const titles = bodyHeadings(guide.document).filter((heading) => heading.depth === 1 && !chapters.has(heading));
    const [title, second, ...others] = titles;
    if (!title || !second) return;
    const edits = headingLevelEdits([second, ...others], 1, guide.document.source.text);
    yield {
      range: rangeOf(second),
      message: say.second({ heading: shortened(textOf(second)), title: shortened(textOf(title)) }),
      related: [
        { range: rangeOf(title), message: say.first },
        ...others.map((heading) => ({ range: rangeOf(heading), message: say.also })),
      ],
      ...(edits && { fix: { kind: 'unsafe', title: say.fix, edits } }),
    };
  },
});
