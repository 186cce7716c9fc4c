import type { Guide, Range, SchemaNode } from '../model.ts';
import { defineRule } from './rule.ts';
import { violationsFor } from './violations-for.ts';

const type = {
  type: 'object',
  required: ['meta'],
  properties: {
    meta: {
      type: 'object',
      'x-source': { frontMatter: true },
      required: ['title', 'slug'],
      properties: { title: { type: 'string' }, slug: { type: 'string' } },
    },
  },
} satisfies SchemaNode;

/** A guide whose type asks for front matter begins with some. */
export const frontMatterPresent = defineRule({
  id: 'front-matter-present',
  severity: 'error',
  fix: 'none',
  docs: {
    en: {
      summary: 'The guide begins with front matter',
      why: 'Title, description and tags of the page are read from a block between two lines of --- at the very beginning of the file. Further down it is printed as text, and the page has none of them.',
    },
    ja: {
      summary: 'ガイドの先頭にフロントマターがある',
      why: 'ページのタイトルや説明文、タグは、ファイルの先頭で --- の行にはさまれた部分から読み取ります。それがないとページに表示されず、途中に書くと本文としてそのまま表示されます。',
    },
  },
  messages: {
    en: {
      missing: (p: { keys: readonly string[] }) =>
        `The guide has no front matter; begin the file with a block between two lines of --- that gives ${p.keys.join(', ')}`,
      late: 'The front matter has to begin on the first line of the file; remove what stands before it',
    },
    ja: {
      missing: (p) =>
        `フロントマターがありません。ファイルの先頭に、--- の行ではさんで ${p.keys.join('、')} を書いてください`,
      late: 'フロントマターはファイルの1行目から始めます。この前にあるものを消してください',
    },
  },
  examples: {
    accept: [
      { type, guide: '---\ntitle: 灯台守\nslug: keeper\n---\n\n# 灯台守\n' },
      { type, guide: '---json\n{ "title": "Keeper", "slug": "keeper" }\n---\n' },
    ],
    reject: [
      { type, guide: '# Lighthouse keeper\n\nA life at sea.\n' },
      { type, guide: 'ご依頼のガイドです。\n\n---json\n{ "title": "灯台守" }\n---\n\n# 灯台守\n', marks: '---json' },
      { type, guide: 'Here is the guide.\n\n---\ntitle: Keeper\nslug: keeper\n---\n', marks: '---' },
    ],
  },
  *check(guide, { say }) {
    // A file that is no guide needs none; known-guide-type tells of it.
    if (!guide.fit.isGood) return;
    for (const { pointer, range, severity } of violationsFor('front-matter-present', guide)) {
      const late = lateFence(guide);
      const keys = guide.type.nodeAt(pointer)?.required ?? [];
      yield { range: late ?? range, severity, message: late ? say.late : say.missing({ keys }) };
    }
  },
});

/** The opening line of a block that stands further down, where it is read as text. */
function lateFence({ document }: Guide): Range | undefined {
  const { text } = document.source;
  for (const [index, { type, position }] of document.tree.children.entries()) {
    const start = position?.start.offset ?? 0;
    const written = text.slice(start, position?.end.offset);
    const fence = /^(?:---(?:json|ya?ml|toml)|\+\+\+)(?=[ \t]*\r?\n)/.exec(written)?.[0];
    if (fence && (type === 'paragraph' || type === 'heading')) return { start, end: start + fence.length };
    // Markdown reads YAML between two fences as a break and an underlined heading.
    const next = document.tree.children[index + 1];
    const after = text.slice(next?.position?.start.offset, next?.position?.end.offset);
    const isBlock = type === 'thematicBreak' && next?.type === 'heading' && /^[\w-]+:[^\n]*\n[\s\S]*---$/.test(after);
    if (isBlock) return { start, end: start + written.trimEnd().length };
  }
  return undefined;
}
