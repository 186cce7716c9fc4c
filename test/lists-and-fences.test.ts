import { describe, expect, test } from 'vitest';
import { markedBy, plain, repairedBy, saidBy } from './marked-text.ts';

/* What a rule finds stands in ⟦ ⟧, then how it is repaired; without ⟦ ⟧ nothing is found. */

describe('no-misnested-list', () => {
  const id = 'no-misnested-list';

  test.each([
    ['a wrapped line', '- 茶葉を選びます。\n⟦次に待ちます。⟧\n', '- 茶葉を選びます。\n\n次に待ちます。\n'],
    [
      'a wrapped line between items',
      '- 茶葉を選びます。\n  湯を沸かします。\n⟦次に待ちます。⟧\n- 注ぎます。\n',
      '- 茶葉を選びます。\n  湯を沸かします。\n\n  次に待ちます。\n- 注ぎます。\n',
    ],
    ['a label', '- 茶葉\n⟦**湯:** 沸かす⟧\n', '- 茶葉\n\n**湯:** 沸かす\n'],
    [
      'a label and what follows it',
      '- 茶葉\n⟦**湯:** 沸かす⟧\n続き\n- 次\n',
      '- 茶葉\n\n  **湯:** 沸かす\n  続き\n- 次\n',
    ],
    ['a line with CRLF', '- 茶。\r\n⟦湯。⟧\r\n', '- 茶。\r\n\r\n湯。\r\n'],
    [
      'a line behind tabs',
      '- 茶葉\n\t- 湯を沸かします。\n\t⟦次に待ちます。⟧\n\t- 次\n',
      '- 茶葉\n\t- 湯を沸かします。\n\n      次に待ちます。\n\t- 次\n',
    ],
    ['items too far in', '- 茶\n      ⟦- 湯⟧\n      - 水\n', '- 茶\n  - 湯\n  - 水\n'],
    ['an item below a number', '1. 茶\n       ⟦- 湯⟧\n', '1. 茶\n   - 湯\n'],
    ['items below a paragraph', '茶は\n    ⟦- 湯⟧\n    - 水\n', '茶は\n- 湯\n- 水\n'],
    ['numbers below a paragraph', '茶は\n    ⟦1. 湯⟧\n    2. 水\n', '茶は\n1. 湯\n2. 水\n'],
    ['items as code', '- 茶\n\n      ⟦- 湯⟧\n', '- 茶\n\n  - 湯\n'],
    ['items as code behind tabs', '- 茶\n\n\t\t⟦- 湯⟧\n\t\t- 水\n', '- 茶\n\n  - 湯\n  - 水\n'],
    ['an item behind three tabs', '- 茶\n\t\t\t⟦- 湯⟧\n', '- 茶\n  - 湯\n'],
    [
      'items below an item behind a tab',
      '- 茶\n\t- 湯は\n\t\t\t⟦- 熱い⟧\n\t\t\t- 白い\n',
      '- 茶\n\t- 湯は\n      - 熱い\n      - 白い\n',
    ],
    ['code whose mark has a tab', '-\t茶\n\n\t\t\t⟦- 湯⟧\n', '-\t茶\n\n    - 湯\n'],
    ['a bullet between numbers', '1. 茶\n⟦- 湯⟧\n2. 水\n', '1. 茶\n   - 湯\n2. 水\n'],
    ['a bullet a little further in', '1. 茶\n ⟦- 湯⟧\n', '1. 茶\n   - 湯\n'],
    ['a bullet behind ten', '10. 茶\n⟦- 湯⟧\n11. 水\n', '10. 茶\n    - 湯\n11. 水\n'],
    ['bullets behind each number', '1. 茶\n⟦- 湯⟧\n- 葉\n2. 水\n- 氷\n', '1. 茶\n   - 湯\n   - 葉\n2. 水\n   - 氷\n'],
    ['a bullet of two paragraphs', '1. 茶\n⟦* 湯⟧\n\n  葉\n2. 水\n', '1. 茶\n   * 湯\n\n     葉\n2. 水\n'],
    ['a bullet behind a number and a tab', '1.\t茶\n⟦- 湯⟧\n2.\t水\n', '1.\t茶\n    - 湯\n2.\t水\n'],
    ['a bullet behind a tab', '- 朝\n\t1. 茶\n\t⟦- 湯⟧\n\t2. 水\n', '- 朝\n\t1. 茶\n       - 湯\n\t2. 水\n'],
    ['a quotation, which is left alone', '> 1. 茶\n> ⟦- 湯⟧\n> 2. 水\n', '> 1. 茶\n> - 湯\n> 2. 水\n'],
    [
      'a bullet behind one that is in its place',
      '1. 茶\n   - 湯\n\n⟦- 葉⟧\n\n2. 水\n',
      '1. 茶\n   - 湯\n\n- 葉\n\n2. 水\n',
    ],
  ])('%s', (_what, marked, repaired) => {
    expect(markedBy(id, plain(marked))).toBe(marked);
    expect(repairedBy(id, plain(marked))).toBe(repaired);
  });

  test.each([
    '- 茶葉を選び\n次に待ちます。\n',
    '- 茶葉を選びます。\n  次に待ちます。\n',
    '- 茶葉\n\t- 湯を沸かします。\n\t  次に待ちます。\n',
    '1. 茶\n\n- 湯\n',
    '1. 茶\n- 湯\n1. 水\n',
    '茶は\n1984. 湯\n',
    '茶は\n2. 湯\n',
    '高さは低いほうから\n    - 3.5\n',
    '> 茶は\n>\n> 1. 湯\n>    - 水\n',
    '```\n    - 湯\n```\n',
    '1. 茶\n\n   湯\n2. 水\n',
    '1. 茶\n\n湯を待つ。\n\n2. 水\n',
  ])('not in %j', (text) => {
    expect(markedBy(id, text)).toBe(text);
  });

  test('says how far to indent', () => {
    const text = '茶は\n    - 湯\n    - 水\n\n---\n\n- 葉\n\n      - 枝\n';
    expect(saidBy(id, text)).toEqual([
      '- 湯 | "- 湯" is indented so far that it runs on in the line above and its mark is printed; do not indent it',
      '- - 水 | Here as well',
      '- 枝 | "- 枝" is indented so far that it is shown as program code; indent it by 2 spaces',
    ]);
    expect(saidBy(id, text, {}, 'ja')).toEqual([
      '- 湯 | 「- 湯」は字下げが深すぎて上の行の続きになり、記号がそのまま表示されます。行頭の空白を消してください',
      '- - 水 | ここも同じです',
      '- 枝 | 「- 枝」は字下げが深すぎて、プログラムの枠で表示されます。行頭の空白を2個にしてください',
    ]);
    expect(saidBy(id, '1. 茶\n- 湯\n2. 水\n- 葉\n3. 氷\n')).toEqual([
      '- 湯 | "- 湯" stands at the level of the numbers and cuts the list behind 1; indent it below the text of 1',
      '- - 葉 | Here as well',
    ]);
    expect(saidBy(id, '- 茶。\n湯。\n', {}, 'ja')).toEqual([
      '湯。 | 「湯。」が上の箇条書きの続きになっています。前に空行を入れてください',
    ]);
  });
});

describe('no-run-together-labels', () => {
  const id = 'no-run-together-labels';

  test.each([
    ['**茶:** 緑\n⟦**湯:**⟧ 熱い\n', '**茶:** 緑\n\n**湯:** 熱い\n'],
    ['**茶**\n緑です。\n⟦**湯**⟧\n熱い。\n', '**茶**\n緑です。\n\n**湯**\n熱い。\n'],
    ['茶です\n⟦__湯__:⟧ 熱い\n', '茶です\n\n__湯__: 熱い\n'],
    ['> 茶です\n> ⟦**湯:**⟧ 熱い\n', '> 茶です\n>\n> **湯:** 熱い\n'],
    ['- 茶です\n  ⟦**湯：**⟧熱い\n', '- 茶です\n\n  **湯：**熱い\n'],
    ['茶\r\n⟦**湯**：⟧熱い\r\n', '茶\r\n\r\n**湯**：熱い\r\n'],
    ['- 茶です\n**湯:** 熱い\n', '- 茶です\n**湯:** 熱い\n'],
    ['茶です  \n**湯:** 熱い\n', '茶です  \n**湯:** 熱い\n'],
    ['茶です\\\n**湯:** 熱い\n', '茶です\\\n**湯:** 熱い\n'],
    ['茶です<br>\n**湯:** 熱い\n', '茶です<br>\n**湯:** 熱い\n'],
    ['茶です<BR />\n**湯:** 熱い\n', '茶です<BR />\n**湯:** 熱い\n'],
    ['茶です\n**湯** 熱い\n', '茶です\n**湯** 熱い\n'],
    ['**湯:** 熱い\n', '**湯:** 熱い\n'],
  ])('%j', (marked, repaired) => {
    expect(markedBy(id, plain(marked))).toBe(marked);
    expect(repairedBy(id, plain(marked))).toBe(repaired);
  });

  test('says in whose paragraph', () => {
    const text = '**茶:** 緑\n**湯:** 熱い\n**水:** 冷たい\n';
    expect(saidBy(id, text)).toEqual([
      '**湯:** | "湯" runs on in the paragraph of "茶: 緑"; put an empty line before it',
      '- **水:** | "水" as well',
    ]);
  });
});

describe('no-label-in-itself', () => {
  const id = 'no-label-in-itself';

  test.each([
    '- **茶:** 緑\n  - **⟦茶⟧:** 青\n',
    '**茶：**\n\n- **⟦茶⟧：** 緑\n- 湯\n',
    '__茶：__\n\n1. __⟦茶⟧：__ 青\n',
    '**茶：**\n\n-\n- **⟦茶⟧：** 青\n',
    '- **茶:**\n  * **⟦茶⟧:** 青\n',
    '- **茶:** 緑\n  **茶:** 青\n',
    '- **茶:** 緑\n  - **湯:** 青\n',
    '- 茶: 緑\n  - 茶: 青\n',
    '**茶：** 緑\n\n- **茶：** 青\n',
    '- **茶:** 緑\n  - ```\n    茶\n    ```\n',
    '- # **茶:**\n  - **茶:** 青\n',
  ])('%j', (marked) => {
    expect(markedBy(id, plain(marked))).toBe(marked);
  });

  test('says it once', () => {
    const text = '- **茶:**\n\n  - **茶:** 青\n  - **茶:** 赤\n';
    expect(saidBy(id, text)).toEqual([
      '茶 | "茶" stands under "茶" itself; give the inner item a name of its own, or drop it',
      '- 茶 | The same name here',
    ]);
    expect(saidBy(id, text, {}, 'ja')).toEqual([
      '茶 | 「茶」の中にまた「茶」があります。内側の項目に別の名前をつけるか、項目名を消してください',
      '- 茶 | ここも同じ名前です',
    ]);
  });
});

describe('no-fenced-body', () => {
  const id = 'no-fenced-body';

  test.each([
    ['⟦```markdown⟧\n# 茶\n\n緑。\n```\n', '# 茶\n\n緑。\n'],
    ['⟦```⟧\n# 茶\n\n## 湯\n```\n', '# 茶\n\n## 湯\n'],
    ['⟦```text⟧\n# 茶\n## 湯\n```\n', '# 茶\n## 湯\n'],
    ['⟦~~~markdown⟧\n# 茶\n~~~\n', '# 茶\n'],
    ['⟦````markdown⟧\n# 茶\n````', '# 茶\n'],
    ['⟦```md⟧\n# 茶\n', '# 茶\n'],
    ['⟦```markdown⟧\r\n# 茶\r\n```\r\n', '# 茶\r\n'],
    ['---\ntitle: 茶\n---\n\n⟦```markdown⟧\n# 茶\n```\n', '---\ntitle: 茶\n---\n\n# 茶\n'],
    ['⟦```markdown⟧\n# 茶\n\n```js\n1\n```\n\n## 湯\n\n```\n', '# 茶\n\n```js\n1\n```\n\n## 湯\n\n'],
    ['```\n# 茶\n\n## 水\n\n```js\n1\n```\n\n## 湯\n\n```\n', '```\n# 茶\n\n## 水\n\n```js\n1\n```\n\n## 湯\n\n```\n'],
    ['    # 茶\n\n    ## 湯\n', '    # 茶\n\n    ## 湯\n'],
    ['```js\n# 茶\n## 湯\n```\n', '```js\n# 茶\n## 湯\n```\n'],
    ['```\n# 茶\n```\n', '```\n# 茶\n```\n'],
    ['```markdown\n茶\n```\n', '```markdown\n茶\n```\n'],
    ['```markdown\n# 茶\n```\n\n湯を沸かして待ちます。\n', '```markdown\n# 茶\n```\n\n湯を沸かして待ちます。\n'],
    ['> ```markdown\n> # 茶\n> ```\n', '> ```markdown\n> # 茶\n> ```\n'],
  ])('%j', (marked, repaired) => {
    expect(markedBy(id, plain(marked))).toBe(marked);
    expect(repairedBy(id, plain(marked))).toBe(repaired);
  });

  test('says what to delete', () => {
    expect(saidBy(id, '```md\n# 茶\n```\n')).toEqual([
      '```md | "```md" puts the body in a code block; delete this line and the closing one',
      '- ``` | The block ends here',
    ]);
    expect(saidBy(id, '```md\n# 茶\n')).toEqual(['```md | "```md" puts the body in a code block; delete this line']);
    expect(saidBy(id, '```md\n# 茶\n```\n', {}, 'ja')).toEqual([
      '```md | 「```md」で本文全体がコードブロックになっています。この行と、閉じる側の行を削除してください',
      '- ``` | ここまでがコードブロックです',
    ]);
    expect(saidBy(id, '```md\n# 茶\n', {}, 'ja')).toEqual([
      '```md | 「```md」で本文全体がコードブロックになっています。この行を削除してください',
    ]);
  });
});

describe('blank-line-around-block', () => {
  const id = 'blank-line-around-block';
  const table = '| 色 | 数 |\n| - | - |\n| 青 | 2 |\n';

  test.each([
    [`- 葉の表\n${table.replace('| 色 | 数 |', '⟦| 色 | 数 |⟧')}`, `- 葉の表\n\n${table}`],
    [
      `- 茶\n\t- 葉の表\n\t⟦| 色 | 数 |⟧\n\t| - | - |\n\t| 青 | 2 |\n`,
      '- 茶\n\t- 葉の表\n\n\t| 色 | 数 |\n\t| - | - |\n\t| 青 | 2 |\n',
    ],
    [`${table}⟦葉の表です。⟧\n`, `${table}\n葉の表です。\n`],
    [`${table}⟦葉⟧\n表\n`, `${table}\n葉\n表\n`],
    ['葉です。\n⟦---⟧\n', '葉です。\n\n---\n'],
    ['葉です。\n枝です。\n⟦---⟧\n次\n', '葉です。\n枝です。\n\n---\n次\n'],
    ['葉です。\r\n⟦---⟧\r\n', '葉です。\r\n\r\n---\r\n'],
    [`葉の表です。\n${table}`, `葉の表です。\n${table}`],
    [`- 葉の表\n  ${table.replaceAll('\n|', '\n  |')}`, `- 葉の表\n  ${table.replaceAll('\n|', '\n  |')}`],
    ['色 | 数\n- | -\n青 | 2\n葉\n', '色 | 数\n- | -\n青 | 2\n葉\n'],
    ['葉\n---\n', '葉\n---\n'],
    ['葉\n===\n', '葉\n===\n'],
    ['# 葉\n---\n', '# 葉\n---\n'],
  ])('%j', (marked, repaired) => {
    expect(markedBy(id, plain(marked))).toBe(marked);
    expect(repairedBy(id, plain(marked))).toBe(repaired);
  });

  test('says what became of the line', () => {
    const text = `${table}葉\n\n葉です。\n---\n\n- 葉の表\n${table}`;
    expect(saidBy(id, text)).toEqual([
      '葉 | "葉" becomes a row of the table above; put an empty line before it',
      '| 色 | 数 | | The table "| 色 | 数 |" is not shown as a table; put an empty line before it',
      '--- | "---" turns "葉です。" into a heading; put an empty line before the dashes',
    ]);
    expect(saidBy(id, text, {}, 'ja')).toEqual([
      '葉 | 「葉」が上の表の行になってしまいます。前に空行を入れてください',
      '| 色 | 数 | | 表「| 色 | 数 |」が表として表示されません。前に空行を入れてください',
      '--- | すぐ下の「---」のせいで「葉です。」が見出しになっています。「---」の前に空行を入れてください',
    ]);
  });
});

test('row-cell-count says how many cells there are', () => {
  const text = '| 色 | 数 | 形 |\n| - | - | - |\n| 青 |\n| 青 | 2 | 丸 | 赤 | 白 |\n\n| 色 | 数 |\n| - |\n';
  expect(saidBy('row-cell-count', text)).toEqual([
    '| 青 | | This row has one cell, the header 3; a cell or a bar is missing',
    '赤 | 白 | This row has 5 cells, the header 3, so "赤 | 白" is not shown; join cells, or write a bar within a text as "\\|"',
    '| - | | The row of dashes has one cell, the header 2, so no table is shown; give it as many as the header',
  ]);
  expect(saidBy('row-cell-count', text, {}, 'ja')).toEqual([
    '| 青 | | この行のセルは1個で、見出しの3列に足りません。セルか縦棒を補ってください',
    '赤 | 白 | この行にはセルが5個ありますが、見出しは3列なので、「赤 | 白」は表示されません。セルをまとめるか、文中の縦棒は「\\|」と書いてください',
    '| - | | 「---」の行のセルは1個、見出しは2個です。数をそろえないと表になりません',
  ]);
});
