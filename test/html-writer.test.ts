import { describe, expect, test } from 'vitest';
import type { Guide, SchemaNode } from '../src/model.ts';
import { html } from '../src/writers/html.ts';
import { writerGuide } from './writer-guide.ts';

const options = { bom: false, locale: 'en' } as const;
const schema: SchemaNode = {
  type: 'object',
  properties: {
    meta: {
      'x-source': { frontMatter: true },
      type: 'object',
      properties: {
        title: { type: 'string' },
        meta_description: { type: 'string' },
        category: { type: 'string' },
        slug: { type: 'string' },
        related: { 'x-title': { ja: '関連する仕事', en: 'Related work' }, type: 'array', items: { type: 'string' } },
        reviewer: { type: 'string', 'x-view': 'hidden' },
        cover: { type: 'string' },
      },
    },
  },
};

const guideOf = (markdown: string, meta?: Record<string, unknown>, path?: string): Guide =>
  writerGuide({ markdown, schema, value: meta === undefined ? {} : { meta }, ...(path === undefined ? {} : { path }) });
const pageOf = (markdown: string, meta?: Record<string, unknown>): string =>
  html.writeAll([guideOf(markdown, meta)], options);
const articleOf = (markdown: string): string =>
  /<div class="prose">\n([\s\S]*)\n<\/div>\n<\/div>\n<\/article>/.exec(pageOf(markdown))?.[1] ?? '';
const idsOf = (page: string): string[] => [...page.matchAll(/ id="([^"]*)"/g)].map((match) => match[1] ?? '');

const japanese = `## 💰 仕事の内容

灯台の灯りを守り、船の安全を支えます。

# 灯台守の*一日*

---

## 1️⃣ 夜の見回り

| 時刻 | 仕事 |
| :--- | ---: |
| 20時 | 点灯 |

---
`;

describe('a page', () => {
  const page = pageOf(japanese, {
    title: '灯台守とは </title><script>alert(1)</script>',
    meta_description: '灯りを守る "人" の仕事 <b>',
    category: '海の仕事',
    slug: 'keeper',
    related: ['航海士', 'pilot'],
    reviewer: '山田',
    cover: '/img/keeper.png',
    extra: 3,
  });

  test('is in the language of its text, whatever the user speaks', () => {
    expect(page).toContain('<html lang="ja">');
    expect(page).toContain('本文へ移動');
    expect(pageOf('# Keeper\n\nKeeps the light. 灯台 means lighthouse.')).toContain('<html lang="en">');
  });

  test('escapes the front matter', () => {
    expect(page).toContain('<title>灯台守とは &#60;/title&#62;&#60;script&#62;alert(1)&#60;/script&#62;</title>');
    expect(page).toContain('<meta name="description" content="灯りを守る &#34;人&#34; の仕事 &#60;b&#62;">');
    expect(page).not.toContain('<script');
    expect(page.match(/<\/title>/g)).toHaveLength(1);
  });

  test('has the H1 once and first, and out of the article', () => {
    expect(page.match(/<h1/g)).toHaveLength(1);
    expect(page).toContain('<h1>灯台守の<em>一日</em></h1>');
    expect(page.indexOf('<h1')).toBeLessThan(page.search(/<h[2-6]/));
  });

  test('lists facts by their titles, without those shown elsewhere, hidden ones and addresses of pictures', () => {
    const facts = /<dl class="facts">([\s\S]*?)<\/dl>/.exec(page)?.[1] ?? '';
    expect([...facts.matchAll(/<dt>(.*?)<\/dt>/g)].map((match) => match[1])).toEqual(['関連する仕事', 'extra']);
    expect(facts).toContain('<li>航海士</li><li>pilot</li>');
    expect(page).toContain('<p class="category">海の仕事</p>');
    expect(page).not.toContain('山田');
    expect(page).not.toContain('keeper.png');
  });

  test('has a table of contents whose links reach the headings', () => {
    const contents = /<nav class="contents"[\s\S]*?<\/nav>/.exec(page)?.[0] ?? '';
    const targets = [...contents.matchAll(/href="#([^"]*)"/g)].map((match) => match[1]);
    expect(targets).toEqual(['section-仕事の内容', 'section-1-夜の見回り']);
    for (const target of targets) expect(idsOf(page)).toContain(target);
  });

  test('drops rules that only part chapters in the source', () => {
    expect(page).not.toContain('<hr');
    expect(articleOf('one\n\n---\n\ntwo')).toContain('<hr>');
  });

  test('scrolls tables, names header cells and aligns without presentational attributes', () => {
    expect(page).toContain(
      '<div class="table-scroll" role="group" tabindex="0" aria-label="1️⃣ 夜の見回り – 表（横にスクロールできます）"><table><caption class="visually-hidden">1️⃣ 夜の見回り</caption>',
    );
    expect(page).toContain('<th scope="col">時刻</th>');
    expect(page).toContain('<th scope="row">20時</th>');
    expect(page).toContain('<td class="align-right">点灯</td>');
    expect(page).not.toContain('align="');
  });

  test('falls back on title and file name where there is no H1', () => {
    expect(pageOf('text', { title: 'A < B' })).toContain('<h1>A &#60; B</h1>');
    expect(pageOf('text')).toContain('<h1>sample</h1>');
    expect(pageOf('text')).toContain('<title>sample</title>');
  });

  test('makes a second H1 a chapter', () => {
    const twice = pageOf('# One\n\n# Two\n\n## Three');
    expect(twice.match(/<h1/g)).toHaveLength(1);
    expect(twice).toContain('<h2 id="section-two">Two</h2>');
  });
});

describe('safety', () => {
  test.each([
    '<script>alert(1)</script>',
    'a <script src="//evil.example/x.js"></script> b',
    '<img src=x onerror=alert(1)>',
    'text <img src=x onerror=alert(1)> text',
    '<svg onload=alert(1)>',
    '<iframe src="https://evil.example"></iframe>',
    '<style>body{display:none}</style>',
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt&colon;alert(1))',
    '[x](\u0001javascript:alert(1))',
    '[x](vbscript:x)',
    '[x](data:text/html,<script>alert(1)</script>)',
    '![x](data:image/svg+xml,<svg/onload=alert(1)>)',
    '![x](javascript:alert(1))',
    '[x]: javascript:alert(1)\n\n[x]',
    '<javascript:alert(1)>',
    '| a |\n| - |\n| <img src=x onerror=alert(1)> |',
    '# <script>alert(1)</script>',
    '[x](https://a.example "\\" onmouseover=alert(1) \\"")',
  ])('%j leaves nothing active', (markdown) => {
    const page = pageOf(markdown);
    const tags = [...page.matchAll(/<[a-z][^>]*?(?:"[^"]*"[^>]*?)*>/gi)].map((match) =>
      match[0].replace(/"[^"]*"/g, '""'),
    );
    expect(tags.filter((tag) => /^<(script|iframe|svg|object|embed|form)|\son\w+=/i.test(tag))).toEqual([]);
    expect(page).not.toMatch(/(href|src)="[^"]*(javascript|vbscript|data)(:|&|%3a)/i);
    expect(page.match(/<style>/g)).toHaveLength(1);
  });

  test('a link that lost its address keeps its text', () => {
    expect(articleOf('see [the **chart**](javascript:alert(1)) here')).toBe(
      '<p>see the <strong>chart</strong> here</p>',
    );
  });

  test.each(['https://far.example/a.png', '//far.example/a.png', 'HTTP://far.example/a.png'])(
    'a picture from elsewhere (%s) is never fetched',
    (address) => {
      const page = pageOf(`![chart](${address}) [![inner](${address})](https://site.example)`);
      expect(page).not.toContain('<img');
      expect(page).toContain('chart');
      expect(page).toContain('<a href="https://site.example">inner</a>');
    },
  );

  test('a scheme in capitals is the same scheme', () => {
    expect(articleOf('<HTTPS://example.org/a> <MAILTO:a@example.org>')).toContain('href="HTTPS://example.org/a"');
    expect(articleOf('<MAILTO:a@example.org>')).toContain('href="MAILTO:a@example.org"');
    expect(articleOf('<JAVASCRIPT:alert(1)> [a](JavaScript:alert)')).not.toContain('href');
  });

  test('a picture from elsewhere becomes a link, one beside the page stays', () => {
    expect(articleOf('![chart](https://far.example/a.png)')).toBe(
      '<p><a href="https://far.example/a.png">Image: chart</a></p>',
    );
    expect(articleOf('![chart](img/a.png)')).toBe('<p><img src="img/a.png" alt="chart" loading="lazy"></p>');
  });

  test('the page itself names no other host', () => {
    expect(pageOf(japanese)).not.toMatch(/https?:|url\(|@import/);
    expect(pageOf(japanese)).toContain("default-src 'none'");
  });

  test('ids are distinct and cannot stand for names that scripts look up', () => {
    const page = pageOf('## location\n\n## Location\n\n## cookie\n\n## !!!\n\n## note fn 1\n\nx[^1]\n\n[^1]: y');
    const ids = idsOf(page);
    expect(ids).toEqual([...new Set(ids)]);
    expect(ids).toEqual(
      expect.arrayContaining(['section-location', 'section-location-2', 'section-cookie', 'section-part']),
    );
    expect(ids.filter((id) => !/^(section-|main-text$|page-contents$)/.test(id))).toEqual([]);
  });
});

describe('Markdown details', () => {
  test('footnotes link both ways, with a heading in the language of the page', () => {
    const page = pageOf('灯台の高さ[^1]と光。\n\n[^1]: 海面から測る。');
    const ids = idsOf(page);
    const fragments = [...page.matchAll(/href="#(section-note_[^"]*)"/g)].map((match) => match[1]);
    expect(fragments).toHaveLength(2);
    for (const fragment of fragments) expect(ids).toContain(fragment);
    expect(page).toContain('<h2 id="section-note_footnote-label">注</h2>');
    expect(page).toContain('aria-describedby="section-note_footnote-label"');
  });

  test('links inside the guide follow the anchors; one that leads nowhere is text', () => {
    const article = articleOf('## 2️⃣ 主な業務\n\n[a](#2️⃣-主な業務) [b](#none) [c](#%E0%A4%A)');
    expect(article).toContain('<a href="#section-2-主な業務">a</a> b c');
  });

  test('<br> in a cell breaks the line, other raw tags vanish', () => {
    expect(articleOf('| a |\n| - |\n| one<br>two<BR/>three<b>!</b> |')).toContain('<td>one<br>two<br>three!</td>');
  });

  test('code and task lists stay', () => {
    expect(articleOf('- [x] done')).toContain('<input type="checkbox" checked disabled>');
    expect(articleOf('```js\n<b>&\n```')).toContain(
      '<pre tabindex="0"><code class="language-js">&#x3C;b>&#x26;\n</code></pre>',
    );
  });
});

describe('several guides', () => {
  const keeper = guideOf(
    japanese,
    { title: '灯台守', slug: 'keeper', category: '海', related: ['pilot'] },
    'a/keeper.md',
  );
  const pilot = guideOf(
    '# Pilot\n\n## Work\n\nFlies[^1].\n\n[^1]: High.',
    { title: 'Pilot <1>', slug: 'pilot' },
    'b/Index.md',
  );

  test('share one page, with a list of them, one H1 and distinct ids', () => {
    const page = html.writeAll([keeper, pilot, pilot], options);
    const ids = idsOf(page);
    expect(page.match(/<h1/g)).toHaveLength(1);
    expect(ids).toEqual([...new Set(ids)]);
    for (const [, fragment] of page.matchAll(/href="#([^"]*)"/g)) expect(ids).toContain(fragment);
    expect(page).toContain('<article id="guide-1" class="collected" lang="ja">');
    expect(page).toContain('<h3 id="guide-2-work">Work</h3>');
  });

  test('get a page each in a folder, and a list that links to them', () => {
    const files = html.writeFiles([keeper, pilot], options);
    expect([...files.keys()]).toEqual(['index.html', 'keeper.html', 'Index-2.html']);
    expect(files.get('index.html')).toContain('<a href="Index-2.html">Pilot &#60;1&#62;</a>');
    expect(files.get('index.html')).toMatch(/<li lang="ja" [^>]*><p class="category">海<\/p>/);
    expect(files.get('keeper.html')).toContain('<a href="index.html">ガイド一覧</a>');
  });

  test('link to each other where one names the slug of another', () => {
    expect(html.writeFiles([keeper, pilot], options).get('keeper.html')).toContain(
      '<li><a href="Index-2.html">pilot</a></li>',
    );
    expect(html.writeFiles([keeper], options).get('keeper.html')).toContain('<li>pilot</li>');
  });

  test('that are none give a page that says so', () => {
    expect(html.writeAll([], options)).toContain('There are no guides.');
  });
});
