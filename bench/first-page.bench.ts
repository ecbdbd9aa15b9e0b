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

/** Runs in the page: collects the tasks that block its main thread for more than 50 ms. */
const collectLongTasks = `window.longTasks = [];
new PerformanceObserver((list) => window.longTasks.push(...list.getEntries())).observe({ type: 'longtask', buffered: true });`;
/** Lighthouse's total blocking time: the part of each long task beyond 50 ms. */
const blockedMs = 'window.longTasks.reduce((sum, { duration }) => sum + duration - 50, 0)';
/** The first moment at which the main thread is idle. */
const whenIdle = 'new Promise((resolve) => requestIdleCallback(resolve))';

/** Needs `npm run build`. From the navigation until a store's card can be used, with an empty cache. */
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
    const visitors = await Promise.all(Array.from({ length: runs + 1 }, () => openSignedIn(browser, api.url)));
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
      await page.addInitScript(collectLongTasks);
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

/** A signed-in visitor with an empty cache. */
async function openSignedIn(browser: Browser, url: string): Promise<BrowserContext> {
  const context = await openContext(browser);
  await context.request.post(`${url}/sign-in`, { form: { token: adminToken }, headers: { origin: url } });
  return context;
}
