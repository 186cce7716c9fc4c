import type { Document, Fix } from '../model.ts';
import { type BracketFault, bracketFaults, brackets, isSameFamily } from './bracket-pairs.ts';
import { defineRule } from './rule.ts';
import { shortened } from './shortened.ts';
import { markup, opaque, proseOf, type TextBlock } from './text-blocks.ts';
import { unbalancedBlocks } from './unbalanced-blocks.ts';

/** Each bracket has its partner, of the same width. */
export const balancedBrackets = defineRule({
  id: 'balanced-brackets',
  severity: 'warning',
  fix: 'safe',
  docs: {
    en: {
      summary: 'Each bracket is closed, by one of its own kind',
      why: 'A bracket without its partner leaves readers guessing where the aside ends, and is often what remains of a lost sentence. A full-width 「（」 that a half-width 「)」 closes looks uneven. Numbering such as `1)` and quotations over several paragraphs are fine.',
    },
    ja: {
      summary: 'かっこの始まりと終わりがそろっている',
      why: '閉じていないかっこは、どこまでが補足なのか分からず、文が抜け落ちた跡のこともあります。全角の「（」を半角の「)」で閉じると見た目もそろいません。`1)` のような番号や、複数の段落にわたる「」は対象ではありません。',
    },
  },
  messages: {
    en: {
      unclosed: (p: { sign: string; partner: string; words: string }) =>
        `"${p.sign}" in "${p.words}" is not closed; put "${p.partner}" where it ends`,
      unopened: (p: { sign: string; partner: string; words: string }) =>
        `"${p.sign}" in "${p.words}" closes nothing; put "${p.partner}" where it begins, or delete it`,
      mixed: (p: { words: string; wanted: string }) =>
        `The brackets of "${p.words}" have different widths; write "${p.wanted}"`,
      crossed: (p: { words: string }) => `The brackets of "${p.words}" are of different kinds; let them match`,
      opening: () => 'Opened here',
      fix: () => 'Give both brackets the same width',
    },
    ja: {
      unclosed: (p) => `「${p.words}」の「${p.sign}」が閉じられていません。終わりに「${p.partner}」を置いてください`,
      unopened: (p) =>
        `「${p.words}」の「${p.sign}」に始まりのかっこがありません。「${p.partner}」を書き足すか、取り除いてください`,
      mixed: (p) => `かっこの全角と半角がそろっていません：${p.words} は ${p.wanted} と書いてください`,
      crossed: (p) => `「${p.words}」のかっこの種類が始まりと終わりで違います。同じ種類にそろえてください`,
      opening: () => '始まりのかっこはここです',
      fix: () => 'かっこの全角・半角をそろえる',
    },
  },
  examples: {
    accept: [
      {
        guide:
          '装丁家（ブックデザイナー）は「本の顔」を作ります。\n\n1) 紙を選ぶ\n\n（1）判型を決める\n\na) 色を決める\n',
      },
      { guide: '「長い話です。\n\nまだ続きます。」と先輩は言いました。\n' },
      { guide: 'やりました :) `f(x` は途中です。範囲は [0, 1) とします。$\\left( x$\n' },
      { guide: '- 「紙の質感を確かめます。\n\n  1. 「厚み」を測る\n  2. 色を見る。」\n' },
      { guide: 'See [the list](https://example.com/a_(b)) of papers (and boards).\n' },
      { guide: '資料は（https://example.com/paper）にあります。\n' },
    ],
    reject: [
      { guide: '紙（上質紙)を選びます。\n', marks: ')' },
      { guide: '書体(明朝体）は本文に使います。\n' },
      { guide: '装丁家は「本の顔を作る人です。\n\n次の段落です。\n', marks: '「' },
      { guide: '見返しの紙）も決めます。\n', marks: '）' },
      { guide: '| 紙 | 特徴 |\n|---|---|\n| 上質紙（白色度が高い | 本文に使う |\n' },
      { guide: '先輩は「紙は生き物）と言います。\n', marks: '）' },
      { guide: 'Coated paper (for pictures is heavy.\n', marks: '(' },
    ],
  },
  *check({ document }, { say }) {
    const source = document.source.text;
    for (const { block, fault } of faultsOf(document)) {
      const at = block.range.start + fault.at;
      const range = { start: at, end: at + 1 };
      const partner = partnerOf(fault.sign);
      if (fault.kind !== 'mixed') {
        const run = fault.kind === 'unclosed' ? block.text.slice(fault.at, fault.at + 40) : textUpTo(fault.at, block);
        const words = shortened(run.replaceAll(markup, '').replaceAll(/\uFFFC+/g, '…'), 18);
        yield { range, message: say[fault.kind]({ sign: fault.sign, partner, words }) };
        continue;
      }
      const start = block.range.start + (fault.partner ?? 0);
      const words = shortened(source.slice(start, at + 1));
      const related = [{ range: { start, end: start + 1 }, message: say.opening() }];
      if (!isSameFamily(source[start] ?? '', partner)) {
        yield { range, message: say.crossed({ words }), related };
        continue;
      }
      const { fix, wanted } = mended(source, start, at, say.fix());
      yield { range, message: say.mixed({ words, wanted: shortened(wanted) }), related, fix };
    }
  },
});

interface FoundFault {
  readonly block: TextBlock;
  readonly fault: BracketFault;
}

/** The faults of all blocks; what one paragraph opens and a later one of the section closes is a long quotation. */
function faultsOf(document: Document): FoundFault[] {
  const faults: FoundFault[] = [];
  let open: FoundFault[] = [];
  const closed = new Set<FoundFault>();
  const prose = proseOf(document);
  const unbalanced = unbalancedBlocks(prose);
  if (unbalanced.size === 0) return [];
  for (const block of prose.blocks) {
    const { type } = block.found.node;
    if (type === 'heading') open = [];
    if (!unbalanced.has(block)) continue;
    for (const fault of bracketFaults(withoutFormulas(block.text))) {
      if (isMeant(fault, block.text)) continue;
      const found = { block, fault };
      const opened =
        fault.kind === 'unopened' && type === 'paragraph'
          ? open.findLast((one) => brackets[one.fault.sign] === fault.sign)
          : undefined;
      if (opened) {
        closed.add(opened);
        open = open.slice(0, open.indexOf(opened));
        continue;
      }
      faults.push(found);
      if (fault.kind === 'unclosed' && type === 'paragraph') open = [...open.slice(-20), found];
    }
  }
  return crossed(faults.filter((fault) => !closed.has(fault)));
}

/** An opening bracket that another kind closes, as in `「例）`, is one fault. */
function crossed(faults: readonly FoundFault[]): FoundFault[] {
  return faults.flatMap((found, index): FoundFault[] => {
    const { block, fault } = found;
    const isPair = (first: FoundFault | undefined, second: FoundFault | undefined): boolean =>
      first?.block === second?.block && first?.fault.kind === 'unclosed' && second?.fault.kind === 'unopened';
    if (isPair(faults[index - 1], found)) return [];
    const next = faults[index + 1];
    return next && isPair(found, next)
      ? [{ block, fault: { ...next.fault, kind: 'mixed', partner: fault.at } }]
      : [found];
  });
}

/** Half-open intervals and mathematics have rules of their own. */
function withoutFormulas(text: string): string {
  if (!/[$[\]]/.test(text)) return text;
  const blank = (formula: string): string => opaque.repeat(formula.length);
  return text
    .replaceAll(/[[(]\s?-?[\d.]+\s?,\s?(?:[\d.]+|∞)\s?[\])]/g, blank)
    .replaceAll(/\$[^$\n]{0,80}[\\^_][^$\n]{0,80}\$/g, blank);
}

/** `1)`, `a)`, `ア）`, `①）` number something, and `:)` smiles. */
function isMeant({ kind, at }: BracketFault, text: string): boolean {
  const before = text.slice(Math.max(at - 6, 0), at).replaceAll(markup, '');
  if (/[:;=8]-?$/.test(before)) return true;
  return (
    kind === 'unopened' &&
    /(?:^|[\s、。：:（「])(?:\d{1,3}|[A-Za-zＡ-Ｚａ-ｚ]|[ivx]{1,4}|[０-９]{1,2}|[ぁ-んァ-ヶ]|[①-⑳一二三四五六七八九十])$/u.test(
      before,
    )
  );
}

function partnerOf(sign: string): string {
  return brackets[sign] ?? Object.entries(brackets).find(([, closer]) => closer === sign)?.[0] ?? sign;
}

const japanese = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** So much of what stands between two brackets is looked at. Unit: UTF-16 units. */
const farthest = 1000;

/** Both become full-width where the text around or inside is Japanese, else half-width. */
function mended(source: string, start: number, end: number, title: string): { fix: Fix; wanted: string } {
  const opener = source[start] ?? '';
  const closer = source[end] ?? '';
  const inside = source.slice(start + 1, Math.min(end, start + 1 + farthest));
  const isFull = japanese.test((source[start - 1] ?? '') + inside + (source[end + 1] ?? ''));
  const pair = Object.entries(brackets).find(
    ([open, close]) => (open === opener || close === closer) && /[（［]/.test(open) === isFull,
  );
  const [open = opener, close = closer] = pair ?? [];
  const isOpener = open !== opener;
  const edit = isOpener
    ? { range: { start, end: start + 1 }, text: open }
    : { range: { start: end, end: end + 1 }, text: close };
  return { fix: { kind: 'safe', title, edits: [edit] }, wanted: open + inside + close };
}

/** The last words up to a bracket, none of them in half. */
function textUpTo(at: number, { text }: TextBlock): string {
  const run = text.slice(Math.max(at - 14, 0), at + 1);
  return at > 14 && /^\p{Script=Latin}/u.test(run) ? run.replace(/^\S+ +/, '') : run;
}
