import type { Locale } from '../model.ts';
import type { QuoteFault } from '../readers/csv.ts';
import type { Translated } from './messages.ts';

/** A cell that a message is about. */
export interface Cell {
  /** `tables/guides.csv:3`. */
  readonly place: string;
  readonly column: string;
  readonly guide: string;
}

const en = {
  noSuchTable: (p: { path: string; folder: string }) =>
    `There is no file or folder "${p.path}" in ${p.folder}; name a table that guidepost export --format csv wrote.`,
  folderWithoutTables: (p: { path: string }) =>
    `The folder "${p.path}" holds no table (*.csv); name a folder that guidepost export --format csv --out wrote.`,
  unreadableTable: (p: { path: string; reason: string }) =>
    `${p.path}: ${p.reason}. In Excel, save as "CSV UTF-8 (comma delimited)".`,
  brokenTable: (p: { path: string; line: number; fault: QuoteFault }) =>
    `${p.path}:${p.line}: This is no CSV table, because ${quoteFaults.en[p.fault]}; mend the quotation marks here, or export anew.`,
  unclearTable: (p: { path: string; names: readonly string[] }) =>
    `${p.path}: Neither its name nor its columns say which table this is; pass it alone with --table ${p.names.join(', --table ')}.`,
  unknownTable: (p: { name: string; names: readonly string[]; nearest?: string }) =>
    `--table names "${p.name}", a table that no guide has; ${p.nearest ? `did you mean "${p.nearest}"?` : `there are ${p.names.join(', ')}.`}`,
  tableWithoutCsv: (p: { flag: string }) => `${p.flag} is for tables; add --format csv, or leave it out.`,
  unknownDelimiter: (p: { delimiter: string }) =>
    `--delimiter takes one of "," ";" and "tab", not "${p.delimiter}"; other signs are not recognized on import.`,
  mixedImport: 'CSV tables and JSON cannot be imported in one run; import them one after the other.',
  flagWithoutTables: (p: { flag: string }) => `${p.flag} is for CSV tables; name some, or leave the flag out.`,
  flagWithTables: (p: { flag: string }) =>
    `${p.flag} is for JSON; CSV tables change the guides where they are, and --diff shows the changes only.`,

  guideOutside: (p: { path: string }) =>
    `A table says that a guide stands in "${p.path}", which is outside of the project; name its folder with --guides if that is meant.`,
  unknownGuide: (p: { place: string; guide: string; nearest?: string }) =>
    `${p.place}: there is no guide "${p.guide}" here${p.nearest ? `; did you mean "${p.nearest}"?` : '; name the folder of the guides with --guides'}`,
  unknownColumn: (p: { place: string; column: string; table: string; nearest?: string }) =>
    `${p.place}: the table "${p.table}" has no column "${p.column}"${p.nearest ? `; did you mean "${p.nearest}"?` : ', its cells are not read'}`,
  addedRow: (p: { place: string; guide: string }) =>
    `${p.place}: ${p.guide} has no such row; rows cannot be added by import, write this one in the guide`,
  missingRows: (p: { place: string; guide: string; rows: readonly string[] }) =>
    `${p.place}: ${p.rows.length === 1 ? 'row' : 'rows'} ${p.rows.join(', ')} of ${p.guide} ${p.rows.length === 1 ? 'is' : 'are'} missing; rows are not removed by import`,
  noHash: (p: { place: string }) =>
    `${p.place}: without the column "hash", what others changed in the guides since the export goes unnoticed`,
  notNumber: (p: Cell & { cell: string }) => `${p.place}: ${p.column} of ${p.guide}: "${p.cell}" is no number`,
  notBoolean: (p: Cell & { cell: string }) => `${p.place}: ${p.column} of ${p.guide}: "${p.cell}" is not true or false`,
  notList: (p: Cell) =>
    `${p.place}: ${p.column} of ${p.guide} holds an element with a semicolon, so the cell cannot be taken apart; edit the guide`,
  cutCell: (p: Cell) =>
    `${p.place}: ${p.column} of ${p.guide} was cut off by the spreadsheet (32,767 characters); edit the guide`,
  computed: (p: Cell) => `${p.place}: ${p.column} of ${p.guide} is not part of the text and cannot be changed here`,
  conflict: (p: Cell & { path: string }) =>
    `${p.place}: conflict, ${p.column} of ${p.guide} was changed here and ${p.path} has changed since the export; not written, export anew`,
  twice: (p: Cell & { other: string }) =>
    `${p.place}: ${p.column} of ${p.guide} has another value in ${p.other}; neither is written`,
  nothingThere: (p: Cell & { path: string }) =>
    `${p.place}: ${p.column} of ${p.guide} was not written, there is no place for it in ${p.path} yet; write it there once`,
  notWritable: (p: Cell & { path: string }) =>
    `${p.place}: ${p.column} of ${p.guide} was not written, no edit of the text in ${p.path} gives exactly this value`,
  contradiction: (p: Cell & { path: string }) =>
    `${p.place}: ${p.column} of ${p.guide} was not written, it contradicts another edit of the same text in ${p.path}`,
  shared: (p: Cell & { path: string }) =>
    `${p.place}: ${p.column} of ${p.guide} was not written, other rows show the same text of ${p.path}; give all of them the same value`,
  done: (p: { cells: number; guides: number; refused: number }) =>
    `${count(p.cells, 'cell')} changed in ${count(p.guides, 'guide')}${p.refused > 0 ? `, ${p.refused} not written` : ''}.`,
  wouldDo: (p: { cells: number; guides: number; refused: number }) =>
    `${count(p.cells, 'cell')} would change in ${count(p.guides, 'guide')}${p.refused > 0 ? `, ${p.refused} would not be written` : ''}.`,
};

/** These messages in one language. */
export type TableMessages = { readonly [Key in keyof typeof en]: Translated<(typeof en)[Key]> };

const ja: TableMessages = {
  noSuchTable: (p) =>
    `「${p.path}」というファイルやフォルダーは${p.folder}にありません。「guidepost export --format csv」で書き出した表を指定してください。`,
  folderWithoutTables: (p) =>
    `フォルダー「${p.path}」に表（*.csv）がありません。「guidepost export --format csv --out」で書き出したフォルダーを指定してください。`,
  unreadableTable: (p) => `${p.path}: ${p.reason}。Excelでは「CSV UTF-8（コンマ区切り）」の形式で保存してください。`,
  brokenTable: (p) =>
    `${p.path}:${p.line}: CSVの表として読めません。${quoteFaults.ja[p.fault]}。引用符を直すか、もう一度書き出してください。`,
  unclearTable: (p) =>
    `${p.path}: ファイル名からも列からも、どの表か分かりません。このファイルだけを--table ${p.names.join('、--table ')}のように表の名前を付けて指定してください。`,
  unknownTable: (p) =>
    `--tableの「${p.name}」という表は、どのガイドにもありません。${p.nearest ? `「${p.nearest}」のことではありませんか。` : `表は${p.names.join('、')}です。`}`,
  tableWithoutCsv: (p) => `${p.flag}は表のための指定です。--format csvを付けるか、${p.flag}を外してください。`,
  unknownDelimiter: (p) =>
    `--delimiterに指定できるのは「,」「;」「tab」のどれかで、「${p.delimiter}」は使えません。ほかの記号は取り込むときに区別できません。`,
  mixedImport: 'CSVの表とJSONを一度に取り込むことはできません。別々に取り込んでください。',
  flagWithoutTables: (p) => `${p.flag}はCSVの表のための指定です。表を指定するか、${p.flag}を外してください。`,
  flagWithTables: (p) =>
    `${p.flag}はJSONのための指定です。CSVの表は元のガイドを書き換えます。変更内容だけを見るには--diffを付けてください。`,

  guideOutside: (p) =>
    `表にはガイドが「${p.path}」にあると書かれていますが、プロジェクトの外です。そのガイドでよければ、フォルダーを--guidesで指定してください。`,
  unknownGuide: (p) =>
    `${p.place}: 「${p.guide}」というガイドがありません。${p.nearest ? `「${p.nearest}」のことではありませんか` : 'ガイドのフォルダーを--guidesで指定してください'}`,
  unknownColumn: (p) =>
    `${p.place}: 表「${p.table}」に「${p.column}」という列はありません。${p.nearest ? `「${p.nearest}」のことではありませんか` : 'この列は読み込みません'}`,
  addedRow: (p) => `${p.place}: ${p.guide}にこの行はありません。行の追加は取り込めないので、ガイドに直接書いてください`,
  missingRows: (p) =>
    `${p.place}: ${p.guide}の行${p.rows.join('、')}がありません。取り込みで行が削除されることはありません`,
  noHash: (p) => `${p.place}: 「hash」の列がないため、書き出した後に他の人がガイドを変更していても検出できません`,
  notNumber: (p) => `${p.place}: ${p.guide}の${p.column}「${p.cell}」は数値ではありません`,
  notBoolean: (p) => `${p.place}: ${p.guide}の${p.column}「${p.cell}」はtrueでもfalseでもありません`,
  notList: (p) =>
    `${p.place}: ${p.guide}の${p.column}にはセミコロンを含む要素があり、セルを分けられません。ガイドを直接編集してください`,
  cutCell: (p) =>
    `${p.place}: ${p.guide}の${p.column}は表計算ソフトで途中までに切り詰められています（32,767文字）。ガイドを直接編集してください`,
  computed: (p) => `${p.place}: ${p.guide}の${p.column}は本文の値ではないため、ここでは変更できません`,
  conflict: (p) =>
    `${p.place}: 競合しています。${p.guide}の${p.column}がここで変更されていますが、${p.path}も書き出した後に変更されています。書き込まなかったので、もう一度書き出してください`,
  twice: (p) => `${p.place}: ${p.guide}の${p.column}が${p.other}では別の値になっています。どちらも書き込みませんでした`,
  nothingThere: (p) =>
    `${p.place}: ${p.guide}の${p.column}は書き込みませんでした。${p.path}にまだ書く場所がないので、最初はガイドに直接書いてください`,
  notWritable: (p) =>
    `${p.place}: ${p.guide}の${p.column}は書き込みませんでした。${p.path}の文をどう直しても、ちょうどこの値にはなりません`,
  contradiction: (p) =>
    `${p.place}: ${p.guide}の${p.column}は書き込みませんでした。${p.path}の同じ文に対する別の変更と食い違っています`,
  shared: (p) =>
    `${p.place}: ${p.guide}の${p.column}は書き込みませんでした。${p.path}の同じ文が他の行にも表示されているので、それらの行も同じ値にしてください`,
  done: (p) =>
    `${p.guides}件のガイドで${p.cells}個のセルを変更しました${p.refused > 0 ? `（${p.refused}個は書き込んでいません）` : ''}。`,
  wouldDo: (p) =>
    `${p.guides}件のガイドで${p.cells}個のセルが変わります${p.refused > 0 ? `（${p.refused}個は書き込めません）` : ''}。`,
};

const quoteFaults: Readonly<Record<Locale, Readonly<Record<QuoteFault, string>>>> = {
  en: {
    open: 'nothing closes a quotation mark of this row',
    inside: 'a quotation mark stands inside a cell that does not begin with one',
    behind: 'text follows the quotation mark that closes a cell',
  },
  ja: {
    open: 'この行で始まる引用符が閉じていません',
    inside: '引用符で囲まれていないセルの中に引用符があります',
    behind: 'セルを閉じる引用符の後に文字があります',
  },
};

/** What the export and import of tables say. */
export const tableMessages = { en, ja } satisfies Record<Locale, TableMessages>;

function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}
