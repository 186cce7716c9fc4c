import { UserError } from '../errors.ts';
import { messagesFor } from '../locale/messages.ts';
import { eachText } from './each-text.ts';
import { guideMarkdown } from './markdown/guide-markdown.ts';
import { baseName, nameGiver, safeName } from './output-names.ts';
import type { GuideContent, StreamWriter } from './stream-writer.ts';

const toMarkdown = ({ value, type, document }: GuideContent): string =>
  guideMarkdown(value, type, { format: document.frontMatter?.format });

/** The canonical Markdown of guides, one file each; several guides in one text would be none. */
export const markdown: StreamWriter = {
  name: 'markdown',
  extension: 'md',
  isStream: true,
  async *writeAll(guides, { locale }) {
    let only: GuideContent | undefined;
    let count = 0;
    for await (const guide of guides) {
      only = guide;
      count += 1;
    }
    if (count > 1) throw new UserError(messagesFor(locale).oneGuideAFile({ guides: count }));
    if (only) yield toMarkdown(only);
  },
  async *writeFiles(guides, options) {
    const nameOf = nameGiver();
    for await (const { guide, text } of eachText(guides, toMarkdown, options)) {
      const { path } = guide.document.source;
      yield { path: `${nameOf(safeName(baseName(path)))}.md`, content: text, guide: path };
    }
  },
};
