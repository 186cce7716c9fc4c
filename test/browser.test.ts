import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { HtmlValidate } from 'html-validate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { main } from '../src/cli.ts';
import { root } from './bind-fixture.ts';
import { describeInBrowser, type WatchedPage, watchedPage } from './browser.ts';
import { testHost } from './test-host.ts';

const site = mkdtempSync(join(tmpdir(), 'guidepost-site-'));
const addressOf = (name: string): string => pathToFileURL(join(site, name)).href;
const pagesOf = (): string[] => readdirSync(site).filter((name) => name.endsWith('.html'));

beforeAll(async () => {
  const host = testHost({ cwd: resolve(root), env: { LANG: 'ja_JP.UTF-8' } });
  const code = await main(['export', '--format', 'html', '--out', site, 'fixtures/guides'], host);
  expect([code, host.output.stderr]).toEqual([0, expect.stringContaining('11')]);
});
afterAll(() => rmSync(site, { recursive: true }));

describe('the site of the fixtures', () => {
  const validator = new HtmlValidate({ extends: ['html-validate:recommended'], rules: { 'long-title': 'off' } });

  test('is valid HTML', async () => {
    for (const name of pagesOf()) {
      const { results } = await validator.validateString(readFileSync(join(site, name), 'utf8'), name);
      const found = results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message, line }) => `${name}:${line} ${ruleId} ${message}`),
      );
      expect(found).toEqual([]);
    }
  });

  test('the validator finds a fault', async () => {
    const page = readFileSync(join(site, 'pharmacist.html'), 'utf8').replace('</h1>', '</h2>');
    expect((await validator.validateString(page)).valid).toBe(false);
  });
});

describeInBrowser('in a browser', () => {
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

  async function violations({ page }: WatchedPage): Promise<string[]> {
    await page.evaluate(axe);
    return page.evaluate(`axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map((node) => id + ' ' + node.html.slice(0, 120) + ' ' + node.failureSummary)))`);
  }

  test.each(['light', 'dark'] as const)(
    'every page is accessible, on a phone and a desk, when it is %s',
    async (colorScheme) => {
      const watched = await watchedPage({ colorScheme, viewport: { width: 360, height: 800 } });
      for (const name of pagesOf()) {
        await watched.page.goto(addressOf(name));
        for (const width of [360, 1280]) {
          await watched.page.setViewportSize({ width, height: 800 });
          expect(await violations(watched), `${name} ${width}`).toEqual([]);
          expect(
            await watched.page.evaluate('document.documentElement.scrollWidth'),
            `${name} is as wide as the window`,
          ).toBe(width);
        }
      }
      expect(new Set(watched.requests)).toEqual(new Set(pagesOf().map(addressOf)));
      await watched.context.close();
    },
  );

  test('the check of accessibility finds faint text', async () => {
    const watched = await watchedPage();
    await watched.page.goto(addressOf('index.html'));
    await watched.page.addStyleTag({ content: '.lead { color: #ccc !important; }' }).catch(() => undefined);
    await watched.page.evaluate(`document.querySelector('.lead').style.color = '#ddd'`);
    expect((await violations(watched)).join()).toContain('color-contrast');
    await watched.context.close();
  });

  test('search and filter show the guides that match, and their bars', async () => {
    const { page, context, requests } = await watchedPage();
    await page.goto(addressOf('index.html'));
    const shown = (): Promise<string[]> =>
      page
        .locator('.guide-list > li:visible a')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    const bars = (): Promise<number> => page.locator('.comparison li:visible').count();
    const status = page.getByRole('status');

    expect([(await shown()).length, await bars()]).toEqual([11, 7]);
    await page.getByRole('searchbox').fill('ﾔｸｻﾞｲ');
    expect(await shown()).toEqual([]);
    await expect.poll(() => page.getByText('一致するガイドはありません').isVisible()).toBe(true);
    await page.getByRole('searchbox').fill('薬剤師　服薬指導');
    expect(await shown()).toEqual(['pharmacist.html', 'pharmacist_interview.html']);
    expect([await status.textContent(), await bars()]).toEqual(['2件のガイド', 1]);
    await page.getByRole('searchbox').fill('ｷｬﾘｱぱす 杜氏');
    expect(await shown()).toEqual(['sake_brewer.html']);
    await page.getByRole('searchbox').fill('BICYCLE');
    expect(await shown()).toEqual(['bicycle_mechanic.html']);
    await page.getByRole('searchbox').fill('');
    await page.getByLabel('カテゴリ').selectOption('transport');
    expect(await shown()).toEqual([
      'air_traffic_controller.html',
      'ship_navigator.html',
      'ship_navigator_interview.html',
    ]);
    await page.getByLabel('種類').selectOption('interview-guide');
    expect(await shown()).toEqual(['ship_navigator_interview.html']);
    expect(await page.locator('.comparison').isVisible()).toBe(false);
    expect(requests).toEqual([addressOf('index.html')]);
    await context.close();
  });

  test('everything can be read without a script', async () => {
    const { page, context } = await watchedPage({ javaScriptEnabled: false });
    await page.goto(addressOf('index.html'));
    expect([await page.locator('.guide-list > li:visible').count(), await page.locator('.finder').isVisible()]).toEqual(
      [11, false],
    );
    await context.close();
  });

  test('the first key leads to the text, and links lead to pages and chapters that are there', async () => {
    const { page, context } = await watchedPage();
    await page.goto(addressOf('ship_navigator.html'));
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('本文へ移動');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('main-text');
    for (const name of pagesOf()) {
      await page.goto(addressOf(name));
      const dead = await page.evaluate(`[...document.querySelectorAll('a[href^="#"]')]
        .map((link) => link.getAttribute('href')).filter((href) => !document.getElementById(decodeURIComponent(href.slice(1))))`);
      expect(dead, name).toEqual([]);
      const files = await page
        .locator('a:not([href^="#"]):not([href^="http"])')
        .evaluateAll((links) => links.map((link) => (link.getAttribute('href') ?? '').replace(/#.*/, '')));
      expect(
        files.filter((file) => !pagesOf().includes(file)),
        name,
      ).toEqual([]);
    }
    await context.close();
  });

  test('a page prints in black on white without its navigation', async () => {
    const { page, context } = await watchedPage({ colorScheme: 'dark' });
    await page.goto(addressOf('pharmacist.html'));
    await page.emulateMedia({ media: 'print' });
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
    expect(await page.locator('nav:visible').count()).toBe(0);
    await context.close();
  });
});
