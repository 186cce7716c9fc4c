import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { main } from '../src/cli.ts';
import type { Guide, SchemaNode } from '../src/model.ts';
import { html } from '../src/writers/html.ts';
import { htmlHoles, templateParts, textHoles } from '../src/writers/site/page-template.ts';
import { bindFile, bindText, root, shippedType } from './bind-fixture.ts';
import { testHost } from './test-host.ts';
import { writerGuide } from './writer-guide.ts';

const options = { bom: false, locale: 'ja' } as const;
const fixtures = join(root, 'fixtures/guides/career-guide');
const careerType = shippedType('career-guide');
const careerGuides = readdirSync(fixtures)
  .sort()
  .map((name) => bindFile(join(fixtures, name), careerType));

const filesOf = (guides: readonly Guide[], more = {}): ReadonlyMap<string, string> =>
  html.writeFiles(guides, { ...options, ...more });
const pageOf = (name: string, more = {}): string => filesOf(careerGuides, more).get(`${name}.html`) ?? '';

interface Statement {
  readonly '@type': string;
  readonly [property: string]: unknown;
}

function graphOf(page: string): Statement[] {
  const text = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(page)?.[1] ?? '{}';
  const { '@graph': graph = [] } = JSON.parse(text) as { '@graph'?: Statement[] };
  return graph;
}

const statementOf = (page: string, type: string): Statement | undefined =>
  graphOf(page).find((statement) => statement['@type'] === type);

describe('JSON-LD', () => {
  interface Band {
    readonly level: string;
    readonly range: { readonly min: number | null; readonly max: number | null; readonly openEnded: boolean };
  }

  test.each(careerGuides.map((guide) => [guide.document.source.path, guide] as const))(
    'of %s says what the visible table says',
    (path, guide) => {
      const { salary, interview } = guide.value as unknown as {
        salary: { currency: string; bands: Band[] };
        interview: { question: string; answer: string | null }[];
      };
      const page = filesOf([guide]).get(path.replace('.md', '.html')) ?? '';
      expect(statementOf(page, 'Occupation')?.estimatedSalary).toEqual(
        salary.bands.map(({ level, range }) => ({
          '@type': 'MonetaryAmount',
          name: level,
          currency: salary.currency,
          value: {
            '@type': 'QuantitativeValue',
            ...(range.min !== null && { minValue: range.min }),
            ...(range.max !== null && !range.openEnded && { maxValue: range.max }),
            unitText: 'YEAR',
          },
        })),
      );
      expect(page).not.toMatch(/percentile|median/);
      const answered = interview.filter(({ answer }) => answer !== null && answer !== '');
      expect(statementOf(page, 'FAQPage')?.mainEntity).toHaveLength(answered.length);
      const questions = (statementOf(page, 'FAQPage')?.mainEntity ?? []) as Statement[];
      for (const question of questions) {
        expect(question).toMatchObject({ '@type': 'Question', name: expect.stringMatching(/./) });
        expect(question.acceptedAnswer).toMatchObject({ '@type': 'Answer', text: expect.stringMatching(/./) });
      }
    },
  );

  test('has an article, the way to it, and whole addresses once the site has one', () => {
    const page = pageOf('pharmacist', { baseUrl: 'https://example.org/仕事/' });
    const address = 'https://example.org/%E4%BB%95%E4%BA%8B/pharmacist.html';
    expect(statementOf(page, 'Article')).toMatchObject({
      '@id': `${address}#article`,
      headline: '薬剤師の仕事と年収：業務・スキル・学習方法・面接対策',
      inLanguage: 'ja',
      url: address,
      articleSection: '医療',
    });
    expect(statementOf(page, 'Occupation')?.name).toBe('薬剤師');
    expect(statementOf(page, 'BreadcrumbList')?.itemListElement).toEqual([
      { '@type': 'ListItem', position: 1, name: 'ガイド一覧', item: 'https://example.org/仕事/' },
      { '@type': 'ListItem', position: 2, name: '薬剤師', item: address },
    ]);
  });

  const schema: SchemaNode = {
    type: 'object',
    properties: { meta: { 'x-source': { frontMatter: true }, type: 'object' } },
    'x-jsonld': [
      { '@type': 'Recipe', '@id': '#recipe', name: { from: '/meta/dish' }, 'x-required': ['name'] },
      {
        '@type': 'HowTo',
        about: { '@id': '#recipe' },
        step: { each: '/steps', as: { '@type': 'HowToStep', text: { item: '' } } },
        tool: { '@type': 'Thing', name: { from: '/meta/tool' }, description: 'constant' },
        totalTime: { from: '/meta/time', pattern: '(?<value>\\d+)分' },
      },
    ],
  };
  const graph = (value: Record<string, unknown>): Statement[] =>
    graphOf(html.writeAll([writerGuide({ schema, value, markdown: '# 味噌汁' })], options));

  test('leaves out what has no value, what needs it, and references to that', () => {
    expect(graph({ meta: {} })).toEqual([]);
    expect(graph({ meta: { time: '約20分' } })).toEqual([{ '@type': 'HowTo', totalTime: '20' }]);
    expect(graph({ meta: { dish: '味噌汁', tool: '鍋' }, steps: ['**だし**を温める', ''] })).toEqual([
      { '@type': 'Recipe', '@id': '#recipe', name: '味噌汁' },
      {
        '@type': 'HowTo',
        about: { '@id': '#recipe' },
        step: [{ '@type': 'HowToStep', text: 'だしを温める' }],
        tool: { '@type': 'Thing', name: '鍋', description: 'constant' },
      },
    ]);
  });

  test('cannot end its element', () => {
    const dish = '</script><script>alert(1)</script>\u2028<!--';
    const page = html.writeAll([writerGuide({ schema, value: { meta: { dish } }, markdown: '# 味噌汁' })], options);
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page).not.toMatch(/\u2028(?=[^"]*<\/script>)|<!--/);
    expect(statementOf(page, 'Recipe')?.name).toContain('alert(1)');
  });
});

describe('the chart of a page', () => {
  const figures = (page: string): (string | undefined)[] =>
    [...page.matchAll(/role="img" aria-label="([^"]*)"/g)].map((match) => match[1]);

  test('stands before its table, with the same figures in words', () => {
    const page = pageOf('ship_navigator');
    expect(figures(page)).toEqual([
      'ジュニア (0-3年): 400万〜550万円',
      'ミドル (3-7年): 550万〜800万円',
      'シニア (7年以上/一等航海士): 800万〜1,200万円',
      '船長 (15年以上): 1,200万円以上',
    ]);
    const chart = page.indexOf('<figure class="chart">');
    expect(chart).toBeGreaterThan(page.indexOf('推定年収（船員'));
    expect(chart).toBeLessThan(page.indexOf('<table>'));
  });

  test('writes figures in the language and currency of the guide', () => {
    expect(figures(pageOf('court_interpreter'))[2]).toBe('Senior (7+ years): $55–80K+');
    expect(figures(pageOf('bicycle_mechanic'))[0]).toMatch(/: ¥2\.6\D/);
  });

  test('is drawn to scale', () => {
    const rects = [...pageOf('pharmacist').matchAll(/<rect x="([\d.]+)%" y="\d+" width="([\d.]+)%"/g)].map((match) => [
      Number(match[1]),
      Number(match[2]),
    ]);
    // The scale ends at nine million.
    expect(rects).toEqual([
      [38.89, 11.11],
      [50, 16.67],
      [66.67, 27.78],
    ]);
  });

  test('comes from any guide type that asks for one', () => {
    const schema: SchemaNode = {
      type: 'object',
      properties: {
        nutrition: {
          title: 'Nutrition',
          type: 'array',
          'x-view': { chart: 'range', label: '/nutrient', max: '/amount', unit: { en: 'g' } },
        },
      },
    };
    const value = {
      nutrition: [
        { nutrient: '*Protein*', amount: 12.5 },
        { nutrient: 'Salt', amount: null },
      ],
    };
    const guide = writerGuide({
      schema,
      value,
      markdown: '# Soup\n\n## Nutrition\n\nA bowl has:\n\n- Protein: 12.5 g',
    });
    const placed: Guide = {
      ...guide,
      places: new Map([['/nutrition', { range: { start: 35, end: 52 }, extent: { start: 35, end: 52 } }]]),
    };
    const page = html.writeAll([placed], options);
    expect(figures(page)).toEqual(['Protein: 0–12.5 g']);
    expect(page.indexOf('<figure')).toBeGreaterThan(page.indexOf('A bowl has'));
    expect(page.indexOf('<figure')).toBeLessThan(page.indexOf('<ul>\n<li>Protein'));
  });
});

describe('the list of guides', () => {
  const index = pageOf('index');

  test('compares the guides that share a currency, the highest first, and names the others', () => {
    const section = /<section class="comparison[\s\S]*?<\/section>/.exec(index)?.[0] ?? '';
    const names = [...section.matchAll(/<a class="chart-label" href="([^"]*)"/g)].map((match) => match[1]);
    expect(names[0]).toBe('ship_navigator.html');
    expect(names).toHaveLength(careerGuides.length - 1);
    expect(section).toContain('含めていないガイド：<a href="court_interpreter.html" lang="en">Court Interpreter</a>');
    expect(section).toContain('<span class="chart-figure">400万〜1,200万円以上</span>');
  });

  test('shows categories in words, in the language of each guide', () => {
    expect(index).toContain('<option value="healthcare">医療</option>');
    expect(index).toMatch(/<li lang="en"[^>]*data-category="craft"[^>]*><p class="category">Craft<\/p>/);
  });

  test('runs its one script only, by its hash', () => {
    expect(index.match(/<script>/g)).toHaveLength(1);
    expect(index).toMatch(/script-src 'sha256-[A-Za-z0-9+/]{43}='/);
    expect(pageOf('pharmacist')).not.toMatch(/<script>|script-src/);
  });

  test('is the same for the same guides', () => {
    expect(pageOf('index')).toBe(index);
  });
});

describe('links and pictures', () => {
  const guideAt = (path: string, markdown: string): Guide => writerGuide({ path, markdown });
  const linked = (markdown: string, more = {}): string => {
    const guides = [
      guideAt('guides/sea/keeper.md', `# 灯台守\n\n${markdown}`),
      guideAt('guides/air/pilot 1.md', '# Pilot\n\n## 仕事の内容'),
    ];
    return /<div class="prose">\n([\s\S]*?)\n<\/div>/.exec(filesOf(guides, more).get('keeper.html') ?? '')?.[1] ?? '';
  };

  test.each([
    ['[p](../air/pilot%201.md)', '<p><a href="pilot%201.html">p</a></p>'],
    ['[p](<../air/pilot 1.md#仕事の内容>)', '<p><a href="pilot%201.html#section-仕事の内容">p</a></p>'],
    ['[p](./keeper.md)', '<p><a href="keeper.html">p</a></p>'],
    ['[p](missing.md)', '<p>p</p>'],
    ['[p](../../../etc/other.md)', '<p>p</p>'],
    ['[p](https://example.org/a.md)', '<p><a href="https://example.org/a.md">p</a></p>'],
    ['[p](sheet.pdf)', '<p><a href="sheet.pdf">p</a></p>'],
  ])('%s', (markdown, expected) => {
    expect(linked(markdown)).toBe(expected);
  });

  test.each(['../a.png', 'img/../../a.png', '%2e%2e/a.png', '/etc/a.png', '//host/a.png?', 'file:///a.png'])(
    'a picture outside of the site is its words: %s',
    (address) => {
      expect(linked(`![海図](<${address}>)`)).toBe('<p>海図</p>');
    },
  );

  test('a picture of the site stays, from its root once it is published', () => {
    expect(linked('![海図](img/./a.png)')).toContain('src="img/./a.png"');
    expect(linked('![海図](/img/a.png)', { baseUrl: 'https://example.org/' })).toContain('src="/img/a.png"');
  });

  test('lead to related guides and to the guides before and after', () => {
    const page = pageOf('pharmacist');
    const related = /<nav class="related"[\s\S]*?<\/nav>/.exec(page)?.[0] ?? '';
    expect([...related.matchAll(/href="([^"]*)"/g)].map((match) => match[1])).toEqual([
      'court_interpreter.html',
      'sake_brewer.html',
      'museum_curator.html',
    ]);
    expect(page).toMatch(/class="previous"><a href="museum_curator.html"/);
    expect(page).toMatch(/class="next"><a href="sake_brewer.html"/);
  });
});

describe('emphasis beside Japanese letters is rendered as meant', () => {
  test.each([
    ['これは**「疑義照会」**です。', 'これは<strong>「疑義照会」</strong>です。'],
    ['**注意：**必ず確認する。', '<strong>注意：</strong>必ず確認する。'],
    ['薬は*（食後に）*飲む。', '薬は<em>（食後に）</em>飲む。'],
    ['350~450、500~600', '350~450、500~600'],
    ['a**b**c 2 * 3 * 4', 'a<strong>b</strong>c 2 * 3 * 4'],
  ])('%s', (markdown, expected) => {
    expect(html.writeAll([bindText(`# 薬剤師: 仕事\n\n${markdown}\n`, careerType)], options)).toContain(
      `<p>${expected}</p>`,
    );
  });
});

test('docs/html-site.md names every part of a page and every hole', () => {
  const docs = readFileSync(join(root, 'docs/html-site.md'), 'utf8');
  for (const part of templateParts) expect(docs).toContain(`| \`${part}\` |`);
  for (const hole of [...textHoles, ...htmlHoles]) expect(docs).toContain(`| \`{{${hole}}}\` |`);
});

describe('the flags', () => {
  const guide = readFileSync(join(fixtures, 'pharmacist.md'), 'utf8');

  async function run(argv: readonly string[], files: Record<string, string> = {}, locale = 'en') {
    const host = testHost({ files: { 'guides/pharmacist.md': guide, ...files }, env: { LANG: locale } });
    const rules = ['related-guide-exists', 'image-exists', 'guide-is-linked'].flatMap((id) => ['--rule', `${id}=off`]);
    const code = await main(['export', '--format', 'html', ...rules, ...argv, 'guides'], host);
    const read = (name: string): string => readFileSync(resolve(host.cwd, name), 'utf8');
    return { code, read, stderr: host.output.stderr, stdout: host.output.stdout, host };
  }

  test('--base-url gives whole addresses and a sitemap', async () => {
    const { code, read } = await run(['--out', 'site', '--base-url', 'https://example.org/guides']);
    expect(code).toBe(0);
    const page = read('site/pharmacist.html');
    expect(page).toContain('<link rel="canonical" href="https://example.org/guides/pharmacist.html">');
    expect(page).toContain('<meta property="og:url" content="https://example.org/guides/pharmacist.html">');
    expect(page).toContain('content="https://example.org/static/img/pharmacist_hero.png"');
    expect(read('site/index.html')).toContain('<link rel="canonical" href="https://example.org/guides/">');
    expect(read('site/sitemap.xml')).toContain('<loc>https://example.org/guides/pharmacist.html</loc>');
  });

  test.each(['example.org', 'ftp://example.org', 'https://example.org/?a', ''])(
    '--base-url %j is refused',
    async (value) => {
      const { code, stderr } = await run(['--base-url', value]);
      expect([code, stderr]).toEqual([
        2,
        `guidepost: --base-url takes the address where the site will be published, like https://example.org/guides/, not "${value}".\n`,
      ]);
    },
  );

  test('--fragment writes only articles', async () => {
    const { code, read, host } = await run(['--out', 'site', '--fragment']);
    expect([code, readdirSync(resolve(host.cwd, 'site'))]).toEqual([0, expect.not.arrayContaining(['index.html'])]);
    const article = read('site/pharmacist.html');
    expect(article).toMatch(/^<article lang="ja">\n<h1>\[完全ガイド\] 薬剤師: /);
    expect(article).not.toMatch(/<(html|head|style|main|nav|script)\b/);
  });

  test('--template replaces parts and fills their holes with text', async () => {
    const { code, read, stderr } = await run(['--include-invalid', '--out', 'site', '--template', 'parts/'], {
      'parts/header.html':
        '<header><b>{{ title }}</b> <a href="{{index}}">{{category}}|{{date}}|{{slug}}</a></header>\n',
      'parts/footer.html': '<footer>© 港 {{language}}</footer>',
      'parts/head.html': '<link rel="icon" href="icon.png">',
      'parts/extra.css': 'h1 { color: teal; }</style>',
      'parts/readme.txt': 'not a part',
      'guides/other.md': guide.replace('薬剤師の仕事と年収', '<b>薬&師</b>').replaceAll('"pharmacist"', '"other"'),
    });
    expect([code, stderr]).toEqual([0, expect.any(String)]);
    const page = read('site/pharmacist.html');
    expect(page).toContain(
      '<header><b>薬剤師の仕事と年収：業務・スキル・学習方法・面接対策</b> <a href="index.html">医療||pharmacist</a></header>',
    );
    expect(page).toContain('<footer>© 港 ja</footer>\n</body>');
    expect(page).toContain('<link rel="icon" href="icon.png">\n</head>');
    expect(page).toContain('h1 { color: teal; }<\\/style>\n</style>');
    expect(page).not.toContain('class="site-footer"');
    expect(read('site/other.html')).toContain('<header><b>&#60;b&#62;薬&#38;師&#60;/b&#62;：');
    expect(read('site/index.html')).toContain('<footer>© 港 ');
  });

  test('--template can replace the whole page', async () => {
    const { read } = await run(['--out', 'site', '--template', 'parts'], {
      'parts/page.html': '<title>{{name}}</title>{{main}}',
    });
    expect(read('site/pharmacist.html')).toMatch(/^<title>薬剤師<\/title><main id="main-text"/);
  });

  test.each<[string, Record<string, string>, string]>([
    [
      'en',
      {},
      'The template folder "parts" has no page part; put one of page.html, head.html, header.html, footer.html, style.css, extra.css there, or correct --template.',
    ],
    [
      'en',
      { 'parts/a.txt': '', 'parts/style.css': '', 'parts/heade.html': '' },
      '"parts/heade.html" is no part of a page; did you mean "head.html"?',
    ],
    [
      'en',
      { 'parts/header.html': '{{titel}}' },
      '"parts/header.html" asks for {{titel}}, which a page does not have; did you mean {{title}}?',
    ],
    [
      'en',
      { 'parts/page.html': '<p>{{title}}</p>' },
      '"parts/page.html" has no {{main}}, so pages would be empty; put it where the guide\'s text belongs.',
    ],
    [
      'ja',
      { 'parts/header.html': '{{titel}}' },
      '「parts/header.html」の{{titel}}に当たる値はページにありません。{{title}}ではありませんか。',
    ],
  ])('--template says what is wrong (%s, %j)', async (locale, files, message) => {
    const { code, stderr } = await run(['--template', 'parts'], files, locale === 'ja' ? 'ja_JP.UTF-8' : 'en');
    expect([code, stderr]).toEqual([2, `guidepost: ${message}\n`]);
  });
});
