import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reason } from '../../../../domain/reasons.ts';
import { reminderAt, reminderDays } from '../../../../domain/renewal-schedule.ts';
import { type Authorization, nextStep, type StoreState } from '../../../../domain/store-life.ts';
import type { StoreRestart } from '../../../../domain/store-restart.ts';
import {
  addStore,
  changeOf,
  connectStore,
  findStore,
  giveConsent,
  openStoreHarness,
  queriesWaiting,
  requestStore,
  type StoreHarness,
} from '../store-harness.ts';

let harness: StoreHarness;
beforeAll(async () => {
  harness = await openStoreHarness();
});
afterAll(() => harness.close());

async function restartOf(storeId: string): Promise<StoreRestart | undefined> {
  let restart: StoreRestart | undefined;
  const isLive = await harness.stores.restartStore(storeId, async (given) => void (restart = given));
  expect(isLive).toBe(restart !== undefined);
  return restart;
}

async function authorizationOf(storeId: string): Promise<Authorization> {
  const { grant_id: grantId } = await harness.database('stores').where({ id: storeId }).first('grant_id');
  const { sellerId = '', authorizedAt = '', expiresAt = '' } = await findStore(harness, storeId);
  return { grantId, sellerId, authorizedAt, expiresAt };
}

let sellers = 0;
const newSeller = () => `A${(sellers += 1)}RESTART`;

/** An active store whose row has the state of its workflow. */
async function activeStore(sellerId: string) {
  const storeId = await addStore(harness);
  await connectStore(harness, storeId, sellerId);
  const authorization = await authorizationOf(storeId);
  const store: StoreState = { status: 'active', enabled: true, setUp: true, sellerId, authorization, nextReminder: 0 };
  const carried = { store, seq: 7, consents: [randomUUID()] };
  await harness.stores.recordChange(changeOf(storeId, { authorization, carried }));
  return { storeId, authorization, carried };
}

describe('a restart', () => {
  it('continues from the state of the last recorded change, under the name that the store has now', async () => {
    const { storeId, carried } = await activeStore(newSeller());
    await harness.stores.changeSettings(storeId, { name: `Renamed ${storeId}` }, async () => undefined);
    const restart = await restartOf(storeId);
    expect(restart).toMatchObject({ storeId, name: `Renamed ${storeId}`, website: 'base', country: 'US' });
    expect(restart?.carried).toEqual({ ...carried, missed: { consents: [], isDetached: false } });
  });

  it('is not of a deleted, a refused or an unknown store', async () => {
    const deleted = await addStore(harness);
    await harness.stores.recordChange(changeOf(deleted, { status: 'deleted' }));
    const { name } = await findStore(harness, await addStore(harness));
    const refused = await requestStore(harness, { name });
    await harness.stores.createStore(refused);
    for (const storeId of [deleted, refused, 'unknown', randomUUID()]) expect(await restartOf(storeId)).toBeUndefined();
  });

  it('repeats the creation of a store that is not recorded yet', async () => {
    const storeId = await requestStore(harness, { sellerId: 'A1KNOWN' });
    const restart = await restartOf(storeId);
    expect(restart).toMatchObject({ storeId, sellerId: 'A1KNOWN' });
    expect(restart).not.toHaveProperty('carried');
  });

  it('names the consents that nobody has received, and the renewal by another store', async () => {
    const sellerId = newSeller();
    const { storeId, authorization, carried } = await activeStore(sellerId);
    const { consentId } = await giveConsent(harness, storeId, sellerId);
    const sibling = await addStore(harness, { country: 'CA' });
    await connectStore(
      harness,
      sibling,
      sellerId,
      new Date(Date.parse(authorization.authorizedAt) + 1000).toISOString(),
    );
    const restart = await restartOf(storeId);
    expect(restart?.carried).toMatchObject({
      ...carried,
      missed: {
        consents: [{ consentId, sellingPartnerId: sellerId }],
        renewal: await authorizationOf(sibling),
        isDetached: false,
      },
    });
  });

  it('notices that the store had been detached from its authorization', async () => {
    const { storeId } = await activeStore(newSeller());
    await harness.authorizations.forgetAuthorization(storeId);
    expect((await restartOf(storeId))?.carried?.missed.isDetached).toBe(true);
  });

  it('locks the store, so that it cannot be deleted between reading and starting', async () => {
    const { storeId } = await activeStore(newSeller());
    let deletion: Promise<void> | undefined;
    let isDeleted = false;
    await harness.stores.restartStore(storeId, async () => {
      deletion = harness.stores.recordChange(changeOf(storeId, { status: 'deleted' })).then(() => {
        isDeleted = true;
      });
      await queriesWaiting(harness, 1);
      expect(isDeleted).toBe(false);
    });
    await deletion;
    expect(await restartOf(storeId)).toBeUndefined();
  });
});

describe('a store that a release without kept states has changed last', () => {
  async function legacyRestart(storeId: string, row: object = {}): Promise<StoreState | undefined> {
    const changedAt = new Date(Date.now() + 1000);
    await harness
      .database('stores')
      .where({ id: storeId })
      .update({ changed_at: changedAt, ...row });
    return (await restartOf(storeId))?.carried?.store;
  }

  it.each(reminderDays.map((days, index) => [days, index]))(
    'keeps its year and its next date, %s days from the end',
    async (_days, index) => {
      const { storeId, authorization } = await activeStore(newSeller());
      const status = index === 0 ? 'active' : index > 5 ? 'expired' : 'renewal_due';
      const expected: StoreState = {
        ...{ status, enabled: true, setUp: true, authorization, nextReminder: index },
        sellerId: authorization.sellerId,
      };
      const next = nextStep(expected);
      expect(next?.at).toBe(reminderAt(authorization, index)?.at);
      expect(await legacyRestart(storeId, { status, next_what: next?.what, next_at: next?.at })).toEqual(expected);
    },
  );

  it('keeps its year after the last date', async () => {
    const { storeId, authorization } = await activeStore(newSeller());
    const rebuilt = await legacyRestart(storeId, { status: 'expired', next_what: null, next_at: null });
    expect(rebuilt).toMatchObject({ status: 'expired', authorization, nextReminder: reminderDays.length });
  });

  it('returns to where it was before a consent that was being verified, and receives that consent', async () => {
    const storeId = await addStore(harness);
    const { consentId } = await giveConsent(harness, storeId, newSeller());
    expect(await legacyRestart(storeId, { status: 'verifying' })).toMatchObject({ status: 'awaiting_authorization' });
    expect((await restartOf(storeId))?.carried?.missed.consents).toMatchObject([{ consentId }]);
  });

  it('verifies a reused authorization again', async () => {
    const storeId = await addStore(harness, { sellerId: newSeller() });
    expect(await legacyRestart(storeId, { status: 'verifying' })).toMatchObject({
      status: 'verifying',
      attempt: { consentId: 'reused', returnTo: 'awaiting_authorization' },
    });
  });

  it('stays disconnected after a revocation, with the authorization that another store may renew', async () => {
    const { storeId, authorization } = await activeStore(newSeller());
    const why = reason('authorization_revoked', { sellerId: authorization.sellerId });
    await harness.stores.recordChange(changeOf(storeId, { status: 'disconnected', reason: why }));
    expect(await legacyRestart(storeId)).toMatchObject({ status: 'disconnected', reason: why, authorization });
  });

  it('numbers its next change higher than those of its timeline', async () => {
    const { storeId } = await activeStore(newSeller());
    await legacyRestart(storeId);
    expect((await restartOf(storeId))?.carried?.seq).toBeGreaterThanOrEqual(3);
  });
});
