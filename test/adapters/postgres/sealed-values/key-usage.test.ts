import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { sealedColumns } from '../../../../adapters/postgres/sealed-values/columns.ts';
import { countSealedValues, describeMissingKeys } from '../../../../adapters/postgres/sealed-values/key-usage.ts';
import { connectStore, openStoreHarness, type StoreHarness } from '../store-harness.ts';
import { forgetValues, inspectAll, newKey, sealSingle, sealSome } from './sealed-value-harness.ts';

let harness: StoreHarness;
beforeAll(async () => {
  harness = await openStoreHarness();
});
afterEach(() => forgetValues(harness));
afterAll(() => harness.close());

describe('the places of sealed values', () => {
  it('are all known', async () => {
    const columns = await harness
      .database('information_schema.columns')
      .where({ table_schema: 'public' })
      .whereLike('column_name', 'sealed%')
      .select<{ table: string; column: string }[]>('table_name as table', 'column_name as column');
    const known = sealedColumns.map(({ table, column }) => `${table}.${column}`);
    expect(known.toSorted()).toEqual(columns.map(({ table, column }) => `${table}.${column}`).toSorted());
  });

  it('are found by the contexts that their values were sealed for', async () => {
    await sealSome(harness);
    const renewed = await sealSome(harness);
    await connectStore(harness, renewed.storeId, renewed.sellerId);
    await sealSingle(harness, harness.keys);
    expect(await inspectAll(harness, harness.keys)).toBe(0);
    const tables = new Set((await countSealedValues(harness.database)).map(({ table }) => table));
    expect(tables).toEqual(new Set(sealedColumns.map(({ table }) => table)));
  });
});

describe('the keys in use', () => {
  it('are named with how many values of which tables they seal when the key ring lacks them', async () => {
    await sealSome(harness);
    const { webhook } = await sealSome(harness);
    await harness.webhooks.rotateSecret(webhook.id, 60_000);
    const [kept, other] = [newKey('kept'), newKey('2027-01')];
    await sealSingle(harness, [kept]);
    expect(await describeMissingKeys(harness.database, [other, kept, ...harness.keys])).toBeUndefined();
    expect(await describeMissingKeys(harness.database, [other, kept])).toBe(
      'ENCRYPTION_KEYS lacks a key that seals values in the database: ' +
        '"test" (consents: 4, grants: 2, import_rows: 2, messages: 2, webhooks: 3). ' +
        'Add it to ENCRYPTION_KEYS again, behind the first key, and start again (docs/keys.md).',
    );
    expect(await describeMissingKeys(harness.database, [other])).toContain(
      'lacks keys that seal values in the database: "kept" (application_secrets: 1, signing_keys: 1), "test" (',
    );
  });

  it('are counted however damaged a value is, and damage alone misses no key', async () => {
    const sealed = await harness.vault.seal('token', 'context');
    const damaged = ['', '.', 'no', 'é.ü', 'e30', 'eyJraWQiOiJ', '////', sealed.slice(0, 30), `{"kid":"x"}`, sealed];
    for (const value of damaged) {
      const { webhook } = await harness.webhooks.addWebhook({ url: 'https://receiver.example.com/hook' });
      await harness.database('webhooks').where({ id: webhook.id }).update({ sealed_secret: value });
    }
    expect(await harness.sealedValues.countByKey()).toEqual(
      new Map([
        ['test', 1],
        ['unknown', damaged.length - 1],
      ]),
    );
    expect(await describeMissingKeys(harness.database, harness.keys)).toBeUndefined();
    expect(await inspectAll(harness, harness.keys)).toBe(damaged.length);
  });
});
