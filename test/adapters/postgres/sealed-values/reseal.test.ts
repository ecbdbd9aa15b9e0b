import { setImmediate } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { loadSigningKey } from '../../../../adapters/postgres/access/signing-key.ts';
import { createRepositories } from '../../../../adapters/postgres/index.ts';
import { countSealedValues, describeMissingKeys } from '../../../../adapters/postgres/sealed-values/key-usage.ts';
import { describeResealing, resealAll } from '../../../../adapters/postgres/sealed-values/reseal-all.ts';
import { SealedValueWatch } from '../../../../adapters/postgres/sealed-values/watch.ts';
import { createWebhookOutbox } from '../../../../adapters/postgres/webhooks/outbox.ts';
import { createSecretVault, type SealingKey } from '../../../../adapters/secrets/secret-vault.ts';
import { limitMs } from '../../../setup/scaled-time.ts';
import { openStoreHarness, publicUrl, type StoreHarness } from '../store-harness.ts';
import {
  applicationSecrets,
  forgetValues,
  newKey,
  openAlarms,
  type Sealed,
  sealSingle,
  sealSome,
} from './sealed-value-harness.ts';

let harness: StoreHarness;
beforeAll(async () => {
  harness = await openStoreHarness();
});
afterEach(() => forgetValues(harness));
afterAll(() => harness.close());

function reseal(keys: readonly SealingKey[]) {
  return resealAll({ database: harness.database, vault: createSecretVault(keys), keys, notifyOperators: false });
}

const valuesInUse = async () =>
  (await countSealedValues(harness.database)).reduce((total, { count }) => total + count, 0);

/** Opens every value of `sealed`, as the product does. Each throws, or misses its value, when one cannot be opened. */
async function openAll(
  keys: readonly SealingKey[],
  { storeId, withCode, withToken, ...sealed }: Sealed,
): Promise<void> {
  const vault = createSecretVault(keys);
  const { authorizations, consents, imports } = createRepositories(harness.database, vault, { publicUrl });
  const outbox = createWebhookOutbox(harness.database, vault, false);
  expect((await authorizations.loadAuthorization(storeId))?.refreshToken).toBe(sealed.refreshToken);
  expect((await consents.loadConsent(withCode.consentId))?.code).toBe(withCode.code);
  expect((await consents.loadConsent(withToken.consentId))?.refreshToken).toBe(withToken.refreshToken);
  expect(await imports.openImportedToken(sealed.importId, 2)).toBe('Atzr|imported');
  expect((await outbox.loadWork(sealed.webhook.id, 1, []))?.secrets).toEqual([sealed.secret]);
}

describe('an old key', { timeout: limitMs(60_000) }, () => {
  it('is retired with 500 sealed values, while every call succeeds', async () => {
    const newer = newKey('newer');
    const ring = [newer, ...harness.keys];
    const sealed: Sealed[] = [];
    for (let count = 0; count < 84; count += 1) sealed.push(await sealSome(harness));
    await sealSingle(harness, harness.keys);
    const signingKey = await loadSigningKey(harness.database, harness.vault);
    expect(await valuesInUse()).toBeGreaterThanOrEqual(500);

    let isDone = false;
    let calls = 0;
    const calling = (async () => {
      for (; !isDone || calls < 50; calls += 1) {
        const item = sealed[calls % sealed.length];
        if (item) await openAll(ring, item);
        await setImmediate();
      }
    })();
    const report = await reseal(ring);
    isDone = true;
    await calling;

    expect(report.remaining).toEqual([]);
    expect(describeResealing(report, 'newer')).toMatch(
      /grants +84 sealed again\n.*[^]*Every value is sealed with "newer"\. The other keys may leave ENCRYPTION_KEYS\.$/,
    );
    expect(await describeMissingKeys(harness.database, [newer])).toBeUndefined();
    for (const item of sealed) await openAll([newer], item);
    for (const { messageId } of sealed.slice(0, 5)) {
      const { messages } = createRepositories(harness.database, createSecretVault([newer]), { publicUrl });
      expect((await messages.loadMessage(messageId))?.link).toContain('/connect/');
    }
    expect(await loadSigningKey(harness.database, createSecretVault([newer]))).toEqual(signingKey);
    expect(await openAlarms(harness)).toEqual([]);
    expect((await reseal(ring)).tables.get('grants')).toEqual({ resealed: 0, unreadable: 0 });
  });
});

describe('sealing again', () => {
  it('recognizes our client secret afterwards by the new key alone', async () => {
    const newer = newKey('newer');
    const before = applicationSecrets(harness, harness.keys, 'first');
    await before.activateEnvironmentSecret();
    await before.activateRotatedSecret({
      clientSecret: 'second',
      isVerified: true,
      issuedAt: '2026-01-01T00:00:00.000Z',
    });
    await reseal([newer, ...harness.keys]);
    const after = applicationSecrets(harness, [newer], 'second');
    expect(await after.listInForce()).toMatchObject([{ secret: 'second' }, { secret: 'first' }]);
    expect((await after.loadDates()).issuedAt).toBe('2026-01-01T00:00:00.000Z');
  });

  it('leaves a value alone that was replaced meanwhile, and one that cannot be opened, which it reports', async () => {
    const newer = newKey('newer');
    const { sellerId, webhook } = await sealSome(harness);
    await harness.database('grants').where({ selling_partner_id: sellerId }).update({ sealed_refresh_token: 'no' });
    const vault = createSecretVault([newer, ...harness.keys]);
    let rotated = '';
    const replacing = {
      seal: async (plainText: string, context: string) => {
        if (context.startsWith('webhook/') && rotated === '')
          rotated = (await harness.webhooks.rotateSecret(webhook.id, 60_000))?.secret ?? '';
        return vault.seal(plainText, context);
      },
      open: vault.open.bind(vault),
    };
    const keys = [newer, ...harness.keys];
    const report = await resealAll({ database: harness.database, vault: replacing, keys, notifyOperators: false });
    expect(report.remaining).toEqual([
      { kid: 'test', table: 'webhooks', count: 1 },
      { kid: null, table: 'grants', count: 1 },
    ]);
    expect(describeResealing(report, 'newer')).toMatch(
      /grants +0 sealed again, 1 cannot be opened[^]*Still in use: "test" \(webhooks: 1\), "unknown" \(grants: 1\)\. /,
    );
    expect(await openAlarms(harness)).toHaveLength(1);
    const outbox = createWebhookOutbox(harness.database, vault, false);
    expect((await outbox.loadWork(webhook.id, 1, []))?.secrets[0]).toBe(rotated);
    expect((await reseal(keys)).remaining).toEqual([{ kid: null, table: 'grants', count: 1 }]);
  });

  it('happens by itself in a worker, a while after its start', async () => {
    await sealSome(harness);
    const keys = [newKey('newer'), ...harness.keys];
    const inspection = { database: harness.database, vault: createSecretVault(keys), keys, notifyOperators: false };
    const started = new SealedValueWatch(inspection, Date.now() + 60_000);
    const later = new SealedValueWatch(inspection, Date.now());
    const runRounds = async (watch: SealedValueWatch) => {
      let resealed = 0;
      for (let round = 0; round < 9; round += 1) resealed += await watch.runRound();
      return resealed;
    };
    expect(await runRounds(started)).toBe(0);
    expect(await runRounds(later)).toBe(6);
    expect(await describeMissingKeys(harness.database, keys.slice(0, 1))).toBeUndefined();
  });
});
