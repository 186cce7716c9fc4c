import { describe, expect, test } from 'vitest';
import { markedBy, plain, repairedBy, saidBy } from './marked-text.ts';

describe('image-exists', () => {
  const example = {
    path: 'ja/灯台.md',
    options: { roots: ['public'] },
    files: ['public/img/lamp.png', 'ja/lens.png', 'public/灯台 夜.png', 'public/100%.png'],
  };

  test.each([
    '![灯](/img/lamp.png)',
    '![灯](img/lamp.png?v=2#top)',
    '![灯](lens.png)',
    '![灯](../ja/./lens.png)',
    '![灯](</灯台 夜.png>)',
    '![灯](/%E7%81%AF%E5%8F%B0%20%E5%A4%9C.png)',
    '![灯](/100%.png)',
    '![灯](https://example.org/lamp.png)',
    '![灯](//example.org/lamp.png)',
    '![灯](data:image/png;base64,AAAA)',
    '![灯](#lamp)',
    '![灯](⟦/img/lump.png⟧)',
    '![灯](⟦/lens.png⟧)',
    '![灯](<⟦my lamp.png⟧> "灯")',
    '![oil.png](⟦oil.png⟧ "oil.png")',
    '[![灯](⟦oil.png⟧)](oil.png)',
    '⟦![灯](oil&amp;gas.png)⟧',
  ])('%s', (marked) => {
    expect(markedBy('image-exists', plain(marked), example)).toBe(marked);
  });

  test('says what is there instead, and where it looked', () => {
    expect(saidBy('image-exists', '![灯](/img/lump.png)\n', example)).toEqual([
      '/img/lump.png | There is no image "/img/lump.png" in public; did you mean "/img/lamp.png"?',
    ]);
    expect(saidBy('image-exists', '![灯](/map.svg)\n', example, 'ja')).toEqual([
      '/map.svg | 画像「/map.svg」が public にありません。画像を置くか、書かれた場所を直してください',
    ]);
  });
});

describe('an unclosed block of JSON', () => {
  test.each([
    ['a heading', '---json\n{"a": 1}\n# 灯台\n', '---json\n{"a": 1}\n---\n# 灯台\n'],
    ['a blank line', '---json\n{"a": 1}\n\n# 灯台\n', '---json\n{"a": 1}\n---\n\n# 灯台\n'],
    ['nothing', '---json\n{"a": 1}', '---json\n{"a": 1}\n---'],
    ['the last line end', '---json\n{"a": 1}\n', '---json\n{"a": 1}\n---\n'],
    ['CRLF', '---json\r\n{"a": 1}\r\n\r\n# 灯台\r\n', '---json\r\n{"a": 1}\r\n---\r\n\r\n# 灯台\r\n'],
    ['an open brace', '---json\n{"a": 1\n', '---json\n{"a": 1\n'],
  ])('before %s is closed behind its brace', (_what, text, repaired) => {
    expect(repairedBy('front-matter-readable', text)).toBe(repaired);
  });
});

test('front matter that is too large', () => {
  const text = `---\na: ${'灯'.repeat(70_000)}\n---\n`;
  expect(saidBy('front-matter-readable', text)).toEqual([
    '--- | The front matter is larger than 64 KB; close it with --- after its last line, or move long text into the body',
  ]);
  expect(saidBy('front-matter-readable', text, {}, 'ja')).toEqual([
    '--- | フロントマターが64KBを超えています。最後の行のあとに --- を置いて閉じるか、長い文を本文に移してください',
  ]);
});
