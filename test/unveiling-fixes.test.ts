import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { main } from '../src/cli.ts';
import { testHost } from './test-host.ts';

const fixtures = resolve(import.meta.dirname, '../fixtures/lint');
const good = readFileSync(join(fixtures, 'good.md'), 'utf8');

/** The guide with some runs replaced; each must be there. */
function guide(...changes: readonly (readonly [string, string])[]): string {
  return changes.reduce((text, [from, to]) => {
    expect(text).toContain(from);
    return text.replace(from, to);
  }, good);
}

/** What `lint --fix` makes of the guide, and the rules whose problems are left. */
async function fixed(text: string) {
  const host = testHost({ files: { 'sencha.md': text } });
  const code = await main(['lint', '--fix', '--type', join(fixtures, 'tea.schema.json'), '--no-color'], host);
  const left = [...host.output.stdout.matchAll(/^sencha\.md:\d+:\d+ {2}\S+ {2}(\S+)$/gm)].map(([, rule]) => rule);
  const { stderr } = host.output;
  return { code, left, stderr, text: readFileSync(join(host.cwd, 'sencha.md'), 'utf8') };
}

describe('a fix that brings a hidden problem to light is kept', () => {
  const fence = '```markdown\n';
  const broken = ['小さじ二杯', '小さじ**二杯'] as const;

  it.each([
    [
      'the body leaves its fence, and shows open emphasis',
      `${guide(['# 煎茶：', `${fence}# 煎茶：`], broken)}\`\`\`\n`,
      ['no-broken-emphasis'],
      guide(broken),
    ],
    [
      'the body leaves its fence, and lacks a chapter',
      `${guide(['# 煎茶：', `${fence}# 煎茶：`], ['## まとめ\n', '## 茶の歴史\n'])}\`\`\`\n`,
      ['section-present'],
      guide(['## まとめ\n', '## 茶の歴史\n']),
    ],
    [
      'front matter can be read, and names no known category',
      guide(['title: 煎茶のいれ方', 'title: 煎茶: いれ方'], ['category: green', 'category: white']),
      ['known-value'],
      guide(['title: 煎茶のいれ方と選び方', 'title: "煎茶: いれ方と選び方"'], ['category: green', 'category: white']),
    ],
    [
      'a key gets its name, and its text is too short',
      guide(['description: 毎日飲みたい煎茶の選び方と、うま味を引き出す淹れ方を', 'abstract: 淹れ方を']),
      ['text-length'],
      guide(['毎日飲みたい煎茶の選び方と、うま味を引き出す淹れ方を', '淹れ方を']),
    ],
    [
      'words become a list, and a tag of the body is not in it',
      guide(['tags:\n  - 煎茶\n  - 緑茶\n  - 静岡', 'tags: 煎茶、静岡']),
      ['subset-of-values'],
      guide(['tags:\n  - 煎茶\n  - 緑茶\n  - 静岡', 'tags:\n  - 煎茶\n  - 静岡']),
    ],
  ])('%s', async (_name, text, left, wanted) => {
    expect(await fixed(text)).toEqual({ code: 1, left, stderr: '', text: wanted });
  });
});
