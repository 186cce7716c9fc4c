import { digits, joinedWords, WordList } from './word-sieve.ts';

/** Where a phrase gives itself away: anywhere in prose, at the beginning of a block, or only in names of things. */
export type PhrasePlace = 'anywhere' | 'start' | 'ends' | 'name';

/** Words that belong to a conversation with a writing tool, never to a guide. */
export interface PromptPhrase {
  readonly place: PhrasePlace;
  /** Each match holds one of these words. */
  readonly words: WordList;
  /** Sticky for `start`, else global. */
  readonly pattern: RegExp;
}

const document =
  '(?:ガイド|記事|原稿|コンテンツ|文章|本文|構成案?|マークダウン|Markdown|JSON|フロントマター|メタ情報|ファイル|下書き|ドラフト|台本|案|全文|完成版|修正版|改訂版)';
const part =
  '(?:質問|項目|章|節|セクション|見出し|内容|回答|例文?|段落|箇条書き|記述|記載|トピック|テーマ|表|情報|単語|用語)';
const manner =
  '(?:(?:できるだけ|なるべく|可能な限り)?(?:簡潔|具体的|詳細|明確|丁寧|端的|論理的|定量的|網羅的)に|詳しく(?!は)|くわしく(?!は)|わかりやすく|分かりやすく|短く|箇条書きで|表形式で|[一1１]文で|[一1１]言で|\\d+[〜～-]?\\d*(?:文字|字)(?:程度|以内|以上|前後)(?:で)?)';
const order =
  '(?:(?:書く|記述|記載|回答|述べる|まとめる|列挙)(?:する|して|すること|してください|せよ)?|説明(?:すること|してください|せよ)|[、で]?\\d+[〜～-]?\\d*(?:個|つ|文|点|項目|行|字|文字)(?:程度|以内|以上)?で?)?';

const verbs = ['作成', '生成', '出力', '執筆', '提示', '提案', '修正', '用意', 'まとめ'];
const manners = [
  ...['できる', 'なるべく', '可能な', '簡潔', '具体', '詳細', '明確', '丁寧', '端的', '論理', '定量', '網羅'],
  ...['詳しく', 'くわしく', 'わかりやすく', '分かりやすく', '短く', '箇条書きで', '表形式で'],
  ...joinedWords(['一', '1', '１'], ['文で', '言で']),
];
const limits = [
  ...['be brief', 'be concise', 'be specific', 'keep it', 'keep this', 'briefly', 'concisely', 'in brief', 'in detail'],
  ...['max', 'about ', 'around ', 'at least ', 'at most ', 'up to ', 'under ', 'use bullet'],
];

/** Each pattern is bounded, so that a text is read once, and has the whole faulty run as its match. */
export const promptPhrases: readonly PromptPhrase[] = [
  {
    place: 'start',
    words: new WordList('承知', 'かしこまり', '了解'),
    pattern:
      /(?:はい、?)?(?:承知(?:いた)?しました|かしこまりました|了解(?:いた)?しました)[。、！!].{0,60}?(?:以下|作成|ご(?:提示|要望|依頼|指定)|まとめ|ガイド|記事)[^。\n]{0,60}[。！：]?/uy,
  },
  {
    place: 'anywhere',
    words: new WordList(...joinedWords(verbs, ['しました', 'いたしました'])),
    pattern: new RegExp(
      `(?:以下|次|下記)(?:に|は|が|の)[^。\\n「」]{0,50}?${document}[^。\\n「」]{0,20}?(?:作成|生成|出力|執筆|提示|提案|修正|用意|まとめ)(?:いた)?しました。?`,
      'gu',
    ),
  },
  {
    place: 'start',
    words: new WordList('以下は', '以下が', '下記は', '下記が'),
    pattern: new RegExp(
      `(?:以下|下記)(?:は|が)、?[^。\\n「」]{0,50}?${document}(?:です|になります|となります)。?$`,
      'uy',
    ),
  },
  {
    place: 'anywhere',
    words: new WordList(...joinedWords(['そのまま'], ['', '全て', 'すべて'], ['コピー', 'コピペ'])),
    pattern:
      /[^。\n「」]{0,40}そのまま(?:全て|すべて)?(?:コピー|コピペ)[^。\n「」]{0,12}?(?:(?:ご(?:使用|利用|活用)|お使い|貼り付け)[^。\n「」]{0,12}|してください)。?/gu,
  },
  {
    place: 'anywhere',
    words: new WordList(
      ...joinedWords(
        ['は', 'を'],
        ['除外', '除き', '除く', '除い', '含めな', '含まな', '入れな', '使わな', '使用しな', '記載しな', '書かな'],
      ),
    ),
    pattern: new RegExp(
      `[（(][^（）()\\n]{0,40}?${part}[^（）()\\n]{0,6}(?:は|を)(?:除外|除きます|除く|除いて|含めない|含まない|入れない|使わない|使用しない|記載しない|書かない)(?:する|します|して(?:ください)?|すること|でください|こと)?。?[）)]`,
      'gu',
    ),
  },
  {
    place: 'anywhere',
    words: new WordList(...joinedWords(['てください'], ['', '。'], ['）', ')'])),
    pattern:
      /[（(][^（）()\n]{0,40}?(?:文字(?:程度|以内|以上)で|形式で|簡潔に|具体的に|詳しく|必ず)[^（）()\n]{0,10}(?:記述|記載|執筆|出力|作成|列挙|書い)(?:して|て)ください。?[）)]/gu,
  },
  {
    place: 'name',
    words: new WordList(
      ...joinedWords(['（', '(', '【', '['], ['', '※'], manners),
      ...joinedWords([...digits, '〜', '～', '-'], ['文字', '字']),
    ),
    pattern: new RegExp(`[（(【\\[]※?${manner}${order}[）)】\\]]`, 'gu'),
  },
  {
    place: 'anywhere',
    words: new WordList(
      ...joinedWords(
        ['以下の', '次の', '下記の', '上記の'],
        ['フォーマット', '形式', '条件', 'ルール', '指示', '構成', 'テンプレート'],
      ),
    ),
    pattern:
      /(?:以下の|次の|下記の|上記の)(?:フォーマット|形式|条件|ルール|指示|構成|テンプレート)(?:に(?:従って|沿って|基づいて|したがって)|で)[^。\n「」]{0,20}(?:出力|作成|記述|執筆|生成)(?:して(?:ください)?|せよ|すること)。?/gu,
  },
  {
    place: 'start',
    words: new WordList('あなたは'),
    pattern:
      /あなたは[^。\n「」]{0,20}(?:ライター|編集者|コピーライター|ブロガー|アシスタント|AI)(?:です|として)[。、]?/uy,
  },
  {
    place: 'anywhere',
    words: new WordList('ご指定', 'ご指示', 'ご依頼', 'ご提示', 'ご要望', '上記の指示', '上記のプロンプト'),
    pattern:
      /(?:ご(?:指定|指示|依頼|提示|要望)(?:いただいた|頂いた|の)[^。\n「」]{0,20}(?:基づ|沿|従|合わせ|踏まえ|反映|とおり|通り)|上記の(?:指示|プロンプト|ご要望)に)[^。\n「」]{0,30}(?:作成|生成|執筆|出力|構成|修正|更新)(?:いた)?しました。?/gu,
  },
  {
    place: 'anywhere',
    words: new WordList('続きを出力', '続きを生成', '続きを執筆'),
    pattern: /続きを(?:出力|生成|執筆)(?:しますか|しましょうか|します|してよろしいですか|してください)[。？]?/gu,
  },
  {
    place: 'anywhere',
    words: new WordList(...joinedWords(['制限', '上限'], ['のため', 'により', 'に達した'])),
    pattern:
      /(?:文字数|出力|回答)の?(?:制限|上限)(?:のため|により|に達した(?:ため|ので))、?[^。\n「」]{0,20}(?:分割|分けて|続き|ここまで)[^。\n「」]{0,20}。?/gu,
  },
  {
    place: 'anywhere',
    words: new WordList(
      ...joinedWords(['私は'], ['ai', '人工知能', '言語', '大規模']),
      'である私',
      'として私',
      'として、私',
    ),
    pattern:
      /(?:私は(?:AI|人工知能|(?:大規模)?言語モデル)(?:です|な(?:の|ので)|であり|であるため|のため)|(?:AI|AI言語モデル|言語モデル|AIアシスタント)(?:である私|として、?私))[^。\n「」]{0,40}。?/gu,
  },
  {
    place: 'start',
    words: new WordList('ご要望', 'ご指定', 'ご依頼', 'ご指示'),
    pattern: /以上(?:が|で)、?[^。\n「」]{0,30}ご(?:要望|指定|依頼|指示)[^。\n「」]{0,30}(?:です|となります)。?/uy,
  },
  {
    place: 'start',
    words: new WordList(...joinedWords(['ここから', 'ここまで'], ['', 'が'], ['記事', '本文', '原稿', 'コピー'])),
    pattern: /[【［[（(]?ここ(?:から|まで)が?(?:記事|本文|原稿|コピー)[^。\n]{0,8}[】］\])）]?$/uy,
  },
  {
    place: 'start',
    words: new WordList('文字数'),
    pattern: /[（(]?(?:総|合計)?文字数\s?[:：]\s?約?[\d,]+(?:文字|字)[^。\n]{0,8}$/uy,
  },
  {
    place: 'ends',
    words: new WordList(...joinedWords(['必要に応じて'], ['', '、'], ['内容', '文章', '表現', '文言', '構成', '数値'])),
    pattern:
      /必要に応じて、?(?:内容|文章|表現|文言|構成|数値)[^。\n「」]{0,15}(?:修正|調整|変更|追記|編集|差し替え)[^。\n「」]{0,6}(?:ください|お使い)[^。\n]{0,8}。?/gu,
  },
  {
    place: 'ends',
    words: new WordList('お知らせ', 'お申し付け', 'お聞かせ', '教えて', 'ご指示', 'おっしゃって'),
    pattern:
      /(?:修正|調整|追加|変更|追記|加筆)(?:が(?:必要|ご希望)|(?:の)?ご(?:要望|希望)|してほしい|したい)[^。\n「」]{0,25}(?:お(?:知らせ|申し付け|聞かせ)|教えて|ご指示|おっしゃって)[^。\n「」]{0,10}(?:ください|いただ)[^。\n「」]{0,10}。?/gu,
  },
  {
    place: 'ends',
    words: new WordList('ご質問', 'ご要望', 'ご不明'),
    pattern:
      /(?:他に|ほかに)?(?:も)?、?ご(?:質問|要望|不明な?点|不明点)[^。\n「」]{0,15}(?:ございましたら|あれば|ありましたら)、?(?:お気軽に|いつでも|遠慮なく)?(?:お(?:知らせ|申し付け|聞かせ)|教えて)[^。\n「」]{0,12}。?/gu,
  },
  {
    place: 'ends',
    words: new WordList('いかがでしょうか', 'よろしいでしょうか'),
    pattern: /(?:この(?:ような)?|こちらの)(?:内容|構成|形|原稿)で(?:いかがでしょうか|よろしいでしょうか)[。？]?/gu,
  },
  {
    place: 'anywhere',
    words: new WordList(':contentreference', 'oaicite', 'oai_citation', ...joinedWords(['【', 'turn'], digits)),
    pattern:
      /:contentReference(?:\[[^\]\n]{0,40}\])?|\boaicite:\d+|oai_citation[:：]?\d*|【\d+(?::\d+)?†[^】\n]{0,40}】|\bturn\d+(?:search|view|news|file)\d+\b/gu,
  },
  {
    place: 'start',
    words: new WordList('chatgpt', 'regenerate response', 'copy code', 'コードをコピー', '回答を再生成'),
    pattern: /(?:ChatGPT(?: said)?:?|Regenerate response|Copy code|コードをコピーする|回答を再生成)$/uy,
  },
  {
    place: 'start',
    words: new WordList(
      ...joinedWords(
        ['sure', 'thing', 'certainly', 'course', 'absolutely', 'great', 'okay', 'ok', 'got it'],
        ['!', ',', '.'],
      ),
    ),
    pattern:
      /(?:Sure(?: thing)?|Certainly|Of course|Absolutely|Great|Okay|Ok|Got it)[!,.] ?(?:here(?:['’]s| is| are)|I(?:['’]ll| will|['’]ve| have)|below is)\b[^.\n]{0,80}[.:!]?/iuy,
  },
  {
    place: 'start',
    words: new WordList("here's ", 'here’s ', 'here is '),
    pattern:
      /Here(?:['’]s| is) (?:the|a|an|your) [^.\n]{0,60}?(?:guide|article|draft|version|rewrite|outline|content|markdown)\b(?:[^.\n]{0,40}(?:you (?:requested|asked)|as requested|based on your|per your)[^.\n]{0,40}[.:]?|:$)/iuy,
  },
  {
    place: 'anywhere',
    words: new WordList(...joinedWords(['as a ', 'as an '], ['ai', 'artificial'])),
    pattern:
      /\bAs an? (?:AI|artificial intelligence)(?:,| (?:language |text )?(?:model|assistant|chatbot))[^.\n]{0,80}\.?/gu,
  },
  {
    place: 'anywhere',
    words: new WordList('my knowledge', 'my training'),
    pattern: /\bmy (?:knowledge|training)(?: data)?(?:['’]s)? (?:cut-?off|only goes)\b[^.\n]{0,40}\.?/giu,
  },
  {
    place: 'ends',
    words: new WordList('i hope this', 'let me know if'),
    pattern:
      /\b(?:I hope this (?:helps|meets your)[^.!\n]{0,40}[.!]|(?:Please )?let me know if (?:you(?:['’]d| would| want| need)?|there(?:['’]s| is)|any)[^.!\n]{0,30}(?:chang|adjust|revis|edit|anything else|further|more detail|expand|modif|tweak)[^.!\n]{0,60}[.!]?)/giu,
  },
  {
    place: 'ends',
    words: new WordList(...joinedWords(['would you like', 'do you want', 'shall'], [' me', ' i'])),
    pattern:
      /\b(?:Would you like|Do you want|Shall) (?:me|I) (?:to )?(?:write|continue|expand|add|revise|draft|generate|adjust)[^?\n]{0,80}\?/giu,
  },
  {
    place: 'name',
    words: new WordList(
      ...joinedWords(['(', '['], limits),
      ...joinedWords(digits, [' words', ' characters', ' sentences']),
    ),
    pattern:
      /[([](?:be (?:brief|concise|specific)|keep (?:it|this) (?:short|brief|concise)|briefly|concisely|in (?:brief|detail)|(?:max(?:imum)?\.?|about|around|at least|at most|up to|under) \d+ (?:words|characters|sentences)|\d+[-–]\d+ (?:words|characters|sentences)|use bullet points)[)\]]/giu,
  },
  {
    place: 'anywhere',
    words: new WordList(...joinedWords(['('], ['', 'please '], ['do not ', "don't ", 'don’t ', 'never ', 'exclude '])),
    pattern:
      /\((?:Please )?(?:do not|don['’]t|never) (?:include|use|mention|write|add) [^()\n]{0,80}\)|\(exclude [^()\n]{0,60}(?:questions|sections|items|topics|examples)\.?\)/giu,
  },
  {
    place: 'start',
    words: new WordList('you are a'),
    pattern:
      /You are an? (?:expert|professional|experienced|world-class|skilled|helpful) [^.\n]{0,40}(?:writer|copywriter|editor|assistant|blogger)\b[^.\n]{0,60}\.?/uy,
  },
  {
    place: 'start',
    words: new WordList(
      ...joinedWords(
        ['output ', 'respond ', 'answer ', 'return ', 'format '],
        ['the ', 'only ', 'in ', 'as ', 'with '],
      ),
    ),
    pattern:
      /(?:Output|Respond|Answer|Return|Format) (?:the (?:result|response|output|answer) )?(?:only )?(?:in|as|with) (?:valid |plain )?(?:JSON|Markdown|HTML)\b[^.\n]{0,60}\.?/uy,
  },
  {
    place: 'anywhere',
    words: new WordList(...joinedWords(['you can '], ['', 'simply '], ['copy'])),
    pattern:
      /\byou can (?:simply )?copy (?:and|&) paste (?:this|it|the (?:text|markdown|content) (?:above|below))[^.\n]{0,60}\.?/giu,
  },
  {
    place: 'anywhere',
    words: new WordList('continue in', 'continued in'),
    pattern: /[([](?:to be )?continued? in (?:the |my )?next (?:message|response|reply)[)\]]/giu,
  },
];
