import { describe, expect, it } from 'vitest';
import { type GuideType, guideTypeOf } from '../src/guide-types/guide-type.ts';
import type { SchemaNode } from '../src/model.ts';
import { guideMarkdown } from '../src/writers/markdown/guide-markdown.ts';
import { bindText } from './bind-fixture.ts';
import { everySource } from './every-source.ts';

const text: SchemaNode = { type: 'string' };
const every = guideTypeOf('every.schema.json', everySource);
const other = guideTypeOf('other.schema.json', {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  properties: {
    title: { ...text, 'x-source': { heading: true } },
    goals: {
      'x-source': { section: { name: 'Goals' }, items: 'list' },
      type: 'array',
      items: { type: 'object', properties: { goal: { ...text, 'x-source': { label: ['Goal', '目的'] } } } },
    },
    asked: {
      'x-source': { section: { name: 'Asked' }, questions: { question: ['Question', '問'], answer: ['A', '答'] } },
      type: 'array',
      items: { type: 'object', properties: { question: text, answer: text, group: text } },
    },
    share: { type: 'number', 'x-parse': 'percent', 'x-source': { label: ['Share', '割合'] } },
    open: { type: 'boolean', 'x-parse': 'mark', 'x-source': { label: ['Open', '営業'] } },
  },
});

const long = '夜明け前に港を出る船'.repeat(12);

describe('a value as canonical Markdown, which reads as the same value', () => {
  it.each<[string, GuideType, object, string[]]>([
    [
      'a title too long for bold type',
      every,
      { tools: [{ name: `${long}：注意`, use: '切る' }, { name: `${long}: careful` }] },
      ['## 🧰 道具', '', `- ${long}&#xFF1A;注意`, '', '  切る', '', `- ${long}&#x3A; careful`],
    ],
    [
      'texts of several lines beside titles',
      every,
      {
        tools: [
          { name: 'のこぎり', use: '木を切る\n静かに' },
          { name: '金づち', use: '打つ' },
        ],
      },
      ['## 🧰 道具', '', '- **のこぎり**: 木を切る', '', '  静かに', '', '- **金づち**: 打つ'],
    ],
    [
      'items without a title',
      other,
      { goals: [{ goal: 'rest' }, { goal: 'sea\nair' }] },
      ['## Goals', '', '- - **Goal:** rest', '- - **Goal:** sea', '', '    air'],
    ],
    [
      'a question without an answer',
      every,
      {
        questions: [
          { question: 'なぜ?', answer: null },
          { question: 'いつ?', answer: '今' },
        ],
      },
      ['## ❓ 質問集', '', '**Q1. なぜ?**', '', '**Q2. いつ?**', '', '- **答え:** 今'],
    ],
    [
      'questions in groups, an answer of two lines',
      every,
      {
        questions: [
          { question: 'なぜ?', answer: 'そう', group: '理由' },
          { question: 'いつ?', answer: '今\n明日', group: '時' },
        ],
      },
      [
        '## ❓ 質問集',
        '',
        '### 理由',
        '',
        '**Q1. なぜ?**',
        '',
        '- **答え:** そう',
        '',
        '### 時',
        '',
        '**Q2. いつ?**',
        '',
        '- **答え:** 今',
        '',
        '  明日',
      ],
    ],
    [
      'questions in a table with numbers',
      every,
      { questions: [{ question: 'どこ?', answer: '港' }], columns: { questions: ['No.', '質問', '答え'] } },
      ['## ❓ 質問集', '', '| No. | 質問 | 答え |', '| :--- | :--- | :--- |', '| 1 | どこ? | 港 |'],
    ],
    [
      'questions that are not called Q, in English',
      other,
      { title: 'The inn', asked: [{ question: 'Why?', answer: 'So.\nYes.' }] },
      ['# The inn', '', '## Asked', '', '**Question 1: Why?**', '', '- **A:** So.', '', '  Yes.'],
    ],
    [
      'questions that are not called Q, in Japanese',
      other,
      { title: '海の宿です', asked: [{ question: 'なぜ?', answer: 'はい\nそう' }] },
      ['# 海の宿です', '', '## Asked', '', '**問1：なぜ?**', '', '- **答:** はい', '', '  そう'],
    ],
    [
      'a value in a heading',
      every,
      { place: { kind: '町', inside: '静か', note: '*海*' } },
      ['## 🏠 場所（町）', '', '*海*', '', '### 屋内', '', '静か'],
    ],
    [
      'headings of the author, above nothing',
      every,
      { headings: { duties: 'わたしの仕事', tags: '札' }, duties: [], tags: [] },
      ['## わたしの仕事', '', '## 札'],
    ],
    ['tags of several words', every, { tags: ['海 辺', '山'] }, ['## 🏷️ 札', '', '`海 辺`', '`山`']],
    [
      'shares and marks',
      other,
      { title: 'Inn', share: 40, open: true },
      ['# Inn', '', '- **Share:** 40%', '- **Open:** ○'],
    ],
    [
      'no, in Japanese',
      other,
      { title: '海の宿です', share: 2.5, open: false },
      ['# 海の宿です', '', '- **割合:** 2.5%', '- **営業:** ×'],
    ],
    [
      'introductions before what they introduce',
      every,
      {
        intros: { duties: '*仕事*です', tools: '道具です' },
        duties: [
          {
            title: '灯す',
            goal: '照らす',
            details: [{ label: '服', text: '支給' }, { label: '靴' }],
            body: '#### 夜\n\n- 交代',
          },
        ],
        tools: [{ name: '鍵' }],
      },
      [
        '## 🔧 仕事',
        '',
        '*仕事*です',
        '',
        '### 1. 灯す',
        '',
        '#### 夜',
        '',
        '- 交代',
        '',
        '* **ねらい:** 照らす',
        '* **服:** 支給',
        '* **靴:**',
        '',
        '## 🧰 道具',
        '',
        '道具です',
        '',
        '- **鍵**',
      ],
    ],
    [
      'cells with bars and line ends',
      every,
      { plants: [{ name: '松|竹', height: 3, notes: '一行目\n二行目' }, { name: '梅' }] },
      [
        '## 🌿 植物',
        '',
        '| 名前 | 高さ | 備考 |',
        '| :--- | :--- | :--- |',
        '| 松\\|竹 | 3 | 一行目<br>二行目 |',
        '| 梅 |  |  |',
      ],
    ],
    [
      'a fence that is closed',
      every,
      { opening: '```js\nrun()\n```', other: '前書き' },
      ['前書き', '', '## 🎬 はじめに', '', '```js', 'run()', '```'],
    ],
  ])('%s', (_, type, value, lines) => {
    const markdown = guideMarkdown(value as Record<string, unknown>, type, {});
    expect(markdown.split('\n')).toEqual([...lines, '']);
    expect(bindText(markdown, type).value).toMatchObject(value);
  });

  it.each<[string, object, string]>([
    ['a fence that the value leaves open is closed', { opening: '```js\nrun()' }, '## Opening\n\n```js\nrun()\n```\n'],
    ['empty lists keep their headings', { plants: [], steps: [], tools: [] }, '## Plants\n\n## Tools\n\n## Steps\n'],
    [
      'no questions under the headers of their table',
      { questions: [], columns: { questions: ['質問', '答え'] } },
      '## ❓ 質問集\n\n| 質問 | 答え |\n| :--- | :--- |\n',
    ],
    [
      'a column that the author calls otherwise',
      { questions: [{ question: 'なぜ?', answer: 'そう' }], columns: { questions: ['問い', '答え'] } },
      '## ❓ 質問集\n\n| 問い | 答え | 質問 |\n| :--- | :--- | :--- |\n|  | そう | 1. なぜ? |\n',
    ],
  ])('%s', (_, value, markdown) => {
    expect(guideMarkdown(value as Record<string, unknown>, every, {})).toBe(markdown);
  });
});
