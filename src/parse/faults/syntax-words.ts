import type { Locale } from '../../model.ts';

/** What a sentence about broken front matter is given; `found` is already in quotation marks. */
interface Parameters {
  readonly found: string;
  readonly wanted: string;
}

const en = {
  trailingComma: () => 'A comma stands after the last entry; remove it',
  commaMissing: (p: Parameters) => `A comma is missing before ${p.found}; put one between the two entries`,
  colonMissing: (p: Parameters) => `A colon is missing before ${p.found}; write a key as "key": value`,
  valueMissing: (p: Parameters) => `A value is missing before ${p.found}; write one after the colon, or remove the key`,
  entryMissing: (p: Parameters) => `Nothing stands before ${p.found}; remove the comma that is too many`,
  keyExpected: (p: Parameters) => `Expected a key in double quotes, found ${p.found}`,
  keyQuotesMissing: (p: Parameters) => `The key ${p.found} needs double quotes around it`,
  quotesMissing: (p: Parameters) => `The text ${p.found} needs double quotes around it`,
  innerQuote: (p: Parameters) =>
    `The text ends at this quotation mark, but goes on with ${p.found}; write a quotation mark inside a text as \\"`,
  wrongSign: (p: Parameters) => `${p.found} cannot be read here; write ${p.wanted} in its place`,
  wideSpace: () => 'A wide (full-width) space stands here; write ordinary spaces in its place',
  twice: (p: Parameters) => `The key ${p.found} is given twice; keep one of them`,
  noBraces: (p: Parameters) => `Front matter marked as JSON has to begin with {, but begins with ${p.found}`,
  yamlInJson: () => 'Front matter is marked as JSON, but what follows is YAML; begin the block with --- alone',
  braceMissing: () => 'The closing } is missing; put it after the last entry',
  bracketMissing: () => 'A list is not closed; put ] after its last entry',
  tooMuch: (p: Parameters) => `The front matter is complete before ${p.found}; remove what is too many`,
  comment: () => 'JSON has no comments; remove this one',
  stringOpen: () => 'The quotation mark that closes this text is missing; a text has to end on the line it begins on',
  backslash: (p: Parameters) => `A backslash has a meaning of its own here; write ${p.wanted} for ${p.found}`,
  invisible: () => 'A tab or another invisible sign stands inside the text; write a space in its place',
  number: (p: Parameters) => `The number ${p.found} is not complete; correct it, or put it in double quotes`,
  tab: () => 'A tab stands at the beginning of the line; indent with spaces',
  indent: (p: Parameters) =>
    `The line ${p.found} is not indented like the lines it belongs to; count its leading spaces`,
  strayItem: (p: Parameters) =>
    `The list item ${p.found} stands under a key that has a value already; give the list a key of its own`,
  needsQuotes: (p: Parameters) =>
    `The text ${p.found} cannot stand here without quotes because of the ${p.wanted} in it; put all of it in double quotes`,
  spaceMissing: (p: Parameters) => `A space is missing after the colon in ${p.found}`,
  noColon: (p: Parameters) =>
    `The line ${p.found} has no colon; write it as key: value, or indent it if it belongs to the line above`,
  bracketOpen: (p: Parameters) => `The ${p.found} is not closed; put ${p.wanted} after the last entry`,
  hashInList: (p: Parameters) => `What follows # is not read; put ${p.found} in double quotes`,
  blockText: (p: Parameters) => `After | or > the text has to begin on the next line, indented; move ${p.found} there`,
  unknownName: (p: Parameters) =>
    `The text ${p.found} begins with *, which has a meaning of its own here; put it in double quotes`,
  date: (p: Parameters) => `There is no such date as ${p.found}; write it like 2024-05-15`,
  fenceMissing: (p: Parameters) => `The front matter is not closed; put a line ${p.wanted} before ${p.found}`,
  tooDeep: () =>
    'Lists and mappings stand inside one another here more than 64 levels deep; write them with fewer levels',
  tooManyRepeats: () => 'The names that begin with * repeat too much text here; write out what they stand for',
  other: (p: Parameters) => `Front matter cannot be read from ${p.found} on (${p.wanted})`,
};

/** The sentences about broken front matter. */
export type SyntaxWords = { readonly [Kind in keyof typeof en]: (p: Parameters) => string };

const ja: SyntaxWords = {
  trailingComma: () => '最後の項目のあとにカンマがあります。カンマを消してください',
  commaMissing: (p) => `${p.found}の前にカンマがありません。項目と項目の間にカンマを入れてください`,
  colonMissing: (p) => `${p.found}の前にコロンがありません。"項目名": 値 の形で書いてください`,
  valueMissing: (p) => `${p.found}の前に値がありません。コロンのあとに値を書くか、項目ごと消してください`,
  entryMissing: (p) => `${p.found}の前に何もありません。余分なカンマを消してください`,
  keyExpected: (p) => `二重引用符（"）で囲んだ項目名が入るところに${p.found}があります`,
  keyQuotesMissing: (p) => `項目名${p.found}を二重引用符（"）で囲んでください`,
  quotesMissing: (p) => `${p.found}を二重引用符（"）で囲んでください`,
  innerQuote: (p) =>
    `この引用符で文が終わったことになり、続きの${p.found}を読めません。文の中の引用符は \\" と書いてください`,
  wrongSign: (p) => `ここでは${p.found}を使えません。代わりに ${p.wanted} と書いてください`,
  wideSpace: () => '全角の空白があります。半角の空白に直してください',
  twice: (p) => `項目${p.found}が2回書かれています。どちらかを消してください`,
  noBraces: (p) => `JSONのフロントマターは { で始めますが、${p.found}で始まっています`,
  yamlInJson: () => 'フロントマターの1行目はJSONですが、中身はYAMLです。1行目を --- だけにしてください',
  braceMissing: () => '閉じる } がありません。最後の項目のあとに } を置いてください',
  bracketMissing: () => 'リストが閉じていません。最後の項目のあとに ] を置いてください',
  tooMuch: (p) => `フロントマターは${p.found}の前で終わっています。余分なものを消してください`,
  comment: () => 'JSONにはコメントを書けません。この部分を消してください',
  stringOpen: () => '文を閉じる引用符がありません。文は始めた行の中で閉じてください',
  backslash: (p) => `ここでは \\（円記号）に特別な意味があります。${p.found}は ${p.wanted} と書いてください`,
  invisible: () => '文の中にタブなどの見えない文字があります。空白に直してください',
  number: (p) => `数値${p.found}が正しくありません。直すか、二重引用符（"）で囲んでください`,
  tab: () => '行の先頭にタブがあります。半角の空白で字下げしてください',
  indent: (p) => `${p.found}の行の字下げが、前後の行とそろっていません。先頭の空白の数をそろえてください`,
  strayItem: (p) => `${p.found}の上の項目には、すでに値があります。リストには別の項目名を付けてください`,
  needsQuotes: (p) =>
    `${p.found}は「${p.wanted}」があるため、このままでは読めません。全体を二重引用符（"）で囲んでください`,
  spaceMissing: (p) => `${p.found}のコロンのあとに半角の空白がありません`,
  noColon: (p) => `${p.found}の行にコロンがありません。「項目名: 値」の形で書くか、上の行の続きなら字下げしてください`,
  bracketOpen: (p) => `${p.found}が閉じていません。最後の項目のあとに ${p.wanted} を置いてください`,
  hashInList: (p) => `# から後ろは読まれません。${p.found}を二重引用符（"）で囲んでください`,
  blockText: (p) => `| や > のあとの文は、次の行に字下げして書きます。${p.found}を次の行に移してください`,
  unknownName: (p) => `先頭の * に特別な意味があるため、${p.found}を読めません。二重引用符（"）で囲んでください`,
  date: (p) => `${p.found}という日付はありません。2024-05-15 のように書いてください`,
  fenceMissing: (p) => `フロントマターが閉じていません。${p.found}の前に ${p.wanted} だけの行を置いてください`,
  tooDeep: () => 'ここでリストや項目の入れ子が64段を超えています。入れ子の段を減らしてください',
  tooManyRepeats: () => '「*」で始まる名前が同じ内容を何度もくり返しています。名前を使わずに内容を書いてください',
  other: (p) => `${p.found}から先のフロントマターを読めません（${p.wanted}）`,
};

/** The sentences about broken front matter in each language. */
export const syntaxWords: Readonly<Record<Locale, SyntaxWords>> = { en, ja };
