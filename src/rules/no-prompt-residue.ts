import { contains, rangeOf } from '../guide-types/scope.ts';
import type { Document, Edit, Range } from '../model.ts';
import { partitionPoint } from '../partition-point.ts';
import { type PromptPhrase, promptPhrases } from './prompt-phrases.ts';
import { defineRule } from './rule.ts';
import { shortened } from './shortened.ts';
import { TakenRuns } from './taken-runs.ts';
import { markup, proseOf, type TextBlock } from './text-blocks.ts';
import { blocksHolding, sieveOf } from './word-sieve.ts';

interface Residue {
  readonly range: Range;
  readonly words: string;
  /** What goes away with it: the marks of bold type that holds nothing else go too. */
  readonly gone: Range;
}

/** No reply of a writing tool and no instruction to the writer is left in the text. */
export const noPromptResidue = defineRule({
  id: 'no-prompt-residue',
  severity: 'error',
  fix: 'unsafe',
  docs: {
    en: {
      summary: 'No chat reply and no instruction to the writer is left in the text',
      why: 'A guide that was drafted in a chat may still hold the answer around it ("Sure, here is the guide") or the order it was written to ("(be brief)", "(do not include behavioural questions)"). Readers see at once that nobody read the text through.',
    },
    ja: {
      summary: '生成AIとのやり取りや書き手への指示が本文に残っていない',
      why: '下書きをチャットで作ると、「以下に記事を作成しました」のような返事や、「（簡潔に）」「（〜に関する質問は除外します。）」のような書き手への指示が残ることがあります。読者には不要な言葉で、読み返していない原稿だと思われてしまいます。',
    },
  },
  messages: {
    en: {
      residue: (p: { words: string }) => `"${p.words}" speaks to the writer, not to the reader; delete it`,
      again: () => 'The same again here',
      fix: (p: { words: string }) => `Delete "${p.words}"`,
    },
    ja: {
      residue: (p) => `「${p.words}」は読者ではなく書き手に向けた言葉です。削除してください`,
      again: () => 'ここにも同じ言葉があります',
      fix: (p) => `「${p.words}」を削除する`,
    },
  },
  examples: {
    accept: [
      { guide: '## 仕事の流れ\n\n以下に一日の流れをまとめました。\n' },
      { guide: '発表では、結論を先に（簡潔に）述べます。\n' },
      { guide: '初めに「承知しました」と答え、以下の点を確かめます。\n' },
      { guide: '表の金額は税込みです（交通費は除外します。）\n' },
      { guide: '## 主な道具（5つ）\n\nAIエンジニアとして働く人も、私はAIに詳しいと話す人も使います。\n' },
      { guide: 'As an AI engineer, you write models. Of course, tests come first.\n' },
      { guide: '1. Ask: "Would you like me to continue?"\n\nHere is the short answer: practise.\n' },
      { guide: 'Let me know if you like tea, says the host. Copy and paste is a bad habit.\n' },
    ],
    reject: [
      {
        guide: '承知しました。以下に和菓子職人のガイドを作成します。\n\n# 和菓子職人\n',
        marks: '承知しました。以下に和菓子職人のガイドを作成します。',
      },
      { guide: '以下に、ご依頼の和菓子職人の記事を作成しました。\n' },
      { guide: '餡の炊き方を説明します。Markdown形式なので、そのままコピーしてお使いください。\n' },
      {
        guide: '質問を十個紹介します。（志望動機に関する質問は除外します。）\n',
        marks: '（志望動機に関する質問は除外します。）',
      },
      {
        guide: '| 質問 | 答え方（簡潔に） |\n|---|---|\n| なぜ和菓子ですか | 季節を菓子で表したいから |\n',
        marks: '（簡潔に）',
      },
      { guide: '## 必要な道具（200字程度）\n\n木べらと絹ふるいを使います。\n' },
      { guide: '# 和菓子職人\n\n季節を菓子で表します。\n\n他にご要望がございましたら、お気軽にお知らせください。\n' },
      { guide: 'Sure, here is your guide to wagashi.\n\n# Wagashi maker\n' },
      { guide: 'As an AI language model, I cannot taste sweets.\n' },
      { guide: '## Tools (max 100 words)\n\nA wooden spatula.\n', marks: '(max 100 words)' },
      { guide: '# Wagashi maker\n\nSweets follow the seasons.\n\nLet me know if you want any changes!\n' },
    ],
  },
  *check({ document }, { say }) {
    const byWords = new Map<string, [Residue, ...Residue[]]>();
    for (const residue of residuesOf(document)) {
      const same = byWords.get(residue.words);
      if (same) same.push(residue);
      else byWords.set(residue.words, [residue]);
    }
    for (const [first, ...others] of byWords.values()) {
      const words = shortened(first.words.replaceAll(markup, ''), 40);
      const related = others.map(({ range }) => ({ range, message: say.again() }));
      // Where bold type begins or ends inside, what is left would not close.
      const isPlain = !first.words.includes(markup);
      const edits: Edit[] = [first, ...others].map(({ gone }) => ({ range: gone, text: '' }));
      yield {
        range: first.range,
        message: say.residue({ words }),
        ...(isPlain && { fix: { kind: 'unsafe', title: say.fix({ words }), edits } }),
        ...(related.length > 0 && { related }),
      };
    }
  },
});

function residuesOf(document: Document): Residue[] {
  const prose = proseOf(document);
  const sieve = sieveOf(prose);
  const suspects = new Set<TextBlock>();
  const phrases = promptPhrases.filter(({ words }) => {
    const blocks = blocksHolding(sieve.held(words), prose);
    for (const block of blocks) suspects.add(block);
    return blocks.length > 0;
  });
  if (suspects.size === 0) return [];
  const ends = endsOf(prose.blocks);
  return prose.blocks
    .filter((block) => suspects.has(block))
    .flatMap((block) => residuesIn(block, phrases, { isAtEnd: ends.has(block), source: document.source.text }));
}

/** The paragraphs in which a conversation begins and ends. */
function endsOf(blocks: readonly TextBlock[]): ReadonlySet<TextBlock> {
  const paragraphs = blocks.filter(({ found }) => found.node.type === 'paragraph' && found.up?.node.type === 'root');
  return new Set([...paragraphs.slice(0, 2), ...paragraphs.slice(-2)]);
}

function residuesIn(
  block: TextBlock,
  phrases: readonly PromptPhrase[],
  { isAtEnd, source }: { readonly isAtEnd: boolean; readonly source: string },
): Residue[] {
  const found: Residue[] = [];
  const { text, range } = block;
  const taken = new TakenRuns();
  let quoted: ReturnType<typeof quotedIn> | undefined;
  const first = text.search(/[^\s\u2060]/u);
  for (const { place, pattern } of phrases) {
    if ((place === 'ends' && !isAtEnd) || (place === 'name' && !mayName(block))) continue;
    pattern.lastIndex = Math.max(first, 0);
    for (let match = pattern.exec(text); match; match = place === 'start' ? null : pattern.exec(text)) {
      quoted ??= quotedIn(text);
      // What somebody says in the guide is no reply to its writer.
      if (quoted[match.index]) continue;
      const lead = match[0].length - match[0].replace(/^[\s\u2060]+/u, '').length;
      const length = match[0].replace(/[\s\u2060]+$/u, '').length;
      const run = { start: range.start + match.index + lead, end: range.start + match.index + length };
      if (place === 'name' && !isName(block, run)) continue;
      if (!taken.take(run)) continue;
      const words = text.slice(run.start - range.start, run.end - range.start);
      found.push({ range: run, words, gone: withMarks(run, block, source) });
    }
  }
  return found;
}

function withMarks({ start, end }: Range, { text, range }: TextBlock, source: string): Range {
  let [from, to] = [start, end];
  const isMark = (at: number): boolean => text[at - range.start] === markup && /[*_~]/.test(source[at] ?? '');
  while (isMark(from - 1) && isMark(to) && source[from - 1] === source[to]) {
    from--;
    to++;
  }
  return { start: from, end: to };
}

function mayName({ found, isHeaderCell }: TextBlock): boolean {
  return found.node.type === 'heading' || isHeaderCell || found.node.children.some(({ type }) => type === 'strong');
}

/** Headings, header cells and bold labels name things; there an instruction is never part of a sentence. */
function isName({ found, isHeaderCell }: TextBlock, run: Range): boolean {
  if (found.node.type === 'heading' || isHeaderCell) return true;
  const { children } = found.node;
  const around = children[partitionPoint(children, (child) => rangeOf(child).start <= run.start) - 1];
  return around?.type === 'strong' && contains(rangeOf(around), run);
}

/** For each character whether it stands in quotation marks. */
function quotedIn(text: string): Uint8Array {
  const quoted = new Uint8Array(text.length);
  let [corner, double, curly, straight] = [false, false, false, false];
  for (let at = 0; at < text.length; at++) {
    quoted[at] = corner || double || curly || straight ? 1 : 0;
    const sign = text[at];
    if (sign === '「' || sign === '」') corner = sign === '「';
    else if (sign === '『' || sign === '』') double = sign === '『';
    else if (sign === '“' || sign === '”') curly = sign === '“';
    else if (sign === '"') straight = !straight;
  }
  return quoted;
}
