import { describe, expect, it } from 'vitest';
import { guideTypeOf } from '../src/guide-types/guide-type.ts';
import type { SchemaNode } from '../src/model.ts';
import { bindText } from './bind-fixture.ts';
import { everySource } from './every-source.ts';

const type = guideTypeOf('every-source.schema.json', everySource as SchemaNode);

function read(markdown: string): Record<string, unknown> {
  return JSON.parse(JSON.stringify(bindText(markdown, type).value)) as Record<string, unknown>;
}

const duty = (body: string): string => `## 🔧 仕事\n\n### 1. 調剤\n\n${body}\n`;

describe('labels say what a reader sees', () => {
  it.each([
    ['an escaped sign', '- **API\\_key:** 鍵', { label: 'API_key', text: '鍵' }],
    ['a character reference', '- **R&amp;D:** 研究 &amp; 開発', { label: 'R&D', text: '研究 & 開発' }],
    ['an asterisk', '- **評価&#x2A;:** 五段階\\*', { label: '評価*', text: '五段階*' }],
    ['code', '- **`npm run`:** 実行', { label: 'npm run', text: '実行' }],
    ['a colon inside', '- **注意: 夜間:** 二人で行う', { label: '注意: 夜間', text: '二人で行う' }],
    ['a colon in the text', '- **時刻:** 9:30: 開店', { label: '時刻', text: '9:30: 開店' }],
    ['sixty characters', `- **${'あ'.repeat(59)}\\_:** 長い`, { label: `${'あ'.repeat(59)}_`, text: '長い' }],
  ])('%s', (_, markdown, expected) => {
    expect(read(duty(markdown)).duties).toEqual([{ title: '調剤', details: [expected] }]);
  });

  it('more than sixty characters are a sentence', () => {
    const markdown = `- **${'あ'.repeat(61)}:** 文`;
    expect(read(duty(markdown)).duties).toEqual([{ title: '調剤', details: [], body: markdown }]);
  });
});

describe('a question loses its own number only', () => {
  it.each([
    ['**Q1. 3. 「三つの質問」とは？**\n\n- **答え:** はい', '3. 「三つの質問」とは？'],
    ['**Q2. Q. とは何ですか？**\n\n- **答え:** 質問', 'Q. とは何ですか？'],
    ['### 質問3：時刻：何時ですか？\n\n- **答え:** 九時', '時刻：何時ですか？'],
    ['| 質問 | 答え |\n| --- | --- |\n| 1. 2. 番目はどこですか？ | 駅 |', '2. 番目はどこですか？'],
    ['| 質問 | 答え |\n| --- | --- |\n| a \\| b のどちらですか？ | b |', 'a | b のどちらですか？'],
  ])('%j', (markdown, question) => {
    expect(read(`## ❓ 質問集\n\n${markdown}\n`).questions).toMatchObject([{ question }]);
  });
});
