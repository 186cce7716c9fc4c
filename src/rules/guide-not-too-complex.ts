import { deepestNesting } from '../parse/find-deep-nesting.ts';
import { defineRule } from './rule.ts';

/** A guide can be read in bounded time and memory; of one that cannot nothing else is said. */
export const guideNotTooComplex = defineRule({
  id: 'guide-not-too-complex',
  severity: 'error',
  fix: 'none',
  docs: {
    en: {
      summary: 'The guide can be read in reasonable time and memory',
      why: `Some texts would keep a parser busy for minutes or fill the memory: quotes and lists more than ${deepestNesting} levels deep, tens of thousands of signs such as * and _ without a blank line between them, megabytes of table rows. No guide for people looks like that; most often data or a log was pasted by mistake. Such a file is not read, and the others are checked as ever.`,
    },
    ja: {
      summary: 'ガイドが無理のない時間とメモリで読める',
      why: `解析に何分もかかったり、メモリを使い切ったりする文書があります。${deepestNesting}段より深い引用や箇条書き、空行なしに何万も続く * や _ などの記号、何MBもの表の行などです。人が読むガイドはそうはならず、たいていはデータやログを誤って貼り付けたものです。このようなファイルは読まずに、ほかのファイルの検査を続けます。`,
    },
  },
  messages: {
    en: {
      deep: `Quotes, lists or emphasis stand too deep in each other here (more than ${deepestNesting} levels); the file is not read until some levels are gone`,
      complex:
        'The file holds too many signs of Markdown to be read; split it, and take out what does not belong into a guide',
    },
    ja: {
      deep: `ここで引用、箇条書き、強調が深く重なりすぎています（${deepestNesting}段を超過）。段を減らすまで、このファイルは読めません`,
      complex:
        'Markdownの記号が多すぎて、このファイルは読めません。ファイルを分け、ガイドに要らないものを除いてください',
    },
  },
  examples: {
    accept: [{ guide: '> - Tea\n>   > - Assam\n' }, { guide: '- - - - - - - - - - -\n' }],
    reject: [
      { guide: `# Tea\n\n${'> '.repeat(51)}Assam\n`, marks: '> '.repeat(30) },
      { guide: `${'- '.repeat(60)}茶\n` },
    ],
  },
  *check({ document }, { say }) {
    for (const { code, range } of document.faults) {
      if (code === 'too-deep') yield { range, message: say.deep };
      if (code === 'too-complex') yield { range, message: say.complex };
    }
  },
});
