import { describe, expect, it } from 'vitest';
import { main } from '../src/cli.ts';
import { rules } from '../src/rules/index.ts';
import { testHost } from './test-host.ts';

async function explain(...argv: string[]) {
  const host = testHost();
  const code = await main(['explain', ...argv], host);
  return { code, ...host.output };
}

describe('explain', () => {
  it('says of a rule what it wants, why, and what it says of its examples', async () => {
    const { code, stdout, stderr } = await explain('text-length', '--locale', 'en');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(
      /^# text-length\n\nA text is neither too short nor too long\.\n\n- Severity: error\n- Fix: None/,
    );
    expect(stdout).toContain('## Why\n\nDescriptions are cut off');
    expect(stdout).toContain(
      '```markdown\n---\nsummary: A soup\n---\n```\n\n- "summary" has 6 characters; write at least 10\n',
    );
    expect(stdout).toContain('## Accepted\n\n```markdown\n---\nsummary: A soup for cold days\n---\n```\n');
  });

  it('says it in Japanese', async () => {
    const { stdout } = await explain('text-length', '--locale', 'ja');
    expect(stdout).toContain('文章の長さが決められた範囲にある。\n\n- 重要度: エラー\n');
    expect(stdout).toContain('- 「要約（summary）」は6文字です。10文字以上で書いてください\n');
  });

  it('prints the options of a rule with their defaults', async () => {
    const rule = rules.find(({ options }) => options !== undefined);
    const { stdout } = await explain(rule?.id ?? '', '--locale', 'en');
    expect(stdout).toContain(
      `Without a config they are:\n\n\`\`\`json\n${JSON.stringify(rule?.options?.defaults, undefined, 2)}\n`,
    );
  });

  it.each(['en', 'ja'] as const)('explains every rule (%s)', async (locale) => {
    for (const { id, docs } of rules) {
      const { code, stdout } = await explain(id, '--locale', locale);
      expect(code).toBe(0);
      expect(stdout).toContain(docs[locale].why);
      expect(stdout).not.toMatch(/undefined|\[object/);
    }
  });

  it('lists all rules', async () => {
    const { code, stdout } = await explain('--locale', 'ja');
    expect(code).toBe(0);
    const rows = stdout.split('\n');
    for (const { id, docs } of rules) {
      const row = rows.find((line) => line.startsWith(`| ${id} `));
      expect(row).toContain(docs.ja.summary);
    }
  });

  it('names the nearest of an unknown rule', async () => {
    expect(await explain('text-lenght', '--locale', 'en')).toEqual({
      code: 2,
      stdout: '',
      stderr: 'guidepost: There is no rule "text-lenght"; did you mean "text-length"?\n',
    });
  });
});
