import type { Locale } from '../model.ts';
import type { Translated } from './messages.ts';

const en = {
  withoutGit: (p: { flag: string; code: string }) =>
    `${p.flag} asks git what has changed, but git cannot be started (${p.code}); install it, or leave ${p.flag} out.`,
  gitRefuses: (p: { flag: string; detail: string }) =>
    `${p.flag} asks git what has changed, but git says "${p.detail}"; run guidepost inside a repository, or leave ${p.flag} out.`,
  unknownRef: (p: { ref: string; isShallow: boolean }) =>
    p.isShallow
      ? `git knows no commit "${p.ref}", and this clone is shallow; fetch it first, as with "git fetch --depth=1 origin ${p.ref}", or correct --since.`
      : `git knows no commit "${p.ref}"; name a branch, tag or commit that is there, or fetch it first.`,
  unrelated: (p: { ref: string }) =>
    `There is no common history with "${p.ref}" here (is this a shallow clone?), so all that differs from it counts as changed.`,
  nothing: (p: { base?: string }) =>
    p.base === undefined
      ? 'No guide is staged, so there was nothing to check.'
      : `No guide has changed since ${p.base}, so there was nothing to check.`,
  conflict: (p: { flags: readonly string[] }) => `${p.flags.join(' and ')} cannot go together; leave out one of them.`,
  fixOfStaged:
    '--staged checks what will be committed, which --fix cannot change; run "guidepost lint --changed --fix", then git add.',
};

/** What is said about changes in a repository. */
export type ChangeMessages = { readonly [Key in keyof typeof en]: Translated<(typeof en)[Key]> };

const ja: ChangeMessages = {
  withoutGit: (p) =>
    `${p.flag}は変更箇所をgitに問い合わせますが、gitを起動できません（${p.code}）。gitをインストールするか、${p.flag}を外してください。`,
  gitRefuses: (p) =>
    `${p.flag}は変更箇所をgitに問い合わせますが、gitから「${p.detail}」と返ってきました。リポジトリの中で実行するか、${p.flag}を外してください。`,
  unknownRef: (p) =>
    p.isShallow
      ? `gitに「${p.ref}」というコミットがなく、このリポジトリは浅いクローンです。「git fetch --depth=1 origin ${p.ref}」などで取得するか、--sinceを直してください。`
      : `gitに「${p.ref}」というコミットがありません。実際にあるブランチ、タグ、コミットを指定するか、先に取得してください。`,
  unrelated: (p) =>
    `ここには「${p.ref}」と共通の履歴がないため（浅いクローンではありませんか）、違いのあるファイルをすべて変更とみなします。`,
  nothing: (p) =>
    p.base === undefined
      ? 'ステージされたガイドがないため、確認するものはありませんでした。'
      : `${p.base}から変更されたガイドがないため、確認するものはありませんでした。`,
  conflict: (p) => `${p.flags.join('と')}は一緒に指定できません。どちらか一方だけを指定してください。`,
  fixOfStaged:
    '--stagedはコミットされる内容を確認するもので、--fixはそれを書き換えられません。「guidepost lint --changed --fix」を実行してから、git addしてください。',
};

/** The messages about changes by language. */
export const changeMessages = { en, ja } satisfies Record<Locale, ChangeMessages>;
