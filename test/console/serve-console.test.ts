import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type ConsoleOptions, serveConsole } from '../../api/service/serve-console.ts';
import { securityHeaders } from '../../api/http/security-headers.ts';

describe('serving the console', () => {
  let distDir: string;
  beforeAll(() => {
    distDir = mkdtempSync(join(tmpdir(), 'perennial-console-'));
    mkdirSync(join(distDir, 'assets'));
    writeFileSync(join(distDir, 'index.html'), '<html><head></head><body>console</body></html>');
    writeFileSync(join(distDir, 'admin-ui-sdk.html'), '<html><head></head><body>registration</body></html>');
    writeFileSync(join(distDir, 'assets', 'main-4f2a.js'), '1'.repeat(5000));
  });
  afterAll(() => rmSync(distDir, { recursive: true, force: true }));

  let server: Server | undefined;
  afterEach(() => void server?.close());

  async function get(path: string, options: Partial<ConsoleOptions> = {}, accept = '*/*') {
    server?.close();
    const served = serveConsole({ distDir, ...options });
    server = express()
      .use(securityHeaders('http://localhost'))
      .use(served.pages)
      .use(served.notFound)
      .use((_request, response) => void response.status(404).send('not the console'))
      .listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { accept } });
    return { status: response.status, headers: response.headers, text: await response.text() };
  }

  it.each([
    '/',
    '/stores/5f0c9a52-3a0e-4d0b-9a33-0a8f5ed5b4c7',
    '/renewals',
    '/campaigns',
    '/campaigns/5f0c9a52-3a0e-4d0b-9a33-0a8f5ed5b4c7',
    '/pre-setup-tasks',
    '/learning',
  ])('serves the page at %s, revalidated on every visit', async (path) => {
    const { status, text, headers } = await get(path);
    expect(status).toBe(200);
    expect(text).toContain('console');
    expect(headers.get('cache-control')).toBe('no-cache');
  });

  it.each(['/v1/stores', '/connect/abc', '/oauth/amazon/callback', '/docs', '/sign-in', '/stores', '/stores/a/b'])(
    'leaves %s to the API',
    async (path) => {
      expect((await get(path)).text).toBe('not the console');
    },
  );

  it('shows browsers a not-found page at an unknown address', async () => {
    expect(await get('/no/such/page', {}, 'text/html')).toMatchObject({
      status: 404,
      text: expect.stringContaining('console'),
    });
    expect((await get('/v1/nothing', {}, 'text/html')).text).toBe('not the console');
  });

  it('loads nothing from other hosts, and lets no other site frame it', async () => {
    const { headers } = await get('/');
    const policy = String(headers.get('content-security-policy')).split(';');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("style-src 'self' 'unsafe-inline'");
    expect(policy).toContain("frame-ancestors 'self'");
    expect(policy.join(';')).not.toMatch(/https?:|\*|unsafe-eval/);
  });

  it('can be framed by the configured sites, such as Commerce Admin', async () => {
    const frameAncestors = ['https://commerce.example'];
    const { headers, text } = await get('/admin-ui-sdk', { frameAncestors });
    expect(text).toContain('registration');
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'self' https://commerce.example");
    expect(headers.get('x-frame-options')).toBeNull();
  });

  it('lets browsers cache its files for a year, because their names change with their content', async () => {
    const { headers } = await get('/assets/main-4f2a.js');
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect((await get('/assets/pages.css')).text).toBe('not the console');
  });

  it('compresses its files', async () => {
    const { headers, text } = await get('/assets/main-4f2a.js');
    expect(headers.get('content-encoding')).toMatch(/^(br|gzip)$/);
    expect(text).toBe('1'.repeat(5000));
  });

  it('tells the pages where Temporal UI is, escaped', async () => {
    expect((await get('/')).text).not.toContain('temporal-ui-url');
    const { text } = await get('/', { temporalUiUrl: 'http://localhost:8233/"><script>' });
    expect(text).toContain('<meta name="temporal-ui-url" content="http://localhost:8233/&quot;&gt;&lt;script&gt;" />');
  });
});
