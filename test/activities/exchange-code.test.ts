import { randomUUID } from 'node:crypto';
import { CancelledFailure } from '@temporalio/activity';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createActivities } from '../../activities/create-activities.ts';
import { AmazonFault } from '../../activities/ports.ts';
import { addStore } from '../adapters/postgres/store-harness.ts';
import { type ActivityHarness, openActivityHarness } from './activity-harness.ts';

let harness: ActivityHarness;
let administrator: pg.Client;
let heartbeats: unknown[] = [];

beforeAll(async () => {
  harness = await openActivityHarness();
  const url = new URL(harness.url);
  url.pathname = '/postgres';
  administrator = new pg.Client({ connectionString: url.toString() });
  await administrator.connect();
});
afterEach(async () => {
  heartbeats = [];
  await allowConnections(true);
  await harness.clearFaults();
});
afterAll(async () => {
  await administrator.end();
  await harness.close();
});

/** PostgreSQL ends every connection to the database of the test, and refuses new ones. */
async function allowConnections(isAllowed: boolean): Promise<void> {
  const name = new URL(harness.url).pathname.slice(1);
  await administrator.query(`alter database ${name} allow_connections ${isAllowed}`);
  if (!isAllowed)
    await administrator.query('select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = $1', [
      name,
    ]);
}

async function giveConsent(receivedMsAgo = 0) {
  const storeId = await addStore(harness);
  const seller = `seller-${randomUUID()}@example.com`;
  const { consentId } = await harness.giveConsent(storeId, seller);
  const receivedAt = new Date(Date.now() - receivedMsAgo);
  await harness.database('consents').where({ id: consentId }).update({ received_at: receivedAt });
  return { storeId, seller, consentId };
}

interface Hooks {
  /** Instead of Amazon's answer. */
  fault?: AmazonFault;
  /** After Amazon has answered, before the answer is stored. */
  onAnswer?: () => Promise<void>;
  /** Storing the answer has failed so many times. */
  onFailure?: (failures: number) => Promise<void>;
}

function environment(
  { fault, onAnswer, onFailure }: Hooks,
  info: { attempt?: number; heartbeatDetails?: unknown } = {},
) {
  const { amazon, consents } = harness.deps;
  let failures = 0;
  const activities = createActivities({
    ...harness.deps,
    amazon: {
      ...amazon,
      async exchangeCode(code, redirectUri) {
        if (fault) throw fault;
        const answer = await amazon.exchangeCode(code, redirectUri);
        await onAnswer?.();
        return answer;
      },
    },
    consents: {
      ...consents,
      async saveRefreshToken(...args) {
        try {
          await consents.saveRefreshToken(...args);
        } catch (error) {
          await onFailure?.((failures += 1));
          throw error;
        }
      },
    },
  });
  const mock = new MockActivityEnvironment(
    { scheduledTimestampMs: Date.now(), ...info },
    { logger: new DefaultLogger('ERROR') },
  );
  mock.on('heartbeat', (details) => heartbeats.push(details));
  const exchange = (consentId: string) => mock.run(activities.exchangeAuthorizationCode, consentId);
  return { mock, exchange };
}

const exchange = (consentId: string, info?: { attempt?: number; heartbeatDetails?: unknown }) =>
  environment({}, info).exchange(consentId);

describe('an exchange whose answer cannot be stored', () => {
  it('loses nothing while PostgreSQL refuses connections', async () => {
    const { consentId, seller } = await giveConsent();
    const { exchange: exchangeNow } = environment({
      onAnswer: () => allowConnections(false),
      onFailure: async (failures) => {
        if (failures === 2) await allowConnections(true);
      },
    });
    expect(await exchangeNow(consentId)).toEqual({ outcome: 'exchanged' });
    expect(await harness.exchangesOf(seller)).toBe(1);
    expect(await harness.consents.loadConsent(consentId)).toMatchObject({
      code: undefined,
      refreshToken: expect.stringMatching(/^Atzr/),
    });
  });

  it('ends when it is cancelled', async () => {
    const { consentId } = await giveConsent();
    const { exchange: exchangeNow, mock } = environment({
      onAnswer: () => allowConnections(false),
      onFailure: async () => mock.cancel(),
    });
    await expect(exchangeNow(consentId)).rejects.toBeInstanceOf(CancelledFailure);
  });

  it('is known as interrupted when the worker ended meanwhile', async () => {
    const { consentId } = await giveConsent();
    const killed = environment({ onAnswer: () => Promise.reject(new CancelledFailure('The worker ends')) });
    await killed.exchange(consentId).catch(() => undefined);
    const heartbeatDetails = heartbeats.at(-1);
    expect(await exchange(consentId, { attempt: 2, heartbeatDetails })).toEqual({
      outcome: 'refused',
      reason: { code: 'exchange_interrupted', params: {} },
    });
  });

  it.each(['throttled', 'application'] as const)('is not said of a code that was never taken: %s', async (kind) => {
    const { consentId, seller } = await giveConsent();
    await environment({ fault: new AmazonFault(kind, 'test') })
      .exchange(consentId)
      .catch(() => undefined);
    const heartbeatDetails = heartbeats.at(-1);
    await harness.fault({ kind: 'code_expired', seller });
    expect(await exchange(consentId, { attempt: 2, heartbeatDetails })).toMatchObject({
      reason: { code: 'code_expired' },
    });
  });

  it('is said of a code whose answer never came', async () => {
    const { consentId, seller } = await giveConsent();
    await environment({ fault: new AmazonFault('outage', 'test') })
      .exchange(consentId)
      .catch(() => undefined);
    const heartbeatDetails = heartbeats.at(-1);
    await harness.fault({ kind: 'code_expired', seller });
    expect(await exchange(consentId, { attempt: 2, heartbeatDetails })).toMatchObject({
      reason: { code: 'exchange_interrupted' },
    });
  });
});

describe('an exchange that Amazon puts off', () => {
  const minutes = (count: number) => count * 60_000;

  it('is repeated while its code is valid, however long Amazon asks to wait', async () => {
    const { consentId } = await giveConsent(minutes(3));
    const fault = new AmazonFault('throttled', 'test', { retryAfterMs: minutes(50) });
    await expect(environment({ fault }).exchange(consentId)).rejects.toMatchObject({
      ...{ type: 'amazon_throttled', nonRetryable: false },
      nextRetryDelay: expect.toSatisfy((delayMs) => delayMs > minutes(1) && delayMs < minutes(2)),
    });
  });

  it.each(['throttled', 'outage'] as const)('ends with its code: %s', async (kind) => {
    const { consentId, storeId } = await giveConsent(minutes(4.9));
    const fault = new AmazonFault(kind, 'test', { retryAfterMs: minutes(50) });
    expect(await environment({ fault }, { attempt: 9 }).exchange(consentId)).toEqual({
      outcome: 'refused',
      reason: { code: 'exchange_timed_out', params: {} },
    });
    expect(await harness.timelineEntries(storeId, 'amazon_unavailable')).toHaveLength(1);
  });

  it('goes on for as long as Amazon refuses our application: no seller has to do anything', async () => {
    const { consentId, seller } = await giveConsent(minutes(60));
    await harness.fault({ kind: 'invalid_client', seller });
    await expect(exchange(consentId, { attempt: 99 })).rejects.toMatchObject({ type: 'amazon_application' });
  });

  it('has an expired code when it begins too late', async () => {
    const { consentId, seller } = await giveConsent(minutes(6));
    await harness.fault({ kind: 'outage', seller });
    expect(await exchange(consentId)).toMatchObject({ reason: { code: 'code_expired' } });
  });
});

describe('a consent that ended meanwhile', () => {
  it('keeps its outcome, whichever step finds it', async () => {
    const { consentId, storeId } = await giveConsent();
    await harness.authorizations.forgetAuthorization(storeId);
    const { mock } = environment({});
    const { exchangeAuthorizationCode, verifyConnection, adoptAuthorization } = createActivities(harness.deps);
    for (const step of [exchangeAuthorizationCode, verifyConnection, adoptAuthorization])
      expect(await mock.run(step, consentId)).toEqual({
        outcome: 'refused',
        reason: { code: 'disconnected_by_admin', params: {} },
      });
    const older = await giveConsent();
    const newer = await harness.giveConsent(older.storeId, older.seller);
    await mock.run(exchangeAuthorizationCode, newer.consentId);
    await mock.run(verifyConnection, newer.consentId);
    await mock.run(adoptAuthorization, newer.consentId);
    for (const step of [exchangeAuthorizationCode, verifyConnection, adoptAuthorization])
      expect(await mock.run(step, older.consentId)).toMatchObject({ reason: { code: 'superseded' } });
  });
});
