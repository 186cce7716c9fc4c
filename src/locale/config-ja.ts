import type { PathFault } from '../config/path-fault.ts';
import { spelled } from '../spelled.ts';
import type { configEn } from './config-en.ts';
import type { Translated } from './messages.ts';

/** What is said of configs, in Japanese. */
export const configJa: { readonly [Key in keyof typeof configEn]: Translated<(typeof configEn)[Key]> } = {
  twoConfigs: (p) =>
    `同じフォルダーに設定ファイルが2つあります（「${p.first}」と「${p.second}」）。どちらか1つにしてください。`,
  unreadableConfig: (p) => `設定ファイル「${p.path}」を読めません。${p.reason}。`,
  unreadableGuide: (p) => `「${p.path}」を読めません。${p.reason}。`,
  packageWithoutConfig: (p) =>
    `「${p.path}」に設定がありません。「guidepost」という項目に書くか、--configで別のファイルを指定してください。`,
  configBroken: (p) => `${p.reason}。`,
  configKeyTwice: (p) => `「${p.key}」が2回書かれています。どちらかを消してください。`,
  unknownConfigKey: (p) =>
    `「${p.key}」という設定項目はありません。${p.nearest ? `「${p.nearest}」のことですか？` : `ここに書けるのは${p.keys.join('、')}です。`}`,
  configKeyMissing: (p) => `${p.name || '設定'}に「${p.key}」がありません。`,
  wrongConfigType: (p) =>
    `${p.name || '設定全体'}には${p.wanted.map((type) => typeNames[type] ?? type).join('または')}を書いてください（${shown(p.written)}は使えません）。`,
  notAChoice: (p) =>
    `${p.name}に${shown(p.written)}は使えません。${p.nearest ? `「${p.nearest}」のことですか？` : `${p.choices.join('、')}から選んでください。`}`,
  configEmpty: (p) => `${p.name}が空です。中身を書くか、項目ごと消してください。`,
  configValueRefused: (p) => `${p.name}に${shown(p.written)}は使えません（${p.keyword}：${JSON.stringify(p.limit)}）。`,
  ruleWithoutOptions: (p) =>
    `ルール「${p.id}」に細かい設定はありません。off、warn、errorのどれかだけを書いてください。`,
  pathRefused: (p) =>
    `「${p.path}」は${pathFaults[p.fault]}。設定ファイルのあるフォルダーから数えた、プロジェクトの中のパスを書いてください。`,
  ruleFolderRefused: (p) =>
    `「${p.path}」は${pathFaults[p.fault]}。コマンドを実行するフォルダーから数えた、プロジェクトの中のフォルダーを書いてください。`,
  leadsOutside: (p) =>
    `「${p.path}」はプロジェクトの中にありますが、リンクの先が外にあるため、読み書きしません。ファイルそのものを置くか、本当の場所を指定してください。`,
  negatedFile: (p) => `filesでは「${p.glob}」のように除外を書けません。ignoreに書いてください。`,
  noSuchConfigFile: (p) =>
    `「${p.path}」というファイルがありません。設定ファイルのあるフォルダーから数えたパスになっているか、綴りと合わせて確認してください。`,
  unknownPreset: (p) =>
    `「${p.name}」というものはありません。${p.nearest ? `「${p.nearest}」のことですか？` : `${p.names.join('、')}から選んでください。`}`,
  extendsItself: (p) =>
    `設定ファイルが自分自身をextendsで読み込んでいます：${p.circle.join(' → ')}。このうちのどこかを外してください。`,
  unknownConfigType: (p) =>
    `${p.origin}: 「${p.name}」という種類のガイドはありません。${p.nearest ? `「${p.nearest}」のことですか？` : `使えるのは${p.names.join('、')}、またはスキーマファイルのパスです。`}`,
};

/** The types of JSON. */
export const typeNames: Readonly<Record<string, string>> = {
  string: '文字列',
  array: 'リスト',
  object: '項目のまとまり',
  number: '数値',
  integer: '整数',
  boolean: 'trueかfalse',
  null: 'null',
};

const pathFaults: Readonly<Record<PathFault, string>> = {
  absolute: '絶対パスです',
  url: 'URLです',
  outside: 'プロジェクトの外を指しています',
  link: 'リンクで、その先がプロジェクトの外にあります',
};

function shown(value: unknown): string {
  if (Array.isArray(value)) return 'リスト';
  if (typeof value === 'object' && value !== null) return '項目のまとまり';
  return typeof value === 'string' ? `「${value}」` : spelled(value);
}
