import type { Locale } from '../model.ts';
import type { Translated } from './messages.ts';

const en = {
  noShard: (p: { value: string }) =>
    `"${p.value}" is no part of a collection; write --shard 1/3 for the first of three.`,
  unreadable: (p: { path: string; code: string }) =>
    `The report "${p.path}" cannot be read (${p.code}); name the files that "guidepost lint --shard I/N --format shard --output-file FILE" wrote.`,
  foreign: (p: { path: string }) =>
    `"${p.path}" is no report of a shard; write it with "guidepost lint --shard I/N --format shard --output-file FILE".`,
  otherVersion: (p: { path: string; version: string; own: string }) =>
    `"${p.path}" was written by guidepost ${p.version}, but this is ${p.own}; use one version for all shards and for merge-reports.`,
  otherRun: (p: { path: string; first: string }) =>
    `"${p.path}" and "${p.first}" are not of one run: the number of shards, the language or the baseline differ; check all shards in the same way.`,
  twice: (p: { path: string; same: string; shard: string }) =>
    `"${p.path}" and "${p.same}" both hold shard ${p.shard}; name each shard once.`,
  missing: (p: { shards: readonly string[] }) =>
    `The ${p.shards.length === 1 ? 'report of shard' : 'reports of the shards'} ${p.shards.join(', ')} ${p.shards.length === 1 ? 'is' : 'are'} missing; name the reports of all shards.`,
  baselineOutside: (p: { path: string }) =>
    `The shards name the baseline "${p.path}", which is outside of the project; pass it with --baseline if that is meant.`,
  otherLocale: (p: { locale: string }) =>
    `The shards were checked in the language "${p.locale}"; pass --locale to "guidepost lint --shard" instead.`,
};

/** What is said about parts of a collection. */
export type ShardMessages = { readonly [Key in keyof typeof en]: Translated<(typeof en)[Key]> };

const ja: ShardMessages = {
  noShard: (p) => `「${p.value}」は分割の指定として使えません。3つに分けた最初の部分は--shard 1/3と書いてください。`,
  unreadable: (p) =>
    `レポート「${p.path}」を読めません（${p.code}）。「guidepost lint --shard I/N --format shard --output-file ファイル」が書いたファイルを指定してください。`,
  foreign: (p) =>
    `「${p.path}」は分割した確認のレポートではありません。「guidepost lint --shard I/N --format shard --output-file ファイル」で作成してください。`,
  otherVersion: (p) =>
    `「${p.path}」はguidepost ${p.version}が書いたものですが、実行中のバージョンは${p.own}です。すべての部分とmerge-reportsで同じバージョンを使ってください。`,
  otherRun: (p) =>
    `「${p.path}」と「${p.first}」は同じ確認のものではありません。分割数、言語、ベースラインのいずれかが違います。すべての部分を同じ指定で確認してください。`,
  twice: (p) => `「${p.path}」と「${p.same}」はどちらも部分${p.shard}です。各部分を1回だけ指定してください。`,
  missing: (p) => `部分${p.shards.join('、')}のレポートがありません。すべての部分のレポートを指定してください。`,
  baselineOutside: (p) =>
    `各部分のベースライン「${p.path}」はプロジェクトの外にあります。それでよければ--baselineで指定してください。`,
  otherLocale: (p) =>
    `各部分は言語「${p.locale}」で確認されています。--localeは「guidepost lint --shard」のほうに指定してください。`,
};

/** The messages about parts of a collection by language. */
export const shardMessages = { en, ja } satisfies Record<Locale, ShardMessages>;
