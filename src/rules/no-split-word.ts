import type { Edit, Range } from '../model.ts';
import { defineRule } from './rule.ts';
import { shortened } from './shortened.ts';
import { blocksWith, proseOf, type TextBlock } from './text-blocks.ts';

interface Split {
  readonly range: Range;
  readonly edit?: Edit;
}

/** No word is broken over two lines. */
export const noSplitWord = defineRule({
  id: 'no-split-word',
  severity: 'warning',
  fix: 'safe',
  docs: {
    en: {
      summary: 'No word is broken over two lines',
      why: 'A line end inside a paragraph becomes a space on the page: a word that was broken there is shown in two pieces. A line that begins with 「ー」, a small kana or a full stop, or that goes on after a hyphen, is always such a break; with the option `compounds` each line end between two katakana or two kanji counts.',
    },
    ja: {
      summary: '一つの言葉が改行で二つに分かれていない',
      why: '段落の中の改行は、ページでは空白になって表示されます。言葉の途中で改行すると「マネ ージャー」のように離れて見えます。「ー」や小さい「ッ」「ャ」、句読点で始まる行は必ずこれにあたります。設定 `compounds` を使うと、カタカナどうし・漢字どうしの間の改行もすべて知らせます。',
    },
  },
  messages: {
    en: {
      split: (p: { before: string; after: string }) =>
        `The line breaks inside "${p.before}|${p.after}"; keep the word on one line`,
      fix: () => 'Join the two lines',
    },
    ja: {
      split: (p) => `「${p.before}｜${p.after}」の途中で改行されています。言葉が分かれないよう一行につなげてください`,
      fix: () => '二つの行をつなげる',
    },
  },
  options: {
    schema: { type: 'object', properties: { compounds: { type: 'boolean' } }, additionalProperties: false },
    defaults: { compounds: false },
  },
  examples: {
    accept: [
      { guide: '調律師はピアノの音を整えます。\nハンマーの硬さも調べます。\n' },
      { guide: '必要なものは、チューニング\nハンマーと音叉です。\n' },
      { guide: '調律師の一日です。  \nーーー\n' },
      { guide: 'A piano tuner listens to both full- and\npart-time pupils.\n\n- one\n- two\n' },
    ],
    reject: [
      { guide: '調律師は、ホールのマネ\nージャーと相談します。\n', marks: 'マネ\nージャ' },
      { guide: '演奏会の前に、ハンマ\r\nーの硬さと、フェルトを調べます\r\n。\r\n' },
      { guide: '- ステージのリハ\n  ーサルに立ち会います。\n' },
      { guide: 'The tuner turns each pin with a tun-\ning lever.\n', marks: 'tun-\ning' },
    ],
  },
  *check({ document }, { say, options }) {
    const source = document.source.text;
    for (const block of blocksWith(/[\r\n]/g, proseOf(document))) {
      if (block.found.node.type !== 'paragraph') continue;
      for (const { range, edit } of splitsIn(block, options.compounds)) {
        const [before = '', after = ''] = source.slice(range.start, range.end).split(/\r?\n[ \t>]*/);
        const message = say.split({ before: shortened(before, 12), after: shortened(after, 12) });
        yield { range, message, ...(edit && { fix: { kind: 'safe', title: say.fix(), edits: [edit] } }) };
      }
    }
  },
});

const lineBreak = /(?<=(?<before>\S)) ?\r?\n[ \t>]*(?=(?<after>\S))/g;
const neverFirst = /^[ァィゥェォッャュョヮヵヶぁぃぅぇぉっゃゅょゎー々。、]$/u;
const japanese = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー」』）】]$/u;

function* splitsIn({ text, range }: TextBlock, compounds: boolean): Generator<Split> {
  for (const match of text.matchAll(lineBreak)) {
    const { before = '', after = '' } = match.groups ?? {};
    const end = match.index + match[0].length;
    const isRule = after === 'ー' && text[end + 1] === 'ー';
    const isCertain = neverFirst.test(after) && japanese.test(before) && !isRule;
    const isHyphenated = before === '-' && isHyphenation(text, match.index, end);
    if (!isCertain && !isHyphenated && !(compounds && isCompound(before, after))) continue;
    const from = wordStart(text, match.index);
    const to = end + (/^[\p{L}ー。、]{1,3}/u.exec(text.slice(end, end + 6))?.[0].length ?? 1);
    const gone = { start: range.start + match.index, end: range.start + end };
    yield {
      range: { start: range.start + from, end: range.start + to },
      ...(isCertain && { edit: { range: gone, text: '' } }),
    };
  }
}

/** `tun-` + `ing`, but not `full-` + `and part-time`. */
function isHyphenation(text: string, at: number, next: number): boolean {
  return (
    /\p{Ll}{2}-$/u.test(text.slice(Math.max(at - 4, 0), at)) &&
    /^(?!(?:and|or|to|nor)\b)\p{Ll}{2}/u.test(text.slice(next, next + 4))
  );
}

function isCompound(before: string, after: string): boolean {
  return [/^[\p{Script=Katakana}ー]{2}$/u, /^\p{Script=Han}{2}$/u].some((script) => script.test(before + after));
}

/** Where the first piece of the word begins, at most a few signs before the line end. */
function wordStart(text: string, end: number): number {
  const before = text.slice(Math.max(end - 12, 0), end);
  const piece =
    /(?:[\p{Script=Katakana}ー]+|\p{Script=Han}+|\p{Script=Hiragana}{1,4}|[\p{Ll}\p{Lu}]+-|.)$/u.exec(before)?.[0] ??
    '';
  return end - piece.length;
}
