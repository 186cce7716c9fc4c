import type { Locale } from '../model.ts';
import type { Translated } from './messages.ts';

/** What became of the files of an output folder. */
export interface SavedCounts {
  readonly written: number;
  readonly unchanged: number;
  readonly removed: number;
}

const en = {
  refused: (p: { place: string; errors: number; first: string }) =>
    `${p.place}: not exported, ${count(p.errors, 'error')}${p.errors === 1 ? '' : ', the first'}: ${p.first}`,
  aboutRefused: 'Run guidepost lint to see all errors, or pass --include-invalid to export these guides as they are.',
  changedMeanwhile: (p: { path: string }) =>
    `${p.path}: not exported, because the file was changed during the export; run it again`,
  exportedToFile: (p: { guides: number; refused: number; out: string; isNew: boolean }) =>
    `${count(p.guides, 'guide')} exported to ${p.out}${p.isNew ? '' : ' (unchanged)'}${notExported(p.refused)}.`,
  exportedToFolder: (p: { guides: number; refused: number; out: string; files: SavedCounts }) =>
    `${count(p.guides, 'guide')} exported to ${p.out}: ${[
      `${count(p.files.written, 'file')} written`,
      `${p.files.unchanged} unchanged`,
      ...(p.files.removed > 0 ? [`${p.files.removed} removed`] : []),
    ].join(', ')}${notExported(p.refused)}.`,
  removed: (p: { path: string }) => `${p.path}: removed, its guide is gone`,
  keptChanged: (p: { path: string }) =>
    `${p.path}: not removed though its guide is gone, because somebody has changed it; remove it yourself`,
  leftOver: (p: { files: number; out: string }) =>
    `${p.out} still holds ${count(p.files, 'file')} of guides that are gone; pass --prune to remove ${p.files === 1 ? 'it' : 'them'}.`,
  brokenManifest: (p: { path: string }) =>
    `"${p.path}" is not what guidepost writes there; remove it, and the next export writes it anew.`,
  pruneWithoutFolder: '--prune removes files from an output folder; give one to --out, or leave the flag out.',
  pickWithoutJson: '--pick is for JSON; add --format json or --format ndjson, or leave it out.',
  unknownPick: (p: { name: string; nearest?: string }) =>
    `--pick names "${p.name}", a value that no guide has${p.nearest ? `; did you mean "${p.nearest}"?` : '.'}`,
  checking: 'Checking',
  writing: 'Writing',
};

/** These messages in one language. */
export type BatchMessages = { readonly [Key in keyof typeof en]: Translated<(typeof en)[Key]> };

const ja: BatchMessages = {
  refused: (p) =>
    `${p.place}: エラーが${p.errors}件あるため書き出しませんでした${p.errors === 1 ? '' : '。最初のエラー'}：${p.first}`,
  aboutRefused:
    'エラーは「guidepost lint」ですべて確かめられます。このまま書き出すには--include-invalidを付けてください。',
  changedMeanwhile: (p) =>
    `${p.path}: 書き出している間にファイルが変更されたため、書き出しませんでした。もう一度実行してください`,
  exportedToFile: (p) =>
    `${p.guides}件のガイドを${p.out}に書き出しました${inBrackets([p.isNew ? '' : '変更なし', notExportedInJapanese(p.refused)])}。`,
  exportedToFolder: (p) =>
    `${p.guides}件のガイドを${p.out}に書き出しました${inBrackets([
      `更新${p.files.written}ファイル`,
      `変更なし${p.files.unchanged}ファイル`,
      p.files.removed > 0 ? `削除${p.files.removed}ファイル` : '',
      notExportedInJapanese(p.refused),
    ])}。`,
  removed: (p) => `${p.path}: ガイドがなくなったため削除しました`,
  keptChanged: (p) =>
    `${p.path}: ガイドはなくなりましたが、書き出した後に変更されているため削除しませんでした。不要なら手で削除してください`,
  leftOver: (p) => `${p.out}には、なくなったガイドのファイルが${p.files}件残っています。--pruneを付けると削除します。`,
  brokenManifest: (p) => `「${p.path}」はguidepostが書いた内容ではありません。削除すれば、次の書き出しで作り直します。`,
  pruneWithoutFolder:
    '--pruneは出力フォルダーからファイルを取り除く指定です。--outにフォルダーを指定するか、--pruneを外してください。',
  pickWithoutJson: '--pickはJSONのための指定です。--format jsonか--format ndjsonを付けるか、--pickを外してください。',
  unknownPick: (p) =>
    `--pickの「${p.name}」という値は、どのガイドにもありません。${p.nearest ? `「${p.nearest}」のことではありませんか。` : ''}`,
  checking: '確認中',
  writing: '書き出し中',
};

/** What an export says. */
export const batchMessages = { en, ja } satisfies Record<Locale, BatchMessages>;

function notExported(guides: number): string {
  return guides > 0 ? `; ${count(guides, 'guide')} not exported` : '';
}

function notExportedInJapanese(guides: number): string {
  return guides > 0 ? `${guides}件は書き出していません` : '';
}

function inBrackets(parts: readonly string[]): string {
  const said = parts.filter((part) => part !== '');
  return said.length > 0 ? `（${said.join('、')}）` : '';
}

function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}
