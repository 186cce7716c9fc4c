import type { Locale } from '../model.ts';

/** The words of reports that are documents of their own. */
export interface ReportWords {
  readonly noProblems: string;
  readonly root: string;
  notAnnotated(p: { readonly hidden: number; readonly shown: number }): string;
  readonly title: string;
  readonly filters: string;
  readonly severity: string;
  readonly rule: string;
  readonly file: string;
  readonly files: string;
  readonly all: string;
  readonly errors: string;
  readonly warnings: string;
  readonly wants: string;
  readonly rules: string;
  readonly cleanFiles: string;
  readonly nothingShown: string;
  /** `{shown}` and `{all}` stand for the counts. */
  readonly shownOfAll: string;
  readonly madeBy: string;
}

/** Report words by language. */
export const reportWords: Readonly<Record<Locale, ReportWords>> = {
  en: {
    noProblems: 'No problems',
    root: "The repository's root, or the folder of the run",
    notAnnotated: ({ hidden, shown }) =>
      `${hidden === 1 ? '1 more problem stands' : `${hidden} more problems stand`} in the log only: GitHub shows ${shown} errors and ${shown} warnings of a step.`,
    title: 'Guide report',
    filters: 'Show',
    severity: 'Severity',
    rule: 'Rule',
    file: 'File',
    files: 'Files checked',
    all: 'all',
    errors: 'Errors',
    warnings: 'Warnings',
    wants: 'What it wants',
    rules: 'Rules',
    cleanFiles: 'Files without problems',
    nothingShown: 'No problem has all of these.',
    shownOfAll: '{shown} of {all} problems',
    madeBy: 'Made by guidepost',
  },
  ja: {
    noProblems: '問題なし',
    root: 'リポジトリの最上位のフォルダー、または実行したフォルダー',
    notAnnotated: ({ hidden, shown }) =>
      `ほか${hidden}件はログだけに表示されます。GitHubが注釈として示すのは、1ステップにつきエラー${shown}件、警告${shown}件までです。`,
    title: 'ガイドの確認結果',
    filters: '絞り込み',
    severity: '重要度',
    rule: 'ルール',
    file: 'ファイル',
    files: '確認したファイル',
    all: 'すべて',
    errors: 'エラー',
    warnings: '警告',
    wants: '求めること',
    rules: 'ルール',
    cleanFiles: '問題のないファイル',
    nothingShown: '条件に合う問題はありません。',
    shownOfAll: '{all}件中{shown}件を表示',
    madeBy: 'guidepostが作成しました',
  },
};
