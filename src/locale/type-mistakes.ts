import type { Locale } from '../model.ts';
import type { SyntaxFault } from '../parse/faults/syntax-fault.ts';
import { syntaxWords } from '../parse/faults/syntax-words.ts';
import { quoted as cited } from '../rules/quoted.ts';

export interface Choice {
  readonly names: readonly string[];
  readonly nearest?: string;
}

const en = {
  heading: (p: { path: string; count: number }) => `The guide type "${p.path}" has ${p.count} mistakes:`,
  syntax: (p: SyntaxFault) => syntaxSentence(p, 'en') ?? `Nothing can be read from here on: ${p.found}`,
  duplicateKey: (p: { key: string }) => `The key "${p.key}" stands here for the second time; keep one of them`,
  notAnObject: 'A guide type is a JSON Schema in braces: { "properties": { … } }',
  dialect: (p: { dialect: string }) =>
    `Guide types are written in JSON Schema 2020-12, not in "${p.dialect}"; write "https://json-schema.org/draft/2020-12/schema"`,
  unknownKeyword: (p: { name: string } & Choice) =>
    `There is no keyword "${p.name}"${p.nearest === undefined ? '; remove it, or see docs/guide-types.md for those there are' : didYouMean(p.nearest)}`,
  unknownKey: (p: { name: string; owner: string } & Choice) =>
    `"${p.owner}" has no part "${p.name}"${p.nearest === undefined ? `; it takes ${quoted(p.names)}` : didYouMean(p.nearest)}`,
  unknownChoice: (p: { value: string } & Choice) =>
    `"${p.value}" is no choice here${p.nearest === undefined ? `; write ${quoted(p.names, 'or')}` : didYouMean(p.nearest)}`,
  wrongKind: (p: { owner: string; kinds: readonly string[] }) =>
    `"${p.owner}" takes ${p.kinds.map((kind) => kindsEn[kind] ?? kind).join(' or ')}`,
  onlyValue: (p: { owner: string; value: string }) => `"${p.owner}" takes only ${p.value}; leave it out otherwise`,
  missingKey: (p: { owner: string; key: string }) => `"${p.owner}" needs "${p.key}" as well`,
  empty: (p: { owner: string; least: number }) =>
    `"${p.owner}" needs at least ${p.least === 1 ? 'one entry' : `${p.least} entries`}`,
  blank: (p: { owner: string }) => `"${p.owner}" takes a text that is not empty`,
  repeated: (p: { owner: string }) => `"${p.owner}" names the same thing twice`,
  noPointer: (p: { value: string }) => `"${p.value}" is no JSON pointer; it looks like "/steps" or "/meta/slug"`,
  unsuitable: (p: { owner: string }) => `This value of "${p.owner}" is not allowed; see docs/guide-types.md`,
  badPattern: (p: { pattern: string; reason: string }) =>
    `The regular expression "${p.pattern}" does not compile: ${p.reason}`,
  noValueGroup: (p: { pattern: string }) =>
    `The regular expression "${p.pattern}" does not say which part is the value; put that part into "(?<value>…)"`,
  columnWithoutProperty: (p: { column: string } & Choice) =>
    `The column "${p.column}" has no property of that name in "items"${choiceOf(p, 'those are')}`,
  columnWithoutColumn: (p: { name: string } & Choice) =>
    `"${p.name}" names no other column; headers are written as a list: ["${p.name}"]${p.nearest === undefined ? '' : `, or did you mean "${p.nearest}"?`}`,
  noItemProperties: (p: { owner: string }) => `"${p.owner}" needs "items" with "properties", one for each column`,
  noSuchValue: (p: { pointer: string } & Choice) =>
    `Nothing stands at "${p.pointer}" in this guide type${choiceOf(p, 'there are')}`,
  noItems: (p: { keyword: string }) =>
    p.keyword === 'x-ascending'
      ? `A pointer in "x-ascending" is for the items of a list; for an object, name its properties: ["min", "max"]`
      : `"${p.keyword}" is for the items of a list, and there are no "items" here`,
  noSuchProperty: (p: { name: string } & Choice) => `There is no property "${p.name}" here${choiceOf(p, 'there are')}`,
  noSuchReference: (p: { reference: string } & Choice) =>
    `"${p.reference}" refers to nothing in this file${choiceOf(p, 'there are')}`,
  remoteReference: (p: { reference: string }) =>
    `"${p.reference}" is outside this file; a guide type is one file, so copy that part into "$defs"`,
  endlessReference: (p: { reference: string }) => `"${p.reference}" leads back to itself`,
  unknownFormat: (p: { name: string } & Choice) => `There is no format "${p.name}"${choiceOf(p, 'there are')}`,
  bindsNothing: 'No property says with "x-source" where it stands, so no guide can be read with this type',
  invalid: (p: { reason: string }) => `This is no valid JSON Schema: ${p.reason}`,
};

const ja: TypeMistakes = {
  heading: (p) => `ガイドの種類のファイル「${p.path}」に誤りが${p.count}か所あります。`,
  syntax: (p) => syntaxSentence(p, 'ja') ?? `ここから先を読めません（${p.found}）`,
  duplicateKey: (p) => `キー「${p.key}」が二度書かれています。どちらか一つにしてください`,
  notAnObject: 'ガイドの種類は波かっこで囲んだJSON Schemaです。{ "properties": { … } } の形で書いてください',
  dialect: (p) =>
    `ガイドの種類はJSON Schema 2020-12で書きます（「${p.dialect}」ではありません）。「https://json-schema.org/draft/2020-12/schema」と書いてください`,
  unknownKeyword: (p) =>
    `キーワード「${p.name}」はありません。${p.nearest === undefined ? '削除するか、docs/guide-types.md の一覧を見てください' : perhaps(p.nearest)}`,
  unknownKey: (p) =>
    `「${p.owner}」に「${p.name}」という項目はありません。${p.nearest === undefined ? `書けるのは${listed(p.names)}です` : perhaps(p.nearest)}`,
  unknownChoice: (p) =>
    `「${p.value}」はここでは選べません。${p.nearest === undefined ? `${listed(p.names)}のどれかを書いてください` : perhaps(p.nearest)}`,
  wrongKind: (p) => `「${p.owner}」には${p.kinds.map((kind) => kindsJa[kind] ?? kind).join('または')}を書いてください`,
  onlyValue: (p) => `「${p.owner}」に書けるのは ${p.value} だけです。要らないときは項目ごと削除してください`,
  missingKey: (p) => `「${p.owner}」には「${p.key}」も必要です`,
  empty: (p) => `「${p.owner}」には少なくとも${p.least}つ必要です`,
  blank: (p) => `「${p.owner}」には空でない文字列を書いてください`,
  repeated: (p) => `「${p.owner}」に同じものが二度書かれています`,
  noPointer: (p) => `「${p.value}」はJSONポインタではありません。「/steps」や「/meta/slug」のように書いてください`,
  unsuitable: (p) => `「${p.owner}」にこの値は書けません。docs/guide-types.md を見てください`,
  badPattern: (p) => `正規表現「${p.pattern}」を解釈できません（${p.reason}）`,
  noValueGroup: (p) =>
    `正規表現「${p.pattern}」のどの部分が値なのか分かりません。その部分を「(?<value>…)」で囲んでください`,
  columnWithoutProperty: (p) => `列「${p.column}」と同じ名前のプロパティが「items」にありません${candidates(p)}`,
  columnWithoutColumn: (p) =>
    `「${p.name}」という列はほかにありません。見出しは ["${p.name}"] のように一覧で書きます${p.nearest === undefined ? '' : `（${perhaps(p.nearest)}）`}`,
  noItemProperties: (p) => `「${p.owner}」には、列ごとの「properties」を持つ「items」が必要です`,
  noSuchValue: (p) => `「${p.pointer}」に当たる値がこの種類にありません${candidates(p)}`,
  noItems: (p) =>
    p.keyword === 'x-ascending'
      ? '「x-ascending」のポインターは一覧の要素に使います。オブジェクトではプロパティ名を["min", "max"]のように並べてください'
      : `「${p.keyword}」は一覧の要素に使いますが、ここには「items」がありません`,
  noSuchProperty: (p) => `「${p.name}」というプロパティはここにありません${candidates(p)}`,
  noSuchReference: (p) => `「${p.reference}」の指す先がこのファイルにありません${candidates(p)}`,
  remoteReference: (p) =>
    `「${p.reference}」はこのファイルの外を指しています。種類は一つのファイルに収めるので、「$defs」に写してください`,
  endlessReference: (p) => `「${p.reference}」をたどると自分自身に戻ります`,
  unknownFormat: (p) => `「${p.name}」という書式はありません${candidates(p)}`,
  bindsNothing: 'どのプロパティにも「x-source」がないので、この種類ではガイドのどこも読み取れません',
  invalid: (p) => `JSON Schemaとして正しくありません（${p.reason}）`,
};

/** The sentence for broken JSON or YAML, where it does not speak of front matter. */
function syntaxSentence({ kind, found, wanted = '' }: SyntaxFault, locale: Locale): string | undefined {
  if (['noBraces', 'yamlInJson', 'tooMuch', 'fenceMissing', 'other'].includes(kind)) return undefined;
  return syntaxWords[locale][kind]({ found: found.startsWith('"') ? found : cited(found, locale), wanted });
}

/** What can be wrong with a guide type, in one language; without a full stop at the end. */
export type TypeMistakes = typeof en;

/** What can be wrong with a guide type. */
export const typeMistakes = { en, ja } satisfies Record<Locale, TypeMistakes>;

function didYouMean(nearest: string): string {
  return `; did you mean "${nearest}"?`;
}

function quoted(names: readonly string[], word = 'and'): string {
  const all = names.map((name) => `"${name}"`);
  const last = all.pop() ?? '';
  return all.length > 0 ? `${all.join(', ')} ${word} ${last}` : last;
}

function choiceOf({ names, nearest }: Choice, lead: string): string {
  if (nearest !== undefined) return didYouMean(nearest);
  return names.length > 0 && names.length <= 12 ? `; ${lead} ${quoted(names)}` : '';
}

function perhaps(nearest: string): string {
  return `「${nearest}」ではありませんか`;
}

function listed(names: readonly string[]): string {
  return names.map((name) => `「${name}」`).join('、');
}

function candidates({ names, nearest }: Choice): string {
  if (nearest !== undefined) return `。${perhaps(nearest)}`;
  return names.length > 0 && names.length <= 12 ? `。あるのは${listed(names)}です` : '';
}

const kindsEn: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: 'true',
  integer: 'a whole number',
  number: 'a number',
  object: 'an object in braces',
  string: 'a text in quotes',
  schema: 'a schema in braces',
};

const kindsJa: Readonly<Record<string, string>> = {
  array: '一覧（[ ]）',
  boolean: 'true',
  integer: '整数',
  number: '数',
  object: '波かっこで囲んだ値（{ }）',
  string: '引用符で囲んだ文字列',
  schema: '波かっこで囲んだスキーマ',
};
