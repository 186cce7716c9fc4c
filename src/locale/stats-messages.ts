import type { Locale } from '../model.ts';
import type { Step } from '../stopwatch.ts';

const en = {
  heading: (p: { files: number; cached: number }) =>
    `${p.files} ${p.files === 1 ? 'file' : 'files'}, ${p.cached} known from earlier runs:`,
  steps: {
    start: 'start',
    find: 'find',
    read: 'read',
    parse: 'parse',
    bind: 'bind',
    check: 'check',
    report: 'report',
  } satisfies Record<Step, string>,
};

const ja: typeof en = {
  heading: (p) => `ファイル${p.files}件（うち前回までの結果を使ったもの${p.cached}件）`,
  steps: { start: '起動', find: '検索', read: '読込', parse: '解析', bind: '対応付', check: '確認', report: '報告' },
};

/** The messages of --stats by language. */
export const statsMessages = { en, ja } satisfies Record<Locale, typeof en>;
