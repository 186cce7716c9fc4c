import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, describe } from 'vitest';

const executablePath = '/usr/bin/chromium';
const isThere = existsSync(executablePath);

if (!isThere && process.env.CI !== 'true')
  console.warn(`SKIPPED: no browser at ${executablePath}; apt-get install chromium`);

/** `describe` for tests that need a browser: skipped with a visible line where there is none, never in CI. */
export const describeInBrowser = isThere || process.env.CI === 'true' ? describe : describe.skip;

let started: Promise<Browser> | undefined;
afterAll(async () => (await started)?.close());

/** A page in a context of its own, with all that it asked for and all that ran in it. */
export interface WatchedPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Addresses of all requests, the page's own included. */
  readonly requests: string[];
  /** Dialogs that opened, and calls of the functions that payloads call. */
  readonly ran: string[];
}

/** Opens a page that reports what it does. */
export async function watchedPage(options: BrowserContextOptions = {}): Promise<WatchedPage> {
  started ??= chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const context = await (await started).newContext(options);
  const requests: string[] = [];
  const ran: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  await context.exposeFunction('reportRun', (what: string) => ran.push(what));
  await context.addInitScript(`for (const name of ['alert', 'confirm', 'prompt', 'print', 'xss'])
    window[name] = (...parts) => { window.reportRun(name + '(' + parts.join() + ')'); };`);
  const page = await context.newPage();
  page.on('dialog', async (dialog) => {
    ran.push(`dialog ${dialog.message()}`);
    await dialog.dismiss();
  });
  return { page, context, requests, ran };
}
