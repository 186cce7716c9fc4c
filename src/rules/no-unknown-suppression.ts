import type { Fix, Range } from '../model.ts';
import { nearestName } from '../nearest-name.ts';
import { type Suppression, suppressionWords } from '../suppress/find-suppressions.ts';
import { HiddenProblems } from '../suppress/hidden-problems.ts';
import { removeSuppression } from '../suppress/remove-suppression.ts';
import { type CheckedGuide, defineRule, type Finding } from './rule.ts';

interface Say {
  rule(p: { id: string; nearest?: string }): string;
  reason(p: { text: string }): string;
  word(p: { word: string; nearest?: string }): string;
  rename(p: { name: string }): string;
  remove(p: { nearest?: string }): string;
  separate: string;
}

/** A suppression comment says something that guidepost knows, so that no typing slip leaves it without effect. */
export const noUnknownSuppression = defineRule<Say>({
  id: 'no-unknown-suppression',
  severity: 'warning',
  fix: 'safe',
  docs: {
    en: {
      summary: 'A suppression comment names rules that exist',
      why: 'A comment such as `<!-- guidepost-disable-next-line text-length -- quoted from the law -->` tells guidepost to overlook a problem on purpose. With a mistyped rule name it does nothing, and nobody notices. A reason stands after ` -- `.',
    },
    ja: {
      summary: '問題を見逃す指定のコメントに、実在するルール名が書かれている',
      why: '`<!-- guidepost-disable-next-line text-length -- 法令の引用 -->`のようなコメントを書くと、その箇所の問題をわざと見逃せます。ルール名が間違っていると何も起こらず、間違いに気づけません。理由は「 -- 」の後に書きます。',
    },
  },
  messages: {
    en: {
      rule: ({ id, nearest }) =>
        nearest
          ? `There is no rule "${id}"; did you mean "${nearest}"?`
          : `There is no rule "${id}"; run "guidepost explain" to see all rules`,
      reason: ({ text }) => `"${text}" is no rule; write a reason after " -- "`,
      word: ({ word, nearest }) =>
        `"guidepost-${word}" is no suppression comment; ${nearest ? `did you mean "guidepost-${nearest}"?` : `write one of ${suppressionWords.map((known) => `guidepost-${known}`).join(', ')}`}`,
      rename: ({ name }) => `Write "${name}"`,
      remove: ({ nearest }) =>
        nearest ? `Remove it: there is no problem of "${nearest}" here` : 'Remove it from the comment',
      separate: 'Put " -- " before the reason',
    },
    ja: {
      rule: ({ id, nearest }) =>
        nearest
          ? `「${id}」というルールはありません。「${nearest}」のことですか？`
          : `「${id}」というルールはありません。「guidepost explain」でルールの一覧を確かめてください`,
      reason: ({ text }) => `「${text}」はルール名ではありません。理由は「 -- 」の後に書いてください`,
      word: ({ word, nearest }) =>
        `「guidepost-${word}」という指定はありません。${nearest ? `「guidepost-${nearest}」のことですか？` : `使えるのは${suppressionWords.map((known) => `guidepost-${known}`).join('、')}です`}`,
      rename: ({ name }) => `「${name}」に直す`,
      remove: ({ nearest }) =>
        nearest ? `取り除く（「${nearest}」の問題はここにはありません）` : 'コメントから取り除く',
      separate: '理由の前に「 -- 」を入れる',
    },
  },
  examples: {
    accept: [
      { guide: '<!-- guidepost-disable-next-line text-length -- quoted from the law -->\n# Soup\n' },
      { guide: '---\nsummary: 短い # guidepost-disable-line text-length -- 商品名のため\n---\n' },
      { guide: 'コメントは`<!-- guidepost-disable 名前 -->`のように書きます。\n' },
    ],
    reject: [
      { guide: '<!-- guidepost-disable-file text-lenght -->\n# Soup\n', marks: 'text-lenght' },
      { guide: '<!-- guidepost-disable-nextline text-length -->\n# スープ\n', marks: 'disable-nextline' },
      { guide: '<!-- guidepost-disable-file text-length 法令の引用 -->\n# スープ\n', marks: '法令の引用' },
    ],
  },
  *checkLast(checked, { say }) {
    const { suppressions } = checked;
    const hidden = new HiddenProblems(checked.problems, suppressions);
    for (const suppression of suppressions) {
      if (isKnownWord(suppression.word)) yield* unknownNames(suppression, checked, hidden, say);
      else yield unknownWord(suppression, say);
    }
  },
});

function isKnownWord(word: string): boolean {
  return suppressionWords.some((known) => known === word);
}

function unknownWord({ word, wordRange }: Suppression, say: Say): Finding {
  const nearest = nearestName(word, suppressionWords);
  const message = say.word({ word, ...(nearest && { nearest }) });
  if (!nearest) return { range: wordRange, message };
  return {
    range: wordRange,
    message,
    fix: replacing(wordRange, nearest, say.rename({ name: `guidepost-${nearest}` })),
  };
}

/** A comment with more names is none that a person wrote; to take them out one by one would take time without end. */
const mostNames = 1000;

function* unknownNames(
  suppression: Suppression,
  checked: CheckedGuide,
  hidden: HiddenProblems,
  say: Say,
): Generator<Finding> {
  const { text } = checked.source;
  for (const [index, { id, range }] of suppression.names.entries()) {
    if (checked.known.has(id)) continue;
    const nearest = nearestName(id, [...checked.known]);
    const isListed = index === 0 || text.slice(suppression.names[index - 1]?.range.end, range.start).includes(',');
    if (!nearest && (!isListed || !/^[a-z][a-z0-9-]*$/i.test(id))) {
      const reason = { start: range.start, end: suppression.names.at(-1)?.range.end ?? range.end };
      // Without any name before it the comment would hide all problems from then on.
      const kind = index === 0 ? 'unsafe' : 'safe';
      const fix: Fix = { ...replacing({ start: range.start, end: range.start }, '-- ', say.separate), kind };
      yield { range: reason, message: say.reason({ text: text.slice(reason.start, reason.end) }), fix };
      return;
    }
    // A name put right must not become one that suppresses nothing.
    const isUseful =
      nearest !== undefined &&
      (!checked.on.has(nearest) || suppression.word === 'enable' || hidden.wouldHide(suppression, nearest));
    const message = say.rule({ id, ...(nearest && { nearest }) });
    if (isUseful) yield { range, message, fix: replacing(range, nearest, say.rename({ name: nearest })) };
    else if (suppression.names.length > mostNames) yield { range, message };
    else {
      const edits = [removeSuppression(suppression, new Set([id]), text)];
      yield { range, message, fix: { kind: 'safe', title: say.remove({ ...(nearest && { nearest }) }), edits } };
    }
  }
}

function replacing(range: Range, text: string, title: string): Fix {
  return { kind: 'safe', title, edits: [{ range, text }] };
}
