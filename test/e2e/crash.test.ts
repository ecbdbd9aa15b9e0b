import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../api/contract/stores.ts';
import { isConnected } from '../../domain/store-status.ts';
import type { TimelineCode } from '../../domain/timeline.ts';
import { problemOf, storeOf } from '../api/http-client.ts';
import { finished, importOf, sendCsv } from '../api/import-file.ts';
import { eventually } from '../setup/eventually.ts';
import { limitMs, scaledYearMs } from '../setup/scaled-time.ts';
import { type Stack, startStack } from './stack.ts';

// About when the last test begins, the renewal of the stores of the first one is due.
const yearMs = scaledYearMs(36_000);
const sellerOf = ({ id }: Store): string => `seller-${id}@example.com`;

describe('a product whose services crash', { timeout: limitMs(120_000) + yearMs }, () => {
  let stack: Stack;

  beforeAll(async () => {
    stack = await startStack(`${yearMs / 1000}s`);
  }, limitMs(180_000));
  afterEach(() => stack.clearFaults());
  afterAll(() => stack?.stop(), limitMs(60_000));

  /** How many entries of each code the store's timeline has. */
  async function counts(store: Store, codes: readonly TimelineCode[]): Promise<Record<string, number>> {
    const entries = await stack.timeline(store.id);
    return Object.fromEntries(codes.map((code) => [code, entries.filter(({ what }) => what === code).length]));
  }

  function post(name: string, idempotencyKey: string) {
    const body = { website: 'base', email: 'merchant@example.com', name, country: 'US' };
    return stack.call('POST', '/v1/stores', body, { 'idempotency-key': idempotencyKey });
  }

  /** Repeats a request as a careful caller does, until it is accepted. */
  async function postUntilAccepted(name: string, idempotencyKey: string): Promise<Store> {
    return eventually(
      async () => {
        const answer = await post(name, idempotencyKey);
        expect(answer.status, answer.text).toBeOneOf([201, 202]);
        return storeOf(answer);
      },
      { timeoutMs: 60_000 },
    );
  }

  describe('the worker', () => {
    it('continues after kill -9 with a store that waited for its seller and one that was being verified', async () => {
      const created = await stack.add();
      const verifying = await stack.add();
      await stack.fault({ kind: 'outage', seller: sellerOf(verifying) });
      await stack.connect(verifying.id, sellerOf(verifying));
      await eventually(async () =>
        expect(await counts(verifying, ['amazon_unavailable'])).toEqual({ amazon_unavailable: 1 }),
      );
      const { status } = await stack.findStore(verifying.id);
      expect(status).toBe('verifying');

      const crashed = stack.crash('worker');
      const page = await stack.connect(created.id, sellerOf(created));
      expect(page.status).toBe(200);
      await crashed;
      await stack.clearFaults();
      const once = { created: 1, authorization_received: 1, active: 1 };
      for (const store of [created, verifying]) {
        await stack.becomes(store.id, 'active');
        expect(await counts(store, ['created', 'authorization_received', 'active'])).toEqual(once);
      }
      expect(await counts(verifying, ['amazon_unavailable'])).toEqual({ amazon_unavailable: 1 });
    });

    it('is not needed to accept a store, which is created when the worker is back', async () => {
      stack.kill('worker', 'SIGSTOP');
      const answer = await post(`Store ${randomUUID()}`, randomUUID());
      stack.kill('worker', 'SIGCONT');
      expect(answer.status).toBe(202);
      const store = storeOf(answer);
      expect(store.status).toBe('creating');
      await stack.becomes(store.id, 'awaiting_authorization');
      expect(await counts(store, ['created'])).toEqual({ created: 1 });
    });
  });

  describe('the worker, during an import', () => {
    it('creates every row once after kill -9', async () => {
      const email = 'merchant@example.com';
      const rows = Array.from({ length: 60 }, () => ({
        website: 'base',
        email,
        name: `Store ${randomUUID()}`,
        country: 'US',
      }));
      const { id } = importOf(await sendCsv(stack, rows));
      await eventually(async () =>
        expect(importOf(await stack.get(`/v1/imports/${id}`)).counts.created).toBeGreaterThan(0),
      );
      await stack.crash('worker');
      expect(importOf(await stack.get(`/v1/imports/${id}`)).state).toBe('running');
      const { counts } = await finished(stack, id, 90_000);
      expect(counts).toEqual({ created: 60, already_there: 0, refused: 0, waiting: 0 });
      const wanted = new Set(rows.map(({ name }) => name));
      expect((await stack.allStores()).filter(({ name }) => wanted.has(name))).toHaveLength(60);
    });
  });

  describe('PostgreSQL', () => {
    it('creates every requested store once when it is killed with -9 meanwhile', async () => {
      const verifying = await stack.add();
      await stack.fault({ kind: 'outage', seller: sellerOf(verifying) });
      await stack.connect(verifying.id, sellerOf(verifying));
      await stack.becomes(verifying.id, 'verifying');
      const requests = Array.from({ length: 5 }, () => ({ name: `Store ${randomUUID()}`, key: randomUUID() }));
      const answers = requests.map(({ name, key }) => postUntilAccepted(name, key));
      const crashed = stack.crash('postgres');
      await stack.clearFaults();
      await crashed;
      const stores = await Promise.all(answers);
      expect(new Set(stores.map(({ id }) => id)).size).toBe(5);
      for (const store of stores) {
        await stack.becomes(store.id, 'awaiting_authorization');
        expect(await counts(store, ['created'])).toEqual({ created: 1 });
      }
      const named = (await stack.allStores()).filter(({ name }) => requests.some((request) => request.name === name));
      expect(named).toHaveLength(5);
      await stack.becomes(verifying.id, 'active');
      expect(await counts(verifying, ['created', 'authorization_received', 'active'])).toEqual({
        created: 1,
        authorization_received: 1,
        active: 1,
      });
    });
  });

  describe('Temporal', () => {
    it('is reported by readiness while it hangs; writes are refused with Retry-After, reads keep working', async () => {
      const store = await stack.add();
      const [name, key] = [`Store ${randomUUID()}`, randomUUID()];
      stack.kill('temporal', 'SIGSTOP');
      try {
        await eventually(async () =>
          expect(await stack.readyz()).toMatchObject({
            status: 503,
            parts: { temporal: { state: 'unavailable' }, postgres: { state: 'ok' } },
          }),
        );
        const sentAt = performance.now();
        const refused = await post(name, key);
        expect(performance.now() - sentAt).toBeLessThan(limitMs(3000));
        expect(refused.status).toBe(503);
        expect(problemOf(refused).code).toBe('temporal_unavailable');
        expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
        expect(await stack.findStore(store.id)).toEqual(store);
      } finally {
        stack.kill('temporal', 'SIGCONT');
      }
      await eventually(async () => expect(await stack.readyz()).toMatchObject({ status: 200 }));
      const accepted = await postUntilAccepted(name, key);
      await stack.becomes(accepted.id, 'awaiting_authorization');
    });

    it('keeps every workflow when it is killed with -9', async () => {
      const store = await stack.add();
      await stack.crash('temporal');
      await eventually(async () => expect(await stack.readyz()).toMatchObject({ status: 200 }), { timeoutMs: 60_000 });
      await eventually(async () => expect((await stack.connect(store.id, sellerOf(store))).status).toBe(200));
      await stack.becomes(store.id, 'active');
      expect(await counts(store, ['created', 'active'])).toEqual({ created: 1, active: 1 });
    });
  });

  describe('Commerce', () => {
    it('disables only its own lookups while it is unavailable', async () => {
      await stack.fault({ kind: 'commerce_outage' });
      const lookUp = await stack.get('/v1/commerce/websites');
      expect(lookUp.status).toBe(503);
      expect(problemOf(lookUp).code).toBe('commerce_unavailable');
      expect(await stack.readyz()).toMatchObject({ status: 200, parts: { commerce: { state: 'unavailable' } } });
      expect((await stack.get('/v1/stores')).status).toBe(200);
      await stack.clearFaults();
      expect((await stack.get('/v1/commerce/websites')).status).toBe(200);
    });
  });

  describe('the worker, between the renewal request and the renewal', () => {
    it('sends each reminder once and renews once', async () => {
      const store = await findConnected();
      const { expiresAt = '' } = await eventually(
        async () => {
          expect(await counts(store, ['renewal_requested'])).not.toEqual({ renewal_requested: 0 });
          return stack.findStore(store.id);
        },
        { timeoutMs: yearMs },
      );
      const crashed = stack.crash('worker');
      await stack.connect(store.id, sellerOf(store));
      await crashed;
      await eventually(
        async () => {
          const current = await stack.findStore(store.id);
          expect(current.status).toBe('active');
          expect(Date.parse(current.expiresAt ?? '')).toBeGreaterThan(Date.parse(expiresAt));
        },
        { timeoutMs: 60_000 },
      );
      expect(await counts(store, ['authorization_received', 'renewed'])).toEqual({
        authorization_received: 2,
        renewed: 1,
      });
      const reminders = (await stack.timeline(store.id)).filter(({ what }) => what === 'renewal_requested');
      expect(new Set(reminders.map(({ text }) => text)).size).toBe(reminders.length);
    });

    /** The oldest, whose renewal is due first; on a slow machine the years of all may be over. */
    async function findConnected(): Promise<Store> {
      const connected = (await stack.allStores()).find(({ status }) => isConnected(status));
      if (connected !== undefined) return connected;
      const store = await stack.add();
      await stack.connect(store.id, sellerOf(store));
      return stack.becomes(store.id, ['active', 'renewal_due']);
    }
  });
});
