import { nameValue } from './name-value.ts';
import { defineRule } from './rule.ts';
import { violationsFor } from './violations-for.ts';

const type = {
  type: 'object',
  properties: {
    summary: {
      type: 'string',
      'x-title': { en: 'Summary', ja: '要約' },
      'x-source': { frontMatter: 'summary' },
      'x-recommended': { minLength: 10, maxLength: 20 },
    },
  },
};

/** A text is as long as its type asks; characters are counted as people do, not in bytes. */
export const textLength = defineRule({
  id: 'text-length',
  severity: 'error',
  fix: 'none',
  docs: {
    en: {
      summary: 'A text is neither too short nor too long',
      why: 'Descriptions are cut off in search results and cards when they are too long, and say too little when they are too short.',
    },
    ja: {
      summary: '文章の長さが決められた範囲にある',
      why: '説明文は、長すぎると検索結果や一覧で途中で切れ、短すぎると内容が伝わりません。',
    },
  },
  messages: {
    en: {
      short: (p: { name: string; length: number; limit: number }) =>
        `${p.name} has ${p.length === 1 ? 'one character' : `${p.length} characters`}; write at least ${p.limit}`,
      long: (p: { name: string; length: number; limit: number }) =>
        `${p.name} has ${p.length} characters; shorten it to at most ${p.limit}`,
      empty: (p: { name: string }) => `${p.name} is empty; write at least one word`,
    },
    ja: {
      short: (p) => `${p.name}は${p.length}文字です。${p.limit}文字以上で書いてください`,
      long: (p) => `${p.name}は${p.length}文字です。${p.limit}文字以内に縮めてください`,
      empty: (p) => `${p.name}が空です。内容を書いてください`,
    },
  },
  examples: {
    accept: [{ type, guide: '---\nsummary: A soup for cold days\n---\n' }],
    reject: [
      { type, guide: '---\nsummary: A soup\n---\n', marks: 'A soup' },
      { type, guide: '---\nsummary: 寒い日に体の芯まで温まる、かんたんな野菜スープの作り方\n---\n' },
    ],
  },
  *check(guide, { say, locale }) {
    for (const { keyword, pointer, params, range, severity } of violationsFor('text-length', guide)) {
      const name = nameValue(guide, pointer, locale);
      const length = [...String(params.value)].length;
      const limit = Number(params.limit);
      const message =
        length === 0
          ? say.empty({ name })
          : keyword === 'minLength'
            ? say.short({ name, length, limit })
            : say.long({ name, length, limit });
      yield { range, severity, message };
    }
  },
});
