/** Sealed values of every kind, and key rings. */
import { randomBytes, randomUUID } from 'node:crypto';
import { loadSigningKey } from '../../../../adapters/postgres/access/signing-key.ts';
import { ApplicationSecrets } from '../../../../adapters/postgres/application-secrets/application-secrets.ts';
import { sealedColumns } from '../../../../adapters/postgres/sealed-values/columns.ts';
import { inspectionStart, inspectNextValues } from '../../../../adapters/postgres/sealed-values/inspect.ts';
import { closeReadableAlarms } from '../../../../adapters/postgres/sealed-values/unreadable-alarms.ts';
import { createSecretVault, type SealingKey } from '../../../../adapters/secrets/secret-vault.ts';
import { reason } from '../../../../domain/reasons.ts';
import { addStore, connectStore, giveConsent, type StoreHarness, yearMs } from '../store-harness.ts';

export function newKey(kid: string): SealingKey {
  return { kid, key: new Uint8Array(randomBytes(32)) };
}

export function applicationSecrets({ database }: StoreHarness, keys: readonly SealingKey[], clientSecret: string) {
  const config = { amazon: { clientId: 'client', clientSecret }, encryptionKeys: keys, yearMs };
  return new ApplicationSecrets(database, createSecretVault(keys), config);
}

/** A connected store, a consent with its code, one with its token, a queued message, a line of an import, a webhook. */
export async function sealSome(harness: StoreHarness) {
  const sellerId = `A${randomUUID().slice(0, 8).toUpperCase()}`;
  const storeId = await addStore(harness, { name: `Store of ${sellerId}` });
  const { refreshToken } = await connectStore(harness, storeId, sellerId);
  const withCode = await giveConsent(harness, storeId, sellerId, { exchanged: false });
  const withToken = await giveConsent(harness, storeId, sellerId);
  const { messageId = '' } = await harness.messages.queueMessage({
    kind: 'connect_again',
    storeId,
    key: randomUUID(),
    reason: reason('code_expired'),
  });
  const request = { website: 'base', email: 'seller@example.com', name: randomUUID(), country: 'US' } as const;
  const authorization = { refreshToken: 'Atzr|imported', authorizedAt: new Date().toISOString() };
  const lines = [{ line: 2, request: { ...request, sellerId }, authorization }];
  const saved = await harness.imports.saveImport({ fingerprint: 'f', lines });
  if (saved.kind === 'conflict') throw new Error('The import is another one');
  const { webhook, secret } = await harness.webhooks.addWebhook({ url: 'https://receiver.example.com/hook' });
  return { storeId, sellerId, refreshToken, withCode, withToken, messageId, importId: saved.importId, webhook, secret };
}
export type Sealed = Awaited<ReturnType<typeof sealSome>>;

/** Those that exist once: the signing key and our client secrets. */
export async function sealSingle(harness: StoreHarness, keys: readonly SealingKey[]): Promise<void> {
  await loadSigningKey(harness.database, createSecretVault(keys));
  await applicationSecrets(harness, keys, 'client-secret').activateEnvironmentSecret();
}

/** One whole inspection. Returns how many values could not be opened. */
export async function inspectAll(harness: StoreHarness, keys: readonly SealingKey[], reseals = false): Promise<number> {
  const vault = createSecretVault(keys);
  const inspection = { database: harness.database, vault, keys, notifyOperators: true, reseals };
  let unreadable = 0;
  for (let position = inspectionStart, isDone = false; !isDone;) {
    const batch = await inspectNextValues(inspection, position, 7);
    unreadable += batch.unreadable;
    isDone = batch.next === undefined;
    position = batch.next ?? position;
  }
  return unreadable;
}

/** As often as it takes to close an alarm. */
export async function closeReadable(harness: StoreHarness, keys: readonly SealingKey[]): Promise<void> {
  for (let round = 0; round < 2; round += 1) await closeReadableAlarms(harness.database, createSecretVault(keys), true);
}

export async function openAlarms(harness: StoreHarness) {
  const { items } = await harness.alarms.listAlarms({ limit: 100 });
  return items.filter(({ kind, closedAt }) => kind === 'secret_unreadable' && closedAt === undefined);
}

/** Deletes every sealed value. */
export async function forgetValues({ database }: StoreHarness): Promise<void> {
  await database('import_rows').delete();
  for (const table of ['application_secrets', 'signing_keys', 'webhooks', 'alarms']) await database(table).delete();
  for (const { table, column } of sealedColumns)
    if (['grants', 'consents', 'messages', 'replaced_authorizations'].includes(table))
      await database(table).update({ [column]: null });
}
