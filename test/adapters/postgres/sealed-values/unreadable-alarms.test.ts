import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { loadAuthorization } from '../../../../adapters/postgres/authorizations/load-authorization.ts';
import { createReportingVault } from '../../../../adapters/postgres/sealed-values/reporting-vault.ts';
import { createSecretVault } from '../../../../adapters/secrets/secret-vault.ts';
import { alarmText } from '../../../../locales/alarm-text.ts';
import { eventually } from '../../../setup/eventually.ts';
import { addStore, connectStore, openStoreHarness, type StoreHarness } from '../store-harness.ts';
import { closeReadable, forgetValues, inspectAll, newKey, openAlarms, sealSome } from './sealed-value-harness.ts';

let harness: StoreHarness;
beforeAll(async () => {
  harness = await openStoreHarness({ operatorEmail: 'operators@example.com' });
});
afterEach(() => forgetValues(harness));
afterAll(() => harness.close());

const notices = () => harness.database('alarm_notices').whereNull('dispatched_at');
const damage = (sellerId: string) =>
  harness.database('grants').where({ selling_partner_id: sellerId }).update({ sealed_refresh_token: 'no' });

describe('a value that cannot be opened', () => {
  it('has one alarm, which names the seller, the stores, the key and the one remedy', async () => {
    const { sellerId, storeId } = await sealSome(harness);
    await harness
      .database('grants')
      .update({ sealed_refresh_token: await createSecretVault([newKey('gone')]).seal('t', 'c') });
    await inspectAll(harness, harness.keys);
    expect(await inspectAll(harness, harness.keys)).toBe(1);
    const [alarm, ...others] = await openAlarms(harness);
    if (!alarm) throw new Error('No alarm is open');
    expect(others).toEqual([]);
    expect(alarmText(alarm, 'en')).toBe(
      `The stored authorization of seller ${sellerId}/NA ("Store of ${sellerId}") cannot be opened: its key "gone" is not in ` +
        `ENCRYPTION_KEYS. Its connection is not checked; the stores keep their status; everything else goes on. ` +
        `Add "gone" to ENCRYPTION_KEYS again, behind the first key, and restart every process.`,
    );
    expect(alarmText(alarm, 'nl')).toContain(`Zet "gone" weer in ENCRYPTION_KEYS`);
    expect(await harness.stores.findStore(storeId)).toMatchObject({ store: { status: 'active' } });
    expect(await notices()).toHaveLength(1);
  });

  it('of any kind has its alarm; a link of an e-mail is dropped instead, because it is replaced', async () => {
    const { messageId } = await sealSome(harness);
    const other = newKey('other');
    expect(await inspectAll(harness, [other])).toBe(6);
    const alarms = await openAlarms(harness);
    const kinds = alarms.map(({ params }) => ('what' in params ? params.what : ''));
    expect(kinds.toSorted()).toEqual(['authorization', 'consent', 'consent', 'import_line', 'webhook_secret']);
    for (const alarm of alarms) expect(alarmText(alarm, 'en')).not.toMatch(/undefined|\(\)/);
    expect((await harness.messages.loadMessage(messageId))?.link).toMatch(/\/connect\/.{20}/);
    // One e-mail for all of them.
    expect(await notices()).toHaveLength(1);
  });

  it('closes its alarm when it can be opened again, also when another process saw it closed once', async () => {
    await sealSome(harness);
    const other = newKey('other');
    await inspectAll(harness, [other]);
    await closeReadable(harness, [other]);
    expect(await openAlarms(harness)).toHaveLength(5);
    await closeReadable(harness, [other, ...harness.keys]);
    expect(await openAlarms(harness)).toEqual([]);
    const closings = await harness.database('alarm_notices').where({ event: 'closed' }).whereNull('dispatched_at');
    expect(closings).toHaveLength(1);
  });

  it('closes its alarm when it is replaced, or gone', async () => {
    const [one, other] = [await sealSome(harness), await sealSome(harness)];
    await damage(one.sellerId);
    await damage(other.sellerId);
    await inspectAll(harness, harness.keys);
    const texts = (await openAlarms(harness)).map((alarm) => alarmText(alarm, 'en'));
    expect(texts).toHaveLength(2);
    for (const { sellerId } of [one, other])
      expect(texts).toContainEqual(expect.stringMatching(new RegExp(`${sellerId}.*damaged.*connect link`)));
    await connectStore(harness, one.storeId, one.sellerId, new Date(Date.now() + 1000).toISOString());
    await harness.authorizations.forgetAuthorization(other.storeId);
    await closeReadable(harness, harness.keys);
    expect(await openAlarms(harness)).toEqual([]);
  });

  it('is reported as soon as it is used, once, with its error for the caller', async () => {
    const storeId = await addStore(harness);
    await connectStore(harness, storeId, 'A1REPORTED');
    await damage('A1REPORTED');
    const vault = createReportingVault(harness.vault, harness.database, true);
    for (let attempt = 0; attempt < 2; attempt += 1) {
      await expect(loadAuthorization(harness.database, vault, storeId)).rejects.toThrow('grant/A1REPORTED/NA');
      await eventually(async () => expect(await openAlarms(harness)).toHaveLength(1));
    }
  });
});
