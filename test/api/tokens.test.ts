import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { addToken } from '../../api/contract/access.ts';
import { signInLink } from '../../api/contract/access.ts';
import { tokenList } from '../../api/contract/access.ts';
import { includesRole, type Role, roles } from '../../domain/roles.ts';
import { eventually } from '../setup/eventually.ts';
import { adminToken, type ApiHarness, startApiHarness } from './api-harness.ts';
import { createBrowser, createClient, problemOf } from './http-client.ts';

let api: ApiHarness;
beforeAll(async () => {
  api = await startApiHarness({ worker: false });
});
afterAll(() => api.stop());

const madeToken = z.strictObject(Object(addToken.responses[201]?.schema).shape);
const uniqueName = () => `Token ${randomUUID().slice(0, 8)}`;

/** A token of that role, and a client that bears it. */
async function makeToken(role: Role, more: object = {}) {
  const answer = await api.call('POST', '/v1/tokens', { name: uniqueName(), role, ...more });
  if (answer.status !== 201) throw new Error(answer.text);
  const made = z
    .object({ id: z.string(), name: z.string(), token: z.string(), expiresAt: z.string().optional() })
    .parse(madeToken.parse(answer.body));
  return { ...made, ...createClient(api.url, made.token) };
}

const listed = async () => tokenList.parse((await api.get('/v1/tokens')).body).items;

describe('an API token', () => {
  it('is shown once, with a recognizable prefix, and listed without its secret', async () => {
    const { id, name, token } = await makeToken('operator');
    expect(token).toMatch(/^prn_[\w-]{43}$/);
    const list = await api.get('/v1/tokens');
    expect(list.text).not.toContain(token);
    const entry = (await listed()).find((each) => each.id === id);
    expect(entry).toMatchObject({ name, role: 'operator', createdBy: 'admin' });
    expect(entry).not.toHaveProperty('lastUsedAt');
    expect(list.headers.get('cache-control')).toBe('no-store');
  });

  it('has the time of its last use, to the minute', async () => {
    const { id, get } = await makeToken('viewer');
    expect((await get('/v1/stores')).status).toBe(200);
    const { lastUsedAt = '' } = (await listed()).find((each) => each.id === id) ?? {};
    expect(lastUsedAt).toMatch(/:00\.000Z$/);
    expect(Date.now() - Date.parse(lastUsedAt)).toBeLessThan(120_000);
  });

  it('is refused by every process once it is revoked, and so are browsers signed in with it', async () => {
    const { id, token, get } = await makeToken('viewer');
    const neighbour = await startApiHarness({ worker: false, deps: { apiTokens: api.records.apiTokens } });
    const { get: getElsewhere } = createClient(neighbour.url, token);
    const browser = createBrowser();
    try {
      await browser.post(`${api.url}/sign-in`, { token }, { origin: api.url });
      const everywhere = () =>
        Promise.all([get('/v1/stores'), getElsewhere('/v1/stores'), browser.get(`${api.url}/v1/stores`)]);
      expect((await everywhere()).map(({ status }) => status)).toEqual([200, 200, 200]);
      expect((await api.call('DELETE', `/v1/tokens/${id}`)).status).toBe(204);
      expect((await everywhere()).map(({ status }) => status)).toEqual([401, 401, 401]);
      expect((await api.call('DELETE', `/v1/tokens/${id}`)).status).toBe(204);
      expect((await listed()).some((each) => each.id === id)).toBe(false);
    } finally {
      await neighbour.stop();
    }
  });

  it('expires at the given time', async () => {
    const { id, get } = await makeToken('viewer', { expiresAt: new Date(Date.now() + 1500).toISOString() });
    expect((await get('/v1/stores')).status).toBe(200);
    await eventually(async () => expect((await get('/v1/stores')).status).toBe(401));
    expect((await listed()).some((each) => each.id === id)).toBe(true);
  });

  it('ends the event streams opened with it', async () => {
    const { id, token } = await makeToken('viewer');
    const stream = await fetch(`${api.url}/v1/events`, { headers: { authorization: `Bearer ${token}` } });
    expect(stream.status).toBe(200);
    await api.call('DELETE', `/v1/tokens/${id}`);
    // Ends, instead of waiting for the next change.
    await stream.text();
  });

  it('has a unique name, in any case, until it is revoked', async () => {
    const { id, name } = await makeToken('viewer');
    const again = () => api.call('POST', '/v1/tokens', { name: name.toUpperCase(), role: 'viewer' });
    expect(problemOf(await again())).toMatchObject({ status: 409, code: 'token_name_taken' });
    await api.call('DELETE', `/v1/tokens/${id}`);
    expect((await again()).status).toBe(201);
    const asAdmin = await api.call('POST', '/v1/tokens', { name: 'Admin', role: 'viewer' });
    expect(problemOf(asAdmin).code).toBe('token_name_taken');
  });

  it.each([
    ['no name', { role: 'viewer' }, '/name'],
    ['an empty name', { name: ' ', role: 'viewer' }, '/name'],
    ['an unknown role', { name: 'x', role: 'owner' }, '/role'],
    ['an end that has passed', { name: 'x', role: 'viewer', expiresAt: '2020-01-01T00:00:00Z' }, '/expiresAt'],
    ['an end that is no moment', { name: 'x', role: 'viewer', expiresAt: 'soon' }, '/expiresAt'],
    ['an unknown field', { name: 'x', role: 'viewer', scope: 'all' }, '/scope'],
  ])('is not created with %s', async (_what, body, pointer) => {
    const problem = problemOf(await api.call('POST', '/v1/tokens', body));
    expect(problem).toMatchObject({ status: 422, code: 'invalid_body' });
    expect(problem.errors?.map((each) => each.pointer)).toEqual([pointer]);
  });

  it.each(['not-an-id', randomUUID()])('that does not exist cannot be revoked: %s', async (id) => {
    const answer = await api.call('DELETE', `/v1/tokens/${id}`);
    expect(problemOf(answer)).toMatchObject({ status: 404, code: 'token_not_found' });
  });

  it('names who ticked a pre-setup task', async () => {
    const { name, call } = await makeToken('operator');
    const answer = await call('PUT', '/v1/pre-setup-tasks/cron', { done: true });
    expect(answer.body).toMatchObject({ done: true, doneBy: name });
  });

  it('appears in no log line', async () => {
    const { token, get } = await makeToken('viewer');
    await get('/v1/stores');
    await get('/v1/tokens');
    expect(api.logLines.join('')).not.toContain(token);
  });
});

interface Described {
  readonly operationId: string;
  readonly role: Role;
  readonly method: string;
  readonly path: string;
}

/** Every call that needs a role, as the OpenAPI document says. */
async function describedCalls(): Promise<Described[]> {
  const document = Object((await api.get('/openapi.json')).body);
  return Object.entries<Record<string, { operationId: string; security: { token: Role[] }[] }>>(document.paths).flatMap(
    ([path, methods]) =>
      Object.entries(methods).flatMap(([method, { operationId, security }]) => {
        const [role] = security[0]?.token ?? [];
        return role === undefined ? [] : [{ operationId, role, method: method.toUpperCase(), path }];
      }),
  );
}

describe('a role', () => {
  it('allows exactly the calls that the OpenAPI document grants it', async () => {
    const calls = await describedCalls();
    expect(new Set(calls.map(({ role }) => role))).toEqual(new Set(roles));
    for (const had of roles) {
      const { name, call } = await makeToken(had);
      for (const { role, method, path } of calls) {
        if (path === '/v1/events' || includesRole(had, role)) continue;
        // Neither an id nor a body: what is refused for its role is refused before anything is read.
        const problem = problemOf(await call(method, path.replaceAll(/\{\w+\}/g, 'x')));
        expect(problem).toMatchObject({ status: 403, code: 'forbidden' });
        expect(problem.detail).toContain(`needs the role "${role}"; the token "${name}" has the role "${had}"`);
      }
    }
    const { call } = await makeToken('viewer');
    for (const { role, method, path } of calls) {
      if (role !== 'viewer' || path === '/v1/events') continue;
      expect([path, (await call(method, path.replaceAll(/\{\w+\}/g, 'x'))).status]).not.toEqual([path, 403]);
    }
  });

  it.each([
    ['GET /v1/stores', 'viewer'],
    ['POST /v1/stores', 'operator'],
    ['POST /v1/stores/{id}/connect-links', 'operator'],
    ['POST /v1/stores/{id}/check', 'operator'],
    ['PUT /v1/pre-setup-tasks/{task}', 'operator'],
    ['DELETE /v1/stores/{id}', 'admin'],
    ['POST /v1/campaigns', 'admin'],
    ['POST /v1/campaigns/{id}/pause', 'operator'],
    ['POST /v1/imports', 'admin'],
    ['POST /v1/webhooks', 'admin'],
    ['PUT /v1/application/secret', 'admin'],
    ['GET /v1/tokens', 'admin'],
    ['POST /v1/tokens', 'admin'],
    ['DELETE /v1/tokens/{id}', 'admin'],
  ])('for %s is %s, also in the table of the document', async (name, expected) => {
    const found = (await describedCalls()).find(({ method, path }) => `${method} ${path}` === name);
    expect(found?.role).toBe(expected);
    const { description } = Object((await api.get('/openapi.json')).body).info;
    const row = String(description)
      .split('\n')
      .find((line) => line.startsWith(`| \`${expected}\``));
    expect(row).toContain(`\`${name}\``);
  });

  it('can be retrieved, with the operations that it allows', async () => {
    const calls = await describedCalls();
    for (const had of roles) {
      const { name, get } = await makeToken(had);
      const { operations, ...whose } = Object((await get('/v1/access')).body);
      expect(whose).toEqual({ name, role: had });
      const opened = calls.filter(({ role }) => includesRole(had, role));
      expect(new Set(operations)).toEqual(new Set(opened.map(({ operationId }) => operationId)));
    }
    expect((await api.get('/v1/access')).body).toMatchObject({ name: 'admin', role: 'admin' });
  });

  it('passes to a browser that signs in with the token or a sign-in link of it', async () => {
    const { call, token } = await makeToken('viewer');
    const { url } = signInLink.parse((await call('POST', '/v1/sign-in-links')).body);
    const code = new URL(url).searchParams.get('code') ?? '';
    for (const [field, secret] of Object.entries({ code, token })) {
      const browser = createBrowser();
      expect((await browser.post(`${api.url}/sign-in`, { [field]: secret }, { origin: api.url })).status).toBe(303);
      expect((await browser.get(`${api.url}/v1/stores`)).status).toBe(200);
      expect(problemOf(await browser.get(`${api.url}/v1/tokens`)).code).toBe('forbidden');
      const change = await browser.send('POST', `${api.url}/v1/stores`, { origin: api.url });
      expect(problemOf(change).code).toBe('forbidden');
    }
  });

  it('does not pass through a sign-in link whose token was revoked', async () => {
    const { id, call } = await makeToken('admin');
    const { url } = signInLink.parse((await call('POST', '/v1/sign-in-links')).body);
    await api.call('DELETE', `/v1/tokens/${id}`);
    const form = { code: new URL(url).searchParams.get('code') ?? '' };
    expect((await createBrowser().post(`${api.url}/sign-in`, form, { origin: api.url })).status).toBe(403);
  });
});

describe('the limit of requests', () => {
  it('is counted per token, and limits the look-ups of wrong tokens per address, also before a right one', async () => {
    let lookUps = 0;
    const { apiTokens } = api.records;
    const counted = {
      ...apiTokens,
      findToken: (by: Parameters<typeof apiTokens.findToken>[0]) => (lookUps++, apiTokens.findToken(by)),
    };
    const limited = await startApiHarness({ worker: false, deps: { rateLimitPerMinute: 3, apiTokens: counted } });
    try {
      const [first, second] = [await makeToken('viewer'), await makeToken('viewer')];
      for (const { token } of [first, second]) {
        const { get } = createClient(limited.url, token);
        for (const _ of [1, 2, 3]) expect((await get('/v1/marketplaces')).status).toBe(200);
        expect(problemOf(await get('/v1/marketplaces')).code).toBe('too_many_requests');
      }
      lookUps = 0;
      const statuses: number[] = [];
      for (let n = 0; n < 9; n += 1) {
        const { get } = createClient(limited.url, `prn_${randomUUID().replaceAll('-', '')}${'x'.repeat(11)}`);
        statuses.push((await get('/v1/marketplaces')).status);
      }
      expect(statuses).toEqual([401, 401, 401, 429, 429, 429, 429, 429, 429]);
      expect(lookUps).toBe(3);
      // Valid tokens and the admin token wait as well, so that a guess is never confirmed.
      for (const right of [adminToken, (await makeToken('viewer')).token])
        expect((await createClient(limited.url, right).get('/v1/marketplaces')).status).toBe(429);
    } finally {
      await limited.stop();
    }
  });
});
