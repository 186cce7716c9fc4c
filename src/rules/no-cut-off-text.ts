import type { Nodes } from 'mdast';
import { rangeOf } from '../guide-types/scope.ts';
import type { Document, Range } from '../model.ts';
import { bracketFaults } from './bracket-pairs.ts';
import { brokenEmphasis } from './emphasis-pairs.ts';
import { ancestorsOf } from './nodes-of.ts';
import { defineRule } from './rule.ts';
import { shortened } from './shortened.ts';
import { markup, type TextBlock, textBlocksOf } from './text-blocks.ts';

/** The text does not stop in the middle of a sentence. */
export const noCutOffText = defineRule({
  id: 'no-cut-off-text',
  severity: 'error',
  fix: 'none',
  docs: {
    en: {
      summary: 'No text stops in the middle of a sentence',
      why: 'A draft that was cut off ends in mid-sentence, with a bracket or bold type still open. What is missing there is often more than the sentence: the chapters after it are gone as well.',
    },
    ja: {
      summary: '文章が途中で切れていない',
      why: '下書きが途中で切れると、文の途中や、かっこ・太字が開いたままの状態で終わります。その先の章までまるごと抜けていることも多いので、元の原稿を確かめて続きを書いてください。',
    },
  },
  messages: {
    en: {
      end: (p: { words: string }) => `The guide stops in mid-sentence: "${p.words}"; write the rest`,
      comma: (p: { words: string }) => `The paragraph ends with a comma: "${p.words}"; finish the sentence`,
      fence: () => 'The guide ends inside a code block that is not closed; write the rest and close it',
    },
    ja: {
      end: (p) => `文章が途中で切れています：「${p.words}」。続きを書いてください`,
      comma: (p) => `段落が読点で終わっています：「${p.words}」。文を最後まで書いてください`,
      fence: () => 'コードブロックが閉じないまま原稿が終わっています。続きを書き、最後に「```」を置いてください',
    },
  },
  examples: {
    accept: [
      { guide: '# 茶師の仕事\n\n茶師は荒茶を選び、火入れで香りを引き出します。\n\n味を決めるのは、あなたの舌です！\n' },
      { guide: '茶師になるには次の道があります。\n\n- 製茶会社に就職する\n- 産地で見習いから始める\n' },
      { guide: '道具は次のとおりで、\n\n- 茶さじ\n- 拝見盆\n' },
      { guide: '香りを確かめます。\n\n`#茶師` `#日本茶`\n' },
      { guide: '火入れの温度は品種で変わります。\n\n**さあ、次の一杯をあなたの手で**\n' },
      { guide: 'A tea blender tastes two hundred cups a day.\n\nSee also: Tea taster, Coffee roaster\n' },
    ],
    reject: [
      { guide: '茶師は荒茶を選びます。火入れでは温度と時間を\n' },
      { guide: '- **Q. 合組（ブレンドとも呼ばれ、産地の違う茶を\n' },
      { guide: '茶の味は水でも変わるため、\n\n## 道具\n\n急須を使います。\n', marks: '茶の味は水でも変わるため、' },
      { guide: '**Q2. 火入れの温度はどのように決め\n' },
      { guide: 'Blending starts with the harvest. The blender then compares the samples with the\n' },
      { guide: '次のように記録します。\n\n```text\n温度: 90\n' },
    ],
  },
  *check({ document }, { say }) {
    const blocks = textBlocksOf(document);
    const last = blocks.at(-1);
    const end = lastContent(document);
    for (const block of blocks) {
      if (block === last || !isBeforeProse(block) || !endsInComma(block) || visibleText(block).length <= 8) continue;
      const range = tailOf(block);
      yield { range, severity: 'warning', message: say.comma({ words: wordsAt(range, document) }) };
    }
    if (end?.type === 'code') {
      const { start, end: stop } = rangeOf(end);
      const source = document.source.text.slice(start, stop);
      const isWhole = end === document.tree.children[0];
      if (isOpenFence(source) && !isWhole) {
        yield { range: { start, end: start + source.search(/[\r\n]|$/) }, message: say.fence() };
      }
    } else if (last && end && rangeOf(end).end >= last.range.end && rangeOf(end).start <= last.range.start) {
      const range = tailOf(last);
      if (isCutOff(last, document)) yield { range, message: say.end({ words: wordsAt(range, document) }) };
    }
  },
});

/** The end of the text, which is what the reader of a message looks for. */
function wordsAt({ start, end }: Range, { source }: Document): string {
  const words = source.text.slice(start, end).trim();
  const characters = [...words];
  return characters.length > 24 ? `…${characters.slice(-23).join('')}` : shortened(words);
}

/** The last node that readers see something of. */
function lastContent(document: Document): Nodes | undefined {
  return document.tree.children.findLast(({ type }) => type !== 'html' && type !== 'definition');
}

function isOpenFence(source: string): boolean {
  const fence = /^(`{3,}|~{3,})/.exec(source)?.[1];
  if (fence === undefined) return false;
  const lastLine = source.slice(Math.max(source.lastIndexOf('\n'), source.lastIndexOf('\r')) + 1).trim();
  return !source.includes('\n') || !lastLine.startsWith(fence) || /[^`~]/.test(lastLine);
}

function endsInComma({ text }: TextBlock): boolean {
  let end = text.length - 1;
  while (text[end] === markup) end--;
  const last = text[end] ?? '';
  return last.trim() === '' ? /[、，]$/u.test(visibleText({ text })) : last === '、' || last === '，';
}

function visibleText({ text }: Pick<TextBlock, 'text'>): string {
  return text.replaceAll(markup, '').trim();
}

/** Only prose can go on where a paragraph ends; a list, table or quote may well follow a comma. */
function isBeforeProse(block: TextBlock): boolean {
  const { node, up, index } = block.found;
  if (node.type !== 'paragraph' || up?.node.type !== 'root') return false;
  const next = up.node.children[index + 1];
  return next?.type === 'paragraph' || next?.type === 'heading' || next?.type === 'thematicBreak';
}

/** The last sentence of a block, as far as it goes. */
function tailOf({ text, range }: TextBlock): Range {
  const end = text.replace(/(?<![\s\u2060])[\s\u2060]+$/u, '').length;
  const before = text.slice(0, Math.max(end - 1, 0));
  const stop = Math.max(...['。', '！', '？', '. ', '! ', '? ', '\n'].map((sign) => before.lastIndexOf(sign)));
  const lead = /^[\s\u2060.]*/u.exec(text.slice(stop + 1, end))?.[0].length ?? 0;
  return { start: range.start + stop + 1 + lead, end: range.start + end };
}

const ended = /[。．.!?！？…」』）)】〉》〕”"’'`:：;；〜～♪→\]］\p{S}\p{Extended_Pictographic}\uFFFC]$/u;
const danglingParticle = /(?:[をがはにのやへ]|から|より|および|または|という|による|において|ために)$/u;
const danglingWord = /\b(?:the|an?|of|and|or|to|with|for|by|from|as|that|which|is|are|their|its|your)$/u;
const kana = /[\p{Script=Hiragana}]/u;

function isCutOff(block: TextBlock, document: Document): boolean {
  const text = visibleText(block);
  if (text === '' || block.found.node.type === 'heading') return false;
  if (/[、，,]$/u.test(text)) return true;
  if (ended.test(text)) return false;
  if (bracketFaults(text).some(({ kind }) => kind === 'unclosed')) return true;
  if (brokenEmphasis(block, document).some(({ closing }) => closing === undefined)) return true;
  const { start, end } = tailOf(block);
  const tail = text.slice(-(end - start));
  const hasSentences = tail.length < text.length && /[。！？]|[.!?]\s/u.test(text);
  if (kana.test(tail)) {
    if (danglingParticle.test(text)) return hasSentences || text.length >= 40;
    return hasSentences && tail.length >= 10 && !/[：:\n]/u.test(tail) && !isWhollyBold(block);
  }
  if (!/[a-z]$/.test(text) || text.split(/\s+/).length < 6) return false;
  const isListed = [...ancestorsOf(block.found)].some(({ node }) => node.type === 'listItem' || node.type === 'table');
  return danglingWord.test(text) || (hasSentences && !isListed && tail.split(/\s+/).length > 2);
}

/** A motto in bold type needs no full stop. */
function isWhollyBold({ found }: TextBlock): boolean {
  return found.node.children.at(-1)?.type === 'strong';
}
