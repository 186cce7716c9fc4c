import { suppressionWords } from '../suppress/find-suppressions.ts';
import { HiddenProblems } from '../suppress/hidden-problems.ts';
import { removeSuppression } from '../suppress/remove-suppression.ts';
import { SwitchedRules } from '../suppress/switched-rules.ts';
import { defineRule } from './rule.ts';

const type = {
  type: 'object',
  properties: {
    summary: { type: 'string', 'x-source': { frontMatter: 'summary' }, 'x-recommended': { minLength: 10 } },
  },
};

const id = 'no-unused-suppression';

/** A suppression comment hides a problem; one that hides nothing any more would hide the next mistake. */
export const noUnusedSuppression = defineRule({
  id,
  severity: 'warning',
  fix: 'safe',
  docs: {
    en: {
      summary: 'A suppression comment hides a problem that is there',
      why: 'Once the text has been put right, the comment that excused it is left over. It tells readers of the source of a problem that is gone, and would hide the next one in the same place.',
    },
    ja: {
      summary: '問題を見逃す指定のコメントが、実際にある問題を見逃している',
      why: '文章を直した後に指定のコメントだけが残ると、もうない問題があるように見えます。また、同じ場所に次の間違いが入ったときに見逃してしまいます。',
    },
  },
  messages: {
    en: {
      disable: (p: { names: readonly string[] }) =>
        p.names.length > 0
          ? `There is no problem of ${p.names.map((name) => `"${name}"`).join(' and ')} to overlook here; remove ${p.names.length > 1 ? 'them' : 'it'} from the comment`
          : 'There is no problem to overlook here; remove the comment',
      enable: (p: { names: readonly string[] }) =>
        `Nothing that was disabled above is enabled here${p.names.length > 0 ? ` (${p.names.map((name) => `"${name}"`).join(', ')})` : ''}; remove the comment`,
      remove: 'Remove the suppression',
    },
    ja: {
      disable: (p) =>
        p.names.length > 0
          ? `${p.names.map((name) => `「${name}」`).join('と')}の問題はここにはありません。コメントから取り除いてください`
          : 'ここに見逃す問題はありません。コメントを消してください',
      enable: (p) =>
        `ここより前に、無効にした${p.names.length > 0 ? p.names.map((name) => `「${name}」`).join('と') : 'ルール'}がありません。コメントを消してください`,
      remove: '不要な指定を取り除く',
    },
  },
  examples: {
    accept: [
      { type, guide: '---\nsummary: 肉じゃが # guidepost-disable-line text-length -- 料理名のため\n---\n' },
      { type, guide: '---\n# guidepost-disable-next-line text-length -- it is a name\nsummary: Ramen\n---\n' },
      { type, guide: '---\nsummary: Ramen\n---\n<!-- guidepost-disable-file text-length -- short -->\n\n# Ramen\n' },
    ],
    reject: [
      {
        type,
        guide: '---\nsummary: A soup for cold days\n---\n\n<!-- guidepost-disable-file text-length -->\n\n# Soup\n',
      },
      { type, guide: '---\n# guidepost-disable-next-line text-length\nsummary: 寒い日に体が温まる野菜スープ\n---\n' },
      { type, guide: '# スープ\n\n<!-- guidepost-enable -->\n\n体が温まります。\n' },
    ],
  },
  *checkLast(checked, { say }) {
    const { source, suppressions } = checked;
    const hidden = new HiddenProblems(checked.problems, suppressions);
    const switched = new SwitchedRules();
    for (const suppression of suppressions) {
      const { range, names, word } = suppression;
      if (!suppressionWords.some((known) => known === word)) continue;
      const isEnable = word === 'enable';
      const rules = hidden.rulesHiddenBy(suppression);
      const isUsed = (name: string): boolean => (isEnable ? switched.isOff(name) : rules.has(name));
      const isUsedAtAll = isEnable ? switched.isOff() : rules.size > 0;
      const unused = names
        .map((name) => name.id)
        .filter((name) => checked.on.has(name) && name !== id && !isUsed(name));
      switched.see(suppression);
      if (names.length > 0 ? unused.length === 0 : isUsedAtAll) continue;
      const message = isEnable ? say.enable({ names: unused }) : say.disable({ names: unused });
      const edit = removeSuppression(suppression, new Set(unused), source.text);
      yield { range, message, fix: { kind: 'safe', title: say.remove, edits: [edit] } };
    }
  },
});
