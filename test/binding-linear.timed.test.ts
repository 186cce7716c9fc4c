import { describe, expect, it } from 'vitest';
import { bindGuide } from '../src/guide-types/bind-guide.ts';
import { decideType } from '../src/guide-types/decide-type.ts';
import { decodeFrontMatter } from '../src/parse/decode-front-matter.ts';
import { parseDocument } from '../src/parse/parse-document.ts';
import { shippedType } from './bind-fixture.ts';

const known = new Map(['career-guide', 'interview-guide'].map((name) => [name, shippedType(name)]));

/** CPU milliseconds of the fastest of three runs, so that a busy machine does not count. */
function cost(run: () => unknown): number {
  const times = [1, 2, 3].map(() => {
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}

const factor = 4;
/** What is too short to be measured. */
const noise = 30;

/** True for work that takes no more than twice as long for each unit of a text four times as long. */
function isLinear(small: number, large: number): boolean {
  return large <= small * factor * 2 + noise;
}

/**
 * What work costs at some size, and at one four times as large, in CPU milliseconds: the least of up to three tries, as the
 * machine or collecting garbage may slow down one of the two only. Ends with the first try that makes it look linear.
 */
function growth(size: number, costAt: (size: number) => number): [small: number, large: number] {
  let [small, large] = [costAt(size), costAt(size * factor)];
  for (let tries = 1; tries < 3 && !isLinear(small, large); tries++) {
    small = Math.min(small, costAt(size));
    large = Math.min(large, costAt(size * factor));
  }
  return [small, large];
}

/** A line for each number below `count`. */
function lines(count: number, line: (index: number) => string): string {
  return Array.from({ length: Math.floor(count) }, (_, index) => line(index)).join('\n');
}

const salary = '## 日本での推定年収\n\n| 経験年数 | 年収範囲（万円） | 特徴 |\n|---|---|---|\n';
const duties = '## 主な業務\n\n';
const learning = '## 学習方法\n\n### 航海\n\n';
const interview = '## 面接でよくある質問\n\n';
const tags = '## 🏷️ 推奨タグ\n\n';

/** Guides of about so many units: what there is much of, by the part that reads it. */
const guides: Readonly<Record<string, (size: number) => string>> = {
  'unknown headings': (size) => lines(size / 10, (i) => `## 灯台 ${i}\n`),
  'chapters of one name': (size) => lines(size / 40, (i) => `## 主な業務\n\n### 点灯 ${i}\n\n- **目的:** 安全\n`),
  'headings that end in a chapter name': (size) =>
    `## 必要なスキル\n\n${lines(size / 20, (i) => `### 航海${i}の技術スキル\n`)}`,
  'list items': (size) => duties + lines(size / 14, (i) => `- 灯をともす ${i}`),
  'list items with titles': (size) => duties + lines(size / 18, (i) => `- **灯 ${i}**: ともす`),
  'bold paragraphs': (size) => duties + lines(size / 20, (i) => `**灯 ${i}**\nともす\n`),
  'table rows': (size) => salary + lines(size / 30, (i) => `| ${i}年 | 400〜600 | 灯をともす |`),
  'table columns': (size) => {
    const row = (cell: (index: number) => string) => `|${lines(size / 8, cell).replaceAll('\n', '|')}|\n`;
    return `## 日本での推定年収\n\n${row((i) => (i === 0 ? '経験年数' : i === 1 ? '年収' : `c${i}`))}${row(() => '---')}${row(() => '1')}`;
  },
  'labelled paragraphs': (size) => learning + lines(size / 18, (i) => `**目的 ${i}:** 安全\n`),
  'labels in one paragraph': (size) => learning + lines(size / 16, (i) => `**目的 ${i}:** 安全`),
  'known labels without bold type': (size) => learning + lines(size / 8, () => '目的: 安全'),
  'numbered questions': (size) =>
    interview + lines(size / 30, () => '1. なぜ灯台守ですか？\n   - **回答のポイント:** 海'),
  'bold questions': (size) =>
    interview + lines(size / 40, (i) => `**Q${i}. なぜ灯台守ですか？**\n\n回答のポイント: 海\n`),
  'questions as headings': (size) =>
    interview + lines(size / 40, (i) => `### なぜ灯台${i}ですか？\n\n海が好きだから\n`),
  'an answer of many paragraphs': (size) => `${interview}**Q1. なぜ？**\n\n${lines(size / 6, () => '海だ\n')}`,
  'hashtags, a line each': (size) => tags + lines(size / 7, (i) => `#灯${i}`),
  'hashtags in one line': (size) => tags + lines(size / 7, (i) => `#灯${i}`).replaceAll('\n', ' '),
  'lines of a paragraph': (size) => `## この職種とは？\n\n${lines(size / 14, () => '灯台守は海を照らす人')}`,
  'lines with spaces behind': (size) => `## この職種とは？\n\n${lines(size / 40, () => `keeper${' '.repeat(33)}`)}`,
  'comments in one block': (size) => `${'<!-- 灯 -->'.repeat(size / 10)} 守`,
};

/** Signs that a pattern might try in many ways where they are repeated. */
const signs = [
  '「',
  '（',
  '【灯',
  '*',
  '_',
  '：',
  '？',
  '、',
  '.',
  '-',
  '〜',
  '7',
  ' ',
  '\u3000',
  'Q1. ',
  '1. ',
  '第1章',
  '1️⃣',
  'か',
  '#',
  '灯 ',
  '500〜',
];

const places: Readonly<Record<string, (run: string) => string>> = {
  'a heading': (run) => `## 灯${run}守\n`,
  'a paragraph': (run) => `${interview}灯${run}守\n`,
  'a bold title': (run) => `${duties}- **灯${run}守\n`,
  'a cell': (run) => `${salary}| ${run}灯 | 灯${run}守 | ${run} |\n`,
};

const front = '---json\n{ "title": "灯台守" }\n---\n\n# 灯台守\n\n';

function bindingCost(body: string): number {
  const document = parseDocument({ path: 'keeper.md', text: front + body, bom: false });
  return cost(() => {
    // A copy, as what is found in a tree is remembered with it.
    const copy = { ...document, tree: { ...document.tree } };
    const { type, fit } = decideType(copy, { known });
    bindGuide(copy, type, fit);
  });
}

describe('binding takes time that grows with the guide', () => {
  it.each(Object.entries(guides))('%s', (_, guide) => {
    const [small, large] = growth(15_000, (size) => bindingCost(guide(size)));
    expect(isLinear(small, large), `${small} ms, then ${large} ms`).toBe(true);
  });

  describe.each(Object.entries(places))('one line of a sign over and over in %s', (_, place) => {
    it.each(signs)('%j', (sign) => {
      const run = (size: number) => place(sign.repeat(size / sign.length));
      const [small, large] = growth(10_000, (size) => bindingCost(run(size)));
      expect(isLinear(small, large), `${small} ms, then ${large} ms`).toBe(true);
    });
  });
});

const blocks: readonly (readonly [string, 'json' | 'yaml' | 'toml', (size: number) => string])[] = [
  ['keys', 'json', (size) => `{${lines(size / 8, (i) => `"k${i}":1`).replaceAll('\n', ',')}}`],
  ['keys', 'yaml', (size) => lines(size / 8, (i) => `k${i}: 1`)],
  ['keys', 'toml', (size) => lines(size / 8, (i) => `k${i} = 1`)],
  ['list items', 'json', (size) => `{"a":[${'"灯",'.repeat(size / 4)}"灯"]}`],
  ['list items', 'yaml', (size) => `a:\n${'- 灯\n'.repeat(size / 4)}`],
  ['list items', 'toml', (size) => `a = [${'"灯",'.repeat(size / 4)}"灯"]`],
  ['spaces', 'json', (size) => `{"a":${' '.repeat(size)}1}`],
  ['blank lines', 'yaml', (size) => `a: 1\n${'\n'.repeat(size)}b: 2`],
  ['blank lines before a fault', 'toml', (size) => `a = 1\n${'\n'.repeat(size)}= 2`],
  ['open brackets', 'json', (size) => `{"a":${'['.repeat(size)}`],
  ['open brackets', 'yaml', (size) => `a: ${'['.repeat(size)}`],
  ['open brackets', 'toml', (size) => `a = ${'['.repeat(size)}`],
  ['a long key with dots', 'toml', (size) => `${'a.'.repeat(size / 2)}a = 1`],
  ['an open text', 'json', (size) => `{"a": "${'\\n'.repeat(size / 2)}`],
];

describe('front matter is decoded in time that grows with it', () => {
  it.each(blocks)('%s in %s', (_, format, block) => {
    const [small, large] = growth(15_000, (size) => {
      const text = block(size);
      return cost(() => decodeFrontMatter(text, format));
    });
    expect(isLinear(small, large), `${small} ms, then ${large} ms`).toBe(true);
  });
});

it('the measure notices work that grows with the square', () => {
  const pairs = (size: number) => () => {
    let sum = 0;
    for (let row = 0; row < size; row++) for (let column = 0; column < size; column++) sum = (sum + row * column) | 0;
    return sum;
  };
  const costAt = (size: number) => cost(pairs(size));
  // Code that is not optimized yet would make the smaller of the two look dear.
  costAt(8_000);
  expect(isLinear(...growth(8_000, costAt))).toBe(false);
});
