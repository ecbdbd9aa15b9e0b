import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveConsole } from '../../api/service/serve-console.ts';
import { adminToken, type ApiHarness, startApiHarness } from '../api/api-harness.ts';
import { storeOf } from '../api/http-client.ts';
import { eventually } from '../setup/eventually.ts';
import { limitMs } from '../setup/scaled-time.ts';
import { useBrowser } from './browser.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** As Commerce Admin opens an extension. */
const sandbox = 'allow-scripts allow-forms allow-same-origin allow-popups allow-downloads';

describe("the console in another site's frame", { timeout: limitMs(60_000) }, () => {
  const visitors = useBrowser();
  let commerce: Server;
  let commerceUrl: string;
  let framed = '';
  let api: ApiHarness | undefined;

  beforeAll(async () => {
    spawnSync(process.execPath, ['dev/bootstrap.mjs', 'build'], { cwd: root });
    // To a browser, localhost is another site than 127.0.0.1, where the API listens.
    commerce = createServer((_request, response) =>
      response.setHeader('Content-Type', 'text/html').end(`<!doctype html><html lang="en"><title>Commerce</title>
        <script>window.received = []; addEventListener('message', ({ data }) => window.received.push(data));</script>
        ${framed}</html>`),
    ).listen(0, 'localhost');
    await once(commerce, 'listening');
    commerceUrl = `http://localhost:${(commerce.address() as AddressInfo).port}`;
  }, limitMs(120_000));
  afterAll(async () => {
    await api?.stop();
    commerce.close();
  });

  function harness(): ApiHarness {
    if (!api) throw new Error('No page was framed yet');
    return api;
  }

  async function frame(page: Page, path: string, frameAncestors: string[], style = ''): Promise<FrameLocator> {
    // Not after the test: a page that is still open reports the end of its stream as an error.
    await api?.stop();
    const consolePages = serveConsole({ distDir: `${root}/dist/console`, frameAncestors });
    const publicUrl = 'https://perennial.example.com';
    api = await startApiHarness({ deps: { publicUrl, frameAncestors, consolePages } });
    framed = `<iframe title="console" sandbox="${sandbox}" width="900" height="700" style="${style}" src="${api.url}${path}"></iframe>`;
    await page.goto(commerceUrl);
    return page.frameLocator('iframe');
  }

  it('is blocked by the browser unless the site is allowed', async () => {
    const { page, expectError } = await visitors.arrive();
    expectError(/frame-ancestors/);
    await frame(page, '/', []);
    await eventually(() => expect(page.frames()[1]?.url()).toMatch(/^chrome-error:/));
  });

  it('signs in and updates live on an allowed site, and its session counts only there', async () => {
    const { page, context, expectError } = await visitors.arrive();
    expectError(/401/);
    const inside = await frame(page, '/', [commerceUrl]);
    await inside.getByLabel('Token').fill(adminToken);
    await inside.getByRole('button', { name: 'Sign in' }).click();
    await inside.getByRole('heading', { name: 'Connect Commerce to Amazon' }).waitFor();
    const { name } = storeOf(await harness().addStore());
    await inside.getByRole('article', { name }).waitFor();

    const [cookie] = await context.cookies(harness().url);
    expect(cookie).toMatchObject({ name: '__Host-perennial_session', sameSite: 'None', secure: true, httpOnly: true });
    const alone = await context.newPage();
    await alone.goto(`${harness().url}/`);
    await alone.getByLabel('Token').waitFor();
  });

  it('registers its menu entry in a hidden frame, and renders once the frame is visible', async () => {
    const { page, expectError } = await visitors.arrive();
    expectError(/401/);
    const requests: string[] = [];
    page.on('request', (request) => requests.push(new URL(request.url()).pathname));
    await frame(page, '/admin-ui-sdk', [commerceUrl], 'display: none');
    await eventually(async () => expect(await page.evaluate('window.received.length')).toBeGreaterThan(0));
    expect(requests.filter((path) => path.startsWith('/v1/'))).toEqual([]);
    await page.locator('iframe').evaluate((element) => element.removeAttribute('style'));
    await page.frameLocator('iframe').getByLabel('Token').waitFor();
  });
});
