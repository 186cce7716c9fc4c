import type { Code, Html } from 'mdast';
import { rangeOf } from '../guide-types/scope.ts';
import type { Document, Edit, Range } from '../model.ts';
import { nodesOf } from './nodes-of.ts';
import { defineRule } from './rule.ts';

/** No line ends in spaces, but for the two that break a line. */
export const noTrailingSpace = defineRule({
  id: 'no-trailing-space',
  severity: 'warning',
  fix: 'safe',
  docs: {
    en: {
      summary: 'No line ends in spaces that do nothing',
      why: 'Spaces at the end of a line cannot be seen, and show up as changes whenever an editor removes them. Two spaces before a line that goes on break the line, and are let be.',
    },
    ja: {
      summary: '行の終わりに余分な空白がない',
      why: '行末の空白は目に見えず、エディターが消すたびに差分として現れます。改行のために置いた行末の二つの空白は対象ではありません。',
    },
  },
  messages: {
    en: {
      space: () => 'The line ends in a space; delete it',
      many: (p: { count: number }) => `The line ends in ${p.count} spaces; two are enough to break it`,
      blank: (p: { count: number }) =>
        p.count > 1
          ? `${p.count} empty lines hold spaces; delete the spaces`
          : 'The empty line holds spaces; delete them',
      again: () => 'Spaces in an empty line',
      fix: () => 'Delete the spaces',
    },
    ja: {
      space: () => '行の終わりに余分な空白があります。削除してください',
      many: (p) => `行の終わりに空白が${p.count}個あります。改行には二つあれば足ります`,
      blank: (p) =>
        p.count > 1
          ? `空行のうち${p.count}行に空白が入っています。空白を削除してください`
          : '空行に空白が入っています。削除してください',
      again: () => 'この空行にも空白があります',
      fix: () => '余分な空白を削除する',
    },
  },
  examples: {
    accept: [
      { guide: '和紙の原料は、楮です。  \n三椏も使います。\n\n終わりです。\n' },
      { guide: '```text\n漉く   \n   \n干す\n```\n' },
      { guide: '- 楮\n\n  - 三椏\r\n' },
    ],
    reject: [
      { guide: '* **用具**: \n  簀桁を使います。\n', marks: ' ' },
      { guide: '和紙の原料は、楮です。    \r\n三椏も使います。\r\n' },
      { guide: '1. 楮を煮る\n   \n   一日かけます。\n  \n2. 紙を漉く\n', marks: '   ' },
      { guide: '| 原料 | 特徴 |\n|---|---|\n| 楮 | 強い |\t\n' },
      { guide: 'Paper is dried on boards.  \n\nThen it is cut. \n' },
    ],
  },
  *check({ document }, { say }) {
    const blank: Range[] = [];
    for (const { spaces, isBlank, breaks } of trailingSpaces(document)) {
      if (isBlank) {
        blank.push(spaces);
        continue;
      }
      const count = spaces.end - spaces.start;
      const edits: Edit[] = [{ range: breaks ? { start: spaces.start + 2, end: spaces.end } : spaces, text: '' }];
      const message = breaks ? say.many({ count }) : say.space();
      yield { range: spaces, message, fix: { kind: 'safe', title: say.fix(), edits } };
    }
    const [first, ...others] = blank;
    if (!first) return;
    const related = others.map((range) => ({ range, message: say.again() }));
    const edits = blank.map((range) => ({ range, text: '' }));
    yield {
      range: first,
      message: say.blank({ count: blank.length }),
      fix: { kind: 'safe', title: say.fix(), edits },
      ...(related.length > 0 && { related }),
    };
  },
});

interface TrailingSpace {
  readonly spaces: Range;
  readonly isBlank: boolean;
  /** The line ends here for readers too. */
  readonly breaks: boolean;
}

const lastAtLineEnd = /[ \t\u3000](?=[\r\n]|$)/g;

function* trailingSpaces(document: Document): Generator<TrailingSpace> {
  const { text } = document.source;
  const raw = rawRanges(document);
  const breaks = new Set(nodesOf(document, 'break').map(({ node }) => rangeOf(node).start));
  const first = document.frontMatter?.range.end ?? 0;
  lastAtLineEnd.lastIndex = first;
  let next = 0;
  while (lastAtLineEnd.test(text)) {
    const spaces = { start: lastAtLineEnd.lastIndex - 1, end: lastAtLineEnd.lastIndex };
    while (spaces.start > first && isSpace(text[spaces.start - 1])) spaces.start--;
    while ((raw[next]?.end ?? Number.POSITIVE_INFINITY) < spaces.start) next++;
    if ((raw[next]?.start ?? Number.POSITIVE_INFINITY) <= spaces.start) continue;
    const isBlank = spaces.start === 0 || /[\r\n]/.test(text[spaces.start - 1] ?? '');
    const isBreak = breaks.has(spaces.start) && text.startsWith('  ', spaces.start);
    if (isBreak && spaces.end - spaces.start === 2) continue;
    yield { spaces, isBlank, breaks: isBreak };
  }
}

function isSpace(sign: string | undefined): boolean {
  return sign === ' ' || sign === '\t' || sign === '\u3000';
}

/** Code and HTML stand as they are; in the order of the text. */
function rawRanges(document: Document): Range[] {
  const nodes: (Code | Html)[] = [...nodesOf(document, 'code'), ...nodesOf(document, 'html')].map(({ node }) => node);
  return nodes.map(rangeOf).sort((a, b) => a.start - b.start);
}
