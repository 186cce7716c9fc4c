import type { Locale } from '../model.ts';
import type { Translated } from './messages.ts';

const en = {
  solved: 'solved',
  watching: 'Watching for changes; press Ctrl+C to end.',
  failed: (p: { code: string }) =>
    `The folder cannot be watched (${p.code}); ENOSPC means that the system's limit of watched files is reached: raise it, or start --watch in a smaller folder.`,
  onlyText: (p: { format: string }) =>
    `--watch prints what changed as text; send the format "${p.format}" to a file with --output-file.`,
};

/** What is said while guides are watched. */
export type WatchMessages = { readonly [Key in keyof typeof en]: Translated<(typeof en)[Key]> };

const ja: WatchMessages = {
  solved: '解消',
  watching: '変更を監視しています。終了するにはCtrl+Cを押してください。',
  failed: (p) =>
    `フォルダーを監視できません（${p.code}）。ENOSPCは監視できるファイル数の上限に達したという意味です。上限を上げるか、より小さなフォルダーで--watchを実行してください。`,
  onlyText: (p) =>
    `--watchは変わった点をテキストで表示します。形式「${p.format}」は--output-fileでファイルに出力してください。`,
};

/** The messages of --watch by language. */
export const watchMessages = { en, ja } satisfies Record<Locale, WatchMessages>;
