import { request } from 'node:https';
import { readFileSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../setup/eventually.ts';
import { startHttpsProxy, type TlsProxy, tlsFiles } from '../setup/tls-proxy.ts';
import { adminToken, type ApiHarness, startApiHarness } from './api-harness.ts';
import { problemOf, storeOf } from './http-client.ts';

const publicUrl = 'https://perennial.example.com';
const apis: ApiHarness[] = [];
afterAll(async () => {
  for (const api of apis) await api.stop();
});

async function start(deps: Parameters<typeof startApiHarness>[0] = {}): Promise<ApiHarness> {
  const api = await startApiHarness({ worker: false, ...deps });
  apis.push(api);
  return api;
}

describe('an https address behind a proxy that ends TLS', () => {
  let api: ApiHarness;
  let proxy: TlsProxy;
  beforeAll(async () => {
    api = await start({ worker: true, deps: { publicUrl } });
    proxy = await startHttpsProxy(api.url);
  });
  afterAll(() => proxy.close());

  /** Through the proxy, as a browser at the public address. */
  function send(method: string, path: string, headers: IncomingHttpHeaders = {}, body = '') {
    return new Promise<{ status: number; cookie: string }>((resolve, reject) => {
      const host = new URL(publicUrl).host;
      const options = {
        ...{ host: '127.0.0.1', port: proxy.port, servername: 'localhost', ca: readFileSync(tlsFiles.authority) },
        ...{ method, path, headers: { host, ...headers } },
      };
      const sent = request(options, (answer) => {
        answer
          .resume()
          .once('end', () =>
            resolve({ status: answer.statusCode ?? 0, cookie: answer.headers['set-cookie']?.join('\n') ?? '' }),
          );
      });
      sent.once('error', reject).end(body);
    });
  }
  const signIn = (headers: IncomingHttpHeaders = {}) =>
    send(
      'POST',
      '/sign-in',
      { origin: publicUrl, 'content-type': 'application/x-www-form-urlencoded', ...headers },
      new URLSearchParams({ token: adminToken }).toString(),
    );

  it('has a __Host- session cookie with Secure, which signs in and out', async () => {
    // A client may send the header of a proxy that does not.
    for (const forged of [undefined, 'http', 'https']) {
      const answer = await signIn(forged ? { 'x-forwarded-proto': forged } : {});
      expect(answer.status).toBe(303);
      expect(answer.cookie).toMatch(
        /^__Host-perennial_session=[^;]+; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Strict$/,
      );
      const cookie = answer.cookie.split(';')[0] ?? '';
      expect((await send('GET', '/v1/stores', { cookie })).status).toBe(200);
      const planted = cookie.replace('__Host-', '');
      expect((await send('GET', '/v1/stores', { cookie: planted })).status).toBe(401);
      const out = await send('POST', '/sign-out', { cookie, origin: publicUrl });
      expect(out.cookie).toMatch(
        /^__Host-perennial_session=; Path=\/; Expires=Thu, 01 Jan 1970 [^;]+; HttpOnly; Secure/,
      );
      expect((await send('GET', '/v1/stores', { cookie })).status).toBe(401);
    }
  });

  it('has a __Host- browser cookie with Secure, and ignores one without the prefix', async () => {
    const { id } = storeOf(await api.addStore());
    // Until a worker has recorded the store.
    const link = new URL(await eventually(() => api.makeLink(id)));
    const first = await send('GET', link.pathname);
    expect(first.status).toBe(302);
    expect(first.cookie).toMatch(/^__Host-perennial_browser=[^;]+;.* Path=\/;.* HttpOnly; Secure; SameSite=Lax$/);
    const cookie = first.cookie.split(';')[0] ?? '';
    expect((await send('GET', link.pathname, { cookie })).cookie).toContain(cookie);
    const planted = await send('GET', link.pathname, { cookie: cookie.replace('__Host-', '') });
    expect(planted.cookie).not.toContain(cookie.split('=')[1]);
  });
});

describe('clients', () => {
  const limitOf = 3;
  const deps = { rateLimitPerMinute: limitOf };
  const proxied = () => start({ deps: { ...deps, trustedProxies: ['127.0.0.0/8'] } });

  /** The statuses of requests without a token, one for each `X-Forwarded-For`. */
  async function statuses(api: ApiHarness, forwardedFor: readonly string[]): Promise<readonly number[]> {
    const answers: number[] = [];
    for (const address of forwardedFor)
      answers.push(
        (await api.call('GET', '/openapi.json', undefined, { authorization: '', 'x-forwarded-for': address })).status,
      );
    return answers;
  }
  const times = (count: number, address: string) => Array.from({ length: count }, () => address);

  it('of a trusted proxy are counted each by itself', async () => {
    const api = await proxied();
    expect(await statuses(api, times(limitOf + 1, '192.0.2.1'))).toEqual([200, 200, 200, 429]);
    expect(await statuses(api, ['192.0.2.2', '192.0.2.1'])).toEqual([200, 429]);
    // What a client puts in front of its own address is ignored, and so is a port.
    expect(await statuses(api, ['198.51.100.9, 192.0.2.1', '192.0.2.1:5123', '[::ffff:192.0.2.1]:5123'])).toEqual([
      429, 429, 429,
    ]);
  });

  it('with IPv6 are counted by their /64 network', async () => {
    const api = await proxied();
    const network = '2001:db8:0:7';
    const answers = await statuses(api, [`${network}::1`, `${network}::2`, `[${network}:a::]:443`, `${network}:b::9`]);
    expect(answers).toEqual([200, 200, 200, 429]);
    expect(await statuses(api, ['2001:db8:0:8::1'])).toEqual([200]);
  });

  it('of an address that is no trusted proxy are counted together, whatever header they forge', async () => {
    for (const trustedProxies of [[], ['10.0.0.0/8']]) {
      const api = await start({ deps: { ...deps, trustedProxies } });
      expect(await statuses(api, ['192.0.2.1', '192.0.2.2', '192.0.2.3', '192.0.2.4'])).toEqual([200, 200, 200, 429]);
    }
  });

  it('are refused by their own wrong tokens only', async () => {
    const api = await proxied();
    const guess = (address: string, token: string) =>
      api.call('GET', '/v1/marketplaces', undefined, { authorization: `Bearer ${token}`, 'x-forwarded-for': address });
    for (const n of [1, 2, 3]) expect((await guess('192.0.2.1', `guess-${n}`)).status).toBe(401);
    expect(problemOf(await guess('192.0.2.1', adminToken)).code).toBe('too_many_requests');
    expect((await guess('192.0.2.2', adminToken)).status).toBe(200);
  });
});
