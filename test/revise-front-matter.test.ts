import { describe, expect, it } from 'vitest';
import { revised } from './revise-project.ts';

type Values = Readonly<Record<string, unknown>>;

const yaml = (...lines: string[]): string => `---\n${lines.map((line) => `${line}\n`).join('')}---\n`;
const toml = (...lines: string[]): string => `+++\n${lines.map((line) => `${line}\n`).join('')}+++\n`;
const json = (text: string): string => `---json\n${text}\n---\n`;

describe('a text is written as the one before', () => {
  it.each<[string, string, string, string]>([
    ['plain', yaml('slug: inn'), '海の宿', yaml('slug: 海の宿')],
    ['plain, where it needs quotes', yaml('slug: inn'), '宿: 海', yaml('slug: "宿: 海"')],
    ['plain, where it would be a comment', yaml('slug: inn'), 'room #3', yaml('slug: "room #3"')],
    ['plain, where it would be no text', yaml('slug: inn'), 'true', yaml('slug: "true"')],
    ['in single quotes', yaml("slug: 'inn'"), 'the sailor’s inn', yaml("slug: 'the sailor’s inn'")],
    ['in single quotes, with one in it', yaml("slug: 'inn'"), "sailor's", yaml("slug: 'sailor''s'")],
    ['in single quotes, of two lines', yaml("slug: 'inn'"), '海\n山', yaml('slug: "海\\n山"')],
    ['in double quotes', yaml('slug: "inn"'), '「海」', yaml('slug: "「海」"')],
    ['a block of lines', yaml('slug: |', '  inn', '  hut', 'draft: true'), 'hut', yaml('slug: "hut"', 'draft: true')],
    ['a folded block', yaml('slug: >', '  inn', '  hut'), '宿', yaml('slug: "宿"')],
    ['behind a name', yaml('slug: &name inn'), 'hut', yaml('slug: &name hut')],
    ['none', yaml('slug: inn'), '', yaml('slug: ""')],
    ['none yet', yaml('slug:'), '海の宿', yaml('slug: 海の宿')],
    ['none yet, where it needs quotes', yaml('slug:'), '宿: 海', yaml('slug: "宿: 海"')],
    ['a number until now', yaml('slug: 3'), '三', yaml('slug: 三')],
    ['TOML, in single quotes', toml("slug = 'inn'"), '海の宿', toml("slug = '海の宿'")],
    ['TOML, in single quotes, with one in it', toml("slug = 'inn'"), "sailor's", toml('slug = "sailor\'s"')],
    ['TOML, of several lines', toml('slug = """', 'inn', '"""'), '宿', toml('slug = "宿"')],
    ['JSON', json('{ "slug": "inn" }'), '「海」\n"山"', json('{ "slug": "「海」\\n\\"山\\"" }')],
  ])('%s', (_, before, text, after) => {
    expect(revised(before, { '/slug': text })).toBe(after);
  });
});

describe('numbers, days and marks', () => {
  it.each<[string, string, Values, string]>([
    ['a number', yaml('servings: 4'), { '/servings': 12 }, yaml('servings: 12')],
    ['true', yaml('draft: false # まだ'), { '/draft': true }, yaml('draft: true # まだ')],
    ['none yet', yaml('servings:', 'draft:'), { '/servings': 2, '/draft': true }, yaml('servings: 2', 'draft: true')],
    ['a day', yaml('published_at: 2024-05-03'), { '/published': '2026-11-29' }, yaml('published_at: 2026-11-29')],
    ['under its other key', yaml("date: '2024-05-03'"), { '/published': '2026-11-29' }, yaml("date: '2026-11-29'")],
    ['in TOML', toml('date = 2024-05-03'), { '/published': '2026-11-29' }, toml('date = 2026-11-29')],
  ])('%s', (_, before, values, after) => {
    expect(revised(before, values)).toBe(after);
  });

  it.each<[string, string, Values, string]>([
    ['alone', yaml('servings: 4'), { '/servings': undefined }, yaml()],
    [
      'with its comment',
      yaml('slug: inn', 'servings: 4 # 人', 'draft: true'),
      { '/servings': null },
      yaml('slug: inn', 'draft: true'),
    ],
    ['at the end', yaml('slug: inn', 'draft: true'), { '/draft': undefined }, yaml('slug: inn')],
    ['a day', yaml('date: 2024-05-03', 'slug: inn'), { '/published': '' }, yaml('slug: inn')],
    ['in TOML', toml('servings = 4', "slug = 'inn'"), { '/servings': undefined }, toml("slug = 'inn'")],
    ['in JSON, first', json('{"servings": 4, "slug": "inn"}'), { '/servings': undefined }, json('{"slug": "inn"}')],
    ['in JSON, last', json('{"slug": "inn",\n "draft": true}'), { '/draft': undefined }, json('{"slug": "inn"}')],
    ['in JSON, alone', json('{"draft": true}'), { '/draft': undefined }, json('{}')],
  ])('a value that goes takes its key along: %s', (_, before, values, after) => {
    expect(revised(before, values)).toBe(after);
  });
});

describe('a key that was not there', () => {
  it.each<[string, string, Values, string]>([
    [
      'YAML',
      yaml('draft: false'),
      { '/slug': '宿', '/servings': 3, '/words': ['海', '山'], '/published': '2026-11-29' },
      yaml('draft: false', 'slug: 宿', 'servings: 3', 'words: ["海","山"]', 'published_at: 2026-11-29'),
    ],
    ['YAML without any', yaml('# 準備中'), { '/slug': '宿' }, yaml('# 準備中', 'slug: 宿')],
    [
      'YAML of Windows',
      '---\r\nslug: inn\r\n---\r\n',
      { '/draft': true },
      '---\r\nslug: inn\r\ndraft: true\r\n---\r\n',
    ],
    ['TOML', toml("slug = 'inn'"), { '/servings': 3 }, toml("slug = 'inn'", 'servings = 3')],
    ['TOML with a table', toml('[extra]', 'x = 1'), { '/slug': '宿' }, toml('slug = "宿"', '[extra]', 'x = 1')],
    ['JSON on a line', json('{"slug": "inn"}'), { '/draft': true }, json('{"slug": "inn", "draft": true}')],
    ['JSON between spaces', json('{ "slug": "inn" }'), { '/draft': true }, json('{ "slug": "inn", "draft": true }')],
    [
      'JSON, indented',
      json('{\n\t"slug": "inn",\n\t"servings": 3\n}'),
      { '/draft': true },
      json('{\n\t"slug": "inn",\n\t"servings": 3,\n\t"draft": true\n}'),
    ],
  ])('%s', (_, before, values, after) => {
    expect(revised(before, values)).toBe(after);
  });

  it.each([
    ['no front matter', '# 海の宿\n'],
    ['JSON without a key', json('{}')],
  ])('%s: nothing is there that could be edited', (_, before) => {
    expect(revised(before, { '/slug': '宿' })).toBe('/slug: nothing-there');
  });
});

describe('a list', () => {
  const dashed = yaml('words:', '  - 海 # 一つ目', '  - 山 # 二つ目');
  it.each<[string, string, readonly string[], string]>([
    ['between two', yaml('words: [sea, hill]'), ['sea', 'wood', 'hill'], yaml('words: [sea, wood, hill]')],
    ['before one', yaml('words: [sea]'), ['wood', 'sea'], yaml('words: [wood, sea]')],
    ['shorter', yaml('words: [sea, wood, hill]'), ['sea', 'hill'], yaml('words: [sea, hill]')],
    ['without its end', yaml('words: [sea, wood, hill]'), ['sea'], yaml('words: [sea]')],
    ['empty', yaml('words: [sea, wood]'), [], yaml('words: []')],
    ['no longer empty', yaml('words: []'), ['海'], yaml('words: ["海"]')],
    ['none yet', yaml('words:'), ['海'], yaml('words: ["海"]')],
    ['a text until now', yaml('words: sea'), ['wood'], yaml('words: ["wood"]')],
    ['another behind a dash', yaml('words:', '  - 海'), ['海', '山: 高い'], yaml('words:', '  - 海', '  - "山: 高い"')],
    ['first behind a dash', yaml('words:', '- 海'), ['山', '海'], yaml('words:', '- 山', '- 海')],
    ['comments stay', dashed, ['海', '空', '山'], yaml('words:', '  - 海 # 一つ目', '  - 空', '  - 山 # 二つ目')],
    [
      'comments stay before one more',
      dashed,
      ['海', '山', '空'],
      yaml('words:', '  - 海 # 一つ目', '  - 山 # 二つ目', '  - 空'),
    ],
    ['the comment of the last goes', dashed, ['海'], yaml('words:', '  - 海 # 一つ目')],
    ['the comment of the first goes', dashed, ['山'], yaml('words:', '  - 山 # 二つ目')],
    ['of Windows', '---\r\nwords:\r\n  - 海\r\n---\r\n', ['海', '山'], '---\r\nwords:\r\n  - 海\r\n  - 山\r\n---\r\n'],
    [
      'with a block',
      yaml('words:', '  - 海', '  - |', '    山', '    空'),
      ['海', '川'],
      yaml('words:', '  - 海', '  - "川"'),
    ],
    ['TOML', toml("words = ['sea', 'hill']"), ['sea', "hill's"], toml(`words = ['sea', "hill's"]`)],
    [
      'TOML on lines',
      toml('words = [', '  "sea",', '  "hill",', ']'),
      ['sea', 'wood', 'hill'],
      toml('words = [', '  "sea",', '  "wood",', '  "hill",', ']'),
    ],
    [
      'JSON on lines',
      json('{\n  "words": [\n    "海",\n    "山"\n  ]\n}'),
      ['海', '空', '山'],
      json('{\n  "words": [\n    "海",\n    "空",\n    "山"\n  ]\n}'),
    ],
  ])('%s', (_, before, words, after) => {
    expect(revised(before, { '/words': words })).toBe(after);
  });
});

describe('a list whose elements are no texts', () => {
  it.each<[string, string, Values, string]>([
    ['goes as a whole', yaml('words: [sea, hill]'), { '/words': undefined }, yaml('words: []')],
    [
      'an element of it cannot take a key along',
      yaml('words: [1, 2]'),
      { '/words/0': undefined },
      yaml('words: ["", 2]'),
    ],
  ])('%s', (_, before, values, after) => {
    expect(revised(before, values)).toBe(after);
  });
});
