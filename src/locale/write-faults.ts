import type { Locale } from '../model.ts';

type Words = Readonly<Partial<Record<string, string>>>;

/** What the system's codes mean for somebody whose file cannot be written. */
export const writeFaults: Readonly<Record<Locale, Words>> = {
  en: {
    EACCES: 'it, or its folder, is write-protected',
    EPERM: 'it, or its folder, is write-protected',
    EROFS: 'it lies on a disk that can only be read',
    ENOSPC: 'the disk is full',
    EDQUOT: 'your share of the disk is used up',
    EFBIG: 'it would be larger than the system lets a file be',
    EISDIR: 'it is a folder',
    ENOTDIR: 'one of the folders above it is a file',
    EEXIST: 'one of the folders above it is a file',
    ENOENT: 'its folder is gone, or it is a link that leads nowhere',
    ELOOP: 'it is a link that leads to itself',
  },
  ja: {
    EACCES: 'ファイルかフォルダーが書き込み禁止になっています',
    EPERM: 'ファイルかフォルダーが書き込み禁止になっています',
    EROFS: '読み取り専用のディスクにあります',
    ENOSPC: 'ディスクに空きがありません',
    EDQUOT: 'ディスクの割り当て容量を使い切っています',
    EFBIG: 'ファイルの大きさがシステムの上限を超えます',
    EISDIR: '同じ名前のフォルダーがあります',
    ENOTDIR: '途中のフォルダーがファイルになっています',
    EEXIST: '途中のフォルダーがファイルになっています',
    ENOENT: 'フォルダーがないか、リンク先がありません',
    ELOOP: 'リンクが自分自身を指しています',
  },
};
