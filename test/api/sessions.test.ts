import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SessionEnds } from '../../adapters/postgres/access/session-ends.ts';
import { sessionPage } from '../../api/contract/sessions.ts';
import { eventually } from '../setup/eventually.ts';
import { adminToken, type ApiHarness, startApiHarness, uniqueName } from './api-harness.ts';
import { type OpenStream, openStream } from './event-stream.ts';
import { type Browser, createBrowser, createClient, problemOf } from './http-client.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

let api: ApiHarness;
let clock = new Date();
const later = (ms: number) => void (clock = new Date(clock.getTime() + ms));
const streams: OpenStream[] = [];
beforeAll(async () => {
  api = await startApiHarness({ worker: false, deps: { now: () => clock } });
});
beforeEach(() => void (clock = new Date()));
afterEach(() => {
  for (const stream of streams.splice(0)) stream.close();
});
afterAll(() => api.stop());

async function signedIn(token = adminToken): Promise<Browser> {
  const browser = createBrowser();
  const form = { token };
  const answer = await browser.post(`${api.url}/sign-in`, form, { origin: api.url, 'user-agent': 'Test browser' });
  expect(answer.status).toBe(303);
  return browser;
}

async function makeToken(role: string) {
  const created = Object((await api.call('POST', '/v1/tokens', { name: uniqueName(), role })).body);
  return { id: String(created.id), name: String(created.name), token: String(created.token) };
}

const statusOf = async (browser: Browser) => (await browser.get(`${api.url}/v1/access`)).status;

async function sessionsOf(browser: Browser) {
  const answer = await browser.get(`${api.url}/v1/sessions?limit=200`);
  expect(answer.status).toBe(200);
  return sessionPage.strict().parse(answer.body).items;
}

const endSession = (browser: Browser, id: string) =>
  browser.send('DELETE', `${api.url}/v1/sessions/${id}`, { origin: api.url });

describe('a session', () => {
  it('ends 12 hours after the sign-in, however much it is used', async () => {
    const { token } = await makeToken('viewer');
    const browser = await signedIn(token);
    for (let hour = 1; hour <= 11; hour += 1) {
      later(hourMs);
      expect(await statusOf(browser)).toBe(200);
    }
    later(hourMs);
    expect(await statusOf(browser)).toBe(401);
  });

  it('of an admin ends after an hour without use', async () => {
    const browser = await signedIn();
    for (let count = 0; count < 3; count += 1) {
      later(59 * minuteMs);
      expect(await statusOf(browser)).toBe(200);
    }
    later(60 * minuteMs);
    expect(await statusOf(browser)).toBe(401);
  });

  it('of anyone else does not', async () => {
    const { token } = await makeToken('operator');
    const browser = await signedIn(token);
    later(11 * hourMs);
    expect(await statusOf(browser)).toBe(200);
  });

  it('is not used by what an open page asks by itself', async () => {
    const browser = await signedIn();
    later(59 * minuteMs);
    const background = { 'perennial-background': 'true' };
    expect((await browser.get(`${api.url}/v1/access`, background)).status).toBe(200);
    later(minuteMs);
    expect(await statusOf(browser)).toBe(401);
  });

  it('is stored by a hash, and its use is recorded at most once a minute', async () => {
    const browser = await signedIn();
    const [{ id, createdAt } = { id: '', createdAt: '' }] = await sessionsOf(browser);
    const row = await api.database('sessions').where({ id }).first();
    expect(JSON.stringify(row)).not.toContain(browser.cookies.get('perennial_session'));
    const lastUse = async () => (await sessionsOf(browser)).find((session) => session.id === id)?.lastUsedAt;
    later(59_000);
    expect(await lastUse()).toBe(createdAt);
    later(1000);
    await lastUse();
    expect(await lastUse()).toBe(clock.toISOString());
  });

  it('ends with the API token that signed it in, not with another', async () => {
    const [one, other] = [await makeToken('viewer'), await makeToken('viewer')];
    const [ended, kept] = [await signedIn(one.token), await signedIn(other.token)];
    await api.call('DELETE', `/v1/tokens/${one.id}`);
    expect([await statusOf(ended), await statusOf(kept)]).toEqual([401, 200]);
  });

  it('replaces the one that the browser had', async () => {
    const browser = await signedIn();
    const before = new Map(browser.cookies);
    await browser.post(`${api.url}/sign-in`, { token: adminToken }, { origin: api.url });
    const old = createBrowser();
    for (const [name, value] of before) old.cookies.set(name, value);
    expect([await statusOf(browser), await statusOf(old)]).toEqual([200, 401]);
  });
});

describe('the list of sessions', () => {
  it('shows who signed in, how, when and from where', async () => {
    const browser = await signedIn();
    const current = (await sessionsOf(browser)).filter(({ isCurrent }) => isCurrent);
    expect(current).toEqual([
      {
        id: expect.any(String),
        name: 'admin',
        role: 'admin',
        signedInWith: 'admin_token',
        createdAt: clock.toISOString(),
        authenticatedAt: clock.toISOString(),
        lastUsedAt: clock.toISOString(),
        expiresAt: new Date(clock.getTime() + hourMs).toISOString(),
        clientAddress: '127.0.0.1',
        userAgent: 'Test browser',
        isCurrent: true,
      },
    ]);
  });

  it('names sign-in links, pages through many, and leaves out those that are over', async () => {
    const { token, name } = await makeToken('viewer');
    const { url } = Object((await createClient(api.url, token).call('POST', '/v1/sign-in-links')).body);
    const code = new URL(url).searchParams.get('code') ?? '';
    const linked = createBrowser();
    await linked.post(`${api.url}/sign-in`, { code }, { origin: api.url });
    later(1000);
    await signedIn(token);
    expect((await sessionsOf(linked)).map((session) => [session.name, session.signedInWith])).toEqual([
      [name, 'api_token'],
      [name, 'sign_in_link'],
    ]);
    const first = sessionPage.strict().parse((await linked.get(`${api.url}/v1/sessions?limit=1`)).body);
    const rest = await linked.get(`${api.url}/v1/sessions?limit=1&cursor=${first.nextCursor}`);
    expect(
      sessionPage
        .strict()
        .parse(rest.body)
        .items.map(({ isCurrent }) => isCurrent),
    ).toEqual([true]);
    later(12 * hourMs);
    expect(await sessionsOf(await signedIn(token))).toHaveLength(1);
  });

  it('shows everyone their own, and an admin all', async () => {
    const [one, other] = [await makeToken('viewer'), await makeToken('operator')];
    const [first, second] = [await signedIn(one.token), await signedIn(other.token)];
    const [own = { id: '' }] = await sessionsOf(first);
    expect((await sessionsOf(second)).map(({ id }) => id)).not.toContain(own.id);
    expect((await sessionsOf(await signedIn())).map(({ id }) => id)).toContain(own.id);
    expect((await createClient(api.url, one.token).get('/v1/sessions')).text).toContain(own.id);

    expect(problemOf(await endSession(second, own.id))).toMatchObject({ status: 404, code: 'session_not_found' });
    expect(await statusOf(first)).toBe(200);
    expect((await endSession(await signedIn(), own.id)).status).toBe(204);
    expect(await statusOf(first)).toBe(401);
    expect((await endSession(await signedIn(), own.id)).status).toBe(404);
    expect((await endSession(await signedIn(), 'no-id')).status).toBe(404);
  });
});

describe('the event streams of a session', () => {
  const open = async (where: Pick<ApiHarness, 'url'>, browser: Browser) => {
    const stream = await openStream(where, browser);
    expect(stream.status).toBe(200);
    streams.push(stream);
    return stream;
  };

  it('end as soon as it is signed out, in every process, and those of others do not', async () => {
    const sessionEnds = new SessionEnds(api.databaseUrl);
    await sessionEnds.listening;
    const { sessions } = api.records;
    const [leaving, staying] = [await signedIn(), await signedIn()];
    const secret = leaving.cookies.get('perennial_session') ?? '';
    const policy = { ...(await api.deps.signing()), now: clock };
    const inForce = await sessions.findSession({ secret }, policy, { isUse: false });
    // Only the report can end a stream here: looking again and again always finds the session.
    const findSession: typeof sessions.findSession = async (by, ...others) =>
      'id' in by ? inForce : sessions.findSession(by, ...others);
    const other = await startApiHarness({
      worker: false,
      deps: { ...api.records, sessions: { ...sessions, findSession }, sessionEnds, signing: api.deps.signing },
    });
    try {
      const own = [await open(api, leaving), await open(other, leaving)];
      const others = [await open(api, staying), await open(other, staying)];
      await leaving.post(`${api.url}/sign-out`, {}, { origin: api.url });
      await eventually(() => expect(own.map(({ hasEnded }) => hasEnded())).toEqual([true, true]));
      expect(others.map(({ hasEnded }) => hasEnded())).toEqual([false, false]);
    } finally {
      await other.stop();
      await sessionEnds.close();
    }
  });

  it('end when it expires', async () => {
    const stream = await open(api, await signedIn());
    later(hourMs);
    await eventually(() => expect(stream.hasEnded()).toBe(true));
  });
});

describe('what needs a fresh sign-in', () => {
  const calls: readonly (readonly [string, string])[] = [
    ['POST', '/v1/tokens'],
    ['DELETE', '/v1/tokens/00000000-0000-4000-8000-000000000000'],
    ['POST', '/v1/sign-in-links'],
    ['PUT', '/v1/application/secret'],
    ['DELETE', '/v1/stores/00000000-0000-4000-8000-000000000000'],
    ['POST', '/v1/webhooks'],
    ['DELETE', '/v1/webhooks/00000000-0000-4000-8000-000000000000'],
    ['POST', '/v1/webhooks/00000000-0000-4000-8000-000000000000/rotate-secret'],
  ];

  it.each(calls)('%s %s is refused a quarter of an hour after the sign-in', async (method, path) => {
    const browser = await signedIn();
    const send = () => browser.send(method, `${api.url}${path}`, { origin: api.url });
    later(15 * minuteMs);
    expect((await send()).text).not.toContain('fresh_sign_in_required');
    later(1);
    const problem = problemOf(await send());
    expect(problem).toMatchObject({ status: 403, code: 'fresh_sign_in_required' });
    expect(problem.detail).toContain('Sign in again at /sign-in?fresh=1');
    expect((await api.call(method, path)).text).not.toContain('fresh_sign_in_required');
  });

  it('works again after signing in again, which the page explains', async () => {
    const browser = await signedIn();
    later(20 * minuteMs);
    const page = await browser.get(`${api.url}/sign-in?fresh=1&return=/stores/1`);
    expect(page.text).toContain('needs a recent sign-in');
    const answer = await browser.post(
      `${api.url}/sign-in`,
      { token: adminToken, return: '/stores/1' },
      { origin: api.url },
    );
    expect(answer.headers.get('location')).toBe('/stores/1');
    expect((await browser.send('POST', `${api.url}/v1/sign-in-links`, { origin: api.url })).status).toBe(201);
  });

  it('is no other change', async () => {
    const browser = await signedIn();
    later(20 * minuteMs);
    expect((await browser.send('POST', `${api.url}/v1/calendar-links`, { origin: api.url })).status).toBe(201);
  });
});
