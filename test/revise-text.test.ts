import { describe, expect, it } from 'vitest';
import { guideTypeOf } from '../src/guide-types/guide-type.ts';
import type { SchemaNode } from '../src/model.ts';
import { hunksBetween, offsetsIn } from '../src/revise/align-text.ts';
import { revised } from './revise-project.ts';

type Values = Readonly<Record<string, unknown>>;

/** A fact behind its label, before and after an edit. */
function fact(before: string, pointer: string, value: unknown): string {
  const guide = `# 海の宿\n\n## 基本情報\n\n${before}\n- **電話:** 012-345\n`;
  const after = revised(guide, { [`/facts/${pointer}`]: value });
  return after.startsWith('/')
    ? after
    : after.slice('# 海の宿\n\n## 基本情報\n\n'.length, -'\n- **電話:** 012-345\n'.length);
}

describe('behind a label', () => {
  it.each<[string, string, unknown, string]>([
    ['- **開業日:** 2024年5月3日', 'opened', '2026-11-29', '- **開業日:** 2026年11月29日'],
    ['- **開業日**：2024/05/03', 'opened', '2026-11-29', '- **開業日**：2026/11/29'],
    ['- **Opened:** 2024-05-03', 'opened', '2026-11-29', '- **Opened:** 2026-11-29'],
    ['- **開業日:** 2024年5月3日', 'opened', undefined, '- **開業日:**'],
    ['- **開業日:** 来春', 'opened', '2027-04-01', '- **開業日:** 2027-04-01'],
    ['- **来客数:** 1,200人', 'visitors', 13500, '- **来客数:** 13,500人'],
    ['- **Visitors:** １，２００', 'visitors', 900, '- **Visitors:** ９００'],
    ['- **Visitors:** -5', 'visitors', -8, '- **Visitors:** -8'],
    ['- **来客数:** 1,200人', 'visitors', undefined, '- **来客数:**'],
    ['- **来客数:** まだ不明', 'visitors', 80, '- **来客数:** 80'],
    ['- **駐車場:** あり', 'parking', false, '- **駐車場:** なし'],
    ['- **Parking:** no', 'parking', true, '- **Parking:** yes'],
    ['- **駐車場:** ○', 'parking', undefined, '- **駐車場:**'],
    ['- **言語:** 日本語、英語', 'languages', ['日本語', '中国語', '英語'], '- **言語:** 日本語、中国語、英語'],
    ['- **言語:** 日本語', 'languages', ['日本語', '英語'], '- **言語:** 日本語、英語'],
    ['- **言語:** 日本語、英語', 'languages', ['英語'], '- **言語:** 英語'],
    ['- **言語:** 日本語、英語', 'languages', [], '- **言語:**'],
    ['- **年数:** 3〜5年', 'season/min', 4, '- **年数:** 4〜5年'],
    ['- **年数:** 3〜5年', 'season/max', 10, '- **年数:** 3〜10年'],
    ['- **年数:** 3〜5年', 'season/min', undefined, '/facts/season/min: not-writable'],
    ['- **地区:**', 'area', '港町', '- **地区:** 港町'],
    ['- **地区:** 港町', 'area', undefined, '- **地区:**'],
    ['- **地区:** 港町', 'area', '港*町*', '- **地区:** 港\\*町\\*'],
    ['- **地区:** 港町', 'area', '港町\n海岸', '- **地区:** 港町\n\n  海岸'],
    ['- **地区:** 港&amp;町', 'area', '港&村', '- **地区:** 港&amp;村'],
    ['- **地区:** 港&amp;町', 'area', '港と町', '- **地区:** 港と町'],
    ['- **地区:** &copy;町', 'area', '古い©町', '- **地区:** 古い©町'],
    ['- **地区:** 😀の町', 'area', '😁の町', '- **地区:** 😁の町'],
    ['- **地区:** 町😀', 'area', '町🨀', '- **地区:** 町🨀'],
    [
      '- **Area:** the old harbour and the new town',
      'area',
      'an old harbour and a new town',
      '- **Area:** an old harbour and a new town',
    ],
    [
      '- **Area:** the *old* harbour and the new town',
      'area',
      'an old harbour and a new town',
      '- **Area:** an *old* harbour and a new town',
    ],
  ])('%s, %s: %j', (before, pointer, value, after) => {
    expect(fact(before, pointer, value)).toBe(after);
  });
});

describe('in a cell', () => {
  const head = '| 部屋 | ベッド | 料金 | 風呂 | 開始日 | 眺め | 備考 |\n| --- | --- | --- | --- | --- | --- | --- |\n';
  const guide = (row: string): string => `# 海の宿\n\n## 部屋\n\n${head}${row}\n| 竹 | 1 | | × | | 庭 | |\n`;
  const full = '| 松 | 2 | 1万円〜2万円 | ○ | 2024/05/03 | 海、山 | *静か* |';
  const blank = '| 松 | | | | | | |';

  it.each<[string, Values, string]>([
    [full, { name: '松|梅' }, full.replace('松', '松\\|梅')],
    [full, { name: undefined }, full.replace('松', '')],
    [full, { name: '松*梅*' }, full.replace('松', '松\\*梅\\*')],
    [full, { beds: 3 }, full.replace('| 2 |', '| 3 |')],
    [full, { beds: undefined }, full.replace('| 2 |', '|  |')],
    [blank, { beds: 3 }, '| 松 | 3 | | | | | |'],
    [full, { bath: false }, full.replace('○', '×')],
    [full, { bath: undefined }, full.replace('○', '')],
    [blank, { bath: true }, '| 松 | | | ○ | | | |'],
    [full, { since: '2026-11-29' }, full.replace('2024/05/03', '2026/11/29')],
    [full, { since: '' }, full.replace('2024/05/03', '')],
    [blank, { since: '2026-11-29' }, '| 松 | | | | 2026-11-29 | | |'],
    [full, { views: ['山', '海'] }, full.replace('海、山', '山、海')],
    [full, { views: ['海', '空', '山'] }, full.replace('海、山', '海、空、山')],
    [full, { views: ['山'] }, full.replace('海、山', '山')],
    [full, { views: [] }, full.replace('海、山', '')],
    [blank, { views: ['海', '山'] }, '| 松 | | | | | 海、山 | |'],
    [full, { remarks: '*静か*で**広い**' }, full.replace('*静か*', '*静か*で**広い**')],
    [full, { 'price/text': '3万円以上' }, full.replace('1万円〜2万円', '3万円以上')],
    [full, { 'price/text': '1万円〜3万円', 'price/max': 30_000 }, full.replace('2万円', '3万円')],
    [full, { 'price/text': undefined }, full.replace('1万円〜2万円', '')],
    [full, { 'price/min': 12_000 }, full.replace('1万円', '1.2万円')],
    [full, { 'price/max': 200_000_000 }, full.replace('2万円', '20,000万円')],
    [full, { 'price/openEnded': true }, full.replace('2万円', '2万円+')],
    [full, { 'price/min': 12_000, 'price/max': 30_000 }, full.replace('1万円〜2万円', '1.2万円〜3万円')],
  ])('%s: %j', (row, values, after) => {
    const changes = Object.entries(values).map(([key, value]) => [`/rooms/0/${key}`, value]);
    expect(revised(guide(row), Object.fromEntries(changes))).toBe(guide(after));
  });

  it.each<[string, Values, string]>([
    ['a number that the text cannot say', { '/rooms/0/price/min': 12_345.678_9 }, '/rooms/0/price/min: not-writable'],
    [
      'an end that would take the beginning along',
      { '/rooms/0/price/max': undefined },
      '/rooms/0/price/max: not-writable',
    ],
    ['part of a text that is not there', { '/rooms/1/price/min': 3000 }, '/rooms/1/price/min: nothing-there'],
    ['a row that is not there', { '/rooms/7/name': '梅' }, '/rooms/7/name: nothing-there'],
    [
      'a text that says another number',
      { '/rooms/0/price/text': '1万円〜3万円', '/rooms/0/price/min': 20_000 },
      '/rooms/0/price/text: contradiction',
    ],
    [
      'edits that exclude each other',
      { '/rooms/0/price/min': 30_000, '/rooms/0/price/max': undefined },
      '/rooms/0/price/max: contradiction',
    ],
  ])('%s is refused', (_, values, refusal) => {
    expect(revised(guide(full), values)).toBe(refusal);
  });
});

describe('elsewhere in the text', () => {
  it.each<[string, string, Values, string]>([
    ['a heading', '# 海の宿\n', { '/title': '山の「宿」#1' }, '# 山の「宿」#1\n'],
    ['prose', '# 宿\n\n海の見える*宿*です。\n', { '/intro': '山の見える宿です。' }, '# 宿\n\n山の見える*宿*です。\n'],
    [
      'Markdown',
      '# 宿\n\n## 備考\n\n*静か*です。\n',
      { '/notes': '*静か*です。\n\n- 朝食\n- 夕食' },
      '# 宿\n\n## 備考\n\n*静か*です。\n\n- 朝食\n- 夕食\n',
    ],
    [
      'another step',
      '# 宿\n\n## Steps\n\n- book\n- arrive\n',
      { '/steps': ['book', 'check in'] },
      '# 宿\n\n## Steps\n\n- book\n- check in\n',
    ],
    ['tags', '# 宿\n\n## タグ\n\n#海 #山\n', { '/tags': ['海', '空', '山'] }, '# 宿\n\n## タグ\n\n#海 #空 #山\n'],
    ['fewer tags', '# 宿\n\n## Tags\n\n#海 #山\n', { '/tags': ['山'] }, '# 宿\n\n## Tags\n\n#山\n'],
    ['one more tag', '# 宿\n\n## Tags\n\n#海\n', { '/tags': ['海', '山'] }, '# 宿\n\n## Tags\n\n#海 #山\n'],
    ['nothing new', '# 海の宿\n', { '/title': '海の宿' }, '# 海の宿\n'],
    ['nothing at all', '# 海の宿\n', {}, '# 海の宿\n'],
  ])('%s', (_, before, values, after) => {
    expect(revised(before, values)).toBe(after);
  });
});

describe('a list with numbers', () => {
  const steps = (...lines: string[]): string => `# 宿\n\n## 手順\n\n${lines.join('\n')}\n`;
  const three = steps('1. 予約', '2. 到着', '3. 出発');
  it.each<[string, string, readonly string[], string]>([
    ['one more', three, ['予約', '到着', '出発', '帰宅'], steps('1. 予約', '2. 到着', '3. 出発', '4. 帰宅')],
    ['one between', three, ['予約', '確認', '到着', '出発'], steps('1. 予約', '2. 確認', '3. 到着', '4. 出発')],
    [
      'two before',
      three,
      ['検索', '比較', '予約', '到着', '出発'],
      steps('1. 検索', '2. 比較', '3. 予約', '4. 到着', '5. 出発'),
    ],
    ['without the first', three, ['到着', '出発'], steps('1. 到着', '2. 出発')],
    ['without the second', three, ['予約', '出発'], steps('1. 予約', '2. 出発')],
    ['without the last', three, ['予約', '到着'], steps('1. 予約', '2. 到着')],
    ['another second', three, ['予約', '確認', '出発'], steps('1. 予約', '2. 確認', '3. 出発')],
    ['no longer alone', steps('1) 予約'), ['予約', '到着'], steps('1) 予約', '2) 到着')],
    ['all the same', steps('1. 予約', '1. 到着'), ['予約', '確認', '到着'], steps('1. 予約', '1. 確認', '1. 到着')],
    ['up to ten', steps('9. 予約'), ['予約', '到着'], steps('9. 予約', '10. 到着')],
    [
      'with space between',
      steps('1. 予約', '', '2. 到着'),
      ['予約', '到着', '出発'],
      steps('1. 予約', '', '2. 到着', '', '3. 出発'),
    ],
  ])('%s', (_, before, values, after) => {
    expect(revised(before, { '/steps': values })).toBe(after);
  });
});

describe('at the edges of a text', () => {
  it.each<[string, string, Values, string]>([
    [
      'a list in one text, in English',
      '# Inn\n\n## Facts\n\n- **Languages:** English\n',
      { '/facts/languages': ['English', 'French'] },
      '# Inn\n\n## Facts\n\n- **Languages:** English, French\n',
    ],
    [
      'a list with an element that is written otherwise',
      '# 海の宿\n\n## 基本情報\n\n- **言語:** 日本語、英&amp;語\n',
      { '/facts/languages': ['日本語', '中国語'] },
      '# 海の宿\n\n## 基本情報\n\n- **言語:** 日本語、中国語\n',
    ],
    [
      'a day that is none, in another form',
      '# 海の宿\n\n## 基本情報\n\n- **開業日:** 2024/13/45\n',
      { '/facts/opened': '2024-13-45' },
      '# 海の宿\n\n## 基本情報\n\n- **開業日:** 2024-13-45\n',
    ],
    [
      'one year, which is both ends',
      '# 海の宿\n\n## 基本情報\n\n- **年数:** 3年\n',
      { '/facts/season/min': 4 },
      '/facts/season/min: not-writable',
    ],
    ['steps that are all to go', '# 宿\n\n## 手順\n\n- 予約\n', { '/steps': undefined }, '/steps: not-writable'],
    [
      'a list with numbers, of Windows',
      '# 宿\r\n\r\n## 手順\r\n\r\n1. 予約\r\n',
      { '/steps': ['予約', '到着'] },
      '# 宿\r\n\r\n## 手順\r\n\r\n1. 予約\r\n2. 到着\r\n',
    ],
    ['prose of two paragraphs that is to go', '# 宿\n\n海。\n\n山。\n', { '/intro': undefined }, '# 宿\n\n\n'],
  ])('%s', (_, before, values, after) => {
    expect(revised(before, values)).toBe(after);
  });

  const rooms = (row: string): string =>
    `## 部屋\n\n| 部屋 | ベッド | 料金 | 眺め |\n| --- | --- | --- | --- |\n${row}\n`;
  it.each<[string, Values, string]>([
    ['| 松 || 1万円 | 海 |', { beds: 3 }, '| 松 | 3 | 1万円 | 海 |'],
    ['| 松 | 2 | 1万円 | 海、山 |', { views: undefined }, '| 松 | 2 | 1万円 |  |'],
    [
      '| 松 | 2 | 1万円〜2万円 | 海 |',
      { 'price/openEnded': true, 'price/max': 30_000 },
      '| 松 | 2 | 1万円〜3万円+ | 海 |',
    ],
  ])('%s: %j', (row, values, after) => {
    const changes = Object.entries(values).map(([key, value]) => [`/rooms/0/${key}`, value]);
    expect(revised(rooms(row), Object.fromEntries(changes))).toBe(rooms(after));
  });

  it('texts that have too little in common are not aligned', () => {
    expect(offsetsIn('xax', 'a')).toEqual([1]);
    expect(offsetsIn('xx', 'a')).toEqual([-1]);
    expect(offsetsIn('x'.repeat(4001), 'a')).toBeUndefined();
  });

  it('nothing has no words', () => {
    expect(hunksBetween('', '海 山')).toEqual([[{ start: 0, end: 0, text: '海 山' }]]);
    expect(hunksBetween('海 山', '')).toEqual([[{ start: 0, end: 3, text: '' }]]);
  });
});

describe('a heading that several questions stand under', () => {
  const text: SchemaNode = { type: 'string' };
  const type = guideTypeOf('faq.schema.json', {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    properties: {
      faq: {
        'x-source': { section: { name: '質問集' }, questions: { question: ['Q'], answer: ['答え'] } },
        type: 'array',
        items: { type: 'object', properties: { question: text, answer: text, group: text } },
      },
    },
  });
  const guide = (group: string): string =>
    `# 宿\n\n## 質問集\n\n### ${group}\n\n**Q1. なぜ?**\n\n- **答え:** 海\n\n**Q2. いつ?**\n\n- **答え:** 朝\n`;

  it.each<[string, Values, string]>([
    ['changes for all', { '/faq/0/group': '時', '/faq/1/group': '時' }, guide('時')],
    ['not for one', { '/faq/0/group': '時' }, '/faq/0/group: shared'],
    ['not for each in its way', { '/faq/0/group': '時', '/faq/1/group': '所' }, '/faq/0/group: shared'],
    [
      'not to what it cannot say',
      { '/faq/0/group': '時\n所', '/faq/1/group': '時\n所' },
      '/faq/0/group: contradiction',
    ],
  ])('%s', (_, values, after) => {
    expect(revised(guide('理由'), values, type)).toBe(after);
  });
});

it('a value does not change the text around it', () => {
  const type = guideTypeOf('whole.schema.json', {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    properties: {
      facts: {
        'x-source': { section: { name: '基本情報' } },
        type: 'object',
        properties: {
          area: { type: 'string', 'x-source': { label: ['地区'] } },
          whole: { type: 'string', contentMediaType: 'text/markdown', 'x-source': { prose: 'all' } },
        },
      },
    },
  });
  expect(revised('# 宿\n\n## 基本情報\n\n静か。\n\n- **地区:** 港町\n', { '/facts/area': '山' }, type)).toBe(
    '/facts/area: not-writable',
  );
});
