import type { Locale } from '../../model.ts';

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
  readonly whereYouAre: string;
  readonly related: string;
  readonly otherGuides: string;
  readonly previous: string;
  readonly next: string;
  readonly toTop: string;
  readonly search: string;
  readonly searchHint: string;
  readonly category: string;
  readonly kind: string;
  readonly all: string;
  readonly nothingFound: string;
  readonly notCompared: string;
  guideCount(count: number): string;
  compared(title: string): string;
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
    whereYouAre: 'Where you are',
    related: 'Related guides',
    otherGuides: 'Other guides',
    previous: 'Previous',
    next: 'Next',
    toTop: 'Back to top',
    search: 'Search',
    searchHint: 'Word in title, keywords or chapters',
    category: 'Category',
    kind: 'Kind',
    all: 'All',
    nothingFound: 'No guide matches. Try another word or category.',
    notCompared: 'Not shown, as in another currency or unit: ',
    guideCount: (count) => (count === 1 ? '1 guide' : `${count} guides`),
    compared: (title) => `${title} compared`,
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
    whereYouAre: '現在地',
    related: '関連ガイド',
    otherGuides: '前後のガイド',
    previous: '前のガイド',
    next: '次のガイド',
    toTop: 'ページの先頭へ',
    search: '検索',
    searchHint: 'タイトル・キーワード・章から探す',
    category: 'カテゴリ',
    kind: '種類',
    all: 'すべて',
    nothingFound: '一致するガイドはありません。別の言葉やカテゴリをお試しください。',
    notCompared: '通貨や単位が異なるため含めていないガイド：',
    guideCount: (count) => `${count}件のガイド`,
    compared: (title) => `${title}の比較`,
  },
};
