import { valueAt } from '../guide-types/value-at.ts';
import type { Document, Range } from '../model.ts';
import { partitionPoint } from '../partition-point.ts';
import { type PlaceholderPattern, placeholderPatterns } from './placeholder-patterns.ts';
import { defineRule } from './rule.ts';
import { shortened } from './shortened.ts';
import { TakenRuns } from './taken-runs.ts';
import { markup, proseOf, type TextBlock } from './text-blocks.ts';
import { withinQuotes } from './within-quotes.ts';
import { blocksHolding, sieveOf } from './word-sieve.ts';

/** No placeholder is left where a name, a number or a text belongs. */
export const noPlaceholder = defineRule({
  id: 'no-placeholder',
  severity: 'error',
  fix: 'none',
  docs: {
    en: {
      summary: 'No placeholder is left where a name, number or text belongs',
      why: 'Templates and drafts hold marks for what is still to be filled in: `[company name]`, `{name}`, `XX%`, `TODO`, "Lorem ipsum". Readers of the published guide can make nothing of them.',
    },
    ja: {
      summary: '名前や数字の仮置き（プレースホルダー）が残っていない',
      why: '`[具体的な会社名]`、`{name}`、`XX円`、`TODO` のような仮の文字は、あとで書き換えるための目印です。そのまま公開すると、読者には意味が伝わりません。なお「〇〇と申します」の「〇〇」や、見出しの `[完全ガイド]` は対象ではありません。',
    },
  },
  messages: {
    en: { placeholder: (p: { words: string }) => `"${p.words}" is a placeholder; put in what is meant` },
    ja: { placeholder: (p) => `「${p.words}」は仮置きのままです。実際の内容に書き換えてください` },
  },
  examples: {
    accept: [
      { guide: '# [完全ガイド] 校正者: 言葉を整える人\n\n「〇〇と申します。出版社で五年働きました。」\n' },
      {
        guide:
          '- **[学習項目]**\n- **[自分の強み]**\n- [x] 用語集を作る\n- [ ] 表記を揃える\n\n[^1]: 校正の記号。\n\n出典は[公式サイト][site]です[^1]。\n\n[site]: https://example.com\n',
      },
      { guide: 'X社は20XX年に社名を変えました。X線、X軸、iPhone Xは別の話です。TODOリストも使います。\n' },
      { guide: '`{name}` や `[会社名]` はテンプレートの書き方です。\n' },
      {
        guide: 'See [your portfolio](https://example.com) and the TODO list. The path is /users/{id}, the sum x_{i}.\n',
      },
      {
        guide:
          '# Proofreader [Complete Guide]\n\n"It said [sic] 1984", and array[i] is code. TBD (trunk-based development) is a method.\n',
      },
    ],
    reject: [
      { guide: '競合には[具体的な競合サイト名]があります。\n', marks: '[具体的な競合サイト名]' },
      { guide: '校正の精度を上げ、年間X億円の損失を防ぎました。\n', marks: 'X億円' },
      { guide: '誤植をXX%減らし、●●株式会社で表彰されました。\n', marks: '●●株式会社' },
      { guide: '## 道具\n\nここに道具の説明を記入してください。\n' },
      { guide: '| 年数 | 内容 |\n|---|---|\n| 1年目 | TBD |\n', marks: 'TBD' },
      { guide: '---\ntitle: "[職種名]の仕事"\n---\n\n# 校正者\n', marks: '[職種名]' },
      { guide: 'My name is {name}, and I work at [company name].\n', marks: '{name}' },
      { guide: 'TODO: describe the tools\n' },
      { guide: 'Lorem ipsum dolor sit amet.\n', marks: 'Lorem ipsum dolor sit amet' },
    ],
  },
  *check({ document }, { say }) {
    for (const text of [...frontMatterTexts(document), ...bodyTexts(document)]) {
      for (const range of placeholdersIn(text)) {
        yield {
          range,
          message: say.placeholder({ words: shortened(document.source.text.slice(range.start, range.end)) }),
        };
      }
    }
  },
});

interface Text {
  readonly text: string;
  readonly start: number;
  readonly isCell: boolean;
  /** Those that may be in it. */
  readonly patterns: readonly PlaceholderPattern[];
}

/** The blocks of the body that may hold a placeholder, in order. */
function bodyTexts(document: Document): Text[] {
  const prose = proseOf(document);
  const sieve = sieveOf(prose);
  const suspects = new Set<TextBlock>();
  const patterns = placeholderPatterns.filter(({ words }) => {
    const blocks = blocksHolding(sieve.held(words), prose);
    for (const block of blocks) suspects.add(block);
    return blocks.length > 0;
  });
  if (suspects.size === 0) return [];
  return prose.blocks
    .filter((block) => suspects.has(block))
    .map(({ text, range, found }) => ({ text, start: range.start, isCell: found.node.type === 'tableCell', patterns }));
}

/** The texts of the front matter as written, without their quotes. */
function frontMatterTexts({ frontMatter, source }: Document): Text[] {
  if (!frontMatter) return [];
  const texts: Text[] = [];
  const block = source.text.slice(0, frontMatter.range.end);
  const signs = Array.from(block.matchAll(everySign), ({ index }) => index);
  for (const [pointer, { value }] of frontMatter.places) {
    const { start, end } = withinQuotes(source.text, value);
    if ((signs[partitionPoint(signs, (sign) => sign < start)] ?? end) >= end) continue;
    const text = source.text.slice(start, end);
    if (/[\r\n]/.test(text)) continue;
    if (typeof valueAt(frontMatter.value, pointer) === 'string')
      texts.push({ text, start, isCell: false, patterns: placeholderPatterns });
  }
  return texts;
}

const mayHold =
  /[[［{｛<＜【（($XＸ●〇○◯]|N\/A|TODO|FIXME|TBD|TBA|ここに|こちらに|中|未|ダミー|テキスト|後日|近日|lorem|coming|to be|work in/iu;

const everySign = new RegExp(mayHold, 'giu');

function placeholdersIn({ text, start: offset, isCell, patterns }: Text): Range[] {
  if (!mayHold.test(text)) return [];
  const found: Range[] = [];
  const taken = new TakenRuns();
  const visible = text.replaceAll(markup, ' ');
  const first = visible.length - visible.trimStart().length;
  const last = visible.trimEnd().length;
  for (const { pattern, whole } of patterns) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(visible); match; match = pattern.exec(visible)) {
      const end = match.index + match[0].length;
      const isAlone = match.index <= first && last <= end;
      // A block that is nothing but bold brackets is a label that looks so.
      const isLabel = isAlone && text[match.index - 1] === markup && text[end] === markup;
      if ((isLabel && !isCell) || (whole && !isAlone)) continue;
      const range = { start: offset + match.index, end: offset + match.index + match[0].trimEnd().length };
      if (taken.take(range)) found.push(range);
    }
  }
  return found;
}
