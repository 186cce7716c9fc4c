import { rangeOf } from '../guide-types/scope.ts';
import { ancestorsOf, type FoundNode, nodesOf } from './nodes-of.ts';
import { defineRule } from './rule.ts';

/** A table cell is one line. */
export const noLineBreakInCell = defineRule({
  id: 'no-line-break-in-cell',
  severity: 'warning',
  recommended: false,
  fix: 'none',
  docs: {
    en: {
      summary: 'Table cells hold no `<br>`',
      why: 'A cell with several lines is a list in disguise: in tables made from the guide the lines run together, and on a phone the row becomes very tall. Split the row, or join the lines with commas.',
    },
    ja: {
      summary: '表のセルの中に改行（<br>）がない',
      why: 'セルの中の改行は、たいてい箇条書きの代わりです。表計算に書き出すと行がつながり、スマートフォンでは縦に長くなります。行を分けるか、読点でつないでください。',
    },
  },
  messages: {
    en: { found: (p: { tag: string }) => `"${p.tag}" breaks the line in a table cell; split the row or write a comma` },
    ja: { found: (p) => `表のセルの中に改行「${p.tag}」があります。行を分けるか、読点でつないでください` },
  },
  examples: {
    accept: [
      { guide: '| Tool | Use |\n| --- | --- |\n| Saw | Cutting, trimming |\n' },
      { guide: '一行目<br>二行目\n\n| 道具 | 用途 |\n| --- | --- |\n| `<br>` | 改行 |\n' },
    ],
    reject: [
      { guide: '| Tool | Use |\n| --- | --- |\n| Saw | Cutting<br>Trimming |\n', marks: '<br>' },
      { guide: '| 道具 | 用途 |\n| --- | --- |\n| のみ | 削る<br/>掘る |\n', marks: '<br/>' },
    ],
  },
  *check({ document }, { say }) {
    for (const found of nodesOf(document, 'html')) {
      if (/^<br\s*\/?>$/i.test(found.node.value) && isInCell(found)) {
        yield { range: rangeOf(found.node), message: say.found({ tag: found.node.value }) };
      }
    }
  },
});

function isInCell(found: FoundNode): boolean {
  for (const { node } of ancestorsOf(found)) if (node.type === 'tableCell') return true;
  return false;
}
