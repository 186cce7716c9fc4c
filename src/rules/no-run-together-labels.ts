import type { Paragraph } from 'mdast';
import { lineStarts } from '../guide-types/find-labels.ts';
import { rangeOf } from '../guide-types/scope.ts';
import type { Edit, Range } from '../model.ts';
import { lineEndOf } from './line-end-of.ts';
import { type FoundNode, nodesOf } from './nodes-of.ts';
import { defineRule } from './rule.ts';
import { shortened } from './shortened.ts';

/** Labelled lines that stand below each other are paragraphs of their own. */
export const noRunTogetherLabels = defineRule({
  id: 'no-run-together-labels',
  severity: 'warning',
  fix: 'safe',
  docs: {
    en: {
      summary: 'Labelled lines below each other do not run together into one paragraph',
      why: 'A mere line break in Markdown is no line break on the page: `**Task:** …` and `**Place:** …` on two lines become one run of text. An empty line between them makes two paragraphs; bullets, or two spaces at the end of the line, do as well.',
    },
    ja: {
      summary: '「**項目名:** …」の行が、前の行とつながって一つの段落になっていない',
      why: 'Markdownでは、改行しただけでは画面の上で改行されません。「**仕事:** …」「**場所:** …」と二行に書いても、ひとつづきの文章になります。間に空行を入れると別々の段落になります（箇条書きにするか、行末に半角スペースを二つ置いても改行されます）。',
    },
  },
  messages: {
    en: {
      label: (p: { label: string; before: string }) =>
        `"${p.label}" runs on in the paragraph of "${p.before}"; put an empty line before it`,
      also: (p: { label: string; before: string }) => `"${p.label}" as well`,
      fix: 'Insert an empty line',
    },
    ja: {
      label: (p) => `「${p.label}」が前の行「${p.before}」とつながって一つの段落になります。前に空行を入れてください`,
      also: (p) => `「${p.label}」もつながります`,
      fix: '空行を入れる',
    },
  },
  examples: {
    accept: [
      { guide: '**Task:** Cut the hedge.\n\n**Place:** The garden.\n' },
      { guide: '**Task:** Cut the hedge.  \n**Place:** The garden.\n' },
      { guide: '- **仕事:** 生け垣を刈る\n- **場所:** 庭園\n' },
      { guide: '**連携の目的:**\n親方と一日の段取りを決めます。\n**早めの相談**が大切です。\n' },
      { guide: '1. **剪定**\n   枝を切り、形を整えます。\n' },
    ],
    reject: [
      { guide: '**Task:** Cut the hedge.\n**Place:** The garden.\n', marks: '**Place:**' },
      { guide: '**仕事**: 生け垣を刈る\n**場所**:\n公園や庭園\n**時期**：春\n', marks: '**場所**:' },
      { guide: '- 造園会社\r\n\r\n  **仕事：** 庭をつくる\r\n  **休み：** 日曜日\r\n', marks: '**休み：**' },
      { guide: '**主な勤め先**\n造園会社、公園。\n**求められる人**\n体を動かすのが好きな人。\n' },
    ],
  },
  *check({ document }, { say }) {
    const { text } = document.source;
    for (const found of nodesOf(document, 'paragraph')) {
      const [first, ...others] = labelsInside(found, text);
      if (!first) continue;
      const edits: Edit[] = [first, ...others].map(({ lineStart, range }) => emptyLine(text, lineStart, range.start));
      yield {
        range: first.range,
        message: say.label(first),
        related: others.map((other) => ({ range: other.range, message: say.also(other) })),
        fix: { kind: 'safe', title: say.fix, edits },
      };
    }
  },
});

interface InnerLabel {
  readonly lineStart: number;
  /** The label with its marks and colon. */
  readonly range: Range;
  readonly label: string;
  /** How the line before begins. */
  readonly before: string;
}

const withColon = /^(?<mark>\*\*|__)(?=\S)(?<label>[^*_\n]{1,40}?)(?:[ \t]*[:：][ \t]*\k<mark>|\k<mark>[ \t]?[:：])/u;
const alone = /^(?<mark>\*\*|__)(?=\S)(?<label>[^*_\n]{1,40}?)\k<mark>(?=[ \t]*$)/u;
const brokenLine = /(?: {2}|\\|<br ?\/?>)\s*$/iu;

/** The labels in a paragraph that begin a line of the source, but not one of the page. */
function labelsInside({ node, up }: FoundNode<Paragraph>, text: string): InnerLabel[] {
  if (node.position?.start.line === node.position?.end.line) return [];
  const range = rangeOf(node);
  const starts = lineStarts(text, range);
  if (starts.length < 2) return [];
  // In a list item what stands further left than its text is told by no-misnested-list.
  const indent = up?.node.type === 'listItem' ? (node.position?.start.column ?? 1) - 1 : 0;
  const lines = starts.map((start, index) =>
    text.slice(start, Math.min((starts[index + 1] ?? range.end + 1) - 1, range.end)),
  );
  const firstLine = lines[0] ?? '';
  const isTitled = withColon.test(firstLine) || alone.test(firstLine.trimEnd());
  return lines.flatMap((line, index) => {
    const lead = /^[\s>]*/u.exec(line)?.[0].length ?? 0;
    const match = withColon.exec(line.slice(lead)) ?? (isTitled ? alone.exec(line.slice(lead).trimEnd()) : null);
    const lineStart = starts[index];
    const previous = lines[index - 1];
    if (!match || lineStart === undefined || previous === undefined || lead < indent || brokenLine.test(previous))
      return [];
    const start = lineStart + lead;
    return [
      {
        lineStart,
        range: { start, end: start + match[0].length },
        label: match.groups?.label?.trim() ?? '',
        before: shortened(previous.replaceAll(/\*\*|__|^[\s>]+/gu, ''), 20),
      },
    ];
  });
}

function emptyLine(text: string, lineStart: number, labelStart: number): Edit {
  const quote = text.slice(lineStart, labelStart).trimEnd();
  return { range: { start: lineStart, end: lineStart }, text: quote + lineEndOf(text, lineStart) };
}
