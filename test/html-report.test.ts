import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { HtmlValidate } from 'html-validate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reporters } from '../src/reporters/index.ts';
import { describeInBrowser, type WatchedPage, watchedPage } from './browser.ts';
import { clean, render } from './faulty-reports.ts';
import { hostileReport } from './hostile-report.ts';

const folder = mkdtempSync(join(tmpdir(), 'guidepost-report-'));
const file = join(folder, 'report.html');
const address = pathToFileURL(file).href;

beforeAll(() => {
  const files = [
    hostileReport(),
    hostileReport('guides/薬剤師.md'),
    { path: 'guides/良い.md', text: '', problems: [] },
  ];
  writeFileSync(file, reporters.html.render(files, { color: false, width: 100, locale: 'ja' }));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the text of the page', () => {
  test('is one valid page that loads nothing and runs only its own script', () => {
    const page = render('html');
    const { valid, results } = new HtmlValidate({
      extends: ['html-validate:recommended'],
      rules: { 'no-trailing-whitespace': 'off', 'long-title': 'off', 'doctype-style': 'off' },
    }).validateStringSync(page);
    expect(
      results.flatMap(({ messages }) => messages.map(({ ruleId, message, line }) => `${line} ${ruleId}: ${message}`)),
    ).toEqual([]);
    expect(valid).toBe(true);
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page).not.toMatch(/\b(src|href)="(?!#)|url\(|@import| on\w+="/);
    expect(page).toContain('default-src &#39;none&#39;; script-src &#39;sha256-');
  });

  test('marks the run in its line, and says all that the other reports say', () => {
    const page = render('html');
    expect(page).toContain('𠮷野家の👩‍🌾<mark>**年収 **</mark>は');
    expect(page).toContain('&#60;script&#62;alert(1)');
    expect(page.match(/class="problem (error|warning)"/g)).toHaveLength(5);
    expect(page).toContain('guides/良い.md');
    expect(render('html', [clean])).not.toContain('<script');
  });
});

describeInBrowser('the HTML report', () => {
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const shown = (page: WatchedPage['page']) => page.locator('.problem:visible').count();

  test('shows the problems that have what the lists say', async () => {
    const { page, context } = await watchedPage();
    await page.goto(address);
    expect(await shown(page)).toBe(8);
    expect(await page.locator('output').textContent()).toBe('8件中8件を表示');
    await page.selectOption('select[name=rule]', 'text-length');
    expect(await shown(page)).toBe(4);
    await page.selectOption('select[name=file]', 'guides/薬剤師.md');
    expect(await shown(page)).toBe(2);
    expect(await page.locator('.file:visible h2').allTextContents()).toEqual(['guides/薬剤師.md career-guide']);
    expect(await page.locator('output').textContent()).toBe('8件中2件を表示');
    await page.selectOption('select[name=severity]', 'error');
    expect(await shown(page)).toBe(0);
    expect(await page.locator('.nothing').isVisible()).toBe(true);
    await context.close();
  });

  test('shows everything, and no lists, where scripts are off', async () => {
    const { page, context } = await watchedPage({ javaScriptEnabled: false });
    await page.goto(address);
    expect(await shown(page)).toBe(8);
    expect(await page.locator('select:visible').count()).toBe(0);
    await context.close();
  });

  test.each([
    [390, 'light'],
    [390, 'dark'],
    [1280, 'light'],
    [1280, 'dark'],
  ] as const)('is as wide as the screen and without barriers: %i pixels, %s', async (width, colorScheme) => {
    const { page, context } = await watchedPage({ viewport: { width, height: 844 }, colorScheme, bypassCSP: true });
    await page.goto(address);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    await page.evaluate(axe);
    const violations = await page.evaluate(
      "axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))",
    );
    expect(violations).toEqual([]);
    await context.close();
  });

  test('runs and loads nothing that a guide brings, even without the content security policy', async () => {
    const { page, context, requests, ran } = await watchedPage({ bypassCSP: true });
    await page.goto(address);
    expect({ requests, ran }).toEqual({ requests: [address], ran: [] });
    await context.close();
  });
});
