import { joinedWords, WordList } from './word-sieve.ts';

/** Something that was to be filled in; `whole` when nothing else stands in its block. */
export interface PlaceholderPattern {
  /** Each match holds one of these words. */
  readonly words: WordList;
  readonly pattern: RegExp;
  readonly whole?: true;
}

const wanted =
  '(?:具体的な|任意の|該当する?|対象の|実際の|あなたの|ご自身の|自分の|自社の|貴社の|御社の|応募先の|ここに)[^\\[\\]［］{}｛｝<>＜＞\\n]{1,40}';
const filled =
  '[^\\[\\]［］{}｛｝<>＜＞\\n]{1,40}(?:を|に)(?:入力|記入|記載|挿入|追加|追記|差し替え|置き換え|入れる)[^\\[\\]［］{}｛｝<>＜＞\\n]{0,12}';
const named =
  '[^\\s\\[\\]［］{}｛｝<>＜＞]{0,15}(?:社名|[^\\s\\[\\]［］{}｛｝<>＜＞]{2}名|氏名|お名前|地名|人名|年数|金額|数値|数字|日付|件数|割合|役職|部署|URL)(?:など|等|を入力)?';
const english =
  '(?:(?:insert|add|enter|fill in|your|specific|company|employer|client|product|tool|job|city|school|university|first|last|full|project|example|relevant)\\b[^\\[\\]{}<>\\n]{1,50}|(?:[a-z]+ ){1,2}name|(?:insert|name|company|date|number|amount|year|link|url|role|position|city|industry|placeholder|tbd|tba|todo|x+|\\.{3}|…)s?)';
const unit = '(?:億|万|千|百)?(?:円|ドル|ユーロ)|[%％]|パーセント|(?:億|万)(?:人|件|台|回)';
const counted = '人|名|件|社|年|ヶ月|か月|カ月|時間|日間?|歳|倍|ポイント|店舗|台|回';

/** Each is bounded and has the placeholder as its match. */
export const placeholderPatterns: readonly PlaceholderPattern[] = [
  {
    words: new WordList('[', '［'),
    pattern: new RegExp(`[\\[［]\\s*(?:${wanted}|${filled}|${named})\\s*[\\]］]`, 'gu'),
  },
  {
    words: new WordList('{', '｛'),
    pattern: new RegExp(`[｛{]{1,2}\\s*(?:${wanted}|${filled}|${named})\\s*[｝}]{1,2}`, 'gu'),
  },
  { words: new WordList('<', '＜'), pattern: new RegExp(`[<＜]\\s*(?:${wanted}|${filled}|${named})\\s*[>＞]`, 'gu') },
  {
    words: new WordList('【'),
    pattern:
      /【(?:ここに[^】\n]{1,40}|[^】\n]{1,40}を(?:入力|記入|挿入|記載)(?:する|して(?:ください)?)?|要確認|要追記|要修正|仮|未定|TODO|TBD)】/gu,
  },
  {
    words: new WordList(...joinedWords(['（', '('], ['要', '後で', 'ここに', 'todo', 'tbd', 'tba'])),
    pattern:
      /[（(](?:要確認|要追記|要出典確認|後で(?:書く|追記|記入|確認)(?:する)?|ここに[^（）()\n]{1,40}(?:入れる|書く|記入|挿入)|TODO|TBD|TBA)[）)]/gu,
  },
  { words: new WordList('['), pattern: new RegExp(`\\[\\s*${english}\\s*\\]`, 'giu') },
  {
    words: new WordList('{', '｛'),
    pattern: /(?<![\w/\\^_}])[｛{]{1,2}(?=[^｛｝{}\n]{0,20}[぀-ヿ一-鿿])[\w぀-ヿ一-鿿・]{1,20}[｝}]{1,2}/gu,
  },
  // Not `/users/{id}`, `${price}`'s mathematics `x_{i}` or `\\frac{a}{b}`.
  {
    words: new WordList('{'),
    pattern:
      /(?<![\w/\\^_}{]|\uFFFC ?)(?:\{\{[ ]?[A-Za-z_][\w.-]*(?: [\w.-]+){0,4}[ ]?\}\}|\$\{[A-Za-z_][\w.]*\}|\{(?!(?:boolean|number|string|integer|object|array|any)\})[a-z][a-z_-]+\})(?![\w^_/{\uFFFC])/gu,
  },
  // `20XX年` and `X社` are meant: a year to come, a company without its name.
  {
    words: new WordList(
      ...joinedWords(
        ['x', 'Ｘ', '●', '〇', '○', '◯'],
        ['億', '万', '千', '百', '円', 'ドル', 'ユーロ', '%', '％', 'パーセント'],
      ),
    ),
    pattern: new RegExp(
      `(?<![A-Za-zＡ-Ｚａ-ｚ0-9０-９.])(?:[XＸ]{1,4}|[●〇○◯]{2,})(?:[,，][XＸ]{3})*(?:${unit})`,
      'gu',
    ),
  },
  {
    words: new WordList(
      ...joinedWords(
        ['x', 'Ｘ', '●'],
        ['人', '名', '件', '社', '年', 'ヶ', 'か', 'カ', '時', '日', '歳', '倍', 'ポ', '店', '台', '回'],
      ),
    ),
    pattern: new RegExp(
      `(?<![A-Za-zＡ-Ｚａ-ｚ0-9０-９.])(?:(?:[XＸ]{2,4}|●{2,})(?:${counted})|[XＸ](?:件|名|人))(?!目)`,
      'gu',
    ),
  },
  {
    words: new WordList('$x', 'x%'),
    pattern: /(?<![A-Za-z0-9])\$[Xx]{1,3}(?:,[Xx]{3})*(?:k|m|K|M)?(?![A-Za-z0-9])|(?<![A-Za-z0-9.])X{1,3}%/gu,
  },
  {
    words: new WordList('●株', '●さ', '●様', '●氏', '社●'),
    pattern: /●{2,}(?:株式会社|さん|様|氏)|(?:株式会社)●{2,}/gu,
  },
  {
    words: new WordList('todo', 'fixme', 'tbd', 'tba'),
    pattern: /(?<![A-Za-z0-9])(?:TODO|FIXME|TBD|TBA)\s?[:：][^\n]{0,40}/gu,
  },
  {
    words: new WordList('todo', 'fixme', 'tbd', 'tba', 'xxx', 'n/a', 'to be ', 'coming soon', 'work in progress'),
    pattern:
      /(?:TODO|FIXME|TBD|TBA|XXX|N\/A\?|to be (?:written|added|determined|announced|confirmed)|coming soon|work in progress)[.。]?/giu,
    whole: true,
  },
  {
    words: new WordList('ここに', 'こちらに'),
    pattern:
      /(?:ここに|こちらに)[^。\n]{0,40}(?:入力|記入|記載|挿入|追記|書く|書いて|入り)(?:する|します|して|ます)?(?:ください)?。?/gu,
    whole: true,
  },
  {
    words: new WordList('準備中', '執筆中', '作成中', '近日公開', '後日追記', '未記入', 'ダミー'),
    pattern: /[（(【［]?(?:準備中|執筆中|作成中|近日公開|後日追記|未記入|ダミーテキスト)(?:です|予定)?[）)】］]?。?/gu,
    whole: true,
  },
  {
    words: new WordList('lorem ipsum', 'ダミー', 'テキストテキスト'),
    pattern: /\blorem ipsum\b[^.\n]{0,40}|この(?:文章|テキスト)はダミーです。?|(?:テキスト){3,}|(?:ダミー){2,}/giu,
  },
];
