import type { Locale } from '../model.ts';

/** The words that a page adds to the guide's own, in the page's language. */
export interface PageWords {
  readonly skipToText: string;
  readonly contents: string;
  readonly allGuides: string;
  readonly noGuides: string;
  readonly table: string;
  readonly image: string;
  readonly footnotes: string;
  readonly backToText: string;
  guideCount(count: number): string;
}

/** Page words by language. */
export const pageWords: Readonly<Record<Locale, PageWords>> = {
  en: {
    skipToText: 'Skip to the text',
    contents: 'Contents',
    allGuides: 'All guides',
    noGuides: 'There are no guides.',
    table: 'Table, scrolls sideways',
    image: 'Image: ',
    footnotes: 'Notes',
    backToText: 'Back to the text',
    guideCount: (count) => (count === 1 ? '1 guide' : `${count} guides`),
  },
  ja: {
    skipToText: '本文へ移動',
    contents: '目次',
    allGuides: 'ガイド一覧',
    noGuides: 'ガイドはありません。',
    table: '表（横にスクロールできます）',
    image: '画像：',
    footnotes: '注',
    backToText: '本文に戻る',
    guideCount: (count) => `${count}件のガイド`,
  },
};
