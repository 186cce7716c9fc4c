import type { Locale } from '../model.ts';

/** What an editor shows besides the rules' own sentences. */
export interface EditorWords {
  readonly fixAll: string;
  readonly unsafe: (p: { title: string }) => string;
  readonly suppress: (p: { rule: string }) => string;
  readonly required: string;
  readonly optional: string;
  readonly kind: Readonly<Record<string, string>>;
  readonly holds: (p: { kind: string }) => string;
  readonly oneOf: (p: { values: readonly string[] }) => string;
  readonly pattern: (p: { pattern: string }) => string;
  readonly count: (p: { least: number | undefined; most: number | undefined; unit: 'items' | 'characters' }) => string;
  readonly recommended: (p: { text: string }) => string;
  readonly namesGuide: string;
  readonly isFileName: string;
  readonly frontMatter: string;
  readonly nothingToRename: string;
  readonly nameTaken: (p: { name: string; path: string }) => string;
  readonly nameUnfit: (p: { name: string; pattern: string }) => string;
  readonly tooLargeToType: string;
}

/** Editor words by language. */
export const editorWords: Readonly<Record<Locale, EditorWords>> = {
  en: {
    fixAll: 'Fix all problems that can be fixed safely',
    unsafe: ({ title }) => `${title} (may change what the guide says)`,
    suppress: ({ rule }) => `Overlook ${rule} here`,
    required: 'Required',
    optional: 'Optional',
    kind: {
      string: 'text',
      array: 'a list',
      object: 'a group of values',
      integer: 'a whole number',
      number: 'a number',
    },
    holds: ({ kind }) => `Holds ${kind}`,
    oneOf: ({ values }) => `One of ${values.join(', ')}`,
    pattern: ({ pattern }) => `Has the form ${pattern}`,
    count: ({ least, most, unit }) => {
      const counted = (most ?? least) === 1 ? unit.slice(0, -1) : unit;
      if (least !== undefined && most !== undefined)
        return least === most ? `${least} ${counted}` : `${least} to ${most} ${counted}`;
      return least === undefined ? `at most ${most} ${counted}` : `at least ${least} ${counted}`;
    },
    recommended: ({ text }) => `Recommended: ${text}`,
    namesGuide: 'Names another guide',
    isFileName: 'Equals the file name, and is what other guides name this one by',
    frontMatter: 'Front matter',
    nothingToRename: 'Only the slug of a guide can be renamed: put the cursor on it, or where another guide names it.',
    nameTaken: ({ name, path }) => `The name "${name}" belongs to ${path} already; choose another one.`,
    nameUnfit: ({ name, pattern }) =>
      `"${name}" is no slug that this guide type accepts (${pattern}); choose another one.`,
    tooLargeToType: 'This file is too large to be checked while you type; run guidepost lint on it',
  },
  ja: {
    fixAll: '安全に直せる問題をすべて修正',
    unsafe: ({ title }) => `${title}（内容が変わることがあります）`,
    suppress: ({ rule }) => `ここでは${rule}を指摘しない`,
    required: '必須',
    optional: '任意',
    kind: { string: '文字列', array: 'リスト', object: '値のまとまり', integer: '整数', number: '数値' },
    holds: ({ kind }) => `値：${kind}`,
    oneOf: ({ values }) => `次のいずれか：${values.join('、')}`,
    pattern: ({ pattern }) => `書式：${pattern}`,
    count: ({ least, most, unit }) => {
      const counter = unit === 'items' ? '件' : '文字';
      if (least !== undefined && most !== undefined)
        return least === most ? `${least}${counter}` : `${least}〜${most}${counter}`;
      return least === undefined ? `${most}${counter}以下` : `${least}${counter}以上`;
    },
    recommended: ({ text }) => `推奨：${text}`,
    namesGuide: 'ほかのガイドの名前を書きます',
    isFileName: 'ファイル名と同じ名前で、ほかのガイドからもこの名前で参照されます',
    frontMatter: 'フロントマター',
    nothingToRename:
      '名前を変えられるのはガイドのスラッグだけです。スラッグか、ほかのガイドがそれを書いた場所にカーソルを置いてください。',
    nameTaken: ({ name, path }) => `「${name}」はすでに${path}の名前です。別の名前にしてください。`,
    nameUnfit: ({ name, pattern }) =>
      `「${name}」はこの種類のガイドのスラッグとして使えません（${pattern}）。別の名前にしてください。`,
    tooLargeToType: 'ファイルが大きすぎるため、入力中は確認しません。guidepost lintで確認してください',
  },
};
