import fc from 'fast-check';
import type { Nodes, Root } from 'mdast';
import { describe, expect, test } from 'vitest';
import { parseCjkFriendly } from '../src/parse/cjk-friendly-parser.ts';
import { parseAsMeant, parseBodyAsMeant } from '../src/parse/parse-as-meant.ts';
import { parseDocument } from '../src/parse/parse-document.ts';
import { isEasy, parseMarkdown } from '../src/parse/parse-markdown.ts';
import { parseWithRemark } from '../src/parse/remark-parser.ts';
import { compareTrees } from './compare-trees.ts';
import { randomMarkdown } from './random-markdown.ts';

/** `RUNS=100000 SEED=2 npx vitest run test/parse-as-meant.test.ts`. */
const numRuns = Number(process.env.RUNS ?? 1500);
const seed = Number(process.env.SEED ?? 1);

const signs = ['*', '**', '***', '_', '__', '「', '」', '（', '）', '。', '、', '(', ')', ':', '"', '`', 'は', '語', 'か', 'a', 'B', ' ', '\n', '\\', '\u{fe00}', '葛\u{e0100}', '🚀', '[', '](x)', '한', '！', '<br>', '~~', '&amp;']; // biome-ignore format: a list of signs
const paragraph = fc.array(fc.constantFrom(...signs), { minLength: 1, maxLength: 14 }).map((parts) => parts.join(''));
const block = fc.oneof(
  paragraph,
  paragraph.map((text) => `## ${text.replaceAll('\n', '')}`),
  paragraph.map((text) => `- ${text.replaceAll('\n', '\n  ')}`),
  paragraph.map((text) => `> ${text.replaceAll('\n', '\n> ')}`),
  fc.tuple(paragraph, paragraph).map((cells) => `| a | b |\n| - | - |\n| ${cells.join(' | ').replaceAll('\n', '')} |`),
  fc.constant('[語]: https://example.org/'),
);
const japanese = fc.array(block, { minLength: 1, maxLength: 3 }).map((blocks) => blocks.join('\n\n'));

/** Where the tree for readers is not the one that the parser makes that was made for such texts. */
function differences(text: string): readonly string[] {
  // What the native parser reads in its own way has nothing to do with emphasis; nor has which of a mark and an address
  // that begins with it comes first.
  if (isReadOtherwise(text) || /[*_]\S*@/.test(text)) return [];
  return compareTrees(text, parseAsMeant(text), parseCjkFriendly(text)).others;
}

function isReadOtherwise(text: string): boolean {
  return compareTrees(text, parseMarkdown(text), parseWithRemark(text)).others.length > 0;
}

describe('a text is read as it is meant', () => {
  test.each([
    ['beside a bracket', '**「強い」**と言う', ['「強い」']],
    ['in a heading', '## 1. **「強い」**と言う', ['「強い」']],
    ['in a cell', '| 名 | 値 |\n| - | - |\n| **「強い」**と | a\\|b |', ['「強い」']],
    ['in a quotation of two lines', '> **「強い」**と\n> 言う', ['「強い」']],
    ['where brackets name a link', '[**「強い」**と][語]\n\n[語]: https://example.org/', ['「強い」']],
    ['and what CommonMark closes stays', '**強い**：と**言う**。', ['強い', '言う']],
    ['where CommonMark pairs the wrong ones', '**「強い」**と**「弱い」**と', ['「強い」', '「弱い」']],
  ])('%s', (_name, text, bold) => {
    expect(boldIn(parseAsMeant(text))).toEqual(bold);
    expect(differences(text)).toEqual([]);
  });

  test('as by a parser that was made for it: Japanese emphasis', () => {
    fc.assert(
      fc.property(japanese, (text) => {
        expect(differences(text)).toEqual([]);
      }),
      { numRuns, seed },
    );
  });

  test('as by a parser that was made for it: Markdown of all kinds', () => {
    fc.assert(
      fc.property(randomMarkdown, (text) => {
        expect(differences(text)).toEqual([]);
      }),
      { numRuns: numRuns / 3, seed },
    );
  });

  test('with the places of the file, and without a change to the tree of the document', () => {
    const text = '---\ntitle: 強さ\n---\n\n# 強さ\n\n- 前\n- **「強い」**と\n';
    const document = parseDocument({ path: 'a.md', text, bom: false });
    const before = JSON.stringify(document.tree);
    const tree = parseBodyAsMeant(document);
    expect(JSON.stringify(document.tree)).toBe(before);
    const [strong] = all(tree, 'strong');
    expect(text.slice(strong?.position?.start.offset, strong?.position?.end.offset)).toBe('**「強い」**');
    expect(strong?.position?.start).toMatchObject({ line: 8, column: 3 });
    expect(tree.children[0]).toBe(document.tree.children[0]);
  });

  describe('a text that would take long is left as CommonMark reads it', () => {
    const many = '海\n'.repeat(50_000);
    test.each([
      ['in a paragraph', `${many}**「強い」**と`],
      ['in a quotation', `> **「強い」**と\n> 言う\n${'\n'.repeat(50_000)}`],
    ])('%s', (_, text) => {
      expect(boldIn(parseAsMeant(text.replaceAll(/\n{3,}|(?:海\n){3,}/g, '')))).toEqual(['「強い」']);
      expect(parseAsMeant(text)).toEqual(parseMarkdown(text));
      expect(boldIn(parseAsMeant(text))).toEqual([]);
    });

    test('from 50,000 line ends on', () => {
      expect([isEasy('\n'.repeat(49_999)), isEasy('\n'.repeat(50_000)), isEasy('\r\n'.repeat(49_999))]).toEqual([
        true,
        false,
        true,
      ]);
    });
  });
});

function boldIn(tree: Root): string[] {
  return all(tree, 'strong').map((node) => ('children' in node ? node.children.map(textOf).join('') : ''));
}

function textOf(node: Nodes): string {
  return 'value' in node ? node.value : '';
}

function all(node: Nodes, type: Nodes['type']): Nodes[] {
  const below = 'children' in node ? node.children.flatMap((child) => all(child, type)) : [];
  return node.type === type ? [node, ...below] : below;
}
