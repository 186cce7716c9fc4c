import type { Edit, Range } from '../model.ts';
import { blocksWithDoubles } from './doubled-places.ts';
import { defineRule } from './rule.ts';
import { shortened } from './shortened.ts';
import { markup, proseOf, type TextBlock } from './text-blocks.ts';

interface Doubled {
  /** Both words. */
  readonly range: Range;
  readonly edit: Edit;
  readonly word: string;
}

/** No particle or word stands twice in a row. */
export const noDoubledWord = defineRule({
  id: 'no-doubled-word',
  severity: 'warning',
  fix: 'safe',
  docs: {
    en: {
      summary: 'No word or particle is written twice in a row',
      why: 'A doubled "the the" or 「をを」 is left behind when a sentence is rewritten. Words that are meant to be doubled (ますます, それぞれ, "very very") are let be.',
    },
    ja: {
      summary: '同じ助詞や言葉が続けて二度書かれていない',
      why: '「をを」「することすること」のような重なりは、文を書き直したときに残りがちです。「ますます」「それぞれ」「一人一人」のように重ねて使う言葉は対象ではありません。',
    },
  },
  messages: {
    en: {
      doubled: (p: { written: string; word: string }) => `"${p.written}" says "${p.word}" twice; delete one`,
      fix: (p: { word: string }) => `Delete one "${p.word}"`,
    },
    ja: {
      doubled: (p) => `「${p.written}」は「${p.word}」が重なっています。一つ削除してください`,
      fix: (p) => `重なった「${p.word}」を一つ削除する`,
    },
  },
  examples: {
    accept: [
      { guide: '作業はますます増え、それぞれの人がいろいろな道具を使います。\n' },
      { guide: '長く続くものの、仲間とともに働き、社員ががんばることとはっきり分かります。\n' },
      { guide: '現場でできることと、父と母は話します。何に使うか、なにに使うか。\n' },
      { guide: '一人一人が毎日毎日、東京大学大学院でワクワクする研究をします。企業ののれんを守ります。\n' },
      { guide: 'He had had a very very long day, and said that that was fine. Log in in the morning.\n' },
      { guide: '**Design:** design the page. | The is a word.\n' },
    ],
    reject: [
      { guide: '船大工は木材をを選びます。\n', marks: 'をを' },
      { guide: '仕事には道具がが必要です。\n', marks: 'がが' },
      { guide: '木目を読み、。節を避けます。。反りも確かめます。\n', marks: '。。' },
      { guide: '**船体**のの設計に関わります。\n', marks: 'のの' },
      { guide: '図面を描くことができますます。木を見極めることができるできるようになります。\n' },
      { guide: 'メンテナンスメンテナンスの計画を立てます。\n', marks: 'メンテナンスメンテナンス' },
      { guide: 'A shipwright bends the the planks.\n', marks: 'the the' },
      { guide: 'The keel is laid by\nby the oldest shipwright.\n' },
    ],
  },
  *check({ document }, { say }) {
    for (const block of blocksWithDoubles(proseOf(document))) {
      for (const { range, edit, word } of doubledIn(block)) {
        // In a quotation the line begins with a mark that is none of the words.
        const written = shortened(block.text.slice(range.start - block.range.start, range.end - block.range.start));
        yield {
          range,
          message: say.doubled({ written, word }),
          fix: { kind: 'safe', title: say.fix({ word }), edits: [edit] },
        };
      }
    }
  },
});

// Each word is written out twice: a search for the same word again would try at every character.
const particle = /をを|がが|にに|のの|でで|とと|はは|へへ/g;
const ending =
  /ですです|ましたました|しますします|できますできます|できるできる|くださいください|することすること|ことがことが|についてについて|においてにおいて|によるによる|によってによって|としてとして|というという|ためにために|(?<=でき|しい|あり|され|られ|なり|行い)ますます(?=[。、]|$)|からから(?=[、。])|までまで(?=[、。])/g;
const stop = /(?<![。、])(?<word>[。、])\k<word>(?![。、])/g;
const compound = /[ァ-ヴー]{8,}|[一-鿿々]{4,8}/g;
const meantKanji = /^(?:[一毎何各]|大学|是非|本当|次第)/;
const english = /\b(?<word>[a-z]+)(?<gap>[ \t]+|[ \t]*\r?\n[ \t]*)(?<again>\k<word>)(?![\w'’-])/gi;

const short = new Set([
  'the',
  'a',
  'an',
  'of',
  'to',
  'and',
  'or',
  'for',
  'with',
  'by',
  'from',
  'are',
  'be',
  'we',
  'our',
  'if',
  'as',
]);
const meant = new Set([
  'that',
  'very',
  'many',
  'much',
  'long',
  'really',
  'such',
  'bye',
  'well',
  'sometimes',
  'again',
  'over',
  'more',
  'what',
  'there',
  'never',
  'blah',
  'quack',
]);

function* doubledIn({ text, range }: TextBlock): Generator<Doubled> {
  const found = [...text.matchAll(particle)].filter((match) => match[0] === 'をを' || isParticle(text, match.index));
  const halves = [...text.matchAll(compound)].filter(({ 0: run }) => isDoubledCompound(run));
  const endings = [...text.matchAll(ending), ...text.matchAll(stop)];
  for (const match of [...found, ...endings, ...halves]) {
    const both = { start: range.start + match.index, end: range.start + match.index + match[0].length };
    const word = match[0].slice(match[0].length / 2);
    yield { range: both, word, edit: { range: { start: both.end - word.length, end: both.end }, text: '' } };
  }
  yield* doubledEnglish(text, range.start);
}

/** Behind kanji, katakana, Latin or a bracket, and before no hiragana: `社員ががんばる`, `会社とともに` are words. */
function isParticle(text: string, at: number): boolean {
  const before =
    text
      .slice(Math.max(at - 4, 0), at)
      .replaceAll(markup, '')
      .at(-1) ?? '';
  return (
    /[^\p{Script=Hiragana}\s、。，．・「『（(【]/u.test(before) &&
    !/[\p{Script=Hiragana}\u2060]/u.test(text[at + 2] ?? '')
  );
}

function isDoubledCompound(run: string): boolean {
  const half = run.slice(0, run.length / 2);
  return run === half + half && !meantKanji.test(run);
}

function* doubledEnglish(text: string, offset: number): Generator<Doubled> {
  if (!/[A-Za-z]\s+[A-Za-z]/.test(text)) return;
  for (const match of text.matchAll(english)) {
    const { gap = '', again = '' } = match.groups ?? {};
    if (/[.'’-]/.test(text[match.index - 1] ?? '')) continue;
    if (!short.has(again) && (again.length < 4 || meant.has(again) || again !== again.toLowerCase())) continue;
    const end = match.index + match[0].length;
    const range = { start: offset + match.index, end: offset + end };
    const isWrapped = /[\r\n]/.test(gap);
    const from = end - again.length;
    const spaces = isWrapped ? (/^[ \t]*/.exec(text.slice(end))?.[0].length ?? 0) : 0;
    const gone = isWrapped ? { start: from, end: end + spaces } : { start: from - gap.length, end };
    yield { range, word: again, edit: { range: { start: offset + gone.start, end: offset + gone.end }, text: '' } };
  }
}
