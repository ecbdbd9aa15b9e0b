import { randomUUID } from 'node:crypto';
import { ApplicationFailure } from '@temporalio/activity';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { reason } from '../../domain/reasons.ts';
import { addStore, changeOf } from '../adapters/postgres/store-harness.ts';
import { openActivityHarness, runActivities, type ActivityHarness } from './activity-harness.ts';

let harness: ActivityHarness;
let run: ReturnType<typeof runActivities>;

beforeAll(async () => {
  harness = await openActivityHarness();
  run = runActivities(harness.deps);
});
afterAll(() => harness.close());
afterEach(() => harness.clearFaults());

const anySeller = (): string => `seller-${randomUUID()}@example.com`;

async function failureOf(work: Promise<unknown>): Promise<ApplicationFailure> {
  const error = await work.then(
    (value) => value,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ApplicationFailure)) throw new Error(`Expected a failure, got ${JSON.stringify(error)}`);
  return error;
}

/** A store whose seller has agreed and whose code was exchanged. */
async function exchanged(seller = anySeller()) {
  const storeId = await addStore(harness);
  const consent = await harness.giveConsent(storeId, seller);
  expect(await run.exchangeAuthorizationCode(consent.consentId)).toEqual({ outcome: 'exchanged' });
  return { storeId, seller, ...consent };
}

async function connected(seller = anySeller()) {
  const store = await exchanged(seller);
  await run.verifyConnection(store.consentId);
  const adopted = await run.adoptAuthorization(store.consentId);
  if (adopted.outcome === 'refused') throw new Error(adopted.reason.code);
  const { authorizedAt, expiresAt } = adopted.authorization;
  await run.recordChange(changeOf(store.storeId, { authorization: { authorizedAt, expiresAt } }));
  return store;
}

describe('connecting a store', () => {
  it('exchanges the code, verifies the marketplace and adopts the authorization', async () => {
    const { consentId, sellerId, storeId } = await exchanged();
    expect(await run.verifyConnection(consentId)).toEqual({ outcome: 'verified', suspendedListings: false });
    const adopted = await run.adoptAuthorization(consentId);
    expect(adopted).toMatchObject({ outcome: 'adopted', authorization: { sellerId }, siblings: [] });
    expect(await run.checkConnection(storeId)).toMatchObject({ outcome: 'connected' });
  });

  it('uses the code once when the result of the first exchange was lost', async () => {
    const { consentId, seller } = await exchanged();
    expect(await run.exchangeAuthorizationCode(consentId)).toEqual({ outcome: 'exchanged' });
    expect(await harness.exchangesOf(seller)).toBe(1);
    expect(await run.verifyConnection(consentId)).toMatchObject({ outcome: 'verified' });
  });

  it('connects a seller with suspended listings', async () => {
    const { consentId, seller } = await exchanged();
    await harness.fault({ kind: 'suspended', seller });
    expect(await run.verifyConnection(consentId)).toEqual({ outcome: 'verified', suspendedListings: true });
  });

  it('refuses an expired code', async () => {
    const storeId = await addStore(harness);
    const seller = anySeller();
    const { consentId } = await harness.giveConsent(storeId, seller);
    await harness.fault({ kind: 'code_expired', seller });
    expect(await run.exchangeAuthorizationCode(consentId)).toMatchObject({
      outcome: 'refused',
      reason: { code: 'code_expired' },
    });
  });

  it('refuses an account that may not authorize applications', async () => {
    const storeId = await addStore(harness);
    const { consentId } = await harness.giveConsent(storeId, 'individual@example.com');
    expect(await run.exchangeAuthorizationCode(consentId)).toMatchObject({
      outcome: 'refused',
      reason: { code: 'account_not_eligible' },
    });
  });

  it('refuses a seller who does not take part in the country, and names both', async () => {
    const { consentId, seller, sellerId } = await exchanged();
    await harness.fault({ kind: 'not_participating', seller, country: 'US' });
    expect(await run.verifyConnection(consentId)).toEqual({
      outcome: 'refused',
      reason: { code: 'not_participating', params: { sellerId, country: 'United States' } },
    });
  });

  it('retries when Amazon refuses the token it has just issued', async () => {
    const { consentId, seller } = await exchanged();
    await harness.fault({ kind: 'false_403', seller, count: 1 });
    const failure = await failureOf(run.verifyConnection(consentId));
    expect(failure).toMatchObject({ type: 'amazon_refusal', nonRetryable: false });
    expect(await run.verifyConnection(consentId)).toMatchObject({ outcome: 'verified' });
  });

  it.each([
    ['revoked', 29, 31, 'authorization_revoked'],
    ['forbidden', 29, 31, 'access_denied'],
    ['false_403', 2 * 24 * 60 - 1, 2 * 24 * 60 + 1, 'access_denied'],
  ])('believes the refusal %s after time, not after attempts', async (kind, tooSoonMinutes, minutes, code) => {
    const { consentId, seller, storeId } = await exchanged();
    await harness.fault({ kind, seller });
    const after = (elapsedMinutes: number) =>
      runActivities(harness.deps, { attempt: 60, scheduledTimestampMs: Date.now() - elapsedMinutes * 60_000 });
    expect(await failureOf(after(tooSoonMinutes).verifyConnection(consentId))).toMatchObject({
      type: 'amazon_refusal',
    });
    const entries = await harness.timelineEntries(storeId, 'amazon_unavailable');
    expect(entries).toMatchObject([{ params: { cause: 'refusal' } }]);
    expect(await after(minutes).verifyConnection(consentId)).toMatchObject({ outcome: 'refused', reason: { code } });
  });

  it('tells an exchange without a refresh token from an expired code, and keeps the authorization in force', async () => {
    const { storeId, seller } = await connected();
    const before = await harness.authorizations.loadAuthorization(storeId);
    const { consentId } = await harness.giveConsent(storeId, seller);
    await harness.fault({ kind: 'no_refresh_token', seller });
    expect(await run.exchangeAuthorizationCode(consentId)).toEqual({
      outcome: 'refused',
      reason: { code: 'no_refresh_token', params: {} },
    });
    expect(await harness.authorizations.loadAuthorization(storeId)).toEqual(before);
    expect(await run.checkConnection(storeId)).toMatchObject({ outcome: 'connected' });
  });
});

describe('a workflow that was reset', () => {
  it('finds its adopted consent adopted, without a call to Amazon', async () => {
    const { consentId, seller, sellerId } = await connected();
    await harness.fault({ kind: 'outage', seller });
    expect(await run.exchangeAuthorizationCode(consentId)).toEqual({ outcome: 'exchanged' });
    expect(await run.verifyConnection(consentId)).toMatchObject({ outcome: 'verified' });
    expect(await run.adoptAuthorization(consentId)).toMatchObject({ outcome: 'adopted', authorization: { sellerId } });
    expect(await harness.exchangesOf(seller)).toBe(1);
  });

  it('finds the reason for which its consent was refused', async () => {
    const { storeId, consentId } = await exchanged();
    const why = reason('not_participating', { sellerId: 'A1', country: 'Canada' });
    await run.recordChange(
      changeOf(storeId, { status: 'awaiting_authorization', consent: { consentId, outcome: why } }),
    );
    expect(await run.exchangeAuthorizationCode(consentId)).toEqual({ outcome: 'refused', reason: why });
  });
});

describe('reusing an authorization', () => {
  it('verifies with the token that the seller gave for another store', async () => {
    const { sellerId } = await connected();
    const other = await addStore(harness, { country: 'CA', sellerId });
    expect(await run.verifyReuse(other)).toEqual({ outcome: 'verified' });
    expect(await run.reuseAuthorization(other)).toMatchObject({ outcome: 'adopted' });
    expect(await run.checkConnection(other)).toMatchObject({ outcome: 'connected' });
  });

  it('believes the revocation after half an hour', async () => {
    const { seller, sellerId } = await connected();
    await harness.revoke(seller);
    const other = await addStore(harness, { country: 'CA', sellerId });
    expect(await failureOf(run.verifyReuse(other))).toMatchObject({ type: 'amazon_refusal', nonRetryable: false });
    const last = runActivities(harness.deps, { attempt: 60, scheduledTimestampMs: Date.now() - 31 * 60_000 });
    expect(await last.verifyReuse(other)).toMatchObject({
      outcome: 'refused',
      reason: { code: 'authorization_revoked', params: { sellerId } },
    });
  });
});

describe('renewing a store', () => {
  it('keeps the old token in force until the new one is verified and adopted', async () => {
    const { storeId, seller, sellerId } = await connected();
    const before = await harness.authorizations.loadAuthorization(storeId);
    const renewal = await harness.giveConsent(storeId, seller);
    await run.exchangeAuthorizationCode(renewal.consentId);
    await harness.fault({ kind: 'outage', seller, count: 1 });
    await failureOf(run.verifyConnection(renewal.consentId));
    expect(await harness.authorizations.loadAuthorization(storeId)).toEqual(before);

    await run.verifyConnection(renewal.consentId);
    expect(await harness.authorizations.loadAuthorization(storeId)).toEqual(before);
    await run.adoptAuthorization(renewal.consentId);
    const after = await harness.authorizations.loadAuthorization(storeId);
    expect(after).toMatchObject({ sellerId });
    expect(after?.refreshToken).not.toBe(before?.refreshToken);
    expect(await run.checkConnection(storeId)).toMatchObject({ outcome: 'connected' });
  });

  it('returns the same year for a repeated adoption', async () => {
    const { consentId } = await connected();
    expect(await run.adoptAuthorization(consentId)).toEqual(await run.adoptAuthorization(consentId));
  });
});

describe('checking a connection', () => {
  it('reports a seller who has revoked the authorization', async () => {
    const { storeId, seller, sellerId } = await connected();
    await harness.revoke(seller);
    expect(await run.checkConnection(storeId)).toMatchObject({
      outcome: 'failing',
      reason: { code: 'authorization_revoked', params: { sellerId } },
    });
  });

  it('names the authorization that was checked', async () => {
    const { storeId } = await connected();
    const authorization = await harness.authorizations.loadAuthorization(storeId);
    expect(await run.checkConnection(storeId)).toEqual({
      outcome: 'connected',
      authorizedAt: authorization?.authorizedAt,
    });
  });
});

describe('a fault that is not the seller’s', () => {
  it('retries after the time that Amazon asks for, with one timeline entry per check', async () => {
    const { storeId, seller } = await connected();
    await harness.fault({ kind: 'throttled', seller, seconds: 90 });
    const check = runActivities(harness.deps);
    const failure = await failureOf(check.checkConnection(storeId));
    expect(failure).toMatchObject({ type: 'amazon_throttled', nonRetryable: false });
    expect(failure.nextRetryDelay).toBeGreaterThan(80_000);
    expect(failure.nextRetryDelay).toBeLessThanOrEqual(90_000);
    await failureOf(check.checkConnection(storeId));
    const entries = await harness.timelineEntries(storeId, 'amazon_unavailable');
    expect(entries).toMatchObject([{ params: { cause: 'throttled' } }]);
  });

  it('is retried when it is an outage', async () => {
    const { storeId, seller } = await connected();
    await harness.fault({ kind: 'outage', seller });
    const failure = await failureOf(run.checkConnection(storeId));
    expect(failure).toMatchObject({ type: 'amazon_outage', nonRetryable: false });
    const entries = await harness.timelineEntries(storeId, 'amazon_unavailable');
    expect(entries).toMatchObject([{ params: { cause: 'outage' } }]);
  });

  it('shows that Amazon refuses our application, and is retried', async () => {
    const { storeId, seller } = await connected();
    await harness.fault({ kind: 'invalid_client', seller, count: 1 });
    const failure = await failureOf(run.checkConnection(storeId));
    expect(failure).toMatchObject({ type: 'amazon_application', nonRetryable: false });
    expect(await harness.timelineEntries(storeId, 'application_refused')).toHaveLength(1);
    expect(await run.checkConnection(storeId)).toMatchObject({ outcome: 'connected' });
  });

  it('has no code or token in its failure', async () => {
    const { storeId, seller } = await connected();
    const grant = await harness.authorizations.loadAuthorization(storeId);
    await harness.fault({ kind: 'outage', seller });
    const failure = await failureOf(run.checkConnection(storeId));
    const shown = JSON.stringify([failure.message, failure.stack, failure.details, String(failure.cause)]);
    expect(shown).not.toContain(grant?.refreshToken);
  });
});
