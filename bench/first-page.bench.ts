import { once } from 'node:events';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext } from 'playwright-core';
import { test } from 'vitest';
import { serveConsole } from '../api/service/serve-console.ts';
import { adminToken, startApiHarness } from '../test/api/api-harness.ts';
import { storeOf } from '../test/api/http-client.ts';
import { launchChromium, openContext } from '../test/browser/browser.ts';
import { report, timed } from './report.ts';

const distDir = fileURLToPath(new URL('../dist/console', import.meta.url));
const runs = 7;

/** Run in the page: gathers what holds its main thread for more than 50 ms. */
const watchTasks = `window.longTasks = [];
new PerformanceObserver((list) => window.longTasks.push(...list.getEntries())).observe({ type: 'longtask', buffered: true });`;
/** Lighthouse's total blocking time: of each long task what is beyond 50 ms. */
const blockedMs = 'window.longTasks.reduce((sum, { duration }) => sum + duration - 50, 0)';
/** The first moment at which nothing holds the main thread any more. */
const whenIdle = 'new Promise((resolve) => requestIdleCallback(resolve))';

/** `npm run build` first. From the address to a card whose button can be pressed, with an empty cache. */
test('the first page of the console', async () => {
  const consolePages = serveConsole({ distDir });
  const api = await startApiHarness({ deps: { consolePages } });
  const empty = createServer((_request, response) =>
    response.setHeader('Content-Type', 'text/html').end('<!doctype html><html lang="en"><title>Empty</title></html>'),
  ).listen(0, '127.0.0.1');
  await once(empty, 'listening');
  const address = empty.address();
  const emptyPort = typeof address === 'object' ? (address?.port ?? 0) : 0;
  const browser = await launchChromium();
  try {
    const { name } = storeOf(await api.addStore());
    const visitors = await Promise.all(Array.from({ length: runs + 1 }, () => arrive(browser, api.url)));
    const blocked: number[] = [];
    const visitEmpty = async () => {
      const context = await openContext(browser);
      const page = await context.newPage();
      await page.goto(`http://127.0.0.1:${emptyPort}/`);
      await context.close();
    };
    const visit = async () => {
      const context = visitors.pop();
      if (!context) throw new Error('More visits than visitors');
      const page = await context.newPage();
      await page.addInitScript(watchTasks);
      await page.goto(`${api.url}/`);
      await page.getByRole('article', { name }).getByRole('button', { name: 'Connect store' }).waitFor();
      await page.evaluate(whenIdle);
      blocked.push(Number(await page.evaluate(blockedMs)));
      await context.close();
    };
    await visitEmpty();
    await visit();
    const floor = await timed(visitEmpty, runs);
    report('home, until it is interactive', await timed(visit, runs), 'an empty page', floor);
    report('home, main thread blocked', blocked.slice(1), 'an empty page', floor);
  } finally {
    await browser.close();
    empty.close();
    await api.stop();
  }
});

/** Somebody signed in, who has nothing of ours in the cache yet. */
async function arrive(browser: Browser, url: string): Promise<BrowserContext> {
  const context = await openContext(browser);
  await context.request.post(`${url}/sign-in`, { form: { token: adminToken }, headers: { origin: url } });
  return context;
}
