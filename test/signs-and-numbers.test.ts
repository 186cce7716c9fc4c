import { describe, expect, test } from 'vitest';
import type { SchemaNode } from '../src/model.ts';
import { rules } from '../src/rules/index.ts';
import type { Example } from '../src/rules/rule.ts';
import { found, markedBy, plain, repairedBy, saidBy } from './marked-text.ts';

/* What a rule finds stands in ⟦ ⟧, then how it is repaired; a text without ⟦ ⟧ only looks alike. */

/** With the type of the rule's own examples. */
function typeOf(id: string): Partial<Example> {
  const type = rules.find((rule) => rule.id === id)?.examples.reject.find((example) => example.type)?.type;
  return type ? { type } : {};
}

describe('balanced-brackets', () => {
  const id = 'balanced-brackets';

  test.each([
    ['紙（上質⟦)⟧を選ぶ', '紙（上質）を選ぶ'],
    ['紙(上質⟦）⟧を選ぶ', '紙（上質）を選ぶ'],
    ['紙［上質⟦]⟧を選ぶ', '紙［上質］を選ぶ'],
    ['paper （coated⟦)⟧ is', 'paper (coated) is'],
    ['paper (coated⟦）⟧ is', 'paper (coated) is'],
    ['紙［重要⟦)⟧を選ぶ', '紙［重要)を選ぶ'],
    ['紙【重要⟦］⟧を選ぶ', '紙【重要］を選ぶ'],
    ['紙《上質⟦〉⟧を選ぶ', '紙《上質〉を選ぶ'],
    ['〔注⟦］⟧', '〔注］'],
    ['紙（上質⟦[⟧白）を選ぶ', '紙（上質[白）を選ぶ'],
    ['「紙⟦『⟧上質」を選ぶ', '「紙『上質」を選ぶ'],
    ['紙⟦（⟧（上質）を選ぶ', '紙（（上質）を選ぶ'],
    ['紙⟦」⟧を⟦「⟧選ぶ', '紙」を「選ぶ'],
    ['① 紙⟦）⟧', '① 紙）'],
    ['⟦「⟧紙\n\n## 見出し\n\n紙⟦」⟧', '「紙\n\n## 見出し\n\n紙」'],
    ['\\⟦(⟧紙', '\\(紙'],
  ])('%j', (marked, repaired) => {
    expect(markedBy(id, `${plain(marked)}\n`)).toBe(`${marked}\n`);
    expect(repairedBy(id, `${plain(marked)}\n`)).toBe(`${repaired}\n`);
  });

  test.each([
    '1) 紙を選ぶ',
    'a) 紙を選ぶ',
    'iv) 紙を選ぶ',
    'ア） 紙を選ぶ',
    '①） 紙を選ぶ',
    'まず、1）紙を選ぶ',
    '選べました :)',
    '選べました ;-)',
    '選べません :(',
    '範囲は [0, 1) です',
    '範囲は (0, ∞] です',
    '式は $x_{(}$ です',
    '「紙。\n\n次。\n\n紙」',
    '- 「紙\n- 紙」',
    '`(`を選ぶ',
    '[紙](paper.md)',
    '![紙(](paper.png)',
    '「**紙」**を選ぶ',
  ])('not in %j', (text) => {
    expect(markedBy(id, `${text}\n`)).toBe(`${text}\n`);
  });

  test('says what is open, closed or crossed, with whole words before it', () => {
    const text =
      '紙（上質)を選ぶ\n\n「紙『上質」を選ぶ\n\nThe long words before this bracket) here\n\nとても長い文章がここまで続いて）いる\n\n紙【重要］\n';
    expect(saidBy(id, text)).toEqual([
      ') | The brackets of "（上質)" have different widths; write "（上質）"',
      '- （ | Opened here',
      '『 | "『" in "『上質」を選ぶ" is not closed; put "』" where it ends',
      ') | ")" in "this bracket)" closes nothing; put "(" where it begins, or delete it',
      '） | "）" in "ても長い文章がここまで続いて）" closes nothing; put "（" where it begins, or delete it',
      '］ | The brackets of "【重要］" are of different kinds; let them match',
      '- 【 | Opened here',
    ]);
    expect(saidBy(id, text, {}, 'ja')).toEqual([
      ') | かっこの全角と半角がそろっていません：（上質) は （上質） と書いてください',
      '- （ | 始まりのかっこはここです',
      '『 | 「『上質」を選ぶ」の「『」が閉じられていません。終わりに「』」を置いてください',
      ') | 「this bracket)」の「)」に始まりのかっこがありません。「(」を書き足すか、取り除いてください',
      '） | 「ても長い文章がここまで続いて）」の「）」に始まりのかっこがありません。「（」を書き足すか、取り除いてください',
      '］ | 「【重要］」のかっこの種類が始まりと終わりで違います。同じ種類にそろえてください',
      '- 【 | 始まりのかっこはここです',
    ]);
  });
});

describe('question-numbering', () => {
  const id = 'question-numbering';
  const type = typeOf(id);
  const numbered = (...numbers: readonly string[]): string =>
    `## Questions\n\n${numbers.map((number) => `**Q${number}. Why the sea?**\n\nIt is deep.\n`).join('\n')}`;

  test.each([
    ['1', '2', '⟦4⟧', '4'],
    ['1', '2', '⟦2⟧', '3'],
    ['1', '2', '⟦2⟧', '4'],
    ['1', '⟦3⟧', '4'],
    ['1', '⟦5⟧', '3', '4'],
    ['1', '⟦1⟧'],
    ['2', '⟦4⟧', '⟦6⟧'],
    ['10', '11', '⟦13⟧'],
    ['1', '2', '1', '2'],
    ['3', '4'],
  ])('%s, %s, …', (...numbers) => {
    const marked = numbered(...numbers);
    expect(markedBy(id, plain(marked), type)).toBe(marked);
  });

  test.each([
    '## Questions\n\n### One\n\n**Q1. Why?**\n\nSea.\n\n### Two\n\n**Q1. How?**\n\nSea.\n',
    '## Questions\n\n### One\n\n**Q1. Why?**\n\nSea.\n\n### Two\n\n**Q⟦3⟧. How?**\n\nSea.\n',
    '## 質問集\n\n### 質問1：なぜ？\n\n海。\n\n### 質問⟦３⟧）なに？\n\n海。\n\n### 質問 ⟦5⟧、いつ？\n\n海。\n',
    '## 質問集\n\n1. なぜ？\n   - ポイント: 体\n3. なに？\n   - ポイント: 体\n',
    '## 質問集\n\n1. なぜ？\n   - ポイント: 体\n\n海。\n\n⟦3⟧. なに？\n   - ポイント: 体\n',
    '## 質問集\n\n### 2.5級とは？\n\n海。\n\n### 質問1. なに？\n\n海。\n\n### 質問⟦3⟧. いつ？\n\n海。\n',
    '## 質問集\n\n### 船は？\n\n海。\n\n### 波は？\n\n海。\n\n### 質問3. いつ？\n\n海。\n',
    '## 質問集\n\n| No. | 質問 | 回答 |\n|-|-|-|\n| 1 | なぜ | 体 |\n| ⟦3⟧ | なに | 体 |\n',
  ])('%j', (marked) => {
    expect(markedBy(id, plain(marked), type)).toBe(marked);
  });

  test('says which number is missing or doubled', () => {
    expect(saidBy(id, numbered('1', '2', '2', '5'), type)).toEqual([
      '2 | Number 2 stands twice; should this one be 3?',
      '5 | Number 5 follows 2; add question 3, or correct the number',
    ]);
    expect(saidBy(id, numbered('1', '2', '2', '5'), type, 'ja')).toEqual([
      '2 | 番号2が二つ続いています。ここは3ではありませんか',
      '5 | 番号が2の次に5になっています。3が抜けていないか、番号が正しいか確かめてください',
    ]);
  });
});

/** A table of fees, the columns of which go by these names. */
function feesUnder(work: string, ...fee: readonly string[]): Record<string, SchemaNode> {
  return {
    fees: {
      type: 'array',
      'x-source': { table: { columns: { work: [work], fee } } },
      items: { type: 'object', properties: { fee: { type: 'string', 'x-range-sign': '〜' } } },
    },
  };
}

describe('consistent-range-sign', () => {
  const id = 'consistent-range-sign';
  const type = typeOf(id);
  const fees = (...cells: readonly string[]): string =>
    `| 作業 | 料金 |\n|---|---|\n${cells.map((cell) => `| 剪定 | ${cell} |\n`).join('')}`;

  test.each([
    [['⟦500-800⟧'], ['500〜800']],
    [
      ['⟦500 – 800円⟧', '約500〜約800円', '500～800'],
      ['500〜800円', '約500〜約800円', '500〜800'],
    ],
    [
      ['⟦500～800⟧', '600〜900'],
      ['500〜800', '600〜900'],
    ],
    [
      ['500～800', '600～900'],
      ['500～800', '600～900'],
    ],
    [['⟦¥500−¥800⟧'], ['¥500〜¥800']],
    [['⟦500万~800万円以上⟧'], ['500万〜800万円以上']],
    [['⟦5年—8年（目安）⟧'], ['5年〜8年（目安）']],
    [['⟦５００-８００⟧'], ['５００〜８００']],
    [['⟦5k–8k+⟧'], ['5k〜8k+']],
    [['⟦500-800 程度⟧'], ['500〜800 程度']],
    [['⟦$1,500-$1,800⟧'], ['$1,500〜$1,800']],
    [['第5-8'], ['第5-8']],
    [['5-8-9'], ['5-8-9']],
    [['-5-8'], ['-5-8']],
    [['A-5'], ['A-5']],
    [[''], ['']],
  ])('%j', (marked, repaired) => {
    expect(markedBy(id, plain(fees(...marked)), type)).toBe(fees(...marked));
    expect(repairedBy(id, plain(fees(...marked)), type)).toBe(fees(...repaired));
  });

  test.each([
    ['| Fee |\n|-|\n| ⟦1-2⟧ |\n| 3–4 |\n| 5–6 |\n', '| Fee |\n|-|\n| 1–2 |\n| 3–4 |\n| 5–6 |\n'],
    ['| Fee | Age |\n|-|-|\n| 1-2 | 3–4 |\n| 1-2 | 3–4 |\n', '| Fee | Age |\n|-|-|\n| 1-2 | 3–4 |\n| 1-2 | 3–4 |\n'],
    [
      '| Fee | Age |\n|-|-|\n| 1-2 | 3–4 |\n| ⟦1–2⟧ | ⟦3-4⟧ |\n',
      '| Fee | Age |\n|-|-|\n| 1-2 | 3–4 |\n| 1-2 | 3–4 |\n',
    ],
  ])('without a wanted sign: %j', (marked, repaired) => {
    expect(markedBy(id, plain(marked))).toBe(marked);
    expect(repairedBy(id, plain(marked))).toBe(repaired);
  });

  test('a table without Japanese headers keeps the sign that its guide has most of', () => {
    const table = (header: string, cell: string) =>
      `庭の手入れの料金です。\n\n| Work | ${header} |\n|---|---|\n| 剪定 | ${cell} |\n`;
    const works = { ...type, type: { ...type.type, properties: feesUnder('Work', 'Fee', '料金') } };
    expect(markedBy(id, table('Fee', '500–800'), works)).toBe(table('Fee', '500–800'));
    expect(markedBy(id, plain(table('料金', '⟦500–800⟧')), works)).toBe(table('料金', '⟦500–800⟧'));
  });

  test('says once what to write', () => {
    expect(saidBy(id, fees('500-800', '600-900'), type)).toEqual([
      '500-800 | "500-800" is written with another range sign; write "500〜800"',
      '- 600-900 | Write "600〜900" here',
    ]);
    expect(saidBy(id, fees('500-800', '600-900'), type, 'ja')).toEqual([
      '500-800 | 「500-800」の範囲の記号がそろっていません。「500〜800」と書いてください',
      '- 600-900 | ここは「600〜900」と書いてください',
    ]);
  });
});

describe('title-promise', () => {
  const id = 'title-promise';
  const type = typeOf(id);

  test.each([
    '---\ntitle: 灯台の⟦料金⟧\n---\n',
    '---\ntitle: ⟦PRICES⟧ and price lists\n---\n',
    '---\ntitle: a site map and a ⟦map⟧\n---\n',
    '---\ntitle: 地図帳と⟦地図⟧\n---\n',
    '---\ntitle: ⟦"a \\u6599\\u91D1"⟧\n---\n',
    '# 灯台の⟦料金⟧\n',
    '---\ntitle: pricesless and overprices\n---\n',
    '---\ntitle: unmapped maps\n---\n',
    '---\ntitle: a site map\n---\n',
    '---\ntitle: 12\n---\n',
    '---\ntitle: 料金\n---\n\n## 見学の料金\n',
    '---\ntitle: 料金\n---\n\n| 料金 | 年 |\n|-|-|\n| 1 | 2 |\n',
    '# 料金\n\n## 料金\n\n無料です。\n',
  ])('%j', (marked) => {
    expect(markedBy(id, plain(marked), type)).toBe(marked);
  });

  test('says what readers look for', () => {
    const guide = '---\ntitle: 灯台の料金と地図\n---\n\n# 灯台の料金\n';
    expect(saidBy(id, guide, type)).toEqual([
      '料金 | "Title" promises "料金", "地図", but the body has nothing on it (Prices, Map); write it, or change the promise',
      '- 料金 | "Main heading" promises "料金" as well',
    ]);
    expect(saidBy(id, guide, type, 'ja')).toEqual([
      '料金 | 「タイトル」に「料金」「地図」とありますが、本文にその内容（料金表・案内図）がありません。本文に書き足すか、ここの言葉を直してください',
      '- 料金 | 「大見出し」にも「料金」とあります',
    ]);
  });

  test('names the part as the type does, and no part where there is none', () => {
    const promises = [
      { words: ['料金'], needs: ['/prices', '/map'], in: ['/title'], part: { en: 'what it costs' } },
      { words: ['灯台'], in: ['/title'] },
    ];
    const own = { type: { ...type.type, 'x-promises': promises } };
    const guide = '---\ntitle: 灯台の料金\n---\n';
    expect(found(id, guide, own)[0]?.message).toBe(
      '"Title" promises "灯台", "料金", but the body has nothing on it (what it costs); write it, or change the promise',
    );
    expect(found(id, '---\ntitle: 灯台\n---\n', own)[0]?.message).toBe(
      '"Title" promises "灯台", but the body has nothing on it; write it, or change the promise',
    );
    expect(found(id, `${guide}\n## 案内図\n\n港から北へ。\n`, own)[0]?.message).toBe(
      '"Title" promises "灯台", but the body has nothing on it; write it, or change the promise',
    );
  });
});

describe('ascending-values', () => {
  test('tells once of a list whose rows fall', () => {
    const rows = '| Adult | 500 - 600 |\n| Child | 200 - 300 |\n| Baby | 100 - 150 |\n| Dog | 400 - 300 |\n';
    const guide = `## Fares\n\n| Age | Fare |\n| --- | --- |\n${rows}`;
    const type = typeOf('ascending-values');
    expect(saidBy('ascending-values', guide, type)).toEqual([
      '400 - 300 | The lower bound of "400 - 300" in "Fare" is above the upper one; correct the numbers or swap them',
      '200 - 300 | "200 - 300" begins below "500 - 600", which stands above it in "Fares"; correct the numbers or order the rows from low to high',
      '- 100 - 150 | "100 - 150" begins below "200 - 300" here',
    ]);
    expect(saidBy('ascending-values', guide, type, 'ja')).toEqual([
      '400 - 300 | 「金額」の「400 - 300」は、下限が上限より大きくなっています。数値を直すか、入れ替えてください',
      '200 - 300 | 「料金表」の「200 - 300」が、上にある「500 - 600」より小さい値で始まっています。数値を直すか、小さい順に並べ替えてください',
      '- 100 - 150 | ここでも「100 - 150」が「200 - 300」より小さい値で始まっています',
    ]);
  });
});

describe('cell-not-empty', () => {
  test('has no name for a row of empty cells', () => {
    const guide = '## 潮汐\n\n| 時刻 | 潮位 |\n| --- | --- |\n|  |  |\n| 6時 |  |\n';
    const type = typeOf('cell-not-empty');
    expect(saidBy('cell-not-empty', guide, type)).toEqual([
      ' | "Time" is empty in this row; fill in the cell, or remove the row',
      ' | "Height" is empty in this row; fill in the cell, or remove the row',
      ' | "Height" is empty in the row "6時"; fill in the cell',
    ]);
    expect(saidBy('cell-not-empty', guide, type, 'ja')).toEqual([
      ' | この行の「時刻」が空です。セルに内容を書くか、行を消してください',
      ' | この行の「潮位」が空です。セルに内容を書くか、行を消してください',
      ' | 「6時」の行の「潮位」が空です。セルに内容を書いてください',
    ]);
  });
});

describe('one-tag-per-code-span', () => {
  const id = 'one-tag-per-code-span';
  const type = typeOf(id);

  test.each([
    ['`⟦#Diver #Rescue⟧`\n`#Sea #Light`', '`#Diver` `#Rescue`\n`#Sea` `#Light`'],
    ['⟦#Diver `#Rescue #Sea⟧`', '`#Diver` `#Rescue` `#Sea`'],
    ['`⟦#Diver#Rescue⟧`', '`#Diver` `#Rescue`'],
    ['⟦#Diver #Rescue⟧\n\n#Sea', '`#Diver` `#Rescue`\n\n`#Sea`'],
    ['`⟦#Diver` #Rescue⟧`', '`#Diver` #Rescue`'],
    ['`see ⟦#Diver⟧`', '`see #Diver`'],
    ['` #Diver ` `` #Rescue ``', '` #Diver ` `` #Rescue ``'],
    ['- `Diver`\n- `Rescue`', '- `Diver`\n- `Rescue`'],
  ])('%j', (marked, repaired) => {
    expect(markedBy(id, `## Tags\n\n${plain(marked)}\n`, type)).toBe(`## Tags\n\n${marked}\n`);
    expect(repairedBy(id, `## Tags\n\n${plain(marked)}\n`, type)).toBe(`## Tags\n\n${repaired}\n`);
  });

  test.each([
    [
      '`#Diver #Sea`',
      '2 tags stand in one code span; give each its own: `#Diver` …',
      '2個のタグがまとめて「`」で囲まれています。`#Diver` のように一つずつ囲んでください',
    ],
    [
      '`see #Diver`',
      'A tag shares its code span with other words; give it one of its own: `#Diver`',
      'タグがほかの言葉と一緒に「`」で囲まれています。`#Diver` のようにタグだけを囲んでください',
    ],
    [
      '#Diver',
      'The tags stand bare; put each in a code span: `#Diver` …',
      'タグが「`」で囲まれていません。`#Diver` のように一つずつ囲んでください',
    ],
  ])('says of %s', (text, en, ja) => {
    expect(found(id, `## Tags\n\n${text}\n`, type).map(({ message }) => message)).toEqual([en]);
    expect(found(id, `## Tags\n\n${text}\n`, type, 'ja').map(({ message }) => message)).toEqual([ja]);
  });
});

describe('question-answered', () => {
  const id = 'question-answered';

  test.each([
    '**質問例：**\n\n- ⟦なぜ養蜂ですか？⟧\n',
    '**質問例：**\n\n- ⟦なぜ養蜂ですか？⟧\n- 巣箱は何箱ですか。\n- 蜜の味\n',
    '**Q1. Why?**\n\nSea.\n\n**Q2. How?**\n\nSo.\n\n**⟦Q3. When?⟧**\n',
    '**Q1.** Why? Sea.\n\n**Q2.**\n\nSo.\n\n**⟦Q3. When?⟧**\n\n---\n',
    '### Q1. Why?\n\n#### Sea\n\n### ⟦Q2. How?⟧\n\n### Q3. When?\n\nNow.\n',
    'Q1. Why?\nSea.\n\n⟦Q2. How?⟧\n\n**Q3. When?** Now.\n',
    '> Q1. Why?\n\nQ2. How?\n\nSo.\n',
    '**質問例：**\n\n- なぜ養蜂ですか？\n- 巣箱\n',
    '**質問例：**\n\n- なぜ養蜂ですか？\n  - 好き\n- 巣箱は？\n',
    '質問例：\n\n- なぜ養蜂ですか？\n- 巣箱は？\n',
    '**質問例：** 三つ\n\n- なぜ養蜂ですか？\n- 巣箱は？\n',
  ])('%j', (marked) => {
    expect(markedBy(id, plain(marked))).toBe(marked);
  });

  test('says it of one question and of several', () => {
    const one = '**質問例：**\n\n- なぜ養蜂ですか？\n';
    const two = `${one}- 冬は？\n`;
    expect([...saidBy(id, one), ...saidBy(id, two)]).toEqual([
      'なぜ養蜂ですか？ | "質問例" holds a question without an answer; add what a good answer says',
      'なぜ養蜂ですか？ | "質問例" lists 2 questions without answers; add to each what a good answer says',
      '- 冬は？ | No answer here either',
    ]);
    expect([...saidBy(id, one, {}, 'ja'), ...saidBy(id, two, {}, 'ja')]).toEqual([
      'なぜ養蜂ですか？ | 「質問例」の質問1件に回答がありません。回答のポイントを書いてください',
      'なぜ養蜂ですか？ | 「質問例」の質問2件に回答がありません。それぞれに回答のポイントを書いてください',
      '- 冬は？ | この質問にも回答がありません',
    ]);
  });
});
