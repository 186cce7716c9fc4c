import { describe, expect, test } from 'vitest';
import { markedBy, plain, repairedBy, saidBy } from './marked-text.ts';

/* What a rule finds stands in ⟦ ⟧; a text without is one that only looks alike. */

describe('no-doubled-word', () => {
  test.each([
    ['本⟦をを⟧読みます。', '本を読みます。'],
    ['道具⟦がが⟧大事です。', '道具が大事です。'],
    ['駅⟦にに⟧着きます。', '駅に着きます。'],
    ['駅⟦のの⟧前です。', '駅の前です。'],
    ['船⟦でで⟧運びます。', '船で運びます。'],
    ['父⟦とと⟧母です。', '父と母です。'],
    ['私⟦はは⟧行きます。', '私は行きます。'],
    ['海⟦へへ⟧行きます。', '海へ行きます。'],
    ['**船体**⟦のの⟧設計', '**船体**の設計'],
    ['船を造ることができ⟦ますます⟧。', '船を造ることができます。'],
    ['船が造られ⟦ますます⟧。', '船が造られます。'],
    ['便利⟦ですです⟧。', '便利です。'],
    ['読み⟦ましたました⟧。', '読みました。'],
    ['確認⟦しますします⟧。', '確認します。'],
    ['図面が⟦できますできます⟧。', '図面ができます。'],
    ['造船が⟦できるできる⟧。', '造船ができる。'],
    ['お書き⟦くださいください⟧。', 'お書きください。'],
    ['調査⟦することすること⟧です。', '調査することです。'],
    ['行く⟦ことがことが⟧大切です。', '行くことが大切です。'],
    ['船⟦についてについて⟧話します。', '船について話します。'],
    ['海⟦においてにおいて⟧働きます。', '海において働きます。'],
    ['風⟦によるによる⟧揺れです。', '風による揺れです。'],
    ['人⟦によってによって⟧違います。', '人によって違います。'],
    ['船長⟦としてとして⟧働きます。', '船長として働きます。'],
    ['船⟦というという⟧乗り物です。', '船という乗り物です。'],
    ['人の⟦ためにために⟧働きます。', '人のために働きます。'],
    ['遠い⟦からから⟧、歩きます。', '遠いから、歩きます。'],
    ['朝⟦までまで⟧。', '朝まで。'],
    ['着きます⟦。。⟧', '着きます。'],
    ['着き⟦、、⟧眠ります。', '着き、眠ります。'],
    ['⟦メンテナンスメンテナンス⟧をします。', 'メンテナンスをします。'],
    ['⟦チェックチェック⟧をします。', 'チェックをします。'],
    ['⟦造船造船⟧の町です。', '造船の町です。'],
    ['⟦造船所造船所⟧の町です。', '造船所の町です。'],
    ['⟦佐々佐々⟧です。', '佐々です。'],
    ['We saw ⟦the the⟧ ship.', 'We saw the ship.'],
    ['⟦The the⟧ ship sails.', 'The ship sails.'],
    ['We saw ⟦a a⟧ ship.', 'We saw a ship.'],
    ['We saw ⟦the  the⟧ ship.', 'We saw the ship.'],
    ['We saw ⟦the\tthe⟧ ship.', 'We saw the ship.'],
    ['He ⟦said said⟧ so.', 'He said so.'],
    ['Go ⟦to to⟧ the port.', 'Go to the port.'],
    ['Bend ⟦the\nthe⟧ planks.', 'Bend the\nplanks.'],
    ['Bend ⟦the  \nthe⟧  planks.', 'Bend the  \nplanks.'],
    ['- Bend ⟦the\n  the⟧ planks.', '- Bend the\n  planks.'],
    ['> Bend ⟦the\n> the⟧ planks.', '> Bend the\n> planks.'],
    ['Bend it ⟦as as⟧', 'Bend it as'],
    ['⟦planks planks⟧ planks', 'planks planks'],
  ])('%s', (marked, repaired) => {
    expect(markedBy('no-doubled-word', `${plain(marked)}\n`)).toBe(`${marked}\n`);
    expect(repairedBy('no-doubled-word', `${plain(marked)}\n`)).toBe(`${repaired}\n`);
  });

  test.each([
    '社員ががんばります。',
    '会社とともに歩みます。',
    '「のの」という字です。',
    '、とと言います。',
    'いくつかのの字です。',
    '船**の**の字です。',
    'ますます増えます。',
    '遠いからからいです。',
    '朝までまで歩きます。',
    '着き。、眠ります。',
    '待ち。。。眠ります。',
    'ワクワクします。',
    '一人一人が働きます。',
    '毎日毎日働きます。',
    '何回何回も見ます。',
    '各社各社の船です。',
    '大学大学の話です。',
    '是非是非どうぞ。',
    '本当本当です。',
    '次第次第に減ります。',
    'That was very very good.',
    'It had had rain.',
    'It is is over.',
    'Boom Boom is a song.',
    'Bend the the-ship.',
    "It is the the's.",
    'See v.the the ship.',
    'It is x-the the ship.',
    "I don't don't know.",
    'Bend the theory.',
    'Bend **the** the ship.',
    'Bend the `the` ship.',
    'THE THEATRE',
  ])('not %s', (text) => {
    expect(markedBy('no-doubled-word', `${text}\n`)).toBe(`${text}\n`);
  });

  test('says which words', () => {
    expect(saidBy('no-doubled-word', '> Bend the\n> the planks.\n')).toEqual([
      'the\n> the | "the the" says "the" twice; delete one',
    ]);
    expect(saidBy('no-doubled-word', '本をを読みます。\n', {}, 'ja')).toEqual([
      'をを | 「をを」は「を」が重なっています。一つ削除してください',
    ]);
  });
});

describe('no-split-word', () => {
  test.each([
    ['調律は⟦マネ\nージャ⟧ーの仕事', '調律はマネージャーの仕事'],
    ['調律は⟦マネ \nージャ⟧ーの仕事', '調律はマネージャーの仕事'],
    ['調律は⟦マネ\r\nージャ⟧ーの仕事', '調律はマネージャーの仕事'],
    ['調律の⟦時\n々の音⟧', '調律の時々の音'],
    ['音を聞⟦き\n、直す⟧', '音を聞き、直す'],
    ['音を聞⟦く\n。次は⟧弦', '音を聞く。次は弦'],
    ['音の⟦チ\nェック⟧', '音のチェック'],
    ['「音⟦」\n、直す⟧', '「音」、直す'],
    ['音（弦⟦）\n。直す⟧', '音（弦）。直す'],
    ['> 音の⟦チ\n> ェック⟧', '> 音のチェック'],
    ['- 音の⟦チ\n  ェック⟧', '- 音のチェック'],
    ['She hears ⟦listen-\ning⟧ to', 'She hears listen-\ning to'],
    ['She ⟦re-\nord⟧ers strings', 'She re-\norders strings'],
  ])('%j', (marked, repaired) => {
    expect(markedBy('no-split-word', `${plain(marked)}\n`)).toBe(`${marked}\n`);
    expect(repairedBy('no-split-word', `${plain(marked)}\n`)).toBe(`${repaired}\n`);
  });

  test.each([
    '調律師です。\nーー',
    'A\nーです',
    '音\n弦',
    '**音**\n、直す',
    'full-\nand part-time',
    'full-\nor part-time',
    'x-\nray',
    'FULL-\nTIME',
    'full-\nTime',
    '| 音 |\n| - |\n| 弦 |',
    '# 音\n\nーです',
    '調律のチ\nエック',
  ])('not %j', (text) => {
    expect(markedBy('no-split-word', `${text}\n`)).toBe(`${text}\n`);
  });

  test.each([
    ['調律の⟦チ\nエック⟧を'],
    ['⟦調\n律師の⟧音'],
    ['音の⟦ー\nバー⟧'],
    ['調律の\n音'],
    ['チ\n調'],
    ['音\nはい'],
    ['Go\nto it'],
  ])('with compounds: %j', (marked) => {
    const example = { options: { compounds: true } };
    expect(markedBy('no-split-word', `${plain(marked)}\n`, example)).toBe(`${marked}\n`);
    expect(repairedBy('no-split-word', `${plain(marked)}\n`, example)).toBe(`${plain(marked)}\n`);
  });

  test('says both halves', () => {
    expect(saidBy('no-split-word', '> 音のチ\n> ェックを\n')).toEqual([
      'チ\n> ェック | The line breaks inside "チ|ェック"; keep the word on one line',
    ]);
    expect(saidBy('no-split-word', '音のチ\nェックを\n', {}, 'ja')).toEqual([
      'チ\nェック | 「チ｜ェック」の途中で改行されています。言葉が分かれないよう一行につなげてください',
    ]);
  });
});

describe('no-stray-space', () => {
  test.each([
    '第⟦ ⟧2段階です',
    '第⟦ ⟧２段階です',
    '第⟦\u3000⟧2段階です',
    '第2⟦ ⟧段階です',
    '第12⟦ ⟧章です',
    '第２⟦ ⟧章です',
    '（⟦ ⟧例）です',
    '（例⟦ ⟧）です',
    '「⟦ ⟧例」です',
    '『⟦ ⟧例』です',
    '【⟦ ⟧例】です',
    '「例⟦ ⟧」です',
    '『例⟦ ⟧』です',
    '【例⟦ ⟧】です',
    '例⟦ ⟧、です',
    '例⟦ ⟧。です',
    '例⟦ ⟧，です',
    '例⟦ ⟧．です',
    '型紙を、⟦ ⟧引く',
    '布⟦ ⟧を染めます。',
    '布が⟦ ⟧とても重要⟦ ⟧です。',
    '布が⟦\u3000⟧とても重要です。',
    '布が⟦  ⟧とても重要です。',
    '佐々⟦ ⟧きです。',
    'カバー⟦ ⟧です。',
    '- 布⟦ ⟧を染めます。',
    '| 布⟦ ⟧を染めます。 |\n| - |',
    '第 2 段階です',
    '第2 町です',
    '第 2.5です',
    '第 2,000号',
    '第1234 章です',
    '布 を染めます',
    'いつ どこで だれが するか。',
    '布を 選びます。',
    'カタ かなです。',
    '『布 を染める』です。',
    '「布 を染める」です。',
    '“布 を染める”です。',
    '型紙を！ 引く',
    '型紙を。 引く',
    '**布** を染めます。',
    '布 `を` 染めます。',
    '布\n を染めます。',
    'The cloth is dyed .',
  ])('%s', (marked) => {
    const text = `${plain(marked)}\n`;
    expect(markedBy('no-stray-space', text)).toBe(`${marked}\n`);
    expect(repairedBy('no-stray-space', text)).toBe(`${marked.replaceAll(/⟦.*?⟧/g, '')}\n`);
  });

  test('shows the words around it', () => {
    expect(saidBy('no-stray-space', '**染め** 布の色が とても **濃い**です。\n')).toEqual([
      '  | A stray space in "布の色が とても"; write "布の色がとても"',
    ]);
    expect(saidBy('no-stray-space', '| 布 を染めます。 |\n| - |\n', {}, 'ja')).toEqual([
      '  | 「布 を染めま」に余分な空白があります。「布を染めま」と書いてください',
    ]);
  });
});

describe('no-cut-off-text', () => {
  test.each([
    '香りを見ます。⟦産地の茶を⟧',
    '香りを見ます。⟦温度が⟧',
    '香りを見ます。⟦火入れの後に⟧',
    '香りを見ます。⟦産地から⟧',
    '香りを見ます。⟦味より⟧',
    '香りを見ます。⟦急須および⟧',
    '香りを見ます。⟦産地の茶、⟧',
    '香りを見ます！⟦渋みと甘みの釣り合いを確かめて選ん⟧',
    '⟦茶師は荒茶を選び、産地の違う茶を合わせて一つの味に仕上げ、火入れで香りを引き出す仕事を⟧',
    '⟦香りを確かめます（産地の⟧',
    '⟦香りを確かめます「産地の⟧',
    '⟦香りを**確かめ⟧',
    '- 香りを見ます。⟦産地の茶を⟧',
    '> 香りを見ます。⟦産地の茶を⟧',
    '| 茶 |\n| - |\n| 香りを見ます。⟦産地の茶を⟧ |',
    '香りを見ます。⟦産地の茶を⟧\n\n[a]: https://example.org/',
    '香りを見ます。⟦産地の茶を⟧\n\n<!-- 終わり -->',
    '⟦It ends here,⟧',
    '⟦We taste the tea and compare it with the⟧',
    '⟦It is a cup, a pot and a⟧',
    'The blender tastes. ⟦Then the blender writes down⟧',
    '- The blender tastes. ⟦Then the blender writes to the⟧',
    '⟦湯を沸かして急須を温め、⟧\n\n次に茶葉を入れます。',
    '⟦湯を沸かして急須を温め，⟧\n\n---\n\n次です。',
    '⟦湯を沸かして急須を**温め、⟧**\n\n次です。',
    '⟦湯を沸かして急須を温め、⟧\n\n# 茶葉\n\n次です。',
    '次の形です。\n\n⟦```text⟧\n温度: 90',
    '次の形です。\n\n⟦~~~⟧\n温度: 90',
    '次の形です。\n\n⟦```⟧',
    '次の形です。\n\n⟦````text⟧\n温度\n```',
    '次の形です。\n\n⟦```text⟧\n温度\n``` 度',
    '茶師の仕事を',
    '香りを見ます。渋みを見る',
    '香りを見ます。渋みと甘みの釣り合いを確かめて選ぶ♪',
    '香りを見ます。渋みと甘みの釣り合いを確かめて選ぶ🍵',
    '香りを見ます。渋みと甘みの釣り合いを確かめる→',
    '香りを見ます。**さあ、次の一杯をあなたの手で入れてみよう**',
    '香りを見ます。好きなもの：茶と急須と湯のみとお菓子',
    '# 香りを見ます。産地の茶を',
    '香りを見ます。産地の茶を\n\n---',
    '香りを見ます。産地の茶を`火`',
    '香りを見ます。産地の茶を\n\n![火](a.png)',
    'We taste, smell and',
    'See also: tea taster and coffee roaster guides',
    'The blender tastes. Written down',
    '- The blender tastes. Then the blender writes down',
    '湯を沸かし、\n\n次に茶葉を入れます。',
    '湯を沸かして急須を温め、\n\n- 茶葉を入れます。',
    '湯を沸かして急須を温め、\n\n> 茶葉を入れます。',
    '> 湯を沸かして急須を温め、\n\n次です。',
    '次の形です。\n\n```text\n温度: 90\n```',
    '次の形です。\n\n```text\n温度\n`````',
    '次の形です。\n\n    温度を',
    '```text\n温度を',
  ])('%s', (marked) => {
    expect(markedBy('no-cut-off-text', `${plain(marked)}\n`)).toBe(`${marked}\n`);
  });

  test('says where, and shortens what stands before', () => {
    const text =
      '湯を沸かして急須を温め、\n\n次に茶葉を入れます。産地の茶を合わせて一つの味に仕上げて火入れをするのは人の手で\n';
    expect(saidBy('no-cut-off-text', text)).toEqual([
      '湯を沸かして急須を温め、 | The paragraph ends with a comma: "湯を沸かして急須を温め、"; finish the sentence',
      '産地の茶を合わせて一つの味に仕上げて火入れをするのは人の手で | The guide stops in mid-sentence: "…せて一つの味に仕上げて火入れをするのは人の手で"; write the rest',
    ]);
    expect(saidBy('no-cut-off-text', text, {}, 'ja')).toEqual([
      '湯を沸かして急須を温め、 | 段落が読点で終わっています：「湯を沸かして急須を温め、」。文を最後まで書いてください',
      '産地の茶を合わせて一つの味に仕上げて火入れをするのは人の手で | 文章が途中で切れています：「…せて一つの味に仕上げて火入れをするのは人の手で」。続きを書いてください',
    ]);
    expect(saidBy('no-cut-off-text', '形です。\n\n```\n90\n', {}, 'ja')).toEqual([
      '``` | コードブロックが閉じないまま原稿が終わっています。続きを書き、最後に「```」を置いてください',
    ]);
    expect(saidBy('no-cut-off-text', '形です。\n\n```\n90\n')).toEqual([
      '``` | The guide ends inside a code block that is not closed; write the rest and close it',
    ]);
  });
});
