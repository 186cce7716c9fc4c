import { toString as textOf } from 'mdast-util-to-string';
import { headingText } from '../guide-types/find-items.ts';
import { childPointer } from '../parse/place-collector.ts';
import { bodyHeadings } from './guide-sections.ts';
import { defineRule } from './rule.ts';
import { shortened } from './shortened.ts';

interface Options {
  /** The front-matter key that holds the title. */
  readonly key: string;
}

/** The H1 and the title in the front matter speak of the same subject. */
export const titleAgreement = defineRule<Messages, Options>({
  id: 'title-agreement',
  severity: 'warning',
  recommended: false,
  fix: 'none',
  options: {
    schema: { type: 'object', additionalProperties: false, properties: { key: { type: 'string', minLength: 1 } } },
    defaults: { key: 'title' },
  },
  docs: {
    en: {
      summary: 'The heading of the guide and the title in its front matter name the same subject',
      why: 'The title of the front matter stands in search results, the heading on the page: who clicks on one expects the other. Only the part before the colon is compared, and one may hold the other. Where search titles are worded on purpose in another way, leave this rule off.',
    },
    ja: {
      summary: '本文のタイトルとフロントマターのtitleが同じものを指している',
      why: '検索結果にはフロントマターのtitleが、ページには本文のタイトルが表示されます。食い違うと、読者は別のページに来たと思います。コロンより前の部分だけを比べ、一方がもう一方を含んでいればよしとします。検索向けにわざと言い方を変えている場合は、この規則を使わないでください。',
    },
  },
  messages: {
    en: {
      differs: (p) => `The heading says "${p.heading}", the front matter "${p.title}"; name the same subject in both`,
      there: 'The title in the front matter',
    },
    ja: {
      differs: (p) =>
        `本文のタイトルは「${p.heading}」、フロントマターのtitleは「${p.title}」です。同じ題材の名前を入れてください`,
      there: 'フロントマターのtitle',
    },
  },
  examples: {
    accept: [
      { guide: '---\ntitle: "Harbour Pilot: pay and prospects"\n---\n# [Complete Guide] Harbour pilot: the way in\n' },
      { guide: '---\ntitle: 水先人の仕事と給与\n---\n# 水先人：港の案内役\n' },
      { guide: '# 水先人\n' },
    ],
    reject: [
      { guide: '---\ntitle: Lighthouse keeper\n---\n# Harbour pilot\n', marks: 'Harbour pilot' },
      { guide: '---\ntitle: 灯台守の一日\n---\n# 水先人：港の案内役\n', marks: '水先人：港の案内役' },
    ],
  },
  *check({ document }, { say, options }) {
    const title = document.frontMatter?.value?.[options.key];
    const heading = bodyHeadings(document).find(({ depth }) => depth === 1);
    if (typeof title !== 'string' || title.trim() === '' || !heading) return;
    const written = textOf(heading);
    if (comparable(title).includes(subjectOf(written)) || comparable(written).includes(subjectOf(title))) return;
    const place = document.frontMatter?.places.get(childPointer('', options.key));
    yield {
      range: headingText(heading, document.source.text),
      message: say.differs({ heading: shortened(written), title: shortened(title) }),
      ...(place && { related: [{ range: place.value, message: say.there }] }),
    };
  },
});

interface Messages {
  differs(p: { heading: string; title: string }): string;
  there: string;
}

function comparable(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s・_-]/gu, '');
}

/** What stands before the colon, without what stands in brackets before that. */
function subjectOf(title: string): string {
  const [subject = ''] = title
    .normalize('NFKC')
    .replace(/^\s*[[【(][^\])】]*[\])】]\s*/u, '')
    .split(/[:|]|\s[-–—]\s/u);
  return comparable(subject);
}
