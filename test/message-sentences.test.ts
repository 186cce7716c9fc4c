import { describe, expect, test } from 'vitest';
import { type Messages, messagesFor } from '../src/locale/messages.ts';
import type { EditorWords } from '../src/lsp/editor-words.ts';
import { editorWords } from '../src/lsp/editor-words.ts';

/** A sentence with its parts filled in, as it is in English and in Japanese. */
type Sentences = readonly (readonly [say: (messages: Messages) => string, en: string, ja: string])[];

function holds(sentences: Sentences): void {
  test.each(sentences.map(([say, en, ja]) => ({ say, en, ja })))('$en', ({ say, en, ja }) => {
    expect(say(messagesFor('en'))).toBe(en);
    expect(say(messagesFor('ja'))).toBe(ja);
  });
}

describe('an export', () => {
  const files = { written: 1, unchanged: 0, removed: 0 };
  holds([
    [
      ({ batch }) => batch.refused({ place: 'tea.md:1:1', errors: 1, first: 'no title' }),
      'tea.md:1:1: not exported, 1 error: no title',
      'tea.md:1:1: エラーが1件あるため書き出しませんでした：no title',
    ],
    [
      ({ batch }) => batch.refused({ place: 'tea.md:1:1', errors: 4, first: 'no title' }),
      'tea.md:1:1: not exported, 4 errors, the first: no title',
      'tea.md:1:1: エラーが4件あるため書き出しませんでした。最初のエラー：no title',
    ],
    [
      ({ batch }) => batch.changedMeanwhile({ path: 'tea.md' }),
      'tea.md: not exported, because the file was changed during the export; run it again',
      'tea.md: 書き出している間にファイルが変更されたため、書き出しませんでした。もう一度実行してください',
    ],
    [
      ({ batch }) => batch.exportedToFile({ guides: 1, refused: 0, out: 'all.csv', isNew: true }),
      '1 guide exported to all.csv.',
      '1件のガイドをall.csvに書き出しました。',
    ],
    [
      ({ batch }) => batch.exportedToFile({ guides: 3, refused: 1, out: 'all.csv', isNew: false }),
      '3 guides exported to all.csv (unchanged); 1 guide not exported.',
      '3件のガイドをall.csvに書き出しました（変更なし、1件は書き出していません）。',
    ],
    [
      ({ batch }) => batch.exportedToFolder({ guides: 1, refused: 0, out: 'site', files }),
      '1 guide exported to site: 1 file written, 0 unchanged.',
      '1件のガイドをsiteに書き出しました（更新1ファイル、変更なし0ファイル）。',
    ],
    [
      ({ batch }) =>
        batch.exportedToFolder({ guides: 5, refused: 2, out: 'site', files: { written: 2, unchanged: 3, removed: 1 } }),
      '5 guides exported to site: 2 files written, 3 unchanged, 1 removed; 2 guides not exported.',
      '5件のガイドをsiteに書き出しました（更新2ファイル、変更なし3ファイル、削除1ファイル、2件は書き出していません）。',
    ],
    [
      ({ batch }) => batch.removed({ path: 'site/tea.html' }),
      'site/tea.html: removed, its guide is gone',
      'site/tea.html: ガイドがなくなったため削除しました',
    ],
    [
      ({ batch }) => batch.leftOver({ files: 1, out: 'site' }),
      'site still holds 1 file of guides that are gone; pass --prune to remove it.',
      'siteには、なくなったガイドのファイルが1件残っています。--pruneを付けると削除します。',
    ],
    [
      ({ batch }) => batch.leftOver({ files: 2, out: 'site' }),
      'site still holds 2 files of guides that are gone; pass --prune to remove them.',
      'siteには、なくなったガイドのファイルが2件残っています。--pruneを付けると削除します。',
    ],
    [
      ({ batch }) => batch.brokenManifest({ path: 'site/.guidepost.json' }),
      '"site/.guidepost.json" is not what guidepost writes there; remove it, and the next export writes it anew.',
      '「site/.guidepost.json」はguidepostが書いた内容ではありません。削除すれば、次の書き出しで作り直します。',
    ],
    [
      ({ batch }) => batch.unknownPick({ name: 'titel', nearest: 'title' }),
      '--pick names "titel", a value that no guide has; did you mean "title"?',
      '--pickの「titel」という値は、どのガイドにもありません。「title」のことではありませんか。',
    ],
    [
      ({ batch }) => batch.unknownPick({ name: 'colour' }),
      '--pick names "colour", a value that no guide has.',
      '--pickの「colour」という値は、どのガイドにもありません。',
    ],
    [
      (messages) => messages.oneGuideAFile({ guides: 2 }),
      '2 guides cannot share one Markdown text; name a folder with --out, or a single guide.',
      '2件のガイドを1つのMarkdownにまとめることはできません。--outでフォルダーを指定するか、ガイドを1つだけ指定してください。',
    ],
    [
      (messages) => messages.invalidBaseUrl({ value: 'example' }),
      '--base-url takes the address where the site will be published, like https://example.org/guides/, not "example".',
      '--base-urlには、https://example.org/guides/のようなサイトの公開先のアドレスを指定してください（「example」は使えません）。',
    ],
    [
      (messages) =>
        messages.unknownTemplatePart({ path: 'page/heder.html', parts: ['head', 'header'], nearest: 'header' }),
      '"page/heder.html" is no part of a page; did you mean "header"?',
      '「page/heder.html」はページの部品ではありません。「header」ではありませんか。',
    ],
    [
      (messages) => messages.unknownTemplatePart({ path: 'page/menu.html', parts: ['head', 'header'] }),
      '"page/menu.html" is no part of a page; the parts are head, header.',
      '「page/menu.html」はページの部品ではありません。使えるのはhead、headerです。',
    ],
    [
      (messages) =>
        messages.unknownHole({ path: 'page.html', hole: 'mian', known: ['main', 'title'], nearest: 'main' }),
      '"page.html" asks for {{mian}}, which a page does not have; did you mean {{main}}?',
      '「page.html」の{{mian}}に当たる値はページにありません。{{main}}ではありませんか。',
    ],
    [
      (messages) => messages.unknownHole({ path: 'page.html', hole: 'author', known: ['main', 'title'] }),
      '"page.html" asks for {{author}}, which a page does not have; there are {{main}}, {{title}}.',
      '「page.html」の{{author}}に当たる値はページにありません。使えるのは{{main}}、{{title}}です。',
    ],
    [
      (messages) => messages.pageWithoutMain({ path: 'page.html' }),
      '"page.html" has no {{main}}, so pages would be empty; put it where the guide\'s text belongs.',
      '「page.html」に{{main}}がないため、ページが空になります。ガイドの本文を置く場所に{{main}}を書いてください。',
    ],
  ]);
});

describe('an import of JSON, and new guides', () => {
  holds([
    [
      ({ convert }) => convert.severalToStdout({ guides: 2 }),
      '2 guides cannot share standard output; name a folder for their files with --out.',
      '2件のガイドを標準出力にまとめることはできません。--outで書き出すフォルダーを指定してください。',
    ],
    [
      ({ convert }) => convert.severalToFile({ guides: 2, out: 'tea.md' }),
      '2 guides cannot share the file "tea.md"; give a folder to --out.',
      '2件のガイドを1つのファイル「tea.md」には書けません。--outにはフォルダーを指定してください。',
    ],
    [({ convert }) => convert.brokenJson({ place: 'all.json:1:2', reason: '…' }), 'all.json:1:2: …', 'all.json:1:2: …'],
    [
      ({ convert }) => convert.noGuides({ path: 'all.json' }),
      '"all.json" holds no guide; guidepost export --format json writes what import reads.',
      '「all.json」にガイドがありません。importで読み込めるのは「guidepost export --format json」の出力です。',
    ],
    [
      ({ convert }) => convert.notAChoice({ found: '"green"', choices: ['"red"', '"blue"'] }),
      '"green" is none of the choices: "red", "blue"',
      '"green"は選択肢にありません："red"、"blue"',
    ],
    [
      ({ convert }) => convert.wrongForm({ found: '"Tea!"', form: '^[a-z]+$' }),
      '"Tea!" does not have the form ^[a-z]+$',
      '"Tea!"は決められた形式（^[a-z]+$）になっていません',
    ],
    [
      ({ convert }) => convert.tooFew({ least: 1, found: 0 }),
      'At least 1 is needed here, there are none',
      'ここには1件以上が必要ですが、1件もありません',
    ],
    [
      ({ convert }) => convert.tooFew({ least: 2, found: 1 }),
      'At least 2 are needed here, there is 1',
      'ここには2件以上が必要ですが、1件しかありません',
    ],
    [
      ({ convert }) => convert.tooFew({ least: 3, found: 2 }),
      'At least 3 are needed here, there are 2',
      'ここには3件以上が必要ですが、2件しかありません',
    ],
    [
      ({ convert }) => convert.refused({ keyword: 'maxLength', limit: '40' }),
      'This value fails "maxLength": 40',
      'この値は「maxLength」の条件を満たしていません：40',
    ],
    [
      ({ convert }) => convert.notImported({ place: 'all.json:1:2', name: 'tea', count: 2 }),
      'all.json:1:2: not imported, 2 problems in tea; correct it, or pass --include-invalid',
      'all.json:1:2: teaは取り込みませんでした（問題2件）。修正するか、--include-invalidを付けてください',
    ],
    [
      ({ convert }) => convert.imported({ guides: 2, refused: 0, out: 'guides' }),
      '2 guides written to guides.',
      '2件のガイドをguidesに書き出しました。',
    ],
    [
      ({ convert }) => convert.imported({ guides: 1, refused: 3, out: 'guides' }),
      '1 guide written to guides, 3 refused.',
      '1件のガイドをguidesに書き出しました（3件は取り込んでいません）。',
    ],
    [
      ({ convert }) => convert.severalTypes({ names: ['recipe', 'travel'] }),
      'Several guide types are known; name one of them: recipe, travel.',
      'ガイドの種類が複数あります。どれか1つを指定してください：recipe、travel',
    ],
    [
      ({ convert }) => convert.slugForm({ slug: 'Tea', pattern: '^[a-z]+$', type: 'recipe' }),
      '"Tea" is no slug of the type recipe; it has to match ^[a-z]+$.',
      '「Tea」はrecipeのスラッグとして使えません。^[a-z]+$に一致する必要があります。',
    ],
    [
      ({ convert }) => convert.exists({ path: 'guides/tea.md' }),
      '"guides/tea.md" exists already; choose another slug or folder, or remove the file first.',
      '「guides/tea.md」はすでにあります。別のスラッグかフォルダーを指定するか、先にそのファイルを片付けてください。',
    ],
    [
      ({ convert }) => convert.noFrontMatter({ type: 'recipe' }),
      'The type recipe has no front matter; leave out --front-matter.',
      'recipeにはフロントマターがありません。--front-matterを外してください。',
    ],
  ]);
});

describe('an import of tables', () => {
  const cell = { place: 'tables/guides.csv:3', column: 'title', guide: 'tea' };
  const path = 'guides/tea.md';
  holds([
    [
      ({ tables }) => tables.noSuchTable({ path: 'tabels', folder: '/work' }),
      'There is no file or folder "tabels" in /work; name a table that guidepost export --format csv wrote.',
      '「tabels」というファイルやフォルダーは/workにありません。「guidepost export --format csv」で書き出した表を指定してください。',
    ],
    [
      ({ tables }) => tables.folderWithoutTables({ path: 'guides' }),
      'The folder "guides" holds no table (*.csv); name a folder that guidepost export --format csv --out wrote.',
      'フォルダー「guides」に表（*.csv）がありません。「guidepost export --format csv --out」で書き出したフォルダーを指定してください。',
    ],
    [
      ({ tables }) => tables.brokenTable({ path: 'guides.csv', line: 4, fault: 'open' }),
      'guides.csv:4: This is no CSV table, because nothing closes a quotation mark of this row; mend the quotation marks here, or export anew.',
      'guides.csv:4: CSVの表として読めません。この行で始まる引用符が閉じていません。引用符を直すか、もう一度書き出してください。',
    ],
    [
      ({ tables }) => tables.brokenTable({ path: 'guides.csv', line: 4, fault: 'inside' }),
      'guides.csv:4: This is no CSV table, because a quotation mark stands inside a cell that does not begin with one; mend the quotation marks here, or export anew.',
      'guides.csv:4: CSVの表として読めません。引用符で囲まれていないセルの中に引用符があります。引用符を直すか、もう一度書き出してください。',
    ],
    [
      ({ tables }) => tables.brokenTable({ path: 'guides.csv', line: 4, fault: 'behind' }),
      'guides.csv:4: This is no CSV table, because text follows the quotation mark that closes a cell; mend the quotation marks here, or export anew.',
      'guides.csv:4: CSVの表として読めません。セルを閉じる引用符の後に文字があります。引用符を直すか、もう一度書き出してください。',
    ],
    [
      ({ tables }) => tables.unclearTable({ path: 'x.csv', names: ['steps', 'tools'] }),
      'x.csv: Neither its name nor its columns say which table this is; pass it alone with --table steps, --table tools.',
      'x.csv: ファイル名からも列からも、どの表か分かりません。このファイルだけを--table steps、--table toolsのように表の名前を付けて指定してください。',
    ],
    [
      ({ tables }) => tables.unknownTable({ name: 'step', names: ['steps', 'tools'], nearest: 'steps' }),
      '--table names "step", a table that no guide has; did you mean "steps"?',
      '--tableの「step」という表は、どのガイドにもありません。「steps」のことではありませんか。',
    ],
    [
      ({ tables }) => tables.unknownTable({ name: 'people', names: ['steps', 'tools'] }),
      '--table names "people", a table that no guide has; there are steps, tools.',
      '--tableの「people」という表は、どのガイドにもありません。表はsteps、toolsです。',
    ],
    [
      ({ tables }) => tables.tableWithoutCsv({ flag: '--bom' }),
      '--bom is for tables; add --format csv, or leave it out.',
      '--bomは表のための指定です。--format csvを付けるか、--bomを外してください。',
    ],
    [
      ({ tables }) => tables.unknownDelimiter({ delimiter: '|' }),
      '--delimiter takes one of "," ";" and "tab", not "|"; other signs are not recognized on import.',
      '--delimiterに指定できるのは「,」「;」「tab」のどれかで、「|」は使えません。ほかの記号は取り込むときに区別できません。',
    ],
    [
      ({ tables }) => tables.flagWithoutTables({ flag: '--guides' }),
      '--guides is for CSV tables; name some, or leave the flag out.',
      '--guidesはCSVの表のための指定です。表を指定するか、--guidesを外してください。',
    ],
    [
      ({ tables }) => tables.flagWithTables({ flag: '--out' }),
      '--out is for JSON; CSV tables change the guides where they are, and --diff shows the changes only.',
      '--outはJSONのための指定です。CSVの表は元のガイドを書き換えます。変更内容だけを見るには--diffを付けてください。',
    ],
    [
      ({ tables }) => tables.guideOutside({ path: '../tea.md' }),
      'A table says that a guide stands in "../tea.md", which is outside of the project; name its folder with --guides if that is meant.',
      '表にはガイドが「../tea.md」にあると書かれていますが、プロジェクトの外です。そのガイドでよければ、フォルダーを--guidesで指定してください。',
    ],
    [
      ({ tables }) => tables.unknownGuide({ place: cell.place, guide: 'teas', nearest: 'tea' }),
      'tables/guides.csv:3: there is no guide "teas" here; did you mean "tea"?',
      'tables/guides.csv:3: 「teas」というガイドがありません。「tea」のことではありませんか',
    ],
    [
      ({ tables }) => tables.unknownGuide({ place: cell.place, guide: 'coffee' }),
      'tables/guides.csv:3: there is no guide "coffee" here; name the folder of the guides with --guides',
      'tables/guides.csv:3: 「coffee」というガイドがありません。ガイドのフォルダーを--guidesで指定してください',
    ],
    [
      ({ tables }) => tables.unknownColumn({ place: cell.place, column: 'titel', table: 'guides', nearest: 'title' }),
      'tables/guides.csv:3: the table "guides" has no column "titel"; did you mean "title"?',
      'tables/guides.csv:3: 表「guides」に「titel」という列はありません。「title」のことではありませんか',
    ],
    [
      ({ tables }) => tables.unknownColumn({ place: cell.place, column: '担当', table: 'guides' }),
      'tables/guides.csv:3: the table "guides" has no column "担当", its cells are not read',
      'tables/guides.csv:3: 表「guides」に「担当」という列はありません。この列は読み込みません',
    ],
    [
      ({ tables }) => tables.addedRow({ place: cell.place, guide: 'tea' }),
      'tables/guides.csv:3: tea has no such row; rows cannot be added by import, write this one in the guide',
      'tables/guides.csv:3: teaにこの行はありません。行の追加は取り込めないので、ガイドに直接書いてください',
    ],
    [
      ({ tables }) => tables.missingRows({ place: cell.place, guide: 'tea', rows: ['0'] }),
      'tables/guides.csv:3: row 0 of tea is missing; rows are not removed by import',
      'tables/guides.csv:3: teaの行0がありません。取り込みで行が削除されることはありません',
    ],
    [
      ({ tables }) => tables.missingRows({ place: cell.place, guide: 'tea', rows: ['0', '2'] }),
      'tables/guides.csv:3: rows 0, 2 of tea are missing; rows are not removed by import',
      'tables/guides.csv:3: teaの行0、2がありません。取り込みで行が削除されることはありません',
    ],
    [
      ({ tables }) => tables.noHash({ place: cell.place }),
      'tables/guides.csv:3: without the column "hash", what others changed in the guides since the export goes unnoticed',
      'tables/guides.csv:3: 「hash」の列がないため、書き出した後に他の人がガイドを変更していても検出できません',
    ],
    [
      ({ tables }) => tables.notBoolean({ ...cell, cell: 'maybe' }),
      'tables/guides.csv:3: title of tea: "maybe" is not true or false',
      'tables/guides.csv:3: teaのtitle「maybe」はtrueでもfalseでもありません',
    ],
    [
      ({ tables }) => tables.notList(cell),
      'tables/guides.csv:3: title of tea holds an element with a semicolon, so the cell cannot be taken apart; edit the guide',
      'tables/guides.csv:3: teaのtitleにはセミコロンを含む要素があり、セルを分けられません。ガイドを直接編集してください',
    ],
    [
      ({ tables }) => tables.cutCell(cell),
      'tables/guides.csv:3: title of tea was cut off by the spreadsheet (32,767 characters); edit the guide',
      'tables/guides.csv:3: teaのtitleは表計算ソフトで途中までに切り詰められています（32,767文字）。ガイドを直接編集してください',
    ],
    [
      ({ tables }) => tables.computed(cell),
      'tables/guides.csv:3: title of tea is not part of the text and cannot be changed here',
      'tables/guides.csv:3: teaのtitleは本文の値ではないため、ここでは変更できません',
    ],
    [
      ({ tables }) => tables.conflict({ ...cell, path }),
      'tables/guides.csv:3: conflict, title of tea was changed here and guides/tea.md has changed since the export; not written, export anew',
      'tables/guides.csv:3: 競合しています。teaのtitleがここで変更されていますが、guides/tea.mdも書き出した後に変更されています。書き込まなかったので、もう一度書き出してください',
    ],
    [
      ({ tables }) => tables.twice({ ...cell, other: 'tables/more.csv:2' }),
      'tables/guides.csv:3: title of tea has another value in tables/more.csv:2; neither is written',
      'tables/guides.csv:3: teaのtitleがtables/more.csv:2では別の値になっています。どちらも書き込みませんでした',
    ],
    [
      ({ tables }) => tables.nothingThere({ ...cell, path }),
      'tables/guides.csv:3: title of tea was not written, there is no place for it in guides/tea.md yet; write it there once',
      'tables/guides.csv:3: teaのtitleは書き込みませんでした。guides/tea.mdにまだ書く場所がないので、最初はガイドに直接書いてください',
    ],
    [
      ({ tables }) => tables.notWritable({ ...cell, path }),
      'tables/guides.csv:3: title of tea was not written, no edit of the text in guides/tea.md gives exactly this value',
      'tables/guides.csv:3: teaのtitleは書き込みませんでした。guides/tea.mdの文をどう直しても、ちょうどこの値にはなりません',
    ],
    [
      ({ tables }) => tables.contradiction({ ...cell, path }),
      'tables/guides.csv:3: title of tea was not written, it contradicts another edit of the same text in guides/tea.md',
      'tables/guides.csv:3: teaのtitleは書き込みませんでした。guides/tea.mdの同じ文に対する別の変更と食い違っています',
    ],
    [
      ({ tables }) => tables.shared({ ...cell, path }),
      'tables/guides.csv:3: title of tea was not written, other rows show the same text of guides/tea.md; give all of them the same value',
      'tables/guides.csv:3: teaのtitleは書き込みませんでした。guides/tea.mdの同じ文が他の行にも表示されているので、それらの行も同じ値にしてください',
    ],
    [
      ({ tables }) => tables.done({ cells: 1, guides: 1, refused: 0 }),
      '1 cell changed in 1 guide.',
      '1件のガイドで1個のセルを変更しました。',
    ],
    [
      ({ tables }) => tables.done({ cells: 3, guides: 2, refused: 1 }),
      '3 cells changed in 2 guides, 1 not written.',
      '2件のガイドで3個のセルを変更しました（1個は書き込んでいません）。',
    ],
    [
      ({ tables }) => tables.wouldDo({ cells: 1, guides: 1, refused: 0 }),
      '1 cell would change in 1 guide.',
      '1件のガイドで1個のセルが変わります。',
    ],
    [
      ({ tables }) => tables.wouldDo({ cells: 3, guides: 2, refused: 1 }),
      '3 cells would change in 2 guides, 1 would not be written.',
      '2件のガイドで3個のセルが変わります（1個は書き込めません）。',
    ],
  ]);
});

describe('what has changed, shards, --watch and --stats', () => {
  holds([
    [
      ({ changes }) => changes.withoutGit({ flag: '--changed', code: 'ENOENT' }),
      '--changed asks git what has changed, but git cannot be started (ENOENT); install it, or leave --changed out.',
      '--changedは変更箇所をgitに問い合わせますが、gitを起動できません（ENOENT）。gitをインストールするか、--changedを外してください。',
    ],
    [
      ({ changes }) => changes.unknownRef({ ref: 'main', isShallow: true }),
      'git knows no commit "main", and this clone is shallow; fetch it first, as with "git fetch --depth=1 origin main", or correct --since.',
      'gitに「main」というコミットがなく、このリポジトリは浅いクローンです。「git fetch --depth=1 origin main」などで取得するか、--sinceを直してください。',
    ],
    [
      ({ changes }) => changes.unknownRef({ ref: 'mian', isShallow: false }),
      'git knows no commit "mian"; name a branch, tag or commit that is there, or fetch it first.',
      'gitに「mian」というコミットがありません。実際にあるブランチ、タグ、コミットを指定するか、先に取得してください。',
    ],
    [
      ({ changes }) => changes.unrelated({ ref: 'main' }),
      'There is no common history with "main" here (is this a shallow clone?), so all that differs from it counts as changed.',
      'ここには「main」と共通の履歴がないため（浅いクローンではありませんか）、違いのあるファイルをすべて変更とみなします。',
    ],
    [
      ({ changes }) => changes.nothing({}),
      'No guide is staged, so there was nothing to check.',
      'ステージされたガイドがないため、確認するものはありませんでした。',
    ],
    [
      ({ changes }) => changes.nothing({ base: 'main' }),
      'No guide has changed since main, so there was nothing to check.',
      'mainから変更されたガイドがないため、確認するものはありませんでした。',
    ],
    [
      ({ changes }) => changes.conflict({ flags: ['--staged', '--since'] }),
      '--staged and --since cannot go together; leave out one of them.',
      '--stagedと--sinceは一緒に指定できません。どちらか一方だけを指定してください。',
    ],
    [
      ({ shards }) => shards.noShard({ value: '4/3' }),
      '"4/3" is no part of a collection; write --shard 1/3 for the first of three.',
      '「4/3」は分割の指定として使えません。3つに分けた最初の部分は--shard 1/3と書いてください。',
    ],
    [
      ({ shards }) => shards.otherRun({ path: 'b.json', first: 'a.json' }),
      '"b.json" and "a.json" are not of one run: the number of shards, the language or the baseline differ; check all shards in the same way.',
      '「b.json」と「a.json」は同じ確認のものではありません。分割数、言語、ベースラインのいずれかが違います。すべての部分を同じ指定で確認してください。',
    ],
    [
      ({ shards }) => shards.twice({ path: 'b.json', same: 'a.json', shard: '1/2' }),
      '"b.json" and "a.json" both hold shard 1/2; name each shard once.',
      '「b.json」と「a.json」はどちらも部分1/2です。各部分を1回だけ指定してください。',
    ],
    [
      ({ shards }) => shards.missing({ shards: ['2/3'] }),
      'The report of shard 2/3 is missing; name the reports of all shards.',
      '部分2/3のレポートがありません。すべての部分のレポートを指定してください。',
    ],
    [
      ({ shards }) => shards.missing({ shards: ['1/3', '3/3'] }),
      'The reports of the shards 1/3, 3/3 are missing; name the reports of all shards.',
      '部分1/3、3/3のレポートがありません。すべての部分のレポートを指定してください。',
    ],
    [
      ({ shards }) => shards.baselineOutside({ path: '../known.json' }),
      'The shards name the baseline "../known.json", which is outside of the project; pass it with --baseline if that is meant.',
      '各部分のベースライン「../known.json」はプロジェクトの外にあります。それでよければ--baselineで指定してください。',
    ],
    [
      ({ shards }) => shards.otherLocale({ locale: 'ja' }),
      'The shards were checked in the language "ja"; pass --locale to "guidepost lint --shard" instead.',
      '各部分は言語「ja」で確認されています。--localeは「guidepost lint --shard」のほうに指定してください。',
    ],
    [
      ({ watch }) => watch.failed({ code: 'ENOSPC' }),
      "The folder cannot be watched (ENOSPC); ENOSPC means that the system's limit of watched files is reached: raise it, or start --watch in a smaller folder.",
      'フォルダーを監視できません（ENOSPC）。ENOSPCは監視できるファイル数の上限に達したという意味です。上限を上げるか、より小さなフォルダーで--watchを実行してください。',
    ],
    [
      ({ watch }) => watch.onlyText({ format: 'json' }),
      '--watch prints what changed as text; send the format "json" to a file with --output-file.',
      '--watchは変わった点をテキストで表示します。形式「json」は--output-fileでファイルに出力してください。',
    ],
    [
      ({ stats }) => stats.heading({ files: 1, cached: 0 }),
      '1 file, 0 known from earlier runs:',
      'ファイル1件（うち前回までの結果を使ったもの0件）',
    ],
    [
      ({ stats }) => stats.heading({ files: 20, cached: 19 }),
      '20 files, 19 known from earlier runs:',
      'ファイル20件（うち前回までの結果を使ったもの19件）',
    ],
  ]);
});

describe('init', () => {
  const misfit = { path: 'tea.md', errors: 2, faulty: ['title', 'steps'], missing: ['tools', 'tags'] };
  holds([
    [
      ({ init }) => init.type({ name: 'recipe', guides: 1, accepted: 1 }),
      'recipe: 1 guide, all fit',
      'recipe：ガイド1件、すべて合っています',
    ],
    [
      ({ init }) => init.type({ name: 'recipe', guides: 5, accepted: 3 }),
      'recipe: 5 guides, 3 fit',
      'recipe：ガイド5件、3件が合っています',
    ],
    [({ init }) => init.optional({ name: 'tags' }), 'tags (optional)', 'tags（任意）'],
    [({ init }) => init.line({ name: 'tags', what: '…', isOptional: true }), 'tags (optional): …', 'tags（任意）：…'],
    [({ init }) => init.line({ name: 'steps', what: '…', isOptional: false }), 'steps: …', 'steps：…'],
    [({ init }) => init.items({ form: 'list', parts: [] }), 'list', '箇条書き'],
    [
      ({ init }) => init.items({ form: 'table', parts: ['name', 'amount'] }),
      'table of name, amount',
      '表（name、amount）',
    ],
    [
      ({ init }) => init.sections({ names: ['purpose', 'notes'] }),
      'sections purpose, notes',
      '小見出し（purpose、notes）',
    ],
    [
      ({ init }) => init.misfit(misfit),
      'tea.md: 2 errors (title, steps); without tools, tags',
      'tea.md：エラー2件（title、steps）、tools、tagsがない',
    ],
    [
      ({ init }) => init.misfit({ ...misfit, errors: 1, faulty: ['title'], missing: [] }),
      'tea.md: 1 error (title)',
      'tea.md：エラー1件（title）',
    ],
    [({ init }) => init.misfit({ ...misfit, errors: 0 }), 'tea.md: without tools, tags', 'tea.md：tools、tagsがない'],
    [
      ({ init }) => init.noGuides({ path: 'drafts' }),
      'The folder "drafts" holds no guide (*.md, *.markdown) to learn from; name a folder with guides.',
      'フォルダー「drafts」に学習できるガイド（*.md、*.markdown）がありません。ガイドのあるフォルダーを指定してください。',
    ],
    [
      ({ init }) => init.exists({ file: 'recipe.schema.json' }),
      'The file "recipe.schema.json" exists already; move it away, or pass --force to overwrite it.',
      'ファイル「recipe.schema.json」がすでにあります。移動するか、--forceを付けて上書きしてください。',
    ],
    [
      ({ init }) => init.otherConfig({ file: 'guidepost.config.yaml' }),
      'The config "guidepost.config.yaml" holds for this folder already; remove it first, as there can be only one.',
      'このフォルダーには設定ファイル「guidepost.config.yaml」がすでにあります。設定は一つだけなので、先に削除してください。',
    ],
  ]);
});

describe('a config', () => {
  holds([
    [
      (messages) => messages.unreadableGuide({ path: 'tea.md', reason: '…' }),
      '"tea.md" cannot be read: ….',
      '「tea.md」を読めません。…。',
    ],
    [
      (messages) => messages.packageWithoutConfig({ path: 'package.json' }),
      '"package.json" holds no config; write one under the key "guidepost", or name another file with --config.',
      '「package.json」に設定がありません。「guidepost」という項目に書くか、--configで別のファイルを指定してください。',
    ],
    [
      (messages) => messages.configKeyTwice({ key: 'files' }),
      'The key "files" is there twice; remove one of them.',
      '「files」が2回書かれています。どちらかを消してください。',
    ],
    [
      (messages) => messages.unknownConfigKey({ key: 'file', keys: ['files', 'rules'], nearest: 'files' }),
      'There is no key "file" here; did you mean "files"?',
      '「file」という設定項目はありません。「files」のことですか？',
    ],
    [
      (messages) => messages.unknownConfigKey({ key: 'comment', keys: ['files', 'rules'] }),
      'There is no key "comment" here; known are files, rules.',
      '「comment」という設定項目はありません。ここに書けるのはfiles、rulesです。',
    ],
    [
      (messages) => messages.configKeyMissing({ key: 'schema', name: 'types[0]' }),
      'The key "schema" is missing in types[0].',
      'types[0]に「schema」がありません。',
    ],
    [
      (messages) => messages.wrongConfigType({ name: '', wanted: ['object'], written: ['guides'] }),
      'The config takes an object, not a list.',
      '設定全体には項目のまとまりを書いてください（リストは使えません）。',
    ],
    [
      (messages) => messages.wrongConfigType({ name: 'extends', wanted: ['string', 'array'], written: { a: 1 } }),
      'extends takes a text or a list, not an object.',
      'extendsには文字列またはリストを書いてください（項目のまとまりは使えません）。',
    ],
    [
      (messages) => messages.wrongConfigType({ name: 'min', wanted: ['integer'], written: Number.POSITIVE_INFINITY }),
      'min takes a whole number, not Infinity.',
      'minには整数を書いてください（Infinityは使えません）。',
    ],
    [
      (messages) => messages.wrongConfigType({ name: 'files', wanted: ['array'], written: null }),
      'files takes a list, not null.',
      'filesにはリストを書いてください（nullは使えません）。',
    ],
    [
      (messages) => messages.notAChoice({ name: 'locale', written: 'jp', choices: ['en', 'ja'], nearest: 'ja' }),
      'locale cannot be "jp"; did you mean "ja"?',
      'localeに「jp」は使えません。「ja」のことですか？',
    ],
    [
      (messages) => messages.notAChoice({ name: 'locale', written: 3, choices: ['en', 'ja'] }),
      'locale cannot be 3; choose en or ja.',
      'localeに3は使えません。en、jaから選んでください。',
    ],
    [
      (messages) => messages.configEmpty({ name: 'files' }),
      'files is empty; fill it in, or remove it.',
      'filesが空です。中身を書くか、項目ごと消してください。',
    ],
    [
      (messages) => messages.configValueRefused({ name: 'rules.x[1].max', keyword: 'minimum', limit: 1, written: 0 }),
      'rules.x[1].max cannot be 0 (minimum: 1).',
      'rules.x[1].maxに0は使えません（minimum：1）。',
    ],
    [
      (messages) => messages.ruleWithoutOptions({ id: 'text-length' }),
      'The rule "text-length" has no options; write only off, warn or error.',
      'ルール「text-length」に細かい設定はありません。off、warn、errorのどれかだけを書いてください。',
    ],
    [
      (messages) => messages.negatedFile({ glob: '!drafts/**' }),
      '"!drafts/**" takes files away, which "files" cannot; list them under "ignore" instead.',
      'filesでは「!drafts/**」のように除外を書けません。ignoreに書いてください。',
    ],
    [
      (messages) =>
        messages.unknownPreset({ name: 'guidepost:strikt', names: ['guidepost:strict'], nearest: 'guidepost:strict' }),
      'There is no "guidepost:strikt"; did you mean "guidepost:strict"?',
      '「guidepost:strikt」というものはありません。「guidepost:strict」のことですか？',
    ],
    [
      (messages) => messages.unknownPreset({ name: 'guidepost:x', names: ['guidepost:strict'] }),
      'There is no "guidepost:x"; choose guidepost:strict.',
      '「guidepost:x」というものはありません。guidepost:strictから選んでください。',
    ],
    [
      (messages) => messages.extendsItself({ circle: ['a.json', 'b.json', 'a.json'] }),
      'This config extends itself: a.json → b.json → a.json; remove one of these steps.',
      '設定ファイルが自分自身をextendsで読み込んでいます：a.json → b.json → a.json。このうちのどこかを外してください。',
    ],
    [
      (messages) =>
        messages.unknownConfigType({ origin: 'c.json:1:2', name: 'recipes', names: ['recipe'], nearest: 'recipe' }),
      'c.json:1:2: There is no guide type "recipes"; did you mean "recipe"?',
      'c.json:1:2: 「recipes」という種類のガイドはありません。「recipe」のことですか？',
    ],
    [
      (messages) => messages.unknownConfigType({ origin: 'c.json:1:2', name: 'song', names: ['recipe', 'travel'] }),
      'c.json:1:2: There is no guide type "song"; known are recipe, travel, or give the path of a schema file.',
      'c.json:1:2: 「song」という種類のガイドはありません。使えるのはrecipe、travel、またはスキーマファイルのパスです。',
    ],
  ]);
});

describe('a run', () => {
  holds([
    [
      (messages) => messages.unreadableFolder({ path: 'drafts', code: 'EACCES' }),
      'The folder "drafts" cannot be listed (EACCES), so its guides would be missed; make it readable or ignore it in .guidepostignore.',
      'フォルダー「drafts」の中を読めないため（EACCES）、ガイドを見落とすおそれがあります。読めるようにするか、.guidepostignoreで除外してください。',
    ],
    [
      (messages) => messages.onlyReservedNames({ path: 'docs', names: ['README.md'] }),
      '"docs" holds only README.md, which is not taken for a guide; name the file itself to take it anyway.',
      '「docs」には、ガイドとして扱わないREADME.mdしかありません。対象にするにはファイルを直接指定してください。',
    ],
    [
      (messages) => messages.onlyReservedNames({ path: 'docs', names: ['CHANGELOG.md', 'README.md'] }),
      '"docs" holds only CHANGELOG.md, README.md, which are not taken for guides; name the files themselves to take them anyway.',
      '「docs」には、ガイドとして扱わないCHANGELOG.md、README.mdしかありません。対象にするにはファイルを直接指定してください。',
    ],
    [
      (messages) => messages.unreadableSchema({ path: 'tea.schema.json' }),
      'The guide type "tea.schema.json" cannot be read; check the path given to --type.',
      'ガイドの種類のファイル「tea.schema.json」を読めません。--typeに渡したパスを確認してください。',
    ],
    [
      (messages) => messages.unknownFormat({ name: 'sarf', names: ['json', 'sarif'], nearest: 'sarif' }),
      'There is no format "sarf"; did you mean "sarif"?',
      '「sarf」という形式はありません。「sarif」のことですか？',
    ],
    [
      (messages) => messages.unknownFormat({ name: 'pdf', names: ['json', 'sarif'] }),
      'There is no format "pdf"; choose one of json, sarif.',
      '「pdf」という形式はありません。json、sarifから選んでください。',
    ],
    [
      (messages) => messages.invalidRuleSetting({ setting: 'text-length=on' }),
      '"text-length=on" is no setting of a rule; write --rule id=off, id=warn or id=error.',
      '「text-length=on」はルールの設定として使えません。--rule 名前=off、名前=warn、名前=errorのいずれかで書いてください。',
    ],
    [
      (messages) => messages.invalidNumber({ flag: '--max-warnings', value: '-1' }),
      '--max-warnings takes a whole number from 0 on, not "-1".',
      '--max-warningsには0以上の整数を指定してください（「-1」は使えません）。',
    ],
    [
      (messages) => messages.tooManyForStdout({ formats: ['json', 'sarif'] }),
      'The formats json and sarif would be mixed on standard output; give all but one an --output-file.',
      'jsonとsarifが標準出力で混ざってしまいます。1つを除いて--output-fileを指定してください。',
    ],
    [
      (messages) => messages.unwritable({ path: 'out/report.json', code: 'ENOSPC' }),
      '"out/report.json" cannot be written (ENOSPC): the disk is full.',
      '「out/report.json」に書き込めません（ENOSPC）。ディスクに空きがありません。',
    ],
    [
      (messages) => messages.unwritable({ path: 'out/report.json', code: 'EIO' }),
      '"out/report.json" cannot be written (EIO): check the folder, its permissions and the space left.',
      '「out/report.json」に書き込めません（EIO）。フォルダー、権限、空き容量を確認してください。',
    ],
    [
      (messages) => messages.fileChanged({ path: 'tea.md' }),
      'tea.md: not written, because the file was changed in the meantime; run guidepost again.',
      'tea.md：処理中にファイルが変更されたため、書き込みませんでした。もう一度実行してください。',
    ],
    [
      (messages) => messages.fixDropped({ path: 'tea.md', rule: 'blank-line', reason: 'loses-text' }),
      'tea.md: a fix of the rule "blank-line" was not kept, because a sentence would be lost. This is a bug in the rule; please report it.',
      'tea.md：ルール「blank-line」の修正は、文が失われるため取り消しました。これはルールの不具合です。お手数ですがご報告ください。',
    ],
    [
      (messages) => messages.fixDropped({ path: 'tea.md', rule: 'blank-line', reason: 'unsettled' }),
      'tea.md: a fix of the rule "blank-line" was not kept, because it and another fix undo each other. This is a bug in the rule; please report it.',
      'tea.md：ルール「blank-line」の修正は、ほかの修正と互いに打ち消し合うため取り消しました。これはルールの不具合です。お手数ですがご報告ください。',
    ],
    [
      (messages) => messages.knownCount({ count: 3 }),
      '3 more in the baseline.',
      'ほかに、ベースラインに記録済みの問題が3件あります。',
    ],
    [
      (messages) => messages.baselineWritten({ path: 'known.json', problems: 1, files: 1 }),
      'known.json now knows 1 problem in 1 file; pass --baseline known.json to see only new ones.',
      '1ファイルの問題1件をknown.jsonに記録しました。--baseline known.jsonを付けると、新しい問題だけを表示します。',
    ],
    [
      (messages) => messages.baselineObsolete({ path: 'known.json', entries: 1 }),
      'known.json: 1 entry is no longer needed; drop it with --update-baseline.',
      'known.json：不要になった記録が1件あります。--update-baselineで取り除けます。',
    ],
    [
      (messages) => messages.baselineObsolete({ path: 'known.json', entries: 2 }),
      'known.json: 2 entries are no longer needed; drop them with --update-baseline.',
      'known.json：不要になった記録が2件あります。--update-baselineで取り除けます。',
    ],
    [
      (messages) => messages.bug({ version: '1.2.3' }),
      'This is a bug in guidepost 1.2.3, not in your guides. Please report it with the text below.',
      'これはガイドではなくguidepost 1.2.3の不具合です。お手数ですが、以下の内容を添えてご報告ください。',
    ],
    [
      ({ bugs }) => bugs.at({ path: 'tea.md', stage: 'check', rule: 'text-length', others: 2, version: '1.2.3' }),
      'This is a bug in guidepost 1.2.3, not in your guide: checking "tea.md" (text-length) failed, and 2 more in the same way. All else was done without it; please report it with the text below.',
      'これはガイドではなくguidepost 1.2.3の不具合です。「tea.md」の確認（text-length）に失敗しました（ほか2件も同様）。残りは処理しました。お手数ですが、以下の内容を添えてご報告ください。',
    ],
    [
      ({ bugs }) => bugs.at({ path: 'tea.md', stage: 'write', others: 0, version: '1.2.3' }),
      'This is a bug in guidepost 1.2.3, not in your guide: writing "tea.md" failed. All else was done without it; please report it with the text below.',
      'これはガイドではなくguidepost 1.2.3の不具合です。「tea.md」の書き出しに失敗しました。残りは処理しました。お手数ですが、以下の内容を添えてご報告ください。',
    ],
  ]);
});

describe('a guide type', () => {
  const two = { names: ['name', 'aliases'] };
  const none = { names: [] };
  holds([
    [
      ({ typeMistakes: say }) => say.syntax({ kind: 'braceMissing', found: '', range: { start: 0, end: 1 } }),
      'The closing } is missing; put it after the last entry',
      '閉じる } がありません。最後の項目のあとに } を置いてください',
    ],
    [
      ({ typeMistakes: say }) => say.syntax({ kind: 'tooMuch', found: '}', range: { start: 0, end: 1 } }),
      'Nothing can be read from here on: }',
      'ここから先を読めません（}）',
    ],
    [
      ({ typeMistakes: say }) => say.duplicateKey({ key: 'title' }),
      'The key "title" stands here for the second time; keep one of them',
      'キー「title」が二度書かれています。どちらか一つにしてください',
    ],
    [
      ({ typeMistakes: say }) => say.unknownKey({ owner: 'section', name: 'alias', ...two, nearest: 'aliases' }),
      '"section" has no part "alias"; did you mean "aliases"?',
      '「section」に「alias」という項目はありません。「aliases」ではありませんか',
    ],
    [
      ({ typeMistakes: say }) => say.unknownKey({ owner: 'section', name: 'colour', ...two }),
      '"section" has no part "colour"; it takes "name" and "aliases"',
      '「section」に「colour」という項目はありません。書けるのは「name」、「aliases」です',
    ],
    [
      ({ typeMistakes: say }) => say.unknownChoice({ value: 'nam', ...two, nearest: 'name' }),
      '"nam" is no choice here; did you mean "name"?',
      '「nam」はここでは選べません。「name」ではありませんか',
    ],
    [
      ({ typeMistakes: say }) => say.unknownChoice({ value: 'x', names: ['a', 'b', 'c'] }),
      '"x" is no choice here; write "a", "b" or "c"',
      '「x」はここでは選べません。「a」、「b」、「c」のどれかを書いてください',
    ],
    [
      ({ typeMistakes: say }) => say.wrongKind({ owner: 'items', kinds: ['object', 'array'] }),
      '"items" takes an object in braces or a list',
      '「items」には波かっこで囲んだ値（{ }）または一覧（[ ]）を書いてください',
    ],
    [
      ({ typeMistakes: say }) => say.onlyValue({ owner: 'collect', value: 'true' }),
      '"collect" takes only true; leave it out otherwise',
      '「collect」に書けるのは true だけです。要らないときは項目ごと削除してください',
    ],
    [
      ({ typeMistakes: say }) => say.missingKey({ owner: 'table', key: 'columns' }),
      '"table" needs "columns" as well',
      '「table」には「columns」も必要です',
    ],
    [
      ({ typeMistakes: say }) => say.empty({ owner: 'aliases', least: 1 }),
      '"aliases" needs at least one entry',
      '「aliases」には少なくとも1つ必要です',
    ],
    [
      ({ typeMistakes: say }) => say.empty({ owner: 'aliases', least: 2 }),
      '"aliases" needs at least 2 entries',
      '「aliases」には少なくとも2つ必要です',
    ],
    [
      ({ typeMistakes: say }) => say.repeated({ owner: 'required' }),
      '"required" names the same thing twice',
      '「required」に同じものが二度書かれています',
    ],
    [
      ({ typeMistakes: say }) => say.noPointer({ value: 'steps' }),
      '"steps" is no JSON pointer; it looks like "/steps" or "/meta/slug"',
      '「steps」はJSONポインタではありません。「/steps」や「/meta/slug」のように書いてください',
    ],
    [
      ({ typeMistakes: say }) => say.unsuitable({ owner: 'x-source' }),
      'This value of "x-source" is not allowed; see docs/guide-types.md',
      '「x-source」にこの値は書けません。docs/guide-types.md を見てください',
    ],
    [
      ({ typeMistakes: say }) => say.noValueGroup({ pattern: '^Q:' }),
      'The regular expression "^Q:" does not say which part is the value; put that part into "(?<value>…)"',
      '正規表現「^Q:」のどの部分が値なのか分かりません。その部分を「(?<value>…)」で囲んでください',
    ],
    [
      ({ typeMistakes: say }) => say.columnWithoutProperty({ column: 'price', ...two }),
      'The column "price" has no property of that name in "items"; those are "name" and "aliases"',
      '列「price」と同じ名前のプロパティが「items」にありません。あるのは「name」、「aliases」です',
    ],
    [
      ({ typeMistakes: say }) => say.columnWithoutColumn({ name: 'prise', names: ['price'], nearest: 'price' }),
      '"prise" names no other column; headers are written as a list: ["prise"], or did you mean "price"?',
      '「prise」という列はほかにありません。見出しは ["prise"] のように一覧で書きます（「price」ではありませんか）',
    ],
    [
      ({ typeMistakes: say }) => say.columnWithoutColumn({ name: '値段', names: ['price'] }),
      '"値段" names no other column; headers are written as a list: ["値段"]',
      '「値段」という列はほかにありません。見出しは ["値段"] のように一覧で書きます',
    ],
    [
      ({ typeMistakes: say }) => say.noItemProperties({ owner: 'table' }),
      '"table" needs "items" with "properties", one for each column',
      '「table」には、列ごとの「properties」を持つ「items」が必要です',
    ],
    [
      ({ typeMistakes: say }) => say.noSuchValue({ pointer: '/step', names: ['/steps'], nearest: '/steps' }),
      'Nothing stands at "/step" in this guide type; did you mean "/steps"?',
      '「/step」に当たる値がこの種類にありません。「/steps」ではありませんか',
    ],
    [
      ({ typeMistakes: say }) => say.noSuchProperty({ name: 'tags', ...none }),
      'There is no property "tags" here',
      '「tags」というプロパティはここにありません',
    ],
    [
      ({ typeMistakes: say }) => say.noSuchReference({ reference: '#/$defs/x', ...two }),
      '"#/$defs/x" refers to nothing in this file; there are "name" and "aliases"',
      '「#/$defs/x」の指す先がこのファイルにありません。あるのは「name」、「aliases」です',
    ],
    [
      ({ typeMistakes: say }) => say.endlessReference({ reference: '#/$defs/x' }),
      '"#/$defs/x" leads back to itself',
      '「#/$defs/x」をたどると自分自身に戻ります',
    ],
    [
      ({ typeMistakes: say }) => say.unknownFormat({ name: 'e-mail', names: Array.from('abcdefghijklm') }),
      'There is no format "e-mail"',
      '「e-mail」という書式はありません',
    ],
  ]);
});

describe('an editor', () => {
  const sentences: readonly [(words: EditorWords) => string, string, string][] = [
    [
      ({ unsafe }) => unsafe({ title: 'Remove' }),
      'Remove (may change what the guide says)',
      'Remove（内容が変わることがあります）',
    ],
    [
      ({ suppress }) => suppress({ rule: 'text-length' }),
      'Overlook text-length here',
      'ここではtext-lengthを指摘しない',
    ],
    [({ oneOf }) => oneOf({ values: ['red', 'blue'] }), 'One of red, blue', '次のいずれか：red、blue'],
    [({ pattern }) => pattern({ pattern: '^[a-z]+$' }), 'Has the form ^[a-z]+$', '書式：^[a-z]+$'],
    [({ count }) => count({ least: 3, most: 3, unit: 'items' }), '3 items', '3件'],
    [({ count }) => count({ least: 1, most: 1, unit: 'items' }), '1 item', '1件'],
    [({ count }) => count({ least: 3, most: 5, unit: 'items' }), '3 to 5 items', '3〜5件'],
    [({ count }) => count({ least: 10, most: 40, unit: 'characters' }), '10 to 40 characters', '10〜40文字'],
    [({ count }) => count({ least: undefined, most: 40, unit: 'characters' }), 'at most 40 characters', '40文字以下'],
    [({ count }) => count({ least: undefined, most: 1, unit: 'items' }), 'at most 1 item', '1件以下'],
    [({ count }) => count({ least: 1, most: undefined, unit: 'characters' }), 'at least 1 character', '1文字以上'],
    [({ count }) => count({ least: 2, most: undefined, unit: 'items' }), 'at least 2 items', '2件以上'],
    [({ recommended }) => recommended({ text: '3 to 5 items' }), 'Recommended: 3 to 5 items', '推奨：3 to 5 items'],
    [
      ({ nameTaken }) => nameTaken({ name: 'tea', path: 'guides/tea.md' }),
      'The name "tea" belongs to guides/tea.md already; choose another one.',
      '「tea」はすでにguides/tea.mdの名前です。別の名前にしてください。',
    ],
    [
      ({ nameUnfit }) => nameUnfit({ name: 'Tea!', pattern: '^[a-z]+$' }),
      '"Tea!" is no slug that this guide type accepts (^[a-z]+$); choose another one.',
      '「Tea!」はこの種類のガイドのスラッグとして使えません（^[a-z]+$）。別の名前にしてください。',
    ],
  ];
  test.each(sentences.map(([say, en, ja]) => ({ say, en, ja })))('$en', ({ say, en, ja }) => {
    expect(say(editorWords.en)).toBe(en);
    expect(say(editorWords.ja)).toBe(ja);
  });
});
