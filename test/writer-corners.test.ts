import type { Element } from 'hast';
import { describe, expect, it } from 'vitest';
import { type GuideType, guideTypeOf } from '../src/guide-types/guide-type.ts';
import type { Guide, SchemaNode } from '../src/model.ts';
import { encodeFrontMatter } from '../src/parse/encode-front-matter.ts';
import { csv } from '../src/writers/csv.ts';
import { html } from '../src/writers/html.ts';
import { json } from '../src/writers/json.ts';
import { guideMarkdown } from '../src/writers/markdown/guide-markdown.ts';
import { serialize } from '../src/writers/markdown/serialize.ts';
import { withPatternValue } from '../src/writers/markdown/titles.ts';
import { verbatim } from '../src/writers/markdown/verbatim.ts';
import { adaptArticle } from '../src/writers/site/adapt-article.ts';
import { comparisons } from '../src/writers/site/comparison-chart.ts';
import { guideCard } from '../src/writers/site/guide-card.ts';
import { jsonLdGraph } from '../src/writers/site/json-ld.ts';
import { pageWords } from '../src/writers/site/page-words.ts';
import { siteLinks } from '../src/writers/site/site-links.ts';
import { everySource } from './every-source.ts';
import { writerGuide } from './writer-guide.ts';

const options = { bom: false, locale: 'en' } as const;
const text: SchemaNode = { type: 'string' };
const note: SchemaNode = { type: 'string', contentMediaType: 'text/markdown' };
const words = { question: ['質問'], answer: ['回答'] };
const asked: SchemaNode = {
  type: 'array',
  items: { type: 'object', properties: { question: text, answer: text, group: text } },
};

const every = guideTypeOf('every.schema.json', everySource);
const corner = guideTypeOf('corner.schema.json', {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  properties: {
    rounds: {
      'x-source': { section: { name: '選考' }, items: 'headings' },
      type: 'array',
      items: {
        type: 'object',
        properties: {
          title: { ...text, 'x-source': { heading: true } },
          questions: {
            ...asked,
            'x-source': { section: { name: '質問' }, questions: words, or: { questions: words } },
          },
        },
      },
    },
    place: {
      'x-source': { section: { name: '場所' } },
      type: 'object',
      properties: { name: { ...text, 'x-source': { heading: true } } },
    },
    notes: { 'x-source': { section: { name: '備考' }, items: 'list' }, type: 'array', items: note },
    stay: {
      'x-source': { section: { name: '滞在' } },
      type: 'object',
      properties: {
        lead: { ...text, 'x-source': { prose: 'intro' } },
        goal: { ...text, 'x-source': { label: ['目的'] } },
        days: { 'x-source': { items: 'list' }, type: 'array', items: note },
      },
    },
    faq: { ...asked, 'x-source': { section: { name: 'よくある質問' }, questions: words } },
    beside: { type: 'object', properties: { faq: { ...note, 'x-source': { prose: 'rest', of: '/faq' } } } },
    pay: {
      'x-source': { section: { name: '給与' } },
      type: 'object',
      properties: {
        currency: { ...text, 'x-parse': 'currency', 'x-source': { header: ['年収'] } },
        roles: {
          'x-source': { table: { columns: { role: ['職'], pay: ['年収'] } } },
          type: 'array',
          items: { type: 'object', properties: { role: text, pay: text } },
        },
      },
    },
  },
});

const long = '夜明け前に港を出る船'.repeat(12);
const faq = [{ question: 'なぜ?', answer: '海' }];
const faqTable = ['| 質問 | 回答 |', '| :--- | :--- |', '| 1. なぜ? | 海 |'];

describe('Markdown', () => {
  it.each<[string, GuideType, object, string[]]>([
    [
      'of questions that have no group, in an item that could have a section of them',
      corner,
      { rounds: [{ title: '面接', questions: faq }] },
      ['## 選考', '', '### 1. 面接', '', ...faqTable],
    ],
    [
      'of questions that are grouped under the item’s name',
      corner,
      { rounds: [{ title: '面接', questions: [{ ...faq[0], group: '面接' }] }] },
      ['## 選考', '', '### 1. 面接', '', '#### 質問', '', ...faqTable],
    ],
    ['of a section whose heading is a value', corner, { place: { name: '港町' } }, ['## 港町']],
    ...[
      ['of pay in yen', 'JPY', '年収 (万円)'],
      ['of pay in a currency without a sign', 'SEK', '年収 (SEK)'],
      ['of pay in a currency that is no text', 5, '年収'],
    ].map(([name, currency, header]): [string, GuideType, object, string[]] => [
      String(name),
      corner,
      { pay: { currency, roles: [{ role: '灯台守', pay: '3' }] } },
      ['## 給与', '', `| 職 | ${header} |`, '| :--- | :--- |', '| 灯台守 | 3 |'],
    ]),
    ['of a list of Markdown', corner, { notes: ['- *海*', '- 山'] }, ['## 備考', '', '- *海*', '- 山']],
    [
      'of labels before a list of Markdown',
      corner,
      { stay: { goal: '休む', days: ['- 一日目', '- 二日目'], lead: '静か' } },
      ['## 滞在', '', '静か', '', '* **目的:** 休む', '', '- 一日目', '- 二日目'],
    ],
    [
      'of questions between what a text says before and behind its headings',
      corner,
      { faq, beside: { faq: '前書き\n\n#### 後書き\n\n終わり' } },
      ['## よくある質問', '', '前書き', '', ...faqTable, '', '#### 後書き', '', '終わり'],
    ],
    [
      'of questions before a text that begins with a heading',
      corner,
      { faq, beside: { faq: '#### 後書き' } },
      ['## よくある質問', '', ...faqTable, '', '#### 後書き'],
    ],
    [
      'of a row that is no object',
      every,
      { plants: ['松', { name: '梅' }] },
      ['## 🌿 植物', '', '| 名前 |', '| :--- |', '|  |', '| 梅 |'],
    ],
    [
      'of a column without a header',
      every,
      { plants: [{ 1: '高い', name: '松' }], columns: { plants: ['', '名前'] } },
      ['## 🌿 植物', '', '|  | 名前 |', '| :--- | :--- |', '| 高い | 松 |'],
    ],
    [
      'of a detail that is no object',
      every,
      { duties: [{ title: '灯す', details: ['夜', { label: '服', text: '支給' }] }] },
      ['## 🔧 仕事', '', '### 1. 灯す', '', '- **:**', '- **服:** 支給'],
    ],
    [
      'of a title of two lines',
      every,
      { tools: [{ name: '木*\n石', use: '切る' }] },
      ['## 🧰 道具', '', '- **木&#x2A;<br>石**: 切る'],
    ],
    [
      'of a title that is too long for bold type and has marks in it',
      every,
      { tools: [{ name: `${long}*注意*` }] },
      ['## 🧰 道具', '', `- ${long}\\*注意\\*`],
    ],
  ])('%s', (_, type, value, lines) => {
    expect(guideMarkdown(value as Record<string, unknown>, type, { isJapanese: true }).split('\n')).toEqual([
      ...lines,
      '',
    ]);
  });

  it.each([
    ['場所（村）', '（(?<value>[^（）]+)）$', '町', '場所（町）'],
    ['場所（町）', '（(?<value>[^（）]+)）$', '町', '場所（町）'],
    ['場所', '（(?<value>[^（）]+)）$', '町', '場所（町）'],
    ['Place', '\\((?<value>[^()]+)\\)$', 'town', 'Place (town)'],
    ['場所', '：(?<value>.+)$', '町', '場所：町'],
    ['Place', ': (?<value>.+)$', 'town', 'Place: town'],
    ['場所', '^(?<value>.町)$', '港町', '港町'],
    ['場所', '^(?<value>\\d+)$', '町', '場所'],
  ])('%s by %s is to say %s: %s', (heading, pattern, value, written) => {
    expect(withPatternValue(heading, pattern, value)).toBe(written);
  });

  it('has three bullets', () => {
    expect(() => serialize([], '#' as '-')).toThrow('no serializer for bullet #');
  });

  it('has empty front matter without braces', () => {
    expect([encodeFrontMatter({}, 'yaml'), encodeFrontMatter({}, 'json')]).toEqual([
      '---\n---\n',
      '---json\n{}\n---\n',
    ]);
  });
});

describe('tables', () => {
  it('of a schema that refers to itself end somewhere', () => {
    const tree: { type: string; properties: Record<string, SchemaNode> } = { type: 'object', properties: { a: text } };
    tree.properties.b = tree;
    const [header] = csv.writeAll([writerGuide({ schema: tree })], options).split('\r\n');
    expect(header).toBe(['a', 'b.a', 'b.b.a', ...[3, 4, 5, 6, 7].map((depth) => `${'b.'.repeat(depth)}a`)].join(','));
  });

  it('of a value that is an object in one guide and a list of them in another: the guide’s own column has the name', () => {
    const guides = [
      writerGuide({ path: 'a.md', value: { room: { name: '梅' } } }),
      writerGuide({ path: 'b.md', value: { room: [{ name: '松' }] } }),
    ];
    const [header, first] = csv.writeAll(guides, { ...options, columns: ['room.name', 'room'] }).split('\r\n');
    expect([header, first]).toEqual(['room.name,room', '梅,']);
  });

  it('the index of a folder has types by name, in whatever order they come', async () => {
    const inn = writerGuide({ path: 'inn.md' });
    const guides = ['bar', 'hut', 'inn'].map((name) => ({ ...inn, type: { ...inn.type, name } }));
    async function* each(): AsyncGenerator<Guide> {
      yield* guides;
    }
    let index = '';
    for await (const { content } of json.writeFiles(each(), options)) index = content as string;
    expect((JSON.parse(index) as { types: { name: string }[] }).types.map(({ name }) => name)).toEqual([
      'bar',
      'hut',
      'inn',
    ]);
  });
});

describe('pages', () => {
  const articleOf = (guide: Guide): string => html.writeAll([guide], { ...options, fragment: true });

  it('a picture from elsewhere that says nothing is called by its address', () => {
    const article = articleOf(writerGuide({ markdown: '# Inn\n\n![](https://example.org/a.png)\n' }));
    expect(article).toContain('<a href="https://example.org/a.png">Image: https://example.org/a.png</a>');
  });

  it('have no comments', () => {
    const paragraph: Element = {
      type: 'element',
      tagName: 'p',
      properties: {},
      children: [
        { type: 'text', value: '海' },
        { type: 'comment', value: '山' },
      ],
    };
    const article = {
      idPrefix: 'x-',
      footnotePrefix: 'x-note_',
      headingShift: 0,
      words: pageWords.en,
      path: 'inn.md',
      links: siteLinks([]),
    };
    expect(adaptArticle({ type: 'root', children: [paragraph] }, article)).toEqual({ title: undefined, headings: [] });
    expect(paragraph.children).toEqual([{ type: 'text', value: '海' }]);
  });

  const schema: SchemaNode = {
    type: 'object',
    properties: {
      pay: { 'x-view': { chart: 'range', label: '/name', max: '/max', currency: '/currency' }, type: 'array' },
    },
  };
  const paid = (path: string, currency: string, max: number): Guide =>
    writerGuide({ path, schema, markdown: `# ${path}\n`, value: { currency, pay: [{ name: 'all', max }] } });

  it('a chart that stands nowhere in the guide is left out', () => {
    expect(articleOf(paid('a.md', 'JPY', 5))).toBe('<article lang="en">\n<h1>a.md</h1>\n\n</article>\n');
  });

  it('what stands alone with its currency is named below the first comparison', () => {
    const cards = [
      paid('a', 'JPY', 5),
      paid('b', 'USD', 2),
      paid('c', 'JPY', 6),
      paid('d', 'EUR', 3),
      paid('e', 'USD', 1),
      paid('f', 'GBP', 4),
    ].map((guide) => guideCard(guide, `${guide.document.source.path}.html`, 'en'));
    const charts = comparisons(cards, 'en').map((chart) => chart.text);
    expect(
      charts.map((chart) => [...chart.matchAll(/class="chart-label" href="(\w)/g)].map(([, name]) => name)),
    ).toEqual([
      ['c', 'a'],
      ['b', 'e'],
    ]);
    expect(charts.map((chart) => /<p class="chart-note">.*<\/p>/.exec(chart)?.[0])).toEqual([
      '<p class="chart-note">Not shown, as in another currency or unit: <a href="d.html">d</a>, <a href="f.html">f</a></p>',
      undefined,
    ]);
  });

  it.each<[object, object[]]>([
    [{ '@type': 'Inn', name: ['宿', { from: '/title' }] }, [{ '@type': 'Inn', name: ['宿', '海の宿'] }]],
    [{ '@type': 'Inn', name: ['宿', { from: '/none' }] }, [{ '@type': 'Inn', name: ['宿'] }]],
    [{ '@type': 'Inn', name: [{ from: '/none' }] }, []],
    [{ '@type': 'Inn', '@id': 'https://example.org/' }, [{ '@type': 'Inn', '@id': 'https://example.org/' }]],
    [{ '@type': 'Inn', '@id': '#inn' }, [{ '@type': 'Inn', '@id': 'https://example.org/a#inn' }]],
  ])('statements of %j', (template, graph) => {
    expect(jsonLdGraph([template], { title: '海の宿' }, { url: 'https://example.org/a' })).toEqual(graph);
  });
});

describe('a text as it stands', () => {
  it.each([
    ['```js\nrun()', '```js\nrun()\n```'],
    ['~~~~\nrun()\n~~~', '~~~~\nrun()\n~~~\n~~~~'],
    [' ```js\nrun()', ' ```js\nrun()\n```'],
    ['    run()', '    run()'],
    ['```js\nrun()\n```', '```js\nrun()\n```'],
    ['- ```js\n  run()', '- ```js\n  run()'],
  ])('has its fences closed: %j', (markdown, value) => {
    expect(verbatim(markdown, 1)).toEqual({ type: 'html', value });
  });

  it.each([
    ['# 一\n\n## 二', 2, '## 一\n\n### 二'],
    ['一\n===\n\n## 二 ##', 3, '### 一\n\n#### 二 ##'],
    ['###### 六', 7, '###### 六'],
    ['### 三', 2, '### 三'],
  ])('has its headings below those around it: %j', (markdown, depth, value) => {
    expect(verbatim(markdown, depth).value).toBe(value);
  });
});
