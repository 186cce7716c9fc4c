import { UserError } from '../errors.ts';
import { messagesFor } from '../locale/messages.ts';
import type { Guide } from '../model.ts';
import { guideMarkdown } from './markdown/guide-markdown.ts';
import { outputNames } from './output-names.ts';
import type { Writer } from './writer.ts';

const toMarkdown = (guide: Guide): string =>
  guideMarkdown(guide.value, guide.type, { format: guide.document.frontMatter?.format });

/** The canonical Markdown of guides, one file each; several guides in one text would be none. */
export const markdown: Writer = {
  name: 'markdown',
  extension: 'md',
  writeAll(guides, { locale }) {
    if (guides.length > 1) throw new UserError(messagesFor(locale).oneGuideAFile({ guides: guides.length }));
    return guides.map(toMarkdown).join('');
  },
  writeFiles(guides) {
    const names = outputNames(guides);
    return new Map(guides.map((guide, index) => [`${names[index]}.md`, toMarkdown(guide)]));
  },
};
