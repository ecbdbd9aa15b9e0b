import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lockGrant } from '../../../../adapters/postgres/db/locks.ts';
import type { Country } from '../../../../domain/marketplaces.ts';
import {
  addStore,
  changeOf,
  connectStore,
  findStore,
  giveConsent,
  openStoreWorld,
  queriesWaiting,
  type StoreWorld,
  yearMs,
} from '../store-harness.ts';

let world: StoreWorld;
beforeAll(async () => {
  world = await openStoreWorld();
});
afterAll(() => world.close());

const newSeller = () => `A${randomUUID().slice(0, 8)}`;
const adopt = (consentId: string) => world.stores.adoptAuthorization(consentId, yearMs);

async function adopted(consentId: string) {
  const answer = await adopt(consentId);
  if (answer.outcome === 'refused') throw new Error(`Refused: ${answer.reason.code}`);
  return answer;
}

async function connected(sellerId: string, country: Country, at?: string) {
  const storeId = await addStore(world, { country });
  const consent = await connectStore(world, storeId, sellerId, at);
  return { storeId, ...consent };
}

describe('reusing an authorization', () => {
  it('attaches another store of the region to it, which then shares its renewals', async () => {
    const seller = newSeller();
    const us = await connected(seller, 'US');
    const ca = await addStore(world, { country: 'CA', sellerId: seller });
    expect(await world.grants.loadGrant(ca)).toBeUndefined();
    expect(await world.grants.loadGrantToReuse(ca)).toEqual({
      sellerId: seller,
      country: 'CA',
      refreshToken: us.refreshToken,
    });
    const reused = await world.stores.reuseAuthorization(ca);
    expect(reused).toMatchObject({ outcome: 'adopted', authorization: { sellerId: seller } });
    expect(await world.stores.reuseAuthorization(ca)).toEqual(reused);
    const renewal = await giveConsent(world, us.storeId, seller);
    expect((await adopted(renewal.consentId)).siblings).toEqual([ca]);
    expect(await world.grants.loadGrant(ca)).toMatchObject({ refreshToken: renewal.refreshToken });
  });

  it.each([
    ['of another region', 'GB', new Date().toISOString()],
    ['whose year has ended', 'CA', '2020-01-01T00:00:00.000Z'],
  ] as const)('does not find one %s', async (_what, country, at) => {
    const seller = newSeller();
    await connected(seller, 'US', at);
    const storeId = await addStore(world, { country, sellerId: seller });
    expect(await world.grants.loadGrantToReuse(storeId)).toBeUndefined();
    expect(await world.stores.reuseAuthorization(storeId)).toMatchObject({
      outcome: 'refused',
      reason: { code: 'authorization_expired' },
    });
  });

  it('is offered with its stores and what Amazon says of the marketplaces', async () => {
    const seller = newSeller();
    const us = await connected(seller, 'US');
    const participations = [
      { marketplaceId: 'ATVPDKIKX0DER', countryCode: 'US', isParticipating: true, hasSuspendedListings: true },
      { marketplaceId: 'A2Q3Y263D00KWC', countryCode: 'BR', isParticipating: false, hasSuspendedListings: false },
    ];
    await world.grants.keepParticipations(seller, 'NA', participations.slice(1));
    await world.grants.keepParticipations(seller, 'NA', participations);
    const [offered, ...others] = await world.authorizations.listAuthorizations(seller);
    expect(others).toEqual([]);
    expect(offered).toMatchObject({
      sellerId: seller,
      region: 'NA',
      stores: [{ id: us.storeId, country: 'US' }],
      marketplaces: [
        { countryCode: 'US', isParticipating: true, hasSuspendedListings: true },
        { countryCode: 'BR', isParticipating: false, hasSuspendedListings: false },
      ],
    });
    await world.stores.forgetAuthorization(us.storeId);
    expect(await world.authorizations.listAuthorizations(seller)).toEqual([]);
  });
});

describe('adopting an authorization', () => {
  it('puts the token in force for a year from the consent and forgets it elsewhere', async () => {
    const seller = newSeller();
    const storeId = await addStore(world);
    const receivedAt = '2030-05-05T05:05:05.000Z';
    const { consentId, refreshToken } = await giveConsent(world, storeId, seller, { receivedAt });
    expect(await adopt(consentId)).toMatchObject({
      outcome: 'adopted',
      authorization: { sellerId: seller, authorizedAt: receivedAt, expiresAt: '2031-05-05T05:05:05.000Z' },
      siblings: [],
    });
    expect(await world.grants.loadGrant(storeId)).toEqual({ sellerId: seller, country: 'US', refreshToken });
    expect(await world.consents.loadConsent(consentId)).not.toHaveProperty('refreshToken');
    expect((await findStore(world, storeId)).sellerId).toBe(seller);
  });

  it('answers the same when the same consent comes again, also at once', async () => {
    const storeId = await addStore(world);
    const { consentId } = await giveConsent(world, storeId, newSeller());
    const answers = await Promise.all([1, 2, 3, 4].map(() => adopt(consentId)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toHaveLength(1);
    expect(await adopt(consentId)).toEqual(answers[0]);
    expect(answers[0]?.outcome).toBe('adopted');
  });

  it('is shared by the stores of one seller and region, and names them as siblings', async () => {
    const seller = newSeller();
    const us = await connected(seller, 'US');
    const ca = await connected(seller, 'CA');
    const gb = await connected(seller, 'GB');
    const { consentId, refreshToken } = await giveConsent(world, us.storeId, seller);
    const { siblings, authorization } = await adopted(consentId);
    expect(siblings).toEqual([ca.storeId]);
    expect(await world.grants.loadGrant(ca.storeId)).toMatchObject({ refreshToken, country: 'CA' });
    expect(await world.grants.loadGrant(gb.storeId)).toMatchObject({ refreshToken: gb.refreshToken });
    const rows = await world.database('stores').where({ grant_id: authorization.grantId });
    expect(rows).toHaveLength(2);
  });

  it('refuses another seller and leaves the old authorization as it was', async () => {
    const seller = newSeller();
    const other = newSeller();
    const { storeId, refreshToken } = await connected(seller, 'US');
    const { consentId } = await giveConsent(world, storeId, other);
    const refusal = {
      outcome: 'refused',
      reason: { code: 'seller_mismatch', params: { expected: seller, actual: other } },
    };
    expect(await adopt(consentId)).toEqual(refusal);
    expect(await adopt(consentId)).toEqual(refusal);
    expect(await world.grants.loadGrant(storeId)).toMatchObject({ sellerId: seller, refreshToken });
    expect(await world.consents.loadConsent(consentId)).toBeUndefined();
  });

  it('refuses a seller whose country has a store already', async () => {
    const seller = newSeller();
    const first = await connected(seller, 'MX');
    const { name } = await findStore(world, first.storeId);
    const second = await addStore(world, { country: 'MX' });
    const { consentId } = await giveConsent(world, second, seller);
    expect(await adopt(consentId)).toEqual({
      outcome: 'refused',
      reason: { code: 'store_exists', params: { sellerId: seller, country: 'Mexico', existing: name } },
    });
    expect(await world.grants.loadGrant(second)).toBeUndefined();
  });

  it('gives (seller, country) to one of two stores that are adopted at once', async () => {
    const seller = newSeller();
    const ids = await Promise.all([addStore(world), addStore(world), addStore(world)]);
    const consents = await Promise.all(ids.map((id) => giveConsent(world, id, seller)));
    const answers = await Promise.all(consents.map(({ consentId }) => adopt(consentId)));
    expect(answers.filter(({ outcome }) => outcome === 'adopted')).toHaveLength(1);
    const refusals = answers.flatMap((answer) => (answer.outcome === 'refused' ? [answer.reason.code] : []));
    expect(refusals).toEqual(['store_exists', 'store_exists']);
  });

  it('makes one grant when the stores of a region are adopted, renewed and forgotten at once', async () => {
    const seller = newSeller();
    const countries: readonly Country[] = ['US', 'CA', 'MX'];
    const ids = await Promise.all(countries.map((country) => addStore(world, { country })));
    for (let round = 0; round < 5; round += 1) {
      const consents = await Promise.all(ids.map((id) => giveConsent(world, id, seller)));
      const answers = await Promise.all(consents.map(({ consentId }) => adopted(consentId)));
      expect(new Set(answers.map(({ authorization }) => authorization.grantId))).toHaveLength(1);
      await Promise.all(ids.map((id) => world.stores.forgetAuthorization(id)));
    }
    const grants = await world.database('grants').where({ selling_partner_id: seller });
    expect(grants).toMatchObject([{ sealed_refresh_token: null }]);
  });

  it('keeps the newest of two consents, whichever is adopted last', async () => {
    const seller = newSeller();
    const us = await connected(seller, 'US', '2030-01-01T00:00:00.000Z');
    const ca = await addStore(world, { country: 'CA' });
    const older = await giveConsent(world, ca, seller, { receivedAt: '2030-06-01T00:00:00.000Z' });
    const newer = await giveConsent(world, us.storeId, seller, { receivedAt: '2030-07-01T00:00:00.000Z' });
    await adopted(newer.consentId);
    const { authorization } = await adopted(older.consentId);
    expect(authorization.authorizedAt).toBe('2030-07-01T00:00:00.000Z');
    expect(await world.grants.loadGrant(ca)).toMatchObject({ refreshToken: newer.refreshToken });
  });

  it('destroys older unfinished consents of the store and spares newer ones', async () => {
    const storeId = await addStore(world);
    const seller = newSeller();
    const older = await giveConsent(world, storeId, seller, {
      receivedAt: '2030-01-01T00:00:00.000Z',
      exchanged: false,
    });
    const used = await giveConsent(world, storeId, seller, { receivedAt: '2030-01-02T00:00:00.000Z' });
    const newer = await giveConsent(world, storeId, seller, {
      receivedAt: '2030-01-03T00:00:00.000Z',
      exchanged: false,
    });
    await adopted(used.consentId);
    expect(await world.consents.loadConsent(older.consentId)).toBeUndefined();
    expect(await world.consents.loadConsent(newer.consentId)).toMatchObject({ code: newer.code });
  });

  it('refuses the consent of a store that was deleted or disconnected meanwhile', async () => {
    const refusal = { outcome: 'refused', reason: { code: 'disconnected_by_admin', params: {} } };
    const deleted = await addStore(world);
    const one = await giveConsent(world, deleted, newSeller());
    await world.stores.recordChange(changeOf(deleted, { status: 'deleted' }));
    expect(await adopt(one.consentId)).toEqual(refusal);
    const left = await addStore(world);
    const two = await giveConsent(world, left, newSeller());
    await world.stores.forgetAuthorization(left);
    expect(await adopt(two.consentId)).toEqual(refusal);
  });
});

describe('forgetting an authorization', () => {
  it('leaves a shared one to its other stores and destroys it with the last', async () => {
    const seller = newSeller();
    const us = await connected(seller, 'US');
    const ca = await connected(seller, 'CA');
    await world.stores.forgetAuthorization(us.storeId);
    expect(await world.grants.loadGrant(us.storeId)).toBeUndefined();
    expect(await world.grants.loadGrant(ca.storeId)).toMatchObject({ refreshToken: ca.refreshToken });
    await world.stores.forgetAuthorization(ca.storeId);
    const grants = await world.database('grants').where({ selling_partner_id: seller });
    expect(grants).toMatchObject([{ sealed_refresh_token: null }]);
    expect((await findStore(world, us.storeId)).sellerId).toBe(seller);
  });

  it('keeps a token out that arrives after it', async () => {
    const storeId = await addStore(world);
    const { consentId } = await giveConsent(world, storeId, newSeller(), { exchanged: false });
    await world.stores.forgetAuthorization(storeId);
    await world.consents.keepRefreshToken(consentId, 'Atzr|too-late');
    expect(await world.consents.loadConsent(consentId)).toBeUndefined();
    const [row] = await world.database('consents').where({ id: consentId });
    expect(row).toMatchObject({ sealed_refresh_token: null });
  });

  it('holds against an adoption that is under way', async () => {
    const seller = newSeller();
    const storeId = await addStore(world);
    const { consentId } = await giveConsent(world, storeId, seller);
    const holder = await world.database.transaction();
    await lockGrant(holder, seller, 'NA');
    const adopting = adopt(consentId);
    await queriesWaiting(world, 1);
    const forgetting = world.stores.forgetAuthorization(storeId);
    await queriesWaiting(world, 2);
    await holder.commit();
    await Promise.all([adopting, forgetting]);
    expect(await world.grants.loadGrant(storeId)).toBeUndefined();
    const grants = await world.database('grants').where({ selling_partner_id: seller });
    expect(grants).toMatchObject([{ sealed_refresh_token: null }]);
  });

  it('lets the store be connected again by the same seller, and by another seller never', async () => {
    const seller = newSeller();
    const { storeId } = await connected(seller, 'US');
    await world.stores.forgetAuthorization(storeId);
    const wrong = await giveConsent(world, storeId, newSeller());
    expect(await adopt(wrong.consentId)).toMatchObject({ reason: { code: 'seller_mismatch' } });
    const right = await giveConsent(world, storeId, seller);
    await adopted(right.consentId);
    expect(await world.grants.loadGrant(storeId)).toMatchObject({ refreshToken: right.refreshToken });
  });
});
