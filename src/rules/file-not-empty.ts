import { defineRule } from './rule.ts';

/** A file holds something; of an empty one nothing else is said. */
export const fileNotEmpty = defineRule({
  id: 'file-not-empty',
  severity: 'error',
  fix: 'none',
  docs: {
    en: {
      summary: 'The file is not empty',
      why: 'An empty file becomes an empty page. It is often left over from a failed save or a draft that was never begun.',
    },
    ja: {
      summary: 'ファイルに中身がある（空でない）',
      why: '空のファイルは空のページになります。保存の失敗や、書きかけのまま残ったファイルであることがよくあります。',
    },
  },
  messages: {
    en: { empty: 'The file is empty; write the guide, or delete the file' },
    ja: { empty: 'ファイルが空です。ガイドを書くか、ファイルを削除してください' },
  },
  examples: {
    accept: [{ guide: '# Soup\n' }, { guide: '---\ntitle: スープ\n---\n' }],
    reject: [{ guide: '' }, { guide: '\n \n' }],
  },
  *check({ document }, { say }) {
    const fault = document.faults.find(({ code }) => code === 'empty-file');
    if (fault) yield { range: fault.range, message: say.empty };
  },
});
