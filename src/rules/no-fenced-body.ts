import type { Edit, Range } from '../model.ts';
import { fenceAround } from './fence-around.ts';
import { defineRule } from './rule.ts';

/** The body is not one big code block. */
export const noFencedBody = defineRule({
  id: 'no-fenced-body',
  severity: 'error',
  fix: 'safe',
  docs: {
    en: {
      summary: 'The body of the guide does not stand inside a code fence',
      why: 'Text that was copied from a chat often brings along the ```` ```markdown ```` around it. Readers then see the source in a grey box instead of headings, tables and bold type.',
    },
    ja: {
      summary: '本文全体がコードブロック（```）に入っていない',
      why: 'チャットからコピーした原稿には、全体を囲む ```` ```markdown ```` が付いていることがあります。そのままでは見出しも表も太字も効かず、原稿の文字がそのまま表示されます。',
    },
  },
  messages: {
    en: {
      fenced: (p: { fence: string; isClosed: boolean }) =>
        `"${p.fence}" puts the body in a code block; delete this line${p.isClosed ? ' and the closing one' : ''}`,
      closing: () => 'The block ends here',
      fix: () => 'Delete the fence around the body',
    },
    ja: {
      fenced: (p) =>
        `「${p.fence}」で本文全体がコードブロックになっています。この行${p.isClosed ? 'と、閉じる側の行' : ''}を削除してください`,
      closing: () => 'ここまでがコードブロックです',
      fix: () => '本文を囲む「```」を削除する',
    },
  },
  examples: {
    accept: [
      { guide: '# Build\n\n```sh\n# install\nnpm ci\n# test\nnpm test\n```\n' },
      {
        guide:
          '# 手順\n\n書き方の例です。\n\n```markdown\n## 見出し\n\n本文\n```\n\n例のとおりに、章ごとに書き進めてください。最後に読み返します。\n',
      },
      { guide: '```js\nconst answer = 42;\n```\n' },
    ],
    reject: [
      {
        guide: '```markdown\n# 灯台守\n\n灯台守は光を守ります。\n\n## 仕事\n\n点検をします。\n```\n',
        marks: '```markdown',
      },
      { guide: '---\nslug: keeper\n---\n```\n# Lighthouse keeper\n\n## Duties\n\nCleans the lamp.\n```\n' },
      { guide: '```markdown\n# 灯台守\n\n```sh\nlamp on\n```\n\n## 仕事\n\n点検をします。\n```\n' },
      {
        guide:
          'ガイドです。\n\n~~~md\r\n# 灯台守\r\n\r\n## 仕事\r\n\r\n毎晩、灯りの点検をして、航海日誌に記録します。\r\n~~~\r\n',
      },
    ],
  },
  *check({ document }, { say }) {
    const { text } = document.source;
    const found = fenceAround(document);
    if (!found) return;
    const { opening, closing } = found;
    const edits: Edit[] = [opening, ...(closing ? [closing] : [])].map((line) => ({
      range: withLineEnd(line, text),
      text: '',
    }));
    yield {
      range: opening,
      message: say.fenced({ fence: text.slice(opening.start, opening.end), isClosed: closing !== undefined }),
      ...(closing && { related: [{ range: closing, message: say.closing() }] }),
      fix: { kind: 'safe', unveils: true, title: say.fix(), edits },
    };
  },
});

function withLineEnd({ start, end }: Range, text: string): Range {
  return { start, end: end + (/^\r?\n/.exec(text.slice(end, end + 2))?.[0].length ?? 0) };
}
