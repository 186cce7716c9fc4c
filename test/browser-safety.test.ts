import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import type { Guide } from '../src/model.ts';
import { html } from '../src/writers/html.ts';
import { bindText, root, shippedType } from './bind-fixture.ts';
import { describeInBrowser, watchedPage } from './browser.ts';

const suites = join(root, '../shared/suites');
const folder = mkdtempSync(join(tmpdir(), 'guidepost-safety-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Payloads that need no corpus beside the project. */
const own = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "' autofocus onfocus=alert(1) x='",
  '</title><script>alert(1)</script>',
  '</script><script>alert(1)</script>',
  '</style><script>alert(1)</script>',
  '--><script>alert(1)</script><!--',
  ']]><script>alert(1)</script>',
  'javascript:alert(1)',
  'java\tscript:alert(1)',
  'JAVASCRIPT&colon;alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  '//evil.example/x.js',
  '\\\\evil.example\\x',
  '<iframe srcdoc="<script>parent.alert(1)</script>">',
  '<meta http-equiv=refresh content="0;url=javascript:alert(1)">',
  '<base href="https://evil.example/">',
  '<form action=javascript:alert(1)><button>',
  '<a id=main-text name=body>x</a>',
  '{{main}}{{policy}}',
  '\u2028alert(1)\u2029',
  '年収<img src=x onerror=alert(1)>万円',
];

const type = shippedType('career-guide');

/** A guide with the payloads in every place where a guide can hold text. */
function guideWith(payloads: readonly string[], name: string): Guide {
  const joined = payloads.join(' ');
  const meta = {
    title: joined,
    meta_description: joined,
    category: payloads[0],
    slug: joined,
    keywords: payloads,
    tags: payloads,
    related_jobs: payloads,
    thumbnail: joined,
    hero_image: payloads[0],
    published_at: joined,
    [joined]: joined,
  };
  const line = (text: string): string => text.replace(/\s+/g, ' ');
  const cell = (text: string): string => line(text).replaceAll('|', '\\|');
  const parts = payloads.flatMap((payload) => [
    `## ${line(payload)}`,
    payload,
    `text ${line(payload)} text **${line(payload)}** \`${line(payload)}\``,
    `[link](${line(payload)}) [link](<${line(payload)}>) [${line(payload)}](a.html "${line(payload)}")`,
    `![picture](${line(payload)}) ![picture](<${line(payload)}>) ![${line(payload)}](a.png "${line(payload)}") <${line(payload)}>`,
    `[ref]: <${line(payload)}> "${line(payload)}"`,
    `| ${cell(payload)} | ${cell(payload)} |\n| --- | --- |\n| ${cell(payload)} | ${cell(payload)} |`,
    `\`\`\`${line(payload).replaceAll('`', '')}\n${payload}\n\`\`\``,
    `note[^${line(payload).replace(/[[\]^ ]/g, '')}]`,
    `[^${line(payload).replace(/[[\]^ ]/g, '')}]: ${line(payload)}`,
  ]);
  const bands = `## 💰 日本での推定年収（${line(joined).slice(0, 300)}）\n\n| 経験年数 | 年収範囲 (万円) | 特徴 |\n| --- | --- | --- |\n${payloads.map((payload, index) => `| ${cell(payload)} | ${index + 300}〜${index + 400} | ${cell(payload)} |`).join('\n')}`;
  const questions = `## 面接でよくある質問\n\n| 質問 | 回答 |\n| --- | --- |\n${payloads.map((payload) => `| ${cell(payload)} | ${cell(payload)} |`).join('\n')}`;
  const text = `---json\n${JSON.stringify(meta)}\n---\n\n${bands}\n\n# ${line(joined)}\n\n${questions}\n\n${parts.join('\n\n')}\n`;
  return bindText(text, type, `guides/${name}.md`);
}

function payloadsOf(file: string): string[] {
  const path = join(suites, file);
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as string[];
  console.warn(`SKIPPED: ${path} is not there`);
  return [];
}

/** What in a page could run, load or send something, whatever the browser then does with it. */
const activeParts = `(() => {
  const found = [];
  for (const element of document.querySelectorAll('*')) {
    const name = element.localName;
    if (['iframe', 'object', 'embed', 'form', 'base', 'frame', 'applet', 'math', 'template', 'audio', 'video'].includes(name)) found.push(name);
    if (name === 'script' && element.type !== 'application/ld+json' && !document.querySelector('.finder')) found.push('script');
    for (const { name: attribute, value } of element.attributes) {
      if (/^on|^style$|^srcdoc$|^formaction$|^ping$/.test(attribute)) found.push(name + ' ' + attribute);
      if (['href', 'src', 'action', 'xlink:href', 'cite'].includes(attribute) && !['http:', 'https:', 'mailto:', 'tel:', 'file:'].includes(new URL(value, location).protocol)) found.push(name + ' ' + attribute + ' ' + value);
    }
    if (element.id && !/^(section-|page-|main-text$)/.test(element.id)) found.push('id ' + element.id);
  }
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) JSON.parse(script.textContent);
  for (const key of ['main', 'title', 'cookie', 'body', 'forms', 'location']) if (document[key] instanceof HTMLElement && key !== 'body') found.push('clobbered ' + key);
  return found;
})()`;

/** Opens every page of the guides' site with the content security policy switched off, and says what went wrong. */
async function faultsOf(guides: readonly Guide[], name: string): Promise<string[]> {
  const site = join(folder, name);
  mkdirSync(site);
  const files = [...html.writeFiles(guides, { bom: false, locale: 'en', baseUrl: 'https://example.org/' })];
  for (const [file, text] of files) writeFileSync(join(site, file), text);
  const { page, context, requests, ran } = await watchedPage({ bypassCSP: true });
  const faults: string[] = [];
  const pages = files.map(([file]) => file).filter((file) => file.endsWith('.html'));
  for (const file of pages) {
    await page.goto(pathToFileURL(join(site, file)).href);
    faults.push(...((await page.evaluate(activeParts)) as string[]).map((fault) => `${file}: ${fault}`));
    await page.evaluate(
      `document.querySelectorAll('[tabindex], a, input').forEach((element) => { element.focus(); element.dispatchEvent(new MouseEvent('mouseover', { bubbles: true })); })`,
    );
  }
  await page.waitForTimeout(100);
  const inside = pathToFileURL(site).href;
  faults.push(...ran, ...requests.filter((address) => !address.startsWith(`${inside}/`)));
  await context.close();
  return faults;
}

const batched = (payloads: readonly string[], size: number): Guide[] =>
  Array.from({ length: Math.ceil(payloads.length / size) }, (_, index) =>
    guideWith(payloads.slice(index * size, (index + 1) * size), `batch-${index}`),
  );

describeInBrowser('hostile guides run nothing, even without the content security policy', () => {
  test('payloads in every place', async () => {
    expect(await faultsOf(batched(own, 8), 'own')).toEqual([]);
  });

  test('payloads as file names', async () => {
    const guides = [...own, '../../up', '/etc/passwd', 'CON', 'a\u0000b', 'index'].map((payload, index) =>
      bindText(`# 薬剤師 ${index}: 仕事\n\n調剤と服薬指導。\n`, type, `guides/${payload}.md`),
    );
    expect(await faultsOf(guides, 'names')).toEqual([]);
  });

  test.each(['xss-owasp.json', 'xss-dompurify.json'])('%s', async (file) => {
    expect(await faultsOf(batched(payloadsOf(file), 40), file)).toEqual([]);
  });

  test('naughty-strings.json', async () => {
    expect(await faultsOf(batched(payloadsOf('naughty-strings.json'), 120), 'naughty')).toEqual([]);
  });

  test('the check sees what runs', async () => {
    const { page, context, ran } = await watchedPage({ bypassCSP: true });
    const address = join(folder, 'control.html');
    writeFileSync(
      address,
      `<body><form></form><a href="javascript:alert(2)" id="x">x</a><img src=x onerror=alert(1)></body>`,
    );
    await page.goto(pathToFileURL(address).href);
    await page.waitForTimeout(100);
    expect(await page.evaluate(activeParts)).toEqual(['form', 'a href javascript:alert(2)', 'id x', 'img onerror']);
    expect(ran).toEqual(['alert(1)']);
    await context.close();
  });
});
