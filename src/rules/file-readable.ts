import { defineRule } from './rule.ts';

/** A file can be read as text; reading itself finds what this rule stands for, so that it can be explained. */
export const fileReadable = defineRule({
  id: 'file-readable',
  severity: 'error',
  fix: 'none',
  docs: {
    en: {
      summary: 'The file can be read as UTF-8 text',
      why: 'What cannot be read cannot be checked. Save the file as UTF-8 (with or without BOM), and check its name and permissions.',
    },
    ja: {
      summary: 'ファイルをUTF-8のテキストとして読める',
      why: '読めないファイルは確かめられません。UTF-8（BOMの有無は問いません）で保存し、ファイル名と権限を確かめてください。',
    },
  },
  messages: { en: {}, ja: {} },
  examples: { accept: [{ guide: '# Soup\n' }], reject: [] },
});
