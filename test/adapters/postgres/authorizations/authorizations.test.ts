import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lockAuthorization } from '../../../../adapters/postgres/db/locks.ts';
import type { Country } from '../../../../domain/marketplaces.ts';
import {
  addStore,
  changeOf,
  connectStore,
  findStore,
  giveConsent,
  openStoreHarness,
  queriesWaiting,
  type StoreHarness,
  yearMs,
} from '../store-harness.ts';

let harness: StoreHarness;
beforeAll(async () => {
  harness = await openStoreHarness();
});
afterAll(() => harness.close());

const newSeller = () => `A${randomUUID().slice(0, 8)}`;
const adopt = (consentId: string) => harness.authorizations.adoptAuthorization(consentId, yearMs);

async function adopted(consentId: string) {
  const answer = await adopt(consentId);
  if (answer.outcome === 'refused') throw new Error(`Refused: ${answer.reason.code}`);
  return answer;
}

async function connected(sellerId: string, country: Country, at?: string) {
  const storeId = await addStore(harness, { country });
  const consent = await connectStore(harness, storeId, sellerId, at);
  return { storeId, ...consent };
}

describe('reusing an authorization', () => {
  it('attaches another store of the region, which then shares its renewals', async () => {
    const seller = newSeller();
    const us = await connected(seller, 'US');
    const ca = await addStore(harness, { country: 'CA', sellerId: seller });
    expect(await harness.authorizations.loadAuthorization(ca)).toBeUndefined();
    expect(await harness.authorizations.loadReusableAuthorization(ca)).toMatchObject({
      sellerId: seller,
      country: 'CA',
      refreshToken: us.refreshToken,
    });
    const reused = await harness.authorizations.reuseAuthorization(ca);
    expect(reused).toMatchObject({ outcome: 'adopted', authorization: { sellerId: seller } });
    expect(await harness.authorizations.reuseAuthorization(ca)).toEqual(reused);
    const renewal = await giveConsent(harness, us.storeId, seller);
    expect((await adopted(renewal.consentId)).siblings).toEqual([ca]);
    expect(await harness.authorizations.loadAuthorization(ca)).toMatchObject({ refreshToken: renewal.refreshToken });
  });

  it.each([
    ['of another region', 'GB', new Date().toISOString()],
    ['whose year has ended', 'CA', '2020-01-01T00:00:00.000Z'],
  ] as const)('does not find one %s', async (_what, country, at) => {
    const seller = newSeller();
    await connected(seller, 'US', at);
    const storeId = await addStore(harness, { country, sellerId: seller });
    expect(await harness.authorizations.loadReusableAuthorization(storeId)).toBeUndefined();
    expect(await harness.authorizations.reuseAuthorization(storeId)).toMatchObject({
      outcome: 'refused',
      reason: { code: 'authorization_expired' },
    });
  });

  it('lists it with its stores and the marketplaces that Amazon named', async () => {
    const seller = newSeller();
    const us = await connected(seller, 'US');
    const participations = [
      { marketplaceId: 'ATVPDKIKX0DER', countryCode: 'US', isParticipating: true, hasSuspendedListings: true },
      { marketplaceId: 'A2Q3Y263D00KWC', countryCode: 'BR', isParticipating: false, hasSuspendedListings: false },
    ];
    await harness.authorizations.saveParticipations(seller, 'NA', participations.slice(1));
    await harness.authorizations.saveParticipations(seller, 'NA', participations);
    const [listed, ...others] = await harness.authorizations.listAuthorizations(seller);
    expect(others).toEqual([]);
    expect(listed).toMatchObject({
      sellerId: seller,
      region: 'NA',
      stores: [{ id: us.storeId, country: 'US' }],
      marketplaces: [
        { countryCode: 'US', isParticipating: true, hasSuspendedListings: true },
        { countryCode: 'BR', isParticipating: false, hasSuspendedListings: false },
      ],
    });
    await harness.authorizations.forgetAuthorization(us.storeId);
    expect(await harness.authorizations.listAuthorizations(seller)).toEqual([]);
  });
});

describe('adopting an authorization', () => {
  it('makes the token valid for a year from the consent and moves it out of the consent', async () => {
    const seller = newSeller();
    const storeId = await addStore(harness);
    const receivedAt = '2030-05-05T05:05:05.000Z';
    const { consentId, refreshToken } = await giveConsent(harness, storeId, seller, { receivedAt });
    expect(await adopt(consentId)).toMatchObject({
      outcome: 'adopted',
      authorization: { sellerId: seller, authorizedAt: receivedAt, expiresAt: '2031-05-05T05:05:05.000Z' },
      siblings: [],
    });
    expect(await harness.authorizations.loadAuthorization(storeId)).toMatchObject({
      sellerId: seller,
      country: 'US',
      refreshToken,
    });
    expect((await harness.consents.loadConsent(consentId))?.refreshToken).toBeUndefined();
    expect((await findStore(harness, storeId)).sellerId).toBe(seller);
  });

  it('returns the same result for the same consent, also concurrently', async () => {
    const storeId = await addStore(harness);
    const { consentId } = await giveConsent(harness, storeId, newSeller());
    const answers = await Promise.all([1, 2, 3, 4].map(() => adopt(consentId)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toHaveLength(1);
    expect(await adopt(consentId)).toEqual(answers[0]);
    expect(answers[0]?.outcome).toBe('adopted');
  });

  it('shares it with the stores of the seller and region and returns them as siblings', async () => {
    const seller = newSeller();
    const us = await connected(seller, 'US');
    const ca = await connected(seller, 'CA');
    const gb = await connected(seller, 'GB');
    const { consentId, refreshToken } = await giveConsent(harness, us.storeId, seller);
    const { siblings, authorization } = await adopted(consentId);
    expect(siblings).toEqual([ca.storeId]);
    expect(await harness.authorizations.loadAuthorization(ca.storeId)).toMatchObject({ refreshToken, country: 'CA' });
    expect(await harness.authorizations.loadAuthorization(gb.storeId)).toMatchObject({ refreshToken: gb.refreshToken });
    const rows = await harness.database('stores').where({ grant_id: authorization.grantId });
    expect(rows).toHaveLength(2);
  });

  it('refuses another seller and keeps the old authorization', async () => {
    const seller = newSeller();
    const other = newSeller();
    const { storeId, refreshToken } = await connected(seller, 'US');
    const { consentId } = await giveConsent(harness, storeId, other);
    const refusal = {
      outcome: 'refused',
      reason: { code: 'seller_mismatch', params: { expected: seller, actual: other } },
    };
    expect(await adopt(consentId)).toEqual(refusal);
    expect(await adopt(consentId)).toEqual(refusal);
    expect(await harness.authorizations.loadAuthorization(storeId)).toMatchObject({ sellerId: seller, refreshToken });
    expect(await harness.consents.loadConsent(consentId)).toBeUndefined();
  });

  it('refuses a seller who has another store for the country', async () => {
    const seller = newSeller();
    const first = await connected(seller, 'MX');
    const { name } = await findStore(harness, first.storeId);
    const second = await addStore(harness, { country: 'MX' });
    const { consentId } = await giveConsent(harness, second, seller);
    expect(await adopt(consentId)).toEqual({
      outcome: 'refused',
      reason: { code: 'store_exists', params: { sellerId: seller, country: 'Mexico', existing: name } },
    });
    expect(await harness.authorizations.loadAuthorization(second)).toBeUndefined();
  });

  it('accepts one of several stores with the same seller and country that are adopted concurrently', async () => {
    const seller = newSeller();
    const ids = await Promise.all([addStore(harness), addStore(harness), addStore(harness)]);
    const consents = await Promise.all(ids.map((id) => giveConsent(harness, id, seller)));
    const answers = await Promise.all(consents.map(({ consentId }) => adopt(consentId)));
    expect(answers.filter(({ outcome }) => outcome === 'adopted')).toHaveLength(1);
    const refusals = answers.flatMap((answer) => (answer.outcome === 'refused' ? [answer.reason.code] : []));
    expect(refusals).toEqual(['store_exists', 'store_exists']);
  });

  it('creates one authorization when the stores of a region are adopted, renewed and forgotten concurrently', async () => {
    const seller = newSeller();
    const countries: readonly Country[] = ['US', 'CA', 'MX'];
    const ids = await Promise.all(countries.map((country) => addStore(harness, { country })));
    for (let round = 0; round < 5; round += 1) {
      const consents = await Promise.all(ids.map((id) => giveConsent(harness, id, seller)));
      const answers = await Promise.all(consents.map(({ consentId }) => adopted(consentId)));
      expect(new Set(answers.map(({ authorization }) => authorization.grantId))).toHaveLength(1);
      await Promise.all(ids.map((id) => harness.authorizations.forgetAuthorization(id)));
    }
    const grants = await harness.database('grants').where({ selling_partner_id: seller });
    expect(grants).toMatchObject([{ sealed_refresh_token: null }]);
  });

  it('keeps the newest of two consents, whichever is adopted last', async () => {
    const seller = newSeller();
    const us = await connected(seller, 'US', '2030-01-01T00:00:00.000Z');
    const ca = await addStore(harness, { country: 'CA' });
    const older = await giveConsent(harness, ca, seller, { receivedAt: '2030-06-01T00:00:00.000Z' });
    const newer = await giveConsent(harness, us.storeId, seller, { receivedAt: '2030-07-01T00:00:00.000Z' });
    await adopted(newer.consentId);
    const { authorization } = await adopted(older.consentId);
    expect(authorization.authorizedAt).toBe('2030-07-01T00:00:00.000Z');
    expect(await harness.authorizations.loadAuthorization(ca)).toMatchObject({ refreshToken: newer.refreshToken });
  });

  it('destroys older unfinished consents of the store and spares newer ones', async () => {
    const storeId = await addStore(harness);
    const seller = newSeller();
    const older = await giveConsent(harness, storeId, seller, {
      receivedAt: '2030-01-01T00:00:00.000Z',
      exchanged: false,
    });
    const used = await giveConsent(harness, storeId, seller, { receivedAt: '2030-01-02T00:00:00.000Z' });
    const newer = await giveConsent(harness, storeId, seller, {
      receivedAt: '2030-01-03T00:00:00.000Z',
      exchanged: false,
    });
    await adopted(used.consentId);
    expect(await harness.consents.loadConsent(older.consentId)).toMatchObject({
      code: undefined,
      refusal: { code: 'superseded' },
    });
    expect(await harness.consents.loadConsent(newer.consentId)).toMatchObject({ code: newer.code });
  });

  it('refuses the consent of a store that was deleted or disconnected in the meantime', async () => {
    const refusal = { outcome: 'refused', reason: { code: 'disconnected_by_admin', params: {} } };
    const deleted = await addStore(harness);
    const one = await giveConsent(harness, deleted, newSeller());
    await harness.stores.recordChange(changeOf(deleted, { status: 'deleted' }));
    expect(await adopt(one.consentId)).toEqual(refusal);
    const left = await addStore(harness);
    const two = await giveConsent(harness, left, newSeller());
    await harness.authorizations.forgetAuthorization(left);
    expect(await adopt(two.consentId)).toEqual(refusal);
  });
});

describe('forgetting an authorization', () => {
  it('keeps a shared token for the other stores and destroys it with the last one', async () => {
    const seller = newSeller();
    const us = await connected(seller, 'US');
    const ca = await connected(seller, 'CA');
    await harness.authorizations.forgetAuthorization(us.storeId);
    expect(await harness.authorizations.loadAuthorization(us.storeId)).toBeUndefined();
    expect(await harness.authorizations.loadAuthorization(ca.storeId)).toMatchObject({ refreshToken: ca.refreshToken });
    await harness.authorizations.forgetAuthorization(ca.storeId);
    const grants = await harness.database('grants').where({ selling_partner_id: seller });
    expect(grants).toMatchObject([{ sealed_refresh_token: null }]);
    expect((await findStore(harness, us.storeId)).sellerId).toBe(seller);
  });

  it('keeps a token out that arrives after it', async () => {
    const storeId = await addStore(harness);
    const { consentId } = await giveConsent(harness, storeId, newSeller(), { exchanged: false });
    await harness.authorizations.forgetAuthorization(storeId);
    await harness.consents.saveRefreshToken(consentId, 'Atzr|too-late');
    expect(await harness.consents.loadConsent(consentId)).toMatchObject({
      refreshToken: undefined,
      refusal: { code: 'disconnected_by_admin' },
    });
    const [row] = await harness.database('consents').where({ id: consentId });
    expect(row).toMatchObject({ sealed_refresh_token: null });
  });

  it('wins over a concurrent adoption', async () => {
    const seller = newSeller();
    const storeId = await addStore(harness);
    const { consentId } = await giveConsent(harness, storeId, seller);
    const holder = await harness.database.transaction();
    await lockAuthorization(holder, seller, 'NA');
    const adopting = adopt(consentId);
    await queriesWaiting(harness, 1);
    const forgetting = harness.authorizations.forgetAuthorization(storeId);
    await queriesWaiting(harness, 2);
    await holder.commit();
    await Promise.all([adopting, forgetting]);
    expect(await harness.authorizations.loadAuthorization(storeId)).toBeUndefined();
    const grants = await harness.database('grants').where({ selling_partner_id: seller });
    expect(grants).toMatchObject([{ sealed_refresh_token: null }]);
  });

  it('lets only the same seller connect the store again', async () => {
    const seller = newSeller();
    const { storeId } = await connected(seller, 'US');
    await harness.authorizations.forgetAuthorization(storeId);
    const wrong = await giveConsent(harness, storeId, newSeller());
    expect(await adopt(wrong.consentId)).toMatchObject({ reason: { code: 'seller_mismatch' } });
    const right = await giveConsent(harness, storeId, seller);
    await adopted(right.consentId);
    expect(await harness.authorizations.loadAuthorization(storeId)).toMatchObject({ refreshToken: right.refreshToken });
  });
});
