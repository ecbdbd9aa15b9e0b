import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemKinds } from '../../api/contract/problem-kinds.ts';
import { adminToken, type ApiHarness, startApiHarness, uniqueName } from './api-harness.ts';
import { createClient, problemOf, storeOf } from './http-client.ts';

let api: ApiHarness;
beforeAll(async () => {
  api = await startApiHarness();
});
afterAll(() => api.stop());

/** Sends bytes as they are, which no client of ours would. */
function raw(text: string): Promise<string> {
  const { hostname, port } = new URL(api.url);
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(Number(port), hostname, () => socket.end(text));
    socket.on('data', (data) => (answer += data.toString()));
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });
}

describe('a malformed request', () => {
  const valid = JSON.stringify({ website: 'base', email: 'a@example.com', name: 'Odd', country: 'US' });
  it.each([
    ['no JSON', '{"website":', {}, 400, 'invalid_json'],
    ['an empty body', '', {}, 400, 'invalid_json'],
    ['a bare string', '"store"', {}, 400, 'invalid_json'],
    ['a list', '[]', {}, 422, 'invalid_body'],
    ['another type', valid, { 'content-type': 'text/plain' }, 415, 'unsupported_media_type'],
    ['a form', 'website=base', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'unsupported_media_type'],
    [
      'another encoding',
      valid,
      { 'content-type': 'application/json; charset=iso-8859-1' },
      415,
      'unsupported_media_type',
    ],
    ['compression', valid, { 'content-encoding': 'gzip' }, 415, 'unsupported_media_type'],
    ['64 kB too many', JSON.stringify({ name: 'x'.repeat(70_000) }), {}, 413, 'body_too_large'],
    ['a prototype', '{"__proto__":{"admin":true},"constructor":1}', {}, 422, 'invalid_body'],
    ['a huge number', '{"website":1e999,"name":123456789012345678901234567890}', {}, 422, 'invalid_body'],
    ['depth', `{"name":${'['.repeat(5000)}${']'.repeat(5000)}}`, {}, 422, 'invalid_body'],
    ['a key of spaces', valid, { 'idempotency-key': 'a b' }, 400, 'invalid_header'],
    ['a key too long', valid, { 'idempotency-key': 'k'.repeat(256) }, 400, 'invalid_header'],
  ])('is a problem document: %s', async (_what, body, headers, status, code) => {
    const answer = await api.call('POST', '/v1/stores', body, headers);
    expect(problemOf(answer)).toMatchObject({ status, code });
  });

  it.each([
    ['GET', '/v1/nothing', 404, 'not_found'],
    ['GET', '/nothing', 404, 'not_found'],
    ['GET', '/v1/stores/%E0%A4%A', 400, 'malformed_request'],
    ['GET', '/v1/stores/a/b/c', 404, 'not_found'],
    ['PUT', '/v1/stores', 405, 'method_not_allowed'],
    ['DELETE', '/v1/stores', 405, 'method_not_allowed'],
    ['POST', '/healthz', 405, 'method_not_allowed'],
    ['GET', '/v1/stores/00000000-0000-4000-8000-000000000000/timeline', 404, 'store_not_found'],
    ['POST', '/v1/stores/x/check', 404, 'store_not_found'],
    ['PATCH', '/v1/stores/x', 415, 'unsupported_media_type'],
    ['GET', '/v1/renewals?from=1&to=2', 400, 'invalid_query'],
    ['GET', '/v1/commerce/attributes?q=a&q=b', 400, 'invalid_query'],
    ['GET', '/v1/commerce/attributes?limit=-1', 400, 'invalid_query'],
  ])('%s %s is %i %s', async (method, path, status, code) => {
    const answer = await api.call(method, path, method === 'PATCH' ? 'x' : undefined, { 'content-type': 'text/plain' });
    expect(problemOf(answer)).toMatchObject({ status, code });
    if (status === 405) expect(answer.headers.get('allow')).toMatch(/^(GET|POST|, |HEAD|OPTIONS)+$/);
  });

  it('is 4xx even for bytes that no client sends', async () => {
    const auth = `Host: x\r\nAuthorization: Bearer ${adminToken}\r\nConnection: close\r\n`;
    const answers = await Promise.all([
      raw(`GET /v1/stores?q=\u0001 HTTP/1.1\r\n${auth}\r\n`),
      raw(`GET //evil.example/v1/stores HTTP/1.1\r\n${auth}\r\n`),
      raw(`GET /v1/stores/..%2f..%2fetc HTTP/1.1\r\n${auth}\r\n`),
      raw(`POST /v1/stores HTTP/1.1\r\n${auth}Content-Type: application/json\r\nContent-Length: abc\r\n\r\n`),
      raw(`GET /v1/events HTTP/1.1\r\n${auth}Last-Event-ID: 1' or '1'='1\r\n\r\n`),
      raw(`BREW /v1/stores HTTP/1.1\r\n${auth}\r\n`),
    ]);
    expect(answers.map((answer) => answer.slice(0, 10))).toEqual(
      answers.map(() => expect.stringMatching(/HTTP\/1.1 4/)),
    );
  });
});

describe('every answer', () => {
  it('carries the X-Request-Id of the request if it is valid, else a new one', async () => {
    expect(
      (await api.call('GET', '/healthz', undefined, { 'x-request-id': 'abc-1' })).headers.get('x-request-id'),
    ).toBe('abc-1');
    const odd = await api.call('GET', '/v1/nothing', undefined, { 'x-request-id': 'no id <script>' });
    expect(problemOf(odd).requestId).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('has strict headers and hides the server software', async () => {
    const { headers } = await api.get('/v1/marketplaces');
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('x-powered-by')).toBeNull();
  });

  it('links a problem to a page that says what to do', async () => {
    const { type } = problemOf(await api.get('/v1/nothing'));
    const page = await fetch(type);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain(problemKinds.not_found.whatToDo);
    expect((await fetch(`${api.url}/problems/%3Cscript%3E`)).status).toBe(404);
  });

  it('is logged by its route, without its address, token, code or cookie', async () => {
    await api.call('GET', '/connect/secret-connect-token-of-the-test-1234', undefined, { authorization: '' });
    const query = 'state=secret-state&selling_partner_id=A1&spapi_oauth_code=secret-code';
    await api.call('GET', `/oauth/amazon/callback?${query}`, undefined, { cookie: 'perennial_browser=secret-cookie' });
    await api.call('GET', '/sign-in?code=secret-sign-in');
    await api.call('GET', '/v1/stores?q=secret-search', undefined, { 'x-request-id': 'find-me' });
    const log = api.logLines.join('');
    expect(log).toContain('find-me');
    expect(log).toContain('"route":"/connect/{token}"');
    expect(log).toContain('"route":"/oauth/amazon/callback"');
    expect(log).not.toMatch(/secret-/);
    expect(log).not.toContain(adminToken);
  });
});

describe('a token', () => {
  it.each([
    ['none', ''],
    ['a wrong one', 'Bearer wrong'],
    ['another scheme', `Basic ${adminToken}`],
    ['one with more', `Bearer ${adminToken}x`],
    ['an empty one', 'Bearer '],
  ])('is required under /v1: %s is 401', async (_what, authorization) => {
    for (const path of ['/v1/stores', '/v1/nothing', '/v1/events', '/v1/renewals.ics']) {
      const answer = await api.call('GET', path, undefined, { authorization });
      expect(problemOf(answer)).toMatchObject({ status: 401, code: 'unauthorized' });
      expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer /);
    }
  });

  it('has its own rate limit, which says when to retry', async () => {
    const limited = await startApiHarness({ worker: false, deps: { rateLimitPerMinute: 3 } });
    try {
      const { call } = createClient(limited.url, adminToken);
      for (const _ of [1, 2, 3]) expect((await call('GET', '/v1/marketplaces')).status).toBe(200);
      const refused = await call('GET', '/v1/marketplaces');
      expect(problemOf(refused)).toMatchObject({ status: 429, code: 'too_many_requests' });
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
      // Other requests count per address; health checks do not count.
      expect((await call('GET', '/v1/marketplaces', undefined, { authorization: '' })).status).toBe(401);
      expect((await call('GET', '/healthz')).status).toBe(200);
    } finally {
      await limited.stop();
    }
  });
});

describe('look-ups', () => {
  it('list the websites of Commerce, its attributes and the marketplaces', async () => {
    const websites = Object((await api.get('/v1/commerce/websites')).body).items;
    expect(websites).toContainEqual(expect.objectContaining({ code: 'base' }));
    expect(JSON.stringify(websites)).not.toContain('"admin"');
    const attributes = Object((await api.get('/v1/commerce/attributes?q=ASIN&limit=2')).body).items;
    expect(attributes).toHaveLength(2);
    expect(Object((await api.get('/v1/marketplaces')).body).items).toContainEqual(
      expect.objectContaining({ country: 'GB', region: 'EU', currency: 'GBP' }),
    );
  });
});

describe('any text', () => {
  it.each(['🌱 Café – ñ', "Robert'); drop table stores;--", '日本', '<b>&amp;', 'a\\b"c', 'x'.repeat(100 - 14)])(
    'may be a name: %s',
    async (text) => {
      const name = `${text}${uniqueName().slice(-13)}`;
      const { id } = storeOf(await api.addStore({ name }));
      expect(storeOf(await api.get(`/v1/stores/${id}`)).name).toBe(name);
    },
  );
});
