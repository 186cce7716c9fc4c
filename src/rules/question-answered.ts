import { bareQuestionLists } from './bare-question-lists.ts';
import { questionArrays } from './question-arrays.ts';
import { RangeIndex } from './range-index.ts';
import { defineRule } from './rule.ts';
import { shortened } from './shortened.ts';
import { unansweredQuestions } from './unanswered-questions.ts';

interface Options {
  /** Words that a question begins with, a number and a colon or full stop behind them. */
  readonly marks: readonly string[];
  /** Labels of lists that hold nothing but questions. */
  readonly lists: readonly string[];
}

/** Each question is followed by its answer, also where the guide's type does not know the questions. */
export const questionAnswered = defineRule<Messages, Options>({
  id: 'question-answered',
  severity: 'warning',
  fix: 'none',
  options: {
    schema: {
      type: 'object',
      additionalProperties: false,
      properties: {
        marks: { type: 'array', items: { type: 'string', minLength: 1 } },
        lists: { type: 'array', items: { type: 'string', minLength: 1 } },
      },
    },
    defaults: {
      marks: ['Q', 'Question', '質問', '問'],
      lists: ['質問例', '想定質問', 'よくある質問', 'Sample questions', 'Example questions', 'Typical questions'],
    },
  },
  docs: {
    en: {
      summary: 'Each question of a guide has an answer',
      why: 'Who prepares with a guide wants to know what a good answer says. A question with nothing behind it among answered ones was usually forgotten or cut off; a list of mere sample questions leaves readers alone. Two or three words on what matters are enough.',
    },
    ja: {
      summary: 'どの質問にも回答がついている',
      why: '読者が知りたいのは、どう答えればよいかです。ほかの質問には回答があるのに一つだけ何もないのは、たいてい書き忘れか、文章が途中で切れたものです。質問だけを並べた一覧も、読者は答え方がわかりません。要点を一言そえるだけでもかまいません。',
    },
  },
  messages: {
    en: {
      alone: (p) => `The question "${p.question}" has no answer; write it below`,
      list: (p) =>
        p.count === 1
          ? `"${p.label}" holds a question without an answer; add what a good answer says`
          : `"${p.label}" lists ${p.count} questions without answers; add to each what a good answer says`,
      also: 'No answer here either',
    },
    ja: {
      alone: (p) => `質問「${p.question}」に回答がありません。下に回答を書いてください`,
      list: (p) =>
        `「${p.label}」の質問${p.count}件に回答がありません。${p.count === 1 ? '' : 'それぞれに'}回答のポイントを書いてください`,
      also: 'この質問にも回答がありません',
    },
  },
  examples: {
    accept: [
      { guide: '**Q1. Why bees?**\n\n- **Answer:** They fascinate me.\n\n**Q2. Why us?**\n\nYour hives.\n' },
      {
        guide:
          '- **Q. 蜂は怖くないですか？**\n  - **A.** 動きを読めば怖くありません。\n\n- **Q. 冬は？** 巣箱を守ります。\n',
      },
      { guide: '### 逆質問の例\n\n- 「一日の流れを教えてください。」\n- 「巣箱はいくつありますか？」\n' },
      { guide: '- **質問例**:\n    - 「なぜ養蜂ですか？」\n        - 回答のポイント: 体験を話す\n' },
      { guide: '## 質問1：なぜ養蜂ですか？\n\n## 質問2：冬は何をしますか？\n' },
    ],
    reject: [
      {
        guide:
          '**Q1. Why bees?**\n\nThey fascinate me.\n\n**Q2. Why us?**\n\nYour hives.\n\n**Q3. Are you allergic?**\n',
        marks: 'Q3. Are you allergic?',
      },
      {
        guide:
          '- **Q. なぜ養蜂ですか？**\n  - **A.** 花が好きだからです。\n\n- **Q. 冬は何をしますか？**\n  - **A.** 巣箱を直します。\n\n- **Q. 女王蜂を見分けるには？**\n',
        marks: 'Q. 女王蜂を見分けるには？',
      },
      {
        guide:
          '- **質問例**:\n    - 「なぜ養蜂ですか？」\n    - 「冬の仕事を説明してください。」\n- **ヒント**: 実習の話をする\n',
        marks: '「なぜ養蜂ですか？」',
      },
    ],
  },
  *check(guide, { say, options }) {
    const bound = new RangeIndex(questionArrays(guide).flatMap(({ places }) => places.map(({ extent }) => extent)));
    for (const { range, question } of unansweredQuestions(guide.document, options.marks)) {
      // Of these the schema asks for an answer itself.
      if (!bound.contains(range)) yield { range, message: say.alone({ question: shortened(question) }) };
    }
    for (const { label, items } of bareQuestionLists(guide.document, options.lists)) {
      const [first, ...others] = items;
      if (!first || bound.contains(first)) continue;
      yield {
        range: first,
        message: say.list({ label, count: items.length }),
        related: others.map((range) => ({ range, message: say.also })),
      };
    }
  },
});

interface Messages {
  alone(p: { question: string }): string;
  list(p: { label: string; count: number }): string;
  also: string;
}
