import type { Document } from '../model.ts';
import { type BrokenEmphasis, brokenEmphasis } from './emphasis-pairs.ts';
import { areMended, type MendedEmphasis, mendedEmphasis, type Trial } from './mended-emphasis.ts';
import { defineRule, type Finding } from './rule.ts';
import { shortened } from './shortened.ts';
import { blocksWith, proseOf, type TextBlock } from './text-blocks.ts';

/** No asterisks of bold or italic type are left for readers to see. */
export const noBrokenEmphasis = defineRule({
  id: 'no-broken-emphasis',
  severity: 'error',
  fix: 'safe',
  docs: {
    en: {
      summary: 'Bold and italic type closes, so that readers see no asterisks',
      why: 'Markdown does not open or close bold type where `**` stands between a letter and a bracket or stop that is inside the bold text: `**「強い」**と` is shown with its asterisks, and bold may land on the words in between. With the brackets outside, `「**強い**」と`, it works everywhere.',
    },
    ja: {
      summary: '太字や斜体の「*」が読者に見えたままになっていない',
      why: '「**」の内側がかっこや句読点で、外側がすぐ文字のとき（例：`**「強い」**と`）、Markdownでは太字になりません。「**」がそのまま表示されたり、関係のない言葉が太字になったりします。`「**強い**」と` のように、かっこを「**」の外に出すと正しく表示されます。',
    },
  },
  messages: {
    en: {
      broken: (p: { written: string; wanted: string }) =>
        `Readers see the asterisks of ${p.written}; write ${p.wanted}`,
      unclear: (p: { written: string }) =>
        `Readers see the asterisks of ${p.written}, or other words turn bold; put brackets, stops and spaces outside of them`,
      alone: (p: { words: string; stars: string }) =>
        `"${p.stars}" at "${p.words}" has no partner, so readers see it; complete it or delete it`,
      fix: () => 'Move the asterisks to where they work',
    },
    ja: {
      broken: (p) => `「*」がそのまま表示されます：${p.written} は ${p.wanted} と書いてください`,
      unclear: (p) =>
        `「*」がそのまま表示されるか、別の言葉が強調されます：${p.written} のかっこ・句読点・空白を「*」の外に出してください`,
      alone: (p) =>
        `「${p.stars}」の相手がなく、そのまま表示されます（${p.words}）。もう一方を書き足すか、取り除いてください`,
      fix: () => '「*」が効く位置に移す',
    },
  },
  examples: {
    accept: [
      { guide: '焙煎士は「**香りの設計者**」と呼ばれます。\n' },
      { guide: '**焙煎士（ロースター）** は豆を選び、**火加減**を決めます。\n' },
      { guide: '**「一杯の物語」**。それが店の考え方です。\n' },
      { guide: '* **目的:** 豆の違いを知る\n* *注意：* 熱いうちに触らない\n' },
      {
        guide:
          'In JavaScript `2 ** 3` is 8, and so 2 ** 3 is 8 here; src/**/*.ts names files, f(**kwargs) takes names.\n',
      },
      { guide: 'Weigh the beans (5 * 3 grams), and **never** guess.\n' },
    ],
    reject: [
      { guide: '焙煎士は**「香りの設計者」**と呼ばれます。\n', marks: '**「香りの設計者」**' },
      { guide: '**焙煎士（ロースター）**は豆を選びます。\n', marks: '**焙煎士（ロースター）**' },
      { guide: '彼らは**「鼻」**で選び、**「舌」**で確かめます。\n', marks: '**「舌」**' },
      { guide: '**目的：**豆の違いを知る\r\n', marks: '**目的：**' },
      { guide: '産地の**『テロワール』と「品種」**を学びます。\n' },
      { guide: 'これは** 大切な手順 **です。\n' },
      { guide: '注文は*「深煎り」*が多いです。\n', marks: '*「深煎り」*' },
      { guide: '**豆を選ぶときは、産地と標高を確かめます。\n', marks: '**' },
      { guide: 'Cuppers call it the **"wet aroma"**s of coffee.\n', marks: '**"wet aroma"**' },
    ],
  },
  *check({ document }, { say }) {
    const source = document.source.text;
    for (const { block, broken, mended } of brokenBlocks(document)) {
      for (const emphasis of broken) {
        const { opening, closing } = emphasis;
        const mend = mended.get(emphasis);
        // What needs no change itself was broken by its neighbour.
        if (mend?.edits.length === 0 && mended.size > 1) continue;
        if (!closing) {
          const words = shortened(source.slice(opening.start, Math.min(opening.end + 20, block.range.end)), 16);
          yield { range: opening, message: say.alone({ words, stars: source.slice(opening.start, opening.end) }) };
          continue;
        }
        const range = { start: opening.start, end: closing.end };
        const written = shortened(source.slice(range.start, range.end), 40);
        if (!mend || mend.edits.length === 0) yield { range, message: say.unclear({ written }) };
        else {
          const message = say.broken({ written, wanted: shortened(mend.text, 40) });
          yield { range, message, fix: { kind: 'safe', title: say.fix(), edits: mend.edits } } satisfies Finding;
        }
      }
    }
  },
});

interface BrokenBlock {
  readonly block: TextBlock;
  readonly broken: readonly BrokenEmphasis[];
  /** The repairs that the parser confirms. */
  readonly mended: ReadonlyMap<BrokenEmphasis, MendedEmphasis>;
}

/** The blocks with broken emphasis; all repairs are tried at once, and where a block's do not work together, one by one. */
function brokenBlocks(document: Document): BrokenBlock[] {
  const source = document.source.text;
  const found = blocksWith(/\*/g, proseOf(document)).flatMap((block) => {
    const broken = brokenEmphasis(block, document);
    return broken.length > 0
      ? [{ block, broken, all: repairsOf(broken, block, source), ...proseIn(block, source) }]
      : [];
  });
  const tried = found.filter(({ all }) => all.length > 0);
  const verdicts = areMended(tried.map(({ all, text, start }) => trialOf(all, text, start)));
  const confirmed = new Set(tried.filter((_block, index) => verdicts[index]));
  return found.map((one) => {
    const { block, broken, all, text, start } = one;
    const right =
      confirmed.has(one) || all.length > mostTries
        ? all.filter(() => confirmed.has(one))
        : all.filter((repair) => areMended([trialOf([repair], text, start)])[0]);
    return { block, broken, mended: new Map(right) };
  });
}

/** Each try reads the block again. */
const mostTries = 20;

type Repair = readonly [BrokenEmphasis, MendedEmphasis];

function repairsOf(broken: readonly BrokenEmphasis[], { found }: TextBlock, source: string): Repair[] {
  return broken.flatMap((emphasis): Repair[] => {
    const mend = mendedEmphasis(emphasis, source, found.node);
    return mend ? [[emphasis, mend]] : [];
  });
}

function trialOf(repairs: readonly Repair[], block: string, start: number): Trial {
  return { block, start, mended: repairs.map(([, mend]) => mend) };
}

/** What stands before continued lines in a quote is no part of the paragraph. */
function proseIn({ found, range }: TextBlock, source: string): { readonly text: string; readonly start: number } {
  const start = found.node.children[0]?.position?.start.offset ?? range.start;
  const end = found.node.children.at(-1)?.position?.end.offset ?? range.end;
  return {
    text: source.slice(start, end).replaceAll(/(?<=\n)[ \t>]+/g, (prefix) => ' '.repeat(prefix.length)),
    start,
  };
}
