import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, pingDatabase } from '../../adapters/postgres/db/database.ts';
import { createRepositories } from '../../adapters/postgres/index.ts';
import { createSecretVault } from '../../adapters/secrets/secret-vault.ts';
import { readiness } from '../../api/contract/service.ts';
import { createMetrics } from '../../api/http/metrics.ts';
import { type CommerceCatalog, CommerceUnavailable } from '../../domain/commerce.ts';
import { eventually } from '../setup/eventually.ts';
import { limitMs } from '../setup/scaled-time.ts';
import { adminToken, type ApiHarness, startApiHarness, uniqueName } from './api-harness.ts';
import { problemOf, storeOf } from './http-client.ts';

let api: ApiHarness;
beforeAll(async () => {
  api = await startApiHarness();
});
afterAll(() => api.stop());

describe('readiness', () => {
  it('covers PostgreSQL, Temporal, a polling worker and Commerce', async () => {
    const answer = await eventually(async () => {
      const ready = await api.get('/readyz');
      expect(ready.status).toBe(200);
      return ready;
    });
    const { status, parts } = readiness.strict().parse(answer.body);
    expect(status).toBe('ready');
    expect(Object.entries(parts).map(([name, { state }]) => [name, state])).toEqual([
      ['postgres', 'ok'],
      ['temporal', 'ok'],
      ['worker', 'ok'],
      ['commerce', 'ok'],
    ]);
  });

  it('is 503 while no worker polls', async () => {
    const idle = await startApiHarness({ worker: false });
    const answer = await idle.get('/readyz');
    await idle.stop();
    expect(answer.status).toBe(503);
    const { parts } = readiness.parse(answer.body);
    expect([parts.worker.state, parts.temporal.state]).toEqual(['unavailable', 'ok']);
  });
});

describe('monitoring', () => {
  it('costs the same however often it is called, and names no address', async () => {
    let pings = 0;
    let counts = 0;
    const { stores } = api.records;
    const countByStatus: typeof stores.countByStatus = (filter) => (counts++, stores.countByStatus(filter));
    const pingDatabase = async () => void pings++;
    const deps = { pingDatabase, stores: { ...stores, countByStatus } };
    const asked = await startApiHarness({ worker: false, temporalAddress: '127.0.0.1:1', deps });
    try {
      const startedAt = performance.now();
      const readAll = async (path: string) =>
        Promise.all(Array.from({ length: 50 }, async () => (await asked.get(path)).text));
      for (const path of ['/readyz', '/metrics', '/readyz', '/metrics'])
        expect((await readAll(path)).join('')).not.toContain('127.0.0.1');
      const maxCalls = 2 + (performance.now() - startedAt) / 1000;
      expect([pings <= maxCalls, counts <= maxCalls]).toEqual([true, true]);
      expect([pings > 0, counts > 0]).toEqual([true, true]);
    } finally {
      await asked.stop();
    }
  });
});

describe('without Commerce', () => {
  it('readiness stays 200 and names it, and calls that need it are 503', async () => {
    let isAway = false;
    const counted = async <T>(answer: () => Promise<T>) => {
      if (isAway) throw new CommerceUnavailable('unreachable', 'nothing listens');
      return answer();
    };
    const { catalog: real } = api.deps;
    const catalog: CommerceCatalog = {
      listWebsites: () => counted(() => real.listWebsites()),
      listCurrencies: () => counted(() => real.listCurrencies()),
      searchAttributes: (q, limit) => counted(() => real.searchAttributes(q, limit)),
      findAttribute: (code) => counted(() => real.findAttribute(code)),
    };
    const without = await startApiHarness({ deps: { catalog } });
    try {
      const name = uniqueName();
      const first = storeOf(await without.addStore({ name }, { 'idempotency-key': 'before' }));
      isAway = true;
      const ready = await eventually(async () => {
        const answer = await without.get('/readyz');
        expect(answer.status).toBe(200);
        return answer;
      });
      expect(readiness.parse(ready.body).parts.commerce.state).toBe('unavailable');
      for (const path of ['/v1/commerce/websites', '/v1/commerce/attributes?q=a']) {
        const answer = await without.get(path);
        expect(problemOf(answer)).toMatchObject({ status: 503, code: 'commerce_unavailable' });
        expect(answer.headers.get('retry-after')).toBe('5');
      }
      expect(problemOf(await without.addStore()).code).toBe('commerce_unavailable');
      // Repeating the request of an earlier store still answers with it.
      expect(Object((await without.get('/v1/stores')).body).items).toHaveLength(1);
      expect(storeOf(await without.addStore({ name }, { 'idempotency-key': 'before' })).id).toBe(first.id);
    } finally {
      await without.stop();
    }
  });
});

describe('without Temporal', () => {
  it('writes are 503 within three seconds, reads work, and the same key succeeds later', async () => {
    // Nothing listens on port 1.
    const without = await startApiHarness({ worker: false, temporalAddress: '127.0.0.1:1' });
    try {
      const startedAt = performance.now();
      const answer = await without.addStore({}, { 'idempotency-key': 'later' });
      expect(performance.now() - startedAt).toBeLessThan(limitMs(3000));
      expect(problemOf(answer)).toMatchObject({ status: 503, code: 'temporal_unavailable' });
      expect(answer.headers.get('retry-after')).toBe('5');
      expect(Object((await without.get('/v1/stores')).body).items).toEqual([]);
      const ready = readiness.parse((await without.get('/readyz')).body);
      expect([ready.parts.temporal.state, ready.parts.worker.state]).toEqual(['unavailable', 'unavailable']);
    } finally {
      await without.stop();
    }
  });
});

describe('without PostgreSQL', () => {
  it('calls that need it are 503 without any SQL, and readiness names it', async () => {
    const dead = openDatabase('postgres://user@127.0.0.1:1/nothing');
    const { stores, connectLinks, consents, signInCodes } = createRepositories(
      dead,
      createSecretVault([{ kid: 'k1', key: new Uint8Array(32) }]),
      api.deps,
    );
    const deps = { stores, connectLinks, consents, signInCodes, pingDatabase: () => pingDatabase(dead) };
    const without = await startApiHarness({ worker: false, deps });
    try {
      const answers = await Promise.all([
        without.get('/v1/stores'),
        without.get('/v1/stores/00000000-0000-4000-8000-000000000000'),
        without.addStore(),
        without.call('POST', '/v1/sign-in-links'),
      ]);
      for (const answer of answers) {
        expect(problemOf(answer)).toMatchObject({ status: 503, code: 'database_unavailable' });
        expect(answer.headers.get('retry-after')).toBe('5');
        expect(answer.text).not.toMatch(/select|insert|ECONN|127\.0\.0\.1:1/);
      }
      const page = await without.get(`/connect/${'x'.repeat(43)}`);
      expect([page.status, page.headers.get('retry-after')]).toEqual([503, '5']);
      expect(page.text).toContain('http-equiv="refresh" content="5"');
      const ready = await without.get('/readyz');
      expect([ready.status, readiness.parse(ready.body).parts.postgres.state]).toEqual([503, 'unavailable']);
      expect((await without.get('/metrics')).status).toBe(200);
      expect((await without.get('/healthz')).status).toBe(200);
    } finally {
      await without.stop();
      await dead.destroy();
    }
  });
});

describe('without a worker', () => {
  it('a new store is 202 and `creating`, and is finished once a worker runs', async () => {
    const alone = await startApiHarness({ worker: false });
    try {
      const startedAt = performance.now();
      const answer = await alone.addStore({}, { 'idempotency-key': 'once' });
      expect(performance.now() - startedAt).toBeLessThan(limitMs(3000));
      const { id, name } = storeOf(answer);
      expect(answer.status).toBe(202);
      expect(storeOf(answer).status).toBe('creating');
      expect(Object((await alone.get('/v1/stores?status=creating')).body).items).toHaveLength(1);
      for (const what of ['connect-links', 'check', 'activate'])
        expect(problemOf(await alone.call('POST', `/v1/stores/${id}/${what}`)).code).toBe('store_creating');
      expect(problemOf(await alone.call('PATCH', `/v1/stores/${id}`, { name: 'x' })).code).toBe('store_creating');
      const again = await alone.addStore({ name }, { 'idempotency-key': 'once' });
      expect([again.status, storeOf(again).id]).toEqual([202, id]);

      // Accepted, but the name is taken by the time a worker is back: the first to be recorded has it.
      const rival = storeOf(await alone.addStore({ name }, { 'idempotency-key': 'rival' }));
      await alone.startWorker();
      const settled = await eventually(async () => {
        const answers = await Promise.all([alone.get(`/v1/stores/${id}`), alone.get(`/v1/stores/${rival.id}`)]);
        expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 404]));
        return answers;
      });
      const refused = settled.findIndex(({ status }) => status === 404);
      expect(problemOf(settled[refused] ?? answer).code).toBe('store_name_taken');
      const key = refused === 0 ? 'once' : 'rival';
      expect(problemOf(await alone.addStore({ name }, { 'idempotency-key': key }))).toMatchObject({
        status: 409,
        code: 'store_name_taken',
      });
    } finally {
      await alone.stop();
    }
  });

  it('a deletion is 202 and is carried out later', async () => {
    const alone = await startApiHarness();
    try {
      const { id } = storeOf(await alone.addStore());
      await alone.stopWorker();
      expect((await alone.call('DELETE', `/v1/stores/${id}`)).status).toBe(202);
      await alone.startWorker();
      await eventually(async () => expect(storeOf(await alone.get(`/v1/stores/${id}`)).status).toBe('deleted'));
    } finally {
      await alone.stop();
    }
  });
});

describe('metrics', () => {
  it('have durations by route pattern and stores by status', async () => {
    const { id } = storeOf(await api.addStore());
    await api.get(`/v1/stores/${id}`);
    const { text, headers } = await api.get('/metrics');
    expect(headers.get('content-type')).toMatch(/^text\/plain/);
    expect(text).toMatch(
      /http_request_duration_seconds_count\{method="GET",route="\/v1\/stores\/\{id\}",status="200"\} 1/,
    );
    expect(text).toMatch(/perennial_stores\{status="awaiting_authorization"\} 1/);
    expect(text).not.toContain(id);
  });

  it('have the sealed values by key, counted at most once a minute', async () => {
    await api.call('POST', '/v1/webhooks', { url: 'https://receiver.example.com/hook' });
    const { text } = await api.get('/metrics');
    expect(text).toMatch(/perennial_sealed_values\{kid="k1"\} [1-9]/);
    const { database } = api;
    const { registry } = createMetrics(api.deps);
    const queries: string[] = [];
    const note = ({ sql }: { sql: string }) => void queries.push(sql);
    database.on('query', note);
    for (let scrape = 0; scrape < 3; scrape += 1) await registry.metrics();
    database.off('query', note);
    expect(queries.filter((sql) => sql.includes('sealed_refresh_token'))).toHaveLength(1);
  });

  it('are for the holder of METRICS_TOKEN where one is set, and wrong tokens are counted', async () => {
    const metricsToken = 'a-metrics-token-of-some-length';
    const guarded = await startApiHarness({ worker: false, deps: { metricsToken, rateLimitPerMinute: 3 } });
    const read = async (token?: string) => {
      const headers = new Headers(token === undefined ? [] : [['authorization', `Bearer ${token}`]]);
      const response = await fetch(`${guarded.url}/metrics`, { headers });
      return [response.status, await response.text()] as const;
    };
    try {
      for (let scrape = 0; scrape < 10; scrape++) expect((await read(metricsToken))[0]).toBe(200);
      const [status, refusal] = await read();
      expect(status).toBe(401);
      expect(refusal).toContain('METRICS_TOKEN');
      expect(refusal).not.toContain('perennial_stores');
      for (const expected of [401, 401, 401, 429]) expect((await read(adminToken))[0]).toBe(expected);
      expect((await read(metricsToken))[0]).toBe(429);
      expect((await fetch(`${guarded.url}/readyz`)).status).toBe(503);
    } finally {
      await guarded.stop();
    }
  });
});
