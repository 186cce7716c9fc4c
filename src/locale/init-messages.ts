import type { Form } from '../learn/form-of.ts';
import type { Locale } from '../model.ts';

/** Parts of one line about a property; each is a word or a name already. */
export interface Line {
  readonly name: string;
  readonly what: string;
  readonly isOptional: boolean;
}

const en = {
  found: (p: { guides: number; groups: number }) => `${count(p.guides, 'guide')}, ${count(p.groups, 'group')}`,
  type: (p: { name: string; guides: number; accepted: number }) =>
    `${p.name}: ${count(p.guides, 'guide')}, ${p.accepted === p.guides ? 'all fit' : `${p.accepted} fit`}`,
  frontMatter: (p: { keys: readonly string[] }) => `front matter: ${p.keys.join(', ')}`,
  optional: (p: { name: string }) => `${p.name} (optional)`,
  line: (p: Line) => `${p.name}${p.isOptional ? ' (optional)' : ''}: ${p.what}`,
  items: (p: { form: Form; parts: readonly string[] }) =>
    p.parts.length === 0 ? formsEn[p.form] : `${formsEn[p.form]} of ${p.parts.join(', ')}`,
  sections: (p: { names: readonly string[] }) => `sections ${p.names.join(', ')}`,
  worst: 'Fit worst:',
  misfit: (p: { path: string; errors: number; faulty: readonly string[]; missing: readonly string[] }) =>
    `${p.path}: ${[
      p.errors > 0 ? `${count(p.errors, 'error')} (${p.faulty.join(', ')})` : '',
      p.missing.length > 0 ? `without ${p.missing.join(', ')}` : '',
    ]
      .filter((part) => part !== '')
      .join('; ')}`,
  alone: (p: { paths: readonly string[] }) => `Like no other guide here, so in no group: ${p.paths.join(', ')}`,
  written: (p: { files: readonly string[] }) => `Written: ${p.files.join(', ')}`,
  next: 'Look over the schema files (docs/guide-types.md explains them), then run "guidepost lint".',
  nothingWritten: 'Nothing was written (--dry-run).',
  noGuides: (p: { path: string }) =>
    `The folder "${p.path}" holds no guide (*.md, *.markdown) to learn from; name a folder with guides.`,
  exists: (p: { file: string }) =>
    `The file "${p.file}" exists already; move it away, or pass --force to overwrite it.`,
  otherConfig: (p: { file: string }) =>
    `The config "${p.file}" holds for this folder already; remove it first, as there can be only one.`,
};

const ja: InitMessages = {
  found: (p) => `ガイド${p.guides}件、${p.groups}グループ`,
  type: (p) =>
    `${p.name}：ガイド${p.guides}件、${p.accepted === p.guides ? 'すべて合っています' : `${p.accepted}件が合っています`}`,
  frontMatter: (p) => `フロントマター：${p.keys.join('、')}`,
  optional: (p) => `${p.name}（任意）`,
  line: (p) => `${p.name}${p.isOptional ? '（任意）' : ''}：${p.what}`,
  items: (p) => (p.parts.length === 0 ? formsJa[p.form] : `${formsJa[p.form]}（${p.parts.join('、')}）`),
  sections: (p) => `小見出し（${p.names.join('、')}）`,
  worst: '最も合わないガイド：',
  misfit: (p) =>
    `${p.path}：${[
      p.errors > 0 ? `エラー${p.errors}件（${p.faulty.join('、')}）` : '',
      p.missing.length > 0 ? `${p.missing.join('、')}がない` : '',
    ]
      .filter((part) => part !== '')
      .join('、')}`,
  alone: (p) => `ほかに似たガイドがなく、どのグループにも入らないもの：${p.paths.join('、')}`,
  written: (p) => `書き出したファイル：${p.files.join('、')}`,
  next: 'スキーマの内容を確かめてから（書き方は docs/guide-types.md）、「guidepost lint」を実行してください。',
  nothingWritten: '何も書き出していません（--dry-run）。',
  noGuides: (p) =>
    `フォルダー「${p.path}」に学習できるガイド（*.md、*.markdown）がありません。ガイドのあるフォルダーを指定してください。`,
  exists: (p) => `ファイル「${p.file}」がすでにあります。移動するか、--forceを付けて上書きしてください。`,
  otherConfig: (p) =>
    `このフォルダーには設定ファイル「${p.file}」がすでにあります。設定は一つだけなので、先に削除してください。`,
};

/** What `guidepost init` says, in one language. */
export type InitMessages = typeof en;

/** What `guidepost init` says. */
export const initMessages = { en, ja } satisfies Record<Locale, InitMessages>;

const formsEn: Readonly<Record<Form, string>> = {
  hashtags: 'hashtags',
  table: 'table',
  questions: 'questions and answers',
  headings: 'items',
  list: 'list',
  prose: 'text',
};

const formsJa: Readonly<Record<Form, string>> = {
  hashtags: 'ハッシュタグ',
  table: '表',
  questions: '質問と答え',
  headings: '項目',
  list: '箇条書き',
  prose: '文章',
};

function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}
