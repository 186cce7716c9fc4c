import type { Edit, Range } from '../model.ts';
import { defineRule } from './rule.ts';
import { blocksWith, opaque, proseOf, type TextBlock } from './text-blocks.ts';

/** No space stands inside Japanese words and sentences. */
export const noStraySpace = defineRule({
  id: 'no-stray-space',
  severity: 'warning',
  fix: 'safe',
  docs: {
    en: {
      summary: 'No stray space stands inside a Japanese sentence',
      why: 'Japanese is written without spaces: `第 2段階`, `重要 です`, `確認します 。` are slips. Spaces beside Latin words and numbers, between names (山田 太郎) and at the beginning of a paragraph are a matter of taste, and let be.',
    },
    ja: {
      summary: '日本語の文の中に余分な空白がない',
      why: '`第 2段階`、`重要 です`、`確認します 。` のような空白は打ち間違いです。英単語や数字の前後の空白、「山田 太郎」のような区切り、段落の字下げは対象ではありません。',
    },
  },
  messages: {
    en: {
      stray: (p: { written: string; wanted: string }) => `A stray space in "${p.written}"; write "${p.wanted}"`,
      fix: () => 'Delete the space',
    },
    ja: {
      stray: (p) => `「${p.written}」に余分な空白があります。「${p.wanted}」と書いてください`,
      fix: () => '余分な空白を削除する',
    },
  },
  examples: {
    accept: [
      { guide: '　山田 太郎さんは、Web デザインを 10 年続けています。\n' },
      { guide: '第 1 段階では下絵を描きます。本当ですか？　はい。\n' },
      { guide: '# まとめ　染め物の仕事\n\nデザイン スプリントは **重要** です。 \n' },
      { guide: '東京 大阪 名古屋\nいつ どこで 誰が 何を するのかを決めます。\n' },
      { guide: '- 『はじめての 藍染め』を読みます。\n- `藍 染め` と入力します。\n' },
      { guide: 'The first step of 3 is dyeing , they say.\n' },
    ],
    reject: [
      { guide: '第 2段階では、布を水にさらします。\n', marks: ' ' },
      { guide: '色止めの工程が とても重要 です。\n' },
      { guide: '布の乾きを確認します 。\n', marks: ' ' },
      { guide: '- 藍（ あい）を建てる\n' },
      { guide: '型紙を置き、 糊を引きます。\n' },
      { guide: '| 工程 | 内容 |\n|---|---|\n| 第2 工程 | 布に糊を 置きます。 |\n' },
    ],
  },
  *check({ document }, { say }) {
    const source = document.source.text;
    for (const block of blocksWith(besideJapanese, proseOf(document))) {
      for (const range of straySpaces(block)) {
        const before = source
          .slice(Math.max(range.start - 4, block.range.start), range.start)
          .replace(/^[\s\S]*[\s|*]/u, '');
        const after = source.slice(range.end, Math.min(range.end + 4, block.range.end)).replace(/[\s|*][\s\S]*$/u, '');
        const edits: Edit[] = [{ range, text: '' }];
        const message = say.stray({
          written: before + source.slice(range.start, range.end) + after,
          wanted: before + after,
        });
        yield { range, message, fix: { kind: 'safe', title: say.fix(), edits } };
      }
    }
  },
});

/** A space between Japanese letters and signs, or in what may be an ordinal number. */
const besideJapanese =
  /[ \u3000](?:(?=[\u2E80-\u2FFF\u3001-\uFFEF])(?<=(?:[\u2E80-\u2FFF\u3001-\uFFEF]|第[0-9]{1,3})[ \u3000]+)|(?=[0-9])(?<=第[ \u3000]+))/g;
const kanaOrKanji = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々]`;
const spaces = /[ \u3000]+/g;
const letter = new RegExp(`^${kanaOrKanji}$`, 'u');
const counter = /^[段章節回条項期位世代部種類課話版次期工歩号編巻級日月年週度]/u;

function* straySpaces({ text, range }: TextBlock): Generator<Range> {
  const suspects: { start: number; end: number; isCertain: boolean }[] = [];
  let inWords = 0;
  for (const match of text.matchAll(spaces)) {
    const start = match.index;
    const end = start + match[0].length;
    const before = text[start - 1] ?? '\n';
    const after = text[end] ?? '\n';
    if (/[\r\n\u2060]/.test(before + after) || before === opaque || after === opaque) continue;
    if (letter.test(before) && letter.test(after)) inWords++;
    const isCertain = isBesideSign(before, after) || isInOrdinal(text, start, end);
    if (isCertain || isBesideHiragana(before, after)) suspects.push({ start, end, isCertain });
  }
  // Who sets spaces between all phrases does so on purpose, and so does who sets them in a title or a list of words.
  const isSentence = text.includes('。');
  for (const { start, end, isCertain } of suspects) {
    if (isCertain || (isSentence && inWords <= 2 && !isInTitle(text, start)))
      yield { start: range.start + start, end: range.start + end };
  }
}

/** `確認します 。`, `（ 例）`, `置き、 引く`; after ！ and ？ a space belongs there. */
function isBesideSign(before: string, after: string): boolean {
  if (letter.test(before) && /^[、。，．）」』】]$/u.test(after)) return true;
  return /^[（「『【]$/u.test(before) && letter.test(after) ? true : /^[、]$/u.test(before) && letter.test(after);
}

/** `第 2段階` and `第2 段階`, but not `第 2 段階`, where numbers have spaces around them. */
function isInOrdinal(text: string, start: number, end: number): boolean {
  if (text[start - 1] === '第')
    return (
      /^[0-9０-９]+[^\s0-9０-９]/u.test(text.slice(end, end + 6)) &&
      !/^[0-9０-９]+[.．,]/u.test(text.slice(end, end + 6))
    );
  return /第[0-9０-９]{1,3}$/u.test(text.slice(Math.max(start - 4, 0), start)) && counter.test(text[end] ?? '');
}

function isBesideHiragana(before: string, after: string): boolean {
  return (
    letter.test(before) &&
    letter.test(after) &&
    /^\p{Script=Hiragana}$/u.test(after) &&
    !/^\p{Script=Katakana}$/u.test(before)
  );
}

function isInTitle(text: string, at: number): boolean {
  const before = text.slice(0, at);
  return ['『』', '「」', '“”'].some(([open = '', close = '']) => before.lastIndexOf(open) > before.lastIndexOf(close));
}
