import type { DropReason } from '../fix/fix-guides.ts';
import { batchMessages } from './batch-messages.ts';
import { bugMessages } from './bug-messages.ts';
import { changeMessages } from './change-messages.ts';
import { configJa } from './config-ja.ts';
import { convertMessages } from './convert-messages.ts';
import { initMessages } from './init-messages.ts';
import type { Messages } from './messages.ts';
import { shardMessages } from './shard-messages.ts';
import { sizeWords } from './size-words.ts';
import { statsMessages } from './stats-messages.ts';
import { tableMessages } from './table-messages.ts';
import { typeMistakes } from './type-mistakes.ts';
import { watchMessages } from './watch-messages.ts';
import { writeFaults } from './write-faults.ts';

/** The program's messages in Japanese. */
export const ja: Messages = {
  ...configJa,

  emptyPath:
    '空のパスが指定されました。ファイル、フォルダー、globのいずれかを指定するか、省略して現在のフォルダーを対象にしてください。',
  noSuchPath: (p) =>
    `「${p.path}」というファイルやフォルダーは${p.folder}にありません。綴りを確認するか、なくてもよい場合は--allow-emptyを付けてください。`,
  globWithoutGuides: (p) =>
    `「${p.pattern}」に一致するガイドがありません。フォルダーと拡張子を確認するか、なくてもよい場合は--allow-emptyを付けてください。`,
  folderWithoutGuides: (p) =>
    `フォルダー「${p.path}」にガイド（*.md、*.markdown）がありません。別のフォルダーを指定するか、空でもよい場合は--allow-emptyを付けてください。`,
  onlyIgnored: (p) =>
    `「${p.path}」のガイドはすべて${p.ignoreFiles.join('と')}で除外されています。設定を見直すか、ファイルを直接指定してください。`,
  onlyReservedNames: (p) =>
    `「${p.path}」には、ガイドとして扱わない${p.names.join('、')}しかありません。対象にするにはファイルを直接指定してください。`,
  unreadableFolder: (p) =>
    `フォルダー「${p.path}」の中を読めないため（${p.code}）、ガイドを見落とすおそれがあります。読めるようにするか、.guidepostignoreで除外してください。`,

  unreadableSchema: (p) => `ガイドの種類のファイル「${p.path}」を読めません。--typeに渡したパスを確認してください。`,
  typeMistakes: typeMistakes.ja,
  init: initMessages.ja,
  changes: changeMessages.ja,
  shards: shardMessages.ja,
  watch: watchMessages.ja,
  stats: statsMessages.ja,
  convert: convertMessages.ja,
  tables: tableMessages.ja,
  batch: batchMessages.ja,
  unknownType: (p) =>
    `「${p.name}」という種類のガイドはありません。${p.nearest ? `「${p.nearest}」のことですか？` : `使えるのは${p.names.join('、')}、またはスキーマファイルのパスです。`}`,
  unknownFormat: (p) =>
    `「${p.name}」という形式はありません。${p.nearest ? `「${p.nearest}」のことですか？` : `${p.names.join('、')}から選んでください。`}`,
  unknownRule: (p) =>
    `「${p.id}」というルールはありません。${p.nearest ? `「${p.nearest}」のことですか？` : 'ルールの名前は、報告の各問題に書かれています。'}`,
  invalidRuleSetting: (p) =>
    `「${p.setting}」はルールの設定として使えません。--rule 名前=off、名前=warn、名前=errorのいずれかで書いてください。`,
  invalidNumber: (p) => `${p.flag}には0以上の整数を指定してください（「${p.value}」は使えません）。`,
  outputFileWithoutFormat:
    '--output-fileが--formatより多く指定されています。出力ファイルごとに形式を指定してください。',
  tooManyForStdout: (p) =>
    `${p.formats.join('と')}が標準出力で混ざってしまいます。1つを除いて--output-fileを指定してください。`,
  unwritable: (p) =>
    `「${p.path}」に書き込めません（${p.code}）。${writeFaults.ja[p.code] ?? 'フォルダー、権限、空き容量を確認してください'}。`,
  stdinWithPaths:
    '--stdin-file-pathを付けると標準入力だけを確認します。ほかのパスを省くか、このオプションを外してください。',
  unsafeWithoutFix: '--unsafe-fixesは修正の範囲を広げるものです。--fixか--diffと一緒に指定してください。',
  baselineOfDiff: '--update-baselineはファイルを書き、--diffは何も書きません。どちらか一方だけを指定してください。',
  fileChanged: (p) => `${p.path}：処理中にファイルが変更されたため、書き込みませんでした。もう一度実行してください。`,
  fixDropped: (p) =>
    `${p.path}：ルール「${p.rule}」の修正は、${dropReason[p.reason]}ため取り消しました。これはルールの不具合です。お手数ですがご報告ください。`,
  wouldFix: (p) => `${p.files}ファイルで${p.fixed}件を修正できます。残りは${p.left}件です。`,
  sentences: (p) => p.sentences.join(''),
  fixedCount: (p) => `${p.count}件を修正しました。`,
  knownCount: (p) => `ほかに、ベースラインに記録済みの問題が${p.count}件あります。`,
  noBaseline: (p) => `ベースライン「${p.path}」がありません。--update-baselineで作成するか、パスを確認してください。`,
  unreadableBaseline: (p) => `ベースライン「${p.path}」を読めません。${p.reason}。`,
  baselineSyntax: (p) =>
    `${p.place}：ベースラインがJSONとして読めません。直すか、削除して--update-baselineで作り直してください。`,
  baselineForeign: (p) =>
    `${p.place}：これはguidepostのベースラインではありません。別のファイルを指定するか、削除して--update-baselineで作り直してください。`,
  baselineWritten: (p) =>
    `${p.files}ファイルの問題${p.problems}件を${p.path}に記録しました。--baseline ${p.path}を付けると、新しい問題だけを表示します。`,
  baselineObsolete: (p) => `${p.path}：不要になった記録が${p.entries}件あります。--update-baselineで取り除けます。`,

  invalidBaseUrl: (p) =>
    `--base-urlには、https://example.org/guides/のようなサイトの公開先のアドレスを指定してください（「${p.value}」は使えません）。`,
  noTemplate: (p) =>
    `テンプレートのフォルダー「${p.folder}」にページの部品がありません。${p.parts.join('、')}のどれかを置くか、--templateの指定を直してください。`,
  unknownTemplatePart: (p) =>
    `「${p.path}」はページの部品ではありません。${p.nearest ? `「${p.nearest}」ではありませんか。` : `使えるのは${p.parts.join('、')}です。`}`,
  unknownHole: (p) =>
    `「${p.path}」の{{${p.hole}}}に当たる値はページにありません。${p.nearest ? `{{${p.nearest}}}ではありませんか。` : `使えるのは${p.known.map((name) => `{{${name}}}`).join('、')}です。`}`,
  pageWithoutMain: (p) =>
    `「${p.path}」に{{main}}がないため、ページが空になります。ガイドの本文を置く場所に{{main}}を書いてください。`,
  oneGuideAFile: (p) =>
    `${p.guides}件のガイドを1つのMarkdownにまとめることはできません。--outでフォルダーを指定するか、ガイドを1つだけ指定してください。`,
  bug: (p) =>
    `これはガイドではなくguidepost ${p.version}の不具合です。お手数ですが、以下の内容を添えてご報告ください。`,
  bugs: bugMessages.ja,

  unreadable: (p) =>
    ({
      missing: 'ファイルが存在しないか、リンク先がありません',
      denied: `ファイルを読む権限がありません（${p.detail}）。アクセス権を確認してください`,
      'not-a-file': `ファイルではなく、${thingName[p.detail] ?? p.detail}です`,
      binary: `テキストではなくバイナリファイルのようです（位置${p.offset ?? 0}にNULバイト）。テキストとして保存し直すか、.guidepostignoreで除外してください`,
      encoding: `UTF-8ではありません。${encodingName[p.detail] ?? `${p.detail}のようです`}（位置${p.offset ?? 0}のバイト）。UTF-8で保存し直してください`,
      'too-slow': `このガイドの確認に${p.detail}秒以上かかるため、途中でやめました。閉じていない括弧や記号、深すぎる箇条書きが大量にないか確かめ、ガイドを分けるか、--timeout-per-fileで時間を延ばしてください`,
      bug: 'guidepostの不具合のため、このファイルを確認できませんでした。詳しくは報告と共に表示した内容を見てください',
      io: `ファイルを読めません（${p.detail}）`,
      outside: 'プロジェクトの外へのリンクなので読みませんでした。ファイルそのものをここに置いてください',
      'too-large': `ファイルが${p.detail}バイトあり、ガイドとしては大きすぎます（上限は${sizeWords(p.limit ?? 0)}）。分けるか、--max-file-sizeで上限を上げてください`,
    })[p.reason],

  error: 'エラー',
  warning: '警告',
  seeAlso: '関連',
  fix: '修正',
  aside: (p) => brackets(p.text),
  fixable: '--fixで自動修正できます',
  fixableUnsafely: '--fix --unsafe-fixesで自動修正できますが、内容が変わるおそれがあります',
  toLine: (p) => `…${p.line}行目まで`,
  untyped: '種類不明',
  nothingChecked: '対象のファイルはありませんでした。',
  clean: (p) => `${p.files}ファイルを確認しました${brackets(p.types)}。問題はありません。`,
  summary: (p) =>
    [
      `${p.files}ファイル${brackets(p.types)}のうち${p.faultyFiles}ファイルに問題があります：${severities(p)}。`,
      p.safe > 0 ? `${p.safe}件は--fixで自動修正できます。` : '',
      p.unsafe > 0 ? `${p.safe > 0 ? 'さらに' : ''}${p.unsafe}件は--fix --unsafe-fixesで自動修正できます。` : '',
    ].join(''),
};

const dropReason: Readonly<Record<DropReason, string>> = {
  'adds-problem': '別の問題が生じる',
  'loses-text': '文が失われる',
  broken: '修正箇所が重なっているか、何も変わらない',
  unsettled: 'ほかの修正と互いに打ち消し合う',
};

const encodingName: Readonly<Record<string, string>> = {
  unknown: '文字コードを判別できません',
  'UTF-8': '壊れた文字、または途中で切れた文字があります',
};

const thingName: Readonly<Record<string, string>> = {
  folder: 'フォルダー',
  pipe: 'パイプ',
  socket: 'ソケット',
  device: 'デバイス',
};

function severities(p: { errors: number; warnings: number }): string {
  const parts = [p.errors > 0 ? `エラー${p.errors}件` : '', p.warnings > 0 ? `警告${p.warnings}件` : ''];
  return parts.filter((part) => part !== '').join('、');
}

function brackets(text: string): string {
  return text === '' ? '' : `（${text}）`;
}
