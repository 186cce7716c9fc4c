import type { Locale } from '../model.ts';
import { typeNames } from './config-en.ts';
import { typeNames as typeNamesJa } from './config-ja.ts';
import type { Translated } from './messages.ts';

const en = {
  severalToStdout: (p: { guides: number }) =>
    `${p.guides} guides cannot share standard output; name a folder for their files with --out.`,
  severalToFile: (p: { guides: number; out: string }) =>
    `${p.guides} guides cannot share the file "${p.out}"; give a folder to --out.`,
  brokenJson: (p: { place: string; reason: string }) => `${p.place}: ${p.reason}`,
  noGuides: (p: { path: string }) =>
    `"${p.path}" holds no guide; guidepost export --format json writes what import reads.`,
  noTypeGiven: (p: { place: string; names: readonly string[] }) =>
    `${p.place}: This guide does not say what type it has; pass --type with ${p.names.join(' or ')}, or a schema file.`,
  notAGuide: 'A guide is expected here, an object in braces',
  missing: (p: { name: string }) => `"${p.name}" is missing`,
  wrongType: (p: { wanted: readonly string[]; found: string }) =>
    `Expected ${p.wanted.map((type) => typeNames[type] ?? type).join(' or ')} here, found ${p.found}`,
  notAChoice: (p: { found: string; choices: readonly string[] }) =>
    `${p.found} is none of the choices: ${p.choices.join(', ')}`,
  wrongForm: (p: { found: string; form: string }) => `${p.found} does not have the form ${p.form}`,
  tooFew: (p: { least: number; found: number }) =>
    `At least ${p.least} ${p.least === 1 ? 'is' : 'are'} needed here, there ${p.found === 1 ? 'is' : 'are'} ${p.found || 'none'}`,
  refused: (p: { keyword: string; limit: string }) => `This value fails "${p.keyword}": ${p.limit}`,
  notReadBack: 'This value would not read back from Markdown as it is; it may contradict the text beside it',
  notImported: (p: { place: string; name: string; count: number }) =>
    `${p.place}: not imported, ${p.count === 1 ? '1 problem' : `${p.count} problems`} in ${p.name}; correct it, or pass --include-invalid`,
  imported: (p: { guides: number; refused: number; out: string }) =>
    `${p.guides} ${p.guides === 1 ? 'guide' : 'guides'} written to ${p.out}${p.refused > 0 ? `, ${p.refused} refused` : ''}.`,

  severalTypes: (p: { names: readonly string[] }) =>
    `Several guide types are known; name one of them: ${p.names.join(', ')}.`,
  badSlug: (p: { slug: string }) =>
    `"${p.slug}" cannot be the name of a guide's file; leave out folders, the extension and special characters, as in pharmacist.`,
  slugForm: (p: { slug: string; pattern: string; type: string }) =>
    `"${p.slug}" is no slug of the type ${p.type}; it has to match ${p.pattern}.`,
  exists: (p: { path: string }) =>
    `"${p.path}" exists already; choose another slug or folder, or remove the file first.`,
  created: (p: { path: string; type: string }) =>
    `${p.path} was created as ${p.type}. Fill in what stands in brackets; guidepost lint shows what is left.`,
  placeholder: (p: { name: string }) => `[enter: ${p.name}]`,

  noFrontMatter: (p: { type: string }) => `The type ${p.type} has no front matter; leave out --front-matter.`,
  shipped: 'shipped with guidepost',
  frontMatter: 'Front matter',
  sections: 'Sections',
  also: 'also',
  optional: 'optional',
};

/** These messages in one language. */
export type ConvertMessages = { readonly [Key in keyof typeof en]: Translated<(typeof en)[Key]> };

const ja: ConvertMessages = {
  severalToStdout: (p) =>
    `${p.guides}件のガイドを標準出力にまとめることはできません。--outで書き出すフォルダーを指定してください。`,
  severalToFile: (p) =>
    `${p.guides}件のガイドを1つのファイル「${p.out}」には書けません。--outにはフォルダーを指定してください。`,
  brokenJson: (p) => `${p.place}: ${p.reason}`,
  noGuides: (p) =>
    `「${p.path}」にガイドがありません。importで読み込めるのは「guidepost export --format json」の出力です。`,
  noTypeGiven: (p) =>
    `${p.place}: このガイドには種類が書かれていません。--typeで${p.names.join('、')}、またはスキーマファイルを指定してください。`,
  notAGuide: 'ここにはガイド（波かっこで囲んだオブジェクト）が必要です',
  missing: (p) => `「${p.name}」がありません`,
  wrongType: (p) =>
    `ここには${p.wanted.map((type) => typeNamesJa[type] ?? type).join('または')}が必要ですが、${p.found}があります`,
  notAChoice: (p) => `${p.found}は選択肢にありません：${p.choices.join('、')}`,
  wrongForm: (p) => `${p.found}は決められた形式（${p.form}）になっていません`,
  tooFew: (p) => `ここには${p.least}件以上が必要ですが、${p.found === 0 ? '1件も' : `${p.found}件しか`}ありません`,
  refused: (p) => `この値は「${p.keyword}」の条件を満たしていません：${p.limit}`,
  notReadBack:
    'この値は、Markdownに書いて読み直すと元に戻りません。並んで書かれたテキストと食い違っている可能性があります',
  notImported: (p) =>
    `${p.place}: ${p.name}は取り込みませんでした（問題${p.count}件）。修正するか、--include-invalidを付けてください`,
  imported: (p) =>
    `${p.guides}件のガイドを${p.out}に書き出しました${p.refused > 0 ? `（${p.refused}件は取り込んでいません）` : ''}。`,

  severalTypes: (p) => `ガイドの種類が複数あります。どれか1つを指定してください：${p.names.join('、')}`,
  badSlug: (p) =>
    `「${p.slug}」はガイドのファイル名に使えません。フォルダー名、拡張子、特殊な文字を除いて、pharmacistのように指定してください。`,
  slugForm: (p) => `「${p.slug}」は${p.type}のスラッグとして使えません。${p.pattern}に一致する必要があります。`,
  exists: (p) =>
    `「${p.path}」はすでにあります。別のスラッグかフォルダーを指定するか、先にそのファイルを片付けてください。`,
  created: (p) =>
    `${p.path}を${p.type}として作成しました。角かっこの部分を書き換えてください。残りは「guidepost lint」で確かめられます。`,
  placeholder: (p) => `[ここに${p.name}を書く]`,

  noFrontMatter: (p) => `${p.type}にはフロントマターがありません。--front-matterを外してください。`,
  shipped: 'guidepostに付属',
  frontMatter: 'フロントマター',
  sections: '章',
  also: '別名',
  optional: '任意',
};

/** What import, new, types and schema say. */
export const convertMessages = { en, ja } satisfies Record<Locale, ConvertMessages>;
