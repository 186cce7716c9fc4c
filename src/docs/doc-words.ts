import type { Fix, Locale, Severity } from '../model.ts';

/** The words that a page about a rule adds to the rule's own. */
export interface DocWords {
  readonly why: string;
  readonly accepted: string;
  readonly rejected: string;
  readonly options: string;
  readonly defaults: string;
  readonly schema: string;
  readonly rules: string;
  readonly rule: string;
  readonly wants: string;
  readonly severityTitle: string;
  readonly fixTitle: string;
  readonly file: string;
  readonly otherFile: string;
  readonly withOptions: string;
  readonly strict: string;
  readonly otherLanguage: string;
  readonly intro: string;
  readonly severity: Readonly<Record<Severity, string>>;
  readonly fix: Readonly<Record<'none' | Fix['kind'], string>>;
  readonly fixShort: Readonly<Record<'none' | Fix['kind'], string>>;
}

/** Doc words by language. */
export const docWords: Readonly<Record<Locale, DocWords>> = {
  en: {
    why: 'Why',
    accepted: 'Accepted',
    rejected: 'Rejected',
    options: 'Options',
    defaults: 'Without a config they are:',
    schema: 'A config may set:',
    rules: 'Rules',
    rule: 'Rule',
    wants: 'What it wants',
    severityTitle: 'Severity',
    fixTitle: 'Fix',
    file: 'File',
    otherFile: 'Another file of the run',
    withOptions: 'Options',
    strict: 'Off unless the config extends `guidepost:strict` or names the rule.',
    otherLanguage: '日本語',
    intro: 'A rule marked with * is off unless the config extends `guidepost:strict` or names it.',
    severity: { error: 'error', warning: 'warning' },
    fix: {
      none: 'None: a person has to decide.',
      safe: 'Safe: `--fix` puts it right.',
      unsafe: 'Unsafe: `--fix --unsafe-fixes` puts it right, and may change what the guide says.',
    },
    fixShort: { none: '', safe: 'safe', unsafe: 'unsafe' },
  },
  ja: {
    why: '理由',
    accepted: '問題のない例',
    rejected: '問題になる例',
    options: '設定',
    defaults: '設定しない場合の値：',
    schema: '設定できる項目：',
    rules: 'ルール一覧',
    rule: 'ルール',
    wants: '求めること',
    severityTitle: '重要度',
    fixTitle: '自動修正',
    file: 'ファイル',
    otherFile: '一緒に確認するファイル',
    withOptions: '設定',
    strict: '設定で`guidepost:strict`を使うか、このルールを指定したときだけ働きます。',
    otherLanguage: 'English',
    intro: '*の付いたルールは、設定で`guidepost:strict`を使うか、そのルールを指定したときだけ働きます。',
    severity: { error: 'エラー', warning: '警告' },
    fix: {
      none: '自動では直せません。書き手の判断が必要です。',
      safe: '`--fix`で直せます。',
      unsafe: '`--fix --unsafe-fixes`で直せますが、内容が変わるおそれがあります。',
    },
    fixShort: { none: '', safe: '可', unsafe: '要確認' },
  },
};
