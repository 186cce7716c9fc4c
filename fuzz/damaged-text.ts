import { mutated, withLineEnds } from '../test/mutations.ts';
import { below, oneIn, pick, type Random } from './random.ts';

/** What means something to Markdown, to front matter or to a rule. */
const pieces = [
  ...['# ', '## ', '### ', '- ', '* ', '1. ', '12) ', '> ', '>', '    ', '\t', '| ', ' |', '|---|', '| --- | :-: |\n', '\n', '\n\n'],
  ...['```\n', '~~~\n', '---\n', '---json\n', '+++\n', '---toml\n', '===\n', '***\n', '\r\n', '\r', '\u2028', '\u0085', '\u000b', '\0'],
  ...['**', '*', '_', '__', '`', '``', '~~', '[', ']', '](', '![', '(', ')', '<', '>', '\\', '&amp;', '&#0;', '&#xd800;', '{', '}'],
  ...['<!-- guidepost-disable -->', '<!-- guidepost-disable-next-line no-placeholder -->', '<!-- guidepost-enable -->', '<!--', '-->'],
  ...['<br>', '<div>\n', '</div>', '[^1]', '[^1]: ', '[a]: /b\n', 'www.a.example', 'https://example.org/', 'a@b.example', '://'],
  ...['**目的:** ', '**Q1. なぜ**\n', '**A.** ', '- **質問:** ', '- [ ] ', '#タグ ', '`#タグ`', '[具体的な名前]', '〇〇', 'TODO', '…', '。'],
  ...['500〜800', '1,300〜2,000+', '（万円）', '９００', '1️⃣ ', '🔟 ', '👨‍👩‍👧', '\ufeff', '\ud800', '\u202e', '\u3000', 'ﾊﾟ', 'e\u0301', 'İ', 'ß', '𠮷'],
  ...['title: ', 'tags: [', '"slug": "', '__proto__', 'constructor: 1\n', ': ', '"', "'", ',', '2026-01-01', '1e999', '-0', 'null', 'true', '!!js/function ', '&a ', '*a'],
]; // biome-ignore format: a list of words

const words = [
  '灯台守',
  '夜ごとに',
  '光をともす',
  'keeper',
  'the lamp',
  '船',
  '塩と海',
  'は',
  'を',
  ' ',
  ' ',
  '\n',
  '\n\n',
];

/** A small text of nothing but such pieces. */
export function textOfPieces(random: Random): string {
  const count = 1 + below(oneIn(8, random) ? 60 : 14, random);
  return Array.from({ length: count }, () => pick(oneIn(3, random) ? words : pieces, random)).join('');
}

type Change = (text: string, random: Random, other: string) => string;

function onBlocks(change: (blocks: string[], random: Random, other: string) => void): Change {
  return (text, random, other) => {
    const blocks = text.split(/\n{2,}/);
    change(blocks, random, other);
    return blocks.join('\n\n');
  };
}

function onOneBlock(change: (block: string, random: Random) => string): Change {
  return onBlocks((blocks, random) => {
    const at = below(blocks.length, random);
    blocks[at] = change(blocks[at] ?? '', random);
  });
}

const everyLine = (block: string, before: string): string => block.replaceAll(/^/gm, before);

const changes: readonly Change[] = [
  mutated,
  mutated,
  mutated,
  (text, random) => inserted(text, pick(pieces, random), random),
  (text, random) => inserted(text, textOfPieces(random), random),
  (text, random) => inserted(text, pick(pieces, random).repeat(1 + below(40, random)), random),
  onBlocks((blocks, random) => void blocks.splice(below(blocks.length, random), 1 + below(3, random))),
  onBlocks((blocks, random) => {
    const [block = ''] = blocks.splice(below(blocks.length, random), 1);
    blocks.splice(below(blocks.length + 1, random), 0, block);
  }),
  onBlocks((blocks, random) => {
    blocks.splice(below(blocks.length + 1, random), 0, pick(blocks, random));
  }),
  onBlocks((blocks, random, other) => {
    blocks.splice(below(blocks.length + 1, random), below(2, random), pick(other.split(/\n{2,}/), random));
  }),
  onOneBlock((block, random) => everyLine(block, pick(['> ', '  ', '    ', '- ', '\t', '> - '], random))),
  onOneBlock((block) => `\`\`\`\n${block}\n\`\`\``),
  onOneBlock((block) => block.replaceAll('\n', ' ')),
  onOneBlock((block) => block.replaceAll('\n', '\n\n')),
  onOneBlock((block, random) => block.replaceAll('|', pick(['||', ' ', '\\|', '|a|'], random))),
  onOneBlock((block, random) => block.replace(/^#+/, '#'.repeat(below(8, random)))),
  onOneBlock((block) => block.split('').reverse().join('')),
  (text, random) => {
    const [start, end] = [below(text.length + 1, random), below(text.length + 1, random)].sort((a, b) => a - b);
    return text.slice(0, start) + text.slice(end);
  },
  (text, random, other) => text.slice(0, below(text.length + 1, random)) + other.slice(below(other.length + 1, random)),
  (text, random) => withLineEnds(text, pick(['\n', '\r\n', '\r'], random)),
  (text, random) => text.replaceAll(/\n/g, () => (oneIn(4, random) ? '\r\n' : '\n')),
];

function inserted(text: string, piece: string, random: Random): string {
  const at = below(text.length + 1, random);
  return text.slice(0, at) + piece + text.slice(at);
}

/** A text damaged in one to five places; `other` is where parts of another text come from. */
export function damaged(text: string, random: Random, other: string): string {
  let result = text;
  for (let count = 1 + below(5, random); count > 0; count -= 1) result = pick(changes, random)(result, random, other);
  return result;
}
