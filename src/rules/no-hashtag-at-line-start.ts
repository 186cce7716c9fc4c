import type { Edit, Range } from '../model.ts';
import { defineRule } from './rule.ts';
import { shortened } from './shortened.ts';
import { tagEdits } from './tag-edits.ts';
import { blocksWith, proseOf, type TextBlock } from './text-blocks.ts';

/** No line begins with a bare `#tag`, which some programs take for a heading. */
export const noHashtagAtLineStart = defineRule({
  id: 'no-hashtag-at-line-start',
  severity: 'warning',
  fix: 'safe',
  docs: {
    en: {
      summary: 'No line begins with a bare hashtag',
      why: 'Standard Markdown wants a space after the `#` of a heading, but many programs do not: there a line of tags becomes a huge heading. Tags in code spans are safe everywhere.',
    },
    ja: {
      summary: '「#タグ」で始まる行がない',
      why: 'Markdownの見出しは「# 」のように空白が必要ですが、空白がなくても見出しとして扱うソフトは多く、タグの行が大見出しとして表示されることがあります。タグを「`」で囲めば、どこでも正しく表示されます。',
    },
  },
  messages: {
    en: {
      start: (p: { tag: string }) =>
        `The line begins with "${p.tag}" and may be taken for a heading; put the tags in code spans`,
      fix: () => 'Put each tag in a code span',
    },
    ja: {
      start: (p) => `行が「${p.tag}」で始まり、見出しとして扱われることがあります。タグを「\`」で囲んでください`,
      fix: () => 'タグを一つずつ「`」で囲む',
    },
  },
  examples: {
    accept: [
      { guide: '# 樹木医\n\n`#樹木医` `#庭木`\n' },
      { guide: '樹木医の仕事は #樹木医 で紹介しています。\n\n- #庭木\n' },
      { guide: 'Issue #42 is about bark.\n\n```\n#bark\n```\n' },
    ],
    reject: [
      { guide: '## タグ\n\n#樹木医 #庭木 #資格\n', marks: '#樹木医' },
      { guide: 'タグ:\r\n#樹木医\r\n' },
      { guide: '#ArborCare #Trees\n' },
    ],
  },
  *check({ document }, { say }) {
    const { text } = document.source;
    for (const block of blocksWith(/#/g, proseOf(document))) {
      if (block.found.node.type !== 'paragraph' || block.found.up?.node.type !== 'root') continue;
      for (const line of linesOfTags(block)) {
        const [first] = line;
        if (!first) continue;
        const edits: Edit[] = tagEdits(line, [], text);
        const message = say.start({ tag: shortened(text.slice(first.start, first.end)) });
        yield { range: first, message, ...(edits.length > 0 && { fix: { kind: 'safe', title: say.fix(), edits } }) };
      }
    }
  },
});

// With other Markdown in it, the line is something else.
const lineOfTags = /^#[^\s#＃`\u2060\uFFFC][^\r\n\u2060\uFFFC]*$/gmu;
const tag = /#[^\s#＃`、,，|*]+/g;

/** The tags of each line of a paragraph that begins with one. */
function* linesOfTags({ text, range }: TextBlock): Generator<Range[]> {
  for (const line of text.matchAll(lineOfTags)) {
    const start = range.start + line.index;
    yield [...line[0].matchAll(tag)].map((match) => ({
      start: start + match.index,
      end: start + match.index + match[0].length,
    }));
  }
}
