import type { Stage } from '../bug.ts';
import type { Locale } from '../model.ts';
import type { Translated } from './messages.ts';

export interface Place {
  readonly path: string;
  readonly stage: Stage;
  readonly rule?: string;
  /** How many more guides it happened at. */
  readonly others: number;
  readonly version: string;
}

const en = {
  at: (p: Place) =>
    `This is a bug in guidepost ${p.version}, not in your guide: ${doing[p.stage]} "${p.path}"${p.rule === undefined ? '' : ` (${p.rule})`} failed${p.others === 0 ? '' : `, and ${p.others} more in the same way`}. All else was done without it; please report it with the text below.`,
};

const doing: Readonly<Record<Stage, string>> = {
  read: 'reading',
  parse: 'parsing',
  bind: 'matching to its type',
  check: 'checking',
  fix: 'fixing',
  report: 'reporting',
  write: 'writing',
};

/** What is said of bugs that did not end a run. */
export type BugMessages = { readonly [Key in keyof typeof en]: Translated<(typeof en)[Key]> };

const ja: BugMessages = {
  at: (p) =>
    `これはガイドではなくguidepost ${p.version}の不具合です。「${p.path}」の${doingInJapanese[p.stage]}${p.rule === undefined ? '' : `（${p.rule}）`}に失敗しました${p.others === 0 ? '' : `（ほか${p.others}件も同様）`}。残りは処理しました。お手数ですが、以下の内容を添えてご報告ください。`,
};

const doingInJapanese: Readonly<Record<Stage, string>> = {
  read: '読み込み',
  parse: '解析',
  bind: '種類との照合',
  check: '確認',
  fix: '修正',
  report: 'レポート',
  write: '書き出し',
};

/** The messages about bugs by language. */
export const bugMessages = { en, ja } satisfies Record<Locale, BugMessages>;
