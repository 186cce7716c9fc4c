import type { Heading } from 'mdast';
import { rangeOf } from '../guide-types/scope.ts';
import { lineStart } from '../line-start.ts';
import type { Document, Edit, Fix, Range } from '../model.ts';
import { bodyHeadings } from './guide-sections.ts';
import { columnAt, indentAt } from './indentation.ts';
import { lineEndOf } from './line-end-of.ts';
import { nodesOf } from './nodes-of.ts';
import { defineRule } from './rule.ts';
import { shortened } from './shortened.ts';
import { swallowedRows } from './swallowed-rows.ts';
import { unreadTables } from './unread-tables.ts';

/** An empty line stands where two blocks would be read as one without it. */
export const blankLineAroundBlock = defineRule({
  id: 'blank-line-around-block',
  severity: 'error',
  fix: 'safe',
  docs: {
    en: {
      summary: 'An empty line keeps tables, rules and paragraphs apart',
      why: 'A sentence right below a table becomes its last row, a table right below a bullet is shown as bars and dashes, and `---` right below a sentence turns that into a heading. An empty line between them is all it takes.',
    },
    ja: {
      summary: '表や区切り線と文章の間に空行がある',
      why: '表のすぐ下に書いた文は表の最後の行になり、箇条書きのすぐ下に書いた表は縦棒のまま表示され、文のすぐ下の「---」はその文を見出しに変えてしまいます。間に空行を一つ入れれば直ります。',
    },
  },
  messages: {
    en: {
      row: (p: { line: string }) => `"${p.line}" becomes a row of the table above; put an empty line before it`,
      table: (p: { line: string }) => `The table "${p.line}" is not shown as a table; put an empty line before it`,
      heading: (p: { line: string }) => `"---" turns "${p.line}" into a heading; put an empty line before the dashes`,
      fix: 'Insert an empty line',
    },
    ja: {
      row: (p) => `「${p.line}」が上の表の行になってしまいます。前に空行を入れてください`,
      table: (p) => `表「${p.line}」が表として表示されません。前に空行を入れてください`,
      heading: (p) => `すぐ下の「---」のせいで「${p.line}」が見出しになっています。「---」の前に空行を入れてください`,
      fix: '空行を入れる',
    },
  },
  examples: {
    accept: [
      { guide: '## Tools\n| Tool | Use |\n| --- | --- |\n| Saw | Cutting |\n\nKeep them dry.\n\n---\n' },
      { guide: '道具 | 用途\n--- | ---\nのこぎり | 切る\n' },
      { guide: '木工の基本\n---\n\n材料を選びます。\n' },
      { guide: '文のあとに表が続きます。\n| 道具 | 用途 |\n| --- | --- |\n| のみ | 削る |\n' },
    ],
    reject: [
      { guide: '| Tool | Use |\n| --- | --- |\n| Saw | Cutting |\nKeep them dry.\n', marks: 'Keep them dry.' },
      {
        guide: '| 道具 | 用途 |\r\n| --- | --- |\r\n| のみ | 削る |\r\n※ 刃は毎日研ぎます。\r\n',
        marks: '※ 刃は毎日研ぎます。',
      },
      { guide: '道具は乾いた場所にしまいます。\n---\n', marks: '---' },
      { guide: '- 道具の一覧\n| 道具 | 用途 |\n| --- | --- |\n| のみ | 削る |\n', marks: '| 道具 | 用途 |' },
    ],
  },
  *check({ document }, { say }) {
    const { text } = document.source;
    const cited = (range: Range): { line: string } => ({ line: shortened(text.slice(range.start, range.end)) });
    const fix = (edit: Edit, kind: Fix['kind'] = 'safe'): Fix => ({
      kind,
      unveils: true,
      title: say.fix,
      edits: [edit],
    });
    for (const { node } of nodesOf(document, 'table')) {
      const [range] = swallowedRows(node, text);
      if (range) yield { range, message: say.row(cited(range)), fix: fix(emptyLineBefore(range.start, text)) };
    }
    for (const { header, headerStart, headerCells, ruleCells, paragraph } of unreadTables(document)) {
      if (headerCells !== ruleCells) continue;
      const isBelowItem = indentAt(text, headerStart) < columnAt(text, rangeOf(paragraph.node).start);
      const edit = isBelowItem && header.start > rangeOf(paragraph.node).start && emptyLineBefore(header.start, text);
      yield { range: header, message: say.table(cited(header)), ...(edit && { fix: fix(edit) }) };
    }
    for (const { heading, dashes, isSentence } of accidentalHeadings(document)) {
      const edit = emptyLineBefore(dashes.start, text);
      const content = { start: rangeOf(heading).start, end: dashes.start };
      yield { range: dashes, message: say.heading(cited(content)), fix: fix(edit, isSentence ? 'safe' : 'unsafe') };
    }
  },
});

function emptyLineBefore(offset: number, text: string): Edit {
  const start = lineStart(text, offset);
  return { range: { start, end: start }, text: lineEndOf(text, start) };
}

interface AccidentalHeading {
  readonly heading: Heading;
  readonly dashes: Range;
  readonly isSentence: boolean;
}

/** Text with a rule below that is meant to divide; in guides whose headings are written so it may be a heading. */
function accidentalHeadings(document: Document): AccidentalHeading[] {
  const { text } = document.source;
  const headings = bodyHeadings(document);
  const underlined = headings.filter((heading) => text[rangeOf(heading).start] !== '#' && heading.depth === 2);
  const marked = headings.filter((heading) => text[rangeOf(heading).start] === '#').length;
  return underlined.flatMap((heading): AccidentalHeading[] => {
    const { start, end } = rangeOf(heading);
    const dashes = { start: lineStart(text, end), end };
    const content = text.slice(start, dashes.start).trim();
    const isSentence = /[。！？!?.」]$/u.test(content) || content.includes('\n');
    return isSentence || marked >= 3 ? [{ heading, dashes, isSentence }] : [];
  });
}
