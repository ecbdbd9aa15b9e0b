import { randomUUID } from 'node:crypto';
import { MockActivityEnvironment } from '@temporalio/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createActivities } from '../../activities/create-activities.ts';
import { createSecretVault } from '../../adapters/secrets/secret-vault.ts';
import { reason } from '../../domain/reasons.ts';
import { addStore, findStore, markSent } from '../adapters/postgres/store-harness.ts';
import { type ActivityHarness, connectedStore, openActivityHarness, runActivities } from './activity-harness.ts';

let harness: ActivityHarness;
let run: ReturnType<typeof runActivities>;
beforeAll(async () => {
  harness = await openActivityHarness();
});
beforeEach(async () => {
  run = runActivities(harness.deps);
  await harness.database('stores').update({ status: 'expired' });
});
afterEach(() => harness.clearFaults());
afterAll(() => harness.close());

const newSeller = () => `seller-${randomUUID()}@example.com`;
const refusal = { outcome: 'refused', reason: reason('authorization_unreadable') };
const sixMinutesAgo = () => ({ scheduledTimestampMs: Date.now() - 6 * 60_000 });

/** As a process sees it that lacks the key. */
async function missingKey(): Promise<string> {
  return createSecretVault([{ kid: 'gone', key: new Uint8Array(32) }]).seal('secret', 'context');
}

async function breakToken(grantId: string, sealed = 'no'): Promise<void> {
  await harness.database('grants').where({ id: grantId }).update({ sealed_refresh_token: sealed });
}

async function dueStore() {
  const store = await connectedStore(harness);
  await harness
    .database('grants')
    .where({ id: store.grantId })
    .update({ checked_at: new Date(0) });
  return store;
}

const round = () => new MockActivityEnvironment().run(createActivities(harness.deps).checkDueConnections);

describe('an authorization whose token cannot be opened', () => {
  it('stops no check of another seller, also where there are more of them than a round checks', async () => {
    const broken = await Promise.all([dueStore(), dueStore(), dueStore()]);
    for (const { grantId } of broken) await breakToken(grantId, await missingKey());
    const { seller, storeId } = await dueStore();
    await harness.revoke(seller);
    expect(await harness.authorizations.listDueChecks(0, 1)).toMatchObject([{ stores: [{ storeId }] }]);
    expect(await round()).toMatchObject({ checked: 1, failing: 1, suspects: [storeId] });
    for (const { storeId: brokenId } of broken) expect((await findStore(harness, brokenId)).status).toBe('active');
  });

  it('is checked again once it can be opened', async () => {
    const { grantId } = await dueStore();
    const { sealed_refresh_token: sealed } = await harness.database('grants').where({ id: grantId }).first('*');
    await breakToken(grantId);
    expect(await round()).toMatchObject({ checked: 0 });
    await breakToken(grantId, sealed);
    expect(await round()).toMatchObject({ checked: 1, failing: 0 });
  });

  it('says nothing about its seller when its store is checked', async () => {
    const { storeId, grantId } = await connectedStore(harness);
    await breakToken(grantId);
    await expect(run.checkConnection(storeId)).rejects.toThrow('cannot be opened');
  });

  it('is replaced by a new consent of the seller', async () => {
    const { storeId, seller, grantId } = await connectedStore(harness);
    await breakToken(grantId);
    await harness.fault({ kind: 'no_fees_role' });
    const { consentId } = await harness.giveConsent(storeId, seller);
    await run.exchangeAuthorizationCode(consentId);
    expect(await run.verifyConnection(consentId)).toMatchObject({ outcome: 'verified' });
    expect(await run.adoptAuthorization(consentId)).toMatchObject({ outcome: 'adopted' });
    expect(await harness.authorizations.loadAuthorization(storeId)).toBeDefined();
  });

  it('is not reused: the new store asks its seller', async () => {
    const { sellerId, grantId } = await connectedStore(harness);
    const storeId = await addStore(harness, { sellerId, country: 'CA' });
    await breakToken(grantId);
    expect(await run.verifyReuse(storeId)).toEqual(refusal);
  });
});

describe('a consent whose secret cannot be opened', () => {
  const consents = (id: string) => harness.database('consents').where({ id });

  it('is refused when its code is damaged, and the next one is exchanged', async () => {
    const storeId = await addStore(harness);
    const { consentId } = await harness.giveConsent(storeId, newSeller());
    await consents(consentId).update({ sealed_code: 'no' });
    expect(await run.exchangeAuthorizationCode(consentId)).toEqual(refusal);
    const next = await harness.giveConsent(storeId, newSeller());
    expect(await run.exchangeAuthorizationCode(next.consentId)).toEqual({ outcome: 'exchanged' });
  });

  it('waits for a missing key as long as its code lives', async () => {
    const storeId = await addStore(harness);
    const { consentId } = await harness.giveConsent(storeId, newSeller());
    await consents(consentId).update({ sealed_code: await missingKey() });
    await expect(run.exchangeAuthorizationCode(consentId)).rejects.toThrow('not on the key ring');
    expect(await runActivities(harness.deps, sixMinutesAgo()).exchangeAuthorizationCode(consentId)).toEqual(refusal);
  });

  it('is refused when its token is damaged before it is verified, or before it is adopted', async () => {
    const storeId = await addStore(harness);
    const { consentId } = await harness.giveConsent(storeId, newSeller());
    await run.exchangeAuthorizationCode(consentId);
    const { sealed_refresh_token: sealed } = await consents(consentId).first('*');
    await consents(consentId).update({ sealed_refresh_token: 'no' });
    expect(await run.verifyConnection(consentId)).toEqual(refusal);
    await consents(consentId).update({ sealed_refresh_token: sealed });
    await run.verifyConnection(consentId);
    await consents(consentId).update({ sealed_refresh_token: 'no' });
    expect(await run.adoptAuthorization(consentId)).toEqual(refusal);
  });
});

it('an e-mail whose link cannot be opened leaves with a new one', async () => {
  const storeId = await addStore(harness);
  const { messageId } = await harness.messages.queueConnectLink(storeId);
  await harness.database('messages').where({ id: messageId }).update({ sealed_link_token: 'no' });
  const { link = '' } = (await harness.messages.loadMessage(messageId)) ?? {};
  expect(await harness.connectLinks.findLink(link.split('/').at(-1) ?? '')).toMatchObject({ storeId });
  await markSent(harness, messageId);
});

describe('our client secret', () => {
  const secrets = () => harness.database('application_secrets');

  it('that cannot be opened is left out, so that its successor or predecessor is used', async () => {
    await harness.applicationSecrets.activateEnvironmentSecret();
    await harness.applicationSecrets.activateRotatedSecret({ clientSecret: 'newer', isVerified: true });
    await secrets().whereNull('replaced_at').update({ sealed_secret: 'no' });
    expect(await harness.applicationSecrets.listInForce()).toMatchObject([{ secret: harness.clientSecret }]);
  });

  it('is sealed again by the next process whose environment has it, with the dates it had', async () => {
    const dates = await harness.applicationSecrets.loadDates();
    const next = harness.applicationSecretsOf('newer');
    expect((await next.listInForce()).map(({ secret }) => secret)).toEqual(['newer', harness.clientSecret]);
    expect(await next.loadDates()).toEqual(dates);
  });

  it('of which none can be opened is a fault of our application, for which calls wait', async () => {
    const { storeId } = await connectedStore(harness);
    const before = await secrets();
    await secrets().update({ sealed_secret: 'no' });
    await expect(run.checkConnection(storeId)).rejects.toMatchObject({ type: 'amazon_application' });
    for (const { id, sealed_secret: sealed } of before) await secrets().where({ id }).update({ sealed_secret: sealed });
    // Amazon knows the older one.
    expect(await run.checkConnection(storeId)).toMatchObject({ outcome: 'connected' });
  });
});
