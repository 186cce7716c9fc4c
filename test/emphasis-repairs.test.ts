import { describe, expect, test } from 'vitest';
import { markedBy, plain, repairedBy, saidBy } from './marked-text.ts';

const id = 'no-broken-emphasis';

/* What is found stands in ⟦ ⟧, then how it is repaired. */
test.each([
  ['豆は⟦**「香り」**⟧と⟦**「味」**⟧です。', '豆は「**香り**」と「**味**」です。'],
  ['**深煎り**は豆⟦**「香り」**⟧です。', '**深煎り**は豆「**香り**」です。'],
  ['**「香り」** と⟦**「味**⟧です。', '**「香り」** と「**味**です。'],
  ['豆は⟦** 香り**⟧です。', '豆は**香り**です。'],
  ['豆は⟦**香り **⟧です。', '豆は**香り**です。'],
  ['豆は⟦**香り\u3000**⟧です。', '豆は**香り**です。'],
  ['It is ⟦**very hot! **⟧now.', 'It is **very hot!** now.'],
  ['豆は ⟦**香り。**⟧です。', '豆は **香り**。です。'],
  ['豆は⟦***「香り」***⟧です。', '豆は「***香り***」です。'],
  ['豆は⟦*「香り」*⟧です。', '豆は「*香り*」です。'],
  ['豆は⟦**『「香り」』**⟧です。', '豆は『**「香り」**』です。'],
  ['豆は⟦**「*香り*」**⟧です。', '豆は「***香り***」です。'],
  ['⟦**（注）**⟧豆です。', '（**注**）豆です。'],
  ['⟦**生豆（なままめ）**⟧は青い。', '**生豆**（なままめ）は青い。'],
  ['⟦**green bean (raw)**⟧s', '**green bean** (raw)s'],
  ['⟦**生豆」**⟧は青い。', '**生豆**」は青い。'],
  ['⟦**「産地」と「標高」**⟧です。', '**「産地」と「標高**」です。'],
  ['⟦**「𠮷田」**⟧さん。', '「**𠮷田**」さん。'],
  ['豆は⟦**重要🔥**⟧です。', '豆は**重要**🔥です。'],
  ['⟦**"wet aroma"**⟧s', '"**wet aroma**"s'],
  ['**「A」**「B」⟦**「C」**⟧です。', '**「A」**「B」「**C**」です。'],
  ['**「香り」**⟦**「味」**⟧です。', '**「香り」**「**味**」です。'],
  ['**豆：**\n⟦**味：**⟧苦い。', '**豆：**\n**味**：苦い。'],
  ['> ⟦**「香り」**⟧は\n> ⟦**「味」**⟧は強い。', '> 「**香り**」は\n> 「**味**」は強い。'],
  ['# ⟦**「豆」**⟧の選び方', '# 「**豆**」の選び方'],
  ['| ⟦**「豆」**⟧です |\n| - |', '| 「**豆**」です |\n| - |'],
  ['- ⟦**「香り」**⟧は強い\n- ⟦**「味」**⟧は苦い', '- 「**香り**」は強い\n- 「**味**」は苦い'],
  ['豆を⟦**⟧選びます。', '豆を**選びます。'],
  ['**豆**を選び⟦**⟧ます。', '**豆**を選び**ます。'],
  ['⟦**⟧豆\n⟦**⟧を選ぶ。', '**豆\n**を選ぶ。'],
  ['`**`⟦**⟧豆', '`**`**豆'],
  ['⟦**「**⟧は記号です。', '**「**は記号です。'],
  ['⟦**豆**⟧⟦**味**⟧です。', '**豆****味**です。'],
])('%s', (marked, repaired) => {
  expect(markedBy(id, `${plain(marked)}\n`)).toBe(`${marked}\n`);
  expect(repairedBy(id, `${plain(marked)}\n`)).toBe(`${repaired}\n`);
});

describe('a repair leaves whole', () => {
  test.each([
    ['a link', '詳しくは⟦**[豆の話](https://example.org/)**⟧を。', '詳しくは[**豆の話**](https://example.org/)を。'],
    ['a link after nothing', '⟦**[豆](beans.md)**⟧です。', '[**豆**](beans.md)です。'],
    ['a link with a title', '⟦**[豆](beans.md "豆")**⟧です。', '[**豆**](beans.md "豆")です。'],
    ['a link that is named', '⟦**[豆][1]**⟧です。\n\n[1]: beans.md', '[**豆**][1]です。\n\n[1]: beans.md'],
    ['a link that is its own name', '⟦**[豆]**⟧です。\n\n[豆]: beans.md', '[**豆**]です。\n\n[豆]: beans.md'],
    ['a link in brackets', '⟦**「[豆](beans.md)」**⟧です。', '「**[豆](beans.md)**」です。'],
    ['a link in a gloss', '⟦**生豆（[図](a.png)）**⟧です。', '**生豆**（[図](a.png)）です。'],
    ['code in a gloss', '⟦**生豆（`green`）**⟧です。', '**生豆**（`green`）です。'],
    ['the mark of a note', '⟦**生豆[^1]**⟧です。\n\n[^1]: 焼く前。', '**生豆**[^1]です。\n\n[^1]: 焼く前。'],
    ['a link at the end', '⟦**店の[豆](beans.md)**⟧です。', '**店の[豆](beans.md)**です。'],
    ['two links', '⟦**[豆](a.md)と[味](b.md)**⟧です。', '**[豆](a.md)と[味](b.md)**です。'],
    ['a picture', '⟦**![豆](beans.png)**⟧です。', '**![豆](beans.png)**です。'],
    ['code', '⟦**`green`**⟧です。', '**`green`**です。'],
    ['HTML', '⟦**<b>豆</b>**⟧です。', '**<b>豆</b>**です。'],
    ['an entity', '⟦**豆&amp;**⟧です。', '**豆&amp;**です。'],
    ['an escaped bracket', '⟦**豆\\)**⟧です。', '**豆\\)**です。'],
    ['a link without words', '⟦**[](beans.md)**⟧です。', '**[](beans.md)**です。'],
  ])('%s', (_what, marked, repaired) => {
    expect(markedBy(id, `${plain(marked)}\n`)).toBe(`${marked}\n`);
    expect(repairedBy(id, `${plain(marked)}\n`)).toBe(`${repaired}\n`);
  });
});

test.each([
  '豆は*香り*です。',
  '2**3は8です**。',
  'a ** b ** c',
  'src/**豆',
  '**kwargsを渡します。',
  '**optionsを渡します。',
  '*****豆',
  '**豆」**「は',
  '**豆は\nここ**です。',
  '[**「豆」**](a.md)です。',
  '**~~豆~~**です。',
  '豆は\\*\\*「香り」\\*\\*です。',
  '豆は`**「香り」**`です。',
  '豆は *「香り」* です。',
  '5*3は15です。6*2は12です。',
])('finds nothing in %s', (text) => {
  expect(markedBy(id, `${text}\n`)).toBe(`${text}\n`);
});

test('says how to write it, and what it does not know how to', () => {
  const text = '豆は**「香り」**です。\n\n豆は** ** です。\n\n豆を**選びます。\n';
  expect(saidBy(id, text)).toEqual([
    '**「香り」** | Readers see the asterisks of **「香り」**; write 「**香り**」',
    '** ** | Readers see the asterisks of ** **, or other words turn bold; put brackets, stops and spaces outside of them',
    '** | "**" at "**選びます。" has no partner, so readers see it; complete it or delete it',
  ]);
  expect(saidBy(id, text, {}, 'ja')).toEqual([
    '**「香り」** | 「*」がそのまま表示されます：**「香り」** は 「**香り**」 と書いてください',
    '** ** | 「*」がそのまま表示されるか、別の言葉が強調されます：** ** のかっこ・句読点・空白を「*」の外に出してください',
    '** | 「**」の相手がなく、そのまま表示されます（**選びます。）。もう一方を書き足すか、取り除いてください',
  ]);
});
