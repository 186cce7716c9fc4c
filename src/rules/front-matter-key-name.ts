import type { SchemaNode } from '../model.ts';
import { defineRule } from './rule.ts';
import { violationsFor } from './violations-for.ts';
import { withinQuotes } from './within-quotes.ts';

const type = {
  type: 'object',
  properties: {
    meta: {
      type: 'object',
      'x-source': { frontMatter: true },
      required: ['meta_description'],
      properties: {
        meta_description: {
          type: 'string',
          'x-title': { en: 'Description', ja: '説明文' },
          'x-aliases': ['description', 'seo_description'],
        },
        slug: { type: 'string' },
      },
    },
  },
} satisfies SchemaNode;

/** A front-matter value stands under the key that its type gives it, not under another name for the same thing. */
export const frontMatterKeyName = defineRule({
  id: 'front-matter-key-name',
  severity: 'error',
  fix: 'safe',
  docs: {
    en: {
      summary: 'Front matter calls each value by the key that the guide type gives it',
      why: 'A page that looks for one key does not find the text under another one, so it stays without it although somebody wrote it. The values stay as they are; only the key changes.',
    },
    ja: {
      summary: 'フロントマターの項目名が、決められた名前になっている',
      why: '項目名が違うと、内容が書いてあってもページに表示されません。直すのは項目名だけで、内容はそのままです。',
    },
  },
  messages: {
    en: {
      other: (p: { written: string; wanted: string }) =>
        `The key "${p.written}" is called "${p.wanted}" in this kind of guide; rename it`,
      rename: (p: { written: string; wanted: string }) => `Rename "${p.written}" to "${p.wanted}"`,
    },
    ja: {
      other: (p) => `項目名「${p.written}」は、この種類のガイドでは「${p.wanted}」と書きます。項目名を直してください`,
      rename: (p) => `「${p.written}」を「${p.wanted}」に変える`,
    },
  },
  examples: {
    accept: [
      { type, guide: '---\nmeta_description: How a lighthouse is kept alight\n---\n' },
      { type, guide: '---\nmeta_description: 灯台の明かりを守る仕事\ndescription: 編集用のメモ\n---\n' },
      { type, guide: '---json\n{\n  "meta_description": "灯台守の一日",\n  "author": "海野"\n}\n---\n' },
    ],
    reject: [
      { type, guide: '---\ndescription: How a lighthouse is kept alight\n---\n', marks: 'description' },
      {
        type,
        guide: '---json\n{\n  "seo_description": "灯台の明かりを守る仕事"\n}\n---\n',
        marks: '"seo_description"',
      },
      { type, guide: '---\nmetaDescription: 灯台守の一日\nslug: lighthouse_keeper\n---\n', marks: 'metaDescription' },
      { type, guide: '+++\ndescription = "Keeping the light"\n+++\n', marks: 'description' },
    ],
  },
  *check(guide, { say }) {
    for (const { params, range, severity } of violationsFor('front-matter-key-name', guide)) {
      const names = { written: String(params.written), wanted: String(params.wanted) };
      const edit = { range: withinQuotes(guide.document.source.text, range), text: names.wanted };
      yield {
        range,
        severity,
        message: say.other(names),
        fix: { kind: 'safe', unveils: true, title: say.rename(names), edits: [edit] },
      };
    }
  },
});
